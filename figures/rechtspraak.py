"""Courts: appeals, appeals against not deciding in time, higher appeals; what comes in and what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import BLAUW, BRUIN, LILA
from figures.stijl.reeksen import alt_delen, delen, tabel_delen
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import grafiek_lijnen

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Beroep en hoger beroep in asielzaken"
ONDERTITEL = "Zaken in medio, {eerste} tot en met {laatste}; BNTB: beroep tegen niet tijdig beslissen"
BRON = "MPP-productiemodel"
INSTROOM = {
    "beroep": ("rvdr.beroepen_instroom", BLAUW),
    "BNTB": ("rvdr.bntb_instroom", BRUIN),
    "hoger beroep": ("rvs.hoger_beroep_instroom", LILA),
}
VOORRAAD = {
    "beroep": ("rvdr.beroepen_voorraad", BLAUW),
    "BNTB": ("rvdr.bntb_voorraad", BRUIN),
    "hoger beroep": ("rvs.hoger_beroep_voorraad", LILA),
}
"""Per line: the indicator and the colour."""


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=54, panelen=2, kop=kop)
    grafiek_lijnen(vel, u.jaren, delen(u, INSTROOM), naam="Instroom per jaar", rechts=30)
    grafiek_lijnen(vel, u.jaren, delen(u, VOORRAAD), paneel=1, naam="Voorraad op 31 december", rechts=30)
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    return f"Lijnen, scenario medio. Instroom per jaar: {alt_delen(u, INSTROOM)} Voorraad op 31 december: {alt_delen(u, VOORRAAD)}"


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: deel, jaar, minimum, medio, maximum."""
    soorten = (("instroom", INSTROOM), ("voorraad", VOORRAAD))
    return tabel_delen(u, {f"{soort} {naam}": deel for soort, delen_ in soorten for naam, deel in delen_.items()})
