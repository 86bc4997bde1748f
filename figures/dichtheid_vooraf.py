"""The same density before anything of the year had come, behind that given what came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.dichtheid import BRON, assen, dichtheid, in_woorden, kromme, punten_op_as
from figures.kansdichtheid import BINNEN
from figures.stijl.kleuren import STIL
from figures.stijl.labels import cijfer, vrij
from figures.stijl.vel import HEEL, Vel

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "De prognose van het eerste jaar vooraf en met wat er al kwam"
ONDERTITEL = f"De kans per aantal personen in {{eerste}}: vooraf gestreept, nu een lijn met het interval van {BINNEN:.0%}"


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=62, kop=kop)
    vooraf = u.prognose.vooraf
    x = punten_op_as(u.jaren[0], u.prognose, vooraf)
    y = dichtheid(u, vooraf, x)
    ax = assen(vel, u, x, max(y.max(), dichtheid(u, u.prognose, x).max()))
    if u.prognose.gekomen:
        ax.plot(x, y, color=STIL, linewidth=1.2, linestyle=(0, (4, 2)), zorder=3.5)
    kromme(vel, ax, u, x)
    if u.prognose.gekomen:
        plek = int((len(x) - 1) * 0.75)
        vrij(vel, ax, float(x[plek]), float(y[plek]), "vooraf", kleur=STIL)
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    kwam = u.prognose.gekomen
    if not kwam:
        return f"Vooraf en nu zijn gelijk: er is nog niets gekomen. {in_woorden(u, u.prognose)}"
    return (
        f"Twee kansdichtheden: vooraf, en nu er {cijfer(kwam.aantal)} eerste aanvragen zijn gekomen. "
        f"Vooraf: {in_woorden(u, u.prognose.vooraf)} Nu: {in_woorden(u, u.prognose)}"
    )


def gegevens(u: Uitkomsten) -> DataFrame:
    """Both curves: eerste_asielinstroom (persons), vooraf and nu (chance of a strip of people, share)."""
    from pandas import DataFrame

    x = punten_op_as(u.jaren[0], u.prognose, u.prognose.vooraf)
    delen = {"vooraf": u.prognose.vooraf, "nu": u.prognose}
    return DataFrame({"eerste_asielinstroom": x} | {naam: dichtheid(u, prognose, x) for naam, prognose in delen.items()})
