"""A look back: the model started from what was known at the beginning of a past year, held against what happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from pydantic import BeforeValidator, Field, StrictStr, ValidationError

from mpp.lezen import Blok, lees, regel_van
from mpp.padnamen import bestandsnaam
from mpp.parameters import Parameterset
from mpp.parameters.overlay import leg_blok_over, leg_over
from mpp.parameters.schema import Realisatie, Record
from mpp.problemen import Fout, Probleem, lijkt_op, probleem
from mpp.productiemodel import doorrekenen
from mpp.prognose import Prognose
from mpp.uitkomsten.kubus import Uitkomsten
from mpp.uitkomsten.register import indicatoren

#: How far from what happened an outcome may lie to be called near it.
DICHTBIJ = 0.05

#: The step at which a deviation is shown: fine enough to see on which side of DICHTBIJ it lies.
OP_AFWIJKING = 0.001

#: What stands for a reason that was given for a deviation to the other side.
ANDERE_KANT = "Niet bekend: de opgegeven reden hoort bij een afwijking de andere kant op."

_RUN = "realisatie"

#: When a realisation was counted; YAML reads some of them as a date or a number.
Moment = Annotated[str, BeforeValidator(str)]


class Cijfer(Record):
    """One figure to compare: an indicator in a year with the realisation of that name (or of `realisatie`).

    The realisation is the sum over `momenten`; `oorzaak` is the likely reason when the model is not near it. A reason that
    explains only why the model is lower, or higher, says so in `richting`. A figure that follows from the input as it turned
    out says `achteraf: invoer`: with that input there is nothing to compare.
    """

    indicator: StrictStr
    jaar: int
    momenten: Annotated[tuple[Moment, ...], Field(min_length=1)]
    oorzaak: StrictStr
    richting: Literal["lager", "hoger"] | None = None
    realisatie: StrictStr | None = None
    achteraf: Literal["invoer"] | None = None


class Toets(Record):
    """The section `toets` of a look back.

    `achteraf` names a file that is laid over this one: the input as it turned out. `later_bekend` are the parameters
    left as in the edition although they rest on later figures. `niet_vergeleken` says of each indicator, or of all of
    a domain, with a realisation in these years why it is not compared: none is left out in silence.
    """

    naam: StrictStr
    cijfers: tuple[Cijfer, ...]
    later_bekend: tuple[StrictStr, ...] = ()
    niet_vergeleken: Annotated[dict[StrictStr, StrictStr], Field(default_factory=dict)]
    achteraf: StrictStr | None = None


def is_dichtbij(afwijking: float) -> bool:
    """Whether a deviation, unrounded, counts as near."""
    return abs(afwijking) <= DICHTBIJ


@dataclass(frozen=True)
class Toetsregel:
    """An indicator in a year: what happened, what the model gives, and what it gives with the input as it turned out.

    What happened is the realisation `realisatie`, summed over `momenten`.
    """

    indicator: str
    jaar: int
    gerealiseerd: float
    bronnen: tuple[str, ...]
    model: float
    achteraf: float | None
    oorzaak: str
    realisatie: str
    momenten: tuple[str, ...]
    richting: str | None = None

    @property
    def afwijking(self) -> float:
        """How far the model lies from what happened, as a share of it."""
        return self.model / self.gerealiseerd - 1

    @property
    def afwijking_achteraf(self) -> float | None:
        """The same with the input as it turned out; None when that is not known."""
        return None if self.achteraf is None else self.achteraf / self.gerealiseerd - 1

    @property
    def dichtbij(self) -> bool:
        """Whether the model is near what happened."""
        return is_dichtbij(self.afwijking)

    @property
    def reden(self) -> str:
        """The likely reason of the deviation: that it is not known when the one given explains the other direction."""
        kant = "lager" if self.afwijking < 0 else "hoger"
        return self.oorzaak if self.richting in (None, kant) else ANDERE_KANT


@dataclass(frozen=True)
class Terugblik:
    """One look back, with the parameters it was run with."""

    id: str
    naam: str
    regels: tuple[Toetsregel, ...]
    later_bekend: tuple[str, ...]
    niet_vergeleken: Mapping[str, str]
    ps: Parameterset


def kijk_terug(ps: Parameterset, pad: Path) -> Terugblik:
    """The look back in the file `pad`, an overlay on the parameters `ps` with a section `toets`.

    The inflow is the expectation of the prognosis that the file gives. Raises Fout with every problem in the file.
    """
    naam = bestandsnaam(pad, ps.wortel)
    boom = lees(pad, naam=naam)
    toets = _lees_vorm(boom, naam)
    if problemen := list(_toets(toets, ps, boom, naam)):
        raise Fout(problemen)
    toen = leg_blok_over(ps, boom, pad)
    if problemen := list(_overgeslagen(toets, toen, boom, naam)):
        raise Fout(problemen)
    model = _reken(toen)
    achteraf = _reken(leg_over(toen, pad.with_name(toets.achteraf))) if toets.achteraf else None
    regels = tuple(_regel(c, ps, model, None if c.achteraf else achteraf) for c in toets.cijfers)
    return Terugblik(pad.stem, toets.naam, regels, toets.later_bekend, toets.niet_vergeleken, toen)


def terugblikken(ps: Parameterset, map_: Path) -> tuple[Terugblik, ...]:
    """Every look back in the folder `map_`, the latest first; a file that another names as `achteraf` is part of that one.

    Raises Fout with every problem in all the files.
    """
    blikken: list[Terugblik] = []
    problemen: list[Probleem] = []
    paden = sorted(map_.glob("*.yml"), reverse=True)
    achteraf = {_achteraf(lees(pad, naam=bestandsnaam(pad, ps.wortel))) for pad in paden}
    for pad in paden:
        if pad.name not in achteraf:
            try:
                blikken.append(kijk_terug(ps, pad))
            except Fout as fout:
                problemen += fout.problemen
    if problemen:
        raise Fout(problemen)
    return tuple(blikken)


def _achteraf(boom: object) -> object:
    """The file that a look back names as its input as it turned out."""
    toets = boom.get("toets") if isinstance(boom, Blok) else None
    return toets.get("achteraf") if isinstance(toets, Blok) else None


def _reken(ps: Parameterset) -> Uitkomsten:
    prognose = Prognose.uit(ps)
    instroom = np.array([[prognose.verwachting(jaar) for jaar in ps.editie.jaren]])
    return Uitkomsten(ps, prognose, doorrekenen(ps, instroom), scenarios=(_RUN,))


def _regel(cijfer: Cijfer, ps: Parameterset, model: Uitkomsten, achteraf: Uitkomsten | None) -> Toetsregel:
    reeks = ps.realisaties[cijfer.realisatie or cijfer.indicator]
    waarden = [reeks.waarden[moment] for moment in cijfer.momenten]
    bronnen = dict.fromkeys(bron for waarde in waarden for bron in ps.herkomst(reeks, waarde)[0])
    return Toetsregel(
        cijfer.indicator,
        cijfer.jaar,
        sum(waarde.waarde for waarde in waarden),
        tuple(bronnen),
        model.waarde(cijfer.indicator, cijfer.jaar, _RUN),
        achteraf.waarde(cijfer.indicator, cijfer.jaar, _RUN) if achteraf else None,
        cijfer.oorzaak,
        cijfer.realisatie or cijfer.indicator,
        cijfer.momenten,
        cijfer.richting,
    )


def _lees_vorm(boom: object, naam: str) -> Toets:
    if not isinstance(boom, Blok) or not isinstance(boom.get("toets"), Blok):
        raise Fout([probleem("toets-ontbreekt", bestand=naam)])
    try:
        return Toets.model_validate(boom["toets"])
    except ValidationError as fout:
        raise Fout(
            probleem("toets-onjuist", bestand=naam, regel=regel_van(boom, ("toets", *f["loc"])), sleutel=".".join(map(str, f["loc"])))
            for f in fout.errors()
        ) from None


def _toets(toets: Toets, ps: Parameterset, boom: Blok, naam: str) -> Iterator[Probleem]:
    def meld(code: str, *stappen: str | int, **gegevens: object) -> Probleem:
        return probleem(code, bestand=naam, regel=regel_van(boom, ("toets", *stappen)), **gegevens)

    for i, id in enumerate(toets.later_bekend):
        if id not in ps.parameters:
            yield meld("toets-parameter-onbekend", "later_bekend", i, id=id, suggestie=lijkt_op(id, ps.parameters))
    for i, cijfer in enumerate(toets.cijfers):
        if cijfer.indicator not in indicatoren("intern"):
            suggestie = lijkt_op(cijfer.indicator, indicatoren("intern"))
            yield meld("toets-indicator-onbekend", "cijfers", i, id=cijfer.indicator, suggestie=suggestie)
        reeks = ps.realisaties.get(id := cijfer.realisatie or cijfer.indicator)
        for moment in cijfer.momenten:
            if reeks is None or moment not in reeks.waarden:
                suggestie = lijkt_op(id, ps.realisaties) if reeks is None else f"er is {', '.join(reeks.waarden)}"
                yield meld("toets-realisatie-onbekend", "cijfers", i, "momenten", id=id, moment=moment, suggestie=suggestie)


def _overgeslagen(toets: Toets, toen: Parameterset, boom: Blok, naam: str) -> Iterator[Probleem]:
    """What happened, that the model computes, and that is neither compared nor said not to be; and what is said for nothing."""
    vergeleken = {(c.realisatie or c.indicator, c.jaar) for c in toets.cijfers}
    genoemd: set[str] = set()
    for id, reeks in toen.realisaties.items():
        if id not in indicatoren("extern"):
            continue
        for jaar in toen.editie.jaren:
            if (id, jaar) in vergeleken or not _van_een_jaar(reeks, jaar):
                continue
            genoemd |= (redenen := {id, indicatoren("extern")[id].domein} & toets.niet_vergeleken.keys())
            if not redenen:
                yield probleem("toets-cijfer-overgeslagen", bestand=naam, regel=regel_van(boom, ("toets", "cijfers")), id=id, jaar=jaar)
    for id in (id for id in toets.niet_vergeleken if id not in genoemd):
        yield probleem("toets-niets-overgeslagen", bestand=naam, regel=regel_van(boom, ("toets", "niet_vergeleken", id)), id=id)


def _van_een_jaar(reeks: Realisatie, jaar: int) -> bool:
    """Whether the realisation covers the year, as a whole or by its halves, or gives the stand at its end."""
    return reeks.moment_van(jaar) is not None or {f"{jaar}-1", f"{jaar}-2"} <= reeks.waarden.keys()
