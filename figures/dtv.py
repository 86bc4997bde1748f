"""DT&V: where its files come from and how people leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import BLAUW, LILA, OKER, REST, VERTREK
from figures.stijl.reeksen import alt_delen, delen, tabel_delen
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import grafiek_stapel

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Vertrek: dossiers bij de DT&V"
ONDERTITEL = "Dossiers per jaar in medio, {eerste} tot en met {laatste}"
BRON = "MPP-productiemodel"
INSTROOM = {
    "van de IND": ("dtv.instroom_ind", BLAUW),
    "politie": ("dtv.instroom_politie", OKER),
    "KMar": ("dtv.instroom_kmar", LILA),
    "overig": ("dtv.instroom_overig", REST),
}
UITSTROOM = {
    "zelfstandig": ("dtv.vertrek_zelfstandig", BLAUW),
    "gedwongen": ("dtv.vertrek_gedwongen", VERTREK),
    "zonder toezicht": ("dtv.vertrek_zonder_toezicht", LILA),
    "zonder vertrek": ("dtv.uitstroom_overig", REST),
}
"""Per part: the indicator and the colour."""
TOTAAL = "dtv.uitstroom"


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=54, panelen=2, kop=kop)
    grafiek_stapel(vel, u.jaren, delen(u, INSTROOM), naam="Instroom", rechts=27)
    grafiek_stapel(vel, u.jaren, delen(u, UITSTROOM), paneel=1, naam="Uitstroom", rechts=33)
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    return (
        f"Gestapelde staven, scenario medio. Instroom bij de DT&V: {alt_delen(u, INSTROOM)} "
        f"Uitstroom bij de DT&V: {alt_delen(u, {'totaal': (TOTAAL, REST), **UITSTROOM})}"
    )


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: deel, jaar, minimum, medio, maximum."""
    verder = {"uitstroom totaal": (TOTAAL, REST), "caseload op 31 december": ("dtv.caseload", REST)}
    return tabel_delen(u, {**INSTROOM, **UITSTROOM, **verder})
