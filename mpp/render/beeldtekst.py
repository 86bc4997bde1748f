"""The words in an author's own image: what is typed in a drawing is read as much as what is typed in the text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from mpp.getal.getypt import getypt
from mpp.problemen import Probleem, probleem

_TEKST = ("text", "title", "desc", "foreignObject")
_GESPROKEN = ("aria-label", "aria-description")


def controleer_svg(bestand: str, inhoud: bytes) -> list[Probleem]:
    """Every number typed in the SVG `inhoud`, in what is drawn and in what is read aloud, with its line in `bestand`.

    An image that cannot be read has none: making the pages tells that it cannot.
    """
    try:
        boom = etree.fromstring(inhoud, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return []
    vondsten = [(regel, getal.tekst) for regel, tekst in _teksten(boom) for getal in getypt(tekst)]
    return [probleem("beeld-getal-getypt", bestand=bestand, regel=regel, getal=getal) for regel, getal in vondsten]


def _teksten(boom: etree._Element) -> Iterator[tuple[int | None, str]]:
    for element in boom.iter():
        if element.tag is etree.Comment:
            if _is_getekend(element):
                yield element.sourceline, element.text or ""
        elif isinstance(element.tag, str):
            if _is_tekst(element) and not any(_is_tekst(ouder) for ouder in element.iterancestors()):
                yield element.sourceline, " ".join("".join(element.xpath(".//text()")).split())
            yield from ((element.sourceline, element.attrib[naam]) for naam in _GESPROKEN if naam in element.attrib)


def _is_tekst(element: etree._Element) -> bool:
    return etree.QName(element).localname in _TEKST


def _is_getekend(opmerking: etree._Element) -> bool:
    """Whether a comment tells the words that the next element draws letter by letter, as matplotlib does."""
    volgende = opmerking.getnext()
    return volgende is not None and any(etree.QName(e).localname == "use" for e in volgende.iter(etree.Element))
