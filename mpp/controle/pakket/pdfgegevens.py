"""What a PDF tells beside its pages: titles, bookmarks, names of figures and links, attached files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from typing import TYPE_CHECKING, Final

from mpp.controle.pakket.gegevens import vergelijk
from mpp.controle.pakket.tekens import getallen, glad
from mpp.controle.pakket.verslag import Verslag

if TYPE_CHECKING:
    import pikepdf

    from mpp.controle.pakket.bronteksten import Bronteksten

_NAMEN: Final = {
    "/Alt": "alternatieve tekst",
    "/ActualText": "vervangende tekst",
    "/E": "voluit",
    "/Contents": "naam van een koppeling",
    "/Title": "bladwijzer",
}


def toets(
    document: pikepdf.Pdf,
    titels: Set[str],
    teksten: Set[str],
    namen: Mapping[str, Set[str]],
    bronnen: Bronteksten,
    verslag: Verslag,
) -> None:
    """Account for the numbers in the titles and subject of the file, in its bookmarks, and in the names of figures and links.

    `titels` are the headings of the document, `teksten` what its HTML calls figures and links, `namen` what it calls
    links to a place.
    """
    alle = {kaal(tekst) for tekst in teksten}
    for plek, tekst, doel in _losse_teksten(document):
        bekend = {kaal(naam) for naam in namen[doel]} if doel in namen else alle
        gevonden = list(getallen(tekst))
        genoemd = bronnen.genoemd(tekst)
        titel = kaal(tekst.removeprefix("Bijlage\u00a0").removeprefix("Bijlage "))
        if gevonden and (titel in titels or kaal(tekst) in bekend):
            verslag.goed(len(gevonden))
            continue
        for teken in gevonden:
            if any(b <= teken.plaats and teken.eind <= e for b, e in genoemd):
                verslag.goed()
            else:
                verslag.los(teken.tekst, plek, tekst[:200], "het staat niet zo in de HTML van dit document")


def bijlagen(document: pikepdf.Pdf, verwacht: Mapping[str, bytes], verslag: Verslag) -> None:
    """Account for the numbers in the attached files, that should be these."""
    gevonden = {naam: bijlage.get_file().read_bytes() for naam, bijlage in document.attachments.items()}
    for naam in sorted(gevonden.keys() | verwacht.keys()):
        if naam not in gevonden or naam not in verwacht:
            verslag.fout("pakket-bestand", 0, pad=naam, wat="ontbreekt" if naam in verwacht else "hoort niet bij deze PDF")
            continue
        vergelijk(naam, gevonden[naam], verwacht[naam], verslag)


def _losse_teksten(document: pikepdf.Pdf) -> Iterator[tuple[str, str, str]]:
    import pikepdf

    for naam in ("/Title", "/Subject", "/Author", "/Keywords"):
        if naam in document.docinfo:
            yield f"gegeven {naam[1:]}", str(document.docinfo[naam]), ""
    with document.open_metadata() as xmp:
        for naam in ("dc:title", "dc:description", "pdf:Keywords"):
            if naam in xmp:
                yield f"XMP {naam}", str(xmp[naam]), ""
    for ding in document.objects:
        if isinstance(ding, pikepdf.Dictionary):
            for sleutel, plek in _NAMEN.items():
                if sleutel in ding and isinstance(ding[sleutel], pikepdf.String) and (sleutel != "/Title" or "/Dest" in ding):
                    doel = str(ding["/Dest"]) if sleutel == "/Contents" and "/Dest" in ding else ""
                    yield plek, glad(str(ding[sleutel])), doel


def kaal(tekst: str) -> str:
    """A heading or a name without what stands between its words, in small letters."""
    return re.sub(r"\W+", " ", tekst).strip().lower()
