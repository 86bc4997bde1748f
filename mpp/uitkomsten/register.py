"""The indicator registry: what the project publishes, defined once for every document and the open data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from mpp.lezen import lees
from mpp.problemen import Fout, lijkt_op, probleem

Soort = Literal["instroom", "uitstroom", "voorraad", "percentage", "duur", "bedrag", "piek"]
Niveau = Literal["extern", "intern"]

_BESTAND = Path(__file__).with_name("indicatoren.yml")


@dataclass(frozen=True)
class Indicator:
    """One published figure: what it is called, what it counts and how months make a year.

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


def indicator(id: str) -> Indicator:
    """The indicator with this id; raises Fout with the names that look like it."""
    if id not in register():
        raise Fout([probleem("indicator-onbekend", id=id, suggestie=lijkt_op(id, register()))])
    return register()[id]
