"""What the HTML of a document says, in the order of reading: what its PDF should say, and what paper makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from mpp.controle.pakket.tekens import Teken, glad, tekens

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MERK: Final = "\ue000"
"""Stands before a heading and before the head of a table, so that its place is known once the text has been smoothed."""
_KOPPEN: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TEKSTBLOKKEN: Final = (
    "title p li th td tr dd dt dl caption figcaption h1 h2 h3 h4 h5 h6 blockquote figure table thead tbody tfoot ol ul br"
)
_DELEN: Final = "html head body main div section aside article nav header footer colgroup"
BLOKKEN: Final = frozenset([*_TEKSTBLOKKEN.split(), *_DELEN.split()])
"""The elements whose text stands by itself."""


@dataclass(frozen=True)
class Kop:
    """A heading: its level, its text, where it leads from, and which word of the document is its first."""

    niveau: int
    tekst: str
    id: str
    eerste: int
    omslag: bool


@dataclass
class Webtekst:
    """The main part of a document, its words in order, and what its PDF has beside them.

    `koppen` are its headings, `inhoud` where the entries of a table of contents lead, `tabelkoppen` the head of each table,
    that paper repeats on every page, with the number of its first word, `punten` what stands before each item of a list,
    `namen` what links to a place are called, and `alts` the texts that tell what its images show.
    """

    hoofddeel: HtmlElement
    woorden: list[Teken] = field(default_factory=list)
    tekst: str = ""
    koppen: list[Kop] = field(default_factory=list)
    inhoud: list[str] = field(default_factory=list)
    tabelkoppen: list[tuple[int, list[str]]] = field(default_factory=list)
    punten: list[str] = field(default_factory=list)
    namen: dict[str, set[str]] = field(default_factory=dict)
    alts: set[str] = field(default_factory=set)


def webtekst(html: str) -> Webtekst:
    """The text of a document for print."""
    from lxml.html import document_fromstring

    boom = document_fromstring(html)
    hoofddeel = boom.find(".//main")
    hoofddeel = boom.find("body") if hoofddeel is None else hoofddeel
    web = Webtekst(hoofddeel)
    web.tekst = glad("".join(_stukken(hoofddeel, [])))
    web.woorden = list(tekens(web.tekst))
    plaatsen = [i for i, teken in enumerate(web.tekst) if teken == _MERK]
    for kop, eerste in zip(hoofddeel.iter(*_KOPPEN, "thead"), _eersten(web.woorden, plaatsen), strict=True):
        if kop.tag == "thead":
            web.tabelkoppen.append((eerste, [t.tekst for t in tekens(glad("".join(_stukken(kop, []))))]))
            continue
        omslag = any("omslag" in (ouder.get("class") or "") for ouder in kop.iterancestors())
        web.koppen.append(Kop(int(kop.tag[1]), glad(kop.text_content()), _id(kop), eerste, omslag))
    web.inhoud = [(a.get("href") or "")[1:] for nav in hoofddeel.find_class("inhoud") for a in nav.iter("a")]
    web.punten = [voor for punt in hoofddeel.iter("li") if (voor := _voor(punt))]
    for a in hoofddeel.iter("a"):
        web.namen.setdefault((a.get("href") or "").removeprefix("#"), set()).update(
            glad(naam) for naam in (a.text_content(), a.get("aria-label") or "") if naam
        )
    web.alts = {glad(beeld.get("alt") or "") for beeld in hoofddeel.iter("img")}
    return web


def _stukken(element: HtmlElement, uit: list[str]) -> list[str]:
    """What an element says, piece by piece, added to `uit`."""
    if isinstance(element.tag, str):
        blok = element.tag in BLOKKEN
        if blok:
            uit.append(f" {_MERK}" if element.tag in _KOPPEN or element.tag == "thead" else " ")
        uit.append(element.text or "")
        for kind in element:
            _stukken(kind, uit)
            uit.append(kind.tail or "")
        if blok:
            uit.append(" ")
    return uit


def _eersten(woorden: Sequence[Teken], plaatsen: Sequence[int]) -> Iterator[int]:
    nummer = 0
    for plaats in plaatsen:
        while nummer < len(woorden) and woorden[nummer].plaats < plaats:
            nummer += 1
        yield nummer


def _id(kop: HtmlElement) -> str:
    """The id of a heading, or of the part that it heads."""
    deel = kop.getparent()
    return kop.get("id") or (deel.get("id") if deel is not None and deel.find("*") is kop else "") or ""


def _voor(punt: HtmlElement) -> str:
    """What paper draws before an item of a list; nothing in a table of contents."""
    lijst = punt.getparent()
    if lijst is None or any("inhoud" in (ouder.get("class") or "") for ouder in lijst.iterancestors()):
        return ""
    return f"{int(lijst.get('start') or 1) + lijst.findall('li').index(punt)}." if lijst.tag == "ol" else "–"
