"""The words on the pages of a PDF that WeasyPrint wrote (letters as two-byte numbers with a table to Unicode)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

_PAAR = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>\n")
_TEKEN = re.compile(rb"/(?P<letter>\S+) \S+ Tf\b|\[(?P<stuk>[^\[\]]*)\] TJ\b|\bET\b")
_NUMMERS = re.compile(rb"<([0-9a-f]*)>")


def paginateksten(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The text of each page, in the order it is drawn, a space between runs; about 1 ms a page."""
    tabellen: dict[Any, Mapping[bytes, str]] = {}
    for pagina in pdf.pages:
        stukken: list[str] = []
        tabel: Mapping[bytes, str] = {}
        for teken in _TEKEN.finditer(pagina.Contents.read_bytes()):
            if naam := teken["letter"]:
                letter = pagina.Resources.Font[f"/{naam.decode()}"]
                if letter.objgen not in tabellen:
                    tabellen[letter.objgen] = _naar_unicode(letter)
                tabel = tabellen[letter.objgen]
            else:
                stukken.append(_lees(teken["stuk"], tabel) if teken["stuk"] else " ")
        yield " ".join("".join(stukken).split())


def _lees(stuk: bytes, tabel: Mapping[bytes, str]) -> str:
    nummers = b"".join(_NUMMERS.findall(stuk))
    return "".join([tabel.get(nummers[i : i + 4], "") for i in range(0, len(nummers), 4)])


def _naar_unicode(letter: Any) -> dict[bytes, str]:
    paren = _PAAR.findall(letter.ToUnicode.read_bytes()) if "/ToUnicode" in letter else []
    return {nummer.lower(): bytes.fromhex(tekst.decode()).decode("utf-16-be") for nummer, tekst in paren}
