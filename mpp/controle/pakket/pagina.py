"""A page of HTML as a reader gets it: its texts block by block, and each number in them held against its name or its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mpp.controle.pakket.benoemd import Benoemd
from mpp.controle.pakket.tekens import Teken, getallen, heeft_getal, zin
from mpp.controle.pakket.verslag import Verslag
from mpp.controle.pakket.webtekst import BLOKKEN
from mpp.taal.voorbehoud import ongezegd

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from mpp.controle.pakket.nummering import Nummering

_ONGELEZEN: Final = frozenset({"script", "style", "svg"})
_GETELD: Final = frozenset({"kopnummer", "verwijzing", "footnote-ref", "footnote-back", "naam"})
"""Numbers that follow from the structure of the document, and are held against that."""
_BIJSCHRIFT: Final = re.compile(r"(?:Figuur|Tabel)\s(?:(?:[A-Z]|\d+)\.)?\d+(?=:)")
_KENMERKEN: Final = ("title", "aria-label", "aria-description", "content", "placeholder", "summary")
_VENSTER: Final = "width=device-width, initial-scale=1"


@dataclass(frozen=True)
class Deel:
    """A stretch of a block's text that an element of its own holds: a computed number, a name, a reference."""

    begin: int
    eind: int
    element: HtmlElement


@dataclass(frozen=True)
class Blok:
    """The text of one block, with the elements in it that say where a part comes from."""

    tekst: str
    delen: tuple[Deel, ...]
    element: HtmlElement

    def deel(self, teken: Teken) -> Deel | None:
        """The element that holds a number, if any."""
        return next((d for d in self.delen if d.begin <= teken.plaats and teken.eind <= d.eind), None)

    def open(self, plaats: int) -> tuple[int, int]:
        """The stretch around `plaats` that no such element holds."""
        begin = max((d.eind for d in self.delen if d.eind <= plaats), default=0)
        return begin, min((d.begin for d in self.delen if d.begin > plaats), default=len(self.tekst))


def blokken(element: HtmlElement) -> Iterator[Blok]:
    """Every block of text in `element`, in order of beginning; of nested blocks each its own text."""
    stukken: list[str] = []
    delen: list[Deel] = []
    binnen: list[HtmlElement] = []

    def lees(e: HtmlElement, in_deel: bool) -> None:
        stukken.append(e.text or "")
        for kind in e:
            if isinstance(kind.tag, str) and kind.tag not in _ONGELEZEN:
                if kind.tag in BLOKKEN:
                    stukken.append(" ")
                    binnen.append(kind)
                else:
                    eigen = not in_deel and (kind.get("data-bron") is not None or bool(klassen(kind) & _GETELD))
                    begin = sum(map(len, stukken))
                    lees(kind, in_deel or eigen)
                    if eigen:
                        delen.append(Deel(begin, sum(map(len, stukken)), kind))
            stukken.append(kind.tail or "")

    lees(element, False)
    tekst = "".join(stukken)
    if element.get("data-bron") is not None:
        delen = [Deel(0, len(tekst), element)]
    yield Blok(tekst, tuple(delen), element)
    for kind in binnen:
        yield from blokken(kind)


def klassen(element: HtmlElement) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((element.get("class") or "").split())


