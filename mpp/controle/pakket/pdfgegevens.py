"""What a PDF holds beside its pages: titles, bookmarks, names of figures and links, attached files; and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree

from mpp.controle.paginatekst import Vreemd
from mpp.controle.pakket.gegevens import vergelijk
from mpp.controle.pakket.tekens import getallen, glad
from mpp.controle.pakket.verslag import Verslag

if TYPE_CHECKING:
    import pikepdf

    from mpp.controle.pakket.webtekst import Webtekst
    from mpp.render.pdf.meta import PdfMeta

_ALLE: Final = (
    # the document and its pages
    "A1.0 AF Annot Annots Author BBox BleedBox CA Catalog ColorSpace Contents Count CreationDate Data DestOutputProfile Dests"
    " DisplayDocTitle ExtGState First GTS_PDFA1 ICCBased Info Kids Lab Lang Last MarkInfo Marked MediaBox Metadata ModDate N Names"
    " Next None Outlines OutputConditionIdentifier OutputIntent OutputIntents Page Pages Parent Pattern Prev Producer Range Rect"
    " Resources Root Shading Size Subject Subtype Tabs Title TrimBox Type ViewerPreferences W WhitePoint XML XObject XRef XYZ a1 a1.0 ca"
    " lab-d50 lab-d65 srgb"
    # links, attached files, streams
    " Action AFRelationship BS CheckSum Desc Dest EF EmbeddedFile EmbeddedFiles F Filespec Filter FlateDecode Index Length Length1 Link"
    " Columns DecodeParms ObjStm Params Predictor UF URI text#2fcsv"
    # letters
    " Ascent BaseFont CIDFontType2 CIDSystemInfo CIDToGIDMap CapHeight DescendantFonts Descent Encoding Flags Font FontBBox"
    " FontDescriptor FontFamily FontFile2 FontName Identity Identity-H ItalicAngle Ordering Registry StemH StemV Supplement ToUnicode Type0"
    # the tree of tags
    " A Alt Caption ColSpan Column Decimal Disc Div Document Figure H1 H2 H3 H4 H5 H6 Headers ID K L LBody LI Layout Lbl List ListNumbering"
    " Note Nums O OBJR Obj P ParentTree Part Pg Reference Row RowSpan S Scope Sect Span StructElem StructParent StructParents"
    " StructTreeRoot TBody TD TH THead TOC TOCI TR Table BlockQuote Code Em Strong"
)
_NAMEN: Final = frozenset(_ALLE.split())
"""Every name in a PDF of ours, of fonts aside: no form, no other mark on a page, no text instead of text, no label of a page."""
_LETTER: Final = re.compile(r"[A-Z]{6}(?:\+IBM-Plex-Sans[A-Za-z-]*)?")
_REEKS: Final = rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|<[0-9A-Fa-f]*>(?!>)"
_NAAM: Final = re.compile(_REEKS + rb"|/([^\s/<>\[\]()]+)", re.DOTALL)
_TEKST: Final = re.compile(rb"/(\w+)\s*(" + _REEKS + rb")", re.DOTALL)
_PLEKKEN: Final[Mapping[str, str]] = {"Alt": "alternatieve tekst", "Contents": "naam van een koppeling", "Title": "bladwijzer"}
_STIL: Final = frozenset({"ID", "Dest", "Registry", "Ordering", "FontFamily", "Info", "OutputConditionIdentifier", "CheckSum", "Lang"})
"""Texts that no reader gets: names of places and of letters."""
_XMP: Final = (
    *("PDF/UA identification schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid"),
    *("part", "Integer", "internal", "Part of the PDF/UA standard"),
)
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def toets(document: pikepdf.Pdf, web: Webtekst, meta: PdfMeta, bijlagen: Mapping[str, str], verslag: Verslag) -> None:
    """Account for all that the file says beside its pages, by the HTML of the document and by `meta`.

    `bijlagen` are the attached files by name, with what each is called; what is in them is for `toets_bijlagen`.

    Raises Vreemd for what a PDF of ours never has.
    """
    moment = meta.moment.strftime("%Y%m%d%H%M%SZ")
    zou = {"Title": meta.titel, "Subject": meta.onderwerp, "Author": meta.auteur, "Producer": f"WeasyPrint {version('weasyprint')}"}
    _gelijk("gegevens", {**zou, "CreationDate": f"D:{moment}", "ModDate": f"D:{moment}"}, _eigen(document), verslag)
    _gelijk("XMP", dict(enumerate(_verwachte_xmp(meta))), dict(enumerate(_xmp(document))), verslag)
    _gelijk("taal", {"Lang": meta.taal}, {"Lang": str(document.Root.get("/Lang", ""))}, verslag)
    gevonden = list(_teksten(document))
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
            "F": tekst in bijlagen,
            "UF": tekst in bijlagen,
            "Desc": tekst in bijlagen.values(),
        }
        if not goed.get(sleutel):
            eerste = next((t.tekst for t in getallen(tekst)), tekst[:40])
            verslag.los(eerste, _PLEKKEN.get(sleutel, sleutel), tekst[:200], "het staat niet zo in de HTML van dit document")
        else:
            verslag.goed(sum(1 for _ in getallen(tekst)))


def toets_bijlagen(document: pikepdf.Pdf, verwacht: Mapping[str, bytes], verslag: Verslag) -> None:
    """Account for the numbers in the attached files, that should be these."""
    gevonden = {naam: bijlage.get_file().read_bytes() for naam, bijlage in document.attachments.items()}
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


def _eigen(document: pikepdf.Pdf) -> dict[str, str]:
    return {naam[1:]: str(waarde) for naam, waarde in document.docinfo.items()}


def _xmp(document: pikepdf.Pdf) -> Iterator[str]:
    """Every text and attribute of the metadata, in order."""
    for element in ElementTree.fromstring(document.Root.Metadata.read_bytes()).iter():
        yield from (waarde for naam, waarde in element.attrib.items() if naam not in (f"{_RDF}about", f"{_RDF}parseType"))
        if element.text and element.text.strip():
            yield element.text.strip()


def _verwachte_xmp(meta: PdfMeta) -> Iterator[str]:
    moment = meta.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    yield from ("3", "A", f"WeasyPrint {version('weasyprint')}", "x-default", meta.titel, meta.auteur, "x-default", meta.onderwerp)
    yield from (moment, moment, "1", *_XMP)


def _teksten(document: pikepdf.Pdf) -> Iterator[tuple[str, str, str]]:
    """Every text in the objects of the file that a reader may get: its key, the text, and where a link with it leads."""
    import pikepdf

    eigen = document.trailer.Info.objgen
    for ding in document.objects:
        ruw = (pikepdf.Dictionary(dict(ding.items())) if isinstance(ding, pikepdf.Stream) else ding).unparse(resolved=True)
        namen = {naam.decode() for naam in set(_NAAM.findall(ruw)) if naam}
        if vreemd := [naam for naam in sorted(namen - _NAMEN) if not _LETTER.fullmatch(naam)]:
            raise Vreemd(f"iets met de naam {vreemd[0]}")
        if ding.objgen == eigen:
            continue
        for treffer in _TEKST.finditer(ruw):
            if (sleutel := treffer[1].decode()) not in _STIL:
                doel = str(ding["/Dest"]) if sleutel == "Contents" and "/Dest" in ding else ""
                yield sleutel, glad(str(pikepdf.Object.parse(treffer[2]))), doel
