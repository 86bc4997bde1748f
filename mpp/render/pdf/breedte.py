"""What sticks out of the page: WeasyPrint lays it out without a word, and the reader misses the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from mpp.problemen import Probleem, probleem
from mpp.render.pdf.merk import is_sierwerk

_SPELING = 1.0  # CSS pixels
_MM_PER_PX = 25.4 / 96


def te_groot(document: Document) -> list[Probleem]:
    """Tables, images and words that end to the right of the text area of their page or below it, the furthest of each page."""
    problemen = []
    for nummer, pagina in enumerate(document.pages, start=1):
        blad = pagina._page_box
        inhoud = list(_inhoud(blad))
        for code, rand, grens in (
            ("pdf-te-breed", _rechts, blad.content_box_x() + blad.width),
            ("pdf-te-hoog", _onder, blad.content_box_y() + blad.height),
        ):
            verste = max(inhoud, key=rand, default=None)
            if verste is not None and (over := rand(verste) - grens) > _SPELING:
                problemen.append(probleem(code, pagina=nummer, wat=_naam(verste), over=max(1, round(over * _MM_PER_PX))))
    return problemen


def _inhoud(box: Any) -> Iterator[Any]:
    if is_sierwerk(box):
        return
    if isinstance(box, boxes.TableBox | boxes.ReplacedBox | boxes.TextBox):
        yield box
    for kind in box.all_children():
        yield from _inhoud(getattr(kind, "_box", kind))


def _rechts(box: Any) -> float:
    return float(box.position_x + box.margin_width())


def _onder(box: Any) -> float:
    if isinstance(box, boxes.TextBox):
        return float(box.position_y + box.baseline)
    return float(box.border_box_y() + box.border_height())


def _naam(box: Any) -> str:
    if isinstance(box, boxes.TextBox):
        return f"de tekst {box.text.strip()[:40]!r}"
    if isinstance(box, boxes.TableBox):
        return f"de tabel die begint met {' '.join(' '.join(box.element.itertext()).split())[:60]!r}"
    return f"de afbeelding {(box.element.get('alt') or box.element.get('src') or '')[:60]!r}"
