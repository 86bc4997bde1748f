"""What the document shows: a sheet per domain, on it the partners, under each its indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mpp.documenten.reeksen import Reeksen, reeksen
from mpp.getal.getal import Getal
from mpp.getal.totalen import tellen_op
from mpp.uitkomsten import Indicator, indicatoren
from mpp.uitkomsten.register import niveau_van

if TYPE_CHECKING:
    from mpp.glossarium import Glossarium
    from mpp.uitkomsten import Uitkomsten

TITELS: Final = {"asiel": "MPP Asiel", "regulier": "MPP Regulier", "bewaring": "MPP Bewaring"}
"""The domains in the order of the pages."""

MET_OMSCHRIJVING: Final = ("bewaring",)
"""The domains whose page has room to say under the table what each indicator counts."""

SOORTEN: Final = {
    "instroom": "instroom",
    "uitstroom": "uitstroom",
    "voorraad": "stand",
    "percentage": "aandeel",
    "duur": "gemiddelde",
    "bedrag": "jaartotaal",
    "piek": "piek",
}
"""How a reader is told what months make of a year."""


@dataclass(frozen=True)
class Rij:
    """One indicator in every scenario and year; `deel` when it is a part of the total above it."""

    indicator: Indicator
    deel: bool
    reeksen: Reeksen

    @property
    def soort(self) -> str:
        """What a number in this row is: a flow of the year, a stand at its end, ..."""
        return SOORTEN[self.indicator.soort]

    @property
    def getallen(self) -> tuple[Getal, ...]:
        """The numbers of all scenarios one after the other."""
        return tuple(getal for reeks in self.reeksen.values() for getal in reeks)


@dataclass(frozen=True)
class Partner:
    """An organisation with its indicators; `voluit` is its name in full."""

    naam: str
    voluit: str
    rijen: tuple[Rij, ...]


@dataclass(frozen=True)
class Blad:
    """A domain: its title, its partners, and whether all rounded parts add up to their rounded totals."""

    domein: str
    titel: str
    partners: tuple[Partner, ...]
    sluit: bool

    @property
    def omschreven(self) -> bool:
        """Whether the page says what each indicator counts."""
        return self.domein in MET_OMSCHRIJVING

    @property
    def rijen(self) -> Iterator[Rij]:
        """Every row of the sheet in its order."""
        return (rij for partner in self.partners for rij in partner.rijen)


def bladen(u: Uitkomsten, glossarium: Glossarium) -> tuple[Blad, ...]:
    """The three sheets with every indicator that the edition may show, the partners in the order in which it first names them."""
    voluit = {a.afkorting: a.voluit for a in glossarium.afkortingen}
    return tuple(_blad(u, domein, voluit) for domein in TITELS)


def _blad(u: Uitkomsten, domein: str, voluit: dict[str, str]) -> Blad:
    alle = [i for i in indicatoren(niveau_van(u.editie.classificatie)).values() if i.domein == domein]
    per_partner = {partner: [i for i in alle if i.organisatie == partner] for partner in dict.fromkeys(i.organisatie for i in alle)}
    partners = tuple(Partner(naam, voluit.get(naam, naam), tuple(_rijen(u, i))) for naam, i in per_partner.items())
    return Blad(domein, TITELS[domein], partners, tellen_op(u, [i.id for i in alle]))


def _rijen(u: Uitkomsten, indicatoren: Sequence[Indicator]) -> Iterator[Rij]:
    delen: tuple[str, ...] = ()
    for i in indicatoren:
        deel = i.id in delen
        if not deel:
            delen = i.delen
        yield Rij(i, deel, reeksen(i.id, u))
