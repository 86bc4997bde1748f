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

from mpp.problemen import Fout, probleem
from mpp.render.pdf.merk import is_noot, is_sierwerk
from mpp.render.pdf.tabelkoppen import koppel

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
    """Decoration is drawn as an Artifact, outside the tags (issues 1836 and 2550; clause 7.1)."""
    with stroom.artifact() if is_sierwerk(box) else _markeer_van_weasyprint(stroom, box, tag):
        yield


def _bouw(box: Any, ouder: Any, pdf: Any, pagina: int, nummers: Any, annotaties: Any, merken: Any) -> Iterator[Any]:
    echt = box._box if isinstance(box, AbsolutePlaceholder) else box
    if is_sierwerk(echt):
        return
    doorgeefluik = isinstance(echt, boxes.PageBox) or echt.element_tag in ("html", "body")
    for element in _bouw_van_weasyprint(box, ouder, pdf, pagina, nummers, annotaties, merken):
        if not doorgeefluik:
            _verbeter(element, echt, pdf, pagina)
        yield element


def _verbeter(element: Any, box: Any, pdf: Any, pagina: int) -> None:
    bron = box.element
    if bron is not None and bron.get("lang") and "::" not in (box.element_tag or ""):
        element["Lang"] = pydyf.String(bron.get("lang"))  # language of parts: clause 7.2
    match element["S"]:
        case "/Figure":
            _begrens(element, pdf, pagina)
        case "/Table":
            tabel = box.get_wrapped_table() if box.is_table_wrapper else box
            if tabel is not None:  # a caption may stand alone at the foot of a page
                koppel(tabel, element.number)
        case "/LBody" if box.element_tag == "dt":
            element["S"] = "/Lbl"
        case "/LI":
            _orden_item(element, pdf, is_noot(box))
        case "/L" if box.element_tag == "dl":
            _voeg_paren_samen(element, pdf)
        case "/Link" if bron is not None and box.link_annotation:
            box.link_annotation["Contents"] = pydyf.String(_linktekst(bron))


def _begrens(figuur: Any, pdf: Any, pagina: int) -> None:
    """The BBox of a Figure (clause 7.3): WeasyPrint gives CSS pixels from the top, PDF asks points from the bottom."""
    hoogte = _object(pdf, pdf.page_references[pagina])["TrimBox"][3]
    links, boven, rechts, onder = (maat * _PT_PER_PX for maat in figuur["A"]["BBox"])
    figuur["A"]["BBox"] = pydyf.Array((links, hoogte - onder, rechts, hoogte - boven))


def _orden_item(item: Any, pdf: Any, noot: bool) -> None:
    """An LI holds only Lbl and LBody, even if the item is paragraphs (clause 7.2); a note is a Note (clause 7.9)."""
    kinderen = [_object(pdf, verwijzing) for verwijzing in item["K"]]
    labels = [kind for kind in kinderen if kind["S"] == "/Lbl"]
    lijven = [kind for kind in kinderen if kind["S"] == "/LBody"]
    los = [kind for kind in kinderen if kind["S"] not in ("/Lbl", "/LBody")]
    if los:
        lijf = lijven[0] if lijven else _nieuw("LBody", item, pdf)
        _verhuis(los, lijf)
        lijven = lijven or [lijf]
    if noot:
        for lijf in lijven:
            inhoud = [_object(pdf, verwijzing) for verwijzing in lijf["K"]]
            note = _nieuw("Note", lijf, pdf)
            note["ID"] = pydyf.String(f"noot-{note.number}")
            lijf["K"] = pydyf.Array([note.reference])
            _verhuis(inhoud, note)
    item["K"] = pydyf.Array([kind.reference for kind in labels + lijven])


def _voeg_paren_samen(lijst: Any, pdf: Any) -> None:
    """A term and its description are one item: WeasyPrint makes each an item of its own (issue 2482)."""
    paren: list[Any] = []
    for verwijzing in lijst["K"]:
        item = _object(pdf, verwijzing)
        kinderen = [_object(pdf, kind) for kind in item["K"]]
        if paren and kinderen and all(kind["S"] == "/LBody" for kind in kinderen):
            _verhuis(kinderen, paren[-1])
        else:
            paren.append(item)
    lijst["K"] = pydyf.Array([item.reference for item in paren])


def _linktekst(bron: Any) -> str:
    """What a link is called aloud: WeasyPrint gives the name of the anchor (clause 7.18.5)."""
    tekst = " ".join("".join(bron.itertext()).split())
    beelden = " ".join(beeld.get("alt", "") for beeld in bron.iter("img"))
    return bron.get("aria-label") or tekst or beelden or bron.get("title") or bron.get("href", "")


def _object(pdf: Any, verwijzing: bytes) -> Any:
    return pdf.objects[int(verwijzing.split()[0])]


def _nieuw(soort: str, ouder: Any, pdf: Any) -> Any:
    plek = {"P": ouder.reference, "Pg": ouder["Pg"]}
    element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{soort}", "K": pydyf.Array(), **plek})
    pdf.add_object(element)
    return element


def _verhuis(kinderen: list[Any], naar: Any) -> None:
    for kind in kinderen:
        kind["P"] = naar.reference
        naar["K"].append(kind.reference)
