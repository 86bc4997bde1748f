"""Pieces of running text as Word has them: runs, links, marks of notes, and locked content for what is computed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from mpp.word.ooxml import Element, maak, tekst
from mpp.word.stukken import Stuk

_LANG: Final = 64
"""Word takes no longer tag or title of a content control."""
_NAAM: Final = 40
"""Nor a longer name of a bookmark."""
_TALEN: Final = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "nl": "nl-NL"}


@dataclass
class Regels:
    """Makes runs, and keeps what they lead to outside the document: `adressen` are the links, by the id of their relation."""

    adressen: dict[str, str] = field(default_factory=dict)
    noten: dict[str, int] = field(default_factory=dict)
    _sdt: Iterator[int] = field(default_factory=lambda: count(1))

    def van(self, rij: Iterable[Stuk]) -> Iterator[Element]:
        """The content of a paragraph; pieces that lead to the same place are one link."""
        doel, binnen = "", list[Element]()
        for stuk in rij:
            if stuk.doel != doel and binnen:
                yield self._koppeling(doel, binnen)
                binnen = []
            doel = stuk.doel
            element = self._een(stuk)
            if doel:
                binnen.append(element)
            else:
                yield element
        if binnen:
            yield self._koppeling(doel, binnen)

    def _een(self, stuk: Stuk) -> Element:
        if stuk.noot:
            nummer = self.noten.setdefault(stuk.noot, len(self.noten) + 1)
            return maak("w:r", maak("w:rPr", maak("w:rStyle", val="FootnoteReference")), maak("w:footnoteReference", id=nummer))
        run = maak("w:r", *_vorm(stuk), maak("w:br") if stuk.tekst == "\n" else tekst(stuk.tekst))
        return self._vast(stuk, run) if stuk.vast else run

    def _vast(self, stuk: Stuk, run: Element) -> Element:
        """A content control that can be neither taken away nor changed; its tag tells where the number comes from."""
        herkomst = f"{stuk.bron}[{stuk.sleutel}]" if stuk.sleutel else stuk.bron
        soort = "Berekend" if stuk.sleutel or "[" in stuk.bron else "Uit de editie"
        eigenschappen = maak(
            "w:sdtPr",
            maak("w:alias", val=f"{soort}, niet te typen"),
            maak("w:tag", val=kort(herkomst, _LANG)),
            maak("w:id", val=next(self._sdt)),
            maak("w:lock", val="sdtContentLocked"),
        )
        return maak("w:sdt", eigenschappen, maak("w:sdtContent", run))

    def _koppeling(self, doel: str, binnen: list[Element]) -> Element:
        if doel.startswith("#"):
            return maak("w:hyperlink", *binnen, anchor=bladwijzer(doel[1:]), history=1)
        id = next((id for id, adres in self.adressen.items() if adres == doel), f"koppeling{len(self.adressen) + 1}")
        self.adressen[id] = doel
        return maak("w:hyperlink", *binnen, r_id=id, history=1)


def kort(naam: str, lengte: int) -> str:
    """The name when it fits, else its beginning with a mark that is its own."""
    if len(naam) <= lengte:
        return naam
    merk = hashlib.sha256(naam.encode()).hexdigest()[:8]
    return f"{naam[: lengte - len(merk) - 1]}~{merk}"


def bladwijzer(label: str) -> str:
    """A label as the name of a bookmark: letters, digits and underscores."""
    return kort("".join(teken if teken.isalnum() else "_" for teken in label), _NAAM).replace("~", "_")


def _vorm(stuk: Stuk) -> Iterator[Element]:
    vorm = stuk.vorm
    kenmerken = [
        *([maak("w:rStyle", val="Kopnummer")] if "kopnummer" in vorm else [maak("w:rStyle", val="Hyperlink")] if stuk.doel else []),
        *([maak("w:b")] if "vet" in vorm else []),
        *([maak("w:i")] if "cursief" in vorm else []),
        *([maak("w:u", val="single")] if "onderstreept" in vorm else []),
        *([maak("w:vertAlign", val="superscript" if "hoog" in vorm else "subscript")] if vorm & {"hoog", "laag"} else []),
        *([maak("w:lang", val=_TALEN.get(stuk.taal, stuk.taal))] if stuk.taal else []),
    ]
    if kenmerken:
        yield maak("w:rPr", *kenmerken)
