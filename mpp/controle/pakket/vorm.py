"""What a chapter on a page is made of: the elements that the house makes, with what they may carry, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from mpp.controle.pakket.verslag import Verslag

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS: Final = (
    "a article blockquote br caption code col colgroup data dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 img li ol p pre q s"
    " section span strong sub sup table tbody td tfoot th thead tr u ul"
)
_ELEMENTEN: Final = frozenset(_TAGS.split())
_CLASS: Final = (
    "callout callout-caution callout-important callout-note callout-tip callout-titel callout-warning cijfers even footnote-back"
    " footnote-ref footnotes footnotes-end-of-document getal header hoofdstuk incremental kopnummer level1 level2 level3 level4 level5"
    " level6 liggend naam odd tekst totaal unnumbered verwijzing voetregel woord woorden"
)
_KLASSEN: Final = sorted(_CLASS.split(), key=len, reverse=True)
_STIJL: Final = r"width: [\d.]+%|text-align: (?:left|right|center)|counter-reset: list-item \d+|list-style-type: [a-z-]+"
_NAAM: Final = r"[\w.:-]+"
_KENMERKEN: Final = {
    naam: re.compile(vorm)
    for naam, vorm in {
        "class": rf"(?:{'|'.join(_KLASSEN)})(?: (?:{'|'.join(_KLASSEN)}))*",
        "id": _NAAM,
        "href": r"[^\s<>]+",
        "headers": r"[\w.:\s-]*",
        "role": "note|group|doc-noteref|doc-backlink|doc-endnotes",
        "aria-label": "Noten bij dit hoofdstuk|Noot \\d+|Terug naar de tekst bij noot \\d+|Tabel[\\s\u00a0](?:(?:[A-Z]|\\d+)\\.)?\\d+",
        "aria-labelledby": _NAAM,
        "tabindex": "0",
        "scope": "col|row|colgroup|rowgroup",
        "style": rf"(?:{_STIJL})(?:; (?:{_STIJL}))*;?",
        "type": "[1aAiI]",
        "start": r"\d+",
        "colspan": r"\d+",
        "rowspan": r"\d+",
        "src": r"beelden/\w+\.svg",
        "alt": r"(?s).*",
        "lang": "[a-z]{2}",
    }.items()
}
_EIGEN: Final = {"data": frozenset({"value", "data-bron", "data-sleutel", "data-afronding"}), "span": frozenset({"data-bron"})}
"""What tells where a number or a name comes from; held against the results."""


def toets(hoofddeel: HtmlElement, verslag: Verslag) -> None:
    """Say of each element and attribute that a chapter of ours does not have, and of tables that are no grid."""
    for element in hoofddeel.iter():
        for vreemd in _vreemd(element):
            verslag.fout("pakket-bestand", pad=verslag.bestand, wat=f"heeft {vreemd[:80]}, en dat maakt de code nooit")
    for tabel in hoofddeel.iter("table"):
        if len(breedten := sorted(set(_breedten(tabel)))) > 1:
            wat = f"heeft een tabel met rijen van {breedten[0]} en van {breedten[-1]} cellen"
            verslag.fout("pakket-bestand", pad=verslag.bestand, wat=wat)


def _vreemd(element: HtmlElement) -> Iterator[str]:
    if element.tag not in _ELEMENTEN:
        yield f"<{element.tag}>" if isinstance(element.tag, str) else "een opmerking"
        return
    for naam, waarde in element.attrib.items():
        if naam not in _EIGEN.get(element.tag, ()) and not (naam in _KENMERKEN and _KENMERKEN[naam].fullmatch(waarde)):
            yield f'<{element.tag} {naam}="{waarde}">'


def _breedten(tabel: HtmlElement) -> Iterator[int]:
    """How many columns each row fills, with the cells that reach down into it."""
    van_boven: list[int] = []
    for rij in tabel.iter("tr"):
        cellen = [(int(cel.get("colspan") or 1), int(cel.get("rowspan") or 1)) for cel in rij if cel.tag in ("td", "th")]
        yield sum(breed for breed, _ in cellen) + len(van_boven)
        van_boven = [n - 1 for n in van_boven if n > 1] + [hoog - 1 for breed, hoog in cellen if hoog > 1 for _ in range(breed)]
