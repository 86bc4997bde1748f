"""The glossary: every abbreviation and term, used by every document and by the data dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from mpp.lezen import Blok, lees
from mpp.problemen import Fout, Probleem, probleem

_AFKORTING = re.compile(r"(?<![\w&-])(?=(?:[\w&]*[A-Z]){2})[A-Za-z&][\w&]+(?![\w&])")


T = TypeVar("T", "Afkorting", "Begrip")


@dataclass(frozen=True)
class Afkorting:
    """An abbreviation (or a name that looks like one), what it stands for and what that is."""

    afkorting: str
    voluit: str
    uitleg: str
    uri_slug: str


@dataclass(frozen=True)
class Begrip:
    """A term of the field, what it means and what else it is called."""

    term: str
    uitleg: str
    uri_slug: str
    ook: tuple[str, ...] = ()


@dataclass(frozen=True)
class Glossarium:
    """The whole glossary, each part in alphabetical order."""

    afkortingen: tuple[Afkorting, ...]
    begrippen: tuple[Begrip, ...]

    def gebruikt(self, teksten: Iterable[str]) -> tuple[Afkorting, ...]:
        """The abbreviations that occur in the texts."""
        alles = "\n".join(teksten)
        return tuple(a for a in self.afkortingen if re.search(rf"(?<![\w&]){re.escape(a.afkorting)}(?![\w&])", alles))

    def onbekend(self, tekst: str) -> list[str]:
        """What looks like an abbreviation in `tekst` (two capitals or more in a word) and is not in the glossary."""
        bekend = {a.afkorting for a in self.afkortingen}
        return sorted({m.group() for m in _AFKORTING.finditer(tekst)} - bekend)


@cache
def lees_glossarium(pad: Path) -> Glossarium:
    """The glossary in the file `pad`.

    Raises Fout for a record that lacks a field or has one too many, with its line.
    """
    boom = lees(pad)
    problemen: list[Probleem] = []
    afkortingen = _lees_records(boom, "afkortingen", Afkorting, pad.name, problemen)
    begrippen = _lees_records(boom, "begrippen", Begrip, pad.name, problemen)
    if problemen:
        raise Fout(problemen)
    return Glossarium(
        tuple(sorted(afkortingen, key=lambda a: a.afkorting.casefold())), tuple(sorted(begrippen, key=lambda b: b.term.casefold()))
    )


def _lees_records(boom: Any, sectie: str, soort: type[T], naam: str, problemen: list[Probleem]) -> list[T]:
    gelezen = []
    for record in boom.get(sectie, ()) if isinstance(boom, Blok) else ():
        try:
            velden: dict[str, Any] = {veld: tuple(waarde) if isinstance(waarde, list) else waarde for veld, waarde in record.items()}
            gelezen.append(soort(**velden))
        except (AttributeError, TypeError):
            namen = ", ".join(veld.name for veld in fields(soort))
            problemen.append(probleem("glossarium-record", bestand=naam, regel=getattr(record, "regel", None), sectie=sectie, velden=namen))
    return gelezen
