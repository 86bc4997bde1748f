"""The few shapes all charts are made of: a fan of scenarios, stacked bars, the border with the forecast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from figures.stijl.kleuren import BAND, BANDRAND, MEDIO, REALISATIE, STIL, VLAK, leesbaar
from figures.stijl.labels import Label, bij, cijfer, naast, vrij
from figures.stijl.letters import tekstbreedte
from figures.stijl.reeksen import Verloop, stukken
from figures.stijl.vel import PUNT, Vel, mooie_as

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NADRUK = 600


def hoogte_as(ax: Axes, hoogste: float, eenheid: str = "personen", streepjes: int = 5, laagste: float = 0.0) -> None:
    """A vertical axis from zero, or from below `laagste` where that is less, to above `hoogste` with Dutch round numbers."""
    waarden = mooie_as(max(hoogste, -laagste), streepjes=streepjes)
    stap = waarden[1] - waarden[0]
    while waarden[0] > laagste:
        waarden.insert(0, waarden[0] - stap)
    while waarden[-2] >= max(hoogste, 0.0) and len(waarden) > 2:
        waarden.pop()
    ax.set_ylim(waarden[0], waarden[-1])
    teksten = ["0" if w == 0 else cijfer(w, eenheid, op=0.01 if eenheid == "aandeel" else 1) for w in waarden]
    ax.set_yticks(waarden, teksten)


def jaar_as(vel: Vel, ax: Axes, eerste: float, laatste: float, *, links: float = 0.3, rechts: float = 0.12) -> None:
    """A horizontal axis in years, with a label under as many of them, counted back from the last, as there is room for."""
    ax.set_xlim(eerste - links, laatste + rechts)
    per_jaar = ax.get_position().width * vel.breedte / (laatste - eerste + links + rechts)
    om = next(k for k in (1, 2, 3, 4, 5, 10) if k * per_jaar >= 8.5 or k == 10)
    jaren = list(range(int(laatste), int(eerste) - 1, -om))[::-1]
    ax.set_xticks(jaren, [str(j) for j in jaren])


def grens(vel: Vel, ax: Axes, x: float) -> None:
    """Mark the border between realisation and forecast at `x`: a tinted field, a line, the two words above it."""
    onder, boven = ax.get_ylim()
    links, rechts = ax.get_xlim()
    ax.axvspan(x, rechts, color=VLAK, linewidth=0, zorder=0)
    ax.axvline(x, color=STIL, linewidth=0.5, zorder=1)
    bij(vel, ax, x, boven, "prognose", dx=1.4, dy=1.7, ha="left", kleur=STIL, punt=7)
    if (x - links) / (rechts - links) * ax.get_position().width * vel.breedte > 14:
        bij(vel, ax, x, boven, "realisatie", dx=-1.4, dy=1.7, ha="right", kleur=STIL, punt=7)
    ax.set_xlim(links, rechts)
    ax.set_ylim(onder, boven)


def waaier(ax: Axes, v: Verloop) -> None:
    """Realisation as points on a line; medio as a line and the band minimum-maximum, from the last realisation on."""
    for stuk in stukken(v.realisatie):
        ax.plot(*zip(*stuk, strict=True), color=REALISATIE, linewidth=1.6, marker="o", markersize=3.2, zorder=4)
    begin = list(v.realisatie.items())[-1:] if v.realisatie and v.jaren[0] - max(v.realisatie) == 1 else []
    xs = [x for x, _ in begin] + list(v.jaren)
    start = [y for _, y in begin]
    laag, midden, hoog = ([*start, *reeks] for reeks in (v.minimum, v.medio, v.maximum))
    ax.fill_between(xs, laag, hoog, color=BAND, linewidth=0, zorder=2)
    for rand in (laag, hoog):
        ax.plot(xs, rand, color=BANDRAND, linewidth=0.7, zorder=2.5)
    ax.plot(xs, midden, color=MEDIO, linewidth=1.9, zorder=3.5)
    ax.plot(v.jaren, v.medio, color=MEDIO, linewidth=0, marker="o", markersize=3.2, zorder=3.6, clip_on=False)


def waaier_labels(vel: Vel, ax: Axes, v: Verloop, eenheid: str, op: float | None, extra: Sequence[Label]) -> None:
    """Scenario names and values (and `extra`) at the end of the fan; the last realisation's value at its point."""
    namen = {"minimum": v.minimum[-1], "medio": v.medio[-1], "maximum": v.maximum[-1]}
    teksten = {naam: cijfer(waarde, eenheid, op) for naam, waarde in namen.items()}
    if len(set(teksten.values())) == 1:
        einden = [Label(v.medio[-1], f"alle drie {teksten['medio']}", MEDIO, NADRUK)]
    else:
        einden = [Label(namen[n], f"{n} {t}", *((MEDIO, NADRUK) if n == "medio" else (STIL,))) for n, t in teksten.items()]
    naast(vel, ax, v.jaren[-1], [*einden, *extra])
    if v.realisatie:
        x, y = max(v.realisatie.items())
        vrij(vel, ax, x, y, cijfer(y, eenheid, op), kleur=REALISATIE, gewicht=NADRUK)
    if not vel.smal and vel.kolommen == 1:
        vrij(vel, ax, v.jaren[0], v.medio[0], cijfer(v.medio[0], eenheid, op), kleur=MEDIO, gewicht=NADRUK)


