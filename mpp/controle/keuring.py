"""The last look at a document before it is written: its HTML and its PDF, as a reader would get them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mpp.controle.verwacht import Verwacht
from mpp.problemen import Probleem
from mpp.render.omslag import Omslag
from mpp.uitkomsten.register import Niveau


def keur(
    bestanden: Mapping[str, bytes], omslag: Omslag, niveau: Niveau = "extern", leidt_naar: Collection[str] = ()
) -> list[Probleem]:
    """Every problem in the HTML pages and PDFs among the files of one document (path -> content) of this level.

    Its pages may lead to each other, to its files, and to the files `leidt_naar` of what it is a part of.
    """
    from mpp.controle import html, pdf

    verwacht = Verwacht(omslag.editie, omslag.verklaring, omslag.concept, omslag.beleidscontrole, niveau)
    paginas = {pad: inhoud.decode() for pad, inhoud in bestanden.items() if pad.endswith(".html")}
    uitslagen = [html.toets(paginas, verwacht, bestanden=(bestanden.keys() - paginas.keys()) | {*leidt_naar})] if paginas else []
    uitslagen += [pdf.toets(pad, inhoud, verwacht) for pad, inhoud in bestanden.items() if pad.endswith(".pdf")]
    return [p for uitslag in uitslagen for p in uitslag.problemen]
