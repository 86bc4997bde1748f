"""The register of risks and uncertainties (`risicos.yml`): what may turn out otherwise at whom, how likely, and the what-if of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, Literal

import numpy as np
from pydantic import Field, StrictStr, ValidationError

from mpp.lezen import Blok, lees, regel_van
from mpp.parameters import Parameterset
from mpp.parameters.dagen import datum
from mpp.parameters.schema import Eigenaar, Record
from mpp.parameters.tijd import laatste_dag
from mpp.parameters.velden import Getal, Naamdeel, Reden
from mpp.parameters.vormfouten import vertaal
from mpp.problemen import Fout, Probleem, lijkt_op, probleem
from mpp.uitkomsten import indicatoren
from mpp.uitkomsten.gevoeligheid import INSTROOM
from mpp.uitkomsten.register import niveau_van
from mpp.uitkomsten.wijzigingen import Wijziging, veranderd

BESTAND: Final = "risicos.yml"
Kans = Literal["klein", "middelgroot", "groot"]
"""How likely a risk is said to be; a chance in numbers has only the inflow."""


class Anders(Record):
    """What changes of one parameter, in all its periods: times `maal`, plus `plus`, or `naar` its low or high end; one of the three."""

    parameter: StrictStr
    maal: Getal | None = None
    plus: Getal | None = None
    naar: Literal["laag", "hoog"] | None = None

    @property
    def wijziging(self) -> Wijziging:
        """The same for the model."""
        return Wijziging(self.parameter, self.maal if self.maal is not None else 1.0, self.plus or 0.0, self.naar or "")

    @property
    def gegeven(self) -> tuple[str, ...]:
        """Which of the three the file gives."""
        return tuple(naam for naam in ("maal", "plus", "naar") if getattr(self, naam) is not None)


class Risico(Record):
    """One risk: of which organisation and edition, in words, how likely and on what ground, what changes, and what it is held against.

    The ground is a published source (`bron`) or said to be an assumption; `later` says why it rests on a source of after the adoption.
    """

    id: Naamdeel
    editie: Naamdeel
    partner: Eigenaar
    risico: Reden
    kans: Kans
    bron: StrictStr | None = None
    aanname: Reden | None = None
    later: Reden | None = None
    anders: tuple[Anders, ...]
    effect: tuple[StrictStr, ...] = Field(min_length=1)

    @property
    def wijzigingen(self) -> tuple[Wijziging, ...]:
        """What changes, together."""
        return tuple(anders.wijziging for anders in self.anders)


class Register(Record):
    """The file."""

    risicos: tuple[Risico, ...]


def lees_risicos(wortel: Path) -> tuple[tuple[Risico, int], ...]:
    """Every risk of the project in `wortel` with its line, those of other editions too; none without the file.

    Raises Fout with every problem of form.
    """
    register, boom = _lees(wortel)
    return tuple((risico, regel_van(boom, ("risicos", i)) or 1) for i, risico in enumerate(register.risicos))


def risicos(ps: Parameterset) -> tuple[Risico, ...]:
    """The risks of an edition, in the order of the file. Raises Fout with every problem: of form, and of what they name."""
    register, boom = _lees(ps.wortel)
    eigen = [(i, risico) for i, risico in enumerate(register.risicos) if risico.editie == ps.editie.id]
    if problemen := [p for i, risico in eigen for p in _toets(ps, risico, i, boom)]:
        raise Fout(problemen)
    return tuple(risico for _, risico in eigen)


def _lees(wortel: Path) -> tuple[Register, Blok]:
    pad = wortel / BESTAND
    return _register(pad, pad.stat().st_mtime_ns) if pad.is_file() else (Register(risicos=()), Blok())


@cache
def _register(pad: Path, _: int) -> tuple[Register, Blok]:
    boom = lees(pad, naam=BESTAND)
    boom = boom if isinstance(boom, Blok) else Blok()
    try:
        register = Register.model_validate(boom)
    except ValidationError as fout:
        raise Fout(vertaal(f, boom, BESTAND, {"risicos": Risico}) for f in fout.errors()) from None
    if problemen := list(_vorm(register, boom)):
        raise Fout(problemen)
    return register, boom


def _vorm(register: Register, boom: Blok) -> Iterator[Probleem]:
    """What no risk may lack or have twice, whichever edition it is of."""
    gezien: set[str] = set()
    for i, risico in enumerate(register.risicos):
        if risico.id in gezien:
            yield probleem("risico-dubbel", bestand=BESTAND, regel=regel_van(boom, ("risicos", i, "id")), id=risico.id)
        gezien.add(risico.id)
        if (risico.bron is None) == (risico.aanname is None):
            yield probleem("risico-grond", bestand=BESTAND, regel=regel_van(boom, ("risicos", i, "kans")), id=risico.id)
        if not risico.anders:
            regel = regel_van(boom, ("risicos", i, "anders"))
            yield probleem("risico-verandert-niets", bestand=BESTAND, regel=regel, id=risico.id, parameter="een parameter")
        for j, anders in enumerate(risico.anders):
            regel = regel_van(boom, ("risicos", i, "anders", j))
            if len(anders.gegeven) != 1 or anders.wijziging in (Wijziging(anders.parameter), Wijziging(anders.parameter, plus=0.0)):
                yield probleem("risico-verandert-niets", bestand=BESTAND, regel=regel, id=risico.id, parameter=anders.parameter)


def _toets(ps: Parameterset, risico: Risico, i: int, boom: Blok) -> Iterator[Probleem]:
    """What a risk names and is not there, and what would make of a value what it cannot be."""

    def regel(*stappen: str | int) -> int | None:
        return regel_van(boom, ("risicos", i, *stappen))

    for j, anders in enumerate(risico.anders):
        waar, gegevens = regel("anders", j, "parameter"), {"id": risico.id, "parameter": anders.parameter}
        if not anders.wijziging.bestaat(ps):
            suggestie = lijkt_op(anders.parameter, (*ps.parameters, INSTROOM))
            yield probleem("risico-parameter-onbekend", bestand=BESTAND, regel=waar, suggestie=suggestie, **gegevens)
        elif bezwaar := _bezwaar(ps, anders):
            yield probleem("risico-kan-niet", bestand=BESTAND, regel=waar, bezwaar=bezwaar, **gegevens)
    bekend = indicatoren(niveau_van(ps.editie.classificatie))
    for j, id in enumerate(risico.effect):
        if id not in bekend:
            yield probleem("indicator-onbekend", bestand=BESTAND, regel=regel("effect", j), id=id, suggestie=lijkt_op(id, bekend))
    if risico.bron is not None and risico.bron not in ps.bronnen:
        suggestie = lijkt_op(risico.bron, ps.bronnen)
        yield probleem("bron-onbekend", bestand=BESTAND, regel=regel("bron"), bron=risico.bron, suggestie=suggestie)
    elif risico.bron is not None and (dag := laatste_dag(ps.bronnen[risico.bron])) > ps.editie.vastgesteld and not risico.later:
        gegevens = {"id": risico.id, "bron": risico.bron, "dag": datum(dag), "vastgesteld": datum(ps.editie.vastgesteld)}
        yield probleem("risico-later", bestand=BESTAND, regel=regel("bron"), **gegevens)


def _bezwaar(ps: Parameterset, anders: Anders) -> str:
    """Why a parameter cannot have the values that it would get; empty when it can."""
    if anders.parameter == INSTROOM:
        return ""
    parameter = ps[anders.parameter]
    if anders.naar and not parameter.heeft_band:
        return "zij heeft geen laag en hoog"
    samen = ((p.id, *regel.vaste_som) for p in ps.parameters.values() for regel in p.validatie if regel.vaste_som)
    if not anders.naar and any(parameter.id in delen for delen in samen):
        return "zij telt met andere op tot een vast geheel; alleen naar: laag of hoog laat de andere meebewegen"
    waarden = veranderd(ps, anders.wijziging)
    for regel in parameter.validatie:
        if regel.minimaal is not None and np.nanmin(waarden) < regel.minimaal:
            return f"haar waarde zou onder {regel.minimaal:g} komen"
        if regel.maximaal is not None and np.nanmax(waarden) > regel.maximaal:
            return f"haar waarde zou boven {regel.maximaal:g} komen"
    if np.nanmin(waarden) < 0 or (parameter.eenheid == "aandeel" and np.nanmax(waarden) > 1):
        return "een aandeel ligt tussen nul en een, en een aantal niet onder nul"
    return ""
