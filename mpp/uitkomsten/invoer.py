"""The input beside the model: what of a parameter file cannot be known without what the model computes and reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import Final, Protocol

from mpp.lezen import Blok, lees, regel_van
from mpp.padnamen import EDITIES, PARAMETERS
from mpp.parameters import Parameterset
from mpp.parameters.aannemelijk import Cijfer, Meld, is_ver, toets
from mpp.parameters.cijfers import toets_klopt
from mpp.parameters.eenheden import TELBAAR
from mpp.parameters.laden import records
from mpp.parameters.schema import Gepubliceerd, Reeks
from mpp.parameters.schrijfwijze import geschreven, in_yaml
from mpp.problemen import Probleem, lijkt_op, probleem
from mpp.uitkomsten.kubus import SCENARIOS
from mpp.uitkomsten.planning import PLANNING, jaren_met_planning
from mpp.uitkomsten.register import indicatoren, register
from mpp.uitkomsten.voor_de_peildatum import toets_begin, toets_gerealiseerd

_GEHEEL: Final = "getal-niet-heel"
_REALISATIES: Final = Path(__file__).with_name("realisaties.yml")


class Uitkomst(Protocol):
    """A published figure, of this edition or of an earlier one."""

    @property
    def indicator(self) -> str:
        """Of which indicator."""

    @property
    def jaar(self) -> int:
        """Of which year."""

    @property
    def scenario(self) -> str | None:
        """Of which scenario, if its source names one."""

    @property
    def aansluitend(self) -> bool:
        """Whether it is of an order, a decision or an estimate that goes with the edition."""

    @property
    def waarde(self) -> float:
        """The figure itself."""

    @property
    def toelichting(self) -> str | None:
        """What is said of it."""

    @property
    def genoemd(self) -> str | None:
        """As its source writes it."""

    @property
    def klopt(self) -> str | None:
        """Why it is right although it looks like a slip."""


def toets_invoer(ps: Parameterset) -> Iterator[Probleem]:
    """What the parameter file of an edition has that the model does not know, or knows in another unit."""
    yield from _ongelezen(ps)
    yield from _eenheden(ps)
    yield from toets_gerealiseerd(ps)
    if "realisaties" in ps.boom:  # what is laid over an edition may have another opening: that is what it asks about
        yield from toets_begin(ps)
    yield from _naast_vorige(ps)
    cijfers = [p for i, g in enumerate(ps.gepubliceerd) for p in _gepubliceerd(ps, i, g)]
    yield from cijfers or toets_scenarios(lambda i: partial(_meld, ps, i), ps.gepubliceerd)
    yield from _akkoorden(ps)


def toets_uitkomst(meld: Meld, c: Uitkomst) -> Iterator[Probleem]:
    """What is wrong with a published figure: part of a person or case, or a slip of the hand."""
    id, jaar, waarde = c.indicator, c.jaar, c.waarde
    eenheid = register()[id].eenheid
    if eenheid in TELBAAR and not waarde.is_integer():
        yield meld(_GEHEEL, id=id, periode=jaar, waarde=f"{waarde:.10g}", eenheid=eenheid)
    yield from toets_klopt(meld, id, str(jaar), c.klopt, eenheid, waarde)
    yield from toets([Cijfer(meld, id, str(jaar), waarde, (c.toelichting,), c.klopt, eenheid=eenheid, bron=c.genoemd, streng=True)])


def toets_scenarios(meld: Callable[[int], Meld], cijfers: Sequence[Uitkomst]) -> Iterator[Probleem]:
    """Published figures of a lower scenario that lie above those of a higher one, of the same indicator and year."""
    groepen: dict[tuple[str, int, bool], dict[str | None, tuple[int, Uitkomst]]] = {}
    for i, c in enumerate(cijfers):
        groepen.setdefault((c.indicator, c.jaar, c.aansluitend), {})[c.scenario] = i, c
    for (id, jaar, _), groep in groepen.items():
        op_rij = [(naam, *groep[naam]) for naam in SCENARIOS if naam in groep]
        for (lager, _, a), (hoger, i, b) in pairwise(op_rij):
            if a.waarde > b.waarde and not (a.klopt or b.klopt):
                waarden = {"waarde": geschreven(b.waarde), "anders": geschreven(a.waarde)}
                yield meld(i)("cijfer-volgorde", id=id, jaar=jaar, scenario=hoger, ander=lager, **waarden)


def _akkoorden(ps: Parameterset) -> Iterator[Probleem]:
    """Consents to what is no outcome, and of an organisation that it does not belong to."""
    boom, getoond = ps.akkoorden.boom, indicatoren("intern")
    for i, a in enumerate(boom.get("uitkomsten", ()) if boom else ()):
        id, organisatie = a["indicator"], a["organisatie"]
        if id not in getoond:
            regel, suggestie = regel_van(boom, ("uitkomsten", i, "indicator")), lijkt_op(id, getoond)
            yield probleem("akkoord-indicator-onbekend", bestand=ps.akkoorden.naam, regel=regel, id=id, suggestie=suggestie)
        elif organisatie != getoond[id].organisatie:
            gegevens = {"organisatie": organisatie, "onderwerp": id, "partijen": getoond[id].organisatie}
            regel = regel_van(boom, ("uitkomsten", i, "organisatie"))
            yield probleem("akkoord-andere-organisatie", bestand=ps.akkoorden.naam, regel=regel, **gegevens)


def _gepubliceerd(ps: Parameterset, i: int, g: Gepubliceerd) -> Iterator[Probleem]:
    jaren, meld = ps.editie.jaren, partial(_meld, ps, i)
    if g.indicator not in indicatoren("extern"):
        yield meld("gepubliceerd-indicator-onbekend", id=g.indicator, suggestie=lijkt_op(g.indicator, indicatoren("extern")))
    else:
        yield from toets_uitkomst(meld, g)
    if g.jaar not in jaren:
        yield meld("jaar-buiten-editie", jaar=g.jaar, eerste=jaren[0], laatste=jaren[-1])
    elif g.scenario == PLANNING and g.jaar not in jaren_met_planning(ps):
        yield meld("planning-zonder-instroom", jaar=g.jaar)


def _meld(ps: Parameterset, i: int, code: str, *stappen: str, **gegevens: object) -> Probleem:
    return probleem(code, bestand=ps.naam, regel=regel_van(ps.boom, ("gepubliceerd", i, *stappen)), **gegevens)


@cache
def _parameters() -> Mapping[str, str]:
    """Every parameter that the model reads, and in which unit."""
    from mpp.productiemodel import keten

    return keten().eenheden


@cache
def _realisaties() -> Mapping[str, str]:
    """Every realisation that can be given, and its unit: of an indicator, of a parameter, or of what the model does not compute."""
    return {**lees(_REALISATIES), **_parameters(), **{id: i.eenheid for id, i in register().items()}}


def _ongelezen(ps: Parameterset) -> Iterator[Probleem]:
    """Names that nothing knows: mostly another one that was written wrong."""
    for i, id in enumerate(ps.parameters):
        if id not in _parameters():
            regel, suggestie = regel_van(ps.boom, ("parameters", i, "id")), lijkt_op(id, _parameters().keys() - ps.parameters.keys())
            yield probleem("parameter-ongelezen", bestand=ps.naam, regel=regel, id=id, suggestie=suggestie)
    for i, (id, r) in enumerate(ps.realisaties.items()):
        if id.removesuffix(f".{r.periode}") not in _realisaties():
            regel, suggestie = regel_van(ps.boom, ("realisaties", i, "id")), lijkt_op(id, _realisaties().keys() - ps.realisaties.keys())
            yield probleem("realisatie-onbekend", bestand=ps.naam, regel=regel, id=id, suggestie=suggestie)


def _naast_vorige(ps: Parameterset) -> Iterator[Probleem]:
    """The first number of each parameter that lies far from what the edition before this one has for the same period or day."""
    pad = ps.wortel / EDITIES / ps.editie.vorige / PARAMETERS if ps.editie.vorige else None
    boom = lees(pad) if pad and pad.is_file() else None
    parameters = records(boom.get("parameters")) if isinstance(boom, Blok) else None
    plaatsen = {id: i for i, id in enumerate(ps.parameters)}
    for p in (p for p in parameters or () if isinstance(p, dict) and p.get("id") in plaatsen):
        id, toen = p["id"], p.get("waarden")
        if p.get("peildatum") != ps.parameters[id].peildatum:
            continue
        for periode, nu in ps.parameters[id].waarden.items():
            was = toen[periode].get("waarde") if isinstance(toen, dict) and periode in toen else None
            if isinstance(was, (int, float)) and was and nu.waarde and not nu.klopt and is_ver(abs(nu.waarde), abs(was)):
                gegevens = {"id": id, "periode": periode, "waarde": in_yaml(nu.waarde)}
                regel = regel_van(ps.boom, ("parameters", plaatsen[id], "waarden", periode))
                buren = f"in {ps.editie.vorige} was het {geschreven(was)}"
                yield probleem("getal-sprong", bestand=ps.naam, regel=regel, buren=buren, **gegevens)
                break


def _eenheden(ps: Parameterset) -> Iterator[Probleem]:
    """Units in which the number would be something else than it is read, or counted, as."""
    for i, p in enumerate(ps.parameters.values()):
        if p.eenheid != (verwacht := _parameters().get(p.id, p.eenheid)):
            yield _past_niet(ps, ("parameters", i, "eenheid"), p, "het model leest haar in", verwacht)
    for i, r in enumerate(ps.realisaties.values()):
        naam = r.id.removesuffix(f".{r.periode}")
        if r.eenheid != (verwacht := _realisaties().get(naam, r.eenheid)):
            yield _past_niet(ps, ("realisaties", i, "eenheid"), r, f"{naam} wordt geteld in", verwacht)


def _past_niet(ps: Parameterset, pad: tuple[str | int, ...], reeks: Reeks, waarom: str, verwacht: str) -> Probleem:
    gegevens = {"id": reeks.id, "eenheid": reeks.eenheid, "waarom": waarom, "verwacht": verwacht}
    return probleem("eenheid-past-niet", bestand=ps.naam, regel=regel_van(ps.boom, pad), **gegevens)
