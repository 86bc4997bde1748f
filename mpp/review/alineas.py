"""The paragraphs of a document that came back: as they were before the changes that Word kept, and what was changed in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from mpp.word.kaart import TEKEN
from mpp.word.ooxml import Element, q

Teken = Literal["", "erbij", "weg"]
_MERK: Final = re.compile(r"mpp_(\d+)")
_LETTERS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_BEELDEN: Final = frozenset({"drawing", "pict", "object", "footnoteReference", "endnoteReference"})
_SPOREN: Final = {"ins": "erbij", "moveTo": "erbij", "del": "weg", "moveFrom": "weg"}
_OPMAAK: Final = {
    "rPrChange": "opmaak van tekst gewijzigd",
    "pPrChange": "opmaak van de alinea gewijzigd",
    "numberingChange": "nummering gewijzigd",
}
_RIJ: Final = {"ins": "rij toegevoegd", "del": "rij verwijderd"}
_TABEL: Final = {
    "cellIns": "cel toegevoegd",
    "cellDel": "cel verwijderd",
    "cellMerge": "cellen samengevoegd",
    "tblPrChange": "opmaak van de tabel gewijzigd",
    "tblPrExChange": "opmaak van de rij gewijzigd",
    "trPrChange": "opmaak van de rij gewijzigd",
    "tcPrChange": "opmaak van de cel gewijzigd",
    "tblGridChange": "kolommen van de tabel gewijzigd",
}


@dataclass(frozen=True)
class Wie:
    """Who made a change, and when; `verplaatst` where text was moved and not typed."""

    auteur: str
    datum: str
    verplaatst: bool = False


@dataclass(frozen=True)
class Spoor:
    """A change that Word kept: where it begins in the text as it was, what went, what came; who."""

    begin: int
    weg: str
    erbij: str
    wie: Wie


@dataclass(frozen=True)
class Vorm:
    """A change of form: of the text between these places or of a table, and which."""

    begin: int
    eind: int
    wat: str
    wie: Wie
    soort: Literal["opmaak", "tabel"] = "opmaak"


@dataclass
class Gelezen:
    """A paragraph: its text as it was, its bookmarks, its changes, and the comments that begin in it (id, begin, end)."""

    basis: str = ""
    merken: list[int] = field(default_factory=list)
    sporen: list[Spoor] = field(default_factory=list)
    vormen: list[Vorm] = field(default_factory=list)
    opmerkingen: list[tuple[str, int, int]] = field(default_factory=list)
    alineateken: tuple[Teken, Wie] | None = None

    def voeg(self, tekst: str, soort: Teken, wie: Wie | None) -> None:
        """Text as it stands, or that came or went; what one author changes at one place is one change."""
        if soort and wie and tekst:
            laatste = self.sporen[-1] if self.sporen else None
            aansluitend = laatste is not None and laatste.begin + len(laatste.weg) == len(self.basis)
            if laatste and aansluitend and laatste.wie.auteur == wie.auteur and laatste.wie.verplaatst == wie.verplaatst:
                erbij = tekst if soort == "erbij" else ""
                weg = tekst if soort == "weg" else ""
                self.sporen[-1] = replace(laatste, weg=laatste.weg + weg, erbij=laatste.erbij + erbij)
            elif soort == "erbij":
                self.sporen.append(Spoor(len(self.basis), "", tekst, wie))
            else:
                self.sporen.append(Spoor(len(self.basis), tekst, "", wie))
        if soort != "erbij":
            self.basis += tekst


def lees_alineas(wortel: Element) -> list[Gelezen]:
    """Every paragraph under `wortel` in order; one that was split while Word kept track is one, as it was."""
    lezer = _Lezer()
    lezer.blok(wortel)
    return lezer.alineas


@dataclass
class _Lezer:
    alineas: list[Gelezen] = field(default_factory=list)
    _merken: list[int] = field(default_factory=list)
    _open: dict[str, tuple[Gelezen, int]] = field(default_factory=dict)
    _tabelvormen: list[Vorm] = field(default_factory=list)
    _verder: bool = False

    def blok(self, element: Element) -> None:
        """Every paragraph in an element, bookmarks between them with the one that follows."""
        for kind in element:
            naam = _naam(kind)
            if naam == "p":
                self._alinea(kind)
            elif naam == "bookmarkStart":
                self._merken += _merk(kind)
            elif naam in ("trPr", "tcPr", "tblPr", "tblPrEx", "tblGrid"):
                self._tabelvormen += [Vorm(0, 0, wat, wie(deel), "tabel") for deel, wat in _van_tabel(kind)]
            elif naam == "AlternateContent":
                self.blok(kind[0])
            elif isinstance(kind.tag, str):
                self.blok(kind)

    def _alinea(self, element: Element) -> None:
        alinea = self.alineas[-1] if self._verder and self.alineas else Gelezen()
        if not self._verder or not self.alineas:
            self.alineas.append(alinea)
        alinea.merken += self._merken
        alinea.vormen += self._tabelvormen
        self._merken, self._tabelvormen = [], []
        eigenschappen = element.find(q("w:pPr"))
        alineateken: tuple[Teken, Wie] | None = None
        if eigenschappen is not None:
            begin = len(alinea.basis)
            alinea.vormen += [Vorm(begin, begin, _OPMAAK[_naam(d)], wie(d)) for d in eigenschappen.iter() if _naam(d) in _OPMAAK]
            alineateken = _alineateken(eigenschappen)
        self._in(element, alinea, "", None)
        alinea.alineateken = alineateken or alinea.alineateken
        self._verder = alineateken is not None and alineateken[0] == "erbij"

    def _in(self, element: Element, alinea: Gelezen, soort: Teken, van: Wie | None) -> None:
        for kind in element:
            naam = _naam(kind)
            if naam in ("t", "delText"):
                alinea.voeg(kind.text or "", soort, van)
            elif naam in _LETTERS:
                alinea.voeg(_LETTERS[naam], soort, van)
            elif naam in _BEELDEN:
                alinea.voeg(TEKEN, soort, van)
            elif naam in _SPOREN:
                self._in(kind, alinea, _samen(soort, _SPOREN[naam]), wie(kind))
            elif naam == "rPr":
                begin = len(alinea.basis)
                eind = begin + sum(len(t.text or "") for t in kind.getparent().iter(q("w:t")))
                alinea.vormen += [Vorm(begin, eind, _OPMAAK[_naam(d)], wie(d)) for d in kind if _naam(d) in _OPMAAK]
            elif naam == "bookmarkStart":
                alinea.merken += _merk(kind)
            elif naam == "commentRangeStart":
                self._open[kind.get(q("w:id"))] = alinea, len(alinea.basis)
            elif naam in ("commentRangeEnd", "commentReference"):
                self._opmerking(kind.get(q("w:id")), alinea)
            elif naam == "AlternateContent":
                self._in(kind[0], alinea, soort, van)
            elif naam not in ("pPr", "sdtPr", "instrText", "delInstrText", "footnoteRef", "p") and isinstance(kind.tag, str):
                self._in(kind, alinea, soort, van)

    def _opmerking(self, id: str, alinea: Gelezen) -> None:
        """A comment stands where it begins; what it marks further on than that paragraph goes to its end."""
        bij, begin = self._open.pop(id, (None, 0))
        if bij is not None:
            bij.opmerkingen.append((id, begin, len(alinea.basis) if bij is alinea else len(bij.basis)))
        elif all(id != ander for gelezen in self.alineas for ander, _, _ in gelezen.opmerkingen):
            alinea.opmerkingen.append((id, len(alinea.basis), len(alinea.basis)))


def wie(element: Element) -> Wie:
    """The author and the day of a change."""
    datum = (element.get(q("w:date")) or "").replace("T", " ").removesuffix("Z")[:16]
    return Wie(element.get(q("w:author")) or "onbekend", datum, _naam(element) in ("moveFrom", "moveTo"))


def _samen(buiten: Teken, binnen: str) -> Teken:
    """What came and went again was never there as it was: it counts as what came."""
    return "erbij" if buiten == "erbij" or binnen == "erbij" else "weg"


def _alineateken(eigenschappen: Element) -> tuple[Teken, Wie] | None:
    vorm = eigenschappen.find(q("w:rPr"))
    for kind in vorm if vorm is not None else ():
        if _naam(kind) in ("ins", "moveTo"):
            return "erbij", wie(kind)
        if _naam(kind) in ("del", "moveFrom"):
            return "weg", wie(kind)
    return None


def _van_tabel(eigenschappen: Element) -> Iterator[tuple[Element, str]]:
    namen = {**_TABEL, **(_RIJ if _naam(eigenschappen) == "trPr" else {})}
    yield from ((kind, namen[_naam(kind)]) for kind in eigenschappen.iter() if _naam(kind) in namen)


def _merk(element: Element) -> list[int]:
    m = _MERK.fullmatch(element.get(q("w:name")) or "")
    return [int(m[1])] if m else []


def _naam(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
