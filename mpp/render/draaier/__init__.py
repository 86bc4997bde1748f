"""Running the code of a chapter: in this process (IPython) or, where there is no fork, in a kernel (nbclient)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from mpp.problemen import Probleem
from mpp.render.qmd import Cel, Regel

if TYPE_CHECKING:
    from mpp.render.draaier.opname import Opgenomen


@dataclass(frozen=True)
class Stroom:
    """Text that a cell wrote: `naam` is stdout or stderr."""

    naam: str
    tekst: str


@dataclass(frozen=True)
class Vertoning:
    """One shown object: its forms by media type, as IPython gives them."""

    vormen: Mapping[str, str]


class Mislukt(Exception):
    """Code of the chapter failed; carries the problems with file and line."""

    def __init__(self, problemen: list[Probleem]):
        super().__init__("\n".join(map(str, problemen)))
        self.problemen = problemen


class Draaier(Protocol):
    """Runs the cells and the inline expressions of one chapter, in order, in one namespace."""

    def cel(self, cel: Cel) -> list[Stroom | Vertoning]:
        """Run a cell; what it wrote and showed, in order. Raises Mislukt."""

    def uitdrukking(self, uitdrukking: str, regel: Regel) -> Vertoning:
        """The value of an inline expression in all its forms. Raises Mislukt."""

    def sluit(self) -> Opgenomen | None:
        """Release what the runner holds; what the code read, None when that was not seen."""
