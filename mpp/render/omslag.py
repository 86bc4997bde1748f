"""What every page of every document says of the publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mpp.getal.getal import Naam

if TYPE_CHECKING:
    import datetime

    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

BELEIDSCONTROLE = "BELEIDSCONTROLE"
"""What every page of a document says that computes a variant: it is no part of the MPP."""


@dataclass(frozen=True)
class Omslag:
    """Edition with its version, state, if it is a concept, the line at the foot, the day of the version, a variant or not, what was
    corrected, its name.
    """

    editie: str
    staat: str
    concept: bool
    verklaring: str
    dag: datetime.date
    beleidscontrole: bool = False
    correcties: tuple[Naam, ...] = ()
    naam: str = ""

    @property
    def regel(self) -> str:
        """Edition, state and foot on one line, nothing twice."""
        return " · ".join(dict.fromkeys((self.editie, self.staat, self.verklaring)))


def omslag(u: Uitkomsten, status: Status, *, beleidscontrole: bool = False) -> Omslag:
    """What the pages of the edition `u` say in this state; those of a variant also that they are a beleidscontrole."""
    staat = " · ".join((*[BELEIDSCONTROLE] * beleidscontrole, *status.merken))
    correcties = tuple(Naam(correctie.zin, f"correctie:{correctie.versie}") for correctie in status.correcties)
    return Omslag(
        editie=status.titel(u.editie),
        staat=staat,
        concept=status.concept,
        verklaring=status.voet(u.editie),
        dag=status.datum(u.editie),
        beleidscontrole=beleidscontrole,
        correcties=correcties,
        naam=status.naam(u.editie),
    )
