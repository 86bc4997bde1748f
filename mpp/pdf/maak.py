"""One HTML document in, one PDF out."""

from __future__ import annotations

import os
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from io import BytesIO
from typing import TYPE_CHECKING

from mpp.lettertypen import FONTCONFIG
from mpp.padnamen import eis_paden
from mpp.pdf.meta import Bijlage, PdfMeta
from mpp.problemen import Fout, Probleem, probleem

if TYPE_CHECKING:
    from pydyf import PDF
    from weasyprint import Attachment
    from weasyprint.document import Document
    from weasyprint.text.fonts import FontConfiguration

_VARIANT = "pdf/a-3a"
# Without this a raster image gets /Interpolate true, which ISO 19005-3, 6.2.8.3 forbids (issue 1661).
_ZONDER_INTERPOLATIE = "img { image-rendering: crisp-edges }"
_BEELD = re.compile(r"(?<=data:image/svg\+xml;base64,)[A-Za-z0-9+/=]+")
# On paper a number does not show its origin, and a cell has its headers by its place: in a table of thousands they only cost time.
_CEL = re.compile(r' headers="[^"]*"|(?<=>)<data class="getal"[^>]*>(?P<getal>[^<\s]*)</data>(?=</td>)')


def maak_pdf(
    html: str,
    *,
    bronnen: Mapping[str, bytes] | None = None,
    meta: PdfMeta,
    bijlagen: Sequence[Bijlage] = (),
    keuring: Callable[[Document], Iterable[Probleem]] | None = None,
) -> bytes:
    """The PDF (A-3a and UA-1) of `html`.

    `bronnen` holds every file the document refers to, by the relative path it uses; the house's style sheets
    (`stijl/<name>.css`) are always there, and so is IBM Plex Sans. `bijlagen` are embedded as data. `keuring` looks at
    the pages as they are laid out and gives what is wrong with them; then nothing is written.
    The same arguments give the same bytes on any machine with the same libraries.
    Raises Fout for what `keuring` finds, everything WeasyPrint warns about, what is too large for its page or its column or
    stands over other text, an address outside `bronnen`, and a link to a file beside the PDF.
    """
    from mpp.pdf.eenmaal import bespaar

    bespaar()
    from weasyprint import CSS, HTML

    from mpp.pdf.afbreken import zonder_streepje
    from mpp.pdf.botsing import botsingen
    from mpp.pdf.breedte import te_groot
    from mpp.pdf.bundel import BASIS, Bundel
    from mpp.pdf.meldingen import luister
    from mpp.pdf.merk import merk
    from mpp.pdf.svgtekst import met_tekst
    from mpp.pdf.tags import verbeter
    from mpp.pdf.ua import beschrijf

    verbeter()
    bundel = Bundel({pad: met_tekst(inhoud) if pad.endswith(".svg") else inhoud for pad, inhoud in (bronnen or {}).items()})
    with luister() as meldingen:
        html = _BEELD.sub(lambda beeld: b64encode(met_tekst(b64decode(beeld[0]))).decode("ascii"), html)
        bron = HTML(string=zonder_streepje(_CEL.sub(_alleen_getal, html)), base_url=BASIS, url_fetcher=bundel)
        eigen_stijl = CSS(string=_ZONDER_INTERPOLATIE)
        document = bron.render(font_config=letters(), pdf_variant=_VARIANT, stylesheets=[eigen_stijl])
        taal = document.metadata.lang
        beschrijf(document, meta)
        merk(document)
        problemen = [*_taalproblemen(taal, meta), *_losse_koppelingen(document, BASIS), *te_groot(document), *botsingen(document)]
        if afgekeurd := list(keuring(document)) if keuring else []:
            raise Fout([*problemen, *afgekeurd, *meldingen.values()])
        eis_paden(bijlage.naam for bijlage in bijlagen)
        ingesloten = [_bijlage(bijlage, meta) for bijlage in sorted(bijlagen, key=lambda bijlage: bijlage.naam)]
        pdf: bytes = document.write_pdf(pdf_variant=_VARIANT, attachments=ingesloten, finisher=_rond_af)
    problemen += [probleem("pdf-bron-geweigerd", adres=adres.removeprefix(BASIS)) for adres in bundel.geweigerd]
    problemen += meldingen.values()
    if problemen:
        raise Fout(problemen)
    return pdf


def _alleen_getal(cel: re.Match[str]) -> str:
    return cel["getal"] or ""


def letters() -> FontConfiguration:
    """A font configuration that knows the bundled letters only: no font of the machine can slip in."""
    from weasyprint.text.fonts import FontConfiguration

    with _omgeving("FONTCONFIG_FILE", str(FONTCONFIG)):
        return FontConfiguration()


@contextmanager
def _omgeving(naam: str, waarde: str) -> Iterator[None]:
    eerder = os.environ.get(naam)
    os.environ[naam] = waarde
    try:
        yield
    finally:
        if eerder is None:
            del os.environ[naam]
        else:
            os.environ[naam] = eerder


def _bijlage(bijlage: Bijlage, meta: PdfMeta) -> Attachment:
    """An attachment with the edition's date (WeasyPrint takes the clock's) and the relation Data (ISO 19005-3, 6.8)."""
    from weasyprint import Attachment

    ingesloten = Attachment(
        file_obj=BytesIO(bijlage.inhoud),
        name=bijlage.naam,
        description=bijlage.omschrijving,
        created=meta.moment,
        modified=meta.moment,
        relationship="Data",
    )
    ingesloten.source = nullcontext((BytesIO(bijlage.inhoud), None, None, bijlage.mime))
    return ingesloten


def _rond_af(document: Document, pdf: PDF) -> None:
    """The last mends: the tree of tags, broken words, and each attachment once in the associated files, where WeasyPrint lists it twice."""
    from mpp.pdf.afbreken import als_zacht
    from mpp.pdf.heel import maak_heel

    maak_heel(pdf)
    als_zacht(pdf)
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = type(pdf.catalog["AF"])(dict.fromkeys(pdf.catalog["AF"]))


def _taalproblemen(taal: str | None, meta: PdfMeta) -> list[Probleem]:
    if taal == meta.taal:
        return []
    return [probleem("pdf-taal", taal=taal or "geen", verwacht=meta.taal)]


def _losse_koppelingen(document: Document, basis: str) -> list[Probleem]:
    """Links to a file beside the document: in a PDF on its own they lead nowhere."""
    doelen = {doel for pagina in document.pages for soort, doel, *_ in pagina.links if soort == "external"}
    los = sorted(doel.removeprefix(basis) for doel in doelen if doel.startswith(basis))
    return [probleem("pdf-koppeling-relatief", adres=adres) for adres in los]
