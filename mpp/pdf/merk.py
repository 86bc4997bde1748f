"""Marks on the laid out boxes, read when the page is drawn and tagged."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

_SVG = "{http://www.w3.org/2000/svg}svg"
_OPMAAK: Final = "opmaak"
_ZIJKANT: Final = "zijkant"


def is_sierwerk(box: Any) -> bool:
    """Whether `box` is decoration, to be left out of the tags."""
    return bool(getattr(box, "mpp_sierwerk", ""))


def soort_sierwerk(box: Any) -> dict[str, str]:
    """What kind of decoration a box is, as the properties of an Artifact (ISO 32000-1, 14.8.2.2)."""
    soort: str = box.mpp_sierwerk
    if soort == _OPMAAK:
        return {"Type": "/Layout"}
    return {"Type": "/Pagination"} | ({} if soort == _ZIJKANT else {"Subtype": f"/{soort}"})


def is_noot(box: Any) -> bool:
    """Whether `box` is an item of a list of notes."""
    return bool(getattr(box, "mpp_noot", False))


def is_inhoud(box: Any) -> bool:
    """Whether `box` is part of a table of contents."""
    return bool(getattr(box, "mpp_inhoud", False))


def merk(document: Document) -> None:
    """Mark what is decoration, what is a note and what is a table of contents in every page of `document`.

    Decoration: what stands in the page margins (issue 1836; ISO 14289-1, clause 7.8), images with an empty `alt` or
    `aria-hidden` (issue 2550; clause 7.3), the dots before a page number, and the head of a table where it is repeated on a
    further page. A note: an item of the list in a `role="doc-endnotes"` (clause 7.9). A table of contents: a `role="doc-toc"`.
    Links are kept for the `<a>` itself only: WeasyPrint repeats them for every child, outside the Link tag (issue 185;
    clause 7.18.5).
    """
    tabellen: set[int] = set()
    for pagina in document.pages:
        pagina.links = [link for link in pagina.links if link[3].link]
        _loop(pagina._page_box, _Plek(), tabellen)


class _Plek(NamedTuple):
    """Where a box stands: in what decoration, among notes, in a table of contents."""

    sierwerk: str = ""
    noten: bool = False
    inhoud: bool = False


def _loop(box: Any, plek: _Plek, tabellen: set[int]) -> None:
    element = box.element
    rol = element.get("role") if element is not None else None
    herhaald = isinstance(box, boxes.TableRowGroupBox) and box.is_header and id(element) in tabellen
    plek = _Plek(
        plek.sierwerk or _rand(box) or (_OPMAAK if herhaald or box.is_leader or _is_sierbeeld(box) else ""),
        plek.noten or rol == "doc-endnotes",
        plek.inhoud or rol == "doc-toc",
    )
    box.mpp_sierwerk, box.mpp_noot, box.mpp_inhoud = plek.sierwerk, plek.noten and box.element_tag == "li", plek.inhoud
    if isinstance(box, boxes.TableCellBox) and plek.sierwerk:
        box.mark = {"A": {}}  # WeasyPrint looks for it in every cell of a table
    for kind in box.all_children():
        _loop(getattr(kind, "_box", kind), plek, tabellen)
    if isinstance(box, boxes.TableRowGroupBox) and box.is_header:
        tabellen.add(id(element))


def _rand(box: Any) -> str:
    """The kind of a box in the margin of the page: at the head, at the foot or at the side of it."""
    if not isinstance(box, boxes.MarginBox):
        return ""
    return "Header" if box.at_keyword.startswith("@top") else "Footer" if box.at_keyword.startswith("@bottom") else _ZIJKANT


def _is_sierbeeld(box: Any) -> bool:
    if box.element is None or box.element_tag not in ("img", _SVG):
        return False
    leeg = box.element_tag == "img" and box.element.get("alt") == ""
    return bool(leeg or box.element.get("aria-hidden") == "true")
