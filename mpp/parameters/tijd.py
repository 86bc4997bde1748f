"""Days and years that cannot be: held against the edition and against each other, never against the day of today."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from mpp.lezen import Blok, regel_van
from mpp.parameters.perioden import VOORBEELDEN, einde, is_dag, is_moment
from mpp.parameters.schema import Bron, Editie, Parameterbestand, Realisatie
from mpp.problemen import Probleem, probleem

#: An edition is adopted within so many days of its peildatum, and no consent is given longer before it.
_EEN_JAAR: Final = datetime.timedelta(days=366)
#: No day lies later that can still be reckoned with.
_EEUWIG: Final = datetime.date(9000, 12, 31)
#: No figure of the chain is older.
_EERSTE_JAAR: Final = 1980
RONDE: Final = re.compile(r"(\d{4})-[12]", re.ASCII)
"""The id of an edition: the year of its round, and which of the two rounds of that year it is."""


def toets_tijd(bestand: Parameterbestand, boom: Blok, naam: str) -> Iterator[Probleem]:
    """Every day and year in the file that cannot be; `boom` gives the lines, and may leave sections out."""

    def meld(pad: tuple[str | int, ...], wat: str, waarde: object, reden: str) -> Probleem:
        return probleem("tijd-kan-niet", bestand=naam, regel=regel_van(boom, pad), wat=wat, waarde=waarde, reden=reden)

    e = bestand.editie
    if e.peildatum.day != 1:
        reden = "een ronde begint op de eerste dag van een maand"
        yield meld(("editie", "peildatum"), "De peildatum", e.peildatum, reden)
    if not e.peildatum <= e.vastgesteld <= e.peildatum + _EEN_JAAR:
        reden = f"een editie wordt vastgesteld op of na haar peildatum ({e.peildatum}) en binnen een jaar"
        yield meld(("editie", "vastgesteld"), "De dag onder vastgesteld", e.vastgesteld, reden)
    if not volgen_op(e.jaren):
        yield meld(("editie", "jaren"), "De rij jaren", ", ".join(map(str, e.jaren)), "de jaren volgen op elkaar, elk een keer")
    elif e.jaren[0] - e.peildatum.year not in (0, 1):
        reden = f"de prognose begint in het jaar van de peildatum ({e.peildatum}) of het jaar daarna"
        yield meld(("editie", "jaren"), "De rij jaren", ", ".join(map(str, e.jaren)), reden)
    yield from _rondes(e, boom, naam)
    gegeven = boom.get("bronnen", {})
    laatste = max([e.jaren[-1], *(_jaar(bron) for sleutel, bron in bestand.bronnen.items() if sleutel not in gegeven)])
    for sleutel in gegeven:
        if not _EERSTE_JAAR <= _jaar(bron := bestand.bronnen[sleutel]) <= laatste:
            reden = f"een bron is van {_EERSTE_JAAR} of later, en niet van na {laatste}"
            yield meld(("bronnen", sleutel, "datum"), f"De datum van de bron {sleutel}", bron.datum, reden)
    if e.akkoord_voor and not (eerste_akkoord(e) <= e.akkoord_voor <= e.vastgesteld):
        reden = f"akkoord wordt gegeven voor de vaststelling ({e.vastgesteld}), en niet meer dan een jaar voor de peildatum"
        yield meld(("editie", "akkoord_voor"), "De dag onder akkoord_voor", e.akkoord_voor, reden)
    for sectie, reeksen in (("parameters", bestand.parameters), ("realisaties", bestand.realisaties)):
        for i, reeks in enumerate(reeksen if sectie in boom else ()):
            dag = reeks.peildatum if "peildatum" in boom[sectie][i] else None
            if dag and not _EERSTE_JAAR <= dag.year <= e.jaren[-1]:
                reden = f"zij ligt buiten {_EERSTE_JAAR} tot en met {e.jaren[-1]}"
                yield meld((sectie, i, "peildatum"), f"De peildatum van {reeks.id}", dag, reden)
            gelezen = reeks.gelezen.datum if reeks.gelezen and "gelezen" in boom[sectie][i] else None
            if gelezen and not e.peildatum <= gelezen <= laatste_akkoord(e):
                reden = f"in deze ronde wordt gelezen tussen {e.peildatum} en {laatste_akkoord(e)}"
                yield meld((sectie, i, "gelezen"), f"De dag onder gelezen van {reeks.id}", gelezen, reden)


def venster(id: str) -> tuple[datetime.date, datetime.date, datetime.date]:
    """The peildatum that a round usually has, between those of the round before and after it: 1 January for the first of a year."""
    jaar, ronde = int(id[:4]), id[-1]
    if ronde == "1":
        return datetime.date(jaar - 1, 7, 1), datetime.date(jaar, 1, 1), datetime.date(jaar, 7, 1)
    return datetime.date(jaar, 1, 1), datetime.date(jaar, 7, 1), datetime.date(jaar + 1, 1, 1)


def overgeslagen(vorige: str | None, id: str) -> tuple[str, ...]:
    """The rounds between an edition and the one that it says comes before it."""
    if not (vorige and RONDE.fullmatch(vorige) and RONDE.fullmatch(id)):
        return ()
    rondes = [f"{jaar}-{ronde}" for jaar in range(int(vorige[:4]), int(id[:4]) + 1) for ronde in (1, 2)]
    return tuple(ronde for ronde in rondes if vorige < ronde < id)


def eerste_akkoord(e: Editie) -> datetime.date:
    """The first day on which anyone can have agreed to a value of this edition."""
    return e.peildatum - _EEN_JAAR


def laatste_akkoord(e: Editie) -> datetime.date:
    """The last day on which anyone can agree to a value of this edition: after the adoption only to what a correction changes."""
    return e.vastgesteld + _EEN_JAAR


def volgen_op(jaren: tuple[int, ...]) -> bool:
    """Whether years follow each other, each given once."""
    return jaren == tuple(range(jaren[0], jaren[0] + len(jaren)))


def toets_momenten(bestand: Parameterbestand, boom: Blok, naam: str) -> Iterator[Probleem]:
    """When something came: not written as its period is, a day that is not on the calendar, or long after the source that tells it."""
    for i, r in enumerate(bestand.realisaties if "realisaties" in boom else ()):
        for sleutel, w in r.waarden.items():
            regel = regel_van(boom, ("realisaties", i, "waarden", sleutel))
            if not is_moment(sleutel, r.periode):
                verwacht = f"een {r.periode}, geschreven als {VOORBEELDEN[r.periode]}"
                gegevens = {"sleutel": "waarden", "waar": r.id, "waarde": sleutel, "verwacht": verwacht}
                yield probleem("parameters-waarde-ongeldig", bestand=naam, regel=regel, **gegevens)
            elif r.periode == "stand" and not is_dag(sleutel):
                yield probleem("dag-bestaat-niet", bestand=naam, regel=regel, waarde=sleutel, id=r.id)
            elif reden := _te_vroeg_of_te_laat(r, sleutel, r.bronnen_van(w), bestand):
                yield probleem("tijd-kan-niet", bestand=naam, regel=regel, wat=f"Een waarde van {r.id}", waarde=sleutel, reden=reden)


def _te_vroeg_of_te_laat(r: Realisatie, sleutel: str, bronnen: tuple[str, ...], bestand: Parameterbestand) -> str:
    laatste, jaar = bestand.editie.jaren[-1], int(sleutel[:4])
    if not _EERSTE_JAAR <= jaar <= laatste:
        return f"wat kwam, ligt tussen {_EERSTE_JAAR} en {laatste}"
    bekend = [bestand.bronnen[b] for b in bronnen if b in bestand.bronnen]
    if bekend and einde(sleutel, r.periode) > max(map(laatste_dag, bekend)) + _EEN_JAAR:
        return f"de bron is van meer dan een jaar eerder ({', '.join(str(b.datum) for b in bekend)})"
    return ""


def _rondes(e: Editie, boom: Blok, naam: str) -> Iterator[Probleem]:
    """An edition that is named after a round: so its name is, it is of its own year, and after the one before it."""
    if not (ronde := RONDE.fullmatch(e.id)):
        return
    if "id" in boom.get("editie", ()):
        yield from toets_naam(e.id, e.naam, boom, naam)
    jaar = int(ronde[1])
    gegevens = {"wat": "De id van de editie", "waarde": e.id}
    if abs(e.vastgesteld.year - jaar) > 1 or abs(e.peildatum.year - jaar) > 1:
        reden = f"zij noemt een ander jaar dan de peildatum ({e.peildatum}) en de vaststelling ({e.vastgesteld})"
        yield probleem("tijd-kan-niet", bestand=naam, regel=regel_van(boom, ("editie", "id")), reden=reden, **gegevens)
    if e.vorige and RONDE.fullmatch(e.vorige) and e.vorige >= e.id:
        regel = regel_van(boom, ("editie", "vorige"))
        reden = f"de vorige editie ({e.vorige}) is niet van eerder"
        yield probleem("tijd-kan-niet", bestand=naam, regel=regel, reden=reden, **gegevens)


def toets_naam(id: str, editie: str, boom: Blok, naam: str) -> Iterator[Probleem]:
    """An id that is no round, and an edition that is called otherwise: MPP 2023-1 is 2023-1."""
    if not RONDE.fullmatch(id):
        yield probleem("editie-id", bestand=naam, regel=regel_van(boom, ("editie", "id")), id=id)
    elif id not in editie.split():
        yield probleem("editie-naam", bestand=naam, regel=regel_van(boom, ("editie", "naam")), naam=editie, id=id)


def _jaar(bron: Bron) -> int:
    return bron.datum if isinstance(bron.datum, int) else int(str(bron.datum)[:4])


def laatste_dag(bron: Bron) -> datetime.date:
    """The last day on which a source of which only the month or year is known can be."""
    match bron.datum:
        case datetime.date() as dag:
            return min(dag, _EEUWIG)
        case int() as jaar:
            return datetime.date(min(max(jaar, 1), _EEUWIG.year), 12, 31)
        case maand:
            return min(einde(maand, "maand"), _EEUWIG)
