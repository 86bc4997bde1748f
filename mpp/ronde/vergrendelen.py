"""Locking an edition as far as its state lets one: what was adopted is not locked anew in silence."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mpp.edities.map import eis_vorige
from mpp.parameters import slot
from mpp.problemen import Fout, probleem
from mpp.ronde.journaal import HEROPEND, HERZIEN, STATEN, eis_huidig, lees_journaal, volgende, vul_aan
from mpp.ronde.staat import toets_dag, toets_opgave

if TYPE_CHECKING:
    from mpp.parameters import Parameterset


@dataclass(frozen=True)
class Herziening:
    """That variants of an adopted edition were changed: why, by whom, on which day, and which day it is by the clock."""

    waarom: str
    door: str
    dag: datetime.date
    vandaag: datetime.date


def vergrendel(ps: Parameterset, herziening: Herziening | None = None) -> Path:
    """Lock the edition as it is now; gives the path of the lock.

    Of an adopted edition only the variants, which are no part of it, may be other than they were; a line in the journal says which and
    why. Raises Fout when more is, with what; and for a change of a variant without a reason, or on a day that cannot be.
    """
    eis_huidig(ps)
    eis_vorige(ps)
    journaal = lees_journaal(ps)
    if journaal.slot and slot.vingerafdruk_slot(slot.inhoud(ps)) != journaal.slot:
        code = "lock-vastgesteld" if journaal.is_vast else "lock-werkgroep"
        redenen = slot.controleer_slot(ps).alles or ("dit slot is niet dat waarmee zij is vastgesteld",)
        gegevens: dict[str, Any] = {"editie": ps.editie.naam, "staat": journaal.staat, "datum": journaal.sinds}
        raise Fout([probleem(code, bestand=slot.slotpad(ps).name, reden=reden, **gegevens) for reden in redenen])
    if journaal.is_vast and (varianten := slot.andere_varianten(ps)):
        if herziening is None:
            genoemd: dict[str, Any] = {"editie": ps.editie.naam, "staat": journaal.staat, "varianten": slot.opgesomd(varianten)}
            raise Fout([probleem("lock-varianten", bestand=varianten[0], **genoemd)])
        door, waarom, dag = herziening.door, herziening.waarom, herziening.dag
        if problemen := [*toets_dag(ps, dag, herziening.vandaag), *toets_opgave(door=door, waarom=waarom)]:
            raise Fout(problemen)
        vul_aan(ps, volgende(journaal, ps, datum=dag, stap=HERZIEN, door=door, waarom=waarom))
        return slot.slotpad(ps)
    return slot.schrijf_slot(ps)


def heropen(ps: Parameterset, waarom: str | None, dag: datetime.date, door: str, vandaag: datetime.date) -> None:
    """Make an edition that the working group adopted a concept again, as it is now, with a line in the journal.

    Raises Fout for an edition in another state, without a reason, and for a day that cannot be.
    """
    journaal = lees_journaal(ps)
    if journaal.staat != STATEN[1]:
        raise Fout([probleem("heropenen-niet-nodig", editie=ps.editie.naam, staat=journaal.staat)])
    if not waarom:
        raise Fout([probleem("heropenen-onvolledig", editie=ps.editie.naam)])
    if problemen := [*toets_dag(ps, dag, vandaag), *toets_opgave(door=door, waarom=waarom)]:
        raise Fout(problemen)
    vul_aan(ps, volgende(journaal, ps, datum=dag, stap=HEROPEND, door=door, waarom=waarom))
