"""Housing of status holders: what municipalities are asked and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import LILA, VERGUNNINGHOUDERS
from figures.stijl.reeksen import alt_delen, alt_verloop, delen, tabel_delen, verloop
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import grafiek_paren, grafiek_waaier

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Huisvesting van vergunninghouders door gemeenten"
ONDERTITEL = "Personen, {eerste} tot en met {laatste}; links scenario medio"
BRON = "realisatie achterstand [gemeenten.achterstand]; prognose MPP-productiemodel"
PAREN = {"taakstelling": ("gemeenten.taakstelling", LILA), "gehuisvest": ("gemeenten.gehuisvest", VERGUNNINGHOUDERS)}
ACHTERSTAND = "gemeenten.achterstand"


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=41, panelen=2, kop=kop)
    grafiek_paren(vel, u.jaren, delen(u, PAREN), naam="Taakstelling en gehuisvest per jaar")
    grafiek_waaier(vel, verloop(u, ACHTERSTAND), paneel=1, naam="Achterstand op 31 december")
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    return (
        f"Staven van de taakstelling en het aantal gehuisveste vergunninghouders per jaar, scenario medio. {alt_delen(u, PAREN)} "
        + alt_verloop(verloop(u, ACHTERSTAND), "de achterstand op de taakstelling op 31 december", "personen")
    )


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: deel, jaar, minimum, medio, maximum."""
    return tabel_delen(u, {**PAREN, "achterstand": (ACHTERSTAND, LILA)})
