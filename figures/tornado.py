"""Tornado: what each uncertainty alone does to reception, stock and appeals, at the ends of its range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import INKT, LIJN, LILA, STIL
from figures.stijl.labels import bij, cijfer
from figures.stijl.letters import breek
from figures.stijl.vel import HEEL, Vel

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten
    from mpp.uitkomsten.gevoeligheid import Invloed

TITEL = "Wat de uitkomsten het meest verandert"
ONDERTITEL = "Verschil met medio in {jaar} als één waarde laag (licht) of hoog (donker) is en al het andere gelijk blijft"
BRON = "MPP-productiemodel"
PANELEN = {
    "Bezetting COA (personen)": ("coa.bezetting", "personen"),
    "Voorraad asiel (zaken)": ("ind.asiel.voorraad", "zaken"),
    "Instroom BNTB (zaken)": ("rvdr.bntb_instroom", "zaken"),
}
"""Per panel: its name, the indicator, the unit."""

_AANTAL, _NAMEN, _NAMEN_SMAL, _TUSSEN, _RIJ, _PUNT = 8, 54.0, 40.0, 2.0, 5.8, 6.5
"""Rows; millimetres for their names on a wide and on a narrow sheet, between panels and per row; points of the letters in it."""
_KLEUREN = {"laag": LILA, "hoog": INKT}


def invloeden(u: Uitkomsten) -> dict[str, list[Invloed]]:
    """Per uncertainty its influence on each of the panels, for those with the largest effects relative to medio together."""
    jaar = u.jaren[1]
    per_naam: dict[str, list[Invloed]] = {}
    for indicator, _ in PANELEN.values():
        for invloed in u.gevoeligheid.invloeden(indicator, jaar):
            per_naam.setdefault(invloed.onzekerheid, []).append(invloed)
    medio = [u.waarde(indicator, jaar) for indicator, _ in PANELEN.values()]
    grootte = {naam: sum(i.grootste / m for i, m in zip(rij, medio, strict=True) if m) for naam, rij in per_naam.items()}
    return {naam: per_naam[naam] for naam in sorted(grootte, key=lambda naam: -grootte[naam])[:_AANTAL]}


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    rijen = invloeden(u)
    smal = breedte < HEEL
    ondertitel = ONDERTITEL.format(jaar=u.jaren[1])
    vel = Vel(u, TITEL, ondertitel, BRON, breedte=breedte, hoogte=len(rijen) * _RIJ + 6, panelen=len(PANELEN) if smal else 1, kop=kop)
    namen = _NAMEN_SMAL if smal else _NAMEN
    vak = (vel.breedte - namen) / (1 if smal else len(PANELEN))
    for k, (naam, (_, eenheid)) in enumerate(PANELEN.items()):
        links = namen + (0 if smal else k * vak)
        ax = vel.assen(k if smal else 0, links=links, rechts=vel.breedte - links - vak + _TUSSEN, onder=0, boven=6)
        _paneel(vel, ax, [rij[k] for rij in rijen.values()], eenheid)
        bij(vel, ax, ax.get_xlim()[0], -0.5, naam, dx=-links if smal else 0, dy=2.4, gewicht=600, ha="left")
        if smal or k == 0:
            for y, onzekerheid in enumerate(rijen):
                regels = breek(u.gevoeligheid.naam(onzekerheid), namen - 1, _PUNT)
                for i, regel in enumerate(regels):
                    omhoog = ((len(regels) - 1) / 2 - i) * 2.6
                    bij(vel, ax, ax.get_xlim()[0], y, regel, dx=-links, dy=omhoog, ha="left", punt=_PUNT)
    return vel.figuur


def _paneel(vel: Vel, ax: Axes, rij: list[Invloed], eenheid: str) -> None:
    ax.spines["bottom"].set_visible(False)
    ax.grid(visible=False)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.set_ylim(len(rij) - 0.5, -0.5)
    laagste, hoogste = (uiterste(0, *(w for i in rij for w in (i.laag, i.hoog))) for uiterste in (min, max))
    ruimte = 0.65 * (hoogste - laagste)
    ax.set_xlim(laagste - ruimte, hoogste + ruimte)
    for y in range(len(rij)):
        ax.axhline(y + 0.5, color=LIJN, linewidth=0.4, zorder=0)
    for kant, kleur in _KLEUREN.items():
        ax.barh(range(len(rij)), [getattr(i, kant) for i in rij], height=0.46, color=kleur, zorder=3)
    ax.axvline(0, color=STIL, linewidth=0.6, zorder=4)
    for y, invloed in enumerate(rij):
        for waarde, ha, dx in ((min(invloed.laag, invloed.hoog, 0), "right", -0.8), (max(invloed.laag, invloed.hoog, 0), "left", 0.8)):
            if waarde:
                bij(vel, ax, waarde, y, cijfer(waarde, eenheid), dx=dx, dy=0, ha=ha, punt=_PUNT - 0.3)


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    rijen, zinnen = invloeden(u).values(), []
    for k, (naam, (_, eenheid)) in enumerate(PANELEN.items()):
        grootste = sorted((rij[k] for rij in rijen), key=lambda i: -i.grootste)[:3]
        delen = (
            f"{u.gevoeligheid.naam(i.onzekerheid)}: {cijfer(i.laag, eenheid)} bij laag en {cijfer(i.hoog, eenheid)} bij hoog"
            for i in grootste
        )
        zinnen.append(f"{naam}: {'; '.join(delen)}.")
    return f"Liggende staven met het verschil met medio in {u.jaren[1]}, bij een andere waarde vanaf {u.jaren[0]}. " + " ".join(zinnen)


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: onzekerheid, reeks, laag, hoog (differences with medio), aandeel (of the variance)."""
    from pandas import DataFrame

    rijen = [
        (u.gevoeligheid.naam(onzekerheid), naam, invloed.laag, invloed.hoog, invloed.aandeel)
        for onzekerheid, rij in invloeden(u).items()
        for naam, invloed in zip(PANELEN, rij, strict=True)
    ]
    return DataFrame(rijen, columns=["onzekerheid", "reeks", "laag", "hoog", "aandeel"])
