"""Declaring the chain: stocks, flows between them, quantities and stands.

A flow goes from one stock to another of the same layer, or comes from or goes to outside (`BUITEN`), so that
conservation holds by construction. The arguments of a formula say what it reads (see `verwijzing`); its
docstring, in Dutch, says how it is computed and is shown to users who ask how a number came about. What an element
is called and counts, and whose it is, stands in the register of indicators.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from mpp.productiemodel.verwijzing import P, Verwijzing
from mpp.productiemodel.waarden import Waarde

BUITEN: Final = "buiten"

Formule = Callable[..., Waarde]
Laag = Literal[
    "zaken",
    "nareis",
    "opvang",
    "taakstelling",
    "terugkeer",
    "voogdij",
    "rechtspraak",
    "regulier",
    "naturalisatie",
    "rechtsmiddelen",
    "bewaring",
    "zaken van amv",
    "opvang van amv",
    "registratie",
    "uitstel",
]

#: What is counted in each layer: no flow goes from one to another, so all of its stocks count the same.
EENHEDEN: Final[Mapping[Laag, str]] = {
    "zaken": "zaken",
    "nareis": "personen",
    "opvang": "personen",
    "taakstelling": "personen",
    "terugkeer": "dossiers",
    "voogdij": "pupillen",
    "rechtspraak": "zaken",
    "regulier": "aanvragen",
    "naturalisatie": "aanvragen",
    "rechtsmiddelen": "zaken",
    "bewaring": "personen",
    "zaken van amv": "zaken",
    "opvang van amv": "personen",
    "registratie": "personen",
    "uitstel": "personen",
}


@dataclass(frozen=True)
class Wachtrijregels:
    """How a stock is worked first in, first out.

    `ouder` gives per age in months the parameter with the share of the opening stock that is older, `oudste` the
    parameter with the greatest age; `nieuw` names the quantity that leaves straight from the month's inflow
    and so never waits in the queue.
    """

    ouder: Mapping[int, str]
    oudste: str
    nieuw: str | None = None

    @property
    def parameters(self) -> tuple[P, ...]:
        """The parameters the rules read."""
        return (*(P(id, "aandeel") for id in self.ouder.values()), P(self.oudste, "maanden"))


@dataclass(frozen=True)
class Voorraad:
    """People or cases that wait: carried from month to month, changed by flows only."""

    id: str
    laag: Laag
    begin: str
    rij: Wachtrijregels | None = None

    @property
    def parameters(self) -> tuple[P, ...]:
        """The parameters it reads: what it opens with, in the unit of its layer, and those of its queue."""
        return (P(self.begin, EENHEDEN[self.laag]), *(self.rij.parameters if self.rij else ()))


@dataclass(frozen=True)
class Berekening:
    """What a formula gives each month: a flow, a quantity (no stock changes) or a stand (at the month's end)."""

    id: str
    soort: Literal["stroom", "grootheid", "stand"]
    formule: Formule
    leest: Mapping[str, Verwijzing]
    betekenis: str
    van: str = BUITEN
    naar: str = BUITEN


Onderdeel = Voorraad | Berekening


class Deel:
    """Stocks and formulas that belong together, in the order in which they are computed.

    `woorden` fill the {places} in the docstrings of formulas that are declared more than once, for another product say.
    """

    def __init__(self, **woorden: str):
        self.woorden = woorden
        self.onderdelen: list[Onderdeel] = []

    def voorraad(self, id: str, *, laag: Laag, begin: str, rij: Wachtrijregels | None = None) -> None:
        """Declares a stock that opens with parameter `begin`."""
        self.onderdelen.append(Voorraad(id, laag, begin, rij))

    def stroom(self, id: str, *, van: str = BUITEN, naar: str = BUITEN) -> Callable[[Formule], Formule]:
        """Declares the formula below as the flow from stock `van` to stock `naar`, per month."""
        return self._neem_op(id, "stroom", van=van, naar=naar)

    def grootheid(self, id: str) -> Callable[[Formule], Formule]:
        """Declares the formula below as a quantity of the month that moves nothing itself."""
        return self._neem_op(id, "grootheid")

    def stand(self, id: str) -> Callable[[Formule], Formule]:
        """Declares the formula below as a stand: read off the stocks at the end of the month."""
        return self._neem_op(id, "stand")

    def met(self, ander: Deel) -> None:
        """Takes in what another part declares, such as one of the `bouwstenen`."""
        self.onderdelen += ander.onderdelen

    def _neem_op(self, id: str, soort: Any, **rest: Any) -> Callable[[Formule], Formule]:
        def decorateer(formule: Formule) -> Formule:
            leest = {naam: arg.default for naam, arg in inspect.signature(formule).parameters.items()}
            betekenis = " ".join((inspect.getdoc(formule) or "").format(**self.woorden).split())
            self.onderdelen.append(Berekening(id, soort, formule, leest, betekenis, **rest))
            return formule

        return decorateer
