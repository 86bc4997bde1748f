"""Opening a Word document that came back: only one of ours, whole, of this edition and these parameters."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from mpp.inpakken import ONLEESBAAR
from mpp.problemen import Fout, Probleem, probleem
from mpp.problemen.waarom import Onbruikbaar, waarom_niet
from mpp.word.kaart import RUIMTE, GeenKaart, Kaart
from mpp.word.onderdelen import DOCUMENT, NOTEN
from mpp.word.ooxml import Element

if TYPE_CHECKING:
    from mpp.parameters import Parameterset

_GROOTST: Final = 400_000_000
"""A document unpacks to no more bytes than this; whatever does, was not made to be read."""
_OPMERKINGEN: Final = "word/comments.xml"
_DRADEN: Final = "word/commentsExtended.xml"


@dataclass(frozen=True)
class Document:
    """A document that came back: its name, its map, and the roots of its parts; a part that is not there is None."""

    naam: str
    kaart: Kaart
    tekst: Element
    noten: Element | None
    opmerkingen: Element | None
    draden: Element | None


def open_document(pad: Path, ps: Parameterset) -> Document:
    """The document at `pad`. Raises Fout when it cannot be read, is none of ours, or is of another edition or other parameters."""
    try:
        delen = _delen(pad)
        bomen = {naam: _boom(delen[naam]) for naam in (DOCUMENT, NOTEN, _OPMERKINGEN, _DRADEN) if naam in delen}
    except (*ONLEESBAAR, etree.XMLSyntaxError) as fout:
        raise Fout([probleem("review-onleesbaar", bestand=pad, reden=waarom_niet(fout))]) from None
    if DOCUMENT not in bomen:
        raise Fout([probleem("review-geen-word", bestand=pad)])
    kaart = _kaart(pad, delen)
    if problemen := list(_andere_editie(pad, kaart, ps)):
        raise Fout(problemen)
    return Document(pad.name, kaart, bomen[DOCUMENT], bomen.get(NOTEN), bomen.get(_OPMERKINGEN), bomen.get(_DRADEN))


def _delen(pad: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(pad) as zip_:
        if sum(info.file_size for info in zip_.infolist()) > _GROOTST:
            raise Onbruikbaar("het bestand is uitgepakt te groot")
        return {info.filename: zip_.read(info) for info in zip_.infolist() if info.filename.endswith(".xml")}


def _boom(inhoud: bytes) -> Element:
    return etree.fromstring(inhoud, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _kaart(pad: Path, delen: dict[str, bytes]) -> Kaart:
    for naam, inhoud in sorted(delen.items()):
        if naam.startswith("customXml/item") and RUIMTE.encode() in inhoud:
            try:
                return Kaart.lees(inhoud)
            except GeenKaart:
                raise Fout([probleem("review-kaart", bestand=pad)]) from None
    raise Fout([probleem("review-niet-van-ons", bestand=pad)])


def _andere_editie(pad: Path, kaart: Kaart, ps: Parameterset) -> list[Probleem]:
    if kaart.editie != ps.editie.id:
        return [probleem("review-andere-editie", bestand=pad, gevonden=kaart.editie, verwacht=ps.editie.id)]
    if kaart.parameters != ps.hash:
        return [probleem("review-andere-parameters", bestand=pad, gevonden=kaart.parameters[:16], verwacht=ps.hash[:16])]
    return []
