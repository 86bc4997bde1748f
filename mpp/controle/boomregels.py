"""What the tree of tags must be to who hears it, and no validator asks: whole links, counted lists, contents, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from mpp.controle.tagboom import Tag

if TYPE_CHECKING:
    import pikepdf

Vondst = tuple[str, dict[str, Any]]

_DELEN: Final = {  # what a structure element may hold (ISO 32000-1, 14.8.4)
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC", "Caption"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "Reference": {"Link"},
}
_HOORT_IN: Final = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "THead": {"Table"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TD": {"TR"},
    "TH": {"TR"},
}
_MOET: Final = {"LI": "LBody", "TOCI": "Reference", "Reference": "Link"}
_MAG_LEEG: Final = {"TD", "TH", "Lbl", "LBody"}
_STUKKEN: Final = 8
_MERK: Final = re.compile(rb"/MCID (\d+)")
_RAND: Final = re.compile(rb"/Artifact\s+<<[^>]*/Subtype\s*/(Header|Footer)\b")


def toets_boom(pdf: pikepdf.Pdf, tags: Sequence[Tag]) -> Iterator[Vondst]:
    """What is wrong with the tree `tags` of `pdf`, by code and with what fills its text."""
    for tag in tags:
        yield from _opbouw(tag)
    yield from _koppelingen(pdf, tags)
    yield from _noten(tags)
    yield from _inhoud(pdf, tags)


def _opbouw(tag: Tag) -> Iterator[Vondst]:
    def meld(wat: str) -> Vondst:
        return "controle-pdf-opbouw", {"pagina": tag.pagina, "soort": tag.soort, "wat": wat}

    vreemd = [kind for kind in tag.kinderen if kind not in _DELEN.get(tag.soort, {kind})]
    if vreemd:
        yield meld(f"bevat {vreemd[0]}")
    if tag.ouder not in _HOORT_IN.get(tag.soort, {tag.ouder}):
        yield meld(f"staat in {tag.ouder}")
    if _MOET.get(tag.soort, tag.soort) not in (*tag.kinderen, tag.soort):
        yield meld(f"heeft geen {_MOET[tag.soort]}")
    if not tag.kinderen and not tag.merken and not tag.annotaties and tag.soort not in _MAG_LEEG:
        yield meld("is leeg")
    if len(tag.merken) > _STUKKEN:
        yield meld(f"is in {len(tag.merken)} stukjes verdeeld")
    if tag.soort == "L" and "/ListNumbering" not in tag.kenmerken:
        yield meld("zegt niet hoe zij telt")
    if tag.soort == "Table" and tag.kinderen.count("THead") > 1:
        yield meld("heeft haar kop twee keer")
    if tag.soort == "Caption" and tag.ouder == "Table" and not tag.eerste:
        yield meld("staat niet voor de tabel")


def _koppelingen(pdf: pikepdf.Pdf, tags: Sequence[Tag]) -> Iterator[Vondst]:
    """A link is one element with its annotation, and each annotation is in one."""
    verbonden: set[tuple[int, int]] = set()
    for tag in (tag for tag in tags if tag.soort == "Link"):
        verbonden |= set(tag.annotaties)
        if not tag.annotaties:
            yield "controle-pdf-koppeling-los", {"pagina": tag.pagina}
    for nummer, pagina in enumerate(pdf.pages, start=1):
        for annotatie in pagina.obj.get("/Annots", []):
            if annotatie.get("/Subtype") == "/Link" and annotatie.objgen not in verbonden:
                yield "controle-pdf-koppeling-los", {"pagina": nummer}


def _noten(tags: Sequence[Tag]) -> Iterator[Vondst]:
    gezien: set[bytes] = set()
    for noot in (tag for tag in tags if tag.soort == "Note"):
        if not noot.id or noot.id in gezien:
            yield "controle-pdf-noot", {"pagina": noot.pagina}
        gezien.add(noot.id)


def _inhoud(pdf: pikepdf.Pdf, tags: Sequence[Tag]) -> Iterator[Vondst]:
    """All that is marked on a page is in the tree, once; what stands at its head and foot is marked as that, outside the tree."""
    in_boom: dict[int, list[int]] = {}
    for tag in tags:
        in_boom.setdefault(tag.pagina, []).extend(tag.merken)
    for nummer, pagina in enumerate(pdf.pages, start=1):
        getekend = pagina.Contents.read_bytes()
        if sorted(map(int, _MERK.findall(getekend))) != sorted(in_boom.get(nummer, [])):
            yield "controle-pdf-buiten-boom", {"pagina": nummer}
        if {b"Header", b"Footer"} - set(_RAND.findall(getekend)):
            yield "controle-pdf-rand", {"pagina": nummer}
