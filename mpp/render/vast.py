"""A final book is fixed: what its chapters read is locked, and nothing in their code gives another answer another time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from mpp.bronbestanden import GROEPEN, bronbestanden, vaste_mappen
from mpp.problemen import Probleem, probleem
from mpp.render.boek import Boek
from mpp.render.hoofdstuk import Gemaakt


def losse_einden(boek: Boek, wortel: Path) -> list[Probleem]:
    """What keeps the book of the project in `wortel` from being made again to the letter, each with the line that does it."""
    vast = {os.path.abspath(pad) for groep in GROEPEN for pad in bronbestanden(groep, wortel).values()}
    mappen = tuple(os.path.abspath(map_) for map_ in vaste_mappen(wortel))
    return list({str(p): p for h in boek.hoofdstukken for p in (*h.gemaakt.bezwaren, *_los(h.gemaakt, wortel, vast, mappen))}.values())


def _los(gemaakt: Gemaakt, wortel: Path, vast: set[str], mappen: tuple[str, ...]) -> Iterator[Probleem]:
    """The files and folders in the project that code asked for and that the lock does not hold."""
    for naam, (bestand, regel) in gemaakt.plaatsen.items():
        pad = os.path.abspath(wortel / naam)
        if naam.endswith(os.sep):
            if not any(pad == map_ or pad.startswith(map_ + os.sep) for map_ in mappen):
                yield probleem("vast-map", bestand=bestand, regel=regel, pad=naam)
        elif os.path.isfile(pad) and pad not in vast:
            yield probleem("vast-los", bestand=bestand, regel=regel, pad=naam)
