"""Whether the texts fit the boxes that a layout gives them, measured in the pages as they are laid out.

A box is an element of class `vak` with a fixed height; a text in it carries its name as `data-tekst`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint.document import Document

_MM_PER_PX = 25.4 / 96
_SPELING = 0.5
"""A difference in px that is not seen."""


@dataclass(frozen=True)
class Uitloop:
    """A text that runs out of its box: which, by how many lines and by how many mm, below or at the side."""

    tekst: str
    regels: int
    mm: float
    opzij: bool = False


@dataclass
class _Vak:
    pagina: int
    onder: float
    rechts: float
    te_ver: dict[str, list[float]] = field(default_factory=dict)
    te_breed: dict[str, float] = field(default_factory=dict)


def uitloop(document: Document) -> list[Uitloop]:
    """Every text of `document` that does not fit its box, in the order of the pages; heights in lines and mm."""
    vakken: dict[int, _Vak] = {}
    for nummer, pagina in enumerate(document.pages):
        _loop(pagina._page_box, nummer, None, "", vakken)
    return [melding for vak in vakken.values() for melding in _meldingen(vak)]


def _loop(box: Any, pagina: int, vak: _Vak | None, tekst: str, vakken: dict[int, _Vak]) -> None:
    from weasyprint.formatting_structure import boxes

    box = getattr(box, "_box", box)
    element = box.element
    if element is not None and "::" not in (box.element_tag or ""):
        tekst = element.get("data-tekst", tekst)
        if "vak" in (element.get("class") or "").split() and isinstance(box, boxes.BlockLevelBox):
            vak = vakken.setdefault(id(element), _Vak(pagina, box.content_box_y() + box.height, box.content_box_x() + box.width))
    if isinstance(box, boxes.LineBox) and vak is not None and tekst:
        _meet(box, pagina, vak, tekst)
    for kind in box.all_children():
        _loop(kind, pagina, vak, tekst, vakken)


def _meet(regel: Any, pagina: int, vak: _Vak, tekst: str) -> None:
    onder = regel.position_y + regel.height
    if pagina > vak.pagina or onder > vak.onder + _SPELING:
        vak.te_ver.setdefault(tekst, []).append(onder - vak.onder if pagina == vak.pagina else regel.height)
    rechts = max((kind.position_x + kind.margin_width() for kind in regel.children), default=0.0)
    if rechts > vak.rechts + _SPELING:
        vak.te_breed[tekst] = max(vak.te_breed.get(tekst, 0.0), rechts - vak.rechts)


def _meldingen(vak: _Vak) -> Iterator[Uitloop]:
    for tekst, hoogten in vak.te_ver.items():
        yield Uitloop(tekst, len(hoogten), _mm(max(hoogten)))
    for tekst, breed in vak.te_breed.items():
        yield Uitloop(tekst, 0, _mm(breed), opzij=True)


def _mm(px: float) -> float:
    return ceil(px * _MM_PER_PX * 10) / 10
