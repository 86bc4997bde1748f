"""The first place where two files differ, in the words of who reads them: a page, a sentence, a cell, a line."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import PurePosixPath
from typing import Final

from mpp.controle.pakket.tekens import glad, zin
from mpp.word.onderdelen import DOCUMENT

_GETOOND: Final = 160
_WEG: Final = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


def eerste_verschil(pad: str, gegeven: bytes | None, nieuw: bytes | None) -> str:
    """Where the file that was given differs from the one that was made anew, in Dutch; the two are not the same."""
    if gegeven is None:
        return "dit bestand ontbreekt in het pakket"
    if nieuw is None:
        return "dit bestand wordt niet gemaakt"
    lezer = _LEZERS.get(PurePosixPath(pad).suffix)
    try:
        return (lezer and lezer(gegeven, nieuw)) or _bytes(gegeven, nieuw)
    except Exception:  # a file that cannot be read as what it should be differs all the same
        return f"het is niet te lezen als {PurePosixPath(pad).suffix.lstrip('.')}; {_bytes(gegeven, nieuw)}"


def _html(gegeven: bytes, nieuw: bytes) -> str:
    """The sentence that a reader sees otherwise, or else the line of the source."""
    teksten = [glad(_WEG.sub(" ", inhoud.decode())) for inhoud in (gegeven, nieuw)]
    if teksten[0] != teksten[1]:
        return _in_zin(*teksten)
    return f"de tekst is gelijk, de opmaak niet: {_tekst(gegeven, nieuw)}"


def _pdf(gegeven: bytes, nieuw: bytes) -> str:
    """The page with the sentence, or else the page that looks otherwise, or that it is neither."""
    import pikepdf

    from mpp.controle.paginatekst import paginateksten

    with pikepdf.open(io.BytesIO(gegeven)) as a, pikepdf.open(io.BytesIO(nieuw)) as b:
        if len(a.pages) != len(b.pages):
            aantal = f"het heeft in het pakket {len(a.pages)} pagina's en opnieuw gemaakt {len(b.pages)}; "
        else:
            aantal = ""
        for nummer, teksten in enumerate(zip_longest(paginateksten(a), paginateksten(b), fillvalue=""), start=1):
            if teksten[0] != teksten[1]:
                return f"{aantal}op pagina {nummer}: {_in_zin(*teksten)}"
        for nummer, (links, rechts) in enumerate(zip(a.pages, b.pages, strict=False), start=1):
            if links.Contents.read_bytes() != rechts.Contents.read_bytes():
                return f"op pagina {nummer} is de tekst gelijk en de opmaak niet"
    return "de tekst en de opmaak van elke pagina zijn gelijk; de metagegevens, lettertypen of bijlagen niet"


def _werkboek(gegeven: bytes, nieuw: bytes) -> str:
    """The sheet and the cell."""
    from openpyxl import load_workbook

    boeken = [load_workbook(io.BytesIO(inhoud)) for inhoud in (gegeven, nieuw)]
    if boeken[0].sheetnames != boeken[1].sheetnames:
        return f"de bladen zijn in het pakket {', '.join(boeken[0].sheetnames)} en opnieuw gemaakt {', '.join(boeken[1].sheetnames)}"
    for blad in boeken[0].sheetnames:
        links, rechts = (boek[blad] for boek in boeken)
        for rij in range(1, max(links.max_row, rechts.max_row) + 1):
            for kolom in range(1, max(links.max_column, rechts.max_column) + 1):
                cellen = links.cell(rij, kolom), rechts.cell(rij, kolom)
                if cellen[0].value != cellen[1].value:
                    return f"op het blad {blad}, cel {cellen[0].coordinate}: {_twee(*(_kort(c.value) for c in cellen))}"
    delen = [_delen(inhoud) for inhoud in (gegeven, nieuw)]
    anders = next((naam for naam in sorted(delen[0].keys() | delen[1].keys()) if delen[0].get(naam) != delen[1].get(naam)), "")
    return (
        f"elke cel is gelijk; de opmaak of de metagegevens ({anders}) niet"
        if anders
        else "elke cel is gelijk; alleen het inpakken verschilt"
    )


def _word(gegeven: bytes, nieuw: bytes) -> str:
    """The paragraph that reads otherwise, or else the part."""
    links, rechts = _delen(gegeven), _delen(nieuw)
    for paar in zip_longest(_alineas(links[DOCUMENT]), _alineas(rechts[DOCUMENT])):
        if paar[0] != paar[1]:
            return _in_zin(*(alinea or "" for alinea in paar))
    anders = next((naam for naam in sorted(links.keys() | rechts.keys()) if links.get(naam) != rechts.get(naam)), "")
    return f"elke alinea is gelijk; het deel {anders} niet" if anders else "elk deel is gelijk; alleen het inpakken verschilt"


def _alineas(document: bytes) -> list[str]:
    from lxml import etree

    return [glad("".join(alinea.itertext("{*}t"))) for alinea in etree.fromstring(document).iter("{*}p")]


def _delen(inhoud: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist()}


def _tekst(gegeven: bytes, nieuw: bytes) -> str:
    """The line."""
    for nummer, regels in enumerate(zip_longest(_regels(gegeven), _regels(nieuw)), start=1):
        if regels[0] != regels[1]:
            return f"op regel {nummer}: {_twee(*map(_kort, _rond_verschil(*(regel or '' for regel in regels))))}"
    return ""


def _regels(inhoud: bytes) -> Sequence[str]:
    return inhoud.decode().split("\n")


def _rond_verschil(a: str, b: str) -> Iterator[str]:
    """Both, from a little before the place where they part."""
    begin = max(0, _plaats(a, b) - 40)
    yield from (f"{'…' if begin else ''}{tekst[begin:]}" for tekst in (a, b))


def _in_zin(a: str, b: str) -> str:
    plaats = _plaats(a, b)
    return _twee(*(zin(tekst, min(plaats, max(0, len(tekst) - 1))) for tekst in (a, b)))


def _plaats(a: str, b: str) -> int:
    """Where two texts part: the first sign that is another, or the end of the shorter."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _twee(gegeven: str, nieuw: str) -> str:
    return f"in het pakket staat ‘{gegeven}’, opnieuw gemaakt ‘{nieuw}’"


def _kort(waarde: object) -> str:
    tekst = "" if waarde is None else str(waarde)
    return tekst if len(tekst) <= _GETOOND else f"{tekst[:_GETOOND]}…"


def _bytes(gegeven: bytes, nieuw: bytes) -> str:
    plaats = next((i for i, (x, y) in enumerate(zip(gegeven, nieuw, strict=False)) if x != y), min(len(gegeven), len(nieuw)))
    return f"vanaf byte {plaats + 1} (lengte in het pakket {len(gegeven)}, opnieuw gemaakt {len(nieuw)})"


_LEZERS: Final[Mapping[str, Callable[[bytes, bytes], str]]] = {
    ".html": _html,
    ".pdf": _pdf,
    ".xlsx": _werkboek,
    ".docx": _word,
    **dict.fromkeys((".csv", ".json", ".jsonld", ".ttl", ".md", ".svg", ".css", ".txt"), _tekst),
}
