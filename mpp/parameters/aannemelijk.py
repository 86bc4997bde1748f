"""Slips of the hand: a digit too many or too few, two that changed places.

A number of four digits or more must be seen twice: in the words beside it, as another figure, as a sum, or in the line of
its neighbours in time. What cannot be seen twice, or lies far from its neighbours, its author confirms (`klopt`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import log10
from typing import Final

from mpp.parameters.schrijfwijze import genoemd, geschreven
from mpp.problemen import Probleem

#: From here on a number must be seen twice.
GROOT: Final = 1000
#: How far a round number may lie from what its neighbours lead to, as a factor.
_IN_LIJN: Final = 1.1
#: How far the ends of a band may lie from a value that has no neighbours, as a factor.
_SMAL: Final = 2.0
#: What lies further from its neighbours than this is confirmed, even if its words name it.
_SPRONG: Final = 5.0

#: A problem on the line of a number: the code and what fills its text.
Meld = Callable[..., Probleem]


@dataclass(frozen=True)
class Cijfer:
    """One number, and what it is held against.

    `reeks` is the same number in each period, in order of time, and `plaats` where in it this one is; `vast` are the places of
    those that can be relied on. `banden` are the value of each period where the number is an end of its band. `elders` are
    other figures for the same, `record` all numbers of its record, `smal` says that the band confirms it, `eerder` is what
    another edition has here.
    """

    meld: Meld
    id: str
    periode: str
    getal: float
    teksten: tuple[str | None, ...] = ()
    klopt: str | None = None
    reeks: tuple[tuple[float, float], ...] = ()
    plaats: int = 0
    vast: frozenset[int] | None = None
    banden: tuple[float, ...] = ()
    elders: frozenset[float] = field(default_factory=frozenset)
    record: frozenset[float] = frozenset()
    smal: bool = False
    eerder: float | None = None

    @property
    def namen(self) -> frozenset[float]:
        """The numbers that the words beside it name."""
        return _namen(tuple(filter(None, self.teksten)))

    @property
    def staat_vast(self) -> bool:
        """Whether the number itself stands elsewhere too: in the words beside it, or as another figure."""
        return abs(self.getal) in self.namen or self.getal in self.elders


def toets(cijfers: Iterable[Cijfer]) -> Iterator[Probleem]:
    """Every number that looks like a slip of the hand, on its own line."""
    for c in cijfers:
        if c.klopt and abs(c.getal) in genoemd(c.klopt):
            continue
        if not c.staat_vast and (anders := _verschreven(abs(c.getal), c.namen - c.record)):
            ander, gedachte = anders
            yield _meld(c, "getal-anders-genoemd", genoemd=geschreven(ander), gedachte=gedachte)
        elif ver := _sprong(c):
            yield _meld(c, "getal-sprong", buren=ver)
        elif abs(c.getal) >= GROOT and not (c.staat_vast or _in_de_pas(c)):
            yield _meld(c, "getal-alleen", geschreven=geschreven(abs(c.getal)), buren=_buren_in_woorden(c))


@cache
def _namen(teksten: tuple[str, ...]) -> frozenset[float]:
    return frozenset().union(*map(genoemd, teksten))


def _meld(c: Cijfer, code: str, **gegevens: object) -> Probleem:
    return c.meld(code, id=c.id, periode=c.periode, waarde=f"{c.getal:.10g}", **gegevens)


def is_rond(getal: float) -> bool:
    """Whether only two digits of a number say something, or two and a half: 12.500, 39.000, 1.450."""
    getal = abs(getal)
    return getal == 0 or (getal.is_integer() and getal % (5 * 10 ** max(int(log10(getal)) - 2, 0)) == 0)


def _verschreven(getal: float, namen: frozenset[float]) -> tuple[float, str] | None:
    """The number that the words name and that this is a slip of, and which slip."""
    for ander in sorted(namen):
        if ander < GROOT or not ander.is_integer():
            continue
        if getal in (ander * 10, ander * 100, ander * 1000):
            return ander, "een cijfer te veel"
        if getal in (ander / 10, ander / 100, ander / 1000):
            return ander, "een cijfer te weinig"
        cijfers, andere = f"{getal:.0f}".rjust(len(f"{ander:.0f}"), "0"), f"{ander:.0f}"
        if getal.is_integer() and sorted(cijfers) == sorted(andere) and sum(a != b for a, b in zip(cijfers, andere, strict=True)) == 2:
            return ander, "twee cijfers verwisseld"
    return None


def _naast(c: Cijfer) -> dict[int, float]:
    """The nearest other numbers of the series by their place, at most one on either side."""
    return {i: c.reeks[i][1] for i in (c.plaats - 1, c.plaats + 1) if 0 <= i < len(c.reeks)}


def _sprong(c: Cijfer) -> str | None:
    """What the number lies far from: all of its neighbours, its own value, or what another edition has; in words."""
    band = [c.banden[c.plaats]] if c.banden else []
    naast = [w for i, w in _naast(c).items() if c.vast is None or not c.staat_vast or i in c.vast]
    for woorden, anderen in (("ernaast staat", naast), ("de waarde is", band), ("eerder was het", [] if c.eerder is None else [c.eerder])):
        echt = [abs(w) for w in anderen if w]
        if echt and c.getal and all(_is_ver(abs(c.getal), w) for w in echt):
            return f"{woorden} {' en '.join(geschreven(w) if w >= GROOT else f'{w:g}' for w in echt)}"
    return None


def _is_ver(a: float, b: float) -> bool:
    return max(a, b) >= GROOT and max(a, b) >= _SPRONG * min(a, b)


def _in_de_pas(c: Cijfer) -> bool:
    """Whether the number repeats its neighbour, or is round and in the line of its neighbours or of a narrow band."""
    if c.getal in _naast(c).values():
        return True
    return is_rond(c.getal) and (c.smal or any(_dicht(c.getal, w) for w in _verwacht(c)))


def _verwacht(c: Cijfer) -> Iterator[float]:
    """What the neighbours lead to: their own height, the line between them or on from them, and the width of their bands."""
    voor, na = c.reeks[: c.plaats], c.reeks[c.plaats + 1 :]
    yield from (w for _, w in (*voor[-1:], *na[:1]))
    t = c.reeks[c.plaats][0] if c.reeks else 0.0
    for paar in (voor[-2:], na[:2], (*voor[-1:], *na[:1])):
        if len(paar) == 2:
            (t1, w1), (t2, w2) = paar
            yield w1 + (w2 - w1) * (t - t1) / (t2 - t1)
    for i in (c.plaats - 1, c.plaats + 1):
        if c.banden and 0 <= i < len(c.banden) and c.banden[i]:
            yield c.banden[c.plaats] * c.reeks[i][1] / c.banden[i]


def _dicht(a: float, b: float) -> bool:
    return a * b > 0 and max(a / b, b / a) <= _IN_LIJN


def is_smal(getallen: Mapping[str, float], rol: str) -> bool:
    """Whether a value and the ends of its band lie so near to each other that they confirm each other; of an end only its own."""
    waarde = getallen["waarde"]
    einden = [g for r, g in getallen.items() if (r != "waarde" if rol == "waarde" else r == rol)]
    return bool(einden) and all(waarde * e > 0 and max(waarde / e, e / waarde) <= _SMAL for e in einden)


def _buren_in_woorden(c: Cijfer) -> str:
    naast = [geschreven(w) for w in _naast(c).values()]
    return f"; ernaast staat {' en '.join(naast)}" if naast else ""
