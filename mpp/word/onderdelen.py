"""The parts of a Word document around its text, and the file that holds them all."""

from __future__ import annotations

import datetime
import hashlib
import io
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from lxml import etree

from mpp import lettertypen
from mpp.word.ooxml import Element, maak, tekst, uitschrijven

KAART: Final = "customXml/item1.xml"
"""Where the map stands."""
DOCUMENT: Final = "word/document.xml"
NOTEN: Final = "word/footnotes.xml"
_MAP: Final = Path(__file__).parent / "sjablonen"
_VAST: Final = ("styles", "settings")
_SOORT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KERN: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_RELATIES: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPEN: Final = {
    DOCUMENT: f"{_WORD}.document.main+xml",
    NOTEN: f"{_WORD}.footnotes+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/header1.xml": f"{_WORD}.header+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
_LETTERS: Final = {"Regular": "embedRegular", "SemiBold": "embedBold", "Italic": "embedItalic", "SemiBoldItalic": "embedBoldItalic"}
_LETTERTYPE: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_SLUIER: Final = 32
"""So many bytes of a letter that goes along are veiled, by its key."""
_KAARTID: Final = "{6D707000-6B61-6172-7400-6D70702D3031}"
#: The oldest day that a zip can tell.
_OUDST: Final = datetime.date(1980, 1, 1)


def sectie(*, staand: bool = True, eerste: bool = False) -> Element:
    """A section: A4 on its feet or on its side, head and foot; the first page of the document has none."""
    breed, hoog = (11906, 16838) if staand else (16838, 11906)
    return maak(
        "w:sectPr",
        maak("w:headerReference", type="default", r_id="kop"),
        maak("w:footerReference", type="default", r_id="voet"),
        maak("w:type", val="nextPage"),
        maak("w:pgSz", w=breed, h=hoog, **({} if staand else {"orient": "landscape"})),
        maak("w:pgMar", top=1417, right=1417, bottom=1304, left=1417, header=720, footer=620, gutter=0),
        *([maak("w:titlePg")] if eerste else []),
    )


def kopregel(links: str, rechts: str) -> bytes:
    """The head of every page."""
    alinea = maak("w:p", maak("w:pPr", maak("w:pStyle", val="Header")), _run(links), maak("w:r", maak("w:tab")), _run(rechts))
    return uitschrijven(maak("w:hdr", alinea))


def voetregel(verklaring: str) -> bytes:
    """The foot of every page, with its number."""
    pagina = [_run("pagina "), _veld("PAGE"), _run(" van "), _veld("NUMPAGES")]
    eigenschappen = maak("w:pPr", maak("w:pStyle", val="Footer"))
    return uitschrijven(maak("w:ftr", maak("w:p", eigenschappen, _run(verklaring), maak("w:r", maak("w:tab")), *pagina)))


def voetnoten(noten: Mapping[int, Sequence[Element]]) -> bytes:
    """The notes by their number, after the two lines that Word asks for."""
    lijnen = [
        maak("w:footnote", maak("w:p", maak("w:r", maak(f"w:{lijn}"))), type=lijn, id=id)
        for id, lijn in ((-1, "separator"), (0, "continuationSeparator"))
    ]
    eigen = (maak("w:footnote", *alineas, id=nummer) for nummer, alineas in sorted(noten.items()))
    return uitschrijven(maak("w:footnotes", *lijnen, *eigen))


def nummering(lijsten: Sequence[tuple[str, int]]) -> bytes:
    """The dash of a list and, by their number from 2 on, the numbered lists."""
    streep = maak("w:abstractNum", *(_niveau(i, "bullet", 1, "–") for i in range(4)), abstractNumId=1)
    soorten = [
        maak("w:abstractNum", *(_niveau(i, soort if i == 0 else "decimal", begin, f"%{i + 1}.") for i in range(4)), abstractNumId=nr)
        for nr, (soort, begin) in enumerate(lijsten, start=2)
    ]
    nummers = [maak("w:num", maak("w:abstractNumId", val=nr), numId=nr) for nr in range(1, len(lijsten) + 2)]
    return uitschrijven(maak("w:numbering", streep, *soorten, *nummers))


def _niveau(diep: int, soort: str, begin: int, teken: str) -> Element:
    inspringen = maak("w:pPr", maak("w:ind", left=284 * (diep + 1), hanging=284))
    delen = (maak("w:start", val=begin), maak("w:numFmt", val=soort), maak("w:lvlText", val=teken), maak("w:lvlJc", val="left"))
    return maak("w:lvl", *delen, inspringen, ilvl=diep)


def eigenschappen(titel: str, onderwerp: str, dag: datetime.date, eigen: Mapping[str, str]) -> dict[str, bytes]:
    """What the document says of itself: title, subject, language, day."""
    moment = f"{dag.isoformat()}T00:00:00Z"
    tijd = "".join(f'<dcterms:{naam} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{naam}>' for naam in ("created", "modified"))
    kern = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_xml(titel)}</dc:title><dc:subject>{_xml(onderwerp)}</dc:subject><dc:creator>mpp</dc:creator>"
        f"<cp:keywords>{_xml('; '.join(f'{naam}: {waarde}' for naam, waarde in eigen.items()))}</cp:keywords>"
        f"<dc:language>nl-NL</dc:language>{tijd}</cp:coreProperties>"
    )
    app = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>mpp</Application></Properties>'
    return {"docProps/core.xml": _met_kop(kern), "docProps/app.xml": _met_kop(app)}


