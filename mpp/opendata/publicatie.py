"""What holds for every file of the open data: the edition, its state and how both are put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mpp.uitkomsten.register import OPENBAAR

if TYPE_CHECKING:
    from mpp.parameters.schema import Editie


@dataclass(frozen=True)
class Publicatie:
    """The edition that is published and the state it is in."""

    editie: Editie
    concept: bool
    classificatie: str
    parameterhash: str
    code: str

    @property
    def openbaar(self) -> bool:
        """Whether the data may be published: only then do they carry a licence."""
        return self.classificatie == OPENBAAR

    @property
    def titel(self) -> str:
        """The edition as the metadata name it."""
        return f"{self.editie.titel}{' (CONCEPT)' if self.concept else ''}"

    @property
    def herkomst(self) -> str:
        """What the data were computed from."""
        return f"Berekend met mpp {self.code} uit de parameters met SHA-256 {self.parameterhash}."

    @property
    def versie(self) -> str:
        """The edition as data and addresses name it: a concept never passes for the edition itself."""
        return f"{self.editie.id}-CONCEPT" if self.concept else self.editie.id

    def kop(self, tabel_titel: str) -> dict[str, str]:
        """What stands above the rows of a JSON file."""
        return {
            "titel": f"{self.titel}: {tabel_titel}",
            "editie": self.versie,
            "peildatum": self.editie.peildatum.isoformat(),
            "classificatie": self.classificatie,
            "verklaring": self.editie.verklaring,
            "herkomst": self.herkomst,
        }
