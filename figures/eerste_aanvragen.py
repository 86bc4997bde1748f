"""First applications: what came, medio, and the bands that the prognosis gives each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import KANSBANDEN
from figures.stijl.labels import cijfer
from figures.stijl.reeksen import alt_verloop, verloop
from figures.stijl.vel import HEEL, Vel
from figures.waaier import KANSEN, Banden, paneel

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "Eerste asielinstroom"
ONDERTITEL = f"Personen per jaar: realisatie, medio en de band waarin de instroom met {KANSEN}% kans valt, tot en met {{laatste}}"
BRON = "realisatie [instroom.eerste_aanvragen]; Prognose Eerste Asielinstroom"
_INDICATOR = "instroom.eerste_aanvragen"


def _banden(u: Uitkomsten) -> Banden:
    return {k: [(u.prognose.kwantiel(j, (1 - k) / 2), u.prognose.kwantiel(j, (1 + k) / 2)) for j in u.jaren] for k in KANSBANDEN}


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The chart, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=58, kop=kop)
    paneel(vel, 0, "", verloop(u, _INDICATOR), _banden(u), "personen")
    return vel.figuur


def alt(u: Uitkomsten) -> str:
    """What the chart shows, in words with the key values."""
    eerste, laatste = _banden(u)[max(KANSBANDEN)][0], _banden(u)[max(KANSBANDEN)][-1]
    kans = cijfer(max(KANSBANDEN), "aandeel")
    return (
        f"{alt_verloop(verloop(u, _INDICATOR), 'de eerste asielaanvragen per jaar', 'personen')} De band van {kans} loopt van "
        f"{cijfer(eerste[0])} tot {cijfer(eerste[1])} in {u.jaren[0]} en van {cijfer(laatste[0])} tot "
        f"{cijfer(laatste[1])} in {u.jaren[-1]}."
    )


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers behind the chart, unrounded: jaar, medio, and the ends of each band."""
    from pandas import DataFrame

    banden = _banden(u)
    return DataFrame(
        {"jaar": str(jaar), "medio": u.waarde(_INDICATOR, jaar)}
        | {f"{kant} {k:.0%}": band[i][n] for k, band in banden.items() for n, kant in enumerate(("onder", "boven"))}
        for i, jaar in enumerate(u.jaren)
    )
