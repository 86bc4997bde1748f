"""Which documents there are, and the function that makes each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING

from mpp.problemen import Fout, lijkt_op, probleem

if TYPE_CHECKING:
    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten

Maker = Callable[["Uitkomsten", "Status"], Mapping[str, bytes]]


@dataclass(frozen=True)
class Document:
    """A document: its name on the command line and where its function stands, as `module:function`.

    `via_quarto` is the function that has real Quarto turn the chapters into pages, where there are chapters.
    """

    naam: str
    functie: str
    via_quarto: str | None = None

    def maker(self) -> Maker:
        """The function that makes the document: from results and state to the content of its files by path."""
        module, _, functie = self.functie.partition(":")
        maker: Maker = getattr(import_module(module), functie)
        return maker


DOCUMENTEN: Mapping[str, Document] = {
    document.naam: document
    for document in (  # the one that takes longest first
        Document("rapportage", "mpp.render.rapportage:rapportage", via_quarto="mpp.render.quarto:rapportage"),
        Document("infographic", "mpp.render.infographic:infographic"),
        Document("kamerbrief", "mpp.render.kamerbrief:kamerbrief"),
        Document("open-data", "mpp.opendata:opendata"),
    )
}


def kies(namen: Iterable[str] = (), *, quarto: bool = False) -> tuple[Document, ...]:
    """The documents with these names in the order of the registry, every document when no name is given.

    With `quarto`, those with chapters are made by real Quarto. Raises Fout for each unknown name.
    """
    gevraagd = set(namen)
    if onbekend := sorted(gevraagd - DOCUMENTEN.keys()):
        alle = ", ".join(DOCUMENTEN)
        raise Fout(probleem("document-onbekend", naam=naam, alle=alle, suggestie=lijkt_op(naam, DOCUMENTEN)) for naam in onbekend)
    gekozen = (document for naam, document in DOCUMENTEN.items() if not gevraagd or naam in gevraagd)
    return tuple(replace(d, functie=d.via_quarto or d.functie) if quarto else d for d in gekozen)
