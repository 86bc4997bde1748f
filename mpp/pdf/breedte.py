"""What sticks out of the page: WeasyPrint lays it out without a word, and the reader misses the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from mpp.pdf.merk import is_sierwerk
from mpp.problemen import Probleem, probleem

_SPELING = 1.0  # CSS pixels
_MM_PER_PX = 25.4 / 96


@dataclass(frozen=True)
class _Stuk:
    """A table, an image or some words, with the label of the table or figure they are in and the element of their paragraph."""

    box: Any
    label: str
    alinea: Any
    in_tabel: bool

    @property
    def rechts(self) -> float:
        """Where it ends to the right."""
        return float(self.box.position_x + self.box.margin_width())

    @property
    def onder(self) -> float:
        """Where it ends below."""
        if isinstance(self.box, boxes.TextBox):
            return float(self.box.position_y + self.box.baseline)
        return float(self.box.border_box_y() + self.box.border_height())

    @property
    def naam(self) -> str:
        """What a reader calls it, and where it is."""
        waar = f" in {self.label}" if self.label else ""
        if isinstance(self.box, boxes.TextBox):
            tekst = self.box.text.strip()
            alinea = _tekst(self.alinea)
            return f"de tekst {tekst[:40]!r}" + (waar or ("" if tekst in alinea[:40] else f" in {alinea[:80]!r}"))
        if isinstance(self.box, boxes.TableBox):
            return f"de tabel die begint met {_tekst(self.box.element)[:60]!r}{waar}"
        return f"de afbeelding {(self.box.element.get('alt') or self.box.element.get('src') or '')[:60]!r}{waar}"


def te_groot(document: Document) -> list[Probleem]:
    """Tables, images and words that end to the right of the text area of their page or below it, the furthest of each page."""
    problemen = []
    for nummer, pagina in enumerate(document.pages, start=1):
        blad = pagina._page_box
        inhoud = list(_inhoud(blad, _Stuk(blad, "", None, False)))
        rechts, onder = max(inhoud, key=lambda stuk: stuk.rechts, default=None), max(inhoud, key=lambda stuk: stuk.onder, default=None)
        if rechts and (over := rechts.rechts - blad.content_box_x() - blad.width) > _SPELING:
            woord = isinstance(rechts.box, boxes.TextBox) and not rechts.in_tabel
            problemen.append(_probleem("pdf-woord-te-breed" if woord else "pdf-te-breed", nummer, rechts, over))
        if onder and (over := onder.onder - blad.content_box_y() - blad.height) > _SPELING:
            problemen.append(_probleem("pdf-te-hoog", nummer, onder, over))
    return problemen


def _probleem(code: str, nummer: int, stuk: _Stuk, over: float) -> Probleem:
    return probleem(code, pagina=nummer, wat=stuk.naam, over=max(1, round(over * _MM_PER_PX)), tabel=stuk.label)


def _inhoud(box: Any, om: _Stuk) -> Iterator[_Stuk]:
    """Every table, image and text in `box`; `om` is what it stands in."""
    if is_sierwerk(box):
        return
    label = (box.element.get("id") or "") if box.element is not None else ""
    stuk = _Stuk(
        box,
        label if label.startswith(("fig-", "tbl-")) else om.label,
        box.element if isinstance(box, boxes.BlockBox) and box.element is not None else om.alinea,
        om.in_tabel or isinstance(box, boxes.TableBox),
    )
    if isinstance(box, boxes.TableBox | boxes.ReplacedBox | boxes.TextBox):
        yield stuk
    for kind in box.all_children():
        yield from _inhoud(getattr(kind, "_box", kind), stuk)


def _tekst(element: Any) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())
