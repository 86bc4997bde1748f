"""Identification and registration: people a year, and a day in the busiest month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.reeksen import alt_verloop, tabel_verlopen, verloop
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import grafiek_waaier

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Registraties bij identificatie en registratie (I&R)"
ONDERTITEL = "Prognose in drie scenario’s, {eerste} tot en met {laatste}"
BRON = "MPP-productiemodel"
PANELEN = {
    "Registraties per jaar": ("politie.registraties", "personen"),
    "Registraties per dag in de drukste maand": ("politie.registraties_per_dag", "personen per dag"),
}
"""Per panel: its name, the indicator, the unit."""


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=43, panelen=len(PANELEN), kop=kop)
    for i, (naam, (indicator, eenheid)) in enumerate(PANELEN.items()):
        grafiek_waaier(vel, verloop(u, indicator), eenheid, paneel=i, naam=naam)
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    return " ".join(
        alt_verloop(verloop(u, indicator), f"{naam[0].lower()}{naam[1:]}", eenheid) for naam, (indicator, eenheid) in PANELEN.items()
    )


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: see tabel_verlopen."""
    return tabel_verlopen((naam, verloop(u, indicator)) for naam, (indicator, _) in PANELEN.items())
