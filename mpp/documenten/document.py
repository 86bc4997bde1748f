"""What a document is, and which there are: everything else about them follows from this list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mpp.problemen import Fout, lijkt_op, probleem
from mpp.uitkomsten.register import Niveau
from mpp.varianten import BELEIDSCONTROLE
from mpp.varianten import MAP as VARIANTEN
from mpp.varianten import namen as variantnamen

if TYPE_CHECKING:
    from mpp.documenten.opmaak import Bladzijden
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

Maker = Callable[["Uitkomsten", "Status"], Mapping[str, bytes]]
Vuller = Callable[["Uitkomsten", "Status"], "Bladzijden"]


@dataclass(frozen=True)
class Document:
    """A document: its name on the command line, the function that makes its files, as `module:function`, and what readers call it.

    `stam` is the path of its files without what comes after the point, where that is not its name. One that `is_sjabloon` is a
    filled in template, of which `bladzijden` in the same module gives the pages before they are laid out. `via_quarto` is the
    function that has real Quarto turn the chapters into pages, where there are chapters. `niveau` says which indicators may be
    shown where the edition is not public, and `toonbaar` whether the desk shows it.
    `mappen` are the folders of layouts and texts that it uses, where there are more than the one of its name.
    `vormen` are the forms that can be made by themselves (`docx`), each with its function.
    One that is `besloten` is for those who adopt the edition, and is never published.
    One that `kan_ontbreken` is made for some editions only.
    `leidt_naar` are the files of the package outside its own to which its pages may lead.
    With `beleidscontrole` it is the document of the variant of that name, and no part of the MPP.
    """

    naam: str
    functie: str
    titel: str = ""
    stam: str = ""
    is_sjabloon: bool = True
    via_quarto: str = ""
    niveau: Niveau = "extern"
    toonbaar: bool = True
    vormen: Mapping[str, str] = field(default_factory=dict)
    besloten: bool = False
    beleidscontrole: bool = False
    kan_ontbreken: bool = False
    mappen: tuple[str, ...] = ()
    leidt_naar: tuple[str, ...] = ()

    @property
    def eigen_mappen(self) -> tuple[str, ...]:
        """The folders of layouts and texts that it uses."""
        return self.mappen or (self.naam,)

    @property
    def bestandsstam(self) -> str:
        """The path of its files without what comes after the point."""
        return self.stam or self.naam

    def maker(self) -> Maker:
        """The function that makes the document: from results and state to the content of its files by path."""
        return self._functie(self.functie.partition(":")[2])

    def vuller(self) -> Vuller:
        """The function that fills in its template: from results and state to the pages before they are laid out."""
        return self._functie("bladzijden")

    def ontbreekt(self, u: Uitkomsten, status: Status) -> str:
        """Why an edition does not have it, in Dutch; empty when it has it."""
        return str(self._functie("ontbreekt")(u, status)) if self.kan_ontbreken else ""

    def _functie(self, naam: str) -> Callable[..., Any]:
        functie: Callable[..., Any] = getattr(import_module(self.functie.partition(":")[0]), naam)
        return partial(functie, self.naam) if self.beleidscontrole else functie


DOCUMENTEN: Mapping[str, Document] = {
    document.naam: document
    for document in (  # the one that takes longest first
        Document(
            "rapportage",
            "mpp.documenten.rapportage:rapportage",
            "Rapportage",
            is_sjabloon=False,
            via_quarto="mpp.documenten.quarto:rapportage",
            niveau="intern",
            vormen={"docx": "mpp.documenten.rapportage:rapportage_docx"},
            mappen=("monitor",),
        ),
        Document("infographic", "mpp.documenten.infographic:infographic", "Infographic"),
        Document("kamerbrief", "mpp.documenten.kamerbrief:kamerbrief", "Bijlage bij de Kamerbrief", stam="kamerbrief-bijlage"),
        Document("prognose", "mpp.documenten.prognose:prognose", "Prognose Eerste Asielinstroom"),
        Document("productiemodel", "mpp.documenten.productiemodel:productiemodel", "Productiemodel", niveau="intern"),
        Document("monitor", "mpp.documenten.monitor:monitor", "Monitor", kan_ontbreken=True),
        Document(
            "oplegnota",
            "mpp.documenten.oplegnota:oplegnota",
            "Oplegnota bij de MPP",
            niveau="intern",
            besloten=True,
            mappen=("oplegnota", "topberaad", "monitor"),
        ),
        Document("open-data", "mpp.opendata:opendata", "Open data", is_sjabloon=False, toonbaar=False, mappen=("monitor",)),
    )
}


UITLEG: Final = Document(
    "uitleg",
    "mpp.website.uitleg:uitleg",
    "Uitleg bij de cijfers",
    is_sjabloon=False,
    toonbaar=False,
    mappen=("website",),
    leidt_naar=("index.html", "website/stijl/scherm.css"),
)
"""What the website of a package explains of the numbers in the other documents: made with them, and not by itself."""


def varianten(wortel: Path, editie: str = "") -> Mapping[str, Document]:
    """The documents of the variants of the project in `wortel`, by their name: outside the MPP, each a beleidscontrole.

    With `editie` those that were written for another edition are left out.

    Raises Fout for a variant with a name that no document can have, or that is the name of a document of the MPP.
    """
    namen = variantnamen(wortel, editie)
    if dubbel := sorted(DOCUMENTEN.keys() & namen):
        raise Fout(probleem("variant-naam", bestand=f"{VARIANTEN}/{naam}.yml", naam=naam) for naam in dubbel)
    functie = "mpp.documenten.variant:variant"
    return {naam: Document(naam, functie, stam=f"{BELEIDSCONTROLE}-{naam}", beleidscontrole=True) for naam in namen}


def kies(wortel: Path, namen: Iterable[str] = (), *, quarto: bool = False, vorm: str = "") -> tuple[Document, ...]:
    """The documents with these names of the project in `wortel`, in the order of the registry; all of the MPP when no name is given.

    A variant goes by its own name, all of them by `varianten`. With `quarto`, those with chapters are made by real Quarto;
    with `vorm` only that form of them is made. Raises Fout for each unknown name, and for each that has no such form.
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
    if vorm:
        return tuple(replace(d, functie=functie) for d, functie in _in_vorm(gekozen, vorm, alle=not gevraagd))
    return tuple(replace(d, functie=d.via_quarto or d.functie) if quarto else d for d in gekozen)


def _in_vorm(documenten: Iterable[Document], vorm: str, *, alle: bool) -> list[tuple[Document, str]]:
    """The documents with the function that makes this form of them; of all documents those that have it."""
    documenten = list(documenten)
    if zonder := [d.naam for d in documenten if vorm not in d.vormen and not alle]:
        wel = ", ".join(d.naam for d in DOCUMENTEN.values() if vorm in d.vormen) or "geen"
        raise Fout(probleem("document-vorm", naam=naam, vorm=vorm, wel=wel) for naam in zonder)
    return [(d, d.vormen[vorm]) for d in documenten if vorm in d.vormen]
