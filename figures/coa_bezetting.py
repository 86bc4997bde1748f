"""Occupancy of COA's reception: realisation and the three scenarios, with the places needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import TEKST
from figures.stijl.labels import Label, cijfer, vrij
from figures.stijl.reeksen import alt_verloop, tabel_verlopen, verloop
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import grafiek_waaier

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Bezetting van de opvang bij het COA"
ONDERTITEL = "Personen op 31 december: realisatie en prognose in drie scenario’s tot en met {laatste}"
BRON = "realisatie [coa.bezetting]; prognose MPP-productiemodel"
INDICATOR = "coa.bezetting"
CAPACITEIT = "coa.capaciteit"


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=56, kop=kop)
    plekken = u.reeks(CAPACITEIT, "medio")
    nodig = Label(plekken[-1], f"plekken nodig {cijfer(plekken[-1], 'plekken')}", gewicht=600)
    ax = grafiek_waaier(vel, verloop(u, INDICATOR), rechts=36, extra=(nodig,))
    ruim = breedte >= HEEL
    ax.plot(
        u.jaren, plekken, linewidth=0, marker="_", markersize=9 if ruim else 5, markeredgewidth=1.6, color=TEKST, zorder=4, clip_on=False
    )
    if ruim:
        vrij(vel, ax, u.jaren[0], plekken[0], cijfer(plekken[0], "plekken"), gewicht=600)
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    plekken = u.reeks(CAPACITEIT, "medio")
    return (
        alt_verloop(verloop(u, INDICATOR), "de bezetting van de opvang bij het COA op 31 december", "personen")
        + f" Benodigde plekken in medio: {cijfer(plekken[0], 'plekken')} eind {u.jaren[0]}"
        + f" en {cijfer(plekken[-1], 'plekken')} eind {u.jaren[-1]}."
    )


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: see tabel_verlopen."""
    return tabel_verlopen([("bezetting", verloop(u, INDICATOR)), ("benodigde plekken", verloop(u, CAPACITEIT))])
