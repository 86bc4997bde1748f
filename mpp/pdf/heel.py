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
    if getattr(element, "mpp_paren", False):
        _voeg_paren_samen(element, pdf)
    over: list[Any] = []
    eerder: dict[tuple[int, str], Any] = {}
    for kind in element["K"]:
        deel = object_van(pdf, kind) if isinstance(kind, bytes) else None
        if deel is None or deel.get("Type") != "/StructElem":
            over.append(kind)
            continue
        _voeg_kinderen_samen(deel, pdf)
        sleutel = _sleutel(deel)
        if not deel["K"] and deel["S"] not in _MAG_LEEG:
            deel.clear()
        elif sleutel is not None and sleutel in eerder:
            _neem_over(deel, eerder[sleutel], pdf)
        elif sleutel is not None and sleutel == _sleutel(element):
            over += _kinderen_van(deel, element, pdf)
        else:
            over.append(kind)
            if sleutel is not None:
                eerder[sleutel] = deel
    element["K"] = pydyf.Array(over)


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


def _neem_over(deel: Any, naar: Any, pdf: Any) -> None:
    """Let `naar` be the one element, with what `deel` holds after its own."""
    naar["K"] = pydyf.Array([*naar["K"], *_kinderen_van(deel, naar, pdf)])
    _voeg_kinderen_samen(naar, pdf)


def _kinderen_van(deel: Any, naar: Any, pdf: Any) -> list[Any]:
    kinderen = list(deel["K"])
    for kind in kinderen:
        object_van(pdf, kind)["P"] = naar.reference
    deel.clear()
    return kinderen
