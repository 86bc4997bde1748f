"""What changed between two editions, and what each change did to the outcomes.

Old, new, and per cause an edition in which only that cause has its new values: all in one pass of the model. What
the effects of the causes do not add up to is their interaction. What an edition published counts as its value; how far
today's model with its parameters lies from that is the effect `model`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

import numpy as np

from mpp.edities.gepubliceerd import Cijfer
from mpp.edities.kader import BEGIN, Kader
from mpp.edities.kant import Kant, lees_kant
from mpp.edities.oorzaken import PROGNOSE, Oorzaak, oorzaak, oorzaken
from mpp.parameters import Parameterset
from mpp.parameters.dagen import datum
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.productiemodel import doorrekenen
from mpp.prognose import Prognose
from mpp.uitkomsten.kubus import SCENARIOS, Uitkomsten
from mpp.weergave.afronding import rond, stap, stap_ingevoerd

#: The effects that are no group of parameters: what came up to the day with which the later edition begins, the groups together, and an
#: edition that was not computed by today's model.
GEKOMEN, INTERACTIE, MODEL = "realisatie", "interactie", "model"
ZONDER_GROEP: Final = (GEKOMEN, INTERACTIE, MODEL)

_GEKOMEN: Final = (GEKOMEN, "Realisatie tot de peildatum", "realisatie")
_REST: Final = ((INTERACTIE, "Samenloop van oorzaken", "samenloop"), (MODEL, "Verschil met de herrekening", "model"))

#: The indicators that tell what changed, in the order of the chain.
HOOFDINDICATOREN: Final = (
    "instroom.totaal",
    "instroom.eerste_aanvragen",
    "instroom.amv",
    "ind.asiel.voorraad",
    "coa.bezetting",
    "coa.capaciteit",
    "coa.amv.capaciteit",
    "gemeenten.taakstelling",
    "gemeenten.gehuisvest",
    "dtv.instroom",
    "nidos.pupillen",
    "rvdr.bntb_instroom",
)

_OUD, _NIEUW = "oud", "nieuw"


@dataclass(frozen=True)
class Grondslag:
    """Where a value comes from: the keys of its sources, or the assumption it is."""

    bronnen: tuple[str, ...] = ()
    aanname: str | None = None
    toelichting: str | None = None

    @property
    def berekend(self) -> bool:
        """Whether the value was computed, not entered: an inflow of the prognosis, a stock that the model gave."""
        return not self.bronnen and not self.aanname

    def stap(self, waarde: float | None, eenheid: str) -> float:
        """The step at which a value is shown: as it was entered, or like an outcome when it was computed."""
        return stap(eenheid) if self.berekend or waarde is None else stap_ingevoerd(waarde, eenheid)


@dataclass(frozen=True)
class Bijstelling:
    """One value that is another in the new edition; None where an edition has none, because nothing was decided yet.

    `scenario` is None for a value that holds in all of them.
    """

    parameter: str
    label: str
    eenheid: str
    scenario: str | None
    periode: str
    oorzaak: Oorzaak
    oud: float | None
    nieuw: float | None
    grondslag_oud: Grondslag
    grondslag_nieuw: Grondslag

    @property
    def stap_oud(self) -> float:
        """The step at which the old value is shown."""
        return self.grondslag_oud.stap(self.oud, self.eenheid)

    @property
    def stap_nieuw(self) -> float:
        """The step at which the new one is shown."""
        return self.grondslag_nieuw.stap(self.nieuw, self.eenheid)

    @property
    def leest_gelijk(self) -> bool:
        """Whether the two are one number at the coarser of the steps at which they are shown."""
        if self.oud is None or self.nieuw is None:
            return False
        op = max(self.stap_oud, self.stap_nieuw)
        return rond(self.oud, op) == rond(self.nieuw, op)


@dataclass(frozen=True)
class Verschil:
    """One indicator in one year and scenario; `effecten` has what each cause did and adds up to `totaal`.

    `gepubliceerd_oud` and `gepubliceerd_nieuw` are the published figures that the values are, None where they are the model's.
    """

    indicator: str
    jaar: int
    scenario: str
    oud: float
    nieuw: float
    effecten: Mapping[str, float]
    gepubliceerd_oud: Cijfer | None = None
    gepubliceerd_nieuw: Cijfer | None = None

    @property
    def totaal(self) -> float:
        """The whole change."""
        return self.nieuw - self.oud

    @property
    def door_wijzigingen(self) -> float:
        """The change that the changed values make: both editions by the same model, whatever they published."""
        return sum(effect for id, effect in self.effecten.items() if id != MODEL)


class Vergelijking:
    """Two editions beside each other, over the years that both have; each is run on its own years.

    Causes are told apart in the edition that begins last: there the model runs with values of the one and of the other. The one that
    began earlier takes part with the stocks that the model gives for it on that day, and with its futures given what came by then. That
    is a cause of its own: the months that were realised in place of what it expected of them, and what they say of the rest of the year.
    How the queues are made up on that day is part of the effect of the opening stocks.
    Raises Fout when they have no year in common.
    """

    def __init__(self, oud: Kant, nieuw: Kant):
        self.oud, self.nieuw = oud, nieuw
        a, b = oud.ps.editie, nieuw.ps.editie
        self.jaren: tuple[int, ...] = tuple(jaar for jaar in a.jaren if jaar in b.jaren)
        if not self.jaren:
            jaren = [f"{editie.naam} ({editie.jaren[0]} tot en met {editie.jaren[-1]})" for editie in (a, b)]
            raise Fout([probleem("vergelijking-geen-jaren", oud=jaren[0], nieuw=jaren[1])])
        self._kader = Kader(oud.ps, nieuw.ps)

    @cached_property
    def bijstellingen(self) -> tuple[Bijstelling, ...]:
        """Every value that changed, by cause: of the parameters, and of the inflow that the prognosis gives."""
        volgorde = list(oorzaken())
        return tuple(sorted((b for id in self._kader.oud for b in self._van(id)), key=lambda b: volgorde.index(b.oorzaak.id)))

    def perioden(self, id: str) -> tuple[str, ...]:
        """The periods in which a parameter, or the prognosis, is compared, in order."""
        return tuple(self._kader.oud[id])

    @cached_property
    def groepen(self) -> tuple[Oorzaak, ...]:
        """The causes in which something changed; another day to begin with is one."""
        gewijzigd = {b.oorzaak.id for b in self.bijstellingen} | (set() if self._kader.zelfde_begin else {BEGIN})
        return tuple(o for o in oorzaken().values() if o.id in gewijzigd)

    @property
    def effecten(self) -> tuple[tuple[str, str, str], ...]:
        """What a difference is split over, in order: id, name, and name for a narrow column."""
        gekomen = (_GEKOMEN,) if self._kader.gegeven else ()
        return (*gekomen, *((g.id, g.naam, g.kort) for g in self.groepen), *_REST)

    def verschil(self, id: str, jaar: int, scenario: str = "medio") -> Verschil:
        """What changed in an indicator, and why.

        Raises Fout for an unknown indicator or scenario, and for a year that the editions do not share.
        """
        if jaar not in self.jaren:
            raise Fout([probleem("jaar-buiten-editie", jaar=jaar, eerste=self.jaren[0], laatste=self.jaren[-1])])
        if scenario not in SCENARIOS:
            raise Fout([probleem("scenario-onbekend", scenario=scenario, suggestie=lijkt_op(scenario, SCENARIOS))])
        model = {blok: self.uitkomsten.waarde(id, jaar, f"{blok}:{scenario}") for blok in self._blokken}
        eigen = dict(model)
        if not self._kader.zelfde_begin:
            eigen[self._ander] = self._kader.eigen.waarde(id, jaar, scenario)
        cijfers = [kant.gepubliceerd.get((id, jaar, scenario)) for kant in (self.oud, self.nieuw)]
        oud, nieuw = (c.waarde if c else eigen[blok] for c, blok in zip(cijfers, (_OUD, _NIEUW), strict=True))
        effecten = {g.id: model[g.id] - model[_OUD] for g in self.groepen}
        effecten[INTERACTIE] = model[_NIEUW] - model[_OUD] - sum(effecten.values()) if len(effecten) > 1 else 0.0
        if not self._kader.zelfde_begin:
            effecten[BEGIN] += (model[_OUD] - eigen[_OUD]) + (eigen[_NIEUW] - model[_NIEUW])
        if self._kader.gegeven:
            gekomen = model[self._ander] - self._zoals_verwacht.waarde(id, jaar, scenario)
            effecten[GEKOMEN] = gekomen if self._ander == _OUD else -gekomen
            effecten[BEGIN] -= effecten[GEKOMEN]
        effecten[MODEL] = (eigen[_OUD] - oud) + (nieuw - eigen[_NIEUW])
        return Verschil(id, jaar, scenario, oud, nieuw, effecten, *cijfers)

    def _van(self, id: str) -> Iterator[Bijstelling]:
        """What changed in a parameter or in the prognosis; one for each scenario where the scenarios have values of their own."""
        oud, nieuw = self._kader.oud[id], self._kader.nieuw[id]
        label, eenheid = _naam(self.nieuw.ps, id)
        for s, scenario in enumerate(SCENARIOS if _verschilt_per_scenario(oud, nieuw) else (None,)):
            for periode in oud:
                a, b = (None if np.isnan(kant[periode][s]) else float(kant[periode][s]) for kant in (oud, nieuw))
                if a != b:
                    grondslag_oud, grondslag_nieuw = (self._grondslag(kant, id, periode) for kant in (self.oud, self.nieuw))
                    yield Bijstelling(id, label, eenheid, scenario, periode, oorzaak(id), a, b, grondslag_oud, grondslag_nieuw)

    def _grondslag(self, kant: Kant, id: str, periode: str) -> Grondslag:
        if kant.ps is self._kader.ander and id in self._kader.doorgerekend:
            dag = datum(self._kader.ps.editie.begin)
            return Grondslag(toelichting=f"Wat het model met de parameters van {kant.ps.editie.naam} voor {dag} geeft.")
        if kant.ps is self._kader.ander and id == PROGNOSE and periode in self._kader.gegeven:
            dag = datum(self._kader.ps.editie.begin)
            scenarios = _grondslag(kant.ps, id, periode).toelichting
            return Grondslag(toelichting=f"Zoals {kant.ps.editie.naam} haar verwachtte, gegeven wat er voor {dag} kwam. {scenarios}")
        return _grondslag(kant.ps, id, periode)

    @property
    def _blokken(self) -> tuple[str, ...]:
        return (_OUD, *(g.id for g in self.groepen), *([GEKOMEN] if self._kader.gegeven else ()), _NIEUW)

    @property
    def _ander(self) -> str:
        """The block of the edition that begins first."""
        return _OUD if self._kader.ander is self.oud.ps else _NIEUW

    @cached_property
    def _zoals_verwacht(self) -> Uitkomsten:
        """What the edition that begins first gives on the other's day without a look at what came before it."""
        return self._kader.zoals_verwacht(self.uitkomsten, GEKOMEN)

    @cached_property
    def uitkomsten(self) -> Uitkomsten:
        """The results of every block: the old edition, each cause alone, the new one; a scenario is called `block:scenario`.

        The block of what came is the edition that begins first, as it saw the year before that.
        """
        gewijzigd = {b.parameter: b.oorzaak.id for b in self.bijstellingen}

        def per_run(id: str) -> np.ndarray:
            """The values in each period of all runs, (n_blocks * n_scenarios, n_periods)."""
            oud, nieuw = (np.array(list(kant[id].values())).T for kant in (self._kader.oud, self._kader.nieuw))
            per_blok = dict.fromkeys(self._blokken, oud) | {_NIEUW: nieuw}
            if id in gewijzigd:
                per_blok[gewijzigd[id]] = nieuw
            if self._kader.gegeven:
                ander = {**self._kader.ander_invoer[id], **(self._kader.ongezien if id == PROGNOSE else {})}
                per_blok[GEKOMEN] = np.array(list(ander.values())).T
            return np.vstack([per_blok[blok] for blok in self._blokken])

        apart = [id for id in self._kader.oud if id in gewijzigd or _verschilt_per_scenario(self._kader.oud[id])]
        anders = {id: per_run(id) for id in apart if id != PROGNOSE}
        namen = tuple(f"{blok}:{scenario}" for blok in self._blokken for scenario in SCENARIOS)
        ps = self._kader.ps
        return Uitkomsten(ps, Prognose.uit(ps), doorrekenen(ps, per_run(PROGNOSE), anders), scenarios=namen)


