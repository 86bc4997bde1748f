"""Where in a chapter something stands that is only known by its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mpp.render.qmd import Cel, Qmd, Regel

_WOORD = re.compile(r"[^\W_]{3,}")


def vindplaats(qmd: Qmd, tekst: str) -> Regel:
    """The line of the chapter that holds `tekst`, else shares most words with it; its first line with text when none does."""
    gevonden, _ = _beste(qmd, tekst)
    return gevonden or next((regel for regel in _regels(qmd) if regel.tekst.strip()), Regel("", qmd.pad, 1))


def vindplaats_in(qmds: Iterable[Qmd], tekst: str) -> Regel | None:
    """The same in whichever chapter fits best; None when no word of `tekst` is in any of them."""
    return max((_beste(qmd, tekst) for qmd in qmds), key=lambda gevonden: gevonden[1], default=(None, 0))[0]


def _beste(qmd: Qmd, tekst: str) -> tuple[Regel | None, int]:
    """The line that fits best, and how well: its number of shared words, beyond that of any when it holds the whole text."""
    gezocht = set(_WOORD.findall(tekst.lower()))
    if tekst.strip() and (regel := next((r for r in _regels(qmd) if tekst in r.tekst), None)):
        return regel, len(gezocht) + 1
    gelijk = [(len(gezocht & set(_WOORD.findall(regel.tekst.lower()))), regel) for regel in _regels(qmd)]
    aantal, beste = max(gelijk, key=lambda paar: paar[0], default=(0, None))
    return (beste, aantal) if aantal else (None, 0)


def _regels(qmd: Qmd) -> Iterator[Regel]:
    for deel in qmd.delen:
        yield from (deel.hekregel, *deel.code) if isinstance(deel, Cel) else deel.regels
