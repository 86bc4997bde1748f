"""Editions to take steps with, and the steps."""

from __future__ import annotations

import datetime
from pathlib import Path

from mpp.parameters import Parameterset, laad, slot
from mpp.parameters.slot import schrijf_slot
from mpp.ronde.journaal import Journaal, volgende, vul_aan
from mpp.ronde.staat import STAPPEN, Punt, Stap, nalopen, zet
from mpp.ronde.status import Status, bepaal_status
from tests.editie import proefuitkomsten
from tests.parameters.test_laden import GOED

RECONSTRUCTIE = GOED
OFFICIEEL = GOED.replace("soort: openbare reconstructie, ", "soort: officieel, ").replace(
    "classificatie: openbaar", "classificatie: voor intern gebruik"
)
"""An edition of the chain, with every consent still open: it goes along route B."""
VANDAAG = datetime.date(2023, 12, 1)


def dag(tekst: str) -> datetime.date:
    return datetime.date.fromisoformat(tekst)


def maak_openbaar(ps: Parameterset) -> None:
    """The edition locked as its files are, and public on the day of its adoption."""
    slot.journaalpad(ps).unlink(missing_ok=True)
    vul_aan(ps, volgende(Journaal(), ps, datum=ps.editie.vastgesteld, stap="openbaar", door="de makers"))


def editie(map_: Path, tekst: str, *, vergrendeld: bool = True) -> Parameterset:
    """The edition with this parameter file, locked."""
    pad = map_ / "parameters.yml"
    pad.write_text(tekst, encoding="utf-8")
    ps = laad(pad)
    if vergrendeld:
        schrijf_slot(ps)
    return ps


def anders(ps: Parameterset, *teksten: str) -> Parameterset:
    """The edition with texts in its parameter file changed: what stood there and what stands there now, in pairs."""
    tekst = ps.pad.read_text(encoding="utf-8")
    for oud, nieuw in zip(teksten[::2], teksten[1::2], strict=True):
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw)
    ps.pad.write_text(tekst, encoding="utf-8")
    return laad(ps.pad)


def status_van(ps: Parameterset, **gevraagd: bool) -> Status:
    """The state of the edition."""
    return bepaal_status(proefuitkomsten(ps), **gevraagd)


def punten(
    ps: Parameterset, stap: str, datum: str, *, route: str | None = None, vandaag: datetime.date = VANDAAG, nakijken=None
) -> list[Punt]:
    """The checklist of the step; to the Topberaad along route B."""
    langs = route or ("B" if stap == "topberaad" else None)
    return nalopen(proefuitkomsten(ps), Stap(STAPPEN[stap], "een voorzitter", dag(datum), langs), vandaag, nakijken)


def stel_vast(ps: Parameterset, stap: str, datum: str, *, route: str = "B", **anders) -> None:
    """Take the step, documents not looked at; to the Topberaad along `route`."""
    langs = route if stap == "topberaad" else None
    zet(ps, Stap(STAPPEN[stap], "een voorzitter", dag(datum), langs), punten(ps, stap, datum, route=langs, **anders))


def tot_topberaad(map_: Path) -> Parameterset:
    """An edition that the working group and the Topberaad adopted."""
    ps = editie(map_, OFFICIEEL)
    stel_vast(ps, "werkgroep", "2023-04-01")
    stel_vast(ps, "topberaad", "2023-04-28")
    return ps


def codes(punten: list[Punt]) -> list[str]:
    return [p.code for punt in punten for p in punt.problemen]
