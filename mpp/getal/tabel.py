"""A table for a document: Markdown in which every number is a `Getal`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from mpp.getal.getal import InTekst

Cel = InTekst | str

LEEG: Final = "·"
"""A cell without a number; a note under the table says why."""

_NIETS: Final = "geen"
"""The one row of a table without any."""


@dataclass(frozen=True)
class Tabel:
    """Heads and rows; the first column names the row, `breedtes` are relative column widths.

    `cijfers` sets the columns after the first right-aligned, except the `tekstkolommen`; `noten` are printed
    under the table; the rows whose index is in `totalen` are ruled above.
    """

    koppen: Sequence[Cel]
    rijen: Sequence[Sequence[Cel]]
    breedtes: Sequence[int]
    cijfers: bool = True
    noten: tuple[Cel, ...] = ()
    totalen: frozenset[int] = field(default_factory=frozenset)
    tekstkolommen: frozenset[int] = field(default_factory=frozenset)

    def _repr_markdown_(self) -> str:
        klasse = ".cijfers" if self.cijfers and not self.tekstkolommen else ".tekst"
        streep = [
            "-" * (b - 1) + ":" if self.cijfers and i and i not in self.tekstkolommen else "-" * b for i, b in enumerate(self.breedtes)
        ]
        regels = [_rij(self.koppen), "|" + "|".join(streep) + "|"]
        rijen = self.rijen or [[_NIETS, *[""] * (len(self.koppen) - 1)]]
        regels += [_rij([_vet(c) for c in rij] if i in self.totalen else rij) for i, rij in enumerate(rijen)]
        delen = [f"::: {{{klasse}}}", "\n".join(regels), ":::"]
        for noot in self.noten:
            delen += ["::: {.voetregel}", noot if isinstance(noot, str) else noot._repr_markdown_(), ":::"]
        return "\n\n".join(delen)


def _vet(cel: Cel) -> Cel:
    return f"**{cel}**" if isinstance(cel, str) and cel else cel


def _rij(cellen: Sequence[Cel]) -> str:
    return "| " + " | ".join(_cel(c) for c in cellen) + " |"


def _cel(cel: Cel) -> str:
    tekst = cel._repr_markdown_() if isinstance(cel, InTekst) else cel
    return tekst.replace("|", r"\|").replace("\n", " ")
