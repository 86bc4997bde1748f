"""One subject of the monitor as its layout shows it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from mpp.documenten.beelden import als_uri
from mpp.getal.getal import InTekst, Naam, Zinsdeel
from mpp.monitor.getallen import Cijfers, bronnen
from mpp.monitor.verwachting import VanModel

if TYPE_CHECKING:
    from mpp.monitor.bestand import Rij
    from mpp.monitor.vergelijken import Vergelijking
    from mpp.uitkomsten import Uitkomsten

_PROGNOSE: Final = "prognose MPP-productiemodel"
_GEPUBLICEERD: Final = "prognose zoals gepubliceerd"
_GEEN: Final = "realisatie niet bekend"


class Deel:
    """One subject as the layout shows it: its numbers, its chart and what the analyst tells of it."""

    def __init__(self, v: Vergelijking, u: Uitkomsten, kop: InTekst):
        self.v, self.onderwerp, self.cijfers, self._u, self._kop = v, v.onderwerp, Cijfers(v, u), u, kop

    @property
    def voet(self) -> InTekst:
        """The line under the chart: who published what came, and what the forecast is of."""
        realisatie = [deel for naam in self.bronnen for deel in ("realisatie ", naam, "; ")] or [_GEEN, "; "]
        prognose = _PROGNOSE if isinstance(self.v.verwachting, VanModel) else _GEPUBLICEERD
        return Zinsdeel(("Bron: ", *realisatie, prognose, ". ", self._kop, "."))

    @property
    def bronnen(self) -> Sequence[Naam]:
        """The sources of what is shown."""
        return bronnen(self.v.bekend)

    @property
    def onbekend(self) -> Sequence[Rij]:
        """The periods of which the file says that they are not known."""
        return tuple(rij for rij in self.v.rijen if rij.waarde is None)

    @property
    def als_som(self) -> bool:
        """Whether of some months only their sum is known."""
        return any(rij.periode.is_som for rij in self.v.bekend)

    @property
    def omgekeerd(self) -> bool:
        """Whether the scenarios stand in another order than their names say, as they are shown."""
        band = self.cijfers.band
        return band is not None and self.v.band is not None and self.v.band[0] == "maximum"

    @property
    def verwacht_iets(self) -> bool:
        """Whether the edition tells anything of it."""
        from figures.stijl.monitor import reeksen

        return bool(reeksen(self.v))

    @cached_property
    def beeld(self) -> str:
        """The chart as an address that holds it."""
        from figures.stijl import svg
        from figures.stijl.monitor import teken

        return als_uri(svg(teken(self.v, self._u), self.onderwerp.naam))

    @property
    def alt(self) -> str:
        """What the chart shows, in words."""
        from figures.stijl.monitor import alt

        return alt(self.v)
