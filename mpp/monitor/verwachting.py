"""What an edition expects of the months of a year: as its model gives them, or as far as what was published of it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from mpp.edities.eerder import EerdereEditie
from mpp.monitor.lijst import Onderwerp
from mpp.uitkomsten import Uitkomsten
from mpp.uitkomsten.register import register

MAANDEN_PER_JAAR: Final = 12


class Verwachting(Protocol):
    """An edition to hold what came against: its name, years, and the day from which its months are a forecast."""

    @property
    def naam(self) -> str:
        """How the edition is called."""

    @property
    def jaren(self) -> Sequence[int]:
        """The years of which it says something."""

    def vanaf(self, jaar: int) -> int:
        """The first month of a year, from nought, that is a forecast and no realisation."""

    def maanden(self, id: str, jaar: int, scenario: str) -> np.ndarray:
        """An indicator in the months of a year, shape (12,); not a number where the edition does not tell."""

    def jaartotaal(self, id: str, jaar: int, scenario: str) -> float:
        """A flow over the whole year; not a number where the edition does not tell."""


@dataclass(frozen=True)
class VanModel:
    """The results of an edition on its own years."""

    u: Uitkomsten

    @property
    def naam(self) -> str:
        """How the edition is called."""
        return self.u.editie.naam

    @property
    def jaren(self) -> Sequence[int]:
        """The years of which it says something."""
        return self.u.jaren

    def vanaf(self, jaar: int) -> int:
        """The first month of a year, from nought, that is a forecast."""
        return self.u.editie.gerealiseerd if jaar == self.u.jaren[0] else 0

    def maanden(self, id: str, jaar: int, scenario: str) -> np.ndarray:
        """An indicator in the months of a year, shape (12,)."""
        begin = MAANDEN_PER_JAAR * self.u.jaren.index(jaar)
        return self.u.maanden(id, scenario)[begin : begin + MAANDEN_PER_JAAR]

    def jaartotaal(self, id: str, jaar: int, scenario: str) -> float:
        """A flow over the whole year."""
        return float(self.maanden(id, jaar, scenario).sum())


@dataclass(frozen=True)
class ZoalsGepubliceerd:
    """An earlier edition by the figures for years that were published of it, never computed again.

    The months of a flow are the published year, spread as the model spreads it with the parameters of the edition (`spreiding`), where
    those are kept; a stand was published for the end of a year only.
    """

    eerder: EerdereEditie
    spreiding: Uitkomsten | None = None

    @property
    def naam(self) -> str:
        """How the edition is called."""
        return self.eerder.editie.naam

    @property
    def jaren(self) -> Sequence[int]:
        """The years of which it says something."""
        return sorted({jaar for _, jaar, _ in self.eerder.gepubliceerd})

    def vanaf(self, jaar: int) -> int:
        """The first month of a year, from nought, that is a forecast."""
        return VanModel(self.spreiding).vanaf(jaar) if self.spreiding else 0

    def maanden(self, id: str, jaar: int, scenario: str) -> np.ndarray:
        """An indicator in the months of a year, shape (12,)."""
        uit, totaal = np.full(MAANDEN_PER_JAAR, np.nan), self.jaartotaal(id, jaar, scenario)
        if register()[id].soort == "voorraad":
            uit[-1] = totaal
        elif self.spreiding and jaar in self.spreiding.jaren:
            vorm = VanModel(self.spreiding).maanden(id, jaar, scenario)
            uit = totaal * vorm / vorm.sum() if vorm.sum() > 0 else uit
        return uit

    def jaartotaal(self, id: str, jaar: int, scenario: str) -> float:
        """A flow over the whole year."""
        cijfer = self.eerder.gepubliceerd.get((id, jaar, scenario))
        return cijfer.waarde if cijfer else np.nan


def over(v: Verwachting, onderwerp: Onderwerp, jaar: int, maanden: Sequence[int], scenario: str) -> float:
    """What an edition expects of a subject over `maanden` (from nought) of a year; not a number where it does not tell."""

    def deel(id: str) -> np.ndarray:
        return v.maanden(id, jaar, scenario)[list(maanden)]

    i = register()[onderwerp.delen[0]]
    match onderwerp.telling:
        case "som" if len(maanden) == MAANDEN_PER_JAAR:
            return sum(v.jaartotaal(id, jaar, scenario) for id in onderwerp.delen)
        case "som":
            return float(sum(deel(id).sum() for id in onderwerp.delen))
        case "verhouding":
            assert i.teller
            assert i.noemer
            return _verhouding(deel(i.teller).sum(), deel(i.noemer).sum())
        case "gemiddelde":
            assert i.gewicht
            return _verhouding((deel(i.id) * deel(i.gewicht)).sum(), deel(i.gewicht).sum())
        case "piek":
            return float(deel(i.id).max())
        case "stand":
            return float(sum(deel(id)[-1] for id in onderwerp.delen))


def per_maand(v: Verwachting, onderwerp: Onderwerp, jaar: int, scenario: str) -> np.ndarray:
    """The same of each month by itself, shape (12,)."""
    return np.array([over(v, onderwerp, jaar, [m], scenario) for m in range(MAANDEN_PER_JAAR)])


def cumulatief(v: Verwachting, onderwerp: Onderwerp, jaar: int, scenario: str) -> np.ndarray:
    """A flow added up over the months of a year from the first that is a forecast on, nought before it, shape (12,)."""
    reeks = per_maand(v, onderwerp, jaar, scenario).copy()
    reeks[: v.vanaf(jaar)] = 0.0
    return np.cumsum(reeks)


def _verhouding(teller: float, noemer: float) -> float:
    return float(teller / noemer) if noemer else float("nan")
