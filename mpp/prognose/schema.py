"""The form of the section `prognose`: scenarios with, per year, a probability, an expectation and a spread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, ValidationError

from mpp.lezen import Blok, regel_van
from mpp.parameters.schema import Getal
from mpp.problemen import Fout, Probleem, lijkt_op, probleem

_SPELING = 1e-6

#: A normal component must lie this many times its spread above zero, so that a negative inflow cannot occur.
MINIMALE_AFSTAND = 3.5


class _Deel(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Scenariojaar(_Deel):
    """What a scenario means for the first asylum inflow of one year."""

    kans: Annotated[Getal, Field(ge=0, le=1)]
    verwachting: Getal
    spreiding: Annotated[Getal, Field(gt=0)]


class Toekomstscenario(_Deel):
    """A future: exactly one `uitsluitend` scenario comes true, an `additief` one may come on top of it."""

    id: StrictStr
    naam: StrictStr
    soort: Literal["uitsluitend", "additief"]
    bron: StrictStr | tuple[StrictStr, ...] | None = None
    aanname: StrictStr | None = None
    jaren: dict[int, Scenariojaar]


class Prognosesectie(_Deel):
    """The whole section."""

    omschrijving: StrictStr
    verdeling: Literal["normaal", "lognormaal"]
    zaad: StrictInt
    samenhang_jaren: Annotated[Getal, Field(ge=0, le=1)]
    scenarios: tuple[Toekomstscenario, ...]


def lees_sectie(blok: Blok, jaren: tuple[int, ...], bronnen: Any, bestand: str) -> Prognosesectie:
    """The checked section.

    Raises Fout with every problem: a wrong form, a year without values, probabilities that do not add up to
    one, a scenario without source or assumption, a spread that would allow a negative inflow.
    """
    try:
        sectie = Prognosesectie.model_validate(blok)
    except ValidationError as fout:
        raise Fout([_vertaal(f, blok, bestand) for f in fout.errors()]) from None
    if problemen := list(_toets(sectie, blok, jaren, bronnen, bestand)):
        raise Fout(problemen)
    return sectie


def _vertaal(fout: Any, blok: Blok, bestand: str) -> Probleem:
    loc = tuple(fout["loc"])
    regel, sleutel = regel_van(blok, loc), ".".join(map(str, loc))
    match fout["type"]:
        case "extra_forbidden":
            bekend = {**Toekomstscenario.model_fields, **Scenariojaar.model_fields, **Prognosesectie.model_fields}
            suggestie = lijkt_op(str(loc[-1]), bekend)
            return probleem("prognose-sleutel-onbekend", bestand=bestand, regel=regel, sleutel=sleutel, suggestie=suggestie)
        case "missing":
            return probleem("prognose-sleutel-ontbreekt", bestand=bestand, regel=regel, sleutel=sleutel)
        case _:
            return probleem("prognose-waarde-ongeldig", bestand=bestand, regel=regel, sleutel=sleutel, waarde=fout["input"])


def _toets(sectie: Prognosesectie, blok: Blok, jaren: tuple[int, ...], bronnen: Any, bestand: str) -> Iterator[Probleem]:
    def meld(code: str, *stappen: Any, **gegevens: object) -> Probleem:
        return probleem(code, bestand=bestand, regel=regel_van(blok, ("scenarios", *stappen)), **gegevens)

    for i, scenario in enumerate(sectie.scenarios):
        if bool(scenario.bron) == bool(scenario.aanname):
            yield meld("prognose-herkomst", i, scenario=scenario.id)
        for bron in (scenario.bron,) if isinstance(scenario.bron, str) else scenario.bron or ():
            if bron not in bronnen:
                yield meld(
                    "prognose-bron-onbekend",
                    i,
                    "bron",
                    scenario=scenario.id,
                    bron=bron,
                    suggestie=lijkt_op(bron, bronnen),
                )
        for jaar in jaren:
            if jaar not in scenario.jaren:
                yield meld("prognose-jaar-ontbreekt", i, "jaren", scenario=scenario.id, jaar=jaar)
        for jaar, w in scenario.jaren.items():
            if scenario.soort == "uitsluitend" and w.verwachting < MINIMALE_AFSTAND * w.spreiding:
                yield meld(
                    "prognose-spreiding-te-groot",
                    i,
                    "jaren",
                    jaar,
                    scenario=scenario.id,
                    jaar=jaar,
                    spreiding=w.spreiding,
                    verwachting=w.verwachting,
                )
    for jaar in jaren:
        som = sum(s.jaren[jaar].kans for s in sectie.scenarios if s.soort == "uitsluitend" and jaar in s.jaren)
        if abs(som - 1) > _SPELING:
            yield meld("prognose-kansen", jaar=jaar, som=round(som, 6))
