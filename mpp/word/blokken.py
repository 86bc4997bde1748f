"""The blocks of a chapter as those of Word: headings, paragraphs, lists, boxes, charts, tables, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml.html import HtmlElement

from mpp.render.bronregels import IN_DE_REGEL, Herkomst, tekstblokken
from mpp.word.alineas import Alineas
from mpp.word.beelden import tekening
from mpp.word.kaart import Soort
from mpp.word.ooxml import Element, maak, q
from mpp.word.stukken import stukken
from mpp.word.tabellen import BREED, BREED_LIGGEND, tabel

if TYPE_CHECKING:
    from mpp.pdf.beeldpunten import Beeldpunten

_TWIPS: Final = 20
_NUMMERING: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass
class Blokken:
    """Makes the body of the document, chapter after chapter, and the notes by their number.

    `lijsten` are the numbered lists: the kind of number and the first one, by the id of their numbering from 2 on.
    """

    alineas: Alineas
    beelden: Mapping[str, Beeldpunten]
    sectie: Callable[[bool], Element]
    noten: dict[str, list[Element]] = field(default_factory=dict)
    lijsten: list[tuple[str, int]] = field(default_factory=list)
    relaties: dict[str, str] = field(default_factory=dict)
    _herkomst: dict[HtmlElement, Herkomst] = field(default_factory=dict)
    _labels: list[str] = field(default_factory=list)
    _na_tabel: bool = False
    _laatste_tabel: Element = None
    _klein: bool = False
    _breed: int = BREED

    def hoofdstuk(self, boom: HtmlElement, label: str, herkomst: tuple[Herkomst, ...], *, bijlage: bool, nieuw: bool) -> list[Element]:
        """The blocks of a chapter, of which each text knows its source; `nieuw` begins a page."""
        self._herkomst = dict(zip(tekstblokken(boom), herkomst, strict=True))
        self._labels, self._klein = [label], bijlage
        blokken = list(self._kinderen(boom, "BodyText", 0))
        if nieuw:
            blokken[0][0].insert(1, maak("w:pageBreakBefore"))
        return blokken

    def _kinderen(self, element: HtmlElement, stijl: str, diep: int) -> Iterator[Element]:
        for kind in element:
            yield from self._blok(kind, stijl, diep)

    def _blok(self, element: HtmlElement, stijl: str, diep: int) -> Iterator[Element]:
        klassen = element.get("class", "").split()
        match element.tag:
            case "section" if element.get("id", "").endswith("footnotes"):
                self._noten(element)
            case "section":
                self._labels.append(element.get("id", ""))
                yield from self._kinderen(element, stijl, diep)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                yield self._alinea(element, f"Heading{element.tag[1]}", "kop")
            case "p":
                yield self._alinea(element, stijl, "punt" if diep else "alinea", inspringen=diep)
            case "ul" | "ol":
                yield from self._lijst(element, diep + 1)
            case "figure":
                yield from self._figuur(element)
            case "table":
                yield from self._tabel(element)
            case "blockquote":
                yield from self._kinderen(element, "Quote", diep)
            case "pre" | "dt" | "dd":
                yield self._alinea(element, {"pre": "Code", "dt": "Begrip", "dd": "Omschrijving"}[element.tag], "alinea")
            case "div" if "callout" in klassen:
                yield from self._kinderen(element, "Kader", diep)
            case "div" if "callout-titel" in klassen:
                yield self._alinea(element, "Kadertitel", "kop")
            case "div" if "voetregel" in klassen:
                self._houd_bijeen()
                yield from self._kinderen(element, "Voetregel", diep)
            case "div" if "liggend" in klassen:
                yield from self._liggend(element, stijl, diep)
            case "div" if "pagina-einde" in klassen:
                yield maak("w:p", maak("w:r", maak("w:br", type="page")))
            case _:
                if element.get("id", "").startswith("tbl-"):
                    self._labels.append(element.get("id"))
                yield from self._kinderen(element, stijl, diep)

    def _alinea(self, element: HtmlElement, stijl: str, soort: Soort, *, inspringen: int = 0, vorm: tuple[Element, ...] = ()) -> Element:
        eigenschappen = [*vorm]
        if self._na_tabel and soort != "cel" and stijl == "BodyText":
            eigenschappen.append(maak("w:spacing", before=200))
        if inspringen and not vorm:
            eigenschappen.append(maak("w:ind", left=284 * inspringen))
        if soort != "cel":
            self._na_tabel = False
        labels, self._labels = self._labels, []
        herkomst = self._herkomst.get(element, ())
        return self.alineas.maak(stukken(element), stijl, soort, herkomst, labels=labels, eigenschappen=eigenschappen)

    def _lijst(self, lijst: HtmlElement, diep: int) -> Iterator[Element]:
        nummer = 1
        if lijst.tag == "ol":
            self.lijsten.append((_NUMMERING.get(lijst.get("type", "1"), "decimal"), int(lijst.get("start", "1"))))
            nummer = len(self.lijsten) + 1
        punt = maak("w:numPr", maak("w:ilvl", val=diep - 1), maak("w:numId", val=nummer))
        for item in lijst.iterchildren("li"):
            eerste = True
            if (item.text or "").strip() or (len(item) and item[0].tag in IN_DE_REGEL):
                yield self._alinea(item, "ListBullet", "punt", vorm=(punt.__copy__(),))
                eerste = False
            for kind in item:
                if kind.tag == "p":
                    vorm = (punt.__copy__(),) if eerste else ()
                    yield self._alinea(kind, "ListBullet" if eerste else "ListContinue", "punt", inspringen=diep, vorm=vorm)
                    eerste = False
                elif kind.tag not in IN_DE_REGEL:
                    yield from self._blok(kind, "ListContinue", diep)

    def _figuur(self, figuur: HtmlElement) -> Iterator[Element]:
        bijschrift = figuur.find("figcaption")
        herkomst = self._herkomst.get(bijschrift, ()) if bijschrift is not None else ()
        for img in figuur.iter("img"):
            naam = img.get("src")
            relatie = self.relaties.setdefault(naam, f"beeld{len(self.relaties) + 1}")
            beeld = tekening(self.beelden[naam], len(self.alineas.kaart) + 1, relatie, img.get("alt", ""), self._breed / _TWIPS)
            yield self.alineas.figuur(beeld, figuur.get("id", ""), herkomst)
        if bijschrift is not None:
            yield self._alinea(bijschrift, "Figuurbijschrift", "bijschrift")

    def _tabel(self, bron: HtmlElement) -> Iterator[Element]:
        bijschrift = bron.find("caption")
        if bijschrift is not None:
            yield self._alinea(bijschrift, "Caption", "bijschrift")
        self._laatste_tabel = tabel(bron, self._cel, klein=self._klein, breed=self._breed)
        yield self._laatste_tabel
        self._na_tabel = True

    def _houd_bijeen(self) -> None:
        """Keep the last row of the table on the page of the line below it."""
        if self._na_tabel and self._laatste_tabel is not None:
            for eigenschappen in self._laatste_tabel[-1].iter(q("w:pPr")):
                eigenschappen.insert(1, maak("w:keepNext"))

    def _cel(self, cel: HtmlElement, stijl: str, rechts: bool) -> list[Element]:
        vorm = (maak("w:jc", val="right"),) if rechts else ()
        alineas = [kind for kind in cel if kind.tag == "p"] or [cel]
        return [self._alinea(alinea, stijl, "cel", vorm=vorm) for alinea in alineas]

    def _liggend(self, element: HtmlElement, stijl: str, diep: int) -> Iterator[Element]:
        """A wide part on pages of its own that lie on their side."""
        yield maak("w:p", maak("w:pPr", self.sectie(False)))
        self._breed = BREED_LIGGEND
        yield from self._kinderen(element, stijl, diep)
        self._breed = BREED
        yield maak("w:p", maak("w:pPr", self.sectie(True)))

    def _noten(self, noten: HtmlElement) -> None:
        for noot in noten.iter("li"):
            teken = maak("w:r", maak("w:rPr", maak("w:rStyle", val="FootnoteReference")), maak("w:footnoteRef"))
            alineas = [kind for kind in noot if kind.tag == "p"] or [noot]
            self.noten[noot.get("id")] = [
                self.alineas.maak(
                    stukken(alinea), "FootnoteText", "noot", self._herkomst.get(alinea, ()), vooraf=[teken] if alinea is alineas[0] else ()
                )
                for alinea in alineas
            ]
