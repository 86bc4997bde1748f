"""Numbers, words and signs of a text, one after the other, as a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from mpp.getal.telwoorden import TELWOORDEN

_TEKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[⁰¹²³⁴-⁹₀-₉]+|[½¼¾⅓⅔]|[^\W\d_]+|[^\w\s\ue000]|_")
_ONZICHTBAAR: Final = re.compile("[\u200b\u200c\u200d\u2060\ufe0e\ufeff]+")
_AFGEBROKEN: Final = re.compile("\u00ad ?")
_GETALWOORDEN: Final = frozenset(TELWOORDEN) - {"een"}
_TIENTALLEN: Final = (
    r"\w*(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend)(?:en|tal|tallen)?"
    r"|miljoen(?:en)?|miljard(?:en)?|tien(?:tal|tallen)|dozijn(?:en)?|helft|driekwart|anderhal(?:f|ve)"
)
"""From twenty up, and what else tells how many: zeventigduizend, honderdtallen, miljoen, tientallen."""
_GROOT: Final = re.compile(_TIENTALLEN)
_MOGELIJK: Final = re.compile(rf"\d|[⁰¹²³⁴-⁹₀-₉½¼¾⅓⅔]|\b(?:{'|'.join(sorted(_GETALWOORDEN))}|{_TIENTALLEN})\b", re.IGNORECASE)


class Teken(NamedTuple):
    """One word, number or sign of a text, and where in that text it begins."""

    tekst: str
    plaats: int

    @property
    def is_getal(self) -> bool:
        """Whether it is a number, in digits or in words."""
        return _is_getal(self.tekst.lower())

    @property
    def eind(self) -> int:
        """Where in the text it ends."""
        return self.plaats + len(self.tekst)


@cache
def _is_getal(woord: str) -> bool:
    return woord[0].isnumeric() or woord in _GETALWOORDEN or bool(_GROOT.fullmatch(woord))


def tekens(tekst: str) -> Iterator[Teken]:
    """Every word, number and sign in `tekst`."""
    for vondst in _TEKEN.finditer(tekst):
        yield Teken(vondst[0], vondst.start())


def getallen(tekst: str) -> Iterator[Teken]:
    """The numbers among them, those in words in small letters."""
    for vondst in _TEKEN.finditer(tekst):
        if _is_getal(woord := vondst[0].lower()):
            yield Teken(woord, vondst.start())


def heeft_getal(tekst: str) -> bool:
    """Whether there is a number among them; quicker than looking for each."""
    return bool(_MOGELIJK.search(tekst))


def glad(tekst: str) -> str:
    """The text without what cannot be seen in it, every white space one space, and words that were broken off whole."""
    return _AFGEBROKEN.sub("", " ".join(_ONZICHTBAAR.sub("", tekst).split())).strip()


def zin(tekst: str, plaats: int) -> str:
    """The sentence of `tekst` in which `plaats` lies, at most two hundred letters of it."""
    begin = max((einde.end() for einde in re.finditer(r"[.!?:;] ", tekst[:plaats])), default=0)
    slot = re.search(r"[.!?](?: |$)", tekst[plaats:])
    eind = plaats + slot.end() if slot else len(tekst)
    return " ".join(tekst[max(begin, plaats - 100) : min(eind, plaats + 100)].split())
