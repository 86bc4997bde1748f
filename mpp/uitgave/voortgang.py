"""How making an edition tells how far it is."""

from __future__ import annotations

from typing import Protocol


class Voortgang(Protocol):
    """Hears of each step when it begins and when it is done."""

    def begin(self, stap: str) -> None:
        """The step begins."""

    def klaar(self, stap: str) -> None:
        """The step is done."""


class Stil:
    """Says nothing."""

    def begin(self, stap: str) -> None:
        """Nothing."""

    def klaar(self, stap: str) -> None:
        """Nothing."""
