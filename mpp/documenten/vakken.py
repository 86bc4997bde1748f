"""Whether the texts fit the boxes that a layout gives them, measured in the pages as they are laid out.

A box is an element of class `vak` with a fixed height; a text in it carries its name as `data-tekst`. What runs out of
a box and off the page as well is left out of the pages: it is told from the letters that are missing.
"""

from __future__ import annotations

from collections import Counter
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
    """A text that runs out of its box: which, by how many lines and by how many mm, below or at the side.

    Of what is not laid out at all the size is not known: no lines, 0 mm.
    """

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


@dataclass
class _Gelegd:
    """What the pages hold: the boxes, and of each text the number of letters."""

    vakken: dict[Any, _Vak] = field(default_factory=dict)
    letters: Counter[Any] = field(default_factory=Counter)


def uitloop(document: Document) -> list[Uitloop]:
    """Every text of `document` that does not fit its box, in the order of the document; heights in lines and mm."""
    paginas = [getattr(pagina._page_box, "_box", pagina._page_box) for pagina in document.pages]
    gelegd = _Gelegd()
    for nummer, pagina in enumerate(paginas):
        _loop(pagina, nummer, None, None, gelegd)
    wortel = next(box.element for box in paginas[0].children if box.element_tag == "html")
    return [melding for vak in wortel.iter() if _is_vak(vak) for melding in _meldingen(vak, gelegd)]


def _is_vak(element: Any) -> bool:
    return isinstance(element.tag, str) and "vak" in (element.get("class") or "").split()


def _loop(box: Any, pagina: int, vak: _Vak | None, tekst: Any, gelegd: _Gelegd) -> None:
    """Go through the boxes; `tekst` is the element that names the text they belong to."""
    from weasyprint.formatting_structure import boxes

    box = getattr(box, "_box", box)
    element = box.element
    eigen = element is not None and "::" not in (box.element_tag or "")
    if eigen:
        tekst = element if element.get("data-tekst") else tekst
        if _is_vak(element) and isinstance(box, boxes.BlockLevelBox):
            vak = gelegd.vakken.setdefault(element, _Vak(pagina, box.content_box_y() + box.height, box.content_box_x() + box.width))
    if isinstance(box, boxes.LineBox) and vak is not None and tekst is not None:
        _meet(box, pagina, vak, tekst.get("data-tekst"))
    if isinstance(box, boxes.TextBox) and eigen and tekst is not None:
        gelegd.letters[tekst] += _letters(box.text)
    for kind in box.all_children():
        _loop(kind, pagina, vak, tekst, gelegd)


def _letters(tekst: str | None) -> int:
    """How many letters and digits; spaces and hyphens are the layout's to add and to leave out."""
    return sum(teken.isalnum() for teken in tekst or "")


def _letters_van(element: Any) -> int:
    """Those of the text that `element` names, without those of another text in it."""
    kinderen = sum((0 if kind.get("data-tekst") else _letters_van(kind)) + _letters(kind.tail) for kind in element)
    return _letters(element.text) + kinderen


def _meet(regel: Any, pagina: int, vak: _Vak, tekst: str) -> None:
    onder = regel.position_y + regel.height
    if pagina > vak.pagina or onder > vak.onder + _SPELING:
        vak.te_ver.setdefault(tekst, []).append(onder - vak.onder if pagina == vak.pagina else regel.height)
    rechts = max((kind.position_x + kind.margin_width() for kind in regel.children), default=0.0)
    if rechts > vak.rechts + _SPELING:
        vak.te_breed[tekst] = max(vak.te_breed.get(tekst, 0.0), rechts - vak.rechts)


def _meldingen(element: Any, gelegd: _Gelegd) -> Iterator[Uitloop]:
    vak = gelegd.vakken.get(element, _Vak(0, 0.0, 0.0))
    weg = [t for t in element.iter() if t.get("data-tekst") and gelegd.letters[t] < _letters_van(t)]
    for tekst, hoogten in vak.te_ver.items():
        yield Uitloop(tekst, len(hoogten), _mm(max(hoogten)))
    for tekst in dict.fromkeys(t.get("data-tekst") for t in weg):
        if tekst not in vak.te_ver:
            yield Uitloop(tekst, 0, 0.0)
    for tekst, breed in vak.te_breed.items():
        yield Uitloop(tekst, 0, _mm(breed), opzij=True)


def _mm(px: float) -> float:
    return ceil(px * _MM_PER_PX * 10) / 10
