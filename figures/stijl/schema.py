"""Drawing the chain: cards with a stock, arrows as thick as the flow. All measures in mm on a sheet of fixed grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.patches import FancyBboxPatch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path

from figures.stijl.kleuren import INKT, LIJN, STIL, TEKST
from figures.stijl.letters import FAMILIE, tekstbreedte
from figures.stijl.vel import PUNT, Vel

if TYPE_CHECKING:
    from matplotlib.axes import Axes

RASTER = 178.0
"""The width in grid units on which the chain is laid out; a narrower sheet scales it down."""
PERSONEN_PER_MM = 8000.0
"""An arrow is one grid unit thick per this many persons or cases a year."""
DIKSTE_PIJL = 7.5
"""And never thicker than this."""


@dataclass(frozen=True)
class Tekening:
    """A sheet with a grid of RASTER units wide, the origin in the lower left corner."""

    vel: Vel
    ax: Axes
    schaal: float
    per_eenheid: float = PERSONEN_PER_MM

    def schrijf(
        self, x: float, y: float, tekst: str, *, punt: float = PUNT, gewicht: int = 400, kleur: str = TEKST, ha: str = "left"
    ) -> None:
        """Write `tekst` with its baseline at (`x`, `y`)."""
        self.ax.text(
            x, y, tekst, fontsize=punt * self.schaal, fontweight=gewicht, color=kleur, ha=ha, va="baseline", family=FAMILIE, zorder=6
        )

    def breed(self, tekst: str, punt: float, gewicht: int = 400) -> float:
        """The width of `tekst` in grid units."""
        return tekstbreedte(tekst, punt, gewicht)

    def kaart(self, x: float, y: float, breed: float, hoog: float, rand: str) -> None:
        """A card: white, ruled, with a coloured edge at the left."""
        self.ax.add_patch(
            FancyBboxPatch(
                (x, y),
                breed,
                hoog,
                boxstyle="round,pad=0,rounding_size=1.2",
                facecolor="white",
                edgecolor=LIJN,
                linewidth=0.8 * self.schaal,
                zorder=4,
            )
        )
        self.ax.add_patch(Rectangle((x, y + 1.2), 1.1, hoog - 2.4, facecolor=rand, linewidth=0, zorder=5))

    def voorraad(self, x: float, y: float, naam: str, wat: str, getal: str, *, kleur: str = INKT, groot: float = 17) -> None:
        """The head of a card below (`x`, `y`): who, what is counted, the number."""
        self.schrijf(x, y - 5.4, naam, punt=9.5, gewicht=600, kleur=kleur)
        self.schrijf(x, y - 9.2, wat, punt=7.8, kleur=STIL)
        self.schrijf(x, y - 12.0 - 0.26 * groot, getal, punt=groot, gewicht=600, kleur=TEKST)

    def rekening(self, x: float, y: float, tekst: str, punt: float = 7.2) -> None:
        """A line of reckoning under a stock."""
        self.schrijf(x, y, tekst, punt=punt, kleur=STIL)

    def rij(self, x: float, y: float, breed: float, naam: str, getal: str) -> None:
        """A name at the left and its number at the right of a card."""
        self.schrijf(x, y, naam, punt=7.8, kleur=STIL)
        self.schrijf(x + breed, y, getal, punt=7.8, gewicht=600, ha="right")

    def stroom(self, x: float, y: float, getal: str, wat: str, *, ha: str = "left") -> None:
        """A flow's number with, below it, what flows."""
        self.schrijf(x, y, getal, punt=9, gewicht=600, ha=ha)
        self.schrijf(x, y - 3.4, wat, punt=7.8, kleur=STIL, ha=ha)

    def vlak(self, x: float, y: float, kleur: str) -> None:
        """A small key of colour before a name."""
        self.ax.add_patch(Rectangle((x, y), 1.9, 1.9, facecolor=kleur, linewidth=0, zorder=5))

    def pijl(self, punten: Sequence[tuple[float, float]], stroom: float, kleur: str, *, bocht: float = 5.0) -> None:
        """An arrow along `punten` (right angles, rounded), as thick as `stroom`, ending in a head at the last point."""
        dik = max(stroom / self.per_eenheid, 0.7)
        kop = max(dik * 0.75 + 0.9, 1.9)
        (xa, ya), (xb, yb) = punten[-2], punten[-1]
        lengte = abs(xb - xa) + abs(yb - ya)
        ex, ey = (xb - xa) / lengte, (yb - ya) / lengte
        voet = (xb - ex * kop, yb - ey * kop)
        route = [*punten[:-1], voet]
        verts, codes = [route[0]], [Path.MOVETO]
        for vorig, hier, volgend in zip(route, route[1:], route[2:], strict=False):
            verts += [_richting(hier, vorig, bocht), hier, _richting(hier, volgend, bocht)]
            codes += [Path.LINETO, Path.CURVE3, Path.CURVE3]
        verts.append((voet[0] + ex * 0.2, voet[1] + ey * 0.2))
        codes.append(Path.LINETO)
        self.ax.add_patch(
            PathPatch(
                Path(verts, codes), facecolor="none", edgecolor=kleur, capstyle="butt", linewidth=dik * self.schaal * 72 / 25.4, zorder=2
            )
        )
        half = dik / 2 + max(dik * 0.32, 0.8)
        hoeken = [(voet[0] - ey * half, voet[1] + ex * half), (xb, yb), (voet[0] + ey * half, voet[1] - ex * half)]
        self.ax.add_patch(Polygon(hoeken, closed=True, facecolor=kleur, linewidth=0, zorder=2))

    def balk(self, x: float, y: float, breed: float, hoog: float, delen: Sequence[tuple[float, str]]) -> list[float]:
        """A bar in parts (value, colour) to scale; gives where each part begins."""
        totaal, begin = sum(waarde for waarde, _ in delen), []
        for waarde, kleur in delen:
            begin.append(x)
            deel = breed * waarde / totaal
            self.ax.add_patch(Rectangle((x, y), deel, hoog, facecolor=kleur, edgecolor="white", linewidth=0.8, zorder=5))
            x += deel
        return begin


def _richting(van: tuple[float, float], naar: tuple[float, float], afstand: float) -> tuple[float, float]:
    lengte = abs(naar[0] - van[0]) + abs(naar[1] - van[1])
    deel = min(afstand, lengte) / lengte
    return van[0] + (naar[0] - van[0]) * deel, van[1] + (naar[1] - van[1]) * deel


def tekening(vel: Vel, hoogte: float, grootste: float = 0.0) -> Tekening:
    """The room of `vel` as a drawing, `hoogte` grid units high.

    Where the `grootste` flow would be thicker than there is room for, all arrows are thinner in proportion.
    """
    ax = vel.assen(links=0, rechts=0, onder=0, boven=0)
    ax.set_xlim(-0.4, RASTER + 0.4)
    ax.set_ylim(-0.4, hoogte + 0.4)
    ax.set_axis_off()
    return Tekening(vel, ax, vel.breedte / RASTER, max(PERSONEN_PER_MM, grootste / DIKSTE_PIJL))
