"""What every page of every document says of the publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten

VERKLARING = "Openbare reconstructie – geen officiële publicatie"


@dataclass(frozen=True)
class Omslag:
    """Edition, state, whether it is a concept, and that it is not an official publication."""

    editie: str
    staat: str
    concept: bool
    verklaring: str


def omslag(u: Uitkomsten, status: Status) -> Omslag:
    """What the pages of the edition `u` say in this state."""
    staat = " · ".join(["CONCEPT"] * status.concept + [status.classificatie])
    return Omslag(u.editie.titel, staat, status.concept, VERKLARING)
