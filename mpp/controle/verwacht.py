"""What every document of one edition must say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Verwacht:
    """The words on every page: the edition, the line that this is a reconstruction, and CONCEPT when it is one."""

    editie: str
    verklaring: str
    concept: bool

    @property
    def regels(self) -> tuple[str, ...]:
        """The texts to be found on every page."""
        return (self.editie, self.verklaring, *(["CONCEPT"] if self.concept else []))
