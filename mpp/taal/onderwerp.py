"""Whether a number is of what a text is about: its unit beside the noun behind it, its subject beside the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, Final

from mpp.lezen import lees
from mpp.taal.lezing import Lezing
from mpp.taal.verwijst import PROCENT, Verwijst, naam_van
from mpp.uitkomsten.register import register

_WIJST_TERUG: Final = re.compile(r"\W*(?:Daar|Daarbij|Dat|Die|Deze|Zij|Er|Hun|zij|daarvan)\b")
_WOORDEN: Final = 6
"""How many words of a text tell which it is."""


def andere_eenheid(lezing: Lezing, plaats: int, van: Verwijst) -> Iterator[tuple[str, str]]:
    """The noun right behind the number at `plaats`, and what the number is, where the two do not go together."""
    if van.eenheid is None:
        return
    woorden = lezing.woorden_na(plaats)
    for woord in woorden[:1] if van.eenheid == PROCENT else woorden:
        if regel := next((regel for regel in _lexicon()["eenheden"] if re.fullmatch(regel["woorden"], woord)), None):
            if van.eenheid not in regel["eenheden"]:
                yield woord, "een percentage" if van.eenheid == PROCENT else f"een aantal {van.eenheid}"
            elif "ids" in regel and not _past(van, regel["ids"]):
                yield woord, _namen(van)
            return


def ander_onderwerp(lezing: Lezing, eerder: Sequence[Lezing], van: Verwijst) -> Iterator[tuple[str, str]]:
    """What a text names and a number is not of, or what it should name and does not.

    A text that names nothing, or that points back, is about what was named last.
    """
    teksten = [deel.tekst.lower() for deel in (lezing, *eerder)]
    bekend: set[str] = set()
    for nummer, tekst in enumerate(teksten):
        genoemd = {kant: woorden for kant in ("wat", "wie") if kant not in bekend and (woorden := _genoemd(tekst, kant))}
        for woorden in genoemd.values():
            if not any(_past(van, regel["ids"]) for _, regel in woorden):
                yield " en ".join(dict.fromkeys(woord for woord, _ in woorden)), _namen(van)
        bekend |= genoemd.keys()
        if nummer or (bekend and not _WIJST_TERUG.match(lezing.tekst)):
            break
    if van.ids <= register().keys():
        for regel in _lexicon()["vereist"]:
            if all(_is(id, regel["ids"]) for id in van.ids) and not any(re.search(regel["woorden"], tekst) for tekst in teksten):
                yield _begin(lezing.tekst), _namen(van)


def _genoemd(tekst: str, kant: str) -> list[tuple[str, Any]]:
    return [(m[0], regel) for regel in _lexicon()[kant] if (m := re.search(rf"\b(?:{regel['woorden']})\b", tekst))]


def _past(van: Verwijst, patronen: Sequence[str]) -> bool:
    return any(_is(id, patronen) for id in van.ids)


def _is(id: str, patronen: Sequence[str]) -> bool:
    return any(fnmatchcase(id, patroon) for patroon in patronen)


def _namen(van: Verwijst) -> str:
    return " en ".join(sorted(map(naam_van, van.ids)))


def _begin(tekst: str) -> str:
    woorden = tekst.replace("\N{OBJECT REPLACEMENT CHARACTER}", "…").split()
    return " ".join(woorden[:_WOORDEN]) + (" …" if len(woorden) > _WOORDEN else "")


@cache
def _lexicon() -> Any:
    return lees(Path(__file__).with_name("onderwerpen.yml"))
