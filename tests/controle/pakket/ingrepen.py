"""Changes in one place of a file of a package, of every kind: places found by other readers than those of the check itself.

Each gives the changed file and what was changed, or None where the file has no such place.
"""

from __future__ import annotations

import base64
import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from xml.parsers import expat

import pikepdf
import pypdfium2

Uit = tuple[bytes, str] | None
Ingreep = Callable[[bytes, random.Random], Uit]

_WOORD = re.compile(r"[^\s<>&;\"]+")
_KENMERK = re.compile(r'([\w:-]+)="([^"]+)"')
_SVG = re.compile(rb"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
_HEX = re.compile(rb"<([0-9a-fA-F]+)>")
_ZONDER_LEZER = frozenset(
    {"/ID", "/Headers", "/Registry", "/Ordering", "/FontFamily", "/CheckSum", "/OutputConditionIdentifier", "/Info", "/Names", "/Dest"}
)
"""Keys of texts in a PDF that nobody gets to read: names of places, of cells and of letters."""


class _Plaatsen(HTMLParser):
    """Where the texts and the tags of a page stand, by the parser of the standard library."""

    def __init__(self, pagina: str):
        super().__init__(convert_charrefs=False)
        self.regels = [0]
        for regel in pagina.splitlines(keepends=True):
            self.regels.append(self.regels[-1] + len(regel))
        self.teksten: list[tuple[int, str]] = []
        self.tags: list[tuple[int, str]] = []
        self.feed(pagina)

    def _hier(self) -> int:
        regel, kolom = self.getpos()
        return self.regels[regel - 1] + kolom

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None and data.strip():
            self.teksten.append((self._hier(), data))

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append((self._hier(), self.get_starttag_text() or ""))


def _om(tekst: str, begin: int, eind: int, nieuw: str) -> tuple[bytes, str]:
    uit = tekst[:begin] + nieuw + tekst[eind:]
    return uit.encode(), f"{tekst[max(0, begin - 30) : eind + 20]!r} -> {nieuw!r}"


def _ander_teken(teken: str, kans: random.Random) -> str:
    keuze = "0123456789" if teken.isdigit() else "+−–%.,;:()" if not teken.isalnum() else "abcdefghijklmnoprstuvwz"
    return kans.choice([c for c in keuze if c != teken])


def html_teken(inhoud: bytes, kans: random.Random) -> Uit:
    """One letter, digit or sign that a reader sees becomes another, or goes."""
    pagina = inhoud.decode()
    plekken = [(begin + i, teken) for begin, tekst in _Plaatsen(pagina).teksten for i, teken in enumerate(tekst) if not teken.isspace()]
    begin, teken = kans.choice(plekken)
    return _om(pagina, begin, begin + 1, "" if kans.random() < 0.2 else _ander_teken(teken, kans))


def html_woord(inhoud: bytes, kans: random.Random) -> Uit:
    """One word becomes another word of the same page: a unit, a label, a year, a number, a sign."""
    pagina = inhoud.decode()
    plekken = [(begin + m.start(), m[0]) for begin, tekst in _Plaatsen(pagina).teksten for m in _WOORD.finditer(tekst)]
    begin, woord = kans.choice(plekken)
    return _om(pagina, begin, begin + len(woord), kans.choice(sorted({ander for _, ander in plekken} - {woord})))


def html_kenmerk(inhoud: bytes, kans: random.Random) -> Uit:
    """One letter of an attribute becomes another: of an origin, a label, an address, a class; the width of a column tells nothing."""
    pagina = inhoud.decode()
    plekken = [
        (begin + m.start(2), m[2])
        for begin, tag in _Plaatsen(pagina).tags
        for m in _KENMERK.finditer(tag)
        if not m[2].startswith("data:image") and not tag.startswith("<col ")
    ]
    begin, waarde = kans.choice(plekken)
    i = kans.randrange(len(waarde))
    return _om(pagina, begin + i, begin + i + 1, _ander_teken(waarde[i], kans))


def html_erbij(inhoud: bytes, kans: random.Random) -> Uit:
    """Something is written that no page of ours has: a number that is drawn by the browser, a field, a frame, hidden words."""
    pagina = inhoud.decode()
    begin = kans.choice([begin + len(tag) for begin, tag in _Plaatsen(pagina).tags if tag.startswith(("<p", "<td", "<li", "<main", "<h2"))])
    stuk = kans.choice(
        [
            '<style>p::after{content:"99.999"}</style>',
            '<input value="99.999">',
            '<iframe srcdoc="99.999 zaken"></iframe>',
            '<ol start="4"><li>zaken</li></ol>',
            "<sup>1</sup>",
            "<b hidden>12</b>",
            "zeventigduizend ",
            "<script>document.write(99)</script>",
            '<svg><text y="20">99.999</text></svg>',
            '<span title="99.999"></span>',
        ]
    )
    return _om(pagina, begin, begin, stuk)


def xml_deel(inhoud: bytes, kans: random.Random) -> Uit:
    """One letter or digit in a text or an attribute of an XML file becomes another: what is written, and where it is drawn."""
    begin: list[int] = []
    lezer = expat.ParserCreate()
    lezer.StartElementHandler = lambda naam, kenmerken: begin.append(lezer.CurrentByteIndex) if kenmerken else None
    lezer.CharacterDataHandler = lambda tekst: begin.append(lezer.CurrentByteIndex) if tekst.strip() else None
    lezer.Parse(inhoud, True)
    plek = kans.choice(begin)
    stuk = inhoud[plek : inhoud.find(b">", plek)] if inhoud[plek : plek + 1] == b"<" else inhoud[plek : inhoud.find(b"<", plek)]
    tekens = [plek + m.start() for m in re.finditer(rb"[0-9a-zA-Z]", stuk) if inhoud[plek : plek + 1] != b"<" or b'"' in stuk[: m.start()]]
    if not tekens:
        return None
    i = kans.choice(tekens)
    nieuw = _ander_teken(chr(inhoud[i]), kans).encode()
    return inhoud[:i] + nieuw + inhoud[i + 1 :], f"{inhoud[max(0, i - 40) : i + 20]!r} -> {nieuw!r}"


def grafiek(inhoud: bytes, kans: random.Random) -> Uit:
    """The same in a chart, in a file of its own or within a page."""
    if inhoud.lstrip().startswith(b"<?xml"):
        return xml_deel(inhoud, kans)
    if not (beelden := list(_SVG.finditer(inhoud))):
        return None
    beeld = kans.choice(beelden)
    if (nieuw := xml_deel(base64.b64decode(beeld[1]), kans)) is None:
        return None
    return inhoud[: beeld.start(1)] + base64.b64encode(nieuw[0]) + inhoud[beeld.end(1) :], nieuw[1]


def _bewaar(pdf: pikepdf.Pdf) -> bytes:
    uit = io.BytesIO()
    pdf.save(uit)
    return uit.getvalue()


def _gezien(inhoud: bytes, nr: int) -> str:
    """What pdfium reads on a page."""
    document = pypdfium2.PdfDocument(inhoud)
    tekst: str = document[nr].get_textpage().get_text_range()
    return tekst


def pdf_teken(inhoud: bytes, kans: random.Random) -> Uit:
    """One letter, digit or sign on a page becomes another that the page has, so that pdfium reads something else there."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        nr = kans.randrange(len(pdf.pages))
        stroom = pdf.pages[nr].Contents.read_bytes()
        letter, per_letter = "", dict[str, list[tuple[int, bytes]]]()
        hexen = iter(_HEX.finditer(stroom))
        for operanden, opdracht in pikepdf.parse_content_stream(pdf.pages[nr]):
            if str(opdracht) == "Tf":
                letter = str(operanden[0])
            elif str(opdracht) == "TJ":
                for stuk in operanden[0]:
                    if isinstance(stuk, pikepdf.String) and len(bytes(stuk)):
                        plek = next(hexen)
                        codes = [(plek.start(1) + i, plek[1][i : i + 4]) for i in range(0, len(plek[1]), 4)]
                        per_letter.setdefault(letter, []).extend(codes)
        plekken = [(naam, *plek) for naam, codes in per_letter.items() for plek in codes]
        voor = _gezien(inhoud, nr)
        for _ in range(20):
            naam, plaats, code = kans.choice(plekken)
            nieuw = kans.choice([ander for _, ander in per_letter[naam]])
            pdf.pages[nr].Contents = pdf.make_stream(stroom[:plaats] + nieuw + stroom[plaats + 4 :])
            if "".join(_gezien(uit := _bewaar(pdf), nr).split()) != "".join(voor.split()):
                return uit, f"pagina {nr + 1}: glyph {code.decode()} -> {nieuw.decode()}"
    return None


def _reeksen(ding: pikepdf.Object, pad: str = "") -> Iterator[tuple[pikepdf.Object, str | int, str]]:
    """Every text in an object, with what holds it and its key."""
    paren = (
        ding.items()
        if isinstance(ding, pikepdf.Dictionary | pikepdf.Stream)
        else enumerate(ding)
        if isinstance(ding, pikepdf.Array)
        else ()
    )
    for sleutel, waarde in list(paren):
        naam = sleutel if isinstance(sleutel, str) else pad
        if isinstance(waarde, pikepdf.String):
            yield ding, sleutel, naam
        elif isinstance(waarde, pikepdf.Object) and not waarde.is_indirect:
            yield from _reeksen(waarde, naam)


def pdf_gegeven(inhoud: bytes, kans: random.Random) -> Uit:
    """One letter in a text of a PDF beside its pages becomes another: a title, a bookmark, an alternative text, a date."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        plekken = [plek for ding in pdf.objects for plek in _reeksen(ding) if plek[2] not in _ZONDER_LEZER and str(plek[0][plek[1]])]
        if kans.random() < 0.1:
            xmp = pdf.Root.Metadata.read_bytes().decode()
            plaatsen = [m.start(1) + i for m in re.finditer(r">([^<>]*\w[^<>]*)<", xmp) for i, c in enumerate(m[1]) if c.isalnum()]
            i = kans.choice(plaatsen)
            nieuw = xmp[:i] + _ander_teken(xmp[i], kans) + xmp[i + 1 :]
            pdf.Root.Metadata.write(nieuw.encode())
            return _bewaar(pdf), f"XMP {xmp[i - 20 : i + 5]!r} -> {nieuw[i - 20 : i + 5]!r}"
        ding, sleutel, naam = kans.choice(plekken)
        oud = str(ding[sleutel])
        i = kans.choice([i for i, c in enumerate(oud) if not c.isspace()])
        tekst = oud[:i] + _ander_teken(oud[i], kans) + oud[i + 1 :]
        ding[sleutel] = pikepdf.String(tekst)
        return _bewaar(pdf), f"{naam}: {oud[:60]!r} -> {tekst[:60]!r}"


def _letter() -> pikepdf.Dictionary:
    return pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)


