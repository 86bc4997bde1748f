"""Slips of the hand: a digit too many or too few, two that changed places.

A number must be seen twice: in the words beside it, as another figure, as a sum, or in the line of its neighbours in time.
A small one need not where its band or its neighbours would tell every slip in it. What cannot be seen twice, or lies far from
its neighbours, its author confirms (`klopt`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import inf, log10
from typing import Final

from mpp.parameters.eenheden import PROCENTUEEL, TELBAAR
from mpp.parameters.schrijfwijze import genoemd_als, geschreven, in_yaml, procenten
from mpp.parameters.verschrijving import VERWISSELD, gedachte, slips
from mpp.problemen import Probleem

#: From here on a number must be seen twice, whatever its band.
GROOT: Final = 1000
#: Below this the words name too many numbers to say of which this one is a slip, shares apart.
_OPVALLEND: Final = 100
#: How far a number may lie from what its neighbours lead to, as a factor.
_IN_LIJN: Final = 1.1
#: How far the ends of a band may lie from a value that has no neighbours, as a factor.
_SMAL: Final = 2.0
#: What lies further from its neighbours than this is confirmed, even if its words name it.
SPRONG: Final = 5.0
#: Between these factors a series lies a digit from a number: what is twelve times as much may be a year beside a month.
_EEN_CIJFER: Final = (8.0, 11.5)

#: A problem on the line of a number: the code and what fills its text.
Meld = Callable[..., Probleem]


@dataclass(frozen=True)
class Cijfer:
    """One number, and what it is held against.

    `bron` is the number as its own source writes it, `teksten` all words beside it. `reeks` is the same number in each period,
    in order of time, and `plaats` where in it this one is; `vast` are the places of those that can be relied on. `banden` are
    the value of each period where the number is an end of its band, `tussen` what it must lie between. `elders` are other
    figures for the same, `record` all numbers of its record, `smal` says that the band confirms it, `eerder` is what another
    edition has here. A `streng` one was counted or published: its source writes it.
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
    eenheid: str = ""
    bron: str | None = None
    tussen: tuple[float, float] = (0, inf)
    streng: bool = False

    @property
    def namen(self) -> frozenset[float]:
        """The numbers that the words beside it name."""
        return _namen(tuple(filter(None, (*self.teksten, self.bron))), self.eenheid)

    @property
    def staat_vast(self) -> bool:
        """Whether the number itself stands elsewhere too: in the words beside it, or as another figure."""
        return abs(self.getal) in (_namen((self.bron,), self.eenheid) if self.bron else self.namen) or self.getal in self.elders


def toets(cijfers: Iterable[Cijfer]) -> Iterator[Probleem]:
    """Every number that looks like a slip of the hand, on its own line."""
    for c in cijfers:
        getal = abs(c.getal)
        if c.klopt and getal in genoemd_als(c.klopt, c.eenheid):
            continue
        if c.bron and (eigen := _namen((c.bron,), c.eenheid)) and getal not in eigen:
            anders = _verschreven(getal, eigen)
            yield _meld(c, "getal-niet-zoals-bron", genoemd=c.bron, gedachte=f" ({anders[1]}?)" if anders else "")
        elif anders := _anders_gelezen(c):
            code = "getal-twee-lezingen" if c.staat_vast else "getal-anders-genoemd"
            yield _meld(c, code, genoemd=_schrijf(c, anders[0]), geschreven=_schrijf(c, getal), gedachte=anders[1])
        elif ver := _sprong(c):
            yield _meld(c, "getal-sprong", buren=ver)
        elif not c.staat_vast and (buur := _verschreven(getal, _buren(c))):
            gegevens = {"buur": _schrijf(c, buur[0]), "gedachte": buur[1], "geschreven": _schrijf(c, getal)}
            yield _meld(c, "getal-naast-anders", **gegevens)
        elif c.getal and not (c.staat_vast or _in_de_pas(c) or _valt_op(c)):
            yield _meld(c, "getal-alleen", geschreven=_schrijf(c, getal), buren=_buren_in_woorden(c))


def toets_geheel(reeks: Sequence[Cijfer]) -> Iterator[Probleem]:
    """A counted series that lies a digit from what its words name, and near to none of it: side by side its values look right."""
    eerste = next((c for c in reeks if c.getal and c.eenheid in TELBAAR), None)
    if eerste is None or any(c.klopt or c.staat_vast for c in reeks):
        return
    namen = {n for c in reeks for n in c.namen if n >= GROOT}
    if all(is_ver(abs(c.getal), n) for c in reeks if c.getal for n in namen):
        for n in sorted(n for n in namen if _EEN_CIJFER[0] <= max(n / abs(eerste.getal), abs(eerste.getal) / n) <= _EEN_CIJFER[1])[:1]:
            yield _meld(eerste, "getal-ver-van-woorden", genoemd=geschreven(n))


