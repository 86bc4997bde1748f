"""Two editions brought together in the one that begins last, so that the model can run with values of the one and of the other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final

import numpy as np

from mpp.edities.oorzaken import PROGNOSE, oorzaak
from mpp.parameters import Parameterset
from mpp.parameters.perioden import perioden
from mpp.productiemodel import doorrekenen, keten
from mpp.prognose import Prognose
from mpp.prognose.prognose import KWANTIELEN
from mpp.uitkomsten.kubus import SCENARIOS, Uitkomsten
from mpp.uitkomsten.register import register
from mpp.uitkomsten.scenarios import per_scenario

#: The cause that the parameters of the day with which the model begins belong to.
BEGIN: Final = "beginstanden"
#: The flow that the prognosis is of.
_INSTROOM: Final = "instroom.eerste_aanvragen"

Invoer = Mapping[str, Mapping[str, np.ndarray]]
"""What the model is given: of each parameter and of the prognosis, per period the values in the scenarios, (n_scenarios,)."""


class Kader:
    """The edition `ps` in which two are run, the later to begin of them, and the other, `ander`.

    The other takes part with its own values in the years of `ps`, with the stocks that the model gives for it on that day, and with its
    futures given what came by then. Of a year that it does not have, and of how the queues are made up on another day than its own, it has
    the values of `ps`.
    """

    def __init__(self, oud: Parameterset, nieuw: Parameterset):
        self.ps, self.ander = (nieuw, oud) if nieuw.editie.begin > oud.editie.begin else (oud, nieuw)
        self.zelfde_begin = oud.editie.begin == nieuw.editie.begin
        self._is_nieuw = self.ps is nieuw

    @property
    def oud(self) -> Invoer:
        """The values of the old edition. Raises Fout for a parameter that one of the two lacks."""
        return self._invoer[1 if self._is_nieuw else 0]

    @property
    def nieuw(self) -> Invoer:
        """Those of the new one."""
        return self._invoer[0 if self._is_nieuw else 1]

    @property
    def ander_invoer(self) -> Invoer:
        """Those of the other."""
        return self._invoer[1]

    @cached_property
    def eigen(self) -> Uitkomsten:
        """The results of the other edition on its own years."""
        return reken(self.ander)

    @cached_property
    def doorgerekend(self) -> Mapping[str, np.ndarray]:
        """The stocks of the other edition on the day with which `ps` begins, by the parameter that gives them; none on the same day."""
        if self.zelfde_begin:
            return {}
        t = self._maanden_ervoor - 1
        return {v.begin: np.array([self.eigen.maanden(id, s)[t] for s in SCENARIOS]) for id, v in keten().voorraden.items()}

    @cached_property
    def _invoer(self) -> tuple[Invoer, Invoer]:
        """The values of `ps`, and those of the other in the same periods."""
        for id in self.ps.parameters:
            self.ander[id]  # a file may lack one: then that is what is wrong with it
        hier, daar = _invoer(self.ps), dict(_invoer(self.ander))
        if not self.zelfde_begin:
            daar |= {id: {} for id in hier if oorzaak(id).id == BEGIN}
            daar |= {id: {"vast": stand} for id, stand in self.doorgerekend.items()}
            daar[PROGNOSE] = {**daar[PROGNOSE], **self.gegeven}
        return hier, {id: {periode: daar[id].get(periode, w) for periode, w in waarden.items()} for id, waarden in hier.items()}

    @property
    def _maanden_ervoor(self) -> int:
        """How many months of the other edition lie before `ps` begins."""
        begin = self.ps.editie.begin
        return 12 * (begin.year - self.ander.editie.jaren[0]) + begin.month - 1

    @cached_property
    def gegeven(self) -> Mapping[str, np.ndarray]:
        """The inflow that the other edition expects of a first year that is partly realised, given what came; none where nothing has."""
        if self.zelfde_begin or not (gekomen := Prognose.uit(self.ps).gekomen):
            return {}
        eerste = self.ps.editie.jaren[:1]
        prognose = Prognose(Prognose.uit(self.ander).sectie, eerste, gekomen)
        return {str(eerste[0]): np.array([prognose.kwantiel(eerste[0], KWANTIELEN[s]) for s in SCENARIOS])}

    @cached_property
    def ongezien(self) -> Mapping[str, np.ndarray]:
        """The same as it expected it before it saw what came: that, and what it foresaw for the months after it."""
        if not self.gegeven:
            return {}
        rest = slice(self._maanden_ervoor, self._maanden_ervoor + 12 - self.ps.editie.gerealiseerd)
        komt = np.array([self.eigen.maanden(_INSTROOM, s)[rest].sum() for s in SCENARIOS])
        gekomen = Prognose.uit(self.ps).gekomen
        return dict.fromkeys(self.gegeven, (gekomen.aantal if gekomen else 0) + komt)

    def zoals_verwacht(self, u: Uitkomsten, blok: str) -> Uitkomsten:
        """The results of a `blok` of `u`, with what the other edition expected of the months before `ps` begins in place of what came."""
        n, voor = self.ps.editie.gerealiseerd, self._maanden_ervoor
        maanden = {
            id: np.array([[*self.eigen.maanden(id, s)[voor - n : voor], *u.maanden(id, f"{blok}:{s}")[n:]] for s in SCENARIOS])
            for id in register()
        }
        return Uitkomsten(self.ps, u.prognose, maanden)


def reken(ps: Parameterset) -> Uitkomsten:
    """The results of parameters on their own years, as they are: what is wrong with them is not looked for here."""
    prognose = Prognose.uit(ps)
    instroom = np.array([prognose.scenario(s) for s in SCENARIOS])
    return Uitkomsten(ps, prognose, doorrekenen(ps, instroom, per_scenario(ps)))


def _invoer(ps: Parameterset) -> Invoer:
    prognose, eigen = Prognose.uit(ps), per_scenario(ps)
    instroom = np.array([prognose.scenario(s) for s in SCENARIOS])
    invoer = {PROGNOSE: dict(zip(map(str, ps.editie.jaren), instroom.T, strict=True))}
    for p in ps.parameters.values():
        alle = perioden(p.periode, ps.editie)
        medio = [p.waarden[periode].waarde if periode in p.waarden else np.nan for periode in alle]
        invoer[p.id] = dict(zip(alle, eigen.get(p.id, np.tile(medio, (len(SCENARIOS), 1))).T, strict=True))
    return invoer
