"""The map of a Word document: each paragraph as it was made, with the line of its source, and what in it is computed.

It goes along in the document, as a part that Word and LibreOffice keep. So it can be told afterwards what was changed, and where in the
chapters that is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from lxml import etree

from mpp.problemen.waarom import Onbruikbaar, waarom_niet
from mpp.render.bronregels import Herkomst, Vanaf, woorden

RUIMTE: Final = "urn:mpp:kaart:1"
TEKEN: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands in the text of a paragraph for a chart or the mark of a note."""
Soort = Literal["alinea", "kop", "punt", "cel", "bijschrift", "noot", "figuur", "voorblad"]
_SEP: Final = ":"


class GeenKaart(Onbruikbaar):
    """The map is not as it was written."""


@dataclass(frozen=True)
class Deel:
    """A piece of text; with a `bron` it is computed and cannot be typed: a number, a name, a reference, a mark."""

    tekst: str
    bron: str = ""
    sleutel: str = ""

    @property
    def is_getal(self) -> bool:
        """Whether it is a number, or a word or name that follows from numbers."""
        return bool(self.bron) and not self.bron.startswith(_OPMAAK)


_OPMAAK: Final = ("nummer", "verwijzing:", "noot:", "figuur:")
"""What is computed and no number: the number of a heading, a reference to it, the mark of a note, a chart."""


@dataclass(frozen=True)
class Alinea:
    """A paragraph as it was made: its number, by which its bookmark is called, its kind, where it comes from, its pieces."""

    nummer: int
    soort: Soort
    delen: tuple[Deel, ...]
    herkomst: Herkomst = ()

    @property
    def tekst(self) -> str:
        """Its whole text."""
        return "".join(deel.tekst for deel in self.delen)

    @property
    def bladwijzer(self) -> str:
        """The bookmark at its beginning."""
        return f"mpp_{self.nummer}"

    def plaats(self, teken: int) -> Vanaf | None:
        """Where in the source the sign with this number stands; None for what has no source in a chapter."""
        if not self.herkomst:
            return None
        woord = -1
        for begin, eind, deel in self.met_plaatsen():
            woord += _getypte_woorden(deel, deel.tekst[: teken + 1 - begin])
            if teken < eind:
                break
        return next((v for v in reversed(self.herkomst) if v.woord <= woord), self.herkomst[0])

    def met_plaatsen(self) -> Iterator[tuple[int, int, Deel]]:
        """Every piece with where it begins and ends in the text."""
        begin = 0
        for deel in self.delen:
            yield begin, begin + len(deel.tekst), deel
            begin += len(deel.tekst)


@dataclass(frozen=True)
class Kaart:
    """The map: of which edition and version the document is, the hash of its parameters, its state, and its paragraphs in order."""

    editie: str
    versie: str
    parameters: str
    staat: str
    alineas: tuple[Alinea, ...] = field(default=(), repr=False)

    def schrijf(self) -> bytes:
        """The map as a part of the document."""
        bestanden: dict[str, int] = {}
        wortel = etree.Element(f"{{{RUIMTE}}}kaart", nsmap={None: RUIMTE})
        for naam in ("editie", "versie", "parameters", "staat"):
            wortel.set(naam, getattr(self, naam))
        for alinea in self.alineas:
            for vanaf in alinea.herkomst:
                bestanden.setdefault(vanaf.bestand, len(bestanden))
            wortel.append(_schrijf_alinea(alinea, bestanden))
        wortel.set("bestanden", " ".join(bestanden))
        wortel.set("som", _som(wortel))
        inhoud: bytes = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True)
        return inhoud

    @classmethod
    def lees(cls, inhoud: bytes) -> Kaart:
        """The map in a part of a document. Raises GeenKaart when it is none, or is not as it was written."""
        try:
            wortel = etree.fromstring(inhoud, etree.XMLParser(resolve_entities=False, no_network=True))
            som = wortel.attrib.pop("som")
            if wortel.tag != f"{{{RUIMTE}}}kaart" or som != _som(wortel):
                raise GeenKaart("de kaart is gewijzigd")
            bestanden = wortel.attrib.pop("bestanden").split()
            return cls(**wortel.attrib, alineas=tuple(_lees_alinea(element, bestanden) for element in wortel))
        except (etree.XMLSyntaxError, KeyError, TypeError, ValueError, IndexError) as fout:
            raise fout if isinstance(fout, GeenKaart) else GeenKaart(waarom_niet(fout)) from fout


def _getypte_woorden(deel: Deel, tekst: str) -> int:
    """How many words of the source a piece stands for."""
    if deel.bron.startswith("verwijzing:"):
        return len(woorden(deel.bron.partition(":")[2]))
    return 0 if deel.bron == "nummer" or deel.tekst == TEKEN else len(woorden(tekst))


def _som(wortel: etree._Element) -> str:
    return hashlib.sha256(etree.tostring(wortel, method="c14n")).hexdigest()


def _schrijf_alinea(alinea: Alinea, bestanden: dict[str, int]) -> etree._Element:
    element = etree.Element(f"{{{RUIMTE}}}a", n=str(alinea.nummer), s=alinea.soort)
    if alinea.herkomst:
        element.set("h", " ".join(f"{v.woord}{_SEP}{bestanden[v.bestand]}{_SEP}{v.regel}" for v in alinea.herkomst))
    for deel in alinea.delen:
        stuk = etree.SubElement(element, f"{{{RUIMTE}}}{'v' if deel.bron else 't'}")
        stuk.text = deel.tekst
        if deel.bron:
            stuk.set("b", deel.bron)
        if deel.sleutel:
            stuk.set("k", deel.sleutel)
    return element


def _lees_alinea(element: etree._Element, bestanden: list[str]) -> Alinea:
    delen = tuple(Deel(stuk.text or "", stuk.get("b", ""), stuk.get("k", "")) for stuk in element)
    plekken = (plek.split(_SEP) for plek in element.get("h", "").split())
    herkomst = tuple(Vanaf(int(woord), bestanden[int(bestand)], int(regel)) for woord, bestand, regel in plekken)
    return Alinea(int(element.get("n")), element.get("s"), delen, herkomst)