def _vorm(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    vorm = pdf.make_stream(b"BT /F 20 Tf 2 5 Td (99.999) Tj ET")
    vorm.Type, vorm.Subtype, vorm.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 200, 40]
    vorm.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=_letter()))
    return vorm


def pdf_erbij(inhoud: bytes, kans: random.Random) -> Uit:
    """Something is put on a page or in the file that no PDF of ours has, or a page goes, comes twice or moves."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        nr = kans.randrange(len(pdf.pages))
        pagina = pdf.pages[nr]
        stroom = pagina.Contents.read_bytes()
        wat = kans.choice(["letters", "vorm", "stempel", "vervangtekst", "vervangend merk", "paginanaam", "dubbel", "weg", "verf"])
        if wat == "letters":
            pagina.Resources.Font["/Zz"] = _letter()
            pagina.Contents = pdf.make_stream(stroom + b"\nq BT /Zz 30 Tf 100 400 Td (99.999 zaken) Tj ET Q\n")
        elif wat == "vorm":
            pagina.Resources.XObject["/Zx"] = _vorm(pdf)
            pagina.Contents = pdf.make_stream(stroom + b"\nq /Zx Do Q\n")
        elif wat == "stempel":
            soort = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[100, 400, 300, 440], F=4)
            soort.AP = pikepdf.Dictionary(N=_vorm(pdf))
            pagina.obj["/Annots"] = pikepdf.Array([*pagina.obj.get("/Annots", []), pdf.make_indirect(soort)])
        elif wat == "vervangtekst":
            element = kans.choice([d for d in pdf.objects if isinstance(d, pikepdf.Dictionary) and d.get("/Type") == "/StructElem"])
            element["/ActualText"] = pikepdf.String("99.999 zaken")
        elif wat == "vervangend merk":
            pagina.Contents = pdf.make_stream(
                stroom.replace(b"BT\n", b"/Span <</ActualText (99.999)>> BDC\nBT\n", 1).replace(b"ET\n", b"ET\nEMC\n", 1)
            )
        elif wat == "paginanaam":
            pdf.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.D, St=40)])
        elif wat == "dubbel":
            pdf.pages.append(pagina)
        elif wat == "verf":
            figuur = stroom.find(b"/Figure")
            lijnen = [m for m in re.finditer(rb"(?m)^[\d.]+ [\d.]+ l$", stroom) if 0 <= figuur < m.start()]
            if not lijnen:
                return None
            plek = kans.choice(lijnen).start()
            pagina.Contents = pdf.make_stream(stroom[:plek] + b"1" + stroom[plek:])
        else:
            del pdf.pages[nr]
        return _bewaar(pdf), f"pagina {nr + 1}: {wat}"


def elk(inhoud: bytes, kans: random.Random) -> Uit:
    """Any letter, digit or sign of a file of text becomes another."""
    tekst = inhoud.decode()
    i = kans.choice([i for i, c in enumerate(tekst) if not c.isspace()])
    return _om(tekst, i, i + 1, _ander_teken(tekst[i], kans))


def werkboek(inhoud: bytes, kans: random.Random) -> Uit:
    """One letter or digit in any part of a workbook becomes another."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        delen = {naam: zip_.read(naam) for naam in zip_.namelist()}
    naam = kans.choice(sorted(delen))
    if (anders := xml_deel(delen[naam], kans)) is None:
        return None
    delen[naam] = anders[0]
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for deel, tekst in delen.items():
            zip_.writestr(deel, tekst)
    return uit.getvalue(), f"{naam}: {anders[1]}"
