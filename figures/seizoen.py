"""The inflow over the months of the first year: the second half is the larger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import BLAUW, INKT, LILA, STIL
from figures.stijl.labels import bij, cijfer
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import hoogte_as

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "De asielinstroom over de maanden van het jaar"
ONDERTITEL = "Totale asielinstroom per maand in {eerste}, medio, personen"
BRON = "MPP-productiemodel"
_GEREALISEERD = "; donker: gerealiseerd"
_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def _maanden(u: Uitkomsten) -> list[float]:
    return [float(w) for w in u.maanden("instroom.totaal", "medio")[:12]]


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    n = u.editie.gerealiseerd
    vel = Vel(u, TITEL, ONDERTITEL + (_GEREALISEERD if n else ""), BRON, breedte=breedte, hoogte=50, kop=kop)
    ax = vel.assen(rechts=2)
    waarden = _maanden(u)
    hoogte_as(ax, max(waarden) * 1.18)
    ax.set_xlim(-0.6, 11.6)
    ax.set_xticks(range(12), [maand[0] if vel.smal else maand for maand in _MAANDEN])
    ax.bar(range(12), waarden, width=0.7, color=[INKT] * n + ([LILA] * 6 + [BLAUW] * 6)[n:], zorder=3)
    top = ax.get_ylim()[1]
    for begin, naam in ((0, "eerste halfjaar"), (6, "tweede halfjaar")):
        aandeel = sum(waarden[begin : begin + 6]) / sum(waarden)
        bij(vel, ax, begin + 2.5, top, f"{naam} {cijfer(aandeel, 'aandeel')}", dy=-2.0, gewicht=600)
    ax.axvline(5.5, color=STIL, linewidth=0.5)
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    waarden = _maanden(u)
    laag, hoog = min(range(12), key=waarden.__getitem__), max(range(12), key=waarden.__getitem__)
    n = u.editie.gerealiseerd
    kwam = f"De maanden tot en met {_MAANDEN[n - 1]} zijn gerealiseerd. " if n else ""
    return (
        f"Staafdiagram van de totale asielinstroom per maand in {u.jaren[0]}, scenario medio. "
        f"{kwam}Laagste maand {_MAANDEN[laag]}: {cijfer(waarden[laag])}; hoogste maand {_MAANDEN[hoog]}: {cijfer(waarden[hoog])}. "
        f"In het tweede halfjaar valt {cijfer(sum(waarden[6:]) / sum(waarden), 'aandeel')} van het jaar."
    )


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart: maand, instroom (persons, unrounded)."""
    from pandas import DataFrame

    return DataFrame({"maand": _MAANDEN, "instroom": _maanden(u)})
