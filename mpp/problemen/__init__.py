"""The one catalogue of problems a user can meet, each with what, why and how to mend.

The texts stand in the YAML files beside this one, a file per room of the house.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path

_MAP = Path(__file__).parent


@dataclass(frozen=True)
class Soort:
    """One kind of problem: `wat` happened, its `oorzaak`, its `remedie` (templates, Dutch)."""

    code: str
    wat: str
    oorzaak: str
    remedie: str

    def velden(self) -> set[str]:
        """The names that the three texts expect to be filled in."""
        teksten = (self.wat, self.oorzaak, self.remedie)
        return {naam for tekst in teksten for _, naam, _, _ in string.Formatter().parse(tekst) if naam}


@cache
def catalogus() -> dict[str, Soort]:
    """Every kind of problem by its code.

    Raises ValueError when a code stands in two files.
    """
    from ruamel.yaml import YAML

    soorten: dict[str, Soort] = {}
    for pad in sorted(_MAP.glob("*.yml")):
        for code, teksten in (YAML(typ="safe").load(pad) or {}).items():
            if code in soorten:
                raise ValueError(f"problem {code!r} stands in the catalogue twice")
            soorten[code] = Soort(code, **{naam: " ".join(tekst.split()) for naam, tekst in teksten.items()})
    return soorten


@dataclass(frozen=True)
class Probleem:
    """One problem met: its kind, where it stands (file and line) and what fills its text."""

    code: str
    bestand: str | None = None
    regel: int | None = None
    gegevens: Mapping[str, object] = field(default_factory=dict)

    @property
    def plaats(self) -> str:
        """File and line as `bestand:regel`, empty when the problem has no place."""
        if self.bestand is None:
            return ""
        return self.bestand if self.regel is None else f"{self.bestand}:{self.regel}"

    def _vul(self, deel: str) -> str:
        sjabloon: str = getattr(catalogus()[self.code], deel)
        return sjabloon.format_map(self.gegevens)

    @property
    def wat(self) -> str:
        """What is wrong."""
        return self._vul("wat")

    @property
    def oorzaak(self) -> str:
        """Why that is a problem."""
        return self._vul("oorzaak")

    @property
    def remedie(self) -> str:
        """How to mend it."""
        return self._vul("remedie")

    def __str__(self) -> str:
        kop = f"{self.plaats}: {self.wat}" if self.plaats else self.wat
        return f"{kop}\n  Oorzaak: {self.oorzaak}\n  Oplossing: {self.remedie}"


def probleem(code: str, /, *, bestand: str | Path | None = None, regel: int | None = None, **gegevens: object) -> Probleem:
    """A problem of the kind `code` at `bestand`:`regel`.

    Raises KeyError for an unknown code and ValueError when a field of its text is not given.
    """
    ontbrekend = catalogus()[code].velden() - gegevens.keys()
    if ontbrekend:
        raise ValueError(f"problem {code!r} lacks {sorted(ontbrekend)}")
    return Probleem(code, None if bestand is None else str(bestand), regel, gegevens)


def lijkt_op(naam: str, namen: Iterable[str]) -> str:
    """The names that look most like `naam`, in whatever case either is written, as a phrase for a remedy."""
    klein = {ander.casefold(): ander for ander in namen}
    buren = [klein[buur] for buur in get_close_matches(naam.casefold(), list(klein), n=3, cutoff=0.5)]
    return "bedoeld is misschien " + " of ".join(buren) if buren else "er is geen naam die erop lijkt"


class Fout(Exception):
    """The user's input is wrong; carries every problem found (exit code 2)."""

    def __init__(self, problemen: Iterable[Probleem]):
        self.problemen = sorted(problemen, key=lambda p: (p.bestand or "", p.regel or 0, p.code))
        super().__init__("\n".join(str(p) for p in self.problemen))

    def __reduce__(self) -> tuple[type[Fout], tuple[list[Probleem]]]:
        return type(self), (self.problemen,)
