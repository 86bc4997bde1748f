"""The form of the section `prognose`: scenarios with, per year, a probability, an expectation and a spread."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, ValidationError

from mpp.lezen import Blok, regel_van
from mpp.parameters.aannemelijk import Cijfer, toets, toets_geheel
from mpp.parameters.velden import Getal
from mpp.problemen import Fout, Probleem, lijkt_op, probleem

_SPELING: Final = 1e-6

#: A normal combination must lie this many times its spread above zero: a negative inflow then has a probability
#: below one in a hundred thousand.
MINIMALE_AFSTAND: Final = 4.5


class _Deel(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Scenariojaar(_Deel):
    """What a scenario means for the first asylum inflow of one year."""

    kans: Annotated[Getal, Field(ge=0, le=1)]
    verwachting: Getal
    spreiding: Annotated[Getal, Field(gt=0)]
    klopt: StrictStr | None = None


class Toekomstscenario(_Deel):
    """A future: exactly one `uitsluitend` scenario comes true, an `additief` one may come on top of it."""

    id: StrictStr
    naam: StrictStr
    soort: Literal["uitsluitend", "additief"]
    bron: StrictStr | tuple[StrictStr, ...] | None = None
    aanname: StrictStr | None = None
    genoemd: StrictStr | None = None
    jaren: dict[int, Scenariojaar]


class Prognosesectie(_Deel):
    """The whole section."""

    omschrijving: StrictStr
    verdeling: Literal["normaal", "lognormaal"]
    zaad: Annotated[StrictInt, Field(ge=0)]
    samenhang_jaren: Annotated[Getal, Field(ge=0, le=1)]
    scenarios: tuple[Toekomstscenario, ...]


@dataclass(frozen=True)
class Combinatie:
    """One exclusive scenario with some of the additive ones, or none: what it means for the inflow of a year."""

    scenarios: tuple[str, ...]
    kans: float
    verwachting: float
    variantie: float


def combinaties(sectie: Prognosesectie, jaar: int) -> Iterator[Combinatie]:
    """Every combination that can come true in a year; their probabilities add up to one."""
    basis = [(s.id, s.jaren[jaar]) for s in sectie.scenarios if s.soort == "uitsluitend" and s.jaren[jaar].kans > 0]
    extra = [(s.id, s.jaren[jaar]) for s in sectie.scenarios if s.soort == "additief" and s.jaren[jaar].kans > 0]
    for uitgangspunt, aan in product(basis, product((False, True), repeat=len(extra))):
        delen = [uitgangspunt, *(e for e, a in zip(extra, aan, strict=True) if a)]
        kans = uitgangspunt[1].kans * math.prod(e.kans if a else 1 - e.kans for (_, e), a in zip(extra, aan, strict=True))
        if kans > 0:
            ids, jaren = zip(*delen, strict=True)
            yield Combinatie(ids, kans, sum(w.verwachting for w in jaren), sum(w.spreiding**2 for w in jaren))


def lees_sectie(blok: Blok, jaren: tuple[int, ...], bronnen: Any, bestand: str, gekomen: float | None = None) -> Prognosesectie:
    """The checked section; `gekomen` is the first asylum inflow that was last known before it.

    Raises Fout with every problem: a wrong form, an id given twice, a year without values, probabilities that do
    not add up to one, a scenario without source or assumption, scenarios that would allow a negative inflow.
    """
    try:
        sectie = Prognosesectie.model_validate(blok)
    except ValidationError as fout:
        raise Fout({str(p): p for p in (_vertaal(f, blok, bestand) for f in fout.errors())}.values()) from None
    problemen = list(_toets(sectie, blok, jaren, bronnen, bestand))
    problemen += [p for p in _toets_getallen(sectie, blok, bestand, gekomen) if not (problemen and p.code == "getal-alleen")]
    if problemen := problemen or list(_toets_combinaties(sectie, blok, jaren, bestand)):
        raise Fout(problemen)
    return sectie


def _vertaal(fout: Any, blok: Blok, bestand: str) -> Probleem:
    loc = tuple(fout["loc"])
    regel, sleutel = regel_van(blok, loc), _sleutel(blok, loc)
    match fout["type"]:
        case "extra_forbidden":
            bekend = {**Toekomstscenario.model_fields, **Scenariojaar.model_fields, **Prognosesectie.model_fields}
            suggestie = lijkt_op(str(loc[-1]), bekend)
            return probleem("prognose-sleutel-onbekend", bestand=bestand, regel=regel, sleutel=sleutel, suggestie=suggestie)
        case "missing":
            return probleem("prognose-sleutel-ontbreekt", bestand=bestand, regel=regel, sleutel=f"{sleutel}.{loc[-1]}".strip("."))
        case _ if loc[-1] == "[key]":
            return _geen_jaar(bestand, regel, str(blok["scenarios"][loc[1]].get("id", loc[1] + 1)), loc[-2])
        case _:
            return probleem("prognose-waarde-ongeldig", bestand=bestand, regel=regel, sleutel=sleutel, waarde=fout["input"])


def _sleutel(blok: Any, loc: tuple[Any, ...]) -> str:
    """Where in the file `loc` points to, as far as it is there, with scenarios named by their id."""
    namen: list[str] = []
    for stap in loc:
        if isinstance(blok, dict) and stap in blok:
            blok, naam = blok[stap], str(stap)
        elif isinstance(blok, list) and isinstance(stap, int):
            blok = blok[stap]
            naam = str(blok.get("id", stap + 1)) if isinstance(blok, dict) else str(stap + 1)
        else:
            break
        namen.append(naam)
    return ".".join(namen)


def _geen_jaar(bestand: str, regel: int | None, scenario: str, jaar: object) -> Probleem:
    return probleem("prognose-jaar-onbekend", bestand=bestand, regel=regel, scenario=scenario, jaar=jaar)


def _toets(sectie: Prognosesectie, blok: Blok, jaren: tuple[int, ...], bronnen: Any, bestand: str) -> Iterator[Probleem]:
    def meld(code: str, *stappen: Any, **gegevens: object) -> Probleem:
        return probleem(code, bestand=bestand, regel=regel_van(blok, ("scenarios", *stappen)), **gegevens)

    gezien = set[str]()
    for i, scenario in enumerate(sectie.scenarios):
        if scenario.id in gezien:
            yield meld("prognose-scenario-dubbel", i, "id", scenario=scenario.id)
        gezien.add(scenario.id)
        if bool(scenario.bron) == bool(scenario.aanname):
            yield meld("prognose-herkomst", i, scenario=scenario.id)
        for bron in (scenario.bron,) if isinstance(scenario.bron, str) else scenario.bron or ():
            if bron not in bronnen:
                suggestie = lijkt_op(bron, bronnen)
                yield meld("prognose-bron-onbekend", i, "bron", scenario=scenario.id, bron=bron, suggestie=suggestie)
        for jaar in jaren:
            if jaar not in scenario.jaren:
                yield meld("prognose-jaar-ontbreekt", i, "jaren", scenario=scenario.id, jaar=jaar)
        for jaar in scenario.jaren:
            if jaar not in jaren:
                yield _geen_jaar(bestand, regel_van(blok, ("scenarios", i, "jaren", jaar)), scenario.id, jaar)
    for jaar in jaren:
        som = sum(s.jaren[jaar].kans for s in sectie.scenarios if s.soort == "uitsluitend" and jaar in s.jaren)
        if abs(som - 1) > _SPELING:
            yield meld("prognose-kansen", jaar=jaar, som=round(som, 6))


#: What is told of a scenario in each year, with its unit.
_GETALLEN: Final = {"kans": "aandeel", "verwachting": "personen", "spreiding": "personen"}
#: A spread is at least this part of its expectation: less says that the inflow is known beforehand.
_SMALSTE: Final = 0.02


def _toets_getallen(sectie: Prognosesectie, blok: Blok, bestand: str, gekomen: float | None) -> Iterator[Probleem]:
    """Numbers of people that are no whole ones, and numbers that look like a slip of the hand.

    Each is held against the words and the other years of its scenario; what is expected first also against what last came.
    """

    def meld(code: str, *stappen: str, pad: tuple[str | int, ...], **gegevens: object) -> Probleem:
        return probleem(code, bestand=bestand, regel=regel_van(blok, (*pad, *stappen)), **gegevens)

    for i, scenario in enumerate(sectie.scenarios):
        jaren = sorted(scenario.jaren)
        record = frozenset(abs(g) for w in scenario.jaren.values() for g in (w.verwachting, w.spreiding))
        cijfers: dict[str, list[Cijfer]] = {naam: [] for naam in _GETALLEN}
        for naam, eenheid in _GETALLEN.items():
            reeks = tuple((float(jaar), float(getattr(scenario.jaren[jaar], naam))) for jaar in jaren)
            for plaats, jaar in enumerate(jaren):
                w, getal = scenario.jaren[jaar], reeks[plaats][1]
                if naam == "kans" and scenario.soort == "uitsluitend" and getal == 1:
                    continue  # what excludes all others: that the chances add up says it already
                hier = partial(meld, pad=("scenarios", i, "jaren", jaar, naam))
                if eenheid != "aandeel" and not getal.is_integer():
                    yield hier("getal-niet-heel", id=f"{naam} van {scenario.id}", periode=jaar, waarde=f"{getal:.10g}", eenheid=eenheid)
                cijfers[naam].append(
                    Cijfer(
                        hier,
                        f"{naam} van {scenario.id}",
                        str(jaar),
                        getal,
                        (scenario.aanname, scenario.genoemd),
                        w.klopt,
                        reeks,
                        plaats,
                        record=record,
                        eerder=gekomen if naam == "verwachting" and scenario.soort == "uitsluitend" and not plaats else None,
                        eenheid=eenheid,
                        tussen=_tussen(naam, w),
                    )
                )
        for rij in cijfers.values():
            yield from toets(rij)
        yield from toets_geheel(cijfers["verwachting"])


def _tussen(naam: str, w: Scenariojaar) -> tuple[float, float]:
    """What a number of a scenario must lie between: a spread in some proportion to its expectation."""
    return {
        "kans": (0.01, 1.0),
        "verwachting": (w.spreiding, math.inf),
        "spreiding": (_SMALSTE * abs(w.verwachting), abs(w.verwachting)),
    }[naam]


def _toets_combinaties(sectie: Prognosesectie, blok: Blok, jaren: tuple[int, ...], bestand: str) -> Iterator[Probleem]:
    """The combinations of scenarios that would allow a negative inflow, the first of each year."""
    plaatsen = {s.id: i for i, s in enumerate(sectie.scenarios)}
    for jaar in jaren:
        for c in combinaties(sectie, jaar):
            spreiding = math.sqrt(c.variantie)
            if sectie.verdeling == "lognormaal" and c.verwachting <= 0:
                code, gegevens = "prognose-verwachting-te-laag", {}
            elif sectie.verdeling == "normaal" and c.verwachting < MINIMALE_AFSTAND * spreiding:
                code, gegevens = "prognose-spreiding-te-groot", {"spreiding": f"{spreiding:g}"}
            else:
                continue
            regel = regel_van(blok, ("scenarios", plaatsen[c.scenarios[-1]], "jaren", jaar))
            yield probleem(
                code,
                bestand=bestand,
                regel=regel,
                scenarios=" + ".join(c.scenarios),
                jaar=jaar,
                verwachting=f"{c.verwachting:g}",
                **gegevens,
            )
            break
