"""Who publishes and under which addresses: the one place where web addresses are made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from mpp.lezen import lees
from mpp.opendata.tabel import HIER


@dataclass(frozen=True)
class Contact:
    """Where questions go."""

    naam: str
    email: str
    url: str


@dataclass(frozen=True)
class Uitgever:
    """The publisher, its contact and the base of every address in the metadata."""

    basis: str
    naam: str
    uri: str
    contact: Contact

    def id(self, *delen: str) -> str:
        """The identifier of a thing: `basis`/id/…, every part escaped."""
        return "/".join([self.basis, "id", *(quote(deel, safe="") for deel in delen)])

    def bestand(self, editie: str, naam: str) -> str:
        """Where the file `naam` of an edition is downloaded."""
        return f"{self.basis}/open-data/mpp-{editie}/{quote(naam)}"


@cache
def uitgever() -> Uitgever:
    """The publisher as declared in uitgever.yml."""
    vorm = lees(HIER / "uitgever.yml")
    return Uitgever(vorm["basis"], vorm["uitgever"]["naam"], vorm["uitgever"]["uri"], Contact(**vorm["contact"]))
