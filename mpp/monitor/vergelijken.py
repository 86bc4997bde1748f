"""What came beside what an edition expected, over the same part of the year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from typing import Final

from mpp.getal.protocol import AFWIJKING_MONITOR
from mpp.monitor.bestand import Realisaties, Rij
from mpp.monitor.lijst import Onderwerp
from mpp.monitor.periode import Periode
from mpp.monitor.verwachting import Verwachting, over
from mpp.parameters.dagen import datum
from mpp.problemen import Fout, probleem
from mpp.uitkomsten import SCENARIOS
from mpp.weergave.afronding import STAP_VERANDERING, rond
from mpp.weergave.opmaak import MAANDEN, jarenreeks, opsomming

MEDIO: Final = "medio"


@dataclass(frozen=True)
class Vergelijking:
    """A subject in a year: what the edition expects, and the rows of what came, none when nothing is known."""

    onderwerp: Onderwerp
    jaar: int
    verwachting: Verwachting
    rijen: tuple[Rij, ...] = ()

    @cached_property
    def bekend(self) -> tuple[Rij, ...]:
        """The rows with a value that are held against a forecast: not those of before the edition begins."""
        vanaf = self.verwachting.vanaf(self.jaar)
        return tuple(rij for rij in self.rijen if rij.waarde is not None and rij.periode.maanden[0] >= vanaf)

    @property
    def vergeleken(self) -> tuple[Rij, ...]:
        """The rows of which the sum is compared: all of a flow, of anything else the last."""
        return self.bekend if self.onderwerp.is_stroom else self.bekend[-1:]

    @cached_property
    def maanden(self) -> tuple[int, ...]:
        """The months that are compared, from nought."""
        return tuple(m for rij in self.vergeleken for m in rij.periode.maanden)

    @property
    def sleutel(self) -> str:
        """How an origin names the part of the year."""
        return "+".join(periode.sleutel for periode in self._stukken)

    @property
    def periode(self) -> str:
        """The same as it reads, without the year."""
        return opsomming([periode.naam for periode in self._stukken])

    @cached_property
    def _stukken(self) -> list[Periode]:
        """The months that are compared, those that follow on each other as one."""
        stukken: list[Periode] = []
        for periode in (rij.periode for rij in self.vergeleken):
            if stukken and not periode.stand and stukken[-1].laatste + 1 == periode.eerste:
                stukken[-1] = Periode(self.jaar, stukken[-1].eerste, periode.laatste)
            else:
                stukken.append(periode)
        return stukken

    @property
    def gekomen(self) -> float:
        """What came over that part of the year."""
        return sum(rij.waarde for rij in self.vergeleken if rij.waarde is not None)

    @cached_property
    def verwacht(self) -> Mapping[str, float]:
        """What was expected over the same months, by scenario, as far as the edition tells."""
        alle = {s: over(self.verwachting, self.onderwerp, self.jaar, self.maanden, s) for s in SCENARIOS} if self.maanden else {}
        return {s: waarde for s, waarde in alle.items() if isfinite(waarde)}

    @property
    def te_vergelijken(self) -> bool:
        """Whether something came and something was expected of the same months."""
        return MEDIO in self.verwacht

    @property
    def band(self) -> tuple[str, str] | None:
        """The scenarios with the least and the most that was expected; None where an edition does not tell all three."""
        if len(self.verwacht) < len(SCENARIOS):
            return None
        return min(SCENARIOS, key=self.verwacht.__getitem__), max(SCENARIOS, key=self.verwacht.__getitem__)

    @property
    def afwijking(self) -> float | None:
        """How far what came lies from medio, as a share of it; None where nothing was expected."""
        return self.gekomen / self.verwacht[MEDIO] - 1 if self.te_vergelijken and self.verwacht[MEDIO] else None

    @property
    def reden_om_te_kijken(self) -> bool:
        """Whether the deviation, as it is shown, is as large as the protocol has it: a reason to look, and nothing more."""
        return self.afwijking is not None and abs(float(rond(self.afwijking, STAP_VERANDERING))) >= AFWIJKING_MONITOR

    @property
    def per_maand(self) -> bool:
        """Whether its months are shown by themselves: they do not add up, or those from the first on are not all known."""
        vanaf = self.verwachting.vanaf(self.jaar)
        return not self.onderwerp.is_stroom or (bool(self.maanden) and self.maanden != tuple(range(vanaf, vanaf + len(self.maanden))))


def vergelijk(onderwerp: Onderwerp, realisaties: Realisaties, verwachting: Verwachting) -> Vergelijking:
    """One subject of the file beside what the edition expects."""
    return Vergelijking(onderwerp, realisaties.jaar, verwachting, realisaties.rijen.get(onderwerp.id, ()))


def eis_vergelijkbaar(realisaties: Realisaties, v: Verwachting) -> None:
    """Raises Fout for realisations of a year that the edition does not have, and for periods that lie on both sides of its beginning."""
    if realisaties.jaar not in v.jaren:
        jaren = jarenreeks(list(v.jaren))
        raise Fout([probleem("monitor-andere-jaren", bestand=realisaties.naam, jaar=realisaties.jaar, editie=v.naam, jaren=jaren)])
    vanaf = v.vanaf(realisaties.jaar)
    dag = datum(Periode(realisaties.jaar, vanaf + 1, vanaf + 1).einde.replace(day=1))
    over_de_grens = [rij for rij in realisaties.alle if rij.periode.maanden[0] < vanaf <= rij.periode.maanden[-1]]
    if over_de_grens:
        raise Fout(
            probleem("monitor-over-de-peildatum", bestand=realisaties.naam, regel=rij.regel, editie=v.naam, dag=dag)
            for rij in over_de_grens
        )


def tot_en_met(realisaties: Realisaties) -> str:
    """The last month of which anything is known: juni."""
    return MAANDEN[max(rij.periode.laatste for rij in realisaties.alle if rij.waarde is not None) - 1]
