"""Where words can stand in a chart: boxes of text, what is drawn there already, and the nearest place free of both.

All in millimetres from the lower left corner of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from math import inf
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from figures.stijl.letters import tekstbreedte
from figures.stijl.vel import Vak, Vel, tekstvak

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform
    from numpy.typing import ArrayLike

Punt = tuple[float, float]
Lijnstuk = tuple[Punt, Punt]

_RICHTINGEN: Final = ((0, 1), (-1, 1), (1, 1), (0, -1), (1, -1), (-1, -1), (-1, 0), (1, 0))
"""Above, above left, above right, below, and so on: where a label stands from its point, the usual place first."""
_AFSTANDEN: Final = (1.0, 1.6, 2.4, 3.4, 4.6, 6.0, 7.6)
_LUCHT: Final = 0.5
"""Millimetres that stay free round a text."""
_OP_IETS, _VER_BUITEN = 100.0, 40.0
"""What a place costs that lies on something, or too far outside the axes."""
_PER_MM_BUITEN, _OVER_LIJN, _OP_RASTER, _PER_MM, _PER_RICHTING = 3.0, 6.0, 1.5, 1.0, 0.15
"""Per mm outside, for a line between label and point, for a line of the grid behind it, per mm from the point, by its direction."""
_BUITEN: Final = (1.2, 5.0)
"""How far outside the axes a label may be, at the left (where the numbers of the axis are) and at the right."""


def regelhoogte(punt: float) -> float:
    """How far lines of text of this size stand apart."""
    return punt * 0.45


def vrije_plek(vel: Vel, ax: Axes, punt: Punt, regels: Sequence[str], grootte: float, gewicht: int) -> tuple[float, float, str]:
    """The best place for a label of a data point: middle of its first line, and on which side of that it is aligned.

    Nearest to the point of those that lie on no line, bar, marker or other text.
    """
    (x, y), kader = _in_mm(vel, ax.transData, [punt])[0], _kader(vel, ax)
    breed = max(tekstbreedte(r, grootte, gewicht) for r in regels)
    hoog = regelhoogte(grootte) * (len(regels) - 1) + tekstvak(0, 0, "0", grootte).hoogte
    lijnen, vlakken = list(lijnstukken(vel, ax)), [*balken(vel, ax), *vel.vakken]
    raster = [_in_mm(vel, ax.transData, [(ax.get_xlim()[0], hoogte)])[0][1] for hoogte in ax.get_yticks()]

    def plaats(keuze: tuple[float, tuple[int, tuple[int, int]]]) -> tuple[float, Vak, tuple[int, int]]:
        """A place, with what it costs whatever lies there."""
        afstand, (volgorde, richting) = keuze
        vak = _vak(x, y, breed, hoog, afstand, richting)
        op_raster = sum(vak.onder < hoogte < vak.boven for hoogte in raster)
        prijs = _OP_RASTER * op_raster + _prijs_buiten(kader, vak) + _PER_MM * afstand + _PER_RICHTING * volgorde
        return prijs, vak, richting

    def bezetting(vak: Vak) -> float:
        """What it costs that something lies there, or between it and the point."""
        ruim = vak.ruimer(_LUCHT)
        bezet = sum(ruim.gesneden(*stuk) for stuk in lijnen) + sum(ruim.raakt(ander) for ander in vlakken)
        over = any(_kruisen(((x, y), vak.midden), stuk) for stuk in lijnen)
        return (_OP_IETS + bezet if bezet else 0.0) + _OVER_LIJN * over

    beste = inf
    for prijs, kandidaat, kant in sorted(map(plaats, product(_AFSTANDEN, enumerate(_RICHTINGEN))), key=itemgetter(0)):
        if prijs >= beste:
            break  # what comes after is dearer, whatever lies there
        if (kosten := prijs + bezetting(kandidaat)) < beste:
            beste, vak, richting = kosten, kandidaat, kant
    ha, plek = {-1: ("right", vak.rechts), 0: ("center", vak.midden[0]), 1: ("left", vak.links)}[richting[0]]
    return plek, vak.boven - tekstvak(0, 0, "0", grootte).hoogte / 2, ha


def _prijs_buiten(kader: Vak, vak: Vak) -> float:
    links, rechts = max(kader.links - vak.links, 0.0), max(vak.rechts - kader.rechts, 0.0)
    if links > _BUITEN[0] or rechts > _BUITEN[1] or vak.onder < kader.onder or vak.boven > kader.boven + 1.0:
        return _VER_BUITEN
    return _PER_MM_BUITEN * links


def _kruisen(een: Lijnstuk, ander: Lijnstuk) -> bool:
    """Whether two pieces cross somewhere between their ends."""

    def kant(p: Punt, q: Punt, r: Punt) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    (a, b), (c, d) = een, ander
    return kant(a, b, c) * kant(a, b, d) < -1e-9 and kant(c, d, a) * kant(c, d, b) < -1e-9


def _vak(x: float, y: float, breed: float, hoog: float, afstand: float, richting: tuple[int, int]) -> Vak:
    schuin = 0.7 if all(richting) else 1.0
    dx, dy = (kant * afstand * schuin for kant in richting)
    links = x + dx - {-1: breed, 0: breed / 2, 1: 0.0}[richting[0]]
    onder = y + dy - {-1: hoog, 0: hoog / 2, 1: 0.0}[richting[1]]
    return Vak(links, onder, links + breed, onder + hoog)


def lijnstukken(vel: Vel, ax: Axes) -> Iterator[Lijnstuk]:
    """Every piece of a line drawn in the axes; the lines of the grid are not."""
    for lijn in ax.lines:
        punten = _in_mm(vel, lijn.get_transform(), lijn.get_xydata())
        if lijn.get_linewidth() > 0 and lijn.get_linestyle() != "None":
            yield from pairwise(punten)
        if lijn.get_marker() not in (None, "None", ""):
            half = lijn.get_markersize() * 25.4 / 72 / 2
            for x, y in punten:
                yield (x - half, y), (x + half, y)


def balken(vel: Vel, ax: Axes) -> Iterator[Vak]:
    """Every bar in the axes."""
    from matplotlib.patches import Rectangle

    for balk in ax.patches:
        if isinstance(balk, Rectangle) and balk.get_zorder() >= 1 and balk.get_width() and balk.get_height():
            (x0, y0), (x1, y1) = balk.get_bbox().get_points()
            (links, onder), (rechts, boven) = _in_mm(vel, ax.transData, [(x0, y0), (x1, y1)])
            yield Vak(min(links, rechts), min(onder, boven), max(links, rechts), max(onder, boven))


def _kader(vel: Vel, ax: Axes) -> Vak:
    plaats = ax.get_position()
    return Vak(plaats.x0 * vel.breedte, plaats.y0 * vel.totaal, plaats.x1 * vel.breedte, plaats.y1 * vel.totaal)


def _in_mm(vel: Vel, transformatie: Transform, punten: ArrayLike) -> list[Punt]:
    per_mm = vel.figuur.dpi / 25.4
    return [(float(x) / per_mm, float(y) / per_mm) for x, y in transformatie.transform(punten)]
