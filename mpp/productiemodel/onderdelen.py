"""Declaring the chain: stocks, flows between them, quantities and stands, grouped by organisation.

A flow goes from one stock to another of the same layer, or comes from or goes to outside (`BUITEN`), so that
conservation holds by construction. The arguments of a formula say what it reads (see `verwijzing`); its
docstring, in Dutch, says what it means and is shown to users who ask how a number came about.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from mpp.productiemodel.verwijzing import Verwijzing
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
    def parameters(self) -> tuple[str, ...]:
        """The parameters the rules read."""
        return (*self.ouder.values(), self.oudste)


@dataclass(frozen=True)
class Voorraad:
    """People or cases that wait: carried from month to month, changed by flows only."""

    id: str
    organisatie: str
    laag: Laag
    begin: str
    betekenis: str
    rij: Wachtrijregels | None = None
    intern: bool = False


@dataclass(frozen=True)
class Berekening:
    """What a formula gives each month: a flow, a quantity (no stock changes) or a stand (at the month's end)."""

    id: str
    soort: Literal["stroom", "grootheid", "stand"]
    organisatie: str
    formule: Formule
    leest: Mapping[str, Verwijzing]
    betekenis: str
    van: str = BUITEN
    naar: str = BUITEN
    intern: bool = False


Onderdeel = Voorraad | Berekening


class Deel:
    """The stocks and formulas of one organisation, in the order in which they are computed.

    With `intern` a declaration is used by others but is no published indicator; `organisatie` names another
    organisation than the part's own. `woorden` fill the {places} in the docstrings of formulas that are declared
    more than once, for another product say.
    """

    def __init__(self, organisatie: str, **woorden: str):
        self.organisatie, self.woorden = organisatie, woorden
        self.onderdelen: list[Onderdeel] = []

    def voorraad(
        self,
        id: str,
        betekenis: str,
        *,
        laag: Laag,
        begin: str,
        rij: Wachtrijregels | None = None,
        organisatie: str | None = None,
        intern: bool = False,
    ) -> None:
        """Declares a stock that opens with parameter `begin`."""
        self.onderdelen.append(Voorraad(id, organisatie or self.organisatie, laag, begin, betekenis, rij, intern))

    def stroom(
        self,
        id: str,
        *,
        van: str = BUITEN,
        naar: str = BUITEN,
        organisatie: str | None = None,
        intern: bool = False,
    ) -> Callable[[Formule], Formule]:
        """Declares the formula below as the flow from stock `van` to stock `naar`, per month."""
        return self._neem_op(id, "stroom", organisatie, van=van, naar=naar, intern=intern)

    def grootheid(self, id: str, *, organisatie: str | None = None, intern: bool = False) -> Callable[[Formule], Formule]:
        """Declares the formula below as a quantity of the month that moves nothing itself."""
        return self._neem_op(id, "grootheid", organisatie, intern=intern)

    def stand(self, id: str, *, intern: bool = False) -> Callable[[Formule], Formule]:
        """Declares the formula below as a stand: read off the stocks at the end of the month."""
        return self._neem_op(id, "stand", None, intern=intern)

    def _neem_op(self, id: str, soort: Any, organisatie: str | None, **rest: Any) -> Callable[[Formule], Formule]:
        def decorateer(formule: Formule) -> Formule:
            leest = {naam: arg.default for naam, arg in inspect.signature(formule).parameters.items()}
            betekenis = " ".join((inspect.getdoc(formule) or "").format(**self.woorden).split())
            self.onderdelen.append(Berekening(id, soort, organisatie or self.organisatie, formule, leest, betekenis, **rest))
            return formule

        return decorateer
