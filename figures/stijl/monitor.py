"""The chart of the monitor: what came beside what was expected of the same months, added up or month by month."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from figures.stijl.kleuren import BAND, BANDRAND, MEDIO, REALISATIE, STIL
from figures.stijl.labels import Label, cijfer, naast, vrij
from figures.stijl.vel import HALF, Vel
from figures.stijl.vormen import NADRUK, hoogte_as
from mpp.monitor.vergelijken import MEDIO as IN_MEDIO
from mpp.monitor.vergelijken import Vergelijking
from mpp.monitor.verwachting import MAANDEN_PER_JAAR, cumulatief, per_maand
from mpp.uitkomsten import SCENARIOS
from mpp.weergave.afronding import stap_ingevoerd

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from mpp.monitor.bestand import Rij
    from mpp.uitkomsten import Uitkomsten

_LETTERS: Final = "jfmamjjasond"
_STREEP: Final = (0, (3, 2))
"""How a line is drawn over months of which only the sum is known, or of which nothing is."""
_HOOGTE: Final = 40


def reeksen(v: Vergelijking) -> dict[str, np.ndarray]:
    """What the chart shows of the forecast: by scenario the twelve months of the year, of a scenario that is told."""
    maak = per_maand if v.per_maand else cumulatief
    alle = {s: maak(v.verwachting, v.onderwerp, v.jaar, s) for s in SCENARIOS}
    return {s: reeks for s, reeks in alle.items() if np.isfinite(reeks).any()}


def teken(v: Vergelijking, u: Uitkomsten, breedte: float = HALF) -> Figure:
    """The chart, `breedte` inches wide, without title and source line: the page sets those as text."""
    vel = Vel(u, "", "", "", breedte=breedte, hoogte=_HOOGTE, kop=False, voet=False)
    ax = vel.assen(rechts=28)
    prognose, punten = reeksen(v), _punten(v)
    hoogste = max([0.0, *(float(np.nanmax(reeks)) for reeks in prognose.values()), *(y for _, y in punten)])
    hoogte_as(ax, hoogste * 1.06, v.onderwerp.eenheid, streepjes=4)
    ax.set_xlim(0, MAANDEN_PER_JAAR)
    ax.set_xticks(np.arange(MAANDEN_PER_JAAR) + 0.5, list(_LETTERS))
    if prognose:
        _prognose(ax, v, prognose)
        naast(vel, ax, MAANDEN_PER_JAAR, _einden(v, prognose))
    _realisatie(ax, v, punten)
    if punten:
        (x, y), eenheid = punten[-1], v.onderwerp.eenheid
        vrij(vel, ax, x, y, cijfer(y, eenheid, stap_ingevoerd(y, eenheid)), kleur=REALISATIE, gewicht=NADRUK)
    return vel.figuur


def _midden(v: Vergelijking) -> bool:
    """Whether a value stands in the middle of its month, and not at its end."""
    return v.per_maand and v.onderwerp.telling != "stand"


def _xs(v: Vergelijking) -> np.ndarray:
    return np.arange(MAANDEN_PER_JAAR) + (0.5 if _midden(v) else 1.0)


def _prognose(ax: Axes, v: Vergelijking, prognose: dict[str, np.ndarray]) -> None:
    """Medio as a line and the band of the scenarios, from the month on with which the forecast begins."""
    vanaf = v.verwachting.vanaf(v.jaar)
    begint_op_nul = not v.per_maand

    def lijn(reeks: np.ndarray) -> tuple[list[float], list[float]]:
        xs, ys = list(_xs(v)[vanaf:]), list(reeks[vanaf:])
        return ([float(vanaf), *xs], [0.0, *ys]) if begint_op_nul else (xs, ys)

    if len(prognose) == len(SCENARIOS):
        xs, _ = lijn(prognose[IN_MEDIO])
        alle = [lijn(reeks)[1] for reeks in prognose.values()]
        laag, hoog = np.min(alle, axis=0), np.max(alle, axis=0)
        ax.fill_between(xs, laag, hoog, color=BAND, linewidth=0, zorder=2)
        for rand in (laag, hoog):
            ax.plot(xs, rand, color=BANDRAND, linewidth=0.7, zorder=2.5)
    if IN_MEDIO in prognose:
        xs, ys = lijn(prognose[IN_MEDIO])
        ax.plot(xs, ys, color=MEDIO, linewidth=1.7, zorder=3.2, marker="o" if np.isfinite(ys).sum() == 1 else "", markersize=3)


def _einden(v: Vergelijking, prognose: dict[str, np.ndarray]) -> list[Label]:
    """The names of the scenarios with the value at the end of the year; one for all where they read the same."""
    eenheid = v.onderwerp.eenheid
    einden = {s: float(reeks[-1]) for s, reeks in prognose.items() if np.isfinite(reeks[-1])}
    teksten = {s: cijfer(y, eenheid) for s, y in einden.items()}
    if len(teksten) > 1 and len(set(teksten.values())) == 1:
        return [Label(einden[IN_MEDIO], f"alle drie {teksten[IN_MEDIO]}", MEDIO, NADRUK)]
    return [Label(y, f"{s} {teksten[s]}", *((MEDIO, NADRUK) if s == IN_MEDIO else (STIL,))) for s, y in einden.items()]


def _punten(v: Vergelijking) -> list[tuple[float, float]]:
    """Where what came stands in the chart: at the end of its months added up, or at its own height."""
    punten, som = [], 0.0
    for rij in v.bekend:
        assert rij.waarde is not None
        som += rij.waarde
        einde = float(rij.periode.laatste)
        hoogte = _per_maand_gemiddeld(v, rij) if v.per_maand else som
        punten.append((einde - (0.5 * len(rij.periode.maanden) if _midden(v) else 0.0), hoogte))
    return punten


def _per_maand_gemiddeld(v: Vergelijking, rij: Rij) -> float:
    """The height of a row among single months: a sum is spread evenly over its months."""
    assert rij.waarde is not None
    return rij.waarde / len(rij.periode.maanden) if v.onderwerp.is_stroom else rij.waarde


def _realisatie(ax: Axes, v: Vergelijking, punten: Sequence[tuple[float, float]]) -> None:
    """What came: a point for each number; a line through those that follow on each other, dashed over months without one of their own."""
    lijnen = [] if _midden(v) else list(punten)
    if lijnen and not v.per_maand:
        lijnen.insert(0, (float(v.verwachting.vanaf(v.jaar)), 0.0))
    for van, tot in pairwise(lijnen):
        streep = "-" if tot[0] - van[0] <= 1 else _STREEP
        ax.plot(*zip(van, tot, strict=True), color=REALISATIE, linewidth=1.6, linestyle=streep, zorder=4)
    for rij, (x, y) in zip(v.bekend, punten, strict=True):
        if _midden(v) and rij.periode.is_som:
            ax.plot([rij.periode.eerste - 1, rij.periode.laatste], [y, y], color=REALISATIE, linewidth=1.6, linestyle=_STREEP, zorder=4)
        vulling = "white" if rij.periode.is_som else REALISATIE
        ax.plot([x], [y], color=REALISATIE, marker="o", markersize=4, markerfacecolor=vulling, linewidth=0, zorder=5, clip_on=False)


def alt(v: Vergelijking) -> str:
    """What the chart shows, in words with the key values."""
    o, prognose = v.onderwerp, reeksen(v)
    c = {s: cijfer(float(reeks[-1]), o.eenheid) for s, reeks in prognose.items() if np.isfinite(reeks[-1])}
    hoe = "per maand" if _midden(v) else "aan het eind van elke maand" if o.telling == "stand" else "opgeteld over de maanden"
    zinnen = [f"Lijngrafiek van {o.naam} ({o.eenheid}) in {v.jaar}, {hoe}."]
    if c:
        slot = "aan het eind van het jaar" if not _midden(v) else "in december"
        zinnen.append(f"Prognose {slot}: " + ", ".join(f"{s} {tekst}" for s, tekst in c.items()) + ".")
    if v.te_vergelijken:
        gekomen, verwacht = cijfer(v.gekomen, o.eenheid, stap_ingevoerd(v.gekomen, o.eenheid)), cijfer(v.verwacht[IN_MEDIO], o.eenheid)
        zinnen.append(f"Realisatie {v.periode}: {gekomen}; in medio verwacht: {verwacht}.")
    elif not v.bekend:
        zinnen.append("Er is geen realisatie bekend.")
    if any(rij.periode.is_som for rij in v.bekend):
        zinnen.append("De streeplijn loopt over maanden waarvan alleen de som bekend is.")
    return " ".join(zinnen)
