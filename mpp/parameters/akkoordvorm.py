"""The form of `akkoorden.yml`: what each organisation decided about each value."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, StrictStr

from mpp.parameters.schema import Eigenaar, Record
from mpp.parameters.velden import Dag, Naamdeel, Persoonsnaam, Reden, Tekst, Waardehash


class Akkoord(Record):
    """What one organisation decided about one value, which `hash` stands for: who said so, and when."""

    organisatie: Eigenaar
    hash: Waardehash
    besluit: Literal["ja", "nee"]
    door: Persoonsnaam
    datum: Dag
    opmerking: Tekst | None = None

    @property
    def onderwerp(self) -> str:
        """The id of what it is about."""
        raise NotImplementedError


class Invoerakkoord(Akkoord):
    """The same, about the values of a parameter."""

    parameter: StrictStr

    @property
    def onderwerp(self) -> str:
        """The id of the parameter."""
        return self.parameter


class Uitkomstakkoord(Akkoord):
    """The same, about the outcomes of an indicator."""

    indicator: StrictStr

    @property
    def onderwerp(self) -> str:
        """The id of the indicator."""
        return self.indicator


class Akkoordbestand(Record):
    """The consents of an edition, in the order in which they came.

    With `niet_gevraagd`, the reason why, nobody was asked of whom nothing is recorded.
    """

    schema_: Literal[1] = Field(alias="schema")
    editie: Naamdeel
    niet_gevraagd: Reden | None = None
    invoer: tuple[Invoerakkoord, ...] = ()
    uitkomsten: tuple[Uitkomstakkoord, ...] = ()
