"""The texts of `feiten.yml` as prose: held to the rules of a chapter, at their own line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mpp.problemen import Probleem
from mpp.render.qmd import Qmd, Regel, Tekst
from mpp.render.subset import INLINE, controleer_tekst
from mpp.ronde.feiten import BESTAND, Feit, lees_feiten

GEVRAAGD: Final = re.compile(r"""\bfeit\(\s*["']([\w-]+)["']\s*\)""")
"""How a chapter asks for a fact."""


def met_feiten(regel: str, wortel: Path) -> str:
    """What was typed in a line of a chapter, the facts that it asks for included."""
    feiten = lees_feiten(wortel)

    def getypt(m: re.Match[str]) -> str:
        return " ".join(INLINE.sub(" ", feiten[id].tekst) for id in GEVRAAGD.findall(m[0]) if id in feiten) or " "

    return INLINE.sub(getypt, regel)


def als_hoofdstuk(feit: Feit) -> Qmd:
    """The text of a fact as if it were a chapter of one line."""
    regel = Regel(feit.tekst, BESTAND, feit.regel)
    return Qmd(BESTAND, {}, {}, (Tekst((regel,), (False,), (regel,)),), (BESTAND,))


def buiten_deelverzameling(wortel: Path) -> Iterator[Probleem]:
    """What in the texts of the facts the two engines would not make the same of."""
    for feit in lees_feiten(wortel).values():
        yield from controleer_tekst(als_hoofdstuk(feit))
