"""The facts of one edition (`feiten.yml`): sentences that hold in the round that they were written for, and in no other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from mpp.lezen import Blok, lees, regel_van
from mpp.padnamen import is_naamdeel
from mpp.parameters.schema import Bron
from mpp.parameters.tijd import laatste_dag
from mpp.parameters.velden import Persoonsnaam, Reden, past
from mpp.problemen import Fout, Probleem, probleem

BESTAND: Final = "feiten.yml"
_SLEUTELS: Final = ("editie", "tekst", "vervalt", "sinds", "later", "gelezen")
_BRON: Final = re.compile(r"""\bbron\(\s*["']([^"']+)["']\s*\)""")


@dataclass(frozen=True)
class Feit:
    """A fact: the edition that it was written for and its text, or why that edition has none; `regel` is its line in the file.

    `sinds` is the day since when it is known where that does not follow from the sources that the text names, and `later` why it
    is told though that is after the adoption. `gelezen` is the day on which somebody read a text again that another edition had too.
    """

    id: str
    editie: str
    tekst: str
    vervalt: str
    sinds: datetime.date | None
    regel: int
    later: str = ""
    gelezen: datetime.date | None = None

    @property
    def bronnen(self) -> tuple[str, ...]:
        """The keys of the sources that the text names."""
        return tuple(dict.fromkeys(_BRON.findall(self.tekst)))

    @property
    def inhoud(self) -> tuple[str, str]:
        """What it says, whichever edition it is of."""
        return self.tekst, " ".join(self.vervalt.split())

    def geldt(self, editie: str) -> bool:
        """Whether it stands in the documents of the edition with this id."""
        return self.editie == editie and bool(self.tekst)

    def bekend(self, bronnen: Mapping[str, Bron]) -> datetime.date | None:
        """Since when it is known: `sinds`, else the day of the latest source that it names; None for what is known of neither."""
        dagen = [laatste_dag(bronnen[sleutel]) for sleutel in self.bronnen if sleutel in bronnen]
        return self.sinds or max(dagen, default=None)


def lees_feiten(wortel: Path) -> Mapping[str, Feit]:
    """Every fact of the project in `wortel`, by its id; none without the file. Raises Fout with every problem of form."""
    pad = wortel / BESTAND
    return _feiten(pad, pad.stat().st_mtime_ns) if pad.is_file() else {}


@cache
def _feiten(pad: Path, _: int) -> Mapping[str, Feit]:
    boom = lees(pad, naam=BESTAND)
    boom = boom if isinstance(boom, Blok) else Blok()
    if problemen := [p for id in boom for p in _toets(id, boom)]:
        raise Fout(problemen)
    return {id: _feit(id, boom[id], boom.regels[id]) for id in boom}


def _feit(id: str, boom: Blok, regel: int) -> Feit:
    tekst = " ".join(str(boom.get("tekst", "")).split())
    gelezen = boom["gelezen"]["datum"] if "gelezen" in boom else None
    return Feit(id, str(boom["editie"]), tekst, str(boom.get("vervalt", "")), boom.get("sinds"), regel, boom.get("later", ""), gelezen)


def _toets(id: str, boom: Blok) -> Iterator[Probleem]:
    def meld(melding: str, suggestie: str, *stappen: str) -> Probleem:
        regel = regel_van(boom, (id, *stappen))
        return probleem("feit-onjuist", bestand=BESTAND, regel=regel, id=id, melding=melding, suggestie=suggestie)

    feit = boom[id]
    if not isinstance(feit, Blok):
        yield meld("er staan geen sleutels onder", "geef editie en tekst")
        return
    for sleutel in feit:
        if sleutel not in _SLEUTELS:
            yield meld(f"de sleutel {sleutel} is onbekend", f"gebruik {', '.join(_SLEUTELS)}", sleutel)
    if not _is_tekst(feit.get("editie")) or not is_naamdeel(str(feit["editie"])):
        yield meld("bij welke editie het hoort, ontbreekt", "zet de id van die editie tussen aanhalingstekens achter editie", "editie")
    if _is_tekst(feit.get("tekst")) == _is_tekst(feit.get("vervalt")):
        yield meld("er hoort of een tekst bij, of onder vervalt de reden dat er in deze editie geen is", "geef een van de twee")
    dag = feit.get("sinds")
    if dag is not None and not _is_dag(dag):
        yield meld("achter sinds staat geen dag", "schrijf jaar, maand en dag, zoals 2023-04-28", "sinds")
    if dag is None and _is_tekst(feit.get("tekst")) and not _BRON.search(feit["tekst"]):
        yield meld("sinds wanneer het bekend is, ontbreekt", "noem de bron in de tekst, of geef achter sinds de dag")

    if "later" in feit and not past(Reden, feit["later"]):
        yield meld("achter later staat geen reden", "zeg waarom het er staat hoewel het later bekend werd", "later")
    gelezen = feit.get("gelezen")
    if "gelezen" in feit and not (isinstance(gelezen, Blok) and gelezen.keys() == {"door", "datum"} and _is_gelezen(gelezen)):
        yield meld("achter gelezen hoort wie het nalas en wanneer", "schrijf {door: APM, datum: 2023-08-01}", "gelezen")


def _is_gelezen(gelezen: Blok) -> bool:
    return past(Persoonsnaam, gelezen["door"]) and _is_dag(gelezen["datum"])


def _is_dag(waarde: Any) -> bool:
    return isinstance(waarde, datetime.date) and not isinstance(waarde, datetime.datetime)


def _is_tekst(waarde: Any) -> bool:
    return isinstance(waarde, str) and bool(waarde.strip())
