"""Which edition a file of realisations is held against: the last that was adopted, or an earlier one that is asked for."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mpp.edities.eerder import eerdere_edities, laad_editie
from mpp.edities.map import JOURNAAL, Editiemap, eerdere_mappen
from mpp.monitor.bestand import Realisaties, lees_realisaties
from mpp.monitor.lijst import lees_lijst
from mpp.monitor.verwachting import VanModel, Verwachting, ZoalsGepubliceerd
from mpp.padnamen import MONITOR, PARAMETERS
from mpp.padnamen import REALISATIES as BESTAND
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.ronde.journaal import lees_journaal
from mpp.uitkomsten import bereken
from mpp.weergave.opmaak import datum

if TYPE_CHECKING:
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

REALISATIES: Final = f"{MONITOR}/{BESTAND}"
"""The realisations that ship with an edition."""


def is_vastgesteld(u: Uitkomsten, status: Status) -> bool:
    """Whether an edition has been adopted: by its journal, or of a reconstruction the MPP that it rebuilds."""
    return status.vastgesteld(u.editie) is not None


def waarom_geen(u: Uitkomsten, status: Status, wortel: Path) -> str:
    """Why the edition at the root of the project has no monitor in its package, in Dutch; empty when it has one."""
    if not (wortel / REALISATIES).is_file():
        return f"{u.editie.naam} heeft geen {REALISATIES}"
    if not is_vastgesteld(u, status):
        return f"{u.editie.naam} is nog niet vastgesteld"
    try:
        realisaties = lees_realisaties(wortel / REALISATIES, lees_lijst(wortel), wortel)
    except Fout:
        return ""  # making it tells what is wrong
    if realisaties.stand < u.editie.vastgesteld:
        return f"{REALISATIES} is van {datum(realisaties.stand)}, voor de vaststelling van {u.editie.naam}"
    return ""


def kies_editie(id: str | None, u: Uitkomsten, status: Status) -> Verwachting:
    """The edition with this id, or without one that of the results `u` when it is adopted.

    Raises Fout for an id that is not there, and for an edition that is not adopted, with the last that is.
    """
    wortel, eigen = u.ps.wortel, u.editie
    if id in (None, eigen.id):
        if is_vastgesteld(u, status):
            return VanModel(u)
        anders = next((eerder for eerder in reversed(eerdere_mappen(wortel)) if _is_vast(Editiemap(wortel, eerder))), None)
        remedie = f"Geef --editie {anders} voor de laatst vastgestelde" if anders else "Stel haar eerst vast met mpp vaststellen"
        raise Fout([probleem("monitor-niet-vastgesteld", bestand=u.ps.naam, editie=eigen.naam, remedie=remedie)])
    assert id is not None
    mappen, edities = eerdere_mappen(wortel), eerdere_edities(u.ps)
    if id not in mappen or id not in edities:
        bekend = [*mappen, eigen.id]
        raise Fout([probleem("monitor-editie-onbekend", id=id, bekend=", ".join(bekend), suggestie=lijkt_op(id, bekend))])
    if not _is_vast(mappen[id]):
        naam, remedie = edities[id].editie.naam, "Kies een editie die wel is vastgesteld"
        raise Fout([probleem("monitor-niet-vastgesteld", bestand=mappen[id].naam(JOURNAAL), editie=naam, remedie=remedie)])
    spreiding = bereken(laad_editie(mappen[id])) if mappen[id].heeft(PARAMETERS) else None
    return ZoalsGepubliceerd(edities[id], spreiding)


def _is_vast(map_: Editiemap) -> bool:
    """Whether an earlier edition was adopted: by its journal, or where it has none because figures of it were published."""
    if map_.heeft(PARAMETERS) and map_.heeft(JOURNAAL):
        return lees_journaal(map_.laad()).is_vast
    return True


def eis_na_vaststelling(realisaties: Realisaties, u: Uitkomsten) -> None:
    """Raises Fout for realisations that were drawn up before the edition was adopted."""
    vastgesteld: datetime.date = u.editie.vastgesteld
    if realisaties.stand < vastgesteld:
        gegevens = {"stand": datum(realisaties.stand), "editie": u.editie.naam, "vastgesteld": datum(vastgesteld)}
        raise Fout([probleem("monitor-voor-de-vaststelling", bestand=realisaties.naam, regel=1, **gegevens)])
