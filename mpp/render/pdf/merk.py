"""Marks on the laid out boxes, read when the page is drawn and tagged."""

from __future__ import annotations

from typing import Any

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

_SVG = "{http://www.w3.org/2000/svg}svg"


def is_sierwerk(box: Any) -> bool:
    """Whether `box` is decoration, to be left out of the tags."""
    return bool(getattr(box, "mpp_sierwerk", False))


def is_noot(box: Any) -> bool:
    """Whether `box` is an item of a list of notes."""
    return bool(getattr(box, "mpp_noot", False))


def merk(document: Document) -> None:
    """Mark what is decoration and what is a note in every page of `document`.

    Decoration: what stands in the page margins (issue 1836; ISO 14289-1, clause 7.8) and images with an empty `alt` or
    `aria-hidden` (issue 2550; clause 7.3). A note: an item of the list in a `role="doc-endnotes"` (clause 7.9).
    Links are kept for the `<a>` itself only: WeasyPrint repeats them for every child, outside the Link tag (issue 185;
    clause 7.18.5).
    """
    for pagina in document.pages:
        pagina.links = [link for link in pagina.links if link[3].link]
        _loop(pagina._page_box, sierwerk=False, noten=False)


def _loop(box: Any, sierwerk: bool, noten: bool) -> None:
    element = box.element
    sierwerk = sierwerk or isinstance(box, boxes.MarginBox) or _is_sierbeeld(box)
    noten = noten or (element is not None and element.get("role") == "doc-endnotes")
    box.mpp_sierwerk = sierwerk
    box.mpp_noot = noten and box.element_tag == "li"
    for kind in box.all_children():
        _loop(getattr(kind, "_box", kind), sierwerk, noten)


def _is_sierbeeld(box: Any) -> bool:
    if box.element is None or box.element_tag not in ("img", _SVG):
        return False
    leeg = box.element_tag == "img" and box.element.get("alt") == ""
    return bool(leeg or box.element.get("aria-hidden") == "true")
