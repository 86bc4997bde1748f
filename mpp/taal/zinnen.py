"""The sentences of a document as a reader gets them, each with the computed numbers in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from lxml import html

from mpp.weergave.afronding import rond

_BLOKKEN: Final = frozenset(
    [
        "p",
        "li",
        "dd",
        "dt",
        "figcaption",
        "caption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "div",
        "section",
        "article",
        "aside",
        "blockquote",
        "figure",
        "main",
        "body",
        "header",
        "footer",
        "ol",
        "ul",
        "dl",
    ]
)
_OVERGESLAGEN: Final = frozenset(["script", "style", "svg", "table", "head", "nav"])
_EINDE: Final = re.compile(r"(?<=[.!?])\s+")
_IN_MARKDOWN: Final = re.compile(r"`(<(?:data|span) .*?</(?:data|span)>)`\{=html\}", re.S)
_OPMAAK: Final = re.compile(r"\*\*|^#+ |\s\{#[\w-]+\}")
_LEEG: Final = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Plek:
    """What was computed in a sentence: a number (`getal`), a word that follows from numbers (`woord`) or a name (`naam`)."""

    soort: str
    tekst: str
    bron: str
    sleutel: str = ""
    waarde: float = 0.0
    op: float = 0.0

    @property
    def getoond(self) -> Decimal:
        """The number as a reader sees it."""
        return rond(self.waarde, self.op)


@dataclass(frozen=True)
class Zin:
    """A sentence in pieces: typed text, and what was computed between it."""

    delen: tuple[str | Plek, ...]

    @property
    def tekst(self) -> str:
        """The sentence as it is read."""
        return " ".join("".join(deel if isinstance(deel, str) else deel.tekst for deel in self.delen).split())

    @property
    def getypt(self) -> str:
        """What was typed of it, each computed piece as one character."""
        return " ".join("".join(deel if isinstance(deel, str) else _LEEG for deel in self.delen).split())

    @property
    def plekken(self) -> tuple[Plek, ...]:
        """What was computed in it, in order."""
        return tuple(deel for deel in self.delen if isinstance(deel, Plek))


def zinnen(boom: Any) -> Iterator[Zin]:
    """Every sentence of the prose in the HTML element `boom`, block by block; tables and charts are no prose."""
    for blok in _blokken(boom):
        yield from splits(blok)


def splits(delen: list[str | Plek]) -> Iterator[Zin]:
    """The sentences of one block of text."""
    zin: list[str | Plek] = []
    for deel in delen:
        if isinstance(deel, Plek):
            zin.append(deel)
            continue
        eerste, *rest = _EINDE.split(deel)
        zin.append(eerste)
        for stuk in rest:
            yield from _zin(zin)
            zin = [stuk]
    yield from _zin(zin)


def uit_markdown(tekst: str) -> Iterator[Zin]:
    """The sentences of one paragraph of a chapter whose code has run."""
    delen: list[str | Plek] = []
    eind = 0
    for element in _IN_MARKDOWN.finditer(tekst):
        _tekst(_OPMAAK.sub("", tekst[eind : element.start()]), delen)
        plek = _plek(html.fragment_fromstring(element[1].replace("&#96;", "`")))
        delen.append(plek or element[1])
        eind = element.end()
    _tekst(_OPMAAK.sub("", tekst[eind:]), delen)
    yield from splits(delen)


def _zin(delen: list[str | Plek]) -> Iterator[Zin]:
    zin = Zin(tuple(deel for deel in delen if deel))
    if zin.tekst:
        yield zin


def _blokken(element: Any) -> Iterator[list[str | Plek]]:
    delen: list[str | Plek] = []
    binnen: list[Any] = []
    _verzamel(element, delen, binnen)
    if any(isinstance(deel, Plek) or deel.strip() for deel in delen):
        yield delen
    for blok in binnen:
        yield from _blokken(blok)


def _verzamel(element: Any, delen: list[str | Plek], binnen: list[Any]) -> None:
    _tekst(element.text, delen)
    for kind in element:
        if isinstance(kind.tag, str) and kind.tag not in _OVERGESLAGEN:
            if plek := _plek(kind):
                delen.append(plek)
            elif kind.tag in _BLOKKEN:
                binnen.append(kind)
            else:
                _verzamel(kind, delen, binnen)
        _tekst(kind.tail, delen)


def _tekst(tekst: str | None, delen: list[str | Plek]) -> None:
    if not tekst:
        return
    if delen and isinstance(delen[-1], str):
        delen[-1] += tekst
    else:
        delen.append(tekst)


def _plek(element: Any) -> Plek | None:
    klassen = (element.get("class") or "").split()
    soort = "woord" if "woord" in klassen else "getal" if "getal" in klassen else "naam" if "naam" in klassen else None
    if soort is None:
        return None
    tekst = " ".join("".join(element.itertext()).split())
    return Plek(
        soort,
        tekst,
        element.get("data-bron") or "",
        element.get("data-sleutel") or "",
        float(element.get("value") or 0),
        float(element.get("data-afronding") or 0),
    )
