"""Every edition that published something: what others told of it, and its own results, each from its own folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from mpp.edities.aanvullen import zoals_het_model_leest
from mpp.edities.gepubliceerd import AANSLUITEND, PLANNING, ZONDER_SCENARIO, Cijfer, Kop, lees_gepubliceerd, zonder_bron
from mpp.edities.map import GEPUBLICEERD, UITKOMSTEN, Editiemap, eerdere_mappen, toets_mappen
from mpp.edities.slot import toets_slot
from mpp.edities.uitkomsten import Uitkomst, lees_uitkomsten, toets_uitkomsten
from mpp.padnamen import PARAMETERS, bestandsnaam
from mpp.parameters import Parameterset
from mpp.parameters.dagen import datum
from mpp.parameters.schema import Bron
from mpp.problemen import Fout, Probleem, probleem
from mpp.uitkomsten.invoer import toets_invoer
from mpp.uitkomsten.register import indicatoren


@dataclass(frozen=True)
class EerdereEditie:
    """What one edition published: the figures that others told, and its own results; `bronnen` are the sources that it describes.

    `aansluitend` are the orders, decisions and estimates that go with it: its parameters may rest on them, and they are no outcomes of it.

    `titel` is its name with what kind of edition it is, where that is no edition of the chain.
    """

    editie: Kop
    cijfers: tuple[Cijfer, ...]
    aansluitend: tuple[Cijfer, ...]
    bronnen: Mapping[str, Bron]
    uitkomsten: Mapping[Uitkomst, float]
    titel: str

    @cached_property
    def gepubliceerd(self) -> Mapping[Uitkomst, Cijfer]:
        """Every published figure: of what others told and the edition computed, what they told; without a scenario it is medio."""
        eigen = {u: Cijfer(indicator=u[0], jaar=u[1], scenario=u[2], waarde=w, bron=UITKOMSTEN) for u, w in self.uitkomsten.items()}
        return {**eigen, **{(c.indicator, c.jaar, c.scenario or ZONDER_SCENARIO): c for c in self.cijfers}}

    def zoek(self, id: str, jaar: int, scenario: str | None) -> Cijfer | None:
        """One figure: as others told it, for a scenario or for none, or else as the edition computed it; or what goes with the edition."""
        if scenario == AANSLUITEND:
            return next((c for c in self.aansluitend if (c.indicator, c.jaar) == (id, jaar)), None)
        genoemd = (c for c in self.cijfers if (c.indicator, c.jaar, c.scenario) == (id, jaar, scenario))
        berekend = self.gepubliceerd.get((id, jaar, scenario or ZONDER_SCENARIO))
        return next(genoemd, berekend if berekend and berekend.bron == UITKOMSTEN else None)

    def herkomst(self, cijfer: Cijfer) -> str:
        """Who told a figure, and what there is to say of it."""
        if cijfer.bron == UITKOMSTEN:
            return f"Uitkomst van {self.titel}."
        bron = self.bronnen[cijfer.bron]
        tekst = f"{bron.uitgever}, {datum(bron.datum)}"
        return f"{tekst}. {cijfer.toelichting}" if cijfer.toelichting else f"{tekst}."


@cache
def eerdere_edities(ps: Parameterset) -> dict[str, EerdereEditie]:
    """Every edition in the project of `ps` that published something, the one at its root too, by its id, oldest first.

    Raises Fout with every file and line that is not right: a piece that is missing in a folder, a figure of an indicator that
    does not exist.
    """
    edities: dict[str, EerdereEditie] = {}
    problemen = [*toets_mappen(ps.wortel), *_dubbel(ps)]
    for map_ in (*eerdere_mappen(ps.wortel).values(), Editiemap(ps.wortel)):
        if map_.id and any(True for _ in map_.toets()):
            continue  # what else is wrong in it comes of that
        try:
            if map_.heeft(GEPUBLICEERD):
                editie = _lees(map_, ps)
                edities[editie.editie.id] = editie
        except Fout as fout:
            problemen += fout.problemen
    if problemen:
        raise Fout(problemen)
    return dict(sorted(edities.items()))


def laad_editie(map_: Editiemap) -> Parameterset:
    """The parameters of an earlier edition, on its own years, as today's model reads them, held against the pieces beside them.

    Raises Fout with every problem: in the file, of another edition than the folder, a lock that does not fit, results of other
    parameters, and what the model reads and the edition does not have. Of a folder in which a piece is missing or is not as it was
    put away, only that is told.
    """
    if stuk := list(map_.toets()):
        raise Fout(stuk)
    ps = map_.laad()
    problemen: list[Probleem] = []
    if ps.editie.id != map_.id:
        gegevens = {"id": ps.editie.id, "verwacht": map_.id}
        problemen.append(probleem("editie-andere-id", bestand=ps.naam, regel=ps.boom["editie"].regels["id"], **gegevens))
    problemen += toets_slot(ps)
    if map_.heeft(UITKOMSTEN):
        pad, naam = map_.pad(UITKOMSTEN), map_.naam(UITKOMSTEN)
        problemen += toets_uitkomsten(pad, naam, lees_uitkomsten(pad, naam, ps.editie.id), ps)
    gelezen = ps
    try:
        gelezen = zoals_het_model_leest(map_, ps)
        problemen += toets_invoer(gelezen)
    except Fout as fout:
        problemen += fout.problemen
    if problemen:
        raise Fout(problemen)
    return gelezen


def _lees(map_: Editiemap, ps: Parameterset) -> EerdereEditie:
    """What stands in one folder; `ps` is the edition at the root, if it is not laid aside for another."""
    pad, naam = map_.pad(GEPUBLICEERD), map_.naam(GEPUBLICEERD)
    gepubliceerd = lees_gepubliceerd(pad, naam, map_.id or (ps.editie.id if _is_wortel(ps) else None))
    eigen = _eigen_bestand(map_, ps)
    bronnen = {**(eigen.bronnen if eigen else {}), **gepubliceerd.bronnen}
    if problemen := list(zonder_bron(gepubliceerd, bronnen, pad, naam)):
        raise Fout(problemen)
    kop, csv = gepubliceerd.editie, map_.pad(UITKOMSTEN)
    uitkomsten = lees_uitkomsten(csv, map_.naam(UITKOMSTEN), kop.id) if map_.id and csv.is_file() else {}
    alle = (*gepubliceerd.cijfers, *(_uit_parameters(eigen, gepubliceerd.cijfers) if map_.id and eigen else ()))
    cijfers, aansluitend = (tuple(c for c in alle if c.aansluitend == erbij) for erbij in (False, True))
    return EerdereEditie(kop, cijfers, aansluitend, bronnen, uitkomsten, eigen.editie.titel if eigen else kop.naam)


def _eigen_bestand(map_: Editiemap, ps: Parameterset) -> Parameterset | None:
    """The parameters of the edition in the folder; `ps` where that is the one at the root."""
    if map_.id is None:
        return ps
    return map_.laad() if map_.heeft(PARAMETERS) else None


def _uit_parameters(ps: Parameterset, genoemd: Collection[Cijfer]) -> Iterator[Cijfer]:
    """What was published of an earlier edition and stands with its parameters, but for what stands among the figures already."""
    al = {(c.indicator, c.jaar, c.scenario, c.aansluitend) for c in genoemd}
    for c in ps.gepubliceerd:
        scenario: Any = PLANNING if c.scenario == "planning" else c.scenario
        if (c.indicator, c.jaar, scenario, c.aansluitend) not in al and c.indicator in indicatoren("extern"):
            wat = c.model_dump(include={"indicator", "jaar", "waarde", "toelichting", "aansluitend"})
            yield Cijfer(**wat, scenario=scenario, bron=c.bron if isinstance(c.bron, str) else c.bron[0])


def _is_wortel(ps: Parameterset) -> bool:
    return ps.pad == Editiemap(ps.wortel).pad(PARAMETERS)


def _dubbel(ps: Parameterset) -> Iterator[Probleem]:
    """The edition at the root, when it stands among the earlier ones too."""
    if _is_wortel(ps) and ps.editie.id in eerdere_mappen(ps.wortel):
        map_ = Editiemap(ps.wortel, ps.editie.id)
        yield probleem("editie-dubbel", bestand=bestandsnaam(map_.map, ps.wortel), id=ps.editie.id)