@cache
def _namen(teksten: tuple[str, ...], eenheid: str) -> frozenset[float]:
    return frozenset().union(*(genoemd_als(tekst, eenheid) for tekst in teksten))


def _anders_gelezen(c: Cijfer) -> tuple[float, str] | None:
    """The number in its words that this is a slip of; where they name both, one of which two digits changed places."""
    herhaald = abs(c.getal) < GROOT and c.getal in _naast(c).values()
    if c.getal in c.elders or herhaald or (c.bron and c.staat_vast):
        return None
    anders = _verschreven(abs(c.getal), _opvallend(c))
    return None if anders and c.staat_vast and anders[1] != VERWISSELD else anders


def _opvallend(c: Cijfer) -> frozenset[float]:
    """The numbers in its words that it may be a slip of: no other number of its record, and none so small that many are like it."""
    if c.eenheid in PROCENTUEEL:
        return frozenset().union(*(procenten(t) for t in (*c.teksten, c.bron) if t)) - c.record
    return frozenset(n for n in c.namen if n >= _OPVALLEND and n.is_integer()) - c.record


def _buren(c: Cijfer) -> frozenset[float]:
    """What stands on either side where both sides have the same, and what was there in another edition."""
    naast = {abs(w) for w in _naast(c).values() if w}
    return frozenset(naast if len(naast) == 1 else ()) | ({abs(c.eerder)} if c.eerder and not naast else frozenset())


def _schrijf(c: Cijfer, getal: float) -> str:
    return geschreven(getal, c.eenheid)


def _meld(c: Cijfer, code: str, **gegevens: object) -> Probleem:
    return c.meld(code, id=c.id, periode=c.periode, waarde=in_yaml(c.getal), **gegevens)


def is_rond(getal: float) -> bool:
    """Whether only two digits of a number say something, or two and a half: 12.500, 39.000, 1.450."""
    getal = abs(getal)
    return getal == 0 or (getal.is_integer() and getal % (5 * 10 ** max(int(log10(getal)) - 2, 0)) == 0)


def _verschreven(getal: float, namen: Iterable[float]) -> tuple[float, str] | None:
    """The number of these that this is a slip of, and which slip."""
    return next(((ander, wat) for ander in sorted(namen) if (wat := gedachte(getal, ander))), None)


def _naast(c: Cijfer) -> dict[int, float]:
    """The nearest other numbers of the series by their place, at most one on either side."""
    return {i: c.reeks[i][1] for i in (c.plaats - 1, c.plaats + 1) if 0 <= i < len(c.reeks)}


def _sprong(c: Cijfer) -> str | None:
    """What the number lies far from: all of its neighbours, its own value, or what another edition has; in words."""
    band = [c.banden[c.plaats]] if c.banden else []
    naast = [w for i, w in _naast(c).items() if c.vast is None or not c.staat_vast or i in c.vast]
    for woorden, anderen in (("ernaast staat", naast), ("de waarde is", band), ("eerder was het", [] if c.eerder is None else [c.eerder])):
        echt = [abs(w) for w in anderen if w]
        if echt and c.getal and all(is_ver(abs(c.getal), w) for w in echt):
            return f"{woorden} {' en '.join(geschreven(w) for w in echt)}"
    return None


def is_ver(a: float, b: float) -> bool:
    """Whether two numbers are so far apart that one of them will have a digit too many or too few."""
    return max(a, b) >= SPRONG * min(a, b) * (1 - 1e-9)


def _in_de_pas(c: Cijfer) -> bool:
    """Whether the number repeats its neighbour, or is round and in the line of its neighbours or of a narrow band.

    One that is small need not be round, unless its source writes it.
    """
    if c.getal in _naast(c).values():
        return True
    rond = is_rond(c.getal) if c.streng or abs(c.getal) >= GROOT else True
    return rond and (c.smal or any(_dicht(c.getal, w) for w in _verwacht(c)))


def _valt_op(c: Cijfer) -> bool:
    """Whether any slip in a small number would be told by what it must lie between, or by its neighbours."""
    if c.streng or abs(c.getal) >= GROOT:
        return False
    if c.banden:
        return True
    laag, hoog = c.tussen
    naast = [abs(w) for w in _naast(c).values() if w]
    return all(not laag <= s <= hoog or (naast and all(is_ver(s, w) for w in naast)) for s in slips(abs(c.getal)))


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
