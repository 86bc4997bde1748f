"""What the check of a package says of one file: how many numbers it saw, how many it accounted for, and which not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from mpp.problemen import Probleem, probleem


@dataclass
class Verslag:
    """One file: the numbers seen and accounted for, and everything that is wrong."""

    bestand: str
    gezien: int = 0
    verantwoord: int = 0
    problemen: list[Probleem] = field(default_factory=list)

    def goed(self, aantal: int = 1) -> None:
        """So many more numbers are accounted for."""
        self.gezien += aantal
        self.verantwoord += aantal

    def fout(self, code: str, aantal: int = 1, /, **gegevens: Any) -> None:
        """So many more numbers are not, for one reason."""
        self.gezien += aantal
        self.problemen.append(probleem(code, bestand=self.bestand, **gegevens))

    def los(self, getal: str, plek: str, zin: str, reden: str) -> None:
        """The number `getal` cannot be accounted for."""
        self.fout("pakket-getal", getal=getal, plek=plek, zin=zin, reden=reden)


def alle_problemen(verslagen: Iterable[Verslag]) -> list[Probleem]:
    """Every problem of several files, each once."""
    return list({str(p): p for verslag in verslagen for p in verslag.problemen}.values())
