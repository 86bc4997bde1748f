"""A table of a page as a table of Word: its first rows head every page, its numbers stand right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from lxml.html import HtmlElement

from mpp.word.ooxml import Element, maak

BREED: Final = 9_071
"""The width of the text in twips (160 mm)."""
BREED_LIGGEND: Final = 14_003
Cel = Callable[[HtmlElement, str, bool], list[Element]]
"""Makes the paragraphs of a cell: the cell, the style of its text, whether it stands right."""


def tabel(bron: HtmlElement, cel: Cel, *, klein: bool, breed: int = BREED) -> Element:
    """The table; `klein` is that of an appendix."""
    kolommen = _kolommen(bron, breed)
    bijschrift = bron.find("caption")
    eigenschappen = maak(
        "w:tblPr",
        maak("w:tblStyle", val="MppTabel"),
        maak("w:tblW", w=breed, type="dxa"),
        maak("w:tblLayout", type="fixed"),
        maak("w:tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        *([] if bijschrift is None else [maak("w:tblCaption", val=" ".join(bijschrift.text_content().split())[:250])]),
    )
    grid = maak("w:tblGrid", *(maak("w:gridCol", w=w) for w in kolommen))
    return maak("w:tbl", eigenschappen, grid, *_rijen(bron, cel, kolommen, "TabelKlein" if klein else "Tabel"))


def _kolommen(bron: HtmlElement, breed: int) -> list[int]:
    """The width of each column in twips; as wide as another where the page does not say."""
    delen = [float(col.get("style", "").removeprefix("width: ").rstrip("%;") or 0) for col in bron.iter("col")]
    aantal = max(sum(int(cel.get("colspan", 1)) for cel in rij.iter("td", "th")) for rij in bron.iter("tr"))
    if len(delen) != aantal or not all(delen):
        delen = [1.0] * aantal
    som = sum(delen)
    return [round(breed * deel / som) for deel in delen]


def _rijen(bron: HtmlElement, cel: Cel, kolommen: list[int], stijl: str) -> Iterator[Element]:
    is_cijfers = "cijfers" in bron.get("class", "")
    van_boven: dict[int, tuple[int, int]] = {}
    for rij in bron.iter("tr"):
        is_kop = next(rij.iterancestors("thead"), None) is not None
        is_totaal = "totaal" in rij.get("class", "") or rij.find("th/strong") is not None or rij.getparent().tag == "tfoot"
        cellen: list[Element] = []
        for element in rij.iter("td", "th"):
            cellen += _doorlopend(van_boven, sum(map(_span, cellen)), stijl)
            begin, over = sum(map(_span, cellen)), int(element.get("colspan", 1))
            rechts = is_cijfers and begin > 0 and element.get("class") != "woorden" and element.get("scope") != "row"
            omlaag = int(element.get("rowspan", 1))
            if omlaag > 1:
                van_boven[begin] = omlaag - 1, over
            kenmerken = _kenmerken(sum(kolommen[begin : begin + over]), over, "restart" if omlaag > 1 else "", totaal=is_totaal)
            cellen.append(maak("w:tc", kenmerken, *cel(element, f"{stijl}kop" if is_kop else stijl, rechts)))
        cellen += _doorlopend(van_boven, sum(map(_span, cellen)), stijl)
        kop = [maak("w:tblHeader")] if is_kop else []
        yield maak("w:tr", maak("w:trPr", maak("w:cantSplit"), *kop), *cellen)


def _kenmerken(breed: int, over: int, omlaag: str, *, totaal: bool) -> Element:
    rand = maak("w:tcBorders", maak("w:top", val="single", sz=6, space=0, color="0B2F62"))
    return maak(
        "w:tcPr",
        maak("w:tcW", w=breed, type="dxa"),
        *([maak("w:gridSpan", val=over)] if over > 1 else []),
        *([maak("w:vMerge", val=omlaag)] if omlaag else []),
        *([rand] if totaal else []),
    )


def _doorlopend(van_boven: dict[int, tuple[int, int]], begin: int, stijl: str) -> Iterator[Element]:
    """The cells of a row above that reach down to here, from column `begin` on."""
    while begin in van_boven:
        nog, over = van_boven[begin]
        if nog == 1:
            del van_boven[begin]
        else:
            van_boven[begin] = nog - 1, over
        vorm = maak("w:tcPr", *([maak("w:gridSpan", val=over)] if over > 1 else []), maak("w:vMerge"))
        yield maak("w:tc", vorm, maak("w:p", maak("w:pPr", maak("w:pStyle", val=stijl))))
        begin += over


def _span(cel: Element) -> int:
    span = cel.find("{*}tcPr/{*}gridSpan")
    return 1 if span is None else int(next(iter(span.attrib.values())))
