"""The sheet of a chart: title above, room for axes, the source line below.

Sizes are in millimetres and points as printed; a chart is drawn at the width at which it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import TYPE_CHECKING, Any

from matplotlib import rc_context
from matplotlib.figure import Figure

from figures.stijl.kleuren import INKT, LIJN, STIL, TEKST
from figures.stijl.letters import FAMILIE, breek, letters, tekstbreedte

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from mpp.uitkomsten import Uitkomsten

MM = 1 / 25.4
REALISATIES = re.compile(r"\[(.+?)\]")
"""The realisations that a chart shows, as its source line names them."""
HEEL, HALF = 160 * MM, 77 * MM
"""The two widths of a chart in the rapportage, in inches: the full measure or half of it."""

PUNT_TITEL, PUNT_ONDERTITEL, PUNT, PUNT_VOET = 10.5, 8.5, 8.0, 6.8


@cache
def regels() -> Any:
    """How matplotlib draws in this house: the settings under which a figure is made and drawn."""
    letters()
    return {
        "font.family": [FAMILIE],
        "font.size": PUNT,
        "text.color": TEKST,
        "axes.edgecolor": LIJN,
        "axes.linewidth": 0.6,
        "axes.axisbelow": True,
        "axes.unicode_minus": True,
        "xtick.color": STIL,
        "ytick.color": STIL,
        "xtick.major.size": 0,
        "ytick.major.size": 0,
        "xtick.major.pad": 4,
        "ytick.major.pad": 4,
        "lines.solid_capstyle": "round",
        "lines.solid_joinstyle": "round",
        "svg.fonttype": "path",
        "svg.hashsalt": "mpp",
        "path.simplify": False,
    }


@dataclass(frozen=True)
class Vak:
    """A box on the sheet, in millimetres from its lower left corner."""

    links: float
    onder: float
    rechts: float
    boven: float

    @property
    def hoogte(self) -> float:
        """How high it is."""
        return self.boven - self.onder

    @property
    def midden(self) -> tuple[float, float]:
        """Its middle."""
        return (self.links + self.rechts) / 2, (self.onder + self.boven) / 2

    def ruimer(self, rand: float) -> Vak:
        """The same box with `rand` more on every side."""
        return Vak(self.links - rand, self.onder - rand, self.rechts + rand, self.boven + rand)

    def raakt(self, ander: Vak) -> bool:
        """Whether the two overlap."""
        return self.links < ander.rechts and ander.links < self.rechts and self.onder < ander.boven and ander.onder < self.boven

    def bevat(self, ander: Vak) -> bool:
        """Whether the other lies within this one."""
        return self.links <= ander.links and ander.rechts <= self.rechts and self.onder <= ander.onder and ander.boven <= self.boven

    def gesneden(self, van: tuple[float, float], tot: tuple[float, float]) -> bool:
        """Whether a straight line from one point to another passes through the box."""
        if max(van[0], tot[0]) <= self.links or min(van[0], tot[0]) >= self.rechts:
            return False
        begin, eind = 0.0, 1.0
        for a, b, laag, hoog in ((van[0], tot[0], self.links, self.rechts), (van[1], tot[1], self.onder, self.boven)):
            if a == b:
                if not laag < a < hoog:
                    return False
                continue
            eerste, tweede = sorted(((laag - a) / (b - a), (hoog - a) / (b - a)))
            begin, eind = max(begin, eerste), min(eind, tweede)
        return begin < eind


def tekstvak(x: float, y: float, tekst: str, punt: float, gewicht: int = 400, ha: str = "left", va: str = "baseline") -> Vak:
    """The box of a line of text written at (`x`, `y`): from just below its baseline to the top of its capitals."""
    breed, kapitaal, staart = tekstbreedte(tekst, punt, gewicht), punt * 0.25, punt * 0.04
    links = x - {"left": 0.0, "center": breed / 2, "right": breed}[ha]
    basis = y if va == "baseline" else y - kapitaal / 2
    return Vak(links, basis - staart, links + breed, basis + kapitaal)


class Vel:
    """One chart's sheet: a figure with title and subtitle above, room for axes, the source line below.

    `breedte` in inches, `hoogte` of the room for one row of panels in mm; the figure's height follows from the text.
    Several `panelen` stand beside one another, at most `kolommen` in a row, or below one another on a narrow sheet.
    Without `kop` the title is left out, for a page that sets it as text itself. The subtitle may name the years as {eerste} and {laatste}.
    So is the source line without `voet`.
    """

    def __init__(
        self,
        u: Uitkomsten,
        titel: str,
        ondertitel: str,
        bron: str,
        *,
        breedte: float,
        hoogte: float,
        panelen: int = 1,
        kolommen: int | None = None,
        kop: bool = True,
        voet: bool = True,
    ):
        self.breedte = breedte / MM
        self.smal = self.breedte < 100
        self.kolommen = 1 if self.smal else min(panelen, kolommen or panelen)
        rijen = ceil(panelen / self.kolommen)
        self.rijhoogte, self.hoogte = hoogte, hoogte * rijen
        ondertitel = ondertitel.format(eerste=u.jaren[0], laatste=u.jaren[-1])
        kopregels = []
        if kop:
            kopregels = [(r, PUNT_TITEL, 600, INKT) for r in breek(titel, self.breedte, PUNT_TITEL, 600)]
            kopregels += [(r, PUNT_ONDERTITEL, 400, STIL) for r in breek(ondertitel, self.breedte, PUNT_ONDERTITEL)]
        voetregels = breek(voetregel(u, bron), self.breedte, PUNT_VOET) if voet else []
        self._kophoogte = sum(punt for _, punt, _, _ in kopregels) * 0.47 + (3.5 if kop else 1.0)
        self._voethoogte = len(voetregels) * PUNT_VOET * 0.47 + 2.0
        self.totaal = self._kophoogte + self.hoogte + self._voethoogte
        self.vakken: list[Vak] = []
        with rc_context(regels()):
            self.figuur = Figure(figsize=(breedte, self.totaal * MM))
        y = self.totaal
        for tekst, punt, gewicht, kleur in kopregels:
            y -= punt * 0.47
            self.schrijf(0, y + punt * 0.1, tekst, punt=punt, gewicht=gewicht, kleur=kleur)
        y = self._voethoogte - 2.0
        for tekst in voetregels:
            y -= PUNT_VOET * 0.47
            self.schrijf(0, y + PUNT_VOET * 0.1, tekst, punt=PUNT_VOET, kleur=STIL)

    def schrijf(
        self,
        x: float,
        y: float,
        tekst: str,
        *,
        punt: float = PUNT,
        gewicht: int = 400,
        kleur: str = TEKST,
        los: bool = False,
        **meer: Any,
    ) -> None:
        """Write `tekst` at (`x`, `y`) mm from the sheet's lower left corner, and remember where it stands.

        `los` sets it off with a white edge from the lines of the grid behind it.
        """
        plaats = x / self.breedte, y / self.totaal
        self.vakken.append(tekstvak(x, y, tekst, punt, gewicht, meer.get("ha", "left"), meer.get("va", "baseline")))
        if los:
            from matplotlib.patheffects import withStroke

            meer["path_effects"] = [withStroke(linewidth=2.0, foreground="white")]
        self.figuur.text(*plaats, tekst, fontsize=punt, fontweight=gewicht, color=kleur, family=FAMILIE, **meer)

    def verbind(self, van: tuple[float, float], tot: tuple[float, float], kleur: str) -> None:
        """A thin line from a label to the point it belongs to, in mm."""
        from matplotlib.lines import Line2D

        xs, ys = zip(van, tot, strict=True)
        lijn = Line2D(
            [x / self.breedte for x in xs],
            [y / self.totaal for y in ys],
            color=kleur,
            linewidth=0.5,
            transform=self.figuur.transFigure,
        )
        self.figuur.add_artist(lijn)

    def assen(
        self,
        paneel: int = 0,
        *,
        naam: str = "",
        links: float = 13.0,
        rechts: float = 28.0,
        onder: float = 6.0,
        boven: float = 3.0,
    ) -> Axes:
        """Axes of one panel, with margins in mm for the labels; its `naam` stands above it, on more lines where it is too wide."""
        kolom, rij = paneel % self.kolommen, paneel // self.kolommen
        tussen = 4.0
        vak = (self.breedte - tussen * (self.kolommen - 1)) / self.kolommen
        naamregels = breek(naam, vak, PUNT, 600) if naam else []
        boven = 9.0 + 3.6 * (len(naamregels) - 1) if naamregels else boven
        x = kolom * (vak + tussen)
        top = self._voethoogte + self.hoogte - rij * self.rijhoogte
        maten = (x + links, top - self.rijhoogte + onder, vak - links - rechts, self.rijhoogte - onder - boven)
        for i, regel in enumerate(naamregels):
            self.schrijf(x, top - 4.5 - 3.6 * i, regel, gewicht=600)
        with rc_context(regels()):
            ax = self.figuur.add_axes((maten[0] / self.breedte, maten[1] / self.totaal, maten[2] / self.breedte, maten[3] / self.totaal))
        ax.set_facecolor("none")
        for rand in ("top", "left", "right"):
            ax.spines[rand].set_visible(False)
        ax.spines["bottom"].set_color(STIL)
        ax.spines["bottom"].set_zorder(5)
        ax.grid(axis="y", color=LIJN, linewidth=0.5)
        ax.tick_params(labelsize=PUNT if maten[2] > 60 else PUNT - 0.7)
        return ax


def voetregel(u: Uitkomsten, bron: str) -> str:
    """The line under every chart: source, edition and peildatum.

    In `bron` the ids of realisations between square brackets stand for who published them, and what those that are shown leave out;
    `{begin}` for the day with which the model begins.
    """
    from figures.stijl.reeksen import uitgevers, zonder
    from mpp.parameters.dagen import dag_en_maand
    from mpp.weergave.opmaak import datum

    bron = bron.replace("{begin}", dag_en_maand(u.editie.begin))

    def gerealiseerd(treffer: re.Match[str]) -> str:
        ids = treffer[1].split()
        return uitgevers(u, ids) + (f" ({weg})" if (weg := zonder(u, ids)) else "")

    bron = REALISATIES.sub(gerealiseerd, bron)
    return f"Bron: {bron}. {u.editie.titel}, peildatum {datum(u.editie.peildatum)}."


def mooie_as(hoogste: float, stappen: Sequence[float] = (1, 2, 2.5, 5, 10), streepjes: int = 5) -> list[float]:
    """Round axis values from zero to at least `hoogste`, in at most `streepjes` steps."""
    if hoogste <= 0:
        return [0.0, 1.0]
    macht = 1.0
    while macht * 10 * streepjes <= hoogste:
        macht *= 10
    while macht * streepjes > hoogste:
        macht /= 10
    stap = next(s * macht for s in stappen if s * macht * streepjes >= hoogste * (1 - 1e-9))
    aantal = ceil(hoogste / stap - 1e-9)
    return [stap * k for k in range(aantal + 1)]
