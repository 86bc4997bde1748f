"""What a slip of the hand makes of a number, and which slip makes the one of the other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import Final

VERWISSELD: Final = "twee cijfers verwisseld"
"""The slip that leaves a number about as large as it was."""


@cache
def slips(getal: float) -> frozenset[float]:
    """What a positive number becomes with a nought or a point in another place, or with two of its digits exchanged."""
    return frozenset({*_tienvouden(getal), *_verwisseld(getal)} - {getal})


@cache
def gedachte(getal: float, bedoeld: float) -> str:
    """Which slip made a positive number of the one that was meant, in Dutch; empty where none did."""
    hoger, lager = (sorted(float(Decimal(repr(bedoeld)).scaleb(teken * n)) for n in (1, 2)) for teken in (1, -1))
    if getal in hoger:
        return "een cijfer te veel, of de komma verkeerd"
    if getal in lager:
        return "een cijfer te weinig, of de komma verkeerd"
    return VERWISSELD if getal in set(_verwisseld(bedoeld)) - {bedoeld} else ""


def _tienvouden(getal: float) -> Iterator[float]:
    yield from (float(Decimal(repr(getal)).scaleb(macht)) for macht in (1, -1))


def _verwisseld(getal: float) -> Iterator[float]:
    cijfers = f"{Decimal(repr(getal)).normalize():f}"
    eerste = len(cijfers) - len(cijfers.lstrip("0."))
    for i, j in combinations([i for i, c in enumerate(cijfers) if i >= eerste and c != "."], 2):
        anders = list(cijfers)
        anders[i], anders[j] = anders[j], anders[i]
        yield float("".join(anders))
