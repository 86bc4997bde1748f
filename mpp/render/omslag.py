"""What every page of every document says of the publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten

BELEIDSCONTROLE = "BELEIDSCONTROLE"
"""What every page of a document says that computes a variant: it is no part of the MPP."""
VERKLARING = "Openbare reconstructie – geen officiële publicatie"


@dataclass(frozen=True)
class Omslag:
    """Edition, state, whether it is a concept, that it is not an official publication, and whether it computes a variant."""

    editie: str
    staat: str
    concept: bool
    verklaring: str
    beleidscontrole: bool = False


def omslag(u: Uitkomsten, status: Status, *, beleidscontrole: bool = False) -> Omslag:
    """What the pages of the edition `u` say in this state; those of a variant also that they are a beleidscontrole."""
    staat = " · ".join([BELEIDSCONTROLE] * beleidscontrole + ["CONCEPT"] * status.concept + [status.classificatie])
    return Omslag(u.editie.titel, staat, status.concept, VERKLARING, beleidscontrole)
