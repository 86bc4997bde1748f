"""The pages: one A3 per domain as PDF, and the same as one page of HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from mpp.documenten.opmaak import Bladzijden, Opmaak, maak
from mpp.documenten.productiemodel.bladen import Blad
from mpp.documenten.vakken import uitloop
from mpp.getal.cijfers import editie, jaar, rekenbegin
from mpp.problemen import Probleem, probleem
from mpp.uitkomsten.register import OPENBAAR

if TYPE_CHECKING:
    from weasyprint.document import Document

    from mpp.render.omslag import Omslag
    from mpp.uitkomsten import Uitkomsten

NAAM: Final = "productiemodel"


def paginas(u: Uitkomsten, bladen: Sequence[Blad], omslag: Omslag, opmaak: Opmaak) -> dict[str, bytes]:
    """The PDF, of exactly one page per sheet, and the HTML. Raises Fout for each sheet that does not fit its page."""
    return maak(NAAM, bladzijden(u, bladen, omslag, opmaak), lambda document: _keur(document, bladen))


def bladzijden(u: Uitkomsten, bladen: Sequence[Blad], omslag: Omslag, opmaak: Opmaak) -> Bladzijden:
    """The pages before they are laid out."""
    namen = {"editie": editie(u=u), "eerste": jaar(1, u=u), "laatste": jaar(-1, u=u), "rekenbegin": rekenbegin(u=u)}
    return opmaak.bladzijden(
        f"Productiemodel – {omslag.naam}",
        omslag,
        bladen=bladen,
        verklaring_editie=u.editie.verklaring,
        openbaar=u.editie.classificatie == OPENBAAR,
        scenarios=u.scenarios,
        jaren=u.jaren,
        namen=namen,
    )


def _keur(document: Document, bladen: Sequence[Blad]) -> Iterable[Probleem]:
    """What does not fit: every sheet has exactly its own page."""
    te_lang = list(_te_lang(document, bladen))
    yield from te_lang
    if not te_lang and len(document.pages) != len(bladen):
        plaats = f"{NAAM}/{NAAM}.html.j2"
        yield probleem("paginas-aantal", bestand=plaats, document=NAAM, aantal=len(document.pages), verwacht=len(bladen))


def _te_lang(document: Document, bladen: Sequence[Blad]) -> Iterator[Probleem]:
    buiten = [u.tekst for u in uitloop(document)]
    for blad in bladen:
        rijen = [rij.indicator.id for rij in blad.rijen if rij.indicator.id in buiten]
        if rijen or blad.titel in buiten:
            rest = f"{len(rijen)} indicatoren, vanaf {rijen[0]}" if rijen else "de toelichting"
            yield probleem("bladzijde-te-lang", titel=blad.titel, rest=rest)
