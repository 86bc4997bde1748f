"""The numbers of a comparison as documents show them, each with its origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from mpp.getal.cijfers import fijnst
from mpp.getal.getal import Getal, InTekst, Naam, Vervallen, Woord
from mpp.getal.woorden import hoger_lager_dan, ligging, verandering
from mpp.monitor.bestand import Realisaties, Rij, lees_realisaties
from mpp.monitor.keuze import REALISATIES
from mpp.monitor.lijst import lees_lijst
from mpp.monitor.vergelijken import MEDIO, Vergelijking
from mpp.monitor.verwachting import VanModel, over
from mpp.uitkomsten import SCENARIOS, Uitkomsten
from mpp.weergave.afronding import STAP_VERANDERING, stap, stap_ingevoerd
from mpp.weergave.opmaak import datum

NAMEN: Final = ("periode", "gekomen", "verwacht", "afwijking", "hoger_lager_dan", "ligging")
"""What a text can say of a comparison, after the id of its subject: `instroom_nareis_gekomen`."""
GEKOMEN, VERWACHT, BRON = "gekomen", "verwacht", "monitor:bron"
_HEEL_JAAR: Final = tuple(range(12))


class Cijfers:
    """The numbers of one comparison; what there is nothing to tell of is left out of a text."""

    def __init__(self, v: Vergelijking, u: Uitkomsten):
        self.v, self._u, self._eenheid = v, u, v.onderwerp.eenheid

    @cached_property
    def gekomen(self) -> Getal:
        """What came, as exact as it was delivered."""
        return self._gekomen(self.v.gekomen, self.v.sleutel)

    def van(self, rij: Rij) -> Getal:
        """One row of the file."""
        assert rij.waarde is not None
        return self._gekomen(rij.waarde, rij.periode.sleutel)

    def _gekomen(self, waarde: float, sleutel: str) -> Getal:
        return Getal(waarde, self._eenheid, stap_ingevoerd(waarde, self._eenheid), f"monitor:{GEKOMEN}:{self.v.onderwerp.id}", sleutel)

    def verwacht(self, scenario: str = MEDIO) -> Getal:
        """What was expected over the same months."""
        return self._verwacht(self.v.verwacht[scenario], f"{self.v.sleutel}|{scenario}")

    def van_het_jaar(self, scenario: str = MEDIO) -> Getal:
        """What is expected over the whole year, or at its end."""
        waarde = over(self.v.verwachting, self.v.onderwerp, self.v.jaar, _HEEL_JAAR, scenario)
        return self._verwacht(waarde, f"{self.v.jaar}|{scenario}")

    def _verwacht(self, waarde: float, sleutel: str) -> Getal:
        bron = f"monitor:{VERWACHT}:{self.v.onderwerp.id}"
        return Getal(waarde, self._eenheid, stap(self._eenheid), bron, sleutel, fijnst(self._u, self._eenheid))

    @property
    def band(self) -> tuple[Getal, Getal] | None:
        """The least and the most that was expected of the scenarios; None where they do not differ as they are shown."""
        if self.v.band is None:
            return None
        laag, hoog = map(self.verwacht, self.v.band)
        return (laag, hoog) if laag.afgerond != hoog.afgerond else None

    @property
    def afwijking(self) -> Woord:
        """How far what came lies from medio, in per cent with its sign."""
        return verandering(self.verwacht(), self.gekomen, STAP_VERANDERING)

    @property
    def ligging(self) -> Woord | None:
        """Where it lies beside the band, where there is one."""
        return ligging(self.gekomen, *self.band) if self.band else None

    def namen(self) -> Iterator[tuple[str, InTekst]]:
        """What a text can name of it."""
        if not self.v.te_vergelijken:
            yield from ((f"{self.v.onderwerp.sleutel}_{naam}", Vervallen()) for naam in NAMEN)
            return
        delen = (
            Naam(self.v.periode, "monitor:periode"),
            self.gekomen,
            self.verwacht(),
            self.afwijking,
            hoger_lager_dan(self.gekomen, self.verwacht()),
            self.ligging or Vervallen(),
        )
        yield from ((f"{self.v.onderwerp.sleutel}_{naam}", deel) for naam, deel in zip(NAMEN, delen, strict=True))


def bronnen(rijen: Sequence[Rij]) -> tuple[Naam, ...]:
    """The sources of rows, each once."""
    return tuple(Naam(tekst, BRON) for tekst in dict.fromkeys(rij.bronvermelding for rij in rijen))


class Nagerekend:
    """The values of the shipped monitor again, by the origin that they carry."""

    def __init__(self, u: Uitkomsten):
        self._lijst = lees_lijst(u.ps.wortel)
        self._verwachting = VanModel(u)
        self.realisaties: Realisaties = lees_realisaties(u.ps.wortel / REALISATIES, self._lijst, u.ps.wortel)

    def waarde(self, naam: str, sleutel: str) -> float:
        """The value of what has this name and key. Raises LookupError or ValueError for what is not there."""
        from mpp.monitor.periode import uit_sleutel

        wat, _, id = naam.partition(":")
        delen, _, scenario = sleutel.partition("|")
        if wat == VERWACHT and delen == str(self.realisaties.jaar):
            maanden: Sequence[int] = _HEEL_JAAR
        else:
            maanden = [m for deel in delen.split("+") for m in uit_sleutel(deel).maanden]
        if wat == GEKOMEN:
            rijen = [rij for rij in self.realisaties.rijen[id] if set(rij.periode.maanden) <= set(maanden)]
            if [m for rij in rijen for m in rij.periode.maanden] != list(maanden):
                raise LookupError(sleutel)
            return sum(rij.waarde for rij in rijen if rij.waarde is not None)
        if wat != VERWACHT or scenario not in SCENARIOS:
            raise LookupError(naam)
        return over(self._verwachting, self._lijst.alle[id], self.realisaties.jaar, maanden, scenario)

    @cached_property
    def teksten(self) -> Mapping[str, None]:
        """The texts of the file that a document may show: its day, sources and notes."""
        alle = (tekst for rij in self.realisaties.alle for tekst in (rij.bronvermelding, rij.toelichting, rij.adres))
        return dict.fromkeys((datum(self.realisaties.stand), *(tekst for tekst in alle if tekst)))