class Paginalezer:
    """Accounts for the numbers on pages."""

    def __init__(self, benoemd: Benoemd):
        self.benoemd, self.bronnen = benoemd, benoemd.bronnen

    def lees(self, boom: HtmlElement, verslag: Verslag, nummers: Nummering) -> None:
        """Account for every number of one page, with the numbering of its document; texts of charts are held against the charts."""
        for blok in blokken(boom):
            self._blok(blok, verslag, nummers)
        for fout in ongezegd(boom, self.benoemd.narekening.u.ps):
            verslag.fout("pakket-voorbehoud", 0, **fout.gegevens)
        for element in boom.iter():
            if isinstance(element.tag, str) and element.tag not in _ONGELEZEN:
                for kenmerk in _KENMERKEN:
                    if tekst := element.get(kenmerk):
                        self._kenmerk(kenmerk, tekst, element, verslag)

    def _blok(self, blok: Blok, verslag: Verslag, nummers: Nummering) -> None:
        benoemd = [deel for deel in blok.delen if deel.element.get("data-bron") is not None]
        if not benoemd and not heeft_getal(blok.tekst):
            return
        redenen: dict[HtmlElement, str] = {}
        los = self.bronnen.zonder_indicatoren(blok.tekst) if blok.element.find(".//data") is None else blok.tekst
        genoemd = self.bronnen.genoemd(blok.tekst)
        if bijschrift := _BIJSCHRIFT.match(blok.tekst.strip()):
            begin = blok.tekst.index(bijschrift[0])
            genoemd.append((begin, begin + len(bijschrift[0])) if blok.element in nummers.goed else (0, 0))
        for naam in benoemd:
            tekst = blok.tekst[naam.begin : naam.eind]
            if not any(True for _ in getallen(tekst)):
                if reden := self._herleid(naam.element, tekst):
                    verslag.los(" ".join(tekst.split()), _plek(blok.element), zin(blok.tekst, naam.begin), reden)
                elif "woord" in klassen(naam.element):
                    verslag.goed()
        for teken in getallen(blok.tekst):
            deel = blok.deel(teken)
            if blok.element in nummers.fout:
                reden = "de getallen eronder zijn van een ander jaar"
            elif deel and deel.element.get("data-bron") is not None:
                if deel.element not in redenen:
                    redenen[deel.element] = self._herleid(deel.element, blok.tekst[deel.begin : deel.eind])
                reden = redenen[deel.element]
            elif deel:
                klopt = deel.element in nummers.goed or self._is_bronsleutel(deel.element)
                reden = "" if klopt else "het klopt niet met de nummering van het document"
            elif (
                any(begin <= teken.plaats and teken.eind <= eind for begin, eind in genoemd)
                or (blok.element.tag == "th" and blok.element in nummers.goed)
                or (los[teken.plaats] == " " and not _in_rij(blok.element))
                or self.bronnen.verklaard(blok.tekst, teken.plaats, teken.eind, blok.open(teken.plaats))
            ):
                reden = ""
            else:
                reden = "het is niet berekend, en geen datum, wet of naam die zo in een bron staat"
            if reden:
                verslag.los(teken.tekst, _plek(blok.element), zin(blok.tekst, teken.plaats), reden)
            else:
                verslag.goed()

    def _is_bronsleutel(self, element: HtmlElement) -> bool:
        """Whether it is the place where a source is named by its key."""
        sleutel = element.text_content()
        return element.get("id") == f"bron-{sleutel}" and sleutel in self.benoemd.narekening.u.ps.bronnen

    def _herleid(self, element: HtmlElement, tekst: str) -> str:
        bron, tekst = element.get("data-bron") or "", " ".join(tekst.split())
        if element.tag != "data":
            return self.benoemd.namen.toets(tekst, bron)
        try:
            op = float(element.get("data-afronding") or "")
        except ValueError:
            return "er staat niet bij hoe het is afgerond"
        if "woord" in klassen(element):
            return self.benoemd.woord(tekst, bron, op, element.get("value") or "")
        in_tabel = element.getparent().tag == "td"
        return self.benoemd.getal(tekst, bron, element.get("data-sleutel") or "", op, element.get("value") or "", in_tabel=in_tabel)

    def _kenmerk(self, kenmerk: str, tekst: str, element: HtmlElement, verslag: Verslag) -> None:
        aantal = sum(1 for _ in getallen(tekst))
        if not aantal:
            return
        if tekst == _VENSTER:
            verslag.goed(aantal)
            return
        if kenmerk == "aria-label" and self._herhaalt(tekst, element):
            verslag.goed(aantal)
            return
        grenzen = (0, len(tekst))
        genoemd = self.bronnen.genoemd(tekst)
        for teken in getallen(tekst):
            if any(b <= teken.plaats and teken.eind <= e for b, e in genoemd) or self.bronnen.verklaard(
                tekst, teken.plaats, teken.eind, grenzen
            ):
                verslag.goed()
            else:
                verslag.los(teken.tekst, f"{kenmerk} van {element.tag}", zin(tekst, teken.plaats), "het is niet na te rekenen")

    @staticmethod
    def _herhaalt(tekst: str, element: HtmlElement) -> bool:
        """Whether a name for who listens repeats the number that stands in the element: of its table or of its note."""
        binnen = " ".join(element.text_content().split())
        if re.fullmatch(r"Tabel (?:[A-Z]|\d+)\.\d+", tekst.replace("\u00a0", " ")):
            return any(" ".join(b.text_content().split()).startswith(f"{tekst}:".replace("\u00a0", " ")) for b in element.iter("caption"))
        if treffer := re.fullmatch(r"Noot (\d+)", tekst):
            return binnen == treffer[1]
        if treffer := re.fullmatch(r"Terug naar de tekst bij noot (\d+)", tekst):
            rij = element.xpath("ancestor::li[1]")
            return bool(rij) and len(rij[0].xpath("preceding-sibling::li")) + 1 == int(treffer[1])
        return False


def _in_rij(element: HtmlElement) -> bool:
    """Whether it heads a row of computed numbers: then it should name what they are of."""
    return bool(element.tag == "th" and element.getparent().find(".//data") is not None)


def _plek(element: HtmlElement) -> str:
    kop = element.xpath("(ancestor-or-self::section | ancestor::article)[last()]/*[self::h1 or self::h2 or self::h3]")
    return " ".join(kop[0].text_content().split()) if kop else str(element.tag)
