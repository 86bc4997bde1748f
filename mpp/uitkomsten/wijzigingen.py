"""What the chain does when something turns out otherwise: other values of parameters or another inflow, all else as in medio."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from mpp.uitkomsten.gevoeligheid import INSTROOM
from mpp.uitkomsten.jaren import naar_jaren
from mpp.uitkomsten.trekkingen import MIDDEN, op_kwantiel

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.uitkomsten.kubus import Uitkomsten

Einde = Literal["", "laag", "hoog"]
Scenario = Literal["minimum", "medio", "maximum"]
_KWANTIEL: Final[Mapping[Einde, float]] = {"": MIDDEN, "laag": 0.0, "hoog": 1.0}
_SCENARIO: Final[Mapping[Einde, Scenario]] = {"": "medio", "laag": "minimum", "hoog": "maximum"}
_SAMEN: Final = "&"
_VORM: Final = re.compile(r"([\w.]+?)(?:\*(\d+(?:\.\d+)?)|([+-]\d+(?:\.\d+)?)|=(laag|hoog))")


@dataclass(frozen=True)
class Wijziging:
    """Another value of one parameter in every period: times `maal`, plus `plus` (in the parameter's unit), or `naar` its low or high end.

    The parameter `prognose` stands for the first asylum inflow, of which the ends are the minimum and the maximum.
    """

    parameter: str
    maal: float = 1.0
    plus: float = 0.0
    naar: Einde = ""

    @property
    def merk(self) -> str:
        """The change as an origin names it: `ind.spoor4.productie*1.1`, `gemeenten.realisatiegraad-0.3`, `coa.verblijfsduur=hoog`."""
        if self.naar:
            return f"{self.parameter}={self.naar}"
        return f"{self.parameter}{self.plus:+g}" if self.plus else f"{self.parameter}*{self.maal:g}"

    @classmethod
    def van_merk(cls, merk: str) -> Wijziging:
        """The change that an origin names so. Raises ValueError for what is none."""
        delen = _VORM.fullmatch(merk)
        if delen is None:
            raise ValueError(merk)
        return cls(delen[1], maal=float(delen[2] or 1), plus=float(delen[3] or 0), naar=_einde(delen[4]))

    def bestaat(self, ps: Parameterset) -> bool:
        """Whether there is something with this name to change."""
        return self.parameter == INSTROOM or self.parameter in ps.parameters


def _einde(tekst: str | None) -> Einde:
    return "laag" if tekst == "laag" else "hoog" if tekst == "hoog" else ""


def merk(wijzigingen: Sequence[Wijziging]) -> str:
    """Changes that are made together, as an origin names them."""
    return _SAMEN.join(wijziging.merk for wijziging in wijzigingen)


def van_merk(tekst: str) -> tuple[Wijziging, ...]:
    """The changes that an origin names so. Raises ValueError for what are none."""
    return tuple(map(Wijziging.van_merk, tekst.split(_SAMEN)))


def veranderd(ps: Parameterset, wijziging: Wijziging) -> np.ndarray:
    """The values of a changed parameter by period; not a number in the periods that an open end leaves out."""
    return _waarden(ps, [(wijziging,)])[wijziging.parameter][0]


class WatAls:
    """What-ifs on the results `u`, each computed once."""

    def __init__(self, u: Uitkomsten):
        self._u = u
        self._gerekend: dict[str, Mapping[str, np.ndarray]] = {}

    def reken(self, gevallen: Sequence[Sequence[Wijziging]]) -> list[Mapping[str, np.ndarray]]:
        """Every indicator by year in each case, with its changes made together; what is new is computed in one pass."""
        nieuw = list({merk(geval): geval for geval in gevallen if merk(geval) not in self._gerekend}.values())
        if nieuw:
            self._gerekend |= zip(map(merk, nieuw), self._doorgerekend(nieuw), strict=True)
        return [self._gerekend[merk(geval)] for geval in gevallen]

    def _doorgerekend(self, gevallen: Sequence[Sequence[Wijziging]]) -> list[Mapping[str, np.ndarray]]:
        from mpp.productiemodel import doorrekenen

        u = self._u
        instroom = np.tile(u.prognose.scenario("medio"), (len(gevallen), 1))
        for i, geval in enumerate(gevallen):
            for w in geval:
                if w.parameter == INSTROOM:
                    instroom[i] = u.prognose.scenario(_SCENARIO[w.naar]) * w.maal + w.plus
        jaren = naar_jaren(doorrekenen(u.ps, instroom, _waarden(u.ps, gevallen)), len(u.jaren))
        return [{id: waarden[i] for id, waarden in jaren.items()} for i in range(len(gevallen))]


def _waarden(ps: Parameterset, gevallen: Sequence[Sequence[Wijziging]]) -> dict[str, np.ndarray]:
    """The values of every parameter that some case changes, as `doorrekenen` takes them."""
    kwantielen: dict[str, np.ndarray] = {}
    stappen = [(i, w) for i, geval in enumerate(gevallen) for w in geval if w.parameter != INSTROOM]
    for i, w in stappen:
        kwantielen.setdefault(w.parameter, np.full(len(gevallen), MIDDEN))[i] = _KWANTIEL[w.naar]
    waarden = op_kwantiel(ps, kwantielen)
    for i, w in stappen:
        waarden[w.parameter][i] = waarden[w.parameter][i] * w.maal + w.plus
    return waarden
