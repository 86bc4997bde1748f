"""What if, and what came: the risks of the register with what each does, and the monitor of the edition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mpp.monitor.bestand import lees_realisaties
from mpp.monitor.keuze import REALISATIES, waarom_geen
from mpp.monitor.lijst import lees_lijst
from mpp.monitor.vergelijken import vergelijk
from mpp.monitor.verwachting import VanModel
from mpp.opendata.bestanden import Rij, exact
from mpp.opendata.rijen.gemeen import ALLE, getoond, in_eenheid, in_jaar, of_leeg
from mpp.opendata.tijd import van_maanden
from mpp.ronde.risicos import risicos
from mpp.uitkomsten.kubus import SCENARIOS
from mpp.uitkomsten.register import indicatoren
from mpp.uitkomsten.wijzigingen import merk

if TYPE_CHECKING:
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten


def van_risicos(u: Uitkomsten) -> Iterator[Rij]:
    """What each risk does to the indicators that it is held against, in every year of medio."""
    extern, alle = indicatoren("extern"), risicos(u.ps)
    for risico, anders in zip(alle, u.wat_als.reken([risico.wijzigingen for risico in alle]), strict=True):
        for id in (id for id in risico.effect if id in extern):
            for jaar, waarde in zip(u.jaren, anders[id].tolist(), strict=True):
                yield {
                    "risico": risico.id,
                    "omschrijving": risico.risico,
                    "eigenaar": risico.partner,
                    "kans": risico.kans,
                    "wijziging": merk(risico.wijzigingen),
                    "indicator": id,
                    **in_jaar(id, jaar),
                    "verschil": getoond(waarde - u.waarde(id, jaar), extern[id].eenheid),
                    **in_eenheid(extern[id].eenheid),
                    "bron": risico.bron,
                    "aanname": risico.aanname,
                }


def monitor(u: Uitkomsten, status: Status) -> Iterator[Rij]:
    """What came beside what was expected of the same months, where the edition has a monitor."""
    wortel = u.ps.wortel
    if waarom_geen(u, status, wortel):
        return
    lijst, verwachting, extern = lees_lijst(wortel), VanModel(u), indicatoren("extern")
    realisaties = lees_realisaties(wortel / REALISATIES, lijst, wortel)
    for onderwerp in lijst.alle.values():
        v = vergelijk(onderwerp, realisaties, verwachting)
        if any(id not in extern for id in onderwerp.delen):
            continue
        gemeen: Rij = {"onderwerp": onderwerp.id, "naam": onderwerp.naam, **in_eenheid(onderwerp.eenheid), "stand": realisaties.stand}
        heel = bool(v.maanden) and "+" not in v.sleutel
        for scenario in (s for s in SCENARIOS if heel and s in v.verwacht):
            tijd = van_maanden(v.jaar, v.maanden, stand=v.vergeleken[-1].periode.stand)
            verwacht = getoond(v.verwacht[scenario], onderwerp.eenheid)
            yield {**gemeen, "scenario": scenario, **tijd, "gekomen": exact(v.gekomen), "verwacht": verwacht}
        for rij in (r for r in v.rijen if r.waarde is not None and not (heel and r.periode.sleutel == v.sleutel)):
            tijd = van_maanden(v.jaar, rij.periode.maanden, stand=rij.periode.stand)
            yield {**gemeen, "scenario": ALLE, **tijd, "gekomen": of_leeg(rij.waarde), "verwacht": None}
