"""The texts in a PDF beside its pages: those of its objects, and of its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree

from mpp.controle.paginatekst import Vreemd

if TYPE_CHECKING:
    import pikepdf

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
_NAMEN: Final = frozenset(_ALLE.encode().split())
"""Every name in a PDF of ours, of fonts aside: no form, no other mark on a page, no text instead of text, no label of a page."""
_LETTER: Final = re.compile(rb"[A-Z]{6}(?:\+IBM-Plex-Sans[A-Za-z-]*)?")
_REEKS: Final = rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|<[0-9A-Fa-f]*>(?!>)"
_NAAM: Final = re.compile(_REEKS + rb"|/([^\s/<>\[\]()]+)", re.DOTALL)
_TEKST: Final = re.compile(rb"/(\w+)\s*(" + _REEKS + rb")", re.DOTALL)
_STIL: Final = frozenset({"ID", "Dest", "Registry", "Ordering", "FontFamily", "Info", "OutputConditionIdentifier", "CheckSum", "Lang"})
"""Texts that no reader gets: names of places and of letters."""
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def van_objecten(document: pikepdf.Pdf) -> Iterator[tuple[str, str, str]]:
    """Every text in the objects of the file that a reader may get: its key, the text, and where a link with it leads.

    Raises Vreemd for a name that a PDF of ours never has.
    """
    import pikepdf

    eigen = document.trailer.Info.objgen
    for ding in document.objects:
        ruw = (pikepdf.Dictionary(dict(ding.items())) if isinstance(ding, pikepdf.Stream) else ding).unparse(resolved=True)
        if vreemd := [naam.decode() for naam in sorted({*_NAAM.findall(ruw)} - _NAMEN) if naam and not _LETTER.fullmatch(naam)]:
            raise Vreemd(f"iets met de naam {vreemd[0]}")
        if ding.objgen == eigen:
            continue
        for treffer in _TEKST.finditer(ruw):
            if (sleutel := treffer[1].decode()) not in _STIL:
                yield sleutel, str(pikepdf.Object.parse(treffer[2])), _doel(ding) if sleutel == "Contents" else ""


def _doel(koppeling: Any) -> str:
    """Where a link leads: a place in the document, or an address."""
    adres = koppeling.get("/A", {}).get("/URI", "")
    return str(koppeling.get("/Dest", adres))


def van_xmp(document: pikepdf.Pdf) -> Iterator[str]:
    """Every text and attribute of the metadata, in order."""
    for element in ElementTree.fromstring(document.Root.Metadata.read_bytes()).iter():
        yield from (waarde for naam, waarde in element.attrib.items() if naam not in (f"{_RDF}about", f"{_RDF}parseType"))
        if element.text and element.text.strip():
            yield element.text.strip()
