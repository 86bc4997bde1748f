"""One element, however many pages or columns it is laid over.

WeasyPrint makes an element anew on each page: a paragraph, a list or a table that goes on there would be read as two
(ISO 14289-1, clause 7.1). Here what comes of one HTML element becomes one again, and what holds nothing goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pydyf

_HEEL: Final = {
    "/Part", "/Art", "/Sect", "/Div", "/NonStruct", "/BlockQuote", "/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L",
    "/LI", "/Lbl", "/LBody", "/TOC", "/TOCI", "/Note", "/Caption", "/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TH", "/TD",
}  # fmt: skip
_MAG_LEEG: Final = {"/TD", "/TH", "/Lbl", "/LBody", "/Figure"}


def object_van(pdf: Any, verwijzing: bytes) -> Any:
    """The object that a reference points to."""
    return pdf.objects[int(verwijzing.split()[0])]


def verhuis(kinderen: list[Any], naar: Any) -> None:
    """Let the elements be the last children of another."""
    for kind in kinderen:
        kind["P"] = naar.reference
        naar["K"].append(kind.reference)


def maak_heel(pdf: Any) -> None:
    """Join in the tree of tags of `pdf` what belongs to one HTML element, and take out what holds nothing."""
    if "StructTreeRoot" in pdf.catalog:
        wortel = object_van(pdf, object_van(pdf, pdf.catalog["StructTreeRoot"])["K"][0])
        _voeg_kinderen_samen(wortel, pdf)


def _voeg_kinderen_samen(element: Any, pdf: Any) -> None:
    """Join the children of one HTML element among themselves, then what each of them holds: every element is seen once."""
    _ontvouw(element, pdf)
    if getattr(element, "mpp_paren", False):
        _voeg_paren_samen(element, pdf)
    element["K"] = pydyf.Array(kind for kind in element["K"] if not _is_leeg(kind, pdf))


def _ontvouw(element: Any, pdf: Any) -> None:
    """Let children of one HTML element be one child, and a child of the element's own HTML element give what it holds."""
    eerder: dict[tuple[int, str], Any] = {}
    over: list[Any] = []
    wachtend = list(reversed(element["K"]))
    while wachtend:
        kind = wachtend.pop()
        deel = _deel(kind, pdf)
        sleutel = _sleutel(deel) if deel is not None else None
        if sleutel is None:
            over.append(kind)
        elif sleutel == _sleutel(element):
            wachtend += reversed(_kinderen_van(deel, element, pdf))
        elif sleutel in eerder:
            eerder[sleutel]["K"] += _kinderen_van(deel, eerder[sleutel], pdf)
        else:
            over.append(kind)
            eerder[sleutel] = deel
    element["K"] = pydyf.Array(over)


def _is_leeg(kind: Any, pdf: Any) -> bool:
    """Whether a child is an element in which nothing is left when what it holds has been joined; then it is no more."""
    deel = _deel(kind, pdf)
    if deel is None:
        return False
    _voeg_kinderen_samen(deel, pdf)
    if deel["K"] or deel["S"] in _MAG_LEEG:
        return False
    deel.clear()
    return True


def _deel(kind: Any, pdf: Any) -> Any:
    """The element that a child is; None for content of the page itself."""
    deel = object_van(pdf, kind) if isinstance(kind, bytes) else None
    return deel if deel is not None and deel.get("Type") == "/StructElem" else None


def _voeg_paren_samen(lijst: Any, pdf: Any) -> None:
    """A term and its descriptions are one item: WeasyPrint makes each an item of its own (issue 2482), grouped as in the HTML if so."""
    paren: list[Any] = []
    for item in _items(lijst, pdf):
        kinderen = [object_van(pdf, kind) for kind in item["K"]]
        if paren and kinderen and all(kind["S"] == "/LBody" for kind in kinderen):
            verhuis(kinderen, paren[-1])
            item.clear()
        else:
            paren.append(item)
    lijst["K"] = pydyf.Array()
    verhuis(paren, lijst)


def _items(lijst: Any, pdf: Any) -> Iterator[Any]:
    for deel in [object_van(pdf, kind) for kind in lijst["K"]]:
        if deel["S"] == "/Div":
            yield from [object_van(pdf, kind) for kind in deel["K"]]
            deel.clear()
        else:
            yield deel


def _sleutel(element: Any) -> tuple[int, str] | None:
    """What two parts of one HTML element have in common."""
    bron = getattr(element, "mpp_bron", None)
    return (id(bron), element["S"]) if bron is not None and element["S"] in _HEEL else None


def _kinderen_van(deel: Any, naar: Any, pdf: Any) -> list[Any]:
    kinderen = list(deel["K"])
    for kind in kinderen:
        object_van(pdf, kind)["P"] = naar.reference
    deel.clear()
    return kinderen
