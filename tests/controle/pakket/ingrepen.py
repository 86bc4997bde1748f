"""Changes in one place of a page, a chart, a workbook or a file of text.

The places are found by other readers than those of the check itself. Each gives the changed file and what was changed, or
None where the file has no such place.
"""

from __future__ import annotations

import base64
import io
import random
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from xml.parsers import expat

Uit = tuple[bytes, str] | None
Ingreep = Callable[[bytes, random.Random], Uit]

_WOORD = re.compile(r"[^\s<>&;\"]+")
_KENMERK = re.compile(r'([\w:-]+)="([^"]+)"')
_SVG = re.compile(rb"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")


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


def ander_teken(teken: str, kans: random.Random) -> str:
    keuze = "0123456789" if teken.isdigit() else "+−–%.,;:()" if not teken.isalnum() else "abcdefghijklmnoprstuvwz"
    return kans.choice([c for c in keuze if c != teken])


def html_teken(inhoud: bytes, kans: random.Random) -> Uit:
    """One letter, digit or sign that a reader sees becomes another, or goes."""
    pagina = inhoud.decode()
    plekken = [(begin + i, teken) for begin, tekst in _Plaatsen(pagina).teksten for i, teken in enumerate(tekst) if not teken.isspace()]
    begin, teken = kans.choice(plekken)
    return _om(pagina, begin, begin + 1, "" if kans.random() < 0.2 else ander_teken(teken, kans))


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
    return _om(pagina, begin + i, begin + i + 1, ander_teken(waarde[i], kans))


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
    nieuw = ander_teken(chr(inhoud[i]), kans).encode()
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


def elk(inhoud: bytes, kans: random.Random) -> Uit:
    """Any letter, digit or sign of a file of text becomes another."""
    tekst = inhoud.decode()
    i = kans.choice([i for i, c in enumerate(tekst) if not c.isspace()])
    return _om(tekst, i, i + 1, ander_teken(tekst[i], kans))


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
