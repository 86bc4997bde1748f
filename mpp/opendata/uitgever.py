"""Who publishes and under which addresses: the one place where web addresses are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import quote, urlsplit

from mpp.lezen import lees, regel_van
from mpp.opendata.tabel import HIER
from mpp.problemen import Probleem, probleem

_BESTAND: Final = HIER / "uitgever.yml"
_NAAM: Final = "mpp/opendata/uitgever.yml"

#: Names that are kept for examples and tests (RFC 2606, RFC 6761): nothing is ever found there.
VOORBEELD: Final = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test|localhost|local)\.?$", re.IGNORECASE)
_IN_TE_VULLEN: Final = re.compile(r"in te vullen|invullen|voorbeeld|\bexample\b|\btodo\b|\bxxx|lorem ipsum|…|\.\.\.", re.IGNORECASE)
_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Contact:
    """Where questions go; `email` is empty where there is none."""

    naam: str
    email: str
    url: str


@dataclass(frozen=True)
class Uitgever:
    """The publisher, its contact and the base of every address in the metadata.

    Without a `basis` nobody publishes: then addresses are relative to the folder of the files.
    """

    basis: str
    naam: str
    uri: str
    contact: Contact

    def id(self, *delen: str) -> str:
        """The identifier of a thing: `basis`/id/…, every part escaped; without a base one within the file that names it."""
        pad = "/".join(quote(deel, safe="") for deel in delen)
        return f"{self.basis}/id/{pad}" if self.basis else f"#{pad}"

    def bestand(self, editie: str, naam: str) -> str:
        """Where the file `naam` of an edition is downloaded; the folder itself without a name."""
        return f"{self.basis}/open-data/mpp-{editie}/{quote(naam)}" if self.basis else quote(naam) or "./"


@cache
def uitgever() -> Uitgever:
    """The publisher as declared in uitgever.yml."""
    vorm = lees(_BESTAND)
    return Uitgever(vorm["basis"], vorm["uitgever"]["naam"], vorm["uitgever"]["uri"] or "#uitgever", Contact(**vorm["contact"]))


def toets_uitgever() -> Iterator[Probleem]:
    """Every field of uitgever.yml that is only an example or not filled in, with its line; none where it says that nobody publishes."""
    vorm = lees(_BESTAND)
    adressen = [("basis",), ("uitgever", "uri"), ("contact", "url"), ("contact", "email")]
    namen = [("uitgever", "naam"), ("contact", "naam")]
    zonder = not vorm["basis"] and not vorm["uitgever"]["uri"] and not vorm["contact"]["email"]
    for pad in (*([] if zonder else adressen), *namen):
        waarde = vorm
        for stap in pad:
            waarde = waarde[stap]
        if not waarde or _IN_TE_VULLEN.search(waarde) or (pad in adressen and not _is_echt(waarde, mail=pad[-1] == "email")):
            regel = regel_van(vorm, pad)
            yield probleem("uitgever-voorbeeld", bestand=_NAAM, regel=regel, veld=".".join(pad), waarde=waarde or "leeg")


def _is_echt(adres: str, *, mail: bool) -> bool:
    """Whether an address can be one of a publisher: complete, and not one kept for examples."""
    delen = urlsplit(adres)
    host = adres.rpartition("@")[2] if mail else delen.hostname or ""
    volledig = "@" in adres.strip("@") if mail else delen.scheme in ("http", "https")
    return volledig and _HOST.fullmatch(host) is not None and VOORBEELD.search(host) is None
