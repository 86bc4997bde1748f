"""The input beside the model: what of a parameter file cannot be known without what the model computes and reads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from mpp.lezen import regel_van
from mpp.parameters import Parameterset
from mpp.parameters.aannemelijk import Cijfer, Meld, toets
from mpp.parameters.akkoordbestand import NAAM as AKKOORDEN
from mpp.parameters.cijfers import klopt_zonder_getal
from mpp.parameters.eenheden import TELBAAR
from mpp.parameters.schema import Gepubliceerd
from mpp.problemen import Probleem, lijkt_op, probleem
from mpp.uitkomsten.planning import PLANNING, jaren_met_planning
from mpp.uitkomsten.register import indicatoren, register

_GEHEEL: Final = "getal-niet-heel"


def toets_invoer(ps: Parameterset) -> Iterator[Probleem]:
    """What the parameter file of an edition has that the model does not know, or knows in another unit."""
    yield from _ongelezen(ps)
    yield from _eenheden(ps)
    for i, g in enumerate(ps.gepubliceerd):
        yield from _gepubliceerd(ps, i, g)
    yield from _akkoorden(ps)


def toets_uitkomst(meld: Meld, id: str, jaar: int, waarde: float, teksten: tuple[str | None, ...], klopt: str | None) -> Iterator[Probleem]:
    """What is wrong with a published figure: part of a person or case, or a slip of the hand."""
    eenheid = register()[id].eenheid
    if eenheid in TELBAAR and not waarde.is_integer():
        yield meld(_GEHEEL, id=id, periode=jaar, waarde=f"{waarde:.10g}", eenheid=eenheid)
    yield from klopt_zonder_getal(meld, id, str(jaar), klopt, waarde)
    yield from toets([Cijfer(meld, id, str(jaar), waarde, teksten, klopt)])


def _akkoorden(ps: Parameterset) -> Iterator[Probleem]:
    """Consents to what is no outcome, and of an organisation that it does not belong to."""
    boom, getoond = ps.akkoorden.boom, indicatoren("intern")
    for i, a in enumerate(boom.get("uitkomsten", ()) if boom else ()):
        id, organisatie = a["indicator"], a["organisatie"]
        if id not in getoond:
            regel, suggestie = regel_van(boom, ("uitkomsten", i, "indicator")), lijkt_op(id, getoond)
            yield probleem("akkoord-indicator-onbekend", bestand=AKKOORDEN, regel=regel, id=id, suggestie=suggestie)
        elif organisatie != getoond[id].organisatie:
            gegevens = {"organisatie": organisatie, "onderwerp": id, "partijen": getoond[id].organisatie}
            regel = regel_van(boom, ("uitkomsten", i, "organisatie"))
            yield probleem("akkoord-andere-organisatie", bestand=AKKOORDEN, regel=regel, **gegevens)


def _gepubliceerd(ps: Parameterset, i: int, g: Gepubliceerd) -> Iterator[Probleem]:
    def meld(code: str, *stappen: str, **gegevens: object) -> Probleem:
        return probleem(code, bestand=ps.pad.name, regel=regel_van(ps.boom, ("gepubliceerd", i, *stappen)), **gegevens)

    jaren = ps.editie.jaren
    if g.indicator not in indicatoren("extern"):
        yield meld("gepubliceerd-indicator-onbekend", id=g.indicator, suggestie=lijkt_op(g.indicator, indicatoren("extern")))
    else:
        yield from toets_uitkomst(meld, g.indicator, g.jaar, g.waarde, (g.toelichting, g.genoemd), g.klopt)
    if g.jaar not in jaren:
        yield meld("jaar-buiten-editie", jaar=g.jaar, eerste=jaren[0], laatste=jaren[-1])
    elif g.scenario == PLANNING and g.jaar not in jaren_met_planning(ps):
        yield meld("planning-zonder-instroom", jaar=g.jaar)


@cache
def _gelezen() -> frozenset[str]:
    from mpp.productiemodel import keten

    return frozenset(keten().parameters())


@cache
def _eenheid_van() -> dict[str, tuple[str, str]]:
    """The unit that a parameter or realisation must have, and the indicator that has it: its own, or the stock that it opens."""
    from mpp.productiemodel import keten

    begin = {v.begin: (register()[id].eenheid, id) for id, v in keten().voorraden.items() if id in register()}
    return begin | {id: (i.eenheid, id) for id, i in register().items()}


def _ongelezen(ps: Parameterset) -> Iterator[Probleem]:
    for i, id in enumerate(ps.parameters):
        if id not in _gelezen():
            regel, suggestie = regel_van(ps.boom, ("parameters", i, "id")), lijkt_op(id, _gelezen() - ps.parameters.keys())
            yield probleem("parameter-ongelezen", bestand=ps.pad.name, regel=regel, id=id, suggestie=suggestie)


def _eenheden(ps: Parameterset) -> Iterator[Probleem]:
    for sectie, reeksen in (("parameters", ps.parameters), ("realisaties", ps.realisaties)):
        for i, reeks in enumerate(reeksen.values()):
            eenheid, indicator = _eenheid_van().get(reeks.id, (reeks.eenheid, reeks.id))
            if reeks.eenheid != eenheid:
                regel = regel_van(ps.boom, (sectie, i, "eenheid"))
                gegevens = {"id": reeks.id, "eenheid": reeks.eenheid, "indicator": indicator, "verwacht": eenheid}
                yield probleem("eenheid-past-niet", bestand=ps.pad.name, regel=regel, **gegevens)
