"""From a number back to the parameters: the tree that explains one indicator, year and scenario.

Everything in it is obtained from the model: the formulas from their source, what they read from the declaration,
every value from a run of the same chain. An element is explained once, where it is nearest to the root.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from datetime import date
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from mpp.herkomst.bladen import parameterblad, prognoseblad
from mpp.herkomst.formule import uitdrukking
from mpp.herkomst.gerealiseerd import realisatiedelen
from mpp.herkomst.lezingen import Gelezen, lezingen, wijze
from mpp.herkomst.notatie import getal
from mpp.herkomst.opname import Opname
from mpp.herkomst.uitleg import (
    SCHEMA,
    Formuleblad,
    Herleiding,
    Lezing,
    Onderdeelblad,
    Uitleg,
    Voorraadjaar,
)
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.productiemodel import Gerealiseerd, Keten, keten
from mpp.productiemodel.onderdelen import Berekening
from mpp.uitkomsten import SCENARIOS, Uitkomsten, register
from mpp.uitkomsten.scenarios import per_scenario

if TYPE_CHECKING:
    from mpp.parameters import Parameterset

#: Where an element or leaf is explained: in what reads it, and as which of the things that reads.
_Plaatsen = Mapping[tuple[str, str], tuple[str, int]]


class Herkomst:
    """Where the numbers of one scenario of an edition come from.

    Raises Fout for a scenario that does not exist. `model` is another chain with the same elements, for tests.
    """

    def __init__(self, u: Uitkomsten, scenario: str = "medio", model: Keten | None = None):
        if scenario not in SCENARIOS:
            raise Fout([probleem("scenario-onbekend", scenario=scenario, suggestie=lijkt_op(scenario, SCENARIOS))])
        self.u, self.scenario, self.keten = u, scenario, model or keten()
        k = SCENARIOS.index(scenario)
        self.anders = {id: waarden[k : k + 1] for id, waarden in per_scenario(u.ps).items()}
        self.opname = Opname(self.keten, u.ps, u.prognose.scenario(SCENARIOS[k]), self.anders)
        maanden = {id: reeks[None] for id, reeks in self.opname.maanden.items()}
        self._uitkomsten = Uitkomsten(u.ps, u.prognose, maanden, scenarios=(scenario,))
        self._kwam = Gerealiseerd(self.keten, u.ps)

    @property
    def ps(self) -> Parameterset:
        """The parameters of the edition."""
        return self.u.ps

    def herleid(self, id: str, jaar: int) -> Herleiding:
        """The explanation of an indicator in a year.

        Raises Fout for one that is not there, and for a year outside the edition.
        """
        if id not in self.keten.onderdelen:
            raise Fout([probleem("herkomst-onbekend", id=id, suggestie=lijkt_op(id, self.keten.onderdelen))])
        if jaar not in self.u.jaren:
            raise Fout([probleem("jaar-buiten-editie", jaar=jaar, eerste=self.u.jaren[0], laatste=self.u.jaren[-1])])
        return self._herleiding(jaar, self._onderdeel(id, jaar, self._plaatsen(id)))

    def herleid_parameter(self, id: str) -> Herleiding:
        """The leaf of a parameter, with all its values; raises Fout for a parameter that does not exist."""
        return self._herleiding(self.u.jaren[-1], parameterblad(self.ps, id, None, self.anders))

    def _herleiding(self, jaar: int, uitleg: Uitleg) -> Herleiding:
        editie = f"{self.ps.editie.titel}, {self.ps.merk}" if self.ps.merk else self.ps.editie.titel
        return Herleiding(SCHEMA, editie, jaar, self.scenario, uitleg)

    def waarde(self, id: str, jaar: int) -> float:
        """An element in a year."""
        return self._uitkomsten.waarde(id, jaar, self.scenario)

    def _maanden(self, id: str, jaar: int) -> np.ndarray:
        eerste = 12 * self.u.jaren.index(jaar)
        return self.opname.maanden[id][eerste : eerste + 12]

    def _vanaf(self, jaar: int) -> int:
        """The month of a year with which the model begins, 0 its January."""
        return self._kwam.n_maanden if jaar == self.u.jaren[0] else 0

    def _plaatsen(self, wortel: str) -> _Plaatsen:
        """Breadth first, so that nothing is explained deeper in the tree than where it is met first."""
        plaatsen: dict[tuple[str, str], tuple[str, int]] = {("onderdeel", wortel): ("", 0)}
        te_doen = deque([wortel])
        while te_doen:
            id = te_doen.popleft()
            for k, lezing in enumerate(lezingen(self.keten, id)):
                if (sleutel := (lezing.wat, lezing.id)) not in plaatsen:
                    plaatsen[sleutel] = (id, k)
                    if lezing.wat == "onderdeel":
                        te_doen.append(lezing.id)
        return plaatsen

    def _onderdeel(self, id: str, jaar: int, plaatsen: _Plaatsen) -> Onderdeelblad:
        o, i, formule = self.keten.onderdelen[id], register()[id], None
        maanden, vanaf = self._maanden(id, jaar), self._vanaf(jaar)
        if isinstance(o, Berekening):
            hoogste = vanaf + int(np.argmax(maanden[vanaf:])) if wijze(self.keten, id) == "hoogste maand" else 11
            formule = self._formule(o, jaar, hoogste)
        return Onderdeelblad(
            soort=o.soort if isinstance(o, Berekening) else "voorraad",
            id=id,
            naam=i.naam,
            definitie=i.definitie,
            organisatie=i.organisatie,
            eenheid=i.eenheid,
            niveau=i.niveau,
            waarde=_bekend(self.waarde(id, jaar)),
            wijze=wijze(self.keten, id),
            jaarrekening=self._jaarrekening(id, jaar),
            maanden=tuple(map(_bekend, maanden.tolist())),
            formule=formule,
            voorraad=None if isinstance(o, Berekening) else self.voorraadjaren(id, jaar),
            leest=tuple(self._lezing(id, k, lezing, jaar, plaatsen) for k, lezing in enumerate(lezingen(self.keten, id))),
            gerealiseerd=realisatiedelen(self.ps, self._kwam, id) if vanaf else (),
            volgt_uit=self._kwam.volgt_uit(id) if vanaf and id in self._kwam.afgeleid else (),
        )

    def _formule(self, b: Berekening, jaar: int, maand: int) -> Formuleblad:
        lezing = uitdrukking(b.formule)
        stappen = self.opname.berekend(b.id, 12 * self.u.jaren.index(jaar) + maand).stappen
        return Formuleblad(b.betekenis, lezing.teksten, lezing.waarin, maand + 1, lezing.vul(stappen))

    def _jaarrekening(self, id: str, jaar: int) -> str:
        match wijze(self.keten, id):
            case "som":
                return "de som van de twaalf maanden"
            case "hoogste maand":
                return "de hoogste van de twaalf maanden"
            case "verhouding":
                i = register()[id]
                delen = [f"{ander} in het jaar ({getal(self.waarde(ander, jaar))})" for ander in (i.teller, i.noemer) if ander]
                return " gedeeld door ".join(delen)
            case "gewogen gemiddelde":
                return f"het gemiddelde van de twaalf maanden, gewogen met {register()[id].gewicht}"
            case "laatste maand":
                return f"de waarde van december {jaar}"
            case _:
                return f"de stand op 31 december {jaar}"

    def voorraadjaren(self, id: str, tot: int) -> tuple[Voorraadjaar, ...]:
        """A stock in each year up to and including `tot`: every year begins as the one before ended, the first at the peildatum."""
        begin, jaren = self.opname.begin[id], []
        for jaar in (j for j in self.u.jaren if j <= tot):
            erbij, eraf = (
                {s.id: self._komend(s.id, jaar) for s in self.keten.stromen.values() if getattr(s, kant) == id} for kant in ("naar", "van")
            )
            eind = float(self._maanden(id, jaar)[-1])
            jaren.append(Voorraadjaar(jaar, begin, erbij, eraf, eind, date(jaar, self._vanaf(jaar) + 1, 1).isoformat()))
            begin = eind
        return tuple(jaren)

    def _komend(self, id: str, jaar: int) -> float:
        """What flows in a year, from the peildatum on."""
        return float(self._maanden(id, jaar)[self._vanaf(jaar) :].sum())

    def _lezing(self, id: str, k: int, lezing: Gelezen, jaar: int, plaatsen: _Plaatsen) -> Lezing:
        elders = plaatsen[lezing.wat, lezing.id] != (id, k) and lezing.wat != "maand"
        uitleg: Uitleg | None = None
        if not elders:
            match lezing.wat:
                case "onderdeel":
                    uitleg = self._onderdeel(lezing.id, jaar, plaatsen)
                case "parameter":
                    uitleg = parameterblad(self.ps, lezing.id, None if lezing.hoe == "van elk jaar" else jaar, self.anders)
                case "prognose":
                    uitleg = prognoseblad(self.ps, self.u.prognose, self.scenario, jaar)
        waarde = _bekend(self.waarde(lezing.id, jaar)) if lezing.wat == "onderdeel" else None
        return Lezing(lezing.naam, lezing.hoe, lezing.wat, lezing.id, waarde, self._gelezen(id, lezing.naam, jaar), elders, uitleg)

    def _gelezen(self, id: str, naam: str, jaar: int) -> tuple[float | None, ...] | None:
        """The twelve values of an argument as the formula got them; nothing for what a stock reads."""
        b = self.keten.onderdelen[id]
        if not isinstance(b, Berekening) or naam not in b.leest:
            return None
        eerste, vanaf = 12 * self.u.jaren.index(jaar), self._vanaf(jaar)
        waarden = [self.opname.berekend(id, t).argumenten.get(naam) for t in range(eerste + vanaf, eerste + 12)]
        return (*(None for _ in range(vanaf)), *(None if w is None else _bekend(w) for w in waarden))


def _bekend(waarde: float) -> float | None:
    return None if isnan(waarde) else waarde
