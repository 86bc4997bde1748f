"""A line at the top of every page of a PDF that is there already, in the letters of the house, as an artifact that is not read out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from mpp import stijl

if TYPE_CHECKING:
    from pikepdf import Object, Page

_NAAM: Final = "/Stempel"
"""How the line is called on a page, before the number of the page: pages share what they use."""
_STIJL: Final = """
@page {{ size: {breedte}pt {hoogte}pt; margin: 0 }}
body {{ margin: 0; font: 600 7.5pt "IBM Plex Sans"; color: var(--bruin) }}
p {{ margin: 0; position: absolute; top: 4.6mm; left: 0; right: 9mm; text-align: right }}
"""


def stempel(inhoud: bytes, teksten: Sequence[str]) -> bytes:
    """The PDF with a line of text at the top right of every page: `teksten` has one for each. The same arguments give the same bytes.

    Raises ValueError where there are not as many texts as pages.
    """
    import pikepdf

    with pikepdf.open(BytesIO(inhoud)) as pdf:
        per_maat: dict[tuple[float, float], list[int]] = {}
        for nr, pagina in enumerate(pdf.pages):
            per_maat.setdefault((float(pagina.mediabox[2]), float(pagina.mediabox[3])), []).append(nr)
        if len(teksten) != len(pdf.pages):
            raise ValueError(f"{len(teksten)} texts for {len(pdf.pages)} pages")
        for maat, nummers in per_maat.items():
            with pikepdf.open(BytesIO(_regels([teksten[nr] for nr in nummers], *maat))) as regels:
                bron = regels.pages[0]
                hulp = pdf.copy_foreign(regels.make_indirect(bron.resources))
                for nr, regel in zip(nummers, _los(bron), strict=True):
                    vorm = pdf.make_stream(regel, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, *maat], Resources=hulp)
                    _zet(pdf.pages[nr], vorm, f"{_NAAM}{nr}")
        uit = BytesIO()
        pdf.save(uit, deterministic_id=True, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return uit.getvalue()


def _zet(pagina: Page, regel: Object, naam: str) -> None:
    """Draw the line over what the page shows, which is set apart so that it leaves nothing behind."""
    import pikepdf

    if "/XObject" not in pagina.obj.Resources:
        pagina.obj.Resources.XObject = pikepdf.Dictionary()
    pagina.obj.Resources.XObject[naam] = regel
    pagina.contents_add(b"q\n", prepend=True)
    pagina.contents_add(f"\nQ\n/Artifact <</Type /Pagination /Subtype /Header>> BDC\nq {naam} Do Q\nEMC\n".encode())


def _los(bron: Page) -> Iterator[bytes]:
    """What draws each line of a page on which the lines lie over each other: its letters, with the scale and the colour that they have."""
    import pikepdf

    schaal, kleur, regel = list[Any](), list[Any](), list[Any]()
    for opdracht in pikepdf.parse_content_stream(bron):
        match str(opdracht.operator):
            case "cm":
                schaal.append(opdracht)
            case "gs" | "rg":
                kleur.append(opdracht)
            case "q" | "Q":
                pass
            case "ET":
                yield pikepdf.unparse_content_stream([*schaal, *kleur, *regel, opdracht])
                kleur, regel = [], []
            case _:
                regel.append(opdracht)


def _regels(teksten: Sequence[str], breedte: float, hoogte: float) -> bytes:
    """A PDF without tags of one page of this size in points, with every text in the same place: laying out a page for each is slow."""
    from weasyprint import CSS, HTML

    from mpp.pdf.maak import letters

    regels = "".join(f"<p>{escape(tekst)}</p>" for tekst in teksten)
    huis = stijl.bestanden()["stijl/basis.css"].decode()
    eigen = CSS(string=huis + _STIJL.format(breedte=breedte, hoogte=hoogte))
    html = HTML(string=f'<!DOCTYPE html><html lang="nl"><title>.</title><body>{regels}')
    pdf: bytes = html.write_pdf(stylesheets=[eigen], font_config=letters())
    return pdf
