"""A new round: the last edition archived whole, its files moved on in time and emptied of what each round delivers anew."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mpp.padnamen import EDITIES
from mpp.parameters import slot
from mpp.parameters.dagen import datum
from mpp.parameters.tijd import RONDE, venster
from mpp.plaatsen import plaats
from mpp.problemen import Fout, Probleem, probleem
from mpp.ronde.bewaren import bewaar, eigen_stukken
from mpp.ronde.journaal import lees_journaal, weg
from mpp.ronde.klok import toets_klok
from mpp.ronde.verplaatsen import verplaatst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mpp.parameters import Parameterset
    from mpp.parameters.schema import Editie
    from mpp.uitkomsten import Uitkomsten

_JAREN: Final = (5, 6)
"""The fewest and the most years that an edition looks ahead."""


def volgende(ps: Parameterset, id: str, peildatum: date, grenzen: tuple[int, int] | None = None) -> Editie:
    """The edition that follows that of `ps`: as many years as it has, from the year of the peildatum on, unless `grenzen` are given.

    Raises Fout for an id, a peildatum or years that cannot be the next.
    """
    oud = ps.editie
    eerste, laatste = grenzen or (peildatum.year, peildatum.year + len(oud.jaren) - 1)
    if problemen := list(_bezwaren(ps, id, peildatum, eerste, laatste)):
        raise Fout(problemen)
    jaren = tuple(range(eerste, laatste + 1))
    anders = {"id": id, "naam": oud.naam.replace(oud.id, id), "vorige": oud.id, "peildatum": peildatum, "jaren": jaren}
    return oud.model_copy(update=anders)


def _niet_af(ps: Parameterset, niet_vastgesteld: bool) -> Iterator[Probleem]:
    """Why the last edition cannot be archived: what is archived is what was locked, and what was adopted."""
    journaal = lees_journaal(ps)
    redenen = slot.controleer_slot(ps).alles
    if not redenen and journaal.slot and slot.is_ander_slot(ps, journaal.slot):
        redenen = (f"{slot.slotpad(ps).name} is niet meer het slot waarmee zij is vastgesteld",)
    for reden in redenen:
        gegevens = {"reden": reden, "editie": ps.editie.naam, "herstel": journaal.herstel}
        yield probleem("ronde-niet-vergrendeld", bestand=ps.pad.name, regel=None, **gegevens)
    if not (journaal.is_vast or niet_vastgesteld):
        stappen = weg(ps)[weg(ps).index(journaal.staat) + 1 : 3]
        namen = " en ".join(stap.split()[-1].lower() for stap in stappen)
        pad, staat = slot.journaalpad(ps).name, journaal.staat
        yield probleem("ronde-niet-vastgesteld", bestand=pad, editie=ps.editie.naam, staat=staat, stappen=namen)


def _bezwaren(ps: Parameterset, id: str, peildatum: date, eerste: int, laatste: int) -> Iterator[Probleem]:
    oud = ps.editie
    if not RONDE.fullmatch(id):
        yield probleem("editie-id", id=id)
    elif id == oud.id or (ps.wortel / EDITIES / id).exists():
        yield probleem("ronde-bestaat", id=id, waar=ps.naam if id == oud.id else f"{EDITIES}/{id}")
    elif id <= oud.id:
        yield probleem("ronde-niet-volgend", id=id, vorige=oud.id)
    if peildatum.day != 1:
        yield probleem("ronde-peildatum", peildatum=peildatum, reden="een ronde begint op de eerste dag van een maand")
    elif peildatum <= oud.peildatum:
        yield probleem("ronde-peildatum", peildatum=peildatum, reden=f"die van {oud.naam} was al {oud.peildatum}")
    elif id > oud.id and RONDE.fullmatch(id) and not (grenzen := venster(id))[0] < peildatum < grenzen[2]:
        van, gewoon, tot = map(datum, grenzen)
        reden = f"de ronde {id} begint met een stand van tussen {van} en {tot}, gewoonlijk die van {gewoon}"
        yield probleem("ronde-peildatum", peildatum=peildatum, reden=reden)
    if eerste != peildatum.year or not _JAREN[0] <= laatste - eerste + 1 <= _JAREN[1]:
        yield probleem("ronde-jaren", jaren=f"{eerste}-{laatste}", eerste=peildatum.year)


def begin_ronde(u: Uitkomsten, nieuw: Editie, vandaag: date, *, niet_vastgesteld: bool = False) -> Path:
    """Put the edition of which `u` are the results away, and begin `nieuw` in its place; gives the folder it is in.

    An edition that was not adopted is put away as the concept it is, without results, when `niet_vastgesteld` says so. Raises Fout, with
    nothing written, when it does not, when the last edition is not locked as its files are or was put away before, and when `vandaag`
    lies before what was recorded of it.
    """
    ps = u.ps
    if problemen := list(toets_klok(ps, vandaag)) or list(_niet_af(ps, niet_vastgesteld)):
        raise Fout(problemen)
    parameters = verplaatst(ps, nieuw)
    map_ = bewaar(u)
    plaats({ps.pad.name: parameters.encode()}, ps.pad.parent)
    for stuk in eigen_stukken(ps).values():
        if stuk.is_dir():
            shutil.rmtree(stuk)
        else:
            stuk.unlink(missing_ok=True)
    return map_
