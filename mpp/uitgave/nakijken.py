"""Looking through the sources of an edition without writing anything."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mpp.documenten.document import kies, varianten
from mpp.edities.map import eis_vorige
from mpp.problemen import Fout, Probleem
from mpp.projectmap import Projectmap
from mpp.ronde.status import Status, bepaal_status
from mpp.uitgave.voortgang import Stil, Voortgang

if TYPE_CHECKING:
    from mpp.parameters import Parameterset


def kijk_na(project: Projectmap, voortgang: Voortgang | None = None, status: Status | None = None) -> Status:
    """The state of the edition of `project`, when its parameters, texts, glossary and chapters are all in order.

    The documents are made as of `status`, that of the edition unless it is given.

    Every document is made, those of the variants too, in memory, so that whatever would stop the package is found; so is every
    earlier edition and look back, whether or not a chapter reads it. Without parameters that can be computed with, only
    what does not hang on numbers can be looked through. Raises Fout with every problem.
    """
    from mpp.uitgave.samenstellen import stel_samen

    voortgang = voortgang or Stil()
    voortgang.begin("parameters")
    try:
        u = project.bereken()
    except Fout as fout:
        raise Fout([*fout.problemen, *_zonder_getallen(project.wortel)]) from None
    eis_vorige(u.ps)
    voortgang.klaar("parameters")
    problemen = [*_eerder(u.ps), *_problemen(partial(_van_een_ronde, u.ps))]
    try:
        status = status or bepaal_status(u)
        stel_samen((*kies(project.wortel), *varianten(project.wortel, u.editie.id).values()), u, status, voortgang, bewaard=True)
    except Fout as fout:
        problemen += fout.problemen
    if problemen or status is None:
        raise Fout({str(p): p for p in problemen}.values())  # one problem may be met here and in a document
    return status


def _eerder(ps: Parameterset) -> list[Probleem]:
    """What is wrong in the files with earlier editions and in those of the looks back.

    That an edition lacks what the model came to read is told of the one that this is held against; of another, when it is run.
    """
    from mpp.edities.eerder import eerdere_edities, laad_editie
    from mpp.edities.map import eerdere_mappen
    from mpp.padnamen import PARAMETERS
    from mpp.uitkomsten.toetsing import terugblikken

    mappen = [map_ for map_ in eerdere_mappen(ps.wortel).values() if map_.heeft(PARAMETERS)]
    van_mappen = ((map_.id, p) for map_ in mappen for p in _problemen(partial(laad_editie, map_)))
    return [
        *_problemen(lambda: eerdere_edities(ps)),
        *(p for id, p in van_mappen if id == ps.editie.vorige or p.code != "editie-parameter-ontbreekt"),
        *_problemen(lambda: terugblikken(ps, ps.wortel / "toetsing")),
    ]


def _van_een_ronde(ps: Parameterset) -> None:
    """Raises Fout with what in the texts speaks of a round where it should follow the edition."""
    from mpp.controle.rondeteksten import toets_teksten_van_ronde

    if problemen := list(toets_teksten_van_ronde(ps)):
        raise Fout(problemen)


def _zonder_getallen(wortel: Path) -> list[Probleem]:
    from mpp.glossarium import lees_glossarium
    from mpp.render.project import lees_project

    def glossarium() -> object:
        return lees_glossarium(wortel / "glossary.yml")

    def project() -> object:
        return lees_project(wortel)

    return [*_problemen(glossarium), *_problemen(project)]


def _problemen(lees: Callable[[], object]) -> list[Probleem]:
    try:
        lees()
    except Fout as fout:
        return fout.problemen
    return []
