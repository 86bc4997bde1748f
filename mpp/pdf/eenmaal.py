"""What WeasyPrint and pydyf do over and over, or in vain, done once: the same bytes in less time."""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Final

import pydyf

_inhoud_van_pydyf = pydyf.Stream.data.fget
_paginas_van_pydyf = pydyf.PDF.page_references.fget


_EIGEN_PLAATSEN: Final = {"dx", "dy", "rotate", "letter-spacing", "textLength"}
"""With these each letter of a text in a drawing has its own place."""


class _Ineens(str):
    """A text that gives itself when it is asked for its letters: WeasyPrint lays out a text in a drawing letter by letter."""

    def __iter__(self) -> Iterator[str]:
        return iter([str(self)])


@cache
def bespaar() -> None:
    """Load WeasyPrint, let it draw words in a drawing at once, and two properties of pydyf remember; once per process."""
    with _zonder_zoeken():
        from weasyprint import svg
    _letter_voor_letter = svg.TAGS["text"]

    def woorden(tekening: Any, knoop: Any, grootte: float) -> None:
        if knoop.text and not _EIGEN_PLAATSEN & knoop.attrib.keys():
            knoop._etree_node.text = _Ineens(knoop.text)
        _letter_voor_letter(tekening, knoop, grootte)

    svg.text = woorden  # by which it knows the tags of text
    svg.TAGS.update({tag: woorden for tag, teken in svg.TAGS.items() if teken is _letter_voor_letter})
    pydyf.Stream.data = property(_inhoud)
    pydyf.PDF.page_references = property(_paginas)


@contextmanager
def _zonder_zoeken() -> Iterator[None]:
    """WeasyPrint asks for each library by the names of other systems first, for which ldconfig, gcc and ld are started in vain."""
    zoek = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = zoek


def _inhoud(stroom: Any) -> bytes:
    """Asked for when all has been drawn: to be written, and once more for the identifier of the file, compressed each time."""
    if not hasattr(stroom, "mpp_inhoud"):
        stroom.mpp_inhoud = _inhoud_van_pydyf(stroom)
    inhoud: bytes = stroom.mpp_inhoud
    return inhoud


def _paginas(pdf: Any) -> tuple[bytes, ...]:
    """Asked for by each of the thousands of tags, listing all pages each time."""
    aantal = pdf.pages["Count"]
    if getattr(pdf, "mpp_paginas", (None,))[0] != aantal:
        pdf.mpp_paginas = (aantal, _paginas_van_pydyf(pdf))
    paginas: tuple[bytes, ...] = pdf.mpp_paginas[1]
    return paginas