@cache
def met_vorige(u: Uitkomsten) -> Vergelijking:
    """An edition beside the one before it, computed once per process.

    Raises Fout when the parameters of that one do not stand in its folder.
    """
    return Vergelijking(*(lees_kant(editie, u.ps) for editie in (u.editie.vorige or f"voor {u.editie.id}", u.editie.id)))


def _verschilt_per_scenario(*kanten: Mapping[str, np.ndarray]) -> bool:
    return any((waarden != waarden[0]).any() and not np.isnan(waarden[0]) for kant in kanten for waarden in kant.values())


def _naam(ps: Parameterset, id: str) -> tuple[str, str]:
    return ("Eerste asielinstroom", "personen") if id == PROGNOSE else (ps[id].label, ps[id].eenheid)


def _grondslag(ps: Parameterset, id: str, periode: str) -> Grondslag:
    if id == PROGNOSE:
        return Grondslag(toelichting=f"Scenario's: {'; '.join(s.naam for s in Prognose.uit(ps).sectie.scenarios)}.")
    parameter = ps[id]
    waarde = parameter.waarden.get(periode)
    if waarde is None:
        return Grondslag()
    eigen = waarde.bron or waarde.aanname  # then what is said of the parameter as a whole may be of another edition
    return Grondslag(*ps.herkomst(parameter, waarde), waarde.toelichting or (None if eigen else parameter.toelichting))
