"""Text that runs over other text: WeasyPrint lays it out without a word, and the reader cannot tell one number from the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from mpp.problemen import Probleem, probleem

_SPELING = 1.5
"""So many px two texts may lie over each other: slanted letters lean, and words are set close."""
_WIT = 0.2
"""What two columns must leave between them, as a part of the size of the letters: less reads as one word or number."""
_KAPITAAL = 0.6
"""What letters take above the line they stand on, as a part of their size."""


@dataclass(frozen=True)
class _Cel:
    tabel: str
    kolom: str
    links: float
    rechts: float


@dataclass(frozen=True)
class _Woorden:
    tekst: str
    links: float
    rechts: float
    boven: float
    onder: float
    grootte: float
    cel: _Cel | None

    def wit_tot(self, ander: _Woorden) -> float:
        """The white between this and another text at the same height, in px; less than zero when they overlap."""
        return max(self.links, ander.links) - min(self.rechts, ander.rechts)

    def loopt_uit(self) -> float:
        """By how many px it runs out of its cell."""
        return max(self.rechts - self.cel.rechts, self.cel.links - self.links) if self.cel else 0.0


def botsingen(document: Document) -> list[Probleem]:
    """Each column of a table that runs into the next, and each text that stands over another, told once."""
    gevonden: dict[tuple[object, ...], Probleem] = {}
    for nummer, pagina in enumerate(document.pages, start=1):
        for een, ander in _tegen_elkaar(list(_woorden(pagina._page_box, "", None))):
            uitloper = max(een, ander, key=_Woorden.loopt_uit)
            cel = uitloper.cel
            if cel is not None and uitloper.loopt_uit() > 0:
                vondst = probleem("pdf-kolom-te-smal", pagina=nummer, tekst=uitloper.tekst, kolom=cel.kolom, tabel=cel.tabel)
                gevonden.setdefault((cel.tabel, cel.kolom), vondst)
            else:
                vondst = probleem("pdf-tekst-over-tekst", pagina=nummer, tekst=een.tekst, ander=ander.tekst)
                gevonden.setdefault((nummer, een.tekst, ander.tekst), vondst)
    return list(gevonden.values())


def _tegen_elkaar(woorden: list[_Woorden]) -> Iterator[tuple[_Woorden, _Woorden]]:
    """The pairs of texts at one height that overlap, or stand in two cells with too little white between."""
    open_: list[_Woorden] = []
    for w in sorted(woorden, key=lambda w: (w.boven, w.links)):
        open_ = [eerder for eerder in open_ if eerder.onder > w.boven + _SPELING]
        for eerder in open_:
            in_twee_cellen = eerder.cel is not None and w.cel is not None and eerder.cel is not w.cel
            nodig = _WIT * min(eerder.grootte, w.grootte) if in_twee_cellen else -_SPELING
            if eerder.wit_tot(w) < nodig:
                yield eerder, w
        open_.append(w)


def _woorden(box: Any, label: str, cel: _Cel | None) -> Iterator[_Woorden]:
    """Every text with ink in `box`, with the cell it stands in; `label` is what the table around it is called."""
    box = getattr(box, "_box", box)
    if box.element is not None and (box.element.get("id") or "").startswith("tbl-"):
        label = box.element.get("id")
    if isinstance(box, boxes.TextBox) and box.text.strip() and box.style["visibility"] == "visible":
        lijn = box.position_y + box.baseline
        grootte = box.style["font_size"]
        tekst = " ".join(box.text.split())[:60]
        yield _Woorden(tekst, box.position_x, box.position_x + box.width, lijn - _KAPITAAL * grootte, lijn, grootte, cel)
    if isinstance(box, boxes.TableBox):
        yield from _tabel(box, label)
        return
    for kind in box.all_children():
        yield from _woorden(kind, label, cel)


def _tabel(tabel: Any, label: str) -> Iterator[_Woorden]:
    naam = label or f"de tabel die begint met {_tekst(tabel.element)[:60]!r}"
    koppen: dict[int, str] = {}
    for groep in tabel.children:
        for rij in groep.children:
            for cel in rij.children:
                if groep.is_header and cel.element is not None:
                    koppen |= dict.fromkeys(range(cel.grid_x, cel.grid_x + cel.colspan), _tekst(cel.element))
                kolom = koppen.get(cel.grid_x) or str(cel.grid_x + 1)
                plek = _Cel(naam, kolom, cel.border_box_x(), cel.border_box_x() + cel.border_width())
                for kind in cel.all_children():
                    yield from _woorden(kind, label, plek)


def _tekst(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
