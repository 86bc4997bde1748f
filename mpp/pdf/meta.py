"""What a PDF says about itself, and what is attached to it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class PdfMeta:
    """The document information; `datum` (the edition's) is its date of creation and of change."""

    titel: str
    onderwerp: str
    auteur: str
    datum: datetime.date
    taal: str = "nl"

    @property
    def moment(self) -> datetime.datetime:
        """`datum` at midnight UTC."""
        return datetime.datetime.combine(self.datum, datetime.time(), datetime.UTC)


@dataclass(frozen=True)
class Bijlage:
    """A file that travels inside the PDF as its data."""

    naam: str
    inhoud: bytes
    mime: str
    omschrijving: str
