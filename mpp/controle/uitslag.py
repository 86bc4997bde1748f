"""The outcome of a check on final output."""

from __future__ import annotations

from dataclasses import dataclass

from mpp.problemen import Probleem


@dataclass(frozen=True)
class Uitslag:
    """What one check found; with a reason in `niet_getoetst` it did not run, and that is never green."""

    toets: str
    problemen: tuple[Probleem, ...] = ()
    niet_getoetst: str = ""

    @property
    def groen(self) -> bool:
        """Whether the check ran and found nothing."""
        return not self.problemen and not self.niet_getoetst
