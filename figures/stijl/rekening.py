"""How a stock came about in the first year, as a reckoning that adds up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from figures.stijl.labels import cijfer
from mpp.weergave.opmaak import MINUS

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten


@dataclass(frozen=True)
class Rekening:
    """A stock over the year, from the day with which the model begins: `begin` plus `erbij` less `eraf` is `eind`."""

    begin: float
    erbij: float
    eraf: float
    eind: float

    @property
    def tekst(self) -> str:
        """The reckoning before its outcome: 35.790 + 56.780 − 33.560."""
        return f"{cijfer(self.begin)} + {cijfer(self.erbij)} {MINUS} {cijfer(self.eraf)}"


def rekening(u: Uitkomsten, stand: str, scenario: str = "medio") -> Rekening:
    """That of a stock or of a stand that is read off stocks: what the model says flows in, and what is then gone.

    Raises KeyError for what is neither.
    """
    from mpp.herkomst.schakels import van_stand
    from mpp.productiemodel import keten

    voorraden = {voorraad: keten().voorraden[voorraad] for voorraad in van_stand(keten(), stand)}
    if not voorraden:
        raise KeyError(stand)
    begin = sum(u.ps.vast(voorraad.begin) for voorraad in voorraden.values())
    stromen = [s.id for s in keten().stromen.values() if s.naar in voorraden and s.van not in voorraden]
    vanaf, eind = slice(u.editie.gerealiseerd, 12), u.waarde(stand, u.jaren[0], scenario)
    erbij = sum(float(u.maanden(id, scenario)[vanaf].sum()) for id in stromen)
    return Rekening(begin, erbij, begin + erbij - eind, eind)
