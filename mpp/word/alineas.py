"""The paragraphs of a Word document as they are made: each with its bookmark, and in the map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from mpp.render.bronregels import Herkomst
from mpp.word.kaart import TEKEN, Alinea, Deel, Soort
from mpp.word.ooxml import Element, maak
from mpp.word.regels import Regels, bladwijzer
from mpp.word.stukken import Stuk, delen


@dataclass
class Alineas:
    """Makes paragraphs and keeps what the map says of them, in the order in which they are made."""

    regels: Regels = field(default_factory=Regels)
    kaart: list[Alinea] = field(default_factory=list)
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def maak(
        self,
        rij: Sequence[Stuk],
        stijl: str,
        soort: Soort,
        herkomst: Herkomst = (),
        *,
        labels: Sequence[str] = (),
        eigenschappen: Sequence[Element] = (),
        vooraf: Sequence[Element] = (),
    ) -> Element:
        """A paragraph of running text; `labels` are what refers to it, `vooraf` stands before its text and is no part of the map."""
        alinea = Alinea(len(self.kaart) + 1, soort, delen(rij), herkomst)
        self.kaart.append(alinea)
        wijzers = [naam for label in labels if label for naam in (bladwijzer(label),)]
        return self._alinea(stijl, [*wijzers, alinea.bladwijzer], [*vooraf, *self.regels.van(rij)], eigenschappen)

    def figuur(self, tekening: Element, label: str, herkomst: Herkomst) -> Element:
        """A paragraph with a chart alone, that stays with its caption."""
        alinea = Alinea(len(self.kaart) + 1, "figuur", (Deel(TEKEN, f"figuur:{label}"),), herkomst)
        self.kaart.append(alinea)
        return self._alinea("Figuur", [bladwijzer(label), alinea.bladwijzer], [tekening], ())

    def _alinea(self, stijl: str, bladwijzers: Sequence[str], inhoud: Sequence[Element], eigenschappen: Sequence[Element]) -> Element:
        merken = [merk for naam in bladwijzers for merk in self._bladwijzer(naam)]
        return maak("w:p", maak("w:pPr", maak("w:pStyle", val=stijl), *eigenschappen), *merken, *inhoud)

    def _bladwijzer(self, naam: str) -> tuple[Element, Element]:
        nummer = next(self._ids)
        return maak("w:bookmarkStart", id=nummer, name=naam), maak("w:bookmarkEnd", id=nummer)
