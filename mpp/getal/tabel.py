"""A table for a document: Markdown in which every number is a `Getal`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mpp.getal.getal import InTekst

Cel = InTekst | str


@dataclass(frozen=True)
class Tabel:
    """Heads and rows; the first column names the row, `breedtes` are relative column widths.

    `cijfers` sets the columns after the first right-aligned; `noten` are printed under the table; the
    rows whose index is in `totalen` are ruled above.
    """

    koppen: Sequence[Cel]
    rijen: Sequence[Sequence[Cel]]
    breedtes: Sequence[int]
    cijfers: bool = True
    noten: tuple[str, ...] = ()
    totalen: frozenset[int] = field(default_factory=frozenset)

    def _repr_markdown_(self) -> str:
        klasse = ".cijfers" if self.cijfers else ".tekst"
        streep = ["-" * self.breedtes[0], *("-" * (b - 1) + ":" if self.cijfers else "-" * b for b in self.breedtes[1:])]
        regels = [_rij(self.koppen), "|" + "|".join(streep) + "|"]
        regels += [_rij([_vet(c) for c in rij] if i in self.totalen else rij) for i, rij in enumerate(self.rijen)]
        delen = [f"::: {{{klasse}}}", "\n".join(regels), ":::"]
        for noot in self.noten:
            delen += ["::: {.voetregel}", noot, ":::"]
        return "\n\n".join(delen)


def _vet(cel: Cel) -> Cel:
    return f"**{cel}**" if isinstance(cel, str) and cel else cel


def _rij(cellen: Sequence[Cel]) -> str:
    return "| " + " | ".join(_cel(c) for c in cellen) + " |"


def _cel(cel: Cel) -> str:
    if isinstance(cel, InTekst):
        return cel._repr_markdown_()
    return cel.replace("|", r"\|").replace("\n", " ")
