"""The documents of a package made again, as far as they are HTML: what stands around the chapters, and every other page whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import dirname, relpath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mpp.render.boek import Boek
    from mpp.render.opmaak import Bladzijden
    from mpp.render.pdf.meta import PdfMeta
    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten


_HOOFDSTUK: Final = re.compile(r'<article class="hoofdstuk" id="([^"]*)">\n(.*)\n</article>\n', re.DOTALL)
_PAGINA: Final = re.compile(r'href="([^":#/]+\.html)(?=[#"])')
"""A link to a page of the book: in its source it leads to that chapter."""


@dataclass(frozen=True)
class Opnieuw:
    """A document: its pages by path as they should be, its HTML for print, and what its PDF says of itself."""

    paginas: Mapping[str, bytes]
    druk: str
    meta: PdfMeta


def boek(map_: str, bestanden: Mapping[str, bytes], u: Uitkomsten, status: Status) -> Opnieuw:
    """The book around the chapters that stand on its pages in the folder `map_`: a chapter that has none is empty.

    What is in a chapter is taken as it is found; the pages are right when what is made around it is.
    """
    from mpp.render.druk import druk_html
    from mpp.render.omslag import omslag
    from mpp.render.rapportage import colofon, pdfmeta
    from mpp.render.site import maak_site

    gevonden = _boek(map_, bestanden, u)
    kaft = omslag(u, status)
    site = maak_site(gevonden, kaft)
    paginas = {f"{map_}/{pad}": inhoud for pad, inhoud in site.items() if pad.endswith(".html")}
    return Opnieuw(paginas, druk_html(gevonden, kaft, colofon(u, status), u.editie.verklaring), pdfmeta(gevonden.titel, u, status))


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


def uit_sjabloon(stam: str, bladzijden: Bladzijden) -> Opnieuw:
    """A document that is a filled in template, as `bladzijden`; `stam` is its path without what comes after the point."""
    return Opnieuw({f"{stam}.html": bladzijden.web.encode()}, bladzijden.druk, bladzijden.meta)


def sjablonen(u: Uitkomsten) -> Mapping[str, Callable[[Status], Bladzijden]]:
    """What makes the pages of each document of the MPP that is a filled in template, by its path without what comes after the point."""
    from mpp.glossarium import lees_glossarium
    from mpp.render import infographic, kamerbrief, productiemodel
    from mpp.render.omslag import omslag
    from mpp.render.productiemodel.bladen import bladen
    from mpp.render.productiemodel.paginas import bladzijden

    def model(status: Status) -> Bladzijden:
        wortel = u.ps.wortel
        return bladzijden(u, bladen(u, lees_glossarium(wortel / "glossary.yml")), omslag(u, status), wortel)

    return {
        infographic.MAP: lambda status: infographic.bladzijden(u, status),
        kamerbrief.NAAM: lambda status: kamerbrief.bladzijden(u, status),
        productiemodel.NAAM: model,
    }


def varianten(u: Uitkomsten) -> Mapping[str, Callable[[Status], Bladzijden]]:
    """The same for the documents of the variants."""
    from functools import partial

    from mpp import varianten
    from mpp.render import variant

    return {f"{variant.VOORVOEGSEL}-{naam}": partial(variant.bladzijden, naam, u) for naam in varianten.namen(u.ps.wortel, u.editie.id)}
