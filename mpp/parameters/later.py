"""What cannot have been known when the edition was made: told of a time after its peildatum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Final

from mpp.lezen import Blok, regel_van
from mpp.parameters.afleiding import Afleidingen
from mpp.parameters.perioden import begin, einde, is_dag, is_moment
from mpp.parameters.schema import Bron, Editie, Parameter, Parameterbestand, Realisatie
from mpp.parameters.tijd import laatste_dag
from mpp.problemen import Probleem, probleem

#: A source may give the stand of the peildatum on the first days after it, as in `Realisatie.moment_van`.
_EERSTE_DAGEN: Final = timedelta(days=1)


def na_de_peildatum(r: Realisatie, moment: str, editie: Editie, bronnen: Mapping[str, Bron]) -> bool:
    """Whether a value tells what came after the peildatum; False for a moment that is not on the calendar.

    What its sources told before the period began was decided or announced then, such as a taakstelling: that came before it.
    """
    if not is_moment(moment, r.periode) or (r.periode == "stand" and not is_dag(moment)):
        return False
    return einde(moment, r.periode) > editie.peildatum + _EERSTE_DAGEN and not is_aangekondigd(r, moment, bronnen)


def is_aangekondigd(r: Realisatie, moment: str, bronnen: Mapping[str, Bron]) -> bool:
    """Whether the sources of a value told it before its period began: a target, a plan."""
    dagen = [laatste_dag(bronnen[sleutel]) for sleutel in r.bronnen_van(r.waarden[moment]) if sleutel in bronnen]
    return bool(dagen) and max(dagen) < begin(moment, r.periode)


def reden_van(reeks: Parameter | Realisatie, periode: str) -> str | None:
    """Why a value rests on later knowledge, as the file says it: of the value itself, or else of its record."""
    return reeks.waarden[periode].later or reeks.later


def toets_later(bestand: Parameterbestand, boom: Blok, naam: str) -> Iterator[Probleem]:
    """What came in a period that the edition forecasts, and what follows from that, where the file does not say so with a reason."""
    if "realisaties" not in boom:
        return
    e, afleidingen = bestand.editie, Afleidingen(bestand)
    geraamd = {
        (Realisatie, r.id, moment)
        for r in bestand.realisaties
        for moment in r.waarden
        if na_de_peildatum(r, moment, e, bestand.bronnen) and int(moment[:4]) <= e.jaren[-1]
    }
    secties: dict[str, tuple[Parameter | Realisatie, ...]] = {"realisaties": bestand.realisaties, "parameters": bestand.parameters}
    for sectie, reeksen in secties.items():
        for i, reeks in enumerate(reeksen):
            for periode in () if reeks.later else reeks.waarden:
                sleutel = (type(reeks), reeks.id, periode)
                uit = {sleutel} & geraamd or afleidingen.delen(reeks, periode) & geraamd
                if uit and not reeks.waarden[periode].later:
                    plek = regel_van(boom, (sectie, i, "waarden", periode))
                    gegevens = {"id": reeks.id, "periode": periode, "peildatum": e.peildatum, "editie": e.naam}
                    code = "later-realisatie" if sleutel in uit else "later-volgt-uit"
                    anderen = ", ".join(sorted(f"{id} ({moment})" for _, id, moment in uit))
                    yield probleem(code, bestand=naam, regel=plek, uit=anderen, **gegevens)
