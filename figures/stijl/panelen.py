"""Charts of one panel or more side by side, each the course of one indicator with the band of the scenarios."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from figures.stijl.reeksen import alt_verloop, tabel_verlopen, verloop
from figures.stijl.vel import HEEL, Vel
from figures.stijl.vormen import grafiek_waaier
from mpp.weergave.opmaak import jarenreeks

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten


def panelen(
    titel: str, ondertitel: str, bron: str, delen: Mapping[str, tuple[str, str]], hoogte: float
) -> tuple[Callable[..., Figure], Callable[[Uitkomsten], str], Callable[[Uitkomsten], DataFrame]]:
    """The functions `teken`, `alt` and `gegevens` of such a chart, `hoogte` mm high.

    `delen` has per panel its name, the indicator and the unit; that of a single panel stands in words only.
    """

    def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
        """The chart, `breedte` inches wide."""
        onder = ". ".join([ondertitel, *(zin.rstrip(".") for zin in _omgekeerd(u, delen))])
        vel = Vel(u, titel, onder, bron, breedte=breedte, hoogte=hoogte, panelen=len(delen), kop=kop)
        for i, (naam, (indicator, eenheid)) in enumerate(delen.items()):
            grafiek_waaier(vel, verloop(u, indicator), eenheid, paneel=i, naam=naam if len(delen) > 1 else "")
        return vel.figuur

    def alt(u: Uitkomsten) -> str:
        """What the chart shows, in words with the key values."""
        return " ".join(
            [
                *(
                    alt_verloop(verloop(u, indicator), f"{naam[0].lower()}{naam[1:]}", eenheid)
                    for naam, (indicator, eenheid) in delen.items()
                ),
                *_omgekeerd(u, delen),
            ]
        )

    def gegevens(u: Uitkomsten) -> DataFrame:
        """The numbers behind the chart, unrounded: see tabel_verlopen."""
        return tabel_verlopen((naam, verloop(u, indicator)) for naam, (indicator, _) in delen.items())

    return teken, alt, gegevens


def _omgekeerd(u: Uitkomsten, delen: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """That the minimum of a panel lies above its maximum, where it does: both are those of the inflow."""
    from mpp.getal.scenarios import omgekeerde_jaren

    for naam, (indicator, _) in delen.items():
        if jaren := omgekeerde_jaren(indicator, u=u):
            yield f"{naam}: het minimum van de instroom geeft in {jarenreeks(jaren)} een hogere waarde dan het maximum."
