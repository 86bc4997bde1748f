"""What the inflow is made of: first and later applications, family reunion, resettlement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import BLAUW, BRUIN, LILA, OKER
from figures.stijl.reeksen import alt_delen, delen, tabel_delen
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import grafiek_stapel

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Waaruit de asielinstroom bestaat"
ONDERTITEL = "Personen per jaar in medio, {eerste} tot en met {laatste}"
BRON = "MPP-productiemodel"
DELEN = {
    "eerste aanvragen": ("instroom.eerste_aanvragen", BLAUW),
    "nareis": ("instroom.nareis", OKER),
    "herhaalde aanvragen": ("instroom.herhaald", LILA),
    "hervestiging en relocatie": ("instroom.hervestiging_relocatie", BRUIN),
}
"""Per part: the indicator and the colour."""


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=60, kop=kop)
    grafiek_stapel(vel, u.jaren, delen(u, DELEN), rechts=47)
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    return f"Gestapelde staven van de asielinstroom in personen per jaar, scenario medio. {alt_delen(u, DELEN)}"


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: deel, jaar, minimum, medio, maximum."""
    return tabel_delen(u, DELEN)
