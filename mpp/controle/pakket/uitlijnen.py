"""Two long rows of words that should say the same, held against each other: what only one of them has."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

Stuk = tuple[int, int]
"""From and to (not included) in a row."""

_SAMEN: Final = 4
"""So many words in a row are an anchor where both rows have them once."""
_KORT: Final = 2_000
"""A gap between anchors of fewer words is compared word by word."""


def verschillen(a: Sequence[str], b: Sequence[str]) -> list[tuple[Stuk, Stuk]]:
    """Where `a` and `b` differ, in order: the piece of either that the other has not there; one of the two may be empty."""
    gelijk: list[tuple[int, int, int]] = []
    i = j = 0
    for x, y in [*_ankers(a, b), (len(a), len(b))]:
        gelijk += _binnen(a, b, i, x, j, y)
        i, j = x, y
    uit = []
    i = j = 0
    for x, y, lengte in [*gelijk, (len(a), len(b), 0)]:
        if x > i or y > j:
            uit.append(((i, x), (j, y)))
        i, j = x + lengte, y + lengte
    return uit


def _ankers(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Places in both with the same words, that either has once, in one order."""
    van_a, van_b = _eenmaal(a), _eenmaal(b)
    paren = sorted((plaats, van_b[woorden]) for woorden, plaats in van_a.items() if woorden in van_b)
    return _stijgend(paren)


def _eenmaal(rij: Sequence[str]) -> dict[tuple[str, ...], int]:
    groepen = list(zip(*(rij[k:] for k in range(_SAMEN)), strict=False))
    aantal = Counter(groepen)
    return {groep: plaats for plaats, groep in enumerate(groepen) if aantal[groep] == 1}


def _stijgend(paren: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of pairs in which both rise."""
    toppen: list[int] = []
    laatste: list[int] = []
    vorige: list[int] = []
    for nummer, (_, y) in enumerate(paren):
        k = bisect_left(toppen, y)
        vorige.append(laatste[k - 1] if k else -1)
        toppen[k : k + 1] = [y]
        laatste[k : k + 1] = [nummer]
    uit: list[tuple[int, int]] = []
    nummer = laatste[-1] if laatste else -1
    while nummer >= 0:
        uit.append(paren[nummer])
        nummer = vorige[nummer]
    return uit[::-1]


def _binnen(a: Sequence[str], b: Sequence[str], i: int, x: int, j: int, y: int) -> list[tuple[int, int, int]]:
    """What is equal between two anchors: from the front, from the back, and in the middle where that is short."""
    uit = []
    voor = 0
    while i + voor < x and j + voor < y and a[i + voor] == b[j + voor]:
        voor += 1
    if voor:
        uit.append((i, j, voor))
    i, j = i + voor, j + voor
    achter = 0
    while x - achter > i and y - achter > j and a[x - achter - 1] == b[y - achter - 1]:
        achter += 1
    x, y = x - achter, y - achter
    if 0 < x - i <= _KORT and 0 < y - j <= _KORT:
        uit += [(i + m.a, j + m.b, m.size) for m in SequenceMatcher(None, a[i:x], b[j:y], autojunk=False).get_matching_blocks() if m.size]
    if achter:
        uit.append((x, y, achter))
    return uit
