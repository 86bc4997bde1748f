"""The probability density of the first asylum inflow in the first year on two scales, the scenarios and the interval marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from figures.kansdichtheid import BINNEN, punten_van
from figures.stijl.kleuren import BAND, BANDRAND, INKT, LIJN, MEDIO, STIL
from figures.stijl.labels import bij, cijfer, vrij
from figures.stijl.vel import HEEL, Vel, mooie_as
from mpp.prognose.prognose import KWANTIELEN

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.prognose import Prognose
    from mpp.uitkomsten import Uitkomsten

TITEL = "Kansdichtheid van de eerste asielinstroom in het eerste jaar"
ONDERTITEL = f"De kans per aantal personen in {{eerste}}; het gekleurde deel is het interval van {BINNEN:.0%}"
BRON = "Prognose Eerste Asielinstroom"
_STROKEN: Final = (1000, 100, 10, 1)
_PUNTEN: Final = 301
_PER_STREEPJE: Final = 16
"""So many millimetres the number under a line of the grid takes at least."""


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=78, kop=kop)
    x = punten_op_as(u.jaren[0], u.prognose)
    ax = assen(vel, u, x, dichtheid(u, u.prognose, x).max())
    kromme(vel, ax, u, x)
    return vel.figuur


def punten_op_as(jaar: int, *prognoses: Prognose) -> np.ndarray:
    """Where the densities are drawn: from where next to nothing lies below to where next to nothing lies above."""
    laag = min(p.kwantiel(jaar, 0.001) for p in prognoses)
    hoog = max(p.kwantiel(jaar, 0.999) for p in prognoses)
    rand = 0.05 * (hoog - laag)
    return np.linspace(max(0.0, laag - rand), hoog + rand, _PUNTEN)


def strook(u: Uitkomsten) -> int:
    """So many people wide is the strip of which the height of the curve is the chance: a thousand, unless the interval is narrow."""
    punten = punten_van(u)
    return next((s for s in _STROKEN if s * 4 <= punten["maximum"] - punten["minimum"]), _STROKEN[-1])


def dichtheid(u: Uitkomsten, prognose: Prognose, x: np.ndarray) -> np.ndarray:
    """The chance of a strip of people around each point of the first year, by a prognosis of the edition."""
    return np.asarray(prognose.dichtheid(u.jaren[0], x), dtype=float) * strook(u)


def assen(vel: Vel, u: Uitkomsten, x: np.ndarray, top: float) -> Axes:
    """Two axes with round numbers and the name of what they count; room above the curve for the labels."""
    ax = vel.assen(links=12, rechts=3, onder=11, boven=9)
    ax.set_xlim(x[0], x[-1])
    hoogten = mooie_as(top * 1.18)
    ax.set_ylim(0, hoogten[-1])
    fijn = 0.001 if hoogten[1] % 0.01 > 1e-9 else 0.01
    ax.set_yticks(hoogten, ["0%" if h == 0 else cijfer(h, "aandeel", op=fijn) for h in hoogten])
    breed = x[-1] - x[0]
    stap = mooie_as(breed, streepjes=max(2, int(ax.get_position().width * vel.breedte / _PER_STREEPJE)))[1]
    streepjes = np.arange(np.ceil(x[0] / stap) * stap, x[-1] - stap / 8, stap)
    ax.set_xticks(streepjes, [cijfer(s, op=1) for s in streepjes])
    ax.grid(axis="x", color=LIJN, linewidth=0.3)
    bij(vel, ax, x[0], hoogten[-1], f"Kans per {cijfer(strook(u), op=1)} personen", dx=-12, dy=6.2, ha="left", kleur=STIL, punt=7.5)
    bij(vel, ax, x[-1], 0, f"Eerste asielaanvragen in {u.jaren[0]} (personen)", dy=-8, ha="right", kleur=STIL, punt=7.5)
    return ax


def kromme(vel: Vel, ax: Axes, u: Uitkomsten, x: np.ndarray) -> None:
    """The density as it is now, the interval under it tinted, a line to each scenario with its name and number, the interval named."""
    y, punten = dichtheid(u, u.prognose, x), punten_van(u)
    midden = (x >= punten["minimum"]) & (x <= punten["maximum"])
    ax.fill_between(x, 0, y, where=midden, color=BAND, linewidth=0, zorder=2)
    ax.plot(x, y, color=INKT, linewidth=1.6, zorder=4)
    hoogten = {naam: float(dichtheid(u, u.prognose, np.asarray(waarde))) for naam, waarde in punten.items()}
    for naam, waarde in punten.items():
        kleur, dik = (MEDIO, 1.6) if naam == "medio" else (STIL, 0.9)
        ax.plot([waarde, waarde], [0, hoogten[naam]], color=kleur, linewidth=dik, zorder=3)
    top, einden = ax.get_ylim()[1], [punten["minimum"], punten["maximum"]]
    ax.plot(einden, [top, top], color=BANDRAND, linewidth=1.2, marker="|", markersize=6, zorder=3, clip_on=False)
    bij(vel, ax, sum(einden) / 2, top, f"{cijfer(BINNEN, 'aandeel')} van de kansen", kleur=STIL, dy=2.8)
    for naam, waarde in punten.items():
        kleur, gewicht = (MEDIO, 600) if naam == "medio" else (STIL, 400)
        vrij(vel, ax, waarde, hoogten[naam], naam, cijfer(waarde), kleur=kleur, gewicht=gewicht)


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    return f"Kansdichtheid met een schaal op beide assen. {in_woorden(u, u.prognose)}"


def in_woorden(u: Uitkomsten, prognose: Prognose) -> str:
    """The top of a density and its scenarios."""
    jaar = u.jaren[0]
    x = punten_op_as(jaar, prognose)
    y = dichtheid(u, prognose, x)
    delen = {naam: cijfer(prognose.kwantiel(jaar, deel)) for naam, deel in KWANTIELEN.items()}
    return (
        f"De top ligt bij {cijfer(x[y.argmax()], op=100)} eerste aanvragen in {jaar}: "
        f"daar is de kans per {cijfer(strook(u), op=1)} personen {cijfer(y.max(), 'aandeel', op=0.001)}. "
        f"Minimum {delen['minimum']}, medio {delen['medio']}, maximum {delen['maximum']}; "
        f"tussen minimum en maximum ligt {cijfer(BINNEN, 'aandeel')} van de kansen."
    )


def gegevens(u: Uitkomsten) -> DataFrame:
    """The curve: eerste_asielinstroom (persons), kans (of a strip of people, share)."""
    from pandas import DataFrame

    x = punten_op_as(u.jaren[0], u.prognose)
    return DataFrame({"eerste_asielinstroom": x, "kans": dichtheid(u, u.prognose, x)})
