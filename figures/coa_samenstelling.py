"""Who lives in COA's reception: in procedure, status holders, people who must leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import PROCEDURE, VERGUNNINGHOUDERS, VERTREK
from figures.stijl.reeksen import alt_delen, delen, tabel_delen
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import grafiek_stapel

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Wie er in de opvang van het COA wonen"
ONDERTITEL = "Personen op 31 december in medio, {eerste} tot en met {laatste}"
BRON = "MPP-productiemodel"
DELEN = {
    "in procedure": ("coa.bezetting_procedure", PROCEDURE),
    "vergunninghouders": ("coa.bezetting_vergunninghouders", VERGUNNINGHOUDERS),
    "vertrek": ("coa.bezetting_vertrek", VERTREK),
}
"""Per part: the indicator and the colour."""


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=50, kop=kop)
    grafiek_stapel(vel, u.jaren, delen(u, DELEN), rechts=41)
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    return f"Gestapelde staven van de bezetting bij het COA op 31 december, scenario medio. {alt_delen(u, DELEN)}"


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: deel, jaar, minimum, medio, maximum."""
    return tabel_delen(u, DELEN)
