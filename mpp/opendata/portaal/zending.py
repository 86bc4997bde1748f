"""What is published of an edition, what a portal would do with it, and what a portal is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol

Actie = Literal["nieuw", "verder", "vervangt", "niets"]
"""An edition that is not there, one of which a part is there that nobody sees, one with other content, and one that is there as it is."""
Meld = Callable[[str], None]


@dataclass(frozen=True)
class Bestand:
    """A file of the edition: where it stands in the package, its content, and what readers are told of it."""

    pad: str
    inhoud: bytes
    titel: str
    omschrijving: str
    formaat: str
    mediatype: str
    licentie: str

    @property
    def naam(self) -> str:
        """Its name without a folder."""
        return self.pad.rpartition("/")[2]

    @cached_property
    def sha256(self) -> str:
        """The hash of its content."""
        return hashlib.sha256(self.inhoud).hexdigest()


@dataclass(frozen=True)
class Zending:
    """An edition as it is published: what the metadata say of it, the files that a reader is shown, and every file by path."""

    versie: str
    gegevens: Mapping[str, str]
    trefwoorden: tuple[str, ...]
    bestanden: tuple[Bestand, ...]
    alles: Mapping[str, bytes]

    @cached_property
    def inhoud(self) -> str:
        """The hash of all that is published: two that have the same are the same."""
        bestanden = [(b.pad, b.sha256, b.titel, b.omschrijving, b.formaat, b.mediatype, b.licentie) for b in self.bestanden]
        return hashlib.sha256(json.dumps([dict(self.gegevens), self.trefwoorden, bestanden], sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Plan:
    """What a portal would do: with the edition, and with each file that it has otherwise."""

    actie: Actie
    nieuw: tuple[str, ...] = ()
    anders: tuple[str, ...] = ()
    weg: tuple[str, ...] = ()

    @property
    def verschil(self) -> str:
        """The files that are not the same, in Dutch."""
        delen = (("nieuw", self.nieuw), ("anders", self.anders), ("niet meer", self.weg))
        return "; ".join(f"{wat} {', '.join(namen)}" for wat, namen in delen if namen) or "de beschrijving"


class Portaal(Protocol):
    """What takes an edition: it says what it would do, and does it so that nobody sees half of it."""

    waar: str

    def plan(self, zending: Zending) -> Plan:
        """What publishing would change. Raises Fout when the portal cannot be used."""

    def publiceer(self, zending: Zending, plan: Plan, meld: Meld) -> None:
        """Do it, telling what was done. Raises Fout when it cannot be done; then a next time goes on where this ended."""
