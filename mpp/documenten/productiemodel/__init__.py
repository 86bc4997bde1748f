"""The document "productiemodel": every indicator by partner, year and scenario, a page and a worksheet per domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from mpp.documenten.opmaak import Bladzijden, Opmaak
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten


def productiemodel(u: Uitkomsten, status: Status, wortel: Path | None = None) -> dict[str, bytes]:
    """The document as PDF and as HTML, laid out by the folder `productiemodel` of the project, and as a workbook.

    Raises Fout when a domain does not fit its page, and for all else that is wrong with the pages.
    """
    from mpp.documenten.productiemodel.bladen import bladen
    from mpp.documenten.productiemodel.paginas import NAAM, paginas
    from mpp.documenten.productiemodel.werkboek import werkboek
    from mpp.render.omslag import omslag

    opmaak = _opmaak(u, wortel)
    delen, kaft = bladen(u, opmaak.glossarium), omslag(u, status)
    return {**paginas(u, delen, kaft, opmaak), f"{NAAM}.xlsx": werkboek(u, delen, kaft, opmaak.glossarium)}


def bladzijden(u: Uitkomsten, status: Status) -> Bladzijden:
    """The pages before they are laid out."""
    from mpp.documenten.productiemodel import paginas
    from mpp.documenten.productiemodel.bladen import bladen
    from mpp.render.omslag import omslag

    opmaak = _opmaak(u, None)
    return paginas.bladzijden(u, bladen(u, opmaak.glossarium), omslag(u, status), opmaak)


def _opmaak(u: Uitkomsten, wortel: Path | None) -> Opmaak:
    from mpp.documenten.opmaak import Opmaak
    from mpp.documenten.productiemodel.paginas import NAAM

    return Opmaak(wortel or u.ps.wortel, NAAM, NAAM, ook=())
