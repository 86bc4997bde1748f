"""Editions to compare: the active one, an earlier one laid over it, or a file; and what earlier ones published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import StrictStr, ValidationError

from mpp.cellen import toets_teksten
from mpp.lezen import Blok, lees, regel_van
from mpp.parameters import Parameterset, laad
from mpp.parameters.overlay import leg_over
from mpp.parameters.schema import Record
from mpp.parameters.schrijfwijze import toets_duizendpunten, zoals_bedoeld, zonder_gevolgen
from mpp.parameters.tijd import RONDE, toets_naam
from mpp.parameters.velden import Dag, Getal, Naamdeel, Tekst
from mpp.parameters.vormfouten import vertaal
from mpp.problemen import Fout, Probleem, lijkt_op, probleem
from mpp.projectmap import bestandsnaam
from mpp.uitkomsten.invoer import toets_scenarios, toets_uitkomst
from mpp.uitkomsten.register import indicatoren, register

#: The scenario that a published figure stands for when its source names none.
ZONDER_SCENARIO: Final = "medio"

MAP: Final = "edities"
"""The folder of a project with its earlier editions."""
#: The years that an edition looks ahead, the one after it included.
_HORIZON: Final = 6


class Cijfer(Record):
    """One published figure of an earlier edition; without `scenario` when its source names none."""

    indicator: StrictStr
    jaar: int
    waarde: Getal
    bron: StrictStr
    scenario: Literal["minimum", "medio", "maximum", "planning van het kabinet"] | None = None
    toelichting: StrictStr | None = None
    genoemd: StrictStr | None = None
    klopt: StrictStr | None = None


class Kop(Record):
    """Which edition, and when its figures became public."""

    id: Naamdeel
    naam: Tekst
    openbaar: Dag


class EerdereEditie(Record):
    """One earlier edition as far as it was published."""

    editie: Kop
    cijfers: tuple[Cijfer, ...]


@cache
def lees_edities(map_: Path) -> dict[str, EerdereEditie]:
    """Every earlier edition in the folder `map_` of a project, by its id, oldest first.

    Raises Fout with every file and line that is not right, a figure of an indicator that does not exist included.
    """
    problemen: list[Probleem] = []
    edities = {}
    for pad in sorted(map_.glob("*.yml")):
        try:
            naam = bestandsnaam(pad, map_.parent)
            editie = uit_boom(lees(pad, naam=naam), naam)
            edities[editie.editie.id] = editie
        except Fout as fout:
            problemen += fout.problemen
    if problemen := [*problemen, *_zonder_bron(map_, edities)]:
        raise Fout(problemen)
    return edities


def uit_boom(boom: object, naam: str) -> EerdereEditie:
    """One earlier edition as it was read from the file `naam`; raises Fout with every problem in it."""
    punten, boom = list(toets_duizendpunten(boom, naam)), zoals_bedoeld(boom)
    try:
        editie = EerdereEditie.model_validate(boom)
    except ValidationError as fout:
        problemen = [_vormfout(f, boom, naam) for f in fout.errors()]
        raise Fout(zonder_gevolgen(punten, problemen)) from None
    assert isinstance(boom, Blok)
    gevonden = [*_toets(editie, boom, naam), *toets_teksten(boom, naam)]
    gevonden = gevonden or list(toets_scenarios(lambda i: partial(_meld, boom, naam, i), editie.cijfers))
    if problemen := zonder_gevolgen(punten, gevonden):
        raise Fout(problemen)
    return editie


def _vormfout(fout: Any, boom: object, naam: str) -> Probleem:
    if not isinstance(boom, Blok) or len(fout["loc"]) < 2:
        melding = ".".join(map(str, fout["loc"])) or "alles"
        return probleem("eerder-onjuist", bestand=naam, regel=regel_van(boom, fout["loc"]), melding=melding)
    return vertaal(fout, boom, naam, {"editie": Kop, "cijfers": Cijfer})


def _zonder_bron(map_: Path, edities: Mapping[str, EerdereEditie]) -> Iterator[Probleem]:
    """The figures of a source that the parameter file of the project does not describe."""
    if not (parameters := map_.parent / "parameters.yml").is_file():
        return
    boom = lees(parameters)
    bekend = boom.get("bronnen") if isinstance(boom, Blok) else None
    for id, editie in edities.items():
        for i, c in enumerate(editie.cijfers):
            if isinstance(bekend, Blok) and c.bron not in bekend:
                pad = map_ / f"{id}.yml"
                gegevens = {"bron": c.bron, "id": c.indicator, "suggestie": lijkt_op(c.bron, bekend)}
                regel = regel_van(lees(pad), ("cijfers", i, "bron"))
                yield probleem("parameter-bron-onbekend", bestand=bestandsnaam(pad, map_.parent), regel=regel, **gegevens)


def _toets(editie: EerdereEditie, boom: Blok, naam: str) -> Iterator[Probleem]:
    """What is wrong with the figures: an indicator that does not exist, or two figures for the same."""
    kop = editie.editie
    yield from toets_naam(kop.id, kop.naam, boom, naam)
    if kop.id != Path(naam).stem:
        yield probleem("eerder-andere-id", bestand=naam, regel=regel_van(boom, ("editie", "id")), id=kop.id)
    yield from _tijd(editie, boom, naam)
    eerste: dict[tuple[str, int, str], int | None] = {}
    for i, c in enumerate(editie.cijfers):
        regel = regel_van(boom, ("cijfers", i, "indicator"))
        if c.indicator not in indicatoren("extern"):
            suggestie = lijkt_op(c.indicator, indicatoren("extern"))
            yield probleem("indicator-onbekend", bestand=naam, regel=regel, id=c.indicator, suggestie=suggestie)
        sleutel = (c.indicator, c.jaar, c.scenario or ZONDER_SCENARIO)
        if sleutel in eerste:
            gegevens = {"id": c.indicator, "jaar": c.jaar, "scenario": sleutel[2], "eerste": eerste[sleutel]}
            yield probleem("cijfer-dubbel", bestand=naam, regel=regel, **gegevens)
        eerste.setdefault(sleutel, regel)
        if c.indicator in register():
            yield from toets_uitkomst(partial(_meld, boom, naam, i), c)


def _tijd(editie: EerdereEditie, boom: Blok, naam: str) -> Iterator[Probleem]:
    """Days and years that cannot be those of an edition that is named after its round: 2022-2 is of 2022."""
    if not (ronde := RONDE.fullmatch(editie.editie.id)):
        return
    begin, openbaar = int(ronde[1]), editie.editie.openbaar
    if not begin <= openbaar.year <= begin + 2:
        gegevens = {
            "wat": "De dag onder openbaar",
            "waarde": openbaar,
            "reden": f"een editie van {begin} wordt dat jaar of uiterlijk twee jaar later openbaar",
        }
        yield probleem("tijd-kan-niet", bestand=naam, regel=regel_van(boom, ("editie", "openbaar")), **gegevens)
    for i, c in enumerate(editie.cijfers):
        if not begin - 1 <= c.jaar <= begin + _HORIZON:
            reden = f"een editie van {begin} gaat over {begin - 1} tot en met {begin + _HORIZON}"
            gegevens = {"wat": f"Het jaar van {c.indicator}", "waarde": c.jaar, "reden": reden}
            yield probleem("tijd-kan-niet", bestand=naam, regel=regel_van(boom, ("cijfers", i, "jaar")), **gegevens)


def _meld(boom: Blok, naam: str, i: int, code: str, *stappen: str, **gegevens: object) -> Probleem:
    return probleem(code, bestand=naam, regel=regel_van(boom, ("cijfers", i, *(stappen or ("waarde",)))), **gegevens)


def eerdere_parameters(wortel: Path) -> dict[str, Path]:
    """The files with the parameters of earlier editions of the project in `wortel`, by the id of the edition."""
    return {pad.stem: pad for pad in sorted((wortel / MAP / "parameters").glob("*.yml"))}


@dataclass(frozen=True)
class Kant:
    """One side of a comparison: parameters, and what was published of them as (indicator, year, scenario)."""

    ps: Parameterset
    gepubliceerd: Mapping[tuple[str, int, str], Cijfer] = field(default_factory=dict)


def lees_kant(wie: str, basis: Parameterset) -> Kant:
    """The edition with this id (the active one `basis`, or one in `edities/parameters`), or the file at this path.

    An edition comes with what it published; a file, a whole one or an overlay on the active edition, has published
    nothing. Raises Fout for what is neither, and for what is wrong in the files.
    """
    overlays = eerdere_parameters(basis.wortel)
    if wie == basis.editie.id or wie in overlays:
        ps = basis if wie == basis.editie.id else leg_over(basis, overlays[wie])
        openbaar = lees_edities(basis.wortel / MAP).get(wie)
        cijfers = openbaar.cijfers if openbaar else ()
        return Kant(ps, {(c.indicator, c.jaar, c.scenario or ZONDER_SCENARIO): c for c in cijfers})
    if not Path(wie).is_file():
        bekend = [basis.editie.id, *overlays]
        raise Fout([probleem("editie-onbekend", editie=wie, bekend=", ".join(bekend), suggestie=lijkt_op(wie, bekend))])
    boom = lees(Path(wie))
    return Kant(laad(Path(wie), basis.wortel) if isinstance(boom, Blok) and "parameters" in boom else leg_over(basis, Path(wie)))
