"""What every document of one edition must say."""

from __future__ import annotations

from dataclasses import dataclass

from mpp.render.omslag import BELEIDSCONTROLE
from mpp.uitkomsten.register import Niveau


@dataclass(frozen=True)
class Verwacht:
    """The words on every page: the edition, the line that this is a reconstruction, and CONCEPT when it is one.

    A document of `beleidscontrole` says so on every page; any other holds no number of a variant. No document shows an
    indicator that may not be shown at its `niveau`.
    """

    editie: str
    verklaring: str
    concept: bool
    beleidscontrole: bool = False
    niveau: Niveau = "extern"

    @property
    def regels(self) -> tuple[str, ...]:
        """The texts to be found on every page."""
        merken = [BELEIDSCONTROLE] * self.beleidscontrole + ["CONCEPT"] * self.concept
        return (self.editie, self.verklaring, *merken)
