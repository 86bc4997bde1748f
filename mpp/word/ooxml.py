"""Office Open XML: the names of its elements, and making one in a line."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
NAMEN: Final = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC}
RUIMTE: Final = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any
"""An element of lxml, which has no types."""


@cache
def q(naam: str) -> str:
    """The full name of `w:p` and its like."""
    voor, _, rest = naam.partition(":")
    return f"{{{NAMEN[voor]}}}{rest}"


def maak(naam: str, *kinderen: Element, **kenmerken: object) -> Element:
    """The element `w:p` with its children; a keyword is an attribute in the namespace of Word, `r_id` one of a relation."""
    element = etree.Element(q(naam), nsmap=NAMEN if naam in _WORTELS else None)
    for kenmerk, waarde in kenmerken.items():
        element.set(q(f"r:{kenmerk[2:]}") if kenmerk.startswith("r_") else q(f"w:{kenmerk}"), str(waarde))
    element.extend(kinderen)
    return element


def kaal(naam: str, *kinderen: Element, **kenmerken: object) -> Element:
    """The same with attributes that are in no namespace, as in drawings."""
    element = etree.Element(q(naam))
    for kenmerk, waarde in kenmerken.items():
        element.set(kenmerk, str(waarde))
    element.extend(kinderen)
    return element


def tekst(inhoud: str) -> Element:
    """A text of which every space counts."""
    element = maak("w:t")
    element.text = inhoud
    element.set(RUIMTE, "preserve")
    return element


def uitschrijven(wortel: Element) -> bytes:
    """The part as it stands in the package; every prefix is declared once, at its root."""
    etree.cleanup_namespaces(wortel, keep_ns_prefixes=list(NAMEN))
    inhoud: bytes = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True)
    return inhoud


_WORTELS: Final = frozenset({"w:document", "w:footnotes", "w:hdr", "w:ftr", "w:numbering", "w:fonts"})
