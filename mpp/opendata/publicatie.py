"""What holds for every file of the open data: the edition, its state and how both are put into words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

import mpp
from mpp.getal.getal import Naam
from mpp.opendata.uitgever import editienaam
from mpp.uitkomsten.register import OPENBAAR

if TYPE_CHECKING:
    from mpp.parameters.schema import Editie
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten


@dataclass(frozen=True)
class Publicatie:
    """The edition that is published and the state it is in."""

    editie: Editie
    status: Status
    parameterhash: str
    code: str

    @classmethod
    def van(cls, u: Uitkomsten, status: Status) -> Publicatie:
        """The edition of these results in this state."""
        return cls(u.editie, status, u.ps.hash, mpp.__version__)

    @property
    def concept(self) -> bool:
        """Whether it is not adopted, or is no longer what was."""
        return self.status.concept

    @property
    def classificatie(self) -> str:
        """Who may read it."""
        return self.status.classificatie

    @property
    def openbaar(self) -> bool:
        """Whether the data may be published: only then do they carry a licence."""
        return self.classificatie == OPENBAAR

    @property
    def titel(self) -> str:
        """The edition as the metadata name it."""
        return f"{self.status.titel(self.editie)}{' (CONCEPT)' if self.concept else ''}"

    @property
    def omschrijving(self) -> str:
        """What the dataset is."""
        jaren = self.editie.jaren
        return (
            f"De prognose van de migratieketen over {jaren[0]} tot en met {jaren[-1]}: instroom, voorraden, bezetting en uitstroom per "
            "organisatie, scenario en jaar, met de onzekerheid, de invoer, de realisaties en de bijstellingen sinds de vorige editie."
        )

    @property
    def gewijzigd(self) -> datetime.date:
        """The day of this version: of its last correction, or else of the adoption."""
        return max((self.editie.vastgesteld, *(correctie.datum for correctie in self.status.correcties)))

    @property
    def vorige_versie(self) -> str:
        """The version before this one where something was corrected: 2023-1 before 2023-1.1; empty for the first."""
        versies = [self.editie.id, *(correctie.versie for correctie in self.status.correcties)]
        return versies[-2] if len(versies) > 1 else ""

    @property
    def herkomst(self) -> str:
        """What the data were computed from."""
        return f"Berekend met mpp {self.code} uit de parameters met SHA-256 {self.parameterhash}."

    @property
    def verklaring(self) -> str:
        """What the publication is and is not, and what was corrected in it."""
        return " ".join((self.editie.verklaring, *(correctie.zin for correctie in self.status.correcties)))

    @property
    def correcties(self) -> tuple[Naam, ...]:
        """What was corrected, for a page."""
        return tuple(Naam(correctie.zin, f"correctie:{correctie.versie}") for correctie in self.status.correcties)

    @property
    def versie(self) -> str:
        """The edition as data and addresses name it: a concept never passes for the edition itself."""
        versie = self.status.versie_van(self.editie)
        return f"{versie}-CONCEPT" if self.concept else versie

    def kop(self, tabel_titel: str) -> dict[str, str]:
        """What stands above the rows of a JSON file."""
        return {
            "titel": f"{self.titel}: {tabel_titel}",
            "editie": editienaam(self.versie),
            "peildatum": self.editie.peildatum.isoformat(),
            "classificatie": self.classificatie,
            "verklaring": self.verklaring,
            "herkomst": self.herkomst,
        }
