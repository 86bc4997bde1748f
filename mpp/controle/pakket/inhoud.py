"""What a package holds: its files, and what its PDFs say and draw.

Reading asks for nothing of the edition: it can be done while the results are computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from mpp import manifest
from mpp.controle.paginatekst import Stuk, Vreemd, lees_bladen
from mpp.controle.pakket import pdfteksten
from mpp.controle.pakket.letters import eis_letters
from mpp.controle.pakket.lijnen import Lijnen, uit_blad
from mpp.problemen import Fout, probleem
from mpp.problemen.waarom import waarom_niet

Bestanden = Mapping[str, bytes]


@dataclass(frozen=True)
class Pdf:
    """All that a PDF says and draws: the pieces of text on each page, its charts, its texts beside the pages, its attached files.

    `teksten` are those in its objects (key, text, and where a link with it leads), `gegevens` those of the file by name.
    """

    bladen: list[list[Stuk]]
    figuren: list[Lijnen]
    teksten: list[tuple[str, str, str]]
    gegevens: dict[str, str]
    xmp: list[str]
    taal: str
    bijlagen: dict[str, bytes]


Gelezen = Mapping[bytes, Pdf | Vreemd]
"""PDFs that were read by their content; of one that is not as ours are, why not."""


def lees_pakket(map_: Path) -> dict[str, bytes]:
    """Every file of a package by its path. Raises Fout when it is none."""
    if not (map_ / manifest.NAAM).is_file():
        raise Fout([probleem("pakket-onleesbaar", map=map_.as_posix(), reden="er is geen manifest.json")])
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}


def lees_pdf(inhoud: bytes) -> Pdf:
    """What a PDF holds. Raises Vreemd for what a PDF of ours never has."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(inhoud)) as document:
            bladen = lees_bladen(document)
            eis_letters(document)
            return Pdf(
                bladen,
                [figuur for pagina in document.pages for figuur in uit_blad(pagina.Contents.read_bytes())],
                list(pdfteksten.van_objecten(document)),
                {naam[1:]: str(waarde) for naam, waarde in document.docinfo.items()},
                list(pdfteksten.van_xmp(document)),
                str(document.Root.get("/Lang", "")),
                {naam: bijlage.get_file().read_bytes() for naam, bijlage in document.attachments.items()},
            )
    except (pikepdf.PdfError, LookupError, AttributeError, ValueError, TypeError, SyntaxError) as fout:
        raise fout if isinstance(fout, Vreemd) else Vreemd(waarom_niet(fout)) from fout


def lees_pdfs(pakketten: Iterable[Bestanden]) -> dict[bytes, Pdf | Vreemd]:
    """What each PDF of packages holds, or why it is none of ours."""
    uit: dict[bytes, Pdf | Vreemd] = {}
    for inhoud in (inhoud for bestanden in pakketten for pad, inhoud in bestanden.items() if pad.endswith(".pdf")):
        try:
            uit[inhoud] = lees_pdf(inhoud)
        except Vreemd as vreemd:
            uit[inhoud] = vreemd
    return uit
