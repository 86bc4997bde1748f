"""The words on the pages of a PDF that WeasyPrint wrote (letters as two-byte numbers with a table to Unicode)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from mpp.problemen.waarom import Onbruikbaar

if TYPE_CHECKING:
    import pikepdf

Rol = Literal["tekst", "punt", "figuur", "regel", "vulling"]
"""Running text; what stands before an item of a list; the words of a chart; a line in the margin; what only fills (leader dots)."""

_PAAR: Final = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>\n")
_TEKEN: Final = re.compile(
    rb"(?=[/\[E])(?:/(?P<letter>\S+) \S+ Tf\b|\[(?P<stuk>[^\[\]]*)\] TJ\b|(?P<eind>\bET\b)"
    rb"|/(?P<merk>Span|Figure|Artifact)\n(?:<<(?P<wat>[^\n]*)>>\nBDC|BMC)|(?P<uit>\bEMC\b))"
)
_MCID: Final = re.compile(rb"/MCID (\d+)")
_NUMMERS: Final = re.compile(rb"<([0-9a-f]*)>")
_GETAL: Final = rb"-?\d*\.?\d* "
_OPDRACHTEN: Final = re.compile(
    rb"(?>(?>(?:%s)*+(?:cm|re|rg|RG|BT|ET|EMC|Tm|f\*|W\*|[qQmlchSBnfJjMwW])"
    % _GETAL
    + rb"|\[(?:<(?:[0-9a-f]{4})*>-?\d*\.?\d*)*+\] TJ|/[aA][\d.]+ gs|/[A-Z]{6} [\d.]+ Tf|0 Tr|\[[\d. ]*\] \d+ d"
    rb"|/(?:Span|Figure)\n<</MCID \d+>>\nBDC|/Artifact\n(?:<</Type /(?:Layout|Pagination/Subtype /(?:Header|Footer))>>\nBDC|BMC))\n?)*+"
)
"""Everything that WeasyPrint draws a page of ours with: lines, areas, and letters by their number."""


class Vreemd(Onbruikbaar):
    """Something in a PDF that a PDF of ours never has."""


class Stuk(NamedTuple):
    """What is written in one go: the words, what part of the page they are, and the number of the marked content they are in."""

    tekst: str
    rol: Rol
    nummer: int = -1


def paginateksten(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The text of each page, in the order it is drawn, a space between runs; about 1 ms a page."""
    tabellen: dict[Any, Mapping[bytes, str]] = {}
    for pagina in pdf.pages:
        yield " ".join(" ".join(stuk.tekst for stuk in _stukken(pagina, tabellen)).split())


def lees_bladen(pdf: pikepdf.Pdf) -> list[list[Stuk]]:
    """The pieces of text on each page, in the order they are drawn; a letter without a table is U+FFFD.

    WeasyPrint draws the marks of lists after all else; they come last, in the order of their items.

    Raises Vreemd for what draws otherwise than WeasyPrint draws a page of ours: an image, a form, another way of writing.
    """
    tabellen: dict[Any, Mapping[bytes, str]] = {}
    bladen = []
    punten = _Punten(pdf)
    for nummer, pagina in enumerate(pdf.pages, start=1):
        inhoud = pagina.Contents.read_bytes()
        gelezen = _OPDRACHTEN.match(inhoud)
        if gelezen is None or gelezen.end() != len(inhoud):
            hier = inhoud[gelezen.end() if gelezen else 0 :][:60].decode("latin-1")
            raise Vreemd(f"pagina {nummer} is getekend met {' '.join(hier.split())!r}")
        plaatsen, stukken = punten.plaatsen(pagina), _stukken(pagina, tabellen)
        voor_punten = sorted((stuk for stuk in stukken if stuk.nummer in plaatsen), key=lambda stuk: plaatsen[stuk.nummer])
        bladen.append([stuk for stuk in stukken if stuk.nummer not in plaatsen] + [stuk._replace(rol="punt") for stuk in voor_punten])
    return bladen


class _Punten:
    """Where in the structure of a PDF the marks of its lists stand."""

    def __init__(self, pdf: pikepdf.Pdf):
        nummers = pdf.Root.StructTreeRoot.ParentTree.Nums if "/StructTreeRoot" in pdf.Root else ()
        self._ouders = {int(nummers[i]): nummers[i + 1] for i in range(0, len(nummers), 2)}
        self._volgorde: dict[Any, Mapping[Any, int]] = {}

    def plaatsen(self, pagina: Any) -> Mapping[int, tuple[int, ...]]:
        """The place of each mark on a page, by the number of its content: that of its part, of the part above it, and so on."""
        ouders = self._ouders.get(int(pagina.get("/StructParents", -1)), ())
        return {nummer: self._plaats(label) for nummer, ouder in enumerate(ouders) if (label := _label(ouder)) is not None}

    def _plaats(self, element: Any) -> tuple[int, ...]:
        if (ouder := element.get("/P")) is None or "/K" not in ouder:
            return ()
        if ouder.objgen not in self._volgorde:
            self._volgorde[ouder.objgen] = {kind.objgen: i for i, kind in enumerate(ouder.K) if hasattr(kind, "objgen")}
        return (*self._plaats(ouder), self._volgorde[ouder.objgen].get(element.objgen, 0))


def _label(ouder: Any) -> Any:
    """The mark of an item of which `ouder` holds content; None for all else, as for a term that is explained."""
    label = ouder.get("/P")
    if label is None or label.get("/S") != "/Lbl":
        return None
    soort = label.P.P.get("/A")
    return label if soort is not None and soort.get("/ListNumbering") != "/None" else None


def _stukken(pagina: Any, tabellen: dict[Any, Mapping[bytes, str]]) -> list[Stuk]:
    uit: list[Stuk] = []
    delen: list[str] = []
    rollen: list[tuple[Rol, int]] = [("tekst", -1)]
    tabel: Mapping[bytes, str] = {}
    for teken in _TEKEN.finditer(pagina.Contents.read_bytes()):
        match teken.lastgroup:
            case "stuk":
                delen.append(_lees(teken["stuk"], tabel))
            case "letter":
                letter = pagina.Resources.Font[f"/{teken['letter'].decode()}"]
                if letter.objgen not in tabellen:
                    tabellen[letter.objgen] = naar_unicode(letter)
                tabel = tabellen[letter.objgen]
            case "eind":
                uit.append(Stuk("".join(delen), *rollen[-1]))
                delen = []
            case "merk" | "wat":
                rollen.append(_rol(teken["merk"], teken["wat"] or b"") if rollen[-1][0] == "tekst" else rollen[-1])
            case _ if len(rollen) > 1:
                rollen.pop()
    return uit


def _rol(merk: bytes, wat: bytes) -> tuple[Rol, int]:
    if merk == b"Artifact":
        return "regel" if b"Pagination" in wat else "vulling", -1
    nummer = _MCID.search(wat)
    return "figuur" if merk == b"Figure" else "tekst", int(nummer[1]) if nummer else -1


def _lees(stuk: bytes, tabel: Mapping[bytes, str]) -> str:
    nummers = b"".join(_NUMMERS.findall(stuk))
    return "".join([tabel.get(nummers[i : i + 4], "\ufffd") for i in range(0, len(nummers), 4)])


def naar_unicode(letter: Any) -> dict[bytes, str]:
    """The text of each glyph of a font of a page, by its number in four hexadecimal digits."""
    paren = _PAAR.findall(letter.ToUnicode.read_bytes()) if "/ToUnicode" in letter else []
    return {nummer.lower(): bytes.fromhex(tekst.decode()).decode("utf-16-be") for nummer, tekst in paren}
