"""Which documents there are, and the function that makes each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from mpp.problemen import Fout, lijkt_op, probleem
from mpp.uitkomsten.register import Niveau
from mpp.varianten import MAP as VARIANTEN
from mpp.varianten import namen as variantnamen

if TYPE_CHECKING:
    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten

Maker = Callable[["Uitkomsten", "Status"], Mapping[str, bytes]]


@dataclass(frozen=True)
class Document:
    """A document: its name on the command line and where its function stands, as `module:function`.

    `via_quarto` is the function that has real Quarto turn the chapters into pages, where there are chapters, and `niveau`
    which indicators may be shown where the edition is not public.
    With `beleidscontrole` it is the document of the variant of that name, and no part of the MPP.
    """

    naam: str
    functie: str
    via_quarto: str | None = None
    niveau: Niveau = "extern"
    beleidscontrole: bool = False

    def maker(self) -> Maker:
        """The function that makes the document: from results and state to the content of its files by path."""
        module, _, functie = self.functie.partition(":")
        maker = getattr(import_module(module), functie)
        return partial(maker, self.naam) if self.beleidscontrole else maker


DOCUMENTEN: Mapping[str, Document] = {
    document.naam: document
    for document in (  # the one that takes longest first
        Document("rapportage", "mpp.render.rapportage:rapportage", via_quarto="mpp.render.quarto:rapportage", niveau="intern"),
        Document("infographic", "mpp.render.infographic:infographic"),
        Document("kamerbrief", "mpp.render.kamerbrief:kamerbrief"),
        Document("productiemodel", "mpp.render.productiemodel:productiemodel", niveau="intern"),
        Document("open-data", "mpp.opendata:opendata"),
    )
}


def varianten(wortel: Path, editie: str = "") -> Mapping[str, Document]:
    """The documents of the variants of the project in `wortel`, by their name: outside the MPP, each a beleidscontrole.

    With `editie` those that were written for another edition are left out.

    Raises Fout for a variant with a name that no document can have, or that is the name of a document of the MPP.
    """
    namen = variantnamen(wortel, editie)
    if dubbel := sorted(DOCUMENTEN.keys() & namen):
        raise Fout(probleem("variant-naam", bestand=f"{VARIANTEN}/{naam}.yml", naam=naam) for naam in dubbel)
    return {naam: Document(naam, "mpp.render.variant:variant", beleidscontrole=True) for naam in namen}


def kies(wortel: Path, namen: Iterable[str] = (), *, quarto: bool = False) -> tuple[Document, ...]:
    """The documents with these names of the project in `wortel`, in the order of the registry; all of the MPP when no name is given.

    A variant goes by its own name, all of them by `varianten`. With `quarto`, those with chapters are made by real Quarto.
    Raises Fout for each unknown name.
    """
    gevraagd = set(namen)
    mpp, beleid = DOCUMENTEN, varianten(wortel)
    groep = {VARIANTEN} if beleid else set()
    if onbekend := sorted(gevraagd - mpp.keys() - beleid.keys() - groep):
        alle = [*mpp, *beleid, *groep]
        raise Fout(probleem("document-onbekend", naam=n, alle=", ".join(alle), suggestie=lijkt_op(n, alle)) for n in onbekend)
    alles = VARIANTEN in gevraagd
    gekozen = [d for naam, d in mpp.items() if not gevraagd or naam in gevraagd]
    gekozen += [d for naam, d in beleid.items() if alles or naam in gevraagd]
    return tuple(replace(d, functie=d.via_quarto or d.functie) if quarto else d for d in gekozen)
