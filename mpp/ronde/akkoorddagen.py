"""When consent can be given: once there is what it is about, and before the adoption; after it only to what a correction changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mpp.lezen import regel_van
from mpp.parameters import Parameterset
from mpp.parameters.afleiding import Afleidingen
from mpp.parameters.akkoord import SOORTEN, Soort
from mpp.parameters.later import is_aangekondigd
from mpp.parameters.perioden import einde
from mpp.parameters.schema import Parameter, Realisatie
from mpp.problemen import Probleem, probleem
from mpp.ronde.journaal import lees_journaal

_EEN_DAG = timedelta(days=1)


def toets_akkoorddagen(ps: Parameterset) -> Iterator[Probleem]:
    """Every consent of a day before there was what it is about, or after the adoption in an edition that is not adopted yet."""
    akkoorden = ps.akkoorden
    for soort in SOORTEN:
        for rij in akkoorden.boom.get(soort, ()) if akkoorden.boom else ():
            wat = rij["parameter" if soort == "invoer" else "indicator"]
            gegevens = {"organisatie": rij["organisatie"], "onderwerp": wat, "datum": rij["datum"]}
            redenen = {"akkoord-te-vroeg": te_vroeg(soort, wat, rij["datum"], ps), "akkoord-te-laat": te_laat(rij["datum"], ps)}
            for code, reden in redenen.items():
                if reden:
                    yield probleem(code, bestand=akkoorden.naam, regel=regel_van(rij, ("datum",)), reden=reden, **gegevens)


def te_laat(dag: date, ps: Parameterset) -> str:
    """Why nobody can agree any more on a day; empty when one can."""
    vastgesteld = ps.editie.vastgesteld
    if dag <= vastgesteld or lees_journaal(ps).is_vast:
        return ""
    return f"akkoord wordt gegeven voor de vaststelling ({vastgesteld}), en daarna alleen op wat een correctie wijzigt"


def te_vroeg(soort: Soort, onderwerp: str, dag: date, ps: Parameterset) -> str:
    """Why nobody can agree yet to a parameter or indicator on a day; empty when one can.

    The stock of the peildatum is there on that day, and so is what comes of it; what came in a month, when that has passed. A
    target or a plan that was announced is there before.
    """
    peildatum = ps.editie.peildatum
    if soort == "uitkomsten":
        return f"de uitkomsten rusten op de stand van de peildatum ({peildatum})" if dag < peildatum else ""
    for reeks, periode in _rust_op(ps, onderwerp) if onderwerp in ps.parameters else ():
        is_eigen = "het" if reeks.id == onderwerp else f"de waarde rust op {reeks.id}, en dat"
        if isinstance(reeks, Parameter):
            if reeks.peildatum and dag < reeks.peildatum <= peildatum:
                return f"{is_eigen} is de stand van {reeks.peildatum}"
        elif dag < (eerst := _eerste_dag(reeks, periode)) <= peildatum and not is_aangekondigd(reeks, periode, ps.bronnen):
            return f"{is_eigen} is in {periode} pas op {eerst} bekend"
    return ""


def _eerste_dag(r: Realisatie, moment: str) -> date:
    """The day of a stand, the day after a period."""
    return einde(moment, r.periode) + (timedelta() if r.periode == "stand" else _EEN_DAG)


def _rust_op(ps: Parameterset, id: str) -> list[tuple[Parameter | Realisatie, str]]:
    """The values of a parameter and all that they follow from, each with its period."""
    afleidingen = Afleidingen(ps.bestand)
    gevonden: list[tuple[Parameter | Realisatie, str]] = [(ps[id], periode) for periode in ps[id].waarden]
    for reeks, periode in gevonden:
        for soort, ander, wanneer in sorted(afleidingen.delen(reeks, periode), key=lambda deel: (deel[0].__name__, *deel[1:])):
            bron = ps.parameters[ander] if soort is Parameter else ps.realisaties[ander]
            deel = (bron, wanneer if wanneer in bron.waarden else "vast")
            if deel not in gevonden:
                gevonden.append(deel)
    return gevonden