def grafiek_waaier(
    vel: Vel,
    v: Verloop,
    eenheid: str = "personen",
    *,
    op: float | None = None,
    paneel: int = 0,
    naam: str = "",
    rechts: float = 29.0,
    extra: Sequence[Label] = (),
) -> Axes:
    """The whole fan chart of one indicator, on its sheet or in one panel of it, with `extra` labels at its end."""
    ax = vel.assen(paneel, naam=naam, rechts=rechts)
    hoogte_as(ax, v.hoogste * 1.06, eenheid, laagste=v.laagste)
    jaar_as(vel, ax, min(*v.realisatie, v.jaren[0] - 4) if v.realisatie else v.jaren[0], v.jaren[-1])
    grens(vel, ax, v.jaren[0] - (0.9 if v.realisatie else 0.3))
    waaier(ax, v)
    waaier_labels(vel, ax, v, eenheid, op, extra)
    return ax


Delen = Mapping[str, tuple[Sequence[float], str]]
"""The parts of a stacked bar from the bottom up: name -> (values by year, colour)."""


def stapel(ax: Axes, jaren: Sequence[float], delen: Delen, *, breed: float = 0.68) -> list[float]:
    """Stacked bars from zero; gives the totals."""
    basis = [0.0] * len(jaren)
    for waarden, kleur in delen.values():
        ax.bar(jaren, waarden, bottom=basis, width=breed, color=kleur, edgecolor="white", linewidth=0.6, zorder=3)
        basis = [b + w for b, w in zip(basis, waarden, strict=True)]
    return basis


def grafiek_stapel(vel: Vel, jaren: Sequence[int], delen: Delen, *, paneel: int = 0, naam: str = "", rechts: float = 33.0) -> Axes:
    """Stacked bars by year with the total above each and the parts' names and last values beside the last."""
    ax = vel.assen(paneel, naam=naam, rechts=rechts)
    hoogte_as(ax, max(map(sum, zip(*(waarden for waarden, _ in delen.values()), strict=True))) * 1.1)
    ruim = ax.get_position().width * vel.breedte / len(jaren) >= 10
    jaar_as(vel, ax, jaren[0], jaren[-1], links=0.5 if ruim else 1.2, rechts=0.36)
    staven_cijfers(vel, ax, jaren, stapel(ax, jaren, delen), ruim)
    labels, basis = [], 0.0
    for deel, (waarden, kleur) in delen.items():
        labels.append(Label(basis + waarden[-1] / 2, f"{deel} {cijfer(waarden[-1])}", leesbaar(kleur)))
        basis += waarden[-1]
    naast(vel, ax, jaren[-1] + 0.34, labels)
    return ax


def grafiek_paren(vel: Vel, jaren: Sequence[int], paren: Delen, *, paneel: int = 0, naam: str = "", rechts: float = 27.0) -> Axes:
    """Two bars beside one another in each year, from zero, named beside the last year."""
    breed = max(tekstbreedte(f"{deel} {cijfer(waarden[-1])}", PUNT, NADRUK) for deel, (waarden, _) in paren.items())
    ax = vel.assen(paneel, naam=naam, rechts=max(rechts, breed + 2.6))
    hoogte_as(ax, max(max(waarden) for waarden, _ in paren.values()) * 1.06)
    jaar_as(vel, ax, jaren[0], jaren[-1], links=0.5, rechts=0.36)
    labels = []
    for schuif, (deel, (waarden, kleur)) in zip((-0.19, 0.19), paren.items(), strict=True):
        ax.bar([j + schuif for j in jaren], waarden, width=0.36, color=kleur, zorder=3)
        labels.append(Label(waarden[-1], f"{deel} {cijfer(waarden[-1])}", leesbaar(kleur), NADRUK))
    naast(vel, ax, jaren[-1] + 0.42, labels)
    return ax


def grafiek_lijnen(vel: Vel, jaren: Sequence[int], lijnen: Delen, *, paneel: int = 0, naam: str = "", rechts: float = 33.0) -> Axes:
    """Lines by year with points, each named with its last value at its end."""
    ax = vel.assen(paneel, naam=naam, rechts=rechts)
    hoogte_as(ax, max(max(waarden) for waarden, _ in lijnen.values()) * 1.06)
    jaar_as(vel, ax, jaren[0], jaren[-1])
    labels = []
    for (deel, (waarden, kleur)), teken in zip(lijnen.items(), "os^D", strict=False):
        ax.plot(jaren, waarden, color=kleur, linewidth=1.7, marker=teken, markersize=4, zorder=3, clip_on=False)
        labels.append(Label(waarden[-1], f"{deel} {cijfer(waarden[-1])}", leesbaar(kleur)))
    naast(vel, ax, jaren[-1], labels)
    return ax


def staven_cijfers(vel: Vel, ax: Axes, jaren: Sequence[float], waarden: Sequence[float], ruim: bool) -> None:
    """The value at each bar, or at the first and the last where there is no room (`ruim`)."""
    for jaar, waarde in zip(jaren, waarden, strict=True):
        if ruim or jaar in (jaren[0], jaren[-1]):
            vrij(vel, ax, jaar, waarde, cijfer(waarde), punt=7.2, gewicht=NADRUK)
