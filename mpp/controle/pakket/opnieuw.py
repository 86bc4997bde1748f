"""The documents of a package made again, as far as they are HTML: what stands around the chapters, and every other page whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath
from posixpath import dirname, relpath
from typing import TYPE_CHECKING, Final

from mpp.documenten.document import DOCUMENTEN, varianten

if TYPE_CHECKING:
    from mpp.documenten.opmaak import Bladzijden
    from mpp.pdf.meta import PdfMeta
    from mpp.render.boek import Boek
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

_HOOFDSTUK: Final = re.compile(r'<article class="hoofdstuk" id="([^"]*)">\n(.*)\n</article>\n', re.DOTALL)
_PAGINA: Final = re.compile(r'href="([^":#/]+\.html)(?=[#"])')
"""A link to a page of the book: in its source it leads to that chapter."""


@dataclass(frozen=True)
class Druk:
    """What a PDF is made of: the HTML for print, and what it says of itself."""

    html: str
    meta: PdfMeta


def boekpaginas(map_: str, bestanden: Mapping[str, bytes], u: Uitkomsten, status: Status) -> Mapping[str, bytes]:
    """The pages of the book by path, around the chapters that stand on them in the folder `map_`: a chapter that has none is empty.

    What is in a chapter is taken as it is found; the pages are right when what is made around it is.
    """
    from mpp.render.omslag import omslag
    from mpp.render.site import maak_site

    site = maak_site(_boek(map_, bestanden, u), omslag(u, status))
    return {f"{map_}/{pad}": inhoud for pad, inhoud in site.items() if pad.endswith(".html")}


def boekdruk(map_: str, bestanden: Mapping[str, bytes], u: Uitkomsten, status: Status) -> Druk:
    """What the PDF of the same book is made of."""
    from mpp.documenten.rapportage import colofon, pdfmeta
    from mpp.render.druk import druk_html
    from mpp.render.omslag import omslag

    gevonden = _boek(map_, bestanden, u)
    html = druk_html(gevonden, omslag(u, status), colofon(u, status), u.editie.verklaring)
    return Druk(html, pdfmeta(gevonden.titel, u, status))


def boek(map_: str, bestanden: Mapping[str, bytes], u: Uitkomsten) -> Boek:
    """The book as it stands on the pages, with the charts beside them."""
    gevonden = _boek(map_, bestanden, u)
    beelden = {pad.removeprefix(f"{map_}/"): inhoud for pad, inhoud in bestanden.items() if pad.startswith(f"{map_}/beelden/")}
    eerste, *rest = gevonden.hoofdstukken
    return replace(gevonden, hoofdstukken=(replace(eerste, gemaakt=replace(eerste.gemaakt, beelden=beelden)), *rest))


def _boek(map_: str, bestanden: Mapping[str, bytes], u: Uitkomsten) -> Boek:
    from mpp.render.boek import Boek, Hoofdstuk
    from mpp.render.hoofdstuk import Gemaakt
    from mpp.render.nabewerking import Kop, koppen_van, ontleed
    from mpp.render.project import lees_project

    project = lees_project(u.ps.wortel)
    bron = {f"{PurePosixPath(pad).stem}.html": pad for pad in project.bestanden}
    hoofdstukken = []
    for pad in project.bestanden:
        pagina = bestanden.get(f"{map_}/{PurePosixPath(pad).stem}.html", b"").decode(errors="replace")
        deel = _HOOFDSTUK.search(pagina)
        id, html = deel.groups() if deel else ("", "")
        adressen = {naam: relpath(doel, dirname(pad) or ".") for naam, doel in bron.items()}
        html = _PAGINA.sub(lambda m, adressen=adressen: f'href="{adressen.get(m[1], m[1])}', html)
        koppen = tuple(koppen_van(ontleed(f'<section id="{id}">{html}</section>'))) or (Kop(id, 1, "", ""),)
        hoofdstukken.append(Hoofdstuk(pad, Gemaakt(id, html, koppen)))
    return Boek(project.titel, project.ondertitel, tuple(hoofdstukken))


def sjablonen(u: Uitkomsten, status: Status, *, beleid: bool) -> Mapping[str, Callable[[Status], Bladzijden]]:
    """What makes the pages of each document that is a filled in template, by the path of its files without what comes after the point.

    Those of the MPP that the edition has, or with `beleid` those of the variants.
    """
    documenten = varianten(u.ps.wortel, u.editie.id) if beleid else DOCUMENTEN
    return {d.bestandsstam: partial(d.vuller(), u) for d in documenten.values() if d.is_sjabloon and not d.ontbreekt(u, status)}
