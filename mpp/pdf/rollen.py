"""What a box is to a reader where WeasyPrint does not say so: parts of a line, of a list, of the table of contents."""

from __future__ import annotations

from typing import Any, Final

_IN_DE_REGEL: Final = (
    "abbr", "b", "bdi", "cite", "data", "dfn", "em", "i", "ins", "kbd", "label", "mark", "output", "s",
    "samp", "small", "strong", "sub", "sup", "time", "u", "var", "wbr",
)  # fmt: skip
_ROLLEN: Final = {"code": "/Code", "q": "/Quote"} | dict.fromkeys(_IN_DE_REGEL, "/Span")
_BLOKKEN: Final = {"address", "aside", "details", "fieldset", "figure", "footer", "form", "header", "hgroup", "nav", "search"}
_NUMMERING: Final = {
    "decimal": "/Decimal",
    "decimal-leading-zero": "/Decimal",
    "lower-alpha": "/LowerAlpha",
    "lower-latin": "/LowerAlpha",
    "upper-alpha": "/UpperAlpha",
    "upper-latin": "/UpperAlpha",
    "lower-roman": "/LowerRoman",
    "upper-roman": "/UpperRoman",
    "circle": "/Circle",
    "square": "/Square",
    "none": "/None",
}


def rol(box: Any) -> str | None:
    """The kind of structure element for a box that WeasyPrint calls without structure (ISO 32000-1, 14.8.4); None when it has none."""
    naam = (box.element_tag or "").split(":")[0]
    return "/Div" if naam in _BLOKKEN else _ROLLEN.get(naam)


def nummering(lijst: Any) -> str:
    """How the items of a list are numbered (ListNumbering; ISO 14289-1, clause 7.6).

    Terms with their descriptions are not; a mark of one's own making before each item counts as a bullet.
    """
    if lijst.element_tag == "dl":
        return "/None"
    item = next((kind for kind in lijst.children if kind.element_tag == "li"), lijst)
    if "list-item" not in item.style["display"]:
        return "/None"
    stijl = item.style["list_style_type"]
    return _NUMMERING.get(stijl, "/Disc") if isinstance(stijl, str) else "/Disc"
