"""From the previous edition to this one: what each cause adds or takes away, until the new value is reached.

Causes begin at the value that today's model gives for the parameters of the previous edition. Where that edition published
another value, the first rows go from that one to it: that step is no cause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from figures.stijl.kleuren import BAND, BANDRAND, LIJN, MEDIO, REST, STIL
from figures.stijl.labels import bij, cijfer
from figures.stijl.letters import breek
from figures.stijl.vel import HEEL, Vel
from mpp.edities.vergelijking import MODEL, Verschil, met_vorige
from mpp.uitkomsten import indicator

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Van de vorige MPP naar deze"
ONDERTITEL = "Scenario medio voor {eerste}: de instroom in het jaar, de voorraad en de benodigde plekken aan het eind ervan"
BRON = "MPP-productiemodel; eigen uitkomsten van de vorige MPP, en herrekend met de parameters van toen"
INDICATOREN = ("instroom.totaal", "ind.asiel.voorraad", "coa.capaciteit")

LEEG = "none"
"""No colour: a bar of which only the edge is drawn."""

_NAMEN, _NAMEN_SMAL, _TUSSEN, _KOP, _RIJ, _PUNT = 43.0, 31.0, 3.0, 10.0, 5.4, 7.0
"""Millimetres for the names on a wide and on a narrow sheet, between panels, for their heads and per row; points of the letters."""


@dataclass(frozen=True)
class Trede:
    """One row of a panel: a bar from `van` to `tot`, and what is written at its end."""

    naam: str
    van: float
    tot: float
    tekst: str
    kleur: str
    rand: str


def verschillen(u: Uitkomsten) -> list[Verschil]:
    """What changed in each of the indicators in the first year."""
    return [met_vorige(u).verschil(id, u.jaren[0]) for id in INDICATOREN]


def _oorzaken(u: Uitkomsten) -> dict[str, str]:
    """The causes that change one of the indicators as it is displayed, by id with their name; not the step from what was published."""

    def zichtbaar(d: Verschil, id: str) -> bool:
        return cijfer(abs(d.effecten[id]), indicator(d.indicator).eenheid) != "0"

    alle = verschillen(u)
    return {id: naam for id, naam, _ in met_vorige(u).effecten if id != MODEL and any(zichtbaar(d, id) for d in alle)}


def treden(u: Uitkomsten, d: Verschil) -> list[Trede]:
    """The rows of one panel, from the previous edition to this one."""
    eenheid, v, deze = indicator(d.indicator).eenheid, met_vorige(u), u.waarde(d.indicator, d.jaar)
    vorige, stand = v.oud.ps.editie.naam, deze - d.door_wijzigingen
    rijen: list[Trede] = []
    if any(w.gepubliceerd_oud for w in verschillen(u)):
        rijen += _publicatie(vorige, next(naam for id, naam, _ in v.effecten if id == MODEL), d, stand, eenheid)
    rijen.append(Trede(f"{vorige}, herrekend", 0, stand, cijfer(stand, eenheid), REST, REST))
    for id, naam in _oorzaken(u).items():
        rijen.append(Trede(naam, stand, stand + d.effecten[id], _met_teken(d.effecten[id], eenheid), BAND, BANDRAND))
        stand += d.effecten[id]
    return [*rijen, Trede(v.nieuw.ps.editie.naam, 0, deze, cijfer(deze, eenheid), MEDIO, MEDIO)]


def _publicatie(vorige: str, naam: str, d: Verschil, herrekend: float, eenheid: str) -> Iterator[Trede]:
    """What the previous edition published and the step from there, called `naam`; without a bar where it published nothing."""
    if d.gepubliceerd_oud:
        yield Trede(f"{vorige}, eigen uitkomst", 0, d.oud, cijfer(d.oud, eenheid), LEEG, STIL)
        yield Trede(naam, d.oud, herrekend, _met_teken(herrekend - d.oud, eenheid), LEEG, STIL)
    else:
        yield Trede(f"{vorige}, eigen uitkomst", 0, 0, "niet bekend", LEEG, LEEG)
        yield Trede(naam, 0, 0, "", LEEG, LEEG)


def _met_teken(waarde: float, eenheid: str) -> str:
    tekst = cijfer(waarde, eenheid)
    return f"+{tekst}" if waarde > 0 and tekst != "0" else tekst


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    panelen = [(d, treden(u, d)) for d in verschillen(u)]
    smal = breedte < HEEL
    n_rijen = len(panelen[0][1])
    bron = f"{BRON}. {_eigen(u)}".rstrip(". ")
    vel = Vel(u, TITEL, ONDERTITEL, bron, breedte=breedte, hoogte=n_rijen * _RIJ + _KOP, panelen=len(panelen) if smal else 1, kop=kop)
    namen = _NAMEN_SMAL if smal else _NAMEN
    vak = (vel.breedte - namen) / (1 if smal else len(panelen))
    for k, (d, rijen) in enumerate(panelen):
        links = namen + (0 if smal else k * vak)
        ax = vel.assen(k if smal else 0, links=links, rechts=vel.breedte - links - vak + _TUSSEN, onder=0, boven=_KOP)
        _paneel(vel, ax, rijen)
        i = indicator(d.indicator)
        for hoogte, tekst, gewicht in ((5.4, i.naam, 600), (2.4, i.eenheid, 400)):
            bij(vel, ax, 0, -0.5, tekst, dx=-links if smal else 0, dy=hoogte, gewicht=gewicht, ha="left", punt=_PUNT)
        if smal or k == 0:
            for y, rij in enumerate(rijen):
                _naam(vel, ax, y, rij.naam, namen)
    return vel.figuur


def _naam(vel: Vel, ax: Axes, y: int, naam: str, breedte: float) -> None:
    regels = breek(naam, breedte - 1, _PUNT)
    for i, regel in enumerate(regels):
        bij(vel, ax, 0, y, regel, dx=-breedte, dy=((len(regels) - 1) / 2 - i) * 2.6, ha="left", punt=_PUNT)


def _paneel(vel: Vel, ax: Axes, rijen: list[Trede]) -> None:
    ax.spines["bottom"].set_visible(False)
    ax.grid(visible=False)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.set_ylim(len(rijen) - 0.5, -0.5)
    ax.set_xlim(0, 1.45 * max(max(rij.van, rij.tot) for rij in rijen))
    for y, rij in enumerate(rijen):
        streep = (0, (3, 1.5)) if rij.kleur == LEEG else "solid"
        ax.barh(
            y, rij.tot - rij.van, left=rij.van, height=0.6, color=rij.kleur, edgecolor=rij.rand, linewidth=0.7, linestyle=streep, zorder=3
        )
        if y + 1 < len(rijen) and rij.rand != LEEG:
            ax.plot([rij.tot, rij.tot], [y + 0.3, y + 0.7], color=STIL, linewidth=0.5, zorder=2)
        bij(
            vel,
            ax,
            max(rij.van, rij.tot),
            y,
            rij.tekst,
            dx=0.9,
            dy=0,
            ha="left",
            punt=_PUNT,
            gewicht=600 if rij.van == 0 and rij.rand != LEEG else 400,
        )
    ax.axvline(0, color=LIJN, linewidth=0.6, zorder=1)


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    zinnen = []
    for d in verschillen(u):
        i, (*eerdere, deze) = indicator(d.indicator), treden(u, d)
        delen = ", ".join(f"{rij.naam} {rij.tekst}" for rij in eerdere if rij.rand != LEEG)
        zinnen.append(f"{i.naam} ({i.eenheid}): {delen}; {deze.naam} {deze.tekst}.")
    return f"Liggende staven die van de vorige MPP naar deze lopen, scenario medio, {u.jaren[0]}. {' '.join(zinnen)} {_eigen(u)}".rstrip()


def _eigen(u: Uitkomsten) -> str:
    """Which own outcomes of the previous edition were published, where not all of them were."""
    from mpp.getal.bijstellingen import eigen_uitkomst

    return eigen_uitkomst(INDICATOREN, u.jaren[0], u=u).tekst


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: indicator, deel (oud, each effect, nieuw), waarde."""
    from pandas import DataFrame

    rijen = [
        (d.indicator, deel, waarde) for d in verschillen(u) for deel, waarde in (("oud", d.oud), *d.effecten.items(), ("nieuw", d.nieuw))
    ]
    return DataFrame(rijen, columns=["indicator", "deel", "waarde"])
