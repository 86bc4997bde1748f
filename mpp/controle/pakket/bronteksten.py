"""The texts from which the documents are made, and which names with digits they may use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import mpp
from mpp.bronbestanden import opmaakmappen
from mpp.getal.getypt import NAMEN, in_woorden
from mpp.getal.jaartallen import jaartallen
from mpp.uitkomsten.register import register
from mpp.weergave.opmaak import datum

if TYPE_CHECKING:
    from mpp.ronde.correctie import Correctie
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

_BRONNEN: Final = (
    "index.qmd", "_quarto.yml", "_variables.yml", "glossary.yml", "feiten.yml", "risicos.yml", "parameters.yml", "akkoorden.yml",
    "gepubliceerd.yml",
    "chapters", "varianten", "edities", "toetsing", "figures", "mpp/documenten", "mpp/edities", "mpp/getal", "mpp/opendata", "mpp/render",
    "mpp/taal", "mpp/uitkomsten", "mpp/weergave",
)  # fmt: skip
_SOORTEN: Final = frozenset({".qmd", ".md", ".yml", ".j2", ".py"})
_OPMAAK: Final = re.compile(r"`\{python\}[^`]*`|\{\{.*?\}\}|[*_`\\|]+|^\s*#+ ", re.MULTILINE)
_GEWOON: Final = tuple(zip("’‘“”–\u00a0\u202f", "''\"\"-  ", strict=True))
_LINKS, _RECHTS = 24, 8
_ZIN: Final = re.compile(r"[.!?]\s+")
_GEEN_GETAL: Final = (
    *NAMEN,
    r"\b(?:[12][0-9]|3[01]|[1-9]) (?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*",
    r"\bCC(?: BY|0) \d\.\d\b",
    r"\b(?:spoor\d|SHA-\d{1,3}|UTF-\d{1,2}|RFC \d{4})\b",
)


class Bronteksten:
    """The sources of the project in `wortel`, and the names and dates of the edition `u`."""

    def __init__(self, wortel: Path, u: Uitkomsten, status: Status):
        self._wortel, self._u, self._status = wortel, u, status

    @cached_property
    def namen(self) -> tuple[str, ...]:
        """The names, dates and marks of the edition that a document may show, the longest first."""
        editie, ps = self._u.editie, self._u.ps
        namen = {
            editie.titel, self._status.titel(editie), editie.naam, self._status.naam(editie), self._status.versie_van(editie),
            f"MPP {editie.vorige}", datum(editie.vastgesteld), datum(editie.peildatum),
            editie.vastgesteld.isoformat(), editie.peildatum.isoformat(), f"Parameters {ps.hash[:16]}", ps.hash, f"mpp {mpp.__version__}",
        }  # fmt: skip
        return tuple(sorted(namen, key=len, reverse=True))

    @property
    def correcties(self) -> tuple[Correctie, ...]:
        """What was corrected in the edition."""
        return self._status.correcties

    @cached_property
    def _genoemd(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, self.namen))})(?!\w)")

    def genoemd(self, tekst: str) -> list[tuple[int, int]]:
        """Where in a text the names, dates and marks of the edition stand."""
        return [v.span() for v in self._genoemd.finditer(tekst.replace("\u00a0", " "))]

    @cached_property
    def _indicatoren(self) -> re.Pattern[str]:
        namen = sorted({i.naam for i in register().values() if any(map(str.isdigit, i.naam))}, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, namen))})(?!\w)", re.IGNORECASE)

    def zonder_indicatoren(self, tekst: str) -> str:
        """The text with the names of indicators made blank."""
        return self._indicatoren.sub(lambda naam: " " * len(naam[0]), tekst)

    @cached_property
    def alles(self) -> str:
        """The text of every source as one, without mark-up, in small letters."""
        delen = [pad.read_text(encoding="utf-8") for pad in sorted(self._paden())]
        reeksen = (*self._u.ps.parameters.values(), *self._u.ps.realisaties.values())
        delen += [f"{naam} ({eenheid})" for naam, eenheid in [(i.naam, i.eenheid) for i in register().values()]]
        delen += [f"{reeks.label} ({reeks.eenheid})" for reeks in reeksen]
        return "\n".join(map(_kaal, delen))

    @cached_property
    def code(self) -> str:
        """The chapters, charts and tables as they are written, with their code."""
        return "\n".join(pad.read_text(encoding="utf-8") for pad in sorted(self._paden()) if pad.suffix in (".qmd", ".py"))

    def _paden(self) -> Iterable[Path]:
        for bron in (*_BRONNEN, *opmaakmappen(self._wortel)):
            plek = self._wortel / bron
            for pad in [plek, *plek.rglob("*")] if plek.is_dir() else [plek]:
                if pad.is_file() and pad.suffix in _SOORTEN:
                    yield pad
        if self._u.ps.pad.is_file():
            yield self._u.ps.pad

    def bevat(self, tekst: str) -> bool:
        """Whether a source says exactly this."""
        return _kaal(tekst).strip() in self.alles

    def verklaard(self, tekst: str, begin: int, eind: int, grenzen: tuple[int, int]) -> bool:
        """Whether the number at `begin`:`eind` in `tekst` is a name or a date, typed so in a source, with the words around it.

        `grenzen` is the stretch of the text that was not computed. A word that counts what the text itself names (drie
        scenario's) is a name too; one that says how many, how much or how likely is not. What is part of the name of an indicator is one.
        """
        stuk = tekst[grenzen[0] : grenzen[1]]
        van, tot = begin - grenzen[0], eind - grenzen[0]
        if any(naam.start() <= van and tot <= naam.end() for naam in self._indicatoren.finditer(stuk)):
            return True
        woord = stuk[van:tot].isalpha()
        if woord and any(v <= van and tot <= e for v, e in in_woorden(stuk)):
            return False
        if not woord and not any(v <= van and tot <= e for v, e in _namen(stuk)):
            return False
        # a fact may follow on a sentence of the chapter, or not be told
        zin = max((einde.end() for einde in _ZIN.finditer(stuk[:van])), default=0)
        slot = next((einde.start() + 1 for einde in _ZIN.finditer(stuk, tot)), len(stuk))
        return any(self.bevat(stuk[max(begin, van - _LINKS) : min(slot, tot + _RECHTS)]) for begin in (0, zin))


def _namen(tekst: str) -> Iterator[tuple[int, int]]:
    """Where the names with digits and the years in a text begin and end."""
    yield from (v.span() for naam in _GEEN_GETAL for v in re.finditer(naam, tekst))
    yield from jaartallen(tekst)


def _kaal(tekst: str) -> str:
    kaal = _OPMAAK.sub("", tekst)
    for teken, gewoon in _GEWOON:
        kaal = kaal.replace(teken, gewoon)
    return " ".join(kaal.split()).casefold()
