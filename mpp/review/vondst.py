"""One thing that a reviewer left: a comment or a change, at its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from mpp.word.kaart import Alinea

Soort = Literal[
    "opmerking", "antwoord", "invoeging", "verwijdering", "vervanging", "verplaatsing", "opmaak", "alinea", "tabel", "niet bijgehouden"
]
Gevolg = Literal["over te nemen", "vraag", "lezen"]
"""Its text can be taken over; it is a question to the owner of parameters; or somebody has to read it and decide."""


@dataclass(frozen=True)
class Vondst:
    """What was found: its number in the list, the file that it came in, who and when, its kind, and its words.

    `alinea` is the paragraph, as it was made, in which it begins; of it `weg` went at `begin`, and `erbij` came. `zin` are the words
    around it. `waarom` says why it cannot be taken over, and `aan` who has to answer a question.
    """

    nummer: int
    uit: str
    auteur: str
    datum: str
    soort: Soort
    alinea: Alinea | None
    begin: int
    weg: str = ""
    erbij: str = ""
    tekst: str = ""
    zin: str = ""
    gevolg: Gevolg = "lezen"
    waarom: str = ""
    aan: tuple[str, ...] = ()
    ongemerkt: bool = False
    raakt_getal: bool = False

    @property
    def plaats(self) -> str:
        """Chapter file and line, or what it is when it stands in no chapter."""
        if self.alinea is None:
            return "onbekend"
        vanaf = self.alinea.plaats(self.begin)
        return f"{vanaf.bestand}:{vanaf.regel}" if vanaf else "voorblad"

    @property
    def vindplaats(self) -> dict[str, Any]:
        """The same as the place of a problem; that of the document where it stands in no chapter."""
        vanaf = self.alinea.plaats(self.begin) if self.alinea else None
        return {"bestand": vanaf.bestand, "regel": vanaf.regel} if vanaf else {"bestand": self.uit}

    @property
    def wat(self) -> str:
        """What was said or changed, in words."""
        if self.tekst:
            return self.tekst
        if self.weg and self.erbij:
            return f"‘{self.weg}’ wordt ‘{self.erbij}’"
        return f"‘{self.weg}’ weg" if self.weg else f"‘{self.erbij}’ erbij"
