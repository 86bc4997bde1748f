"""The indicator registry: what every element of the model is called and counts, and where it may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from mpp.lezen import lees
from mpp.problemen import Fout, lijkt_op, probleem

Soort = Literal["instroom", "uitstroom", "voorraad", "percentage", "duur", "bedrag", "piek"]
Niveau = Literal["extern", "intern", "model"]
"""Where an indicator may be shown: in every document and the open data; in the rapportage and the productiemodel as long as
those are not public; or only where a number is explained.
"""

NIVEAUS: Final[tuple[Niveau, ...]] = get_args(Niveau)

OPENBAAR: Final = "openbaar"
"""The classification of what anyone may read."""

_BESTAND = Path(__file__).with_name("indicatoren.yml")


@dataclass(frozen=True)
class Indicator:
    """One figure: what it is called, what it counts, how months make a year and where it may be shown.

    A year is `teller` over `noemer`, or the mean of the months weighted by `gewicht`, where those are given.
    """

    id: str
    domein: str
    naam: str
    definitie: str
    organisatie: str
    eenheid: str
    soort: Soort
    niveau: Niveau
    teller: str | None = None
    noemer: str | None = None
    gewicht: str | None = None
    delen: tuple[str, ...] = ()


@cache
def register() -> dict[str, Indicator]:
    """Every indicator by its id, in the order of publication."""
    return {
        id: Indicator(id=id, domein=domein, **{**velden, "delen": tuple(velden.get("delen", ()))})
        for domein, indicatoren in lees(_BESTAND).items()
        for id, velden in indicatoren.items()
    }


@cache
def indicatoren(niveau: Niveau) -> dict[str, Indicator]:
    """The indicators that may be shown at this level: its own, and those that may be shown more widely."""
    mag = NIVEAUS[: NIVEAUS.index(niveau) + 1]
    return {id: i for id, i in register().items() if i.niveau in mag}


def niveau_van(classificatie: str) -> Niveau:
    """The widest level that a document of an edition of this classification may show: a public one nothing that is intern."""
    return "extern" if classificatie == OPENBAAR else "intern"


def nauwste(*niveaus: Niveau) -> Niveau:
    """The level of these that shows least."""
    return min(niveaus, key=NIVEAUS.index)


def indicator(id: str, niveau: Niveau = "intern") -> Indicator:
    """The indicator with this id, where it may be shown at this level: unless told otherwise, in some document.

    Raises Fout for one that is not there, with the names that look like it, and for one that may not be shown.
    """
    if id not in register():
        raise Fout([probleem("indicator-onbekend", id=id, suggestie=lijkt_op(id, indicatoren(niveau)))])
    if id not in indicatoren(niveau):
        raise Fout([probleem("indicator-niveau", id=id, niveau=register()[id].niveau, hier=niveau)])
    return register()[id]
