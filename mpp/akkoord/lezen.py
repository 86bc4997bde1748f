"""Reading a form that came back: everything that is not as it was sent, or is no answer, is a problem with its sheet and cell."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, get_args

from mpp.akkoord.bestand import onleesbaar, open_werkboek
from mpp.akkoord.formulier import (
    BLAD,
    DATUM_IN,
    GETALLEN,
    KOLOMMEN,
    NAAM_IN,
    PER_ONDERWERP,
    SCHEMA,
    VERBORGEN,
    Antwoord,
    controlesom,
    inhoud_van,
)
from mpp.cellen import bezwaar
from mpp.parameters.akkoord import Soort
from mpp.parameters.velden import GROOTSTE, Dagtekening, Persoonsnaam, Reden, Tekst, past
from mpp.problemen import Fout, Probleem, probleem

_VEEL: Final = 12
"""So many changed cells are told one by one; more come of a row that went, came or moved."""
_BESLUITEN: Final = ("ja", "nee")
_VORM: Final = {
    **{"besluit": "ja of nee", "opmerking": "tekst", "reden": "een reden, in ten minste twee woorden", "bron": "tekst"},
    "brondatum": "de dag, de maand of het jaar van de bron, als 2023-01-31, 2023-01 of 2023",
}


@dataclass(frozen=True)
class Ingevuld:
    """One row with an answer: what was filled in, and in which cells."""

    onderwerp: str
    periode: str
    hash: str
    antwoorden: Mapping[Antwoord, Any]
    cellen: Mapping[Antwoord, str]


@dataclass(frozen=True)
class Antwoorden:
    """A form that came back, with who filled it in and when; of its rows those with an answer."""

    bestand: str
    editie: str
    partner: str
    soort: Soort
    door: str
    datum: datetime.date
    rijen: tuple[Ingevuld, ...]

    def meld(self, code: str, cel: str, **gegevens: object) -> Probleem:
        """A problem in a cell of this form."""
        return _meld(self.bestand, code, cel, **gegevens)


def lees_formulier(pad: Path) -> Antwoorden:
    """The answers in the form `pad`.

    Raises Fout with every problem in it: no workbook, sheets that were renamed, cells that were changed, text for a number,
    a formula for an answer, no name or day, nothing filled in.
    """
    bestand, boek = pad.as_posix(), open_werkboek(pad)
    if boek.sheetnames != [BLAD, VERBORGEN] or boek.chartsheets:
        gevonden = ", ".join(boek.sheetnames)
        raise Fout([probleem("formulier-blad", bestand=bestand, gevonden=gevonden, verwacht=f"{BLAD} en een verborgen blad {VERBORGEN}")])
    rijen = [tuple("" if w is None else str(w) for w in rij) for rij in boek[VERBORGEN].iter_rows(values_only=True)]
    rijen = [tuple(_zonder_lege(rij)) for rij in rijen]
    kop = {rij[0]: rij[1] for rij in rijen if len(rij) == 2}
    if kop.get("schema") != str(SCHEMA) or kop.get("soort") not in get_args(Soort) or kop.get("som") != controlesom(rijen[:-1]):
        raise Fout([onleesbaar(pad, "het verborgen blad is niet zoals het is gemaakt")])
    return _lees(bestand, boek[BLAD], kop, rijen)


def _lees(bestand: str, ws: Any, kop: Mapping[str, str], rijen: Sequence[tuple[str, ...]]) -> Antwoorden:
    soort: Soort = "invoer" if kop["soort"] == "invoer" else "uitkomsten"
    vast = {rij[1]: rij[2] for rij in rijen if rij[0] == "cel"}
    open_ = _open_cellen(soort, [rij for rij in rijen if rij[0] == "rij"])
    problemen = list(_gewijzigd(bestand, ws, vast, {NAAM_IN, DATUM_IN, *(cel for rij in open_ for cel in rij.cellen.values())}))
    if len(problemen) > _VEEL:
        raise Fout([probleem("formulier-verschoven", bestand=bestand, aantal=len(problemen), cel=problemen[0].gegevens["plek"])])
    door, datum = ws[NAAM_IN], ws[DATUM_IN]
    if not past(Persoonsnaam, door.value) or door.data_type == "f":
        problemen.append(_meld(bestand, "formulier-antwoord", NAAM_IN, waarde=_kort(door), verwacht="de naam van wie het invulde"))
    if (dag := _als_dag(datum)) is None:
        problemen.append(_meld(bestand, "formulier-antwoord", DATUM_IN, waarde=_kort(datum), verwacht="een datum als 2023-01-31"))
    gevuld = [_ingevuld(bestand, ws, rij, problemen) for rij in open_]
    if not problemen and not any(rij.antwoorden for rij in gevuld):
        problemen.append(probleem("formulier-leeg", bestand=bestand))
    if problemen or dag is None:
        raise Fout(problemen)
    beantwoord = tuple(rij for rij in gevuld if rij.antwoorden)
    return Antwoorden(bestand, kop["editie"], kop["partner"], soort, str(door.value).strip(), dag, beantwoord)


def _open_cellen(soort: Soort, rijen: Sequence[tuple[str, ...]]) -> list[Ingevuld]:
    """Each row with the cells in which it can be answered, nothing filled in yet."""
    from openpyxl.utils import get_column_letter

    uit, vorige = [], ""
    for _, nummer, onderwerp, periode, hash in rijen:
        cellen = {
            kolom.antwoord: f"{get_column_letter(k)}{nummer}"
            for k, kolom in enumerate(KOLOMMEN[soort], start=1)
            if kolom.antwoord and (kolom.antwoord not in PER_ONDERWERP or onderwerp != vorige)
        }
        uit.append(Ingevuld(onderwerp, periode, hash, {}, cellen))
        vorige = onderwerp
    return uit


def _gewijzigd(bestand: str, ws: Any, vast: Mapping[str, str], open_: set[str]) -> Iterator[Probleem]:
    """Cells that are not as they were sent, and those that do not belong to the form."""
    nu = {cel.coordinate: inhoud for rij in ws.iter_rows() for cel in rij if (inhoud := inhoud_van(cel))}
    for cel, inhoud in vast.items():
        if nu.get(cel, "") != inhoud:
            yield _meld(bestand, "formulier-cel-gewijzigd", cel, was=inhoud[:80], is_=nu.get(cel, "niets")[:80])
    for cel in (cel for cel in nu if cel not in vast and cel not in open_):
        yield _meld(bestand, "formulier-cel-vreemd", cel, waarde=nu[cel][:80])


def _ingevuld(bestand: str, ws: Any, rij: Ingevuld, problemen: list[Probleem]) -> Ingevuld:
    """The row with its answers; what is none goes to `problemen`."""
    antwoorden: dict[Antwoord, Any] = {}
    for antwoord, plek in rij.cellen.items():
        cel = ws[plek]
        if cel.value is None or (isinstance(cel.value, str) and not cel.value.strip()):
            continue
        if (waarde := _gelezen(antwoord, cel)) is None:
            verwacht = _VORM.get(antwoord, "een getal, geen tekst of formule")
            problemen.append(_meld(bestand, "formulier-antwoord", plek, waarde=_kort(cel), verwacht=verwacht))
        else:
            antwoorden[antwoord] = waarde
    return Ingevuld(rij.onderwerp, rij.periode, rij.hash, antwoorden, rij.cellen)


def _gelezen(antwoord: Antwoord, cel: Any) -> Any:
    """The answer in a cell; None when it is not of its form."""
    waarde = cel.value
    if cel.data_type == "f":
        return None
    if antwoord == "brondatum":
        return _als_dagtekening(cel)
    if antwoord in GETALLEN:
        is_getal = isinstance(waarde, (int, float)) and not isinstance(waarde, bool)
        return float(waarde) if is_getal and abs(waarde) <= GROOTSTE else None
    if not isinstance(waarde, str) or bezwaar(tekst := " ".join(waarde.split())):
        return None
    if antwoord == "besluit":
        return tekst.casefold() if tekst.casefold() in _BESLUITEN else None
    return tekst if past(Reden if antwoord == "reden" else Tekst, tekst) else None


def _als_dag(cel: Any) -> datetime.date | None:
    """The day in a cell: a date of the spreadsheet, or written as 2023-01-31."""
    if isinstance(cel.value, datetime.datetime):
        return cel.value.date()
    try:
        return datetime.date.fromisoformat(str(cel.value).strip())
    except ValueError:
        return None


def _als_dagtekening(cel: Any) -> datetime.date | str | int | None:
    """The day, month or year in a cell."""
    tekst = str(int(cel.value) if isinstance(cel.value, float) and cel.value.is_integer() else cel.value).strip()
    waarde = _als_dag(cel) or (int(tekst) if re.fullmatch(r"[12]\d{3}", tekst, re.ASCII) else tekst)
    return waarde if past(Dagtekening, waarde) else None


def _zonder_lege(rij: Sequence[str]) -> Sequence[str]:
    """A row of the hidden sheet without the empty cells at its end."""
    lengte = max((i + 1 for i, tekst in enumerate(rij) if tekst), default=0)
    return rij[:lengte]


def _kort(cel: Any) -> str:
    return inhoud_van(cel).partition(" ")[2][:60] or "niets"


def _meld(bestand: str, code: str, cel: str, **gegevens: object) -> Probleem:
    return probleem(code, bestand=bestand, regel=None, plek=f"blad {BLAD}, cel {cel}", **gegevens)
