"""What a PDF holds beside its pages: titles, bookmarks, names of figures and links, attached files; and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mpp.controle.pakket.gegevens import vergelijk
from mpp.controle.pakket.tekens import getallen, glad
from mpp.controle.pakket.verslag import Verslag

if TYPE_CHECKING:
    from mpp.controle.pakket.inhoud import Pdf
    from mpp.controle.pakket.webtekst import Webtekst
    from mpp.pdf.meta import PdfMeta

_PLEKKEN: Final[Mapping[str, str]] = {"Alt": "alternatieve tekst", "Contents": "naam van een koppeling", "Title": "bladwijzer"}
_XMP: Final = (
    *("PDF/UA identification schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid"),
    *("part", "Integer", "internal", "Part of the PDF/UA standard"),
)


class Bijlage(NamedTuple):
    """A file that is attached to a PDF: its name, what it is called, and what is in it."""

    naam: str
    omschrijving: str
    inhoud: bytes


def toets(pdf: Pdf, web: Webtekst, meta: PdfMeta, bijlagen: Sequence[Bijlage], verslag: Verslag) -> None:
    """Account for all that the file says beside its pages, by the HTML of the document, by `meta` and by its attached files."""
    moment = meta.moment.strftime("%Y%m%d%H%M%SZ")
    zou = {"Title": meta.titel, "Subject": meta.onderwerp, "Author": meta.auteur, "Producer": f"WeasyPrint {version('weasyprint')}"}
    _gelijk("gegevens", {**zou, "CreationDate": f"D:{moment}", "ModDate": f"D:{moment}"}, pdf.gegevens, verslag)
    _gelijk("XMP", dict(enumerate(_verwachte_xmp(meta))), dict(enumerate(pdf.xmp)), verslag)
    _gelijk("taal", {"Lang": meta.taal}, {"Lang": pdf.taal}, verslag)
    gevonden = [(sleutel, glad(tekst), doel) for sleutel, tekst, doel in pdf.teksten]
    bladwijzers = [tekst for sleutel, tekst, _ in gevonden if sleutel == "Title"]
    mag = Counter(kop.tekst for kop in web.koppen)
    for sleutel, tekst, doel in gevonden:
        goed = {
            "Title": tekst in mag and bladwijzers.count(tekst) <= mag[tekst],
            "Alt": tekst in web.alts,
            "Contents": tekst in web.namen.get(doel, ()),
            "URI": tekst in web.namen,
            "CreationDate": tekst == f"D:{moment}",
            "ModDate": tekst == f"D:{moment}",
            "F": tekst in {bijlage.naam for bijlage in bijlagen},
            "UF": tekst in {bijlage.naam for bijlage in bijlagen},
            "Desc": tekst in {bijlage.omschrijving for bijlage in bijlagen},
        }
        if not goed.get(sleutel):
            eerste = next((t.tekst for t in getallen(tekst)), tekst[:40])
            verslag.los(eerste, _PLEKKEN.get(sleutel, sleutel), tekst[:200], "het staat niet zo in de HTML van dit document")
        else:
            verslag.goed(sum(1 for _ in getallen(tekst)))
    _bijlagen({bijlage.naam: bijlage.inhoud for bijlage in bijlagen}, pdf.bijlagen, verslag)


def _bijlagen(verwacht: Mapping[str, bytes], gevonden: Mapping[str, bytes], verslag: Verslag) -> None:
    for naam in sorted(gevonden.keys() | verwacht.keys()):
        if naam not in gevonden or naam not in verwacht:
            verslag.fout("pakket-bestand", 0, pad=naam, wat="ontbreekt" if naam in verwacht else "hoort niet bij deze PDF")
            continue
        vergelijk(naam, gevonden[naam], verwacht[naam], verslag)


def _gelijk(plek: str, verwacht: Mapping[Any, str], gevonden: Mapping[Any, str], verslag: Verslag) -> None:
    for sleutel in [*verwacht, *(gevonden.keys() - verwacht.keys())]:
        a, b = gevonden.get(sleutel, ""), verwacht.get(sleutel, "")
        aantal = sum(1 for _ in getallen(a))
        if a == b:
            verslag.goed(aantal)
        else:
            verslag.los(next((t.tekst for t in getallen(a)), a or "niets"), f"{plek} {sleutel}", a, f"er moet {b or 'niets'} staan")


def _verwachte_xmp(meta: PdfMeta) -> Iterator[str]:
    moment = meta.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    yield from ("3", "A", f"WeasyPrint {version('weasyprint')}", "x-default", meta.titel, meta.auteur, "x-default", meta.onderwerp)
    yield from (moment, moment, "1", *_XMP)
