"""Making documents: all the files of the documents asked for, in memory, two documents at a time."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from typing import TYPE_CHECKING

from mpp.controle.keuring import keur
from mpp.controle.openbaar import toets_openbaar
from mpp.documenten.document import Document
from mpp.pdf.eenmaal import bespaar
from mpp.problemen import Fout, Probleem
from mpp.render.omslag import omslag
from mpp.render.vast import maak_vast
from mpp.render.vorken import kan_vorken
from mpp.uitgave.bewaard import Bewaarplaats
from mpp.uitgave.voortgang import Stil, Voortgang
from mpp.uitkomsten.register import OPENBAAR, nauwste, niveau_van
from mpp.website.samen import met_uitleg

if TYPE_CHECKING:
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

Uitslag = Mapping[str, bytes] | Fout

# What the forked processes inherit, so that the results need not be sent to them.
_geerfd: tuple[Uitkomsten, Status]


def stel_samen(
    documenten: Sequence[Document],
    u: Uitkomsten,
    status: Status,
    voortgang: Voortgang | None = None,
    *,
    verbonden: bool = False,
    bewaard: bool = False,
) -> dict[str, bytes]:
    """The content of every file of the documents by its path, in the order of the paths; `verbonden` and `bewaard` as of `maak`.

    Raises Fout with the problems of all the documents together.
    """
    return voeg_samen(maak(documenten, u, status, voortgang, verbonden=verbonden, bewaard=bewaard))


def weggelaten(documenten: Iterable[Document], u: Uitkomsten, status: Status) -> list[str]:
    """Which of the documents this edition does not have and why, in Dutch: a line each."""
    return [f"Geen {d.naam}: {reden}." for d in documenten if (reden := d.ontbreekt(u, status))]


def voeg_samen(delen: Iterable[Mapping[str, bytes]]) -> dict[str, bytes]:
    """The files of several documents as one, in the order of their paths; raises ValueError for a path that two of them have."""
    bestanden: dict[str, bytes] = {}
    for deel in delen:
        if dubbel := bestanden.keys() & deel.keys():
            raise ValueError(f"two documents make {sorted(dubbel)}")
        bestanden |= deel
    return dict(sorted(bestanden.items()))


def maak(
    documenten: Sequence[Document],
    u: Uitkomsten,
    status: Status,
    voortgang: Voortgang | None = None,
    *,
    verbonden: bool = False,
    bewaard: bool = False,
) -> list[dict[str, bytes]]:
    """The files of each document by path, as they are named in this state.

    `verbonden` links the numbers on their pages to the explanations of the website; `bewaard` takes what was made of the same before,
    and keeps what is made.
    Raises Fout with the problems of all the documents together.
    """
    _zelden_opruimen()
    gemaakt: list[dict[str, bytes]] = []
    problemen: dict[str, Probleem] = {}
    plek = Bewaarplaats(u, status) if bewaard else None
    klaar = {d.naam: bestanden for d in documenten if plek and (bestanden := plek.lees(d)) is not None}
    te_doen = [d for d in documenten if d.naam not in klaar]
    uitslagen: dict[str, Uitslag] = {**klaar, **_maak(te_doen, u, status, voortgang or Stil(), verbonden)}
    for document in documenten:
        uitslag = uitslagen[document.naam]
        if plek and document.naam not in klaar and not isinstance(uitslag, Fout):
            plek.bewaar(document, uitslag)
        if isinstance(uitslag, Fout):
            problemen |= {str(p): p for p in uitslag.problemen}  # one problem may be met in several documents
        else:
            van_hier = status.voor(beleidscontrole=document.beleidscontrole)
            gemaakt.append({van_hier.bestandsnaam(pad): inhoud for pad, inhoud in uitslag.items()})
    if problemen:
        raise Fout(problemen.values())
    return gemaakt


def _maak(documenten: Sequence[Document], u: Uitkomsten, status: Status, voortgang: Voortgang, verbonden: bool) -> dict[str, Uitslag]:
    """What comes of each document by its name, two made at a time where a process can be forked."""
    if len(documenten) < 2 or not kan_vorken():
        uitslagen = {}
        for document in documenten:
            voortgang.begin(document.naam)
            uitslagen[document.naam] = _probeer(document, u, status, verbonden)
            voortgang.klaar(document.naam)
        return uitslagen
    bespaar()  # once, for every process that lays out pages
    vork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(2, mp_context=vork, initializer=_erf, initargs=(u, status)) as processen:
        werk = {}
        for document in documenten:
            voortgang.begin(document.naam)
            werk[processen.submit(_in_vork, document, verbonden)] = document.naam
        for klaar in as_completed(werk):
            voortgang.klaar(werk[klaar])
        return {naam: gedaan.result() for gedaan, naam in werk.items()}


def _zelden_opruimen() -> None:
    """Let Python look for cyclic garbage seldom: layout keeps millions of objects, and looking took a third of the time."""
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)


def _erf(u: Uitkomsten, status: Status) -> None:
    global _geerfd
    _geerfd = u, status
    gc.disable()  # what little garbage there is goes with the process


def _in_vork(document: Document, verbonden: bool) -> Uitslag:
    return _probeer(document, *_geerfd, verbonden)


def _probeer(document: Document, u: Uitkomsten, status: Status, verbonden: bool) -> Uitslag:
    status = status.voor(beleidscontrole=document.beleidscontrole)
    maak = partial(document.maker(), u, status)
    try:
        bestanden = maak() if status.concept else maak_vast(maak, u.ps.wortel)
    except Fout as fout:
        return fout
    if not bestanden and document.kan_ontbreken:
        return bestanden
    niveau = nauwste(document.niveau, niveau_van(status.classificatie))
    problemen = keur(bestanden, omslag(u, status, beleidscontrole=document.beleidscontrole), niveau, document.leidt_naar)
    if status.classificatie == OPENBAAR:
        problemen += toets_openbaar(bestanden, definitief=status.is_uitgave)
    if problemen:
        return Fout(problemen)
    return met_uitleg(bestanden, u, status) if verbonden and not document.beleidscontrole else bestanden
