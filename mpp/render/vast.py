"""A final document is fixed: what its code reads is locked, and nothing in that code gives another answer another time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from mpp.bronbestanden import GROEPEN, bronbestanden, figuren, vaste_mappen
from mpp.problemen import Fout, Probleem, probleem
from mpp.render.boek import Boek
from mpp.render.draaier.onkenbaar import onkenbaar
from mpp.render.draaier.opname import Opname, Plek

_MET_HET_SLOT: Final = ("parameters.yml", "parameters.lock", "journaal.yml")
"""The lock, and what it holds by value: the parameters, and the journal that it was written with."""


def losse_einden(boek: Boek, wortel: Path) -> list[Probleem]:
    """What keeps the book of the project in `wortel` from being made again to the letter, each with the line that does it."""
    gemaakt = [hoofdstuk.gemaakt for hoofdstuk in boek.hoofdstukken]
    plaatsen = {naam: plek for g in reversed(gemaakt) for naam, plek in g.plaatsen.items()}
    return _enkel((*(bezwaar for g in gemaakt for bezwaar in g.bezwaren), *_los(plaatsen, wortel)))


def maak_vast(maak: Callable[[], Mapping[str, bytes]], wortel: Path) -> Mapping[str, bytes]:
    """The files that `maak` gives.

    Raises Fout when a chart that it may have drawn is not the same each time, or read what is not locked.
    """
    opname = Opname(wortel)
    try:
        bestanden = maak()
    finally:
        opgenomen = opname.sluit()
    if los := _enkel((*_figuren(), *opgenomen.bezwaren, *_los(opgenomen.plaatsen, wortel))):
        raise Fout(los)
    return bestanden


def _figuren() -> Iterator[Probleem]:
    """What in the code of the charts gives another answer another time."""
    for naam, pad in figuren().items():
        for regel, wat, waarom in _onkenbaar(pad.read_text(encoding="utf-8")):
            yield probleem("vast-onkenbaar", bestand=naam, regel=regel, wat=wat, waarom=waarom)


@cache
def _onkenbaar(code: str) -> tuple[tuple[int, str, str], ...]:
    """What `onkenbaar` finds in a chart, once for each text that its file has had."""
    return tuple(onkenbaar(code, lambda module: False))


def _los(plaatsen: Mapping[str, Plek], wortel: Path) -> Iterator[Probleem]:
    """The files and folders in the project that code asked for and that the lock does not hold."""
    if not plaatsen:
        return
    vast = {os.path.abspath(pad) for groep in GROEPEN for pad in bronbestanden(groep, wortel).values()}
    vast |= {os.path.abspath(wortel / naam) for naam in _MET_HET_SLOT}
    mappen = tuple(os.path.abspath(map_) for map_ in vaste_mappen(wortel))
    for naam, (bestand, regel) in plaatsen.items():
        pad = os.path.abspath(wortel / naam)
        if naam.endswith(os.sep):
            if not any(pad == map_ or pad.startswith(map_ + os.sep) for map_ in mappen):
                yield probleem("vast-map", bestand=bestand, regel=regel, pad=naam)
        elif os.path.isfile(pad) and pad not in vast:
            yield probleem("vast-los", bestand=bestand, regel=regel, pad=naam)


def _enkel(problemen: Iterable[Probleem]) -> list[Probleem]:
    return list({str(p): p for p in problemen}.values())
