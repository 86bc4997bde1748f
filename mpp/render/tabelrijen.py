"""Pipe tables as they are typed: a row has as many cells as its head, or the last ones are lost without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mpp.problemen import Probleem
from mpp.render.qmd import Regel

_SCHEIDING = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:[|+]\s*:?-+:?\s*)*\|?\s*$")
_GEEN_STREEP = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|\\.")
_RASTER = re.compile(r"^\s*\+(?:[-=:]+\+)+\s*$")
_STREEPJES = re.compile(r"^\s*-{3,}(?:\s+-{2,})+\s*$")
_NA_TABEL = re.compile(r"^\s*(?::|`{3}|~{3})")
"""A caption, the end of a block or a block of code may come right under a table."""


def controleer_tabelrijen(regels: Iterable[Regel]) -> Iterator[Probleem]:
    """Each row of a pipe table with more or fewer cells than the head or none, and each table of another form than with pipes."""
    vorige: Regel | None = None
    cellen = 0
    for regel in regels:
        if _RASTER.match(regel.tekst) or _STREEPJES.match(regel.tekst):
            yield regel.probleem("tabel-vorm")
        elif not cellen and vorige is not None and "|" in regel.tekst and _SCHEIDING.match(regel.tekst) and "|" in vorige.tekst:
            cellen = aantal_cellen(vorige.tekst)
            yield from _afwijkend(regel, cellen)
        elif cellen and _SCHEIDING.match(regel.tekst) and "|" in regel.tekst:
            yield regel.probleem("tabel-streepjes")
        elif cellen and "|" in regel.tekst:
            yield from _afwijkend(regel, cellen)
        elif cellen and regel.tekst.strip() and not _NA_TABEL.match(regel.tekst):
            yield regel.probleem("tabel-rij-los")
            cellen = 0
        else:
            cellen = 0
        vorige = regel


def aantal_cellen(tekst: str) -> int:
    """How many cells a row of a pipe table holds; a pipe in code or after a backslash is none."""
    kaal = _GEEN_STREEP.sub("x", tekst).strip()
    return len(kaal.removeprefix("|").removesuffix("|").split("|"))


def _afwijkend(regel: Regel, verwacht: int) -> Iterator[Probleem]:
    aantal = aantal_cellen(regel.tekst)
    if aantal != verwacht:
        yield regel.probleem("tabel-cellen", aantal=aantal, verwacht=verwacht)
