"""The document "productiemodel": every indicator by partner, year and scenario, a page and a worksheet per domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten

NAAM = "productiemodel"


def productiemodel(u: Uitkomsten, status: Status, wortel: Path | None = None) -> dict[str, bytes]:
    """The document as PDF and as HTML, laid out by the folder `topberaad` of the project, and as a workbook.

    Raises Fout when a domain does not fit its page, and for all else that is wrong with the pages.
    """
    from mpp.glossarium import lees_glossarium
    from mpp.render.omslag import omslag
    from mpp.render.productiemodel.bladen import bladen
    from mpp.render.productiemodel.paginas import paginas
    from mpp.render.productiemodel.werkboek import werkboek

    wortel = wortel or u.ps.wortel
    glossarium = lees_glossarium(wortel / "glossary.yml")
    delen, kaft = bladen(u, glossarium), omslag(u, status)
    pdf, html = paginas(u, delen, kaft, wortel)
    return {f"{NAAM}.pdf": pdf, f"{NAAM}.html": html, f"{NAAM}.xlsx": werkboek(u, delen, kaft, glossarium)}
