"""Words broken at the end of a line, as one word to who does not see the line.

WeasyPrint draws a hyphen (U+2010) that a reader hears as part of the word; it should be known as a soft hyphen
(ISO 32000-1, 14.8.2.2.3). Its glyph in the letter is one of its own, so that the table from glyph to text can say so.
"""

from __future__ import annotations

from typing import Any, Final

import pydyf

_STREEPJE: Final = "\N{HYPHEN}"
_HARD, _ZACHT = b" <2010>", b" <00ad>"


def zonder_streepje(html: str) -> str:
    """`html` with the hyphen of the keyboard for one that an author typed as U+2010: that one does belong to the word."""
    return html.replace(_STREEPJE, "-")


def als_zacht(pdf: Any) -> None:
    """Let the hyphen of broken words be a soft one in every letter of `pdf`."""
    for tabel in (ding for ding in pdf.objects if isinstance(ding, pydyf.Stream) and b"begincmap" in ding.stream):
        tabel.stream = [regel.replace(_HARD, _ZACHT) if isinstance(regel, bytes) else regel for regel in tabel.stream]
