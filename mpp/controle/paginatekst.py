"""The words on the pages of a PDF that WeasyPrint wrote (letters as two-byte numbers with a table to Unicode)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

if TYPE_CHECKING:
    import pikepdf

Rol = Literal["tekst", "figuur", "regel", "vulling"]
"""Running text; the words of a chart; a line in the margin of the page; what only fills (leader dots)."""

_PAAR: Final = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>\n")
_TEKEN: Final = re.compile(
    rb"(?=[/\[E])(?:/(?P<letter>\S+) \S+ Tf\b|\[(?P<stuk>[^\[\]]*)\] TJ\b|(?P<eind>\bET\b)"
    rb"|/(?P<merk>Span|Figure|Artifact)\n(?:<<(?P<wat>[^\n]*)>>\nBDC|BMC)|(?P<uit>\bEMC\b))"
)
_NUMMERS: Final = re.compile(rb"<([0-9a-f]*)>")
_GETAL: Final = rb"-?\d*\.?\d* "
_OPDRACHTEN: Final = re.compile(
    rb"(?>(?>(?:%s)*+(?:cm|re|rg|RG|BT|ET|EMC|Tm|f\*|W\*|[qQmlchSBnfJjMwW])"
    % _GETAL
    + rb"|\[(?:<(?:[0-9a-f]{4})*>-?\d*\.?\d*)*+\] TJ|/[aA][\d.]+ gs|/[A-Z]{6} [\d.]+ Tf|0 Tr|\[[\d. ]*\] \d+ d"
    rb"|/(?:Span|Figure)\n<</MCID \d+>>\nBDC|/Artifact\n(?:<</Type /(?:Layout|Pagination/Subtype /(?:Header|Footer))>>\nBDC|BMC))\n?)*+"
)
"""Everything that WeasyPrint draws a page of ours with: lines, areas, and letters by their number."""


class Vreemd(ValueError):
    """Something in a PDF that a PDF of ours never has."""


class Stuk(NamedTuple):
    """What is written in one go: the words, and what part of the page they are."""

    tekst: str
    rol: Rol


def paginateksten(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The text of each page, in the order it is drawn, a space between runs; about 1 ms a page."""
    tabellen: dict[Any, Mapping[bytes, str]] = {}
    for pagina in pdf.pages:
        yield " ".join(" ".join(stuk.tekst for stuk in _stukken(pagina, tabellen)).split())


def lees_bladen(pdf: pikepdf.Pdf) -> list[list[Stuk]]:
    """The pieces of text on each page, in the order they are drawn; a letter without a table is U+FFFD.

    Raises Vreemd for what draws otherwise than WeasyPrint draws a page of ours: an image, a form, another way of writing.
    """
    tabellen: dict[Any, Mapping[bytes, str]] = {}
    bladen = []
    for nummer, pagina in enumerate(pdf.pages, start=1):
        inhoud = pagina.Contents.read_bytes()
        gelezen = _OPDRACHTEN.match(inhoud)
        if gelezen is None or gelezen.end() != len(inhoud):
            hier = inhoud[gelezen.end() if gelezen else 0 :][:60].decode("latin-1")
            raise Vreemd(f"pagina {nummer} is getekend met {' '.join(hier.split())!r}")
        bladen.append(_stukken(pagina, tabellen))
    return bladen


def _stukken(pagina: Any, tabellen: dict[Any, Mapping[bytes, str]]) -> list[Stuk]:
    uit: list[Stuk] = []
    delen: list[str] = []
    rollen: list[Rol] = ["tekst"]
    tabel: Mapping[bytes, str] = {}
    for teken in _TEKEN.finditer(pagina.Contents.read_bytes()):
        if teken["stuk"] is not None:
            delen.append(_lees(teken["stuk"], tabel))
        elif naam := teken["letter"]:
            letter = pagina.Resources.Font[f"/{naam.decode()}"]
            if letter.objgen not in tabellen:
                tabellen[letter.objgen] = naar_unicode(letter)
            tabel = tabellen[letter.objgen]
        elif teken["eind"]:
            uit.append(Stuk("".join(delen), rollen[-1]))
            delen = []
        elif merk := teken["merk"]:
            rollen.append(_rol(merk, teken["wat"] or b"") if rollen[-1] == "tekst" else rollen[-1])
        elif len(rollen) > 1:
            rollen.pop()
    return uit


def _rol(merk: bytes, wat: bytes) -> Rol:
    if merk == b"Artifact":
        return "regel" if b"Pagination" in wat else "vulling"
    return "figuur" if merk == b"Figure" else "tekst"


def _lees(stuk: bytes, tabel: Mapping[bytes, str]) -> str:
    nummers = b"".join(_NUMMERS.findall(stuk))
    return "".join([tabel.get(nummers[i : i + 4], "\ufffd") for i in range(0, len(nummers), 4)])


def naar_unicode(letter: Any) -> dict[bytes, str]:
    """The text of each glyph of a font of a page, by its number in four hexadecimal digits."""
    paren = _PAAR.findall(letter.ToUnicode.read_bytes()) if "/ToUnicode" in letter else []
    return {nummer.lower(): bytes.fromhex(tekst.decode()).decode("utf-16-be") for nummer, tekst in paren}
