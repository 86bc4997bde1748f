"""Consent: which organisation agreed to which value, and whether that still holds.

A consent belongs to the value that was seen: when that changes, it lapses. What an organisation said last of a value counts.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from mpp.lezen import Blok
    from mpp.parameters.akkoordvorm import Akkoord, Akkoordbestand
    from mpp.parameters.schema import Parameter

Soort = Literal["invoer", "uitkomsten"]
SOORTEN: Final[tuple[Soort, ...]] = get_args(Soort)
Staat = Literal["gegeven", "geweigerd", "vervallen", "open", "niet gevraagd"]
STATEN: Final[tuple[Staat, ...]] = get_args(Staat)
BEANTWOORD: Final = frozenset[Staat]({"gegeven", "geweigerd"})
"""The states in which an organisation has said yes or no to the value as it is."""

#: So many digits of a hash tell two values apart.
_CIJFERS: Final = 16


@dataclass(frozen=True)
class Stand:
    """How it stands with the consent of one organisation to one parameter or indicator; `akkoord` is what it said last."""

    soort: Soort
    organisatie: str
    onderwerp: str
    staat: Staat
    akkoord: Akkoord | None = None


@dataclass(frozen=True)
class Akkoorden:
    """The consents of an edition: what each organisation said last of each value, and `boom`, the file called `naam` with its lines.

    `niet_gevraagd` is why nobody was asked of whom nothing is recorded.
    """

    niet_gevraagd: str | None = None
    laatste: Mapping[tuple[Soort, str, str], Akkoord] = field(default_factory=dict)
    boom: Blok | None = None
    naam: str = "akkoorden.yml"

    @classmethod
    def uit(cls, bestand: Akkoordbestand, boom: Blok, naam: str) -> Akkoorden:
        """The consents in a file of which the form is right."""
        alle: tuple[tuple[Soort, tuple[Akkoord, ...]], ...] = (("invoer", bestand.invoer), ("uitkomsten", bestand.uitkomsten))
        return cls(bestand.niet_gevraagd, {(soort, a.organisatie, a.onderwerp): a for soort, rij in alle for a in rij}, boom, naam)

    @property
    def hash(self) -> str:
        """SHA-256 of what was said last of each value."""
        return canonieke_hash([self.niet_gevraagd, [(soort, a.model_dump(mode="json")) for (soort, *_), a in self.laatste.items()]])

    def stand(self, soort: Soort, organisatie: str, onderwerp: str, hash: Callable[[], str]) -> Stand:
        """How it stands with one organisation and one parameter or indicator, of which `hash` gives the value as it is now."""
        akkoord = self.laatste.get((soort, organisatie, onderwerp))
        if akkoord is None:
            return Stand(soort, organisatie, onderwerp, "niet gevraagd" if self.niet_gevraagd else "open")
        staat: Staat = "vervallen" if akkoord.hash != hash() else "gegeven" if akkoord.besluit == "ja" else "geweigerd"
        return Stand(soort, organisatie, onderwerp, staat, akkoord)


def waardehash(parameter: Parameter) -> str:
    """What is agreed to of a parameter: its unit, and in each period its value with the range. No words count."""
    waarden = {periode: (w.waarde, w.laag, w.hoog) for periode, w in parameter.waarden.items()}
    return canonieke_hash({"eenheid": parameter.eenheid, "periode": parameter.periode, "waarden": waarden})[:_CIJFERS]


def uitkomsthash(eenheid: str, waarden: Mapping[str, Mapping[int, str]]) -> str:
    """What is agreed to of an indicator: its unit, and in each scenario and year the number as it is shown."""
    return canonieke_hash({"eenheid": eenheid, "waarden": waarden})[:_CIJFERS]


def canonieke_hash(inhoud: object) -> str:
    """SHA-256 of the content as canonical JSON."""
    return hashlib.sha256(json.dumps(inhoud, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def tel(standen: Iterable[Stand]) -> dict[Staat, int]:
    """How many there are of each state, none left out."""
    aantallen = Counter(stand.staat for stand in standen)
    return {staat: aantallen[staat] for staat in STATEN}
