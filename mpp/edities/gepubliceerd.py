"""What others told of an edition, with their sources: the file `gepubliceerd.yml` in its folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import Field, StrictBool, StrictStr, ValidationError

from mpp.cellen import toets_teksten
from mpp.lezen import Blok, lees, regel_van
from mpp.parameters.schema import Bron, Record
from mpp.parameters.schrijfwijze import toets_duizendpunten, zoals_bedoeld, zonder_gevolgen
from mpp.parameters.tijd import RONDE, toets_naam
from mpp.parameters.velden import Dag, Getal, Naamdeel, Tekst
from mpp.parameters.vormfouten import vertaal
from mpp.problemen import Fout, Probleem, lijkt_op, probleem
from mpp.uitkomsten.invoer import toets_scenarios, toets_uitkomst
from mpp.uitkomsten.register import indicatoren, register

#: The scenario that a published figure stands for when its source names none.
ZONDER_SCENARIO: Final = "medio"
PLANNING: Final = "planning van het kabinet"
AANSLUITEND: Final = "opdracht, besluit of raming"
"""What stands in the place of a scenario with a figure that goes with an edition."""

#: The years that an edition looks ahead, the one after it included.
_HORIZON: Final = 6


class Cijfer(Record):
    """One published figure of an edition; without `scenario` when its source names none.

    One that is `aansluitend` is no outcome of the edition: an order, a decision or an estimate that goes with it.
    """

    indicator: StrictStr
    jaar: int
    waarde: Getal
    bron: StrictStr
    scenario: Literal["minimum", "medio", "maximum", "planning van het kabinet"] | None = None
    toelichting: StrictStr | None = None
    genoemd: StrictStr | None = None
    klopt: StrictStr | None = None
    aansluitend: StrictBool = False


class Kop(Record):
    """Which edition, and when its figures became public; without a day when they did not."""

    id: Naamdeel
    naam: Tekst
    openbaar: Dag | None = None


class Gepubliceerd(Record):
    """The file: `bronnen` are the sources that the parameters of the edition do not describe, all of them where there are none."""

    editie: Kop
    bronnen: dict[str, Bron] = Field(default_factory=dict)
    cijfers: tuple[Cijfer, ...]


def lees_gepubliceerd(pad: Path, naam: str, id: str | None) -> Gepubliceerd:
    """What stands in the file `pad`, that is called `naam`; raises Fout with every problem in it, an edition that is not `id` too."""
    return uit_boom(lees(pad, naam=naam), naam, id)


def zonder_bron(gepubliceerd: Gepubliceerd, bronnen: Mapping[str, Bron], pad: Path, naam: str) -> Iterator[Probleem]:
    """The figures of which the edition does not describe the source."""
    for i, c in enumerate(gepubliceerd.cijfers):
        if c.bron not in bronnen:
            gegevens = {"bron": c.bron, "id": c.indicator, "suggestie": lijkt_op(c.bron, bronnen)}
            yield probleem("parameter-bron-onbekend", bestand=naam, regel=regel_van(lees(pad), ("cijfers", i, "bron")), **gegevens)


def uit_boom(boom: object, naam: str, id: str | None = None) -> Gepubliceerd:
    """The same, of what was read from the file `naam`; any edition where no `id` is given."""
    punten, boom = list(toets_duizendpunten(boom, naam)), zoals_bedoeld(boom)
    try:
        editie = Gepubliceerd.model_validate(boom)
    except ValidationError as fout:
        problemen = [_vormfout(f, boom, naam) for f in fout.errors()]
        raise Fout(zonder_gevolgen(punten, problemen)) from None
    assert isinstance(boom, Blok)
    gevonden = [*_toets(editie, boom, naam, id), *toets_teksten(boom, naam)]
    gevonden = gevonden or list(toets_scenarios(lambda i: partial(_meld, boom, naam, i), editie.cijfers))
    if problemen := zonder_gevolgen(punten, gevonden):
        raise Fout(problemen)
    return editie


def _vormfout(fout: Any, boom: object, naam: str) -> Probleem:
    if not isinstance(boom, Blok) or len(fout["loc"]) < 2:
        melding = ".".join(map(str, fout["loc"])) or "alles"
        return probleem("eerder-onjuist", bestand=naam, regel=regel_van(boom, fout["loc"]), melding=melding)
    return vertaal(fout, boom, naam, {"editie": Kop, "bronnen": Bron, "cijfers": Cijfer})


def _toets(editie: Gepubliceerd, boom: Blok, naam: str, id: str | None) -> Iterator[Probleem]:
    """What is wrong with the figures: an indicator that does not exist, or two figures for the same."""
    kop = editie.editie
    yield from toets_naam(kop.id, kop.naam, boom, naam)
    if id and kop.id != id:
        yield probleem("editie-andere-id", bestand=naam, regel=regel_van(boom, ("editie", "id")), id=kop.id, verwacht=id)
    yield from _tijd(editie, boom, naam)
    eerste: dict[tuple[str, int, str], int | None] = {}
    for i, c in enumerate(editie.cijfers):
        regel = regel_van(boom, ("cijfers", i, "indicator"))
        if c.indicator not in indicatoren("extern"):
            suggestie = lijkt_op(c.indicator, indicatoren("extern"))
            yield probleem("indicator-onbekend", bestand=naam, regel=regel, id=c.indicator, suggestie=suggestie)
        sleutel = (c.indicator, c.jaar, AANSLUITEND if c.aansluitend else c.scenario or ZONDER_SCENARIO)
        if sleutel in eerste:
            gegevens = {"id": c.indicator, "jaar": c.jaar, "scenario": sleutel[2], "eerste": eerste[sleutel]}
            yield probleem("cijfer-dubbel", bestand=naam, regel=regel, **gegevens)
        eerste.setdefault(sleutel, regel)
        if c.indicator in register():
            yield from toets_uitkomst(partial(_meld, boom, naam, i), c)


def _tijd(editie: Gepubliceerd, boom: Blok, naam: str) -> Iterator[Probleem]:
    """Days and years that cannot be those of an edition that is named after its round: 2022-2 is of 2022."""
    if not (ronde := RONDE.fullmatch(editie.editie.id)):
        return
    begin, openbaar = int(ronde[1]), editie.editie.openbaar
    if openbaar and not begin <= openbaar.year <= begin + 2:
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
