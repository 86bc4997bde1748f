"""Lines of a chapter as a reader gets them, each sign knowing where in the source it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mpp.word.kaart import TEKEN

_CODE: Final = re.compile(
    r"(?P<letterlijk>\\[^\w\s])|"
    r"(?P<vast>`\{python\}[^`]*`|\{\{<.*?>\}\}|\[\^[^\]]+\](?!:)|(?<![\w/.])-?@(?:fig|tbl|sec)-[\w-]*\w|!\[[^\]]*\]\([^)]*\))"
    r"|(?P<weg>^\s*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|\[\^[^\]]+\]:\s*|>\s+|\|\s*|#\|\s*[\w-]+:\s*\"?|:::+\s*\{[^}]*?title=\"|:\s+)"
    r"|\{[#.][^{}]*\}|\"\}\s*$|\"\s*$(?=\Z)|\]\([^)]*\)|\*+|(?<!\w)_+(?=\w)|(?<=[\w.,;:!?])_+(?!\w)|\[(?=[^\]]*\]\()|`)"
    r"|(?P<wit>\s*\n\s*|\s+|\s*\|\s*)",
    re.MULTILINE,
)
_GETYPT: Final = {"'": "\u2019", "...": "…", "---": "—", "--": "–"}
_TYPOGRAFIE: Final = re.compile(r"\.\.\.|---|--|'|\"")


@dataclass(frozen=True)
class Zichtbaar:
    """A text as it is read, what is computed in it as one sign, and where each sign begins and ends in the source."""

    tekst: str
    plaatsen: tuple[tuple[int, int], ...]

    def bron(self, begin: int, eind: int) -> tuple[int, int] | None:
        """The piece of the source that reads as these signs; None when there is markup between them."""
        if begin == eind:
            return self._tussen(begin)
        stukken = self.plaatsen[begin:eind]
        if any(a[1] != b[0] for a, b in pairwise(stukken)):
            return None
        return stukken[0][0], stukken[-1][1]

    def _tussen(self, plaats: int) -> tuple[int, int]:
        """Where something can be put in: right behind the sign before it, else before the one after it."""
        if plaats and (plaats == len(self.plaatsen) or not self.tekst[plaats - 1].isspace()):
            return (self.plaatsen[plaats - 1][1],) * 2
        return (self.plaatsen[plaats][0],) * 2 if self.plaatsen else (0, 0)


def zichtbaar(bron: str) -> Zichtbaar:
    """Source text as it is read: without markup, white space as one space, quotes and dashes as they are set."""
    tekens: list[str] = []
    plaatsen: list[tuple[int, int]] = []

    def neem(teken: str, begin: int, eind: int) -> None:
        for letter in teken:
            tekens.append(letter)
            plaatsen.append((begin, eind))

    plaats = 0
    for m in [*_CODE.finditer(bron), None]:
        tot = m.start() if m else len(bron)
        _letters(bron, plaats, tot, neem)
        if m is None:
            break
        plaats = m.end()
        if m["letterlijk"] is not None:
            neem(m[0][1], m.start(), m.end())
        elif m["vast"] is not None:
            neem(TEKEN, m.start(), m.end())
        elif m["wit"] is not None and tekens and tekens[-1] != " ":
            neem(" ", m.start(), m.end())
    while tekens and tekens[-1] == " ":
        tekens.pop()
        plaatsen.pop()
    return Zichtbaar("".join(tekens), tuple(plaatsen))


def _letters(bron: str, begin: int, eind: int, neem: Callable[[str, int, int], None]) -> None:
    plaats = begin
    for m in [*_TYPOGRAFIE.finditer(bron, begin, eind), None]:
        tot = m.start() if m else eind
        for i in range(plaats, tot):
            neem(bron[i], i, i + 1)
        if m:
            open_ = m.start() == 0 or bron[m.start() - 1] in " \n([*_"
            aanhaling = ("\u201c" if open_ else "\u201d") if m[0] == '"' else _GETYPT[m[0]]
            neem(aanhaling, m.start(), m.end())
            plaats = m.end()
