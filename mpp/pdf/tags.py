"""Mends the tags that WeasyPrint 70.0 writes; each mend names the issue or the clause of ISO 14289-1 it stands for.

Two functions of WeasyPrint are replaced, once per process: the one that builds the tree of tags and the one that marks
content on the page. The version is therefore pinned; `verbeter` refuses any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pydyf
import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags
from weasyprint.pdf.stream import Stream

from mpp.pdf.heel import object_van, verhuis
from mpp.pdf.merk import is_inhoud, is_noot, is_sierwerk, soort_sierwerk
from mpp.pdf.rollen import nummering, rol
from mpp.pdf.tabelkoppen import koppel
from mpp.problemen import Fout, probleem

VERSIE = "70.0"
_PT_PER_PX = 0.75

_bouw_van_weasyprint = tags._build_box_tree
_markeer_van_weasyprint = Stream.marked


@cache
def verbeter() -> None:
    """Replace WeasyPrint's tagging by ours. Raises Fout when another version of WeasyPrint is installed."""
    if weasyprint.__version__ != VERSIE:
        raise Fout([probleem("pdf-weasyprint-versie", versie=weasyprint.__version__, verwacht=VERSIE)])
    tags._build_box_tree = _bouw
    Stream.marked = _markeer


@contextmanager
def _markeer(stroom: Stream, box: Any, tag: str) -> Iterator[None]:
    """Decoration is drawn as an Artifact, outside the tags (issues 1836 and 2550; clause 7.1), of its kind (clause 7.8)."""
    if not is_sierwerk(box):
        with _markeer_van_weasyprint(stroom, box, tag):
            yield
        return
    pydyf.Stream.begin_marked_content(stroom, "Artifact", pydyf.Dictionary(soort_sierwerk(box)))
    try:
        yield
    finally:
        pydyf.Stream.end_marked_content(stroom)


def _bouw(box: Any, ouder: Any, pdf: Any, pagina: int, nummers: Any, annotaties: Any, merken: Any) -> Iterator[Any]:
    echt = box._box if isinstance(box, AbsolutePlaceholder) else box
    if is_sierwerk(echt):
        return
    doorgeefluik = isinstance(echt, boxes.PageBox) or echt.element_tag in ("html", "body")
    for element in _bouw_van_weasyprint(box, ouder, pdf, pagina, nummers, annotaties, merken):
        if not doorgeefluik:
            element.mpp_bron = echt.element
            _verbeter(element, echt, pdf, pagina)
        yield _als_verwijzing(element, pdf) if _wijst_in_het_document(element, echt) else element


def _verbeter(element: Any, box: Any, pdf: Any, pagina: int) -> None:
    bron = box.element
    if bron is not None and bron.get("lang") and "::" not in (box.element_tag or ""):
        element["Lang"] = pydyf.String(bron.get("lang"))  # language of parts: clause 7.2
    match element["S"]:
        case "/NonStruct":
            element["S"] = rol(box) or "/NonStruct"
        case "/Figure":
            _begrens(element, pdf, pagina)
        case "/Table":
            tabel = box.get_wrapped_table() if box.is_table_wrapper else box
            if tabel is not None:  # a caption may stand alone at the foot of a page
                _koppel_als_geheel(tabel, element, pdf)
        case "/LBody" if box.element_tag == "dt":
            element["S"] = "/Lbl"
        case "/LI":
            _orden_item(element, pdf, box)
        case "/L":
            element.mpp_paren = box.element_tag == "dl"
            _nest(element, pdf)
            if is_inhoud(box):
                element["S"] = "/TOC"
            else:
                element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": nummering(box)})
        case "/Link" if bron is not None and box.link_annotation:
            box.link_annotation["Contents"] = pydyf.String(_linktekst(bron))
        case "/Link":  # what CSS puts behind a link, or a line of it: part of the link and no link of its own (clause 7.18.5)
            element["S"] = "/Span"


def _wijst_in_het_document(element: Any, box: Any) -> bool:
    return bool(element["S"] == "/Link" and box.link_annotation and "Dest" in box.link_annotation)


def _als_verwijzing(link: Any, pdf: Any) -> Any:
    """A link to another place in the document is a Reference: to a note (clause 7.9), to a table, from the contents."""
    verwijzing = pydyf.Dictionary(
        {"Type": "/StructElem", "S": "/Reference", "K": pydyf.Array([link.reference]), "P": link["P"], "Pg": link["Pg"]}
    )
    pdf.add_object(verwijzing)
    link["P"] = verwijzing.reference
    return verwijzing


