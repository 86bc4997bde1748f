"""Looking through the sources of an edition without writing anything."""

from __future__ import annotations

from collections.abc import Callable

from mpp.problemen import Fout, Probleem
from mpp.projectmap import projectmap
from mpp.uitgave.documenten import kies, varianten
from mpp.uitgave.samenstellen import stel_samen
from mpp.uitgave.status import Status, bepaal_status
from mpp.uitgave.voortgang import Stil, Voortgang


def kijk_na(voortgang: Voortgang | None = None) -> Status:
    """The state of the active edition, when its parameters, texts, glossary and chapters are all in order.

    Every document is made, those of the variants too, in memory, so that whatever would stop the package is found. Without parameters that
    can be computed with, only what does not hang on numbers can be looked through. Raises Fout with every problem.
    """
    from mpp.uitkomsten import huidige

    voortgang = voortgang or Stil()
    voortgang.begin("parameters")
    try:
        u = huidige()
    except Fout as fout:
        raise Fout([*fout.problemen, *_zonder_getallen()]) from None
    voortgang.klaar("parameters")
    status = bepaal_status(u.ps)
    stel_samen((*kies(), *varianten().values()), u, status, voortgang)
    return status


def _zonder_getallen() -> list[Probleem]:
    from mpp.glossarium import lees_glossarium
    from mpp.render.project import lees_project

    def glossarium() -> object:
        return lees_glossarium(projectmap() / "glossary.yml")

    def project() -> object:
        return lees_project(projectmap())

    return [*_problemen(glossarium), *_problemen(project)]


def _problemen(lees: Callable[[], object]) -> list[Probleem]:
    try:
        lees()
    except Fout as fout:
        return fout.problemen
    return []
