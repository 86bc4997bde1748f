"""What must fit at the peildatum: the realised months before it, and the stocks with which the model begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

import numpy as np

from mpp.lezen import regel_van
from mpp.parameters import Parameterset
from mpp.parameters.dagen import MAANDEN
from mpp.parameters.gerealiseerd import namen, ontbreekt, perioden_van
from mpp.parameters.schema import Parameter
from mpp.problemen import Probleem, probleem
from mpp.productiemodel import Gerealiseerd, keten
from mpp.productiemodel.onderdelen import Berekening
from mpp.productiemodel.verwijzing import Som, V
from mpp.uitkomsten.register import Indicator, indicatoren, register

_DAG: Final = re.compile(rf"(\d{{1,2}}) ({'|'.join(MAANDEN)}) (\d{{4}})")
_JAAR: Final = re.compile(r"(?:19|20)\d\d")
_HELE: Final = 0.5
_OVER_TIJD: Final = ("instroom", "uitstroom", "bedrag", "piek", "duur")


def toets_gerealiseerd(ps: Parameterset) -> Iterator[Probleem]:
    """What is missing of the months before the peildatum, or does not add up."""
    if not ps.editie.gerealiseerd:
        return
    kwam = Gerealiseerd(keten(), ps)
    weg = {id: maanden for id in nodig() if (maanden := np.flatnonzero(np.isnan(kwam.reeksen[id])).tolist())}
    for id, maanden in weg.items():
        if not weg.keys() & set(kwam.volgt_uit(id)):  # else it follows from what is missing
            yield ontbreekt(ps, id, maanden)
    for id in kwam.reeksen:
        yield from _perioden(ps, id)
    for id in kwam.gegeven.keys() & kwam.afgeleid.keys():
        yield from _telt_op(ps, kwam, id)


def nodig() -> tuple[str, ...]:
    """The flows and quantities of which every month before the peildatum must be known: those of which a document shows the year,
    and those on which the model looks back.
    """
    terug = {r.id for b in keten().berekeningen.values() for r in b.leest.values() if isinstance(r, Som)}
    getoond = {id for id, i in indicatoren("intern").items() if _over_het_jaar(i)}
    return tuple(b.id for b in keten().berekeningen.values() if b.soort != "stand" and b.id in getoond | terug)


def _over_het_jaar(i: Indicator) -> bool:
    """Whether its year is made of all its months; a ratio over the year is made of those of its parts."""
    return i.soort in _OVER_TIJD and not i.teller


def _perioden(ps: Parameterset, id: str) -> Iterator[Probleem]:
    n = ps.editie.gerealiseerd
    bekend: dict[int, float] = {}
    for p in perioden_van(ps, id):
        if p.maanden.stop > n:  # of a time that is forecast: `mpp.parameters.later`
            continue
        geheel, deel = p.reeks.waarden[p.sleutel].waarde, sum(bekend.get(t, 0.0) for t in p.maanden)
        vrij = [t for t in p.maanden if t not in bekend]
        if deel > geheel + _HELE or (not vrij and abs(deel - geheel) > _HELE):
            gegevens = {"id": id, "sleutel": p.sleutel, "deel": f"{deel:g}", "geheel": f"{geheel:g}"}
            regel = _regel(ps, p.reeks.id, p.sleutel)
            yield probleem("gerealiseerd-meer-dan-geheel", bestand=ps.naam, regel=regel, **gegevens)
        bekend |= {t: (geheel - deel) / len(vrij) for t in vrij}


def _telt_op(ps: Parameterset, kwam: Gerealiseerd, id: str) -> Iterator[Probleem]:
    """A number that follows from others of the same months, and was given as another."""
    gegeven = sum(m.waarde for m in kwam.gegeven[id] if m)
    volgt = float(kwam.afgeleid[id].sum())
    if abs(gegeven - volgt) > _HELE:
        eerste = next(m for m in kwam.gegeven[id] if m)
        delen = ", ".join(kwam.volgt_uit(id))
        gegevens = {"id": id, "maanden": namen(ps.editie, range(kwam.n_maanden)), "gegeven": f"{gegeven:g}", "volgt": f"{volgt:g}"}
        regel = _regel(ps, eerste.reeks, eerste.sleutel)
        yield probleem("gerealiseerd-telt-niet-op", bestand=ps.naam, regel=regel, delen=delen, **gegevens)


def heeft_ramingen(ps: Parameterset) -> bool:
    """Whether some of the months before the peildatum were not counted, but estimated."""
    return any(m.geraamd for maanden in Gerealiseerd(keten(), ps).gegeven.values() for m in maanden if m)


def toets_begin(ps: Parameterset) -> Iterator[Probleem]:
    """Stocks at the beginning that are of another day, say so in their name, or differ from what was counted on that day."""
    for id in (p.id for v in keten().voorraden.values() for p in v.parameters):
        if id in ps.parameters:
            yield from _van_de_dag(ps, ps.bestand.parameters[list(ps.parameters).index(id)])
    for r in (r for id, r in ps.realisaties.items() if id in keten().voorraden or id in keten().standen):
        delen = _delen(r.id)
        if delen and all(deel in ps.parameters for deel in delen):
            begin = sum(ps.vast(deel) for deel in delen)
            dag = next((d for d in _zelfde_dag(ps.editie.begin) if d in r.waarden), None)
            if dag and r.periode == "stand" and abs(r.waarden[dag].waarde - begin) > _HELE:
                plaats = list(ps.parameters).index(delen[0])
                gegevens = {"begin": f"{begin:g}", "id": " + ".join(delen), "geteld": f"{r.waarden[dag].waarde:g}"}
                regel = regel_van(ps.boom, ("parameters", plaats, "waarden", "vast"))
                yield probleem("begin-wijkt-af", bestand=ps.naam, regel=regel, reeks=r.id, sleutel=dag, **gegevens)


def _van_de_dag(ps: Parameterset, p: Parameter) -> Iterator[Probleem]:
    def meld(code: str, plek: str, **gegevens: object) -> Probleem:
        regel = regel_van(ps.boom, ("parameters", list(ps.parameters).index(p.id), plek))
        return probleem(code, bestand=ps.naam, regel=regel, id=p.id, begin=begin, **gegevens)

    begin = ps.editie.begin
    if p.peildatum is None:
        yield meld("begin-zonder-datum", "id")
    elif p.peildatum != begin:
        yield meld("begin-andere-datum", "peildatum", dag=p.peildatum)
    for dag, maand, jaar in _DAG.findall(p.label):
        if (genoemd := date(int(jaar), MAANDEN.index(maand) + 1, int(dag))) != begin:
            yield meld("begin-andere-naam", "label", veld="naam", genoemd=genoemd)
    if jaren := [jaar for jaar in _JAAR.findall(p.id) if int(jaar) not in (begin.year, begin.year - 1)]:
        yield meld("begin-andere-naam", "id", veld="id", genoemd=jaren[0])


def _delen(id: str) -> tuple[str, ...]:
    """The parameters that a stock opens with, or that the stocks open with of which a stand is the sum; nothing for another stand."""
    onderdeel = keten().onderdelen[id]
    if not isinstance(onderdeel, Berekening):
        return (onderdeel.begin,)
    refs = onderdeel.leest.values()
    i: Mapping[str, Indicator] = register()
    som = id in i and set(i[id].delen) == {r.id for r in refs if isinstance(r, V)}
    return tuple(deel for r in refs if isinstance(r, V) for deel in _delen(r.id)) if som else ()


def _zelfde_dag(begin: date) -> tuple[str, str]:
    """How a source writes the stand at the beginning of a day: as that of the day, or of the end of the day before."""
    return begin.isoformat(), (begin - timedelta(days=1)).isoformat()


def _regel(ps: Parameterset, reeks: str, sleutel: str) -> int | None:
    return regel_van(ps.boom, ("realisaties", list(ps.realisaties).index(reeks), "waarden", sleutel))
