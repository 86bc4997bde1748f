"""What a formula of the model reads: each argument of a formula has one of these as its default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

#: For `Som`: every month since the first of the forecast.
ALLE_MAANDEN: Final = 1200


class Verwijzing(Any):  # type: ignore[misc]  # Any, so that it may be the default of an argument of any type
    """What an argument of a formula reads."""

    def __new__(cls, *_: Any, **__: Any) -> Verwijzing:
        """A plain object: Any itself cannot be made."""
        return object.__new__(cls)


@dataclass(frozen=True)
class P(Verwijzing):
    """A parameter and the unit in which it is read: its value in this month (fixed, or by year, half-year or calendar month).

    A number, or an array (n_runs,) where runs differ in it: a formula must be right for both.
    """

    id: str
    eenheid: str


@dataclass(frozen=True)
class Pjaren(Verwijzing):
    """A parameter by year: the values of all years, shape (n_years,), or (n_years, n_runs) where runs differ in it."""

    id: str
    eenheid: str


@dataclass(frozen=True)
class V(Verwijzing):
    """A stock or stand: at the start of the month for a flow, at its end for a stand."""

    id: str


@dataclass(frozen=True)
class S(Verwijzing):
    """A flow or quantity in this month; it must have been declared earlier in the chain."""

    id: str


@dataclass(frozen=True)
class Som(Verwijzing):
    """A flow or quantity summed over the `maanden` months before this one.

    `voor` names a parameter with the total of the year before the first month; without it that year counts as zero.
    """

    id: str
    maanden: int
    voor: P | None = None


@dataclass(frozen=True)
class Rij(Verwijzing):
    """The queue of a stock that is worked first in, first out; gives a `wachtrij.Blik`."""

    id: str


@dataclass(frozen=True)
class Maandnummer(Verwijzing):
    """Which month of the forecast it is: 1 is January of its first year."""


@dataclass(frozen=True)
class Prognosejaar(Verwijzing):
    """The first asylum inflow of the current year, as the prognosis gives it for each run."""