def _koppel_als_geheel(tabel: Any, element: Any, pdf: Any) -> None:
    """Connect cells and headers over all pages that the table has reached by now."""
    delen = pdf.__dict__.setdefault("mpp_tabellen", {}).setdefault(id(tabel.element), (element.number, []))
    delen[1].append(tabel)
    koppel(delen[1], delen[0])


def _begrens(figuur: Any, pdf: Any, pagina: int) -> None:
    """The BBox of a Figure (clause 7.3): WeasyPrint gives CSS pixels from the top, PDF asks points from the bottom."""
    hoogte = object_van(pdf, pdf.page_references[pagina])["TrimBox"][3]
    links, boven, rechts, onder = (maat * _PT_PER_PX for maat in figuur["A"]["BBox"])
    figuur["A"]["BBox"] = pydyf.Array((links, hoogte - onder, rechts, hoogte - boven))


def _orden_item(item: Any, pdf: Any, box: Any) -> None:
    """An LI holds only Lbl and LBody, even if the item is paragraphs (clause 7.2); a note is a Note (clause 7.9).

    In the table of contents it is a TOCI, that holds what it points to itself.
    """
    kinderen = [object_van(pdf, verwijzing) for verwijzing in item["K"]]
    if is_inhoud(box):
        item["S"], item["K"] = "/TOCI", pydyf.Array()
        verhuis([deel for kind in kinderen for deel in _uitgepakt(kind, pdf)], item)
        return
    labels = [kind for kind in kinderen if kind["S"] == "/Lbl"]
    lijven = [kind for kind in kinderen if kind["S"] == "/LBody"]
    los = [kind for kind in kinderen if kind["S"] not in ("/Lbl", "/LBody")]
    if los:
        lijf = lijven[0] if lijven else _nieuw("LBody", item, pdf)
        verhuis(los, lijf)
        lijven = lijven or [lijf]
    if is_noot(box):
        for lijf in lijven:
            inhoud = [object_van(pdf, verwijzing) for verwijzing in lijf["K"]]
            note = _nieuw("Note", lijf, pdf)
            note.mpp_bron = box.element
            note["ID"] = pydyf.String(f"noot-{note.number}")
            lijf["K"] = pydyf.Array([note.reference])
            verhuis(inhoud, note)
    item["K"] = pydyf.Array([kind.reference for kind in labels + lijven])


def _uitgepakt(kind: Any, pdf: Any) -> Iterator[Any]:
    """What an element holds, where it is only the body of an item or a block that layout needed within it."""
    if kind["S"] not in ("/LBody", "/NonStruct"):
        yield kind
        return
    for deel in [object_van(pdf, verwijzing) for verwijzing in kind["K"]]:
        yield from _uitgepakt(deel, pdf)
    kind.clear()


def _nest(lijst: Any, pdf: Any) -> None:
    """A list within an item belongs to the body of that item; WeasyPrint puts it behind the item (ISO 32000-1, 14.8.4.3.3)."""
    items: list[Any] = []
    for kind in [object_van(pdf, verwijzing) for verwijzing in lijst["K"]]:
        if kind["S"] == "/L" and items and kind.mpp_bron is not lijst.mpp_bron:
            lijf = next(deel for deel in (object_van(pdf, verwijzing) for verwijzing in items[-1]["K"]) if deel["S"] == "/LBody")
            verhuis([kind], lijf)
        else:
            items.append(kind)
    lijst["K"] = pydyf.Array([item.reference for item in items])


def _linktekst(bron: Any) -> str:
    """What a link is called aloud: WeasyPrint gives the name of the anchor (clause 7.18.5)."""
    tekst = " ".join("".join(bron.itertext()).split())
    beelden = " ".join(beeld.get("alt", "") for beeld in bron.iter("img"))
    return bron.get("aria-label") or tekst or beelden or bron.get("title") or bron.get("href", "")


def _nieuw(soort: str, ouder: Any, pdf: Any) -> Any:
    plek = {"P": ouder.reference, "Pg": ouder["Pg"]}
    element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{soort}", "K": pydyf.Array(), **plek})
    pdf.add_object(element)
    return element
