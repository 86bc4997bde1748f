"""What a PDF must hold and veraPDF does not look at: headers of cells, names of links, the words on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from mpp.controle.boomregels import Vondst, toets_boom
from mpp.controle.paginatekst import paginateksten
from mpp.controle.tagboom import Tag, tagboom
from mpp.controle.uitslag import Uitslag
from mpp.controle.verwacht import Verwacht
from mpp.problemen import probleem

if TYPE_CHECKING:
    import pikepdf

TOETS = "PDF"
_LETTER = "IBM-Plex-Sans"


def toets(naam: str, inhoud: bytes, verwacht: Verwacht) -> Uitslag:
    """Check the PDF `inhoud`, called `naam` in messages."""
    import pikepdf

    with pikepdf.open(BytesIO(inhoud)) as pdf:
        tags = list(tagboom(pdf))
        vondsten = [
            *_metagegevens(pdf),
            *_letters(pdf),
            *_koppelingen(pdf),
            *_bijlagen(pdf),
            *_structuur(tags, "/Outlines" in pdf.Root),
            *toets_boom(pdf, tags),
            *_paginaregels(pdf, verwacht),
        ]
    return Uitslag(TOETS, tuple(probleem(code, bestand=naam, **gegevens) for code, gegevens in vondsten))


def _metagegevens(pdf: pikepdf.Pdf) -> Iterator[Vondst]:
    wortel = pdf.Root
    with pdf.open_metadata() as xmp:
        titel = xmp.get("dc:title")
        gevonden = {
            "taal": str(wortel.get("/Lang", "")),
            "titel": str(pdf.docinfo.get("/Title", "")),
            "titel in de XMP-metadata": titel or "",
            "PDF/UA": xmp.get("pdfuaid:part"),
            "PDF/A": f"{xmp.get('pdfaid:part')}{xmp.get('pdfaid:conformance')}",
            "gemarkeerd als toegankelijk": _aan(wortel, "/MarkInfo", "/Marked"),
            "titel in de vensterbalk": _aan(wortel, "/ViewerPreferences", "/DisplayDocTitle"),
            "kenmerk": "/ID" in pdf.trailer,
            "tabvolgorde": all(str(pagina.obj.get("/Tabs")) == "/S" for pagina in pdf.pages),
        }
    eisen = {"PDF/UA": "1", "PDF/A": "3A", "titel in de XMP-metadata": gevonden["titel"]}
    for veld, waarde in gevonden.items():
        if not waarde or (veld in eisen and waarde != eisen[veld]):
            yield "controle-pdf-metagegevens", {"veld": veld, "gevonden": waarde or "niets"}


def _aan(wortel: Any, groep: str, schakelaar: str) -> bool:
    return groep in wortel and bool(wortel[groep].get(schakelaar, False))


def _letters(pdf: pikepdf.Pdf) -> Iterator[Vondst]:
    for ding in pdf.objects:
        if getattr(ding, "_type_name", "") != "dictionary" or ding.get("/Type") != "/FontDescriptor":
            continue
        naam = str(ding.FontName).lstrip("/").split("+")[-1]
        ingesloten = any(sleutel in ding for sleutel in ("/FontFile", "/FontFile2", "/FontFile3"))
        if not ingesloten or not naam.startswith(_LETTER):
            yield "controle-pdf-letter", {"letter": naam}


def _koppelingen(pdf: pikepdf.Pdf) -> Iterator[Vondst]:
    for nummer, pagina in enumerate(pdf.pages, start=1):
        for annotatie in pagina.obj.get("/Annots", []):
            if annotatie.get("/Subtype") != "/Link":
                continue
            naam = str(annotatie.get("/Contents", ""))
            if not naam.strip() or naam == str(annotatie.get("/Dest", "")) or "/StructParent" not in annotatie:
                yield "controle-pdf-koppeling", {"pagina": nummer, "naam": naam or "niets"}


def _bijlagen(pdf: pikepdf.Pdf) -> Iterator[Vondst]:
    aangemeld = [bijlage for bijlage in pdf.Root.get("/AF", []) if str(bijlage.get("/AFRelationship")) == "/Data"]
    namen = {str(bijlage.UF) for bijlage in aangemeld}
    for naam in pdf.attachments:
        if naam not in namen:
            yield "controle-pdf-bijlage", {"bijlage": naam}


def _structuur(tags: list[Tag], bladwijzers: bool) -> Iterator[Vondst]:
    koppen = [tag for tag in tags if re.fullmatch(r"H[1-6]", tag.soort)]
    if koppen and not bladwijzers:
        yield "controle-pdf-bladwijzers", {}
    for vorige, kop in zip([0] + [int(kop.soort[1]) for kop in koppen], koppen, strict=False):
        if int(kop.soort[1]) > vorige + 1:
            yield "controle-pdf-kopsprong", {"van": vorige, "naar": kop.soort[1], "pagina": kop.pagina}
    sleutels = {tag.id for tag in tags if tag.soort == "TH"}
    for tag in tags:
        match tag.soort:
            case "Figure" if not tag.alt.strip() or not _past(tag):
                yield "controle-pdf-figuur", {"pagina": tag.pagina, "alt": tag.alt or "geen"}
            case "TH" if "/Scope" not in tag.kenmerken:
                yield "controle-pdf-tabelkop", {"pagina": tag.pagina, "wat": "een kopcel zonder richting"}
            case "TD" if not tag.in_tabelkop and not tag.koppen:
                yield "controle-pdf-tabelkop", {"pagina": tag.pagina, "wat": "een cel zonder kop"}
            case "TD" if not set(tag.koppen) <= sleutels:
                yield "controle-pdf-tabelkop", {"pagina": tag.pagina, "wat": "een cel met een kop die er niet is"}


def _past(figuur: Tag) -> bool:
    """Whether the figure's box lies on its page."""
    if "/BBox" not in figuur.kenmerken:
        return False
    links, onder, rechts, boven = (float(maat) for maat in figuur.kenmerken["/BBox"])
    breedte, hoogte = figuur.paginamaat
    return -1 <= links < rechts <= breedte + 1 and -1 <= onder < boven <= hoogte + 1


def _paginaregels(pdf: pikepdf.Pdf, verwacht: Verwacht) -> Iterator[Vondst]:
    for nummer, tekst in enumerate(paginateksten(pdf), start=1):
        for regel in (*verwacht.regels, f"pagina {nummer} van {len(pdf.pages)}"):
            if regel not in tekst:
                yield "controle-pdf-paginaregel", {"pagina": nummer, "tekst": regel}
