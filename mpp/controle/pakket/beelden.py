"""The charts: what each says and draws, and whether the results draw it so."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from mpp.controle.pakket.letters import letters
from mpp.controle.pakket.lijnen import Lijnen, uit_svg
from mpp.controle.pakket.tekens import getallen, glad
from mpp.controle.pakket.verslag import Verslag

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from mpp.uitkomsten import Uitkomsten

_DATA: Final = "data:image/svg+xml;base64,"
_WOORDEN: Final = re.compile(r"<!-- [^\n]*? -->\s*<g\b[^>]*>(?P<letters>.*?)</g>", re.DOTALL)
_LETTER: Final = re.compile(r'<use xlink:href="#IBMPlexSans(?P<snede>[A-Za-z-]*?)-(?P<nummer>[0-9a-f]+)"')
_SNEDEN: Final = {"": "Regular", "-Italic": "Italic", "-SmBld": "SemiBold", "-SmBldIta": "SemiBoldItalic", "-Bold": "Bold"}
_ONBEKEND: Final = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Beeld:
    """An image as a document shows it: the text that tells what it shows, its words without spaces, and what it draws.

    Of an image that is no chart the words are those of its text elements, and its lines are not known.
    """

    alt: str
    woorden: tuple[str, ...]
    svg: bytes = b""

    @cached_property
    def lijnen(self) -> Lijnen | None:
        """What a chart draws. Raises XMLSyntaxError and KeyError for a chart that matplotlib did not draw."""
        return uit_svg(self.svg) if self.svg else None

    @property
    def getallen(self) -> int:
        """How many numbers its words and its text have."""
        return sum(1 for tekst in (*self.woorden, self.alt) for _ in getallen(tekst))


def lees_beeld(svg: bytes, alt: str) -> Beeld:
    """What an image says and draws. Raises XMLSyntaxError for what is no SVG."""
    tekst = svg.decode(errors="replace")
    woorden = tuple(_getekend(groep["letters"]) for groep in _WOORDEN.finditer(tekst))
    if woorden:
        return Beeld(alt, woorden, svg)
    from lxml import etree

    boom = etree.fromstring(svg)
    return Beeld(alt, tuple("".join("".join(e.itertext()).split()) for e in boom.iter("{*}text")))


def _getekend(groep: str) -> str:
    gevonden = (letters(_SNEDEN.get(v["snede"], "Regular")).get(int(v["nummer"], 16), _ONBEKEND) for v in _LETTER.finditer(groep))
    return "".join(normalize("NFKC", "".join(gevonden)).split())


def afbeeldingen(element: HtmlElement, bestanden: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The images in a part of a page that are there: the text that tells what each shows, and the image."""
    for beeld in element.iter("img"):
        src = beeld.get("src") or ""
        svg = base64.b64decode(src.removeprefix(_DATA)) if src.startswith(_DATA) else bestanden.get(src)
        if svg is not None:
            yield glad(beeld.get("alt") or ""), svg


class Beelden:
    """The charts of the edition `u`, drawn again."""

    def __init__(self, u: Uitkomsten):
        self._u = u
        self._getekend: dict[str, bytes | None] = {}

    @cached_property
    def _namen(self) -> Mapping[str, str]:
        """The name of each chart by the text that tells what it shows."""
        from figures import NAMEN, alt

        return {glad(alt(naam, self._u)): naam for naam in NAMEN}

    @cached_property
    def _eigen(self) -> frozenset[bytes]:
        """The drawings that an author made."""
        wortel = self._u.ps.wortel
        return frozenset(pad.read_bytes() for deel in ("chapters", "figures") for pad in (wortel / deel).rglob("*.svg"))

    def toets(self, svg: bytes, alt: str, verslag: Verslag) -> None:
        """Account for all that a chart shows: the results draw it so, line by line and letter by letter."""
        gevonden = lees_beeld(svg, alt)
        if alt not in self._getekend:
            self._getekend[alt] = self._zou(alt)
        zou = self._getekend[alt]
        if svg == zou or (zou is None and not gevonden.getallen and svg in self._eigen):
            verslag.goed(gevonden.getallen)
            return
        plek = f"de grafiek ‘{alt[:60]}’"
        verwacht = lees_beeld(zou, alt).woorden if zou else ()
        anders = [(a, b) for a, b in zip(gevonden.woorden, [*verwacht, *["niets"] * len(gevonden.woorden)], strict=False) if a != b]
        for a, b in anders:
            verslag.fout("pakket-gegeven-anders", 1, plek=plek, gevonden=a, verwacht=b)
        if not anders:
            verslag.fout("pakket-bestand", pad=plek, wat="is anders getekend dan de uitkomsten haar tekenen")

    def _zou(self, alt: str) -> bytes | None:
        """The chart that tells this of itself, or the two side by side; None when the edition has none."""
        from figures import naast_elkaar, svg

        if naam := self._namen.get(alt):
            return svg(naam, self._u)
        for eerste, links in self._namen.items():
            if alt.startswith(f"{eerste} ") and (ernaast := self._namen.get(alt[len(eerste) + 1 :])):
                return naast_elkaar(links, ernaast, self._u)
        return None