def letters() -> dict[str, bytes]:
    """The house's letters, that go along so that the document looks everywhere as it is meant: their table, and each cut."""
    bestanden: dict[str, bytes] = {}
    sneden = []
    for snede, naam in _LETTERS.items():
        inhoud = next(pad for pad in lettertypen.truetype() if pad.stem == f"IBMPlexSans-{snede}").read_bytes()
        sleutel = hashlib.sha256(inhoud).digest()[:16]
        veil = bytes(a ^ b for a, b in zip(inhoud[:_SLUIER], sleutel[::-1] * 2, strict=True))
        bestanden[f"word/fonts/{snede}.odttf"] = veil + inhoud[_SLUIER:]
        sneden.append(maak(f"w:{naam}", fontKey=f"{{{str(uuid.UUID(bytes=sleutel)).upper()}}}", r_id=snede))
    vorm = [maak("w:altName", val="Segoe UI"), maak("w:charset", val="00"), maak("w:family", val="swiss"), maak("w:pitch", val="variable")]
    tabel = maak("w:fonts", maak("w:font", *vorm, *sneden, name=lettertypen.FAMILIE))
    relaties = _relaties((snede, f"{_SOORT}/font", f"fonts/{snede}.odttf", False) for snede in _LETTERS)
    return {"word/fontTable.xml": uitschrijven(tabel), "word/_rels/fontTable.xml.rels": relaties, **bestanden}


def pak_in(delen: Mapping[str, bytes], beelden: Mapping[str, tuple[str, bytes]], adressen: Mapping[str, str], dag: datetime.date) -> bytes:
    """The file: its parts, its pictures (path and bytes by the id of their relation), its links; the same parts give the same bytes."""
    naar_noten = {id: adres for id, adres in adressen.items() if id.encode() in delen[NOTEN]}
    alles = {
        "[Content_Types].xml": _inhoudstypen(),
        "_rels/.rels": _relaties(
            [
                ("document", f"{_SOORT}/officeDocument", DOCUMENT, False),
                ("kern", _KERN, "docProps/core.xml", False),
                ("app", f"{_SOORT}/extended-properties", "docProps/app.xml", False),
            ]
        ),
        "customXml/_rels/item1.xml.rels": _relaties([("eigenschappen", f"{_SOORT}/customXmlProps", "itemProps1.xml", False)]),
        "customXml/itemProps1.xml": _met_kop(
            f'<ds:datastoreItem ds:itemID="{_KAARTID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
        ),
        **delen,
        **letters(),
        **{f"word/{naam}.xml": (_MAP / f"{naam}.xml").read_bytes() for naam in _VAST},
        "word/_rels/document.xml.rels": _relaties([*_van_document(), *_beelden(beelden), *_koppelingen(adressen)]),
        "word/_rels/footnotes.xml.rels": _relaties(_koppelingen(naar_noten)),
        **{f"word/{pad}": inhoud for pad, inhoud in beelden.values()},
    }
    uit = io.BytesIO()
    dag = max(dag, _OUDST)
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for pad, inhoud in alles.items():
            info = zipfile.ZipInfo(pad, (dag.year, dag.month, dag.day, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o100644 << 16
            zip_.writestr(info, inhoud)
    return uit.getvalue()


def _inhoudstypen() -> bytes:
    soorten = "".join(
        f'<Default Extension="{naam}" ContentType="{soort}"/>'
        for naam, soort in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("odttf", _LETTERTYPE),
        )
    )
    delen = "".join(f'<Override PartName="/{pad}" ContentType="{soort}"/>' for pad, soort in _TYPEN.items())
    return _met_kop(f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{soorten}{delen}</Types>')


def _van_document() -> Iterator[tuple[str, str, str, bool]]:
    for id, soort, doel in (
        *((naam, naam, f"{naam}.xml") for naam in (*_VAST, "fontTable", "numbering", "footnotes")),
        ("kop", "header", "header1.xml"),
        ("voet", "footer", "footer1.xml"),
        ("kaart", "customXml", f"../{KAART}"),
    ):
        yield id, f"{_SOORT}/{soort}", doel, False


def _beelden(beelden: Mapping[str, tuple[str, bytes]]) -> Iterator[tuple[str, str, str, bool]]:
    yield from ((id, f"{_SOORT}/image", pad, False) for id, (pad, _) in beelden.items())


def _koppelingen(adressen: Mapping[str, str]) -> Iterator[tuple[str, str, str, bool]]:
    yield from ((id, f"{_SOORT}/hyperlink", adres, True) for id, adres in adressen.items())


def _relaties(rij: Iterable[tuple[str, str, str, bool]]) -> bytes:
    wortel = etree.Element(f"{{{_RELATIES}}}Relationships", nsmap={None: _RELATIES})
    for id, soort, doel, buiten in rij:
        relatie = etree.SubElement(wortel, f"{{{_RELATIES}}}Relationship", Id=id, Type=soort, Target=doel)
        if buiten:
            relatie.set("TargetMode", "External")
    inhoud: bytes = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True)
    return inhoud


def _run(inhoud: str) -> Element:
    return maak("w:r", tekst(inhoud))


def _veld(naam: str) -> Element:
    return maak("w:fldSimple", _run("1"), instr=f" {naam} ")


def _met_kop(xml: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()


def _xml(inhoud: str) -> str:
    return inhoud.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
