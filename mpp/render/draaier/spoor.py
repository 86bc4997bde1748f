"""How far the code of a chapter has come, told across processes: where a process that fell away was at."""

from __future__ import annotations

import mmap
from dataclasses import dataclass, field
from typing import Final

from mpp.render.draaier import Draaier, Stroom, Vertoning
from mpp.render.draaier.opname import Opgenomen
from mpp.render.qmd import Cel, Regel

_GROOTTE: Final = 4096


@dataclass(frozen=True)
class Spoor:
    """The line of the cell or expression that runs; written in a fork, read in the process it was forked from."""

    _geheugen: mmap.mmap = field(default_factory=lambda: mmap.mmap(-1, _GROOTTE))

    def noteer(self, regel: Regel) -> None:
        """That what stands at this line is about to run."""
        tekst = f"{regel.nummer}\t{regel.bestand}".encode()[: _GROOTTE - 1]
        self._geheugen[: len(tekst) + 1] = tekst + b"\0"

    def laatste(self) -> tuple[str, int] | None:
        """File and line of what ran last; None when nothing has run."""
        tekst = self._geheugen[:].partition(b"\0")[0].decode(errors="replace")
        nummer, _, bestand = tekst.partition("\t")
        return (bestand, int(nummer)) if tekst else None


@dataclass(frozen=True)
class Gevolgd:
    """A runner that notes in a trail what it is about to run."""

    draaier: Draaier
    spoor: Spoor

    def cel(self, cel: Cel) -> list[Stroom | Vertoning]:
        """Run a cell; what it wrote and showed, in order. Raises Mislukt."""
        self.spoor.noteer(cel.hekregel)
        return self.draaier.cel(cel)

    def uitdrukking(self, uitdrukking: str, regel: Regel) -> Vertoning:
        """The value of an inline expression in all its forms. Raises Mislukt."""
        self.spoor.noteer(regel)
        return self.draaier.uitdrukking(uitdrukking, regel)

    def sluit(self) -> Opgenomen | None:
        """What the code read; None when that was not seen."""
        return self.draaier.sluit()
