"""Where in a chapter something stands that is only known by its text."""

from __future__ import annotations

import re

from mpp.render.qmd import Cel, Qmd, Regel

_WOORD = re.compile(r"[^\W_]{3,}")


def vindplaats(qmd: Qmd, tekst: str) -> Regel:
    """The line of the chapter that shares most words with `tekst`; its first line with text when none does."""
    gezocht = set(_WOORD.findall(tekst.lower()))
    regels = [r for deel in qmd.delen for r in ((deel.hekregel, *deel.code) if isinstance(deel, Cel) else deel.regels)]
    gelijk = [len(gezocht & set(_WOORD.findall(regel.tekst.lower()))) for regel in regels]
    if any(gelijk):
        return regels[gelijk.index(max(gelijk))]
    return next((regel for regel in regels if regel.tekst.strip()), Regel("", qmd.pad, 1))
