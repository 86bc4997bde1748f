"""A number that a correction changed: one that went in, or one that came out."""

from __future__ import annotations

from pydantic import StrictStr

from mpp.parameters.schema import Record
from mpp.parameters.velden import Getal, Tekst


class Cijfer(Record):
    """A value that changed: of which series, in which unit and period; None where the series had no value there, or has none now."""

    reeks: Tekst
    label: Tekst
    eenheid: StrictStr
    periode: StrictStr
    oud: Getal | None = None
    nieuw: Getal | None = None

    @property
    def naam(self) -> str:
        """The series as a document names it."""
        return f"{self.label} ({self.eenheid})" if self.eenheid else self.label
