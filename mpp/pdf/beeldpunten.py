"""A drawing as a picture of points, for where lines cannot go."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

PER_INCH: Final = 200
_MAAT: Final = re.compile(rb'<svg\b[^>]*?\bwidth="([\d.]+)(pt|px|mm|)"[^>]*?\bheight="([\d.]+)(?:pt|px|mm|)"', re.DOTALL)
_IN_PUNTEN: Final = {b"pt": 1.0, b"px": 0.75, b"mm": 72 / 25.4, b"": 0.75}


class Beeldpunten(NamedTuple):
    """A picture: its bytes as PNG, its width and height in points (1/72 inch)."""

    png: bytes
    breedte: float
    hoogte: float


def als_png(svgs: Mapping[str, bytes]) -> dict[str, Beeldpunten]:
    """Each drawing by its name as a picture of `PER_INCH` points an inch; the same drawings give the same bytes.

    They are laid out as the PDF does it, a page each, so that their lines and letters are those of the other documents.
    Raises ValueError for a drawing that does not tell its size.
    """
    import pypdfium2

    from mpp.pdf.eenmaal import bespaar

    bespaar()
    from weasyprint import HTML

    from mpp.pdf.bundel import BASIS, Bundel
    from mpp.pdf.maak import letters
    from mpp.pdf.svgtekst import met_tekst

    maten = {naam: _maat(svg) for naam, svg in svgs.items()}
    if not maten:
        return {}
    bladen = " ".join(f"@page b{i} {{ size: {b}pt {h}pt; margin: 0 }} #b{i} {{ page: b{i} }}" for i, (b, h) in enumerate(maten.values()))
    stijl = f"body, p {{ margin: 0 }} p + p {{ break-before: page }} img {{ display: block; width: 100% }} {bladen}"
    vellen = "".join(f'<p id="b{i}"><img src="{naam}" alt=""></p>' for i, naam in enumerate(maten))
    html = f'<!DOCTYPE html><html lang="nl"><head><title>Figuren</title><style>{stijl}</style></head><body>{vellen}</body></html>'
    bundel = Bundel({naam: met_tekst(svg) for naam, svg in svgs.items()})
    pdf = HTML(string=html, base_url=BASIS, url_fetcher=bundel).write_pdf(font_config=letters())
    document = pypdfium2.PdfDocument(pdf)
    return {naam: Beeldpunten(_png(document[i]), *maat) for i, (naam, maat) in enumerate(maten.items())}


def _png(pagina: object) -> bytes:
    from PIL import Image

    uit = io.BytesIO()
    beeld = pagina.render(scale=PER_INCH / 72).to_pil().quantize(256, Image.Quantize.FASTOCTREE, dither=0)  # type: ignore[attr-defined]
    beeld.save(uit, "PNG", dpi=(PER_INCH, PER_INCH))
    return uit.getvalue()


def _maat(svg: bytes) -> tuple[float, float]:
    """Width and height in points."""
    if not (m := _MAAT.search(svg)):
        raise ValueError("a drawing without width and height")
    return float(m[1]) * _IN_PUNTEN[m[2]], float(m[3]) * _IN_PUNTEN[m[2]]
