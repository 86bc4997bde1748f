"""From a chapter back to its source: the line of each word of a page.

Pandoc does not tell where a paragraph came from. The words of a page are those of the woven text, in the same order but for captions
and notes: each is looked up there, and the woven text knows its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

from lxml.html import HtmlElement

from mpp.render.qmd import Qmd, Regel
from mpp.render.weven import Weefsel

IN_DE_REGEL: Final = frozenset(["a", "b", "br", "code", "data", "em", "i", "q", "s", "span", "strong", "sub", "sup", "u"])
_BLOKKEN: Final = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "td", "th", "li", "dt", "dd", "pre"])
_NIET_GETYPT: Final = ("kopnummer", "footnote-ref", "footnote-back")
_WOORD: Final = re.compile(r"\w+")
_WEG: Final = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]|!\[\]|\{(?![^{}]*title=)[^{}]*\}|<[^<>]*>")
_SAMEN: Final = 5
"""So many words in a row tell a paragraph from another."""
_DICHTBIJ: Final = 40
"""What is shorter is not looked for further on than this."""


class Vanaf(NamedTuple):
    """From the word with this number on (from 0) a block of text stands at this line of this file."""

    woord: int
    bestand: str
    regel: int


Herkomst = tuple[Vanaf, ...]


class _Geweven(NamedTuple):
    woord: str
    regel: Regel


def tekstblokken(boom: HtmlElement) -> Iterator[HtmlElement]:
    """Every element of a chapter that holds running text itself: paragraphs, headings, items, cells, captions."""
    for element in boom.iter(*_BLOKKEN, "div"):
        if (element.tag != "div" or "callout-titel" in element.get("class", "")) and _tekst(element).strip():
            yield element


def woorden(tekst: str) -> list[str]:
    """The words of a text, by which it is found in its source."""
    return _WOORD.findall(tekst)


def bronregels(boom: HtmlElement, weefsel: Weefsel, qmd: Qmd) -> tuple[Herkomst, ...]:
    """Where each of the `tekstblokken` of a chapter stands in its source, by word."""
    geweven = list(_geweven(weefsel))
    beeldregels = {(c.hekregel.bestand, c.hekregel.nummer): c.optieregels for c in qmd.cellen()}
    uit: list[Herkomst] = []
    plaats, vorige = 0, Regel("", qmd.pad, 1)
    for element in tekstblokken(boom):
        gezocht = woorden(_tekst(element))
        is_bijschrift = element.tag in ("caption", "figcaption")
        in_noot = next(element.iterancestors("section"), boom).get("id") == "footnotes"
        begin = _zoek(geweven, gezocht, 0 if in_noot else plaats)
        if begin is None:
            uit.append((Vanaf(0, vorige.bestand, vorige.nummer),))
            continue
        stukken, eind = _per_woord(geweven, gezocht, begin)
        vorige = geweven[begin].regel
        if is_bijschrift:
            optie = beeldregels.get((vorige.bestand, vorige.nummer), {}).get("tbl-cap" if element.tag == "caption" else "fig-cap")
            stukken = (Vanaf(0, vorige.bestand, optie),) if optie else stukken
        elif not in_noot:
            plaats = eind
        uit.append(stukken)
    return tuple(uit)


def _tekst(element: HtmlElement) -> str:
    """The running text of an element itself, as far as a source has it."""
    delen = [element.text or ""]
    for kind in element:
        if kind.tag not in IN_DE_REGEL:
            break
        if not any(klasse in kind.get("class", "") for klasse in _NIET_GETYPT):
            delen.append(kind.text_content())
        delen.append(kind.tail or "")
    return "".join(delen)


def _geweven(weefsel: Weefsel) -> Iterator[_Geweven]:
    for tekst, regel in zip(weefsel.regels, weefsel.herkomst, strict=True):
        if regel is not None:
            yield from (_Geweven(woord, regel) for woord in woorden(unescape(_WEG.sub("", tekst))))


def _zoek(geweven: list[_Geweven], gezocht: list[str], vanaf: int) -> int | None:
    """Where the words begin, from `vanaf` on; the first of them may be filled in later, as the number of a table is."""
    for begin in range(min(len(gezocht), 2 * _SAMEN)):
        samen = gezocht[begin : begin + _SAMEN]
        tot = len(geweven) if len(samen) >= _SAMEN else min(len(geweven), vanaf + _DICHTBIJ)
        for plaats in range(vanaf, tot):
            if geweven[plaats].woord == samen[0] and [g.woord for g in geweven[plaats : plaats + len(samen)]] == samen:
                return plaats
    return None


def _per_woord(geweven: list[_Geweven], gezocht: list[str], begin: int) -> tuple[Herkomst, int]:
    """The line of each word from where they begin on, and where the last of them stands."""
    plaats, stukken = begin, [Vanaf(0, geweven[begin].regel.bestand, geweven[begin].regel.nummer)]
    for nummer, woord in enumerate(gezocht):
        gevonden = next((p for p in range(plaats, min(plaats + _SAMEN, len(geweven))) if geweven[p].woord == woord), None)
        if gevonden is None:
            continue
        regel = geweven[gevonden].regel
        if (regel.bestand, regel.nummer) != stukken[-1][1:]:
            stukken.append(Vanaf(nummer, regel.bestand, regel.nummer))
        plaats = gevonden + 1
    return tuple(stukken), plaats
