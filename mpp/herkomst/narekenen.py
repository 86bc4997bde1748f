"""Every number again from the results, by the origin that it carries in a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from mpp.getal import bijstellingen, eerdere_prognoses, gevoeligheid, gewijzigd, prognosecijfers, protocol
from mpp.getal.cijfers import kans
from mpp.herkomst.oorsprong import OnbekendeOorsprong, Verwijzing, lees_oorsprong
from mpp.herkomst.tellingen import tel_akkoorden, tel_kennis, tel_scenarios
from mpp.parameters.schema import Reeks, Waarde
from mpp.problemen import Fout
from mpp.prognose.grenzen import grenzen
from mpp.uitkomsten import wijzigingen
from mpp.uitkomsten.banden import BAND, GEPUBLICEERD
from mpp.uitkomsten.toetsing import DICHTBIJ, is_dichtbij
from mpp.uitkomsten.trekkingen import BLIJVEND, KANS_BAND

if TYPE_CHECKING:
    from mpp.edities.vergelijking import Bijstelling
    from mpp.monitor.getallen import Nagerekend
    from mpp.uitkomsten import Uitkomsten
    from mpp.uitkomsten.toetsing import Terugblik

GEKOZEN: Final = frozenset({("prognose", "drempel"), ("variantie", "vanaf"), ("trekkingen", "waaier")})
"""Bounds that a document chose for itself: numbers it asks about, not numbers of the results."""

_VASTE_KANSEN: Final = {"band": BAND[1] - BAND[0], "marge": KANS_BAND, "blijvend": BLIJVEND}
"""What the draws are made with."""
_ACHTERAF: Final = "-achteraf"
_FOUT: Final = (Fout, LookupError, ValueError, StopIteration, AttributeError, ZeroDivisionError)


class Narekening:
    """The values of the edition `u` by origin, each computed once."""

    def __init__(self, u: Uitkomsten):
        self.u = u
        self._bekend: dict[Verwijzing, float] = {}
        self._varianten: dict[str, Narekening] = {}

    def waarde(self, bron: str, sleutel: str = "") -> float:
        """The value of what has this origin. Raises OnbekendeOorsprong when there is no such thing."""
        try:
            return lees_oorsprong(bron, sleutel).reken(self.van)
        except ZeroDivisionError:
            raise OnbekendeOorsprong(bron) from None

    def van(self, v: Verwijzing) -> float:
        """The value of one name."""
        if v.variant:
            return self.van_variant(v.variant).van(Verwijzing(v.soort, v.naam, v.sleutel))
        if v not in self._bekend:
            soorten: Mapping[str, Callable[[Verwijzing], float]] = {
                "indicator": self._indicator,
                "parameter": self._parameter,
                "realisatie": self._realisatie,
                "gepubliceerd": self._gepubliceerd,
                "prognose": self._prognose,
                "editie": self._editie,
                "verschil": self._verschil,
                "trekkingen": self._trekkingen,
                "variantie": self._variantie,
                "gevoeligheid": self._gevoeligheid,
                "toets": self._toets,
                "scenarios": lambda v: tel_scenarios(self.u, v.naam),
                "akkoorden": lambda v: tel_akkoorden(self.u, v.sleutel),
                "kennis": lambda v: tel_kennis(self.u.ps, v.naam, v.sleutel),
                "correctie": self._correctie,
                "protocol": lambda _: protocol.AFWIJKING_MONITOR,
                "monitor": lambda v: self.monitor.waarde(v.naam, v.sleutel),
            }
            try:
                self._bekend[v] = float(soorten[v.soort](v))
            except _FOUT:
                raise OnbekendeOorsprong(f"{v.soort}:{v.naam}[{v.sleutel}]") from None
        return self._bekend[v]

    def dichtbij(self, id: str) -> tuple[int, ...]:
        """What a count over the look back `id` may be: figures near and all, and the same with the input as it came."""
        regels = self.blikken[id].regels
        achteraf = [r.afwijking_achteraf for r in regels if r.afwijking_achteraf is not None]
        return sum(r.dichtbij for r in regels), len(regels), sum(map(is_dichtbij, achteraf)), len(achteraf)

    def blikjaren(self, id: str) -> tuple[int, ...]:
        """The years of the look back `id`. Raises KeyError when there is none."""
        return self.blikken[id].ps.editie.jaren

    def van_variant(self, naam: str) -> Narekening:
        """The same for a variant, called as in the origin of its numbers. Raises OnbekendeOorsprong for a name that is not there."""
        from mpp.uitkomsten import bereken
        from mpp.varianten import met_variant

        if naam not in self._varianten:
            try:
                self._varianten[naam] = Narekening(bereken(met_variant(self.u.ps, naam, self.u.ps.wortel)))
            except Fout:
                raise OnbekendeOorsprong(naam) from None
        return self._varianten[naam]

    def _indicator(self, v: Verwijzing) -> float:
        jaar, _, scenario = v.sleutel.partition("|")
        return self.u.waarde(v.naam, int(jaar), scenario)

    def _parameter(self, v: Verwijzing) -> float:
        periode, _, kant = v.sleutel.partition("|")
        waarde = _in_periode(self.u.ps.parameters[v.naam], periode)
        return float(getattr(waarde, kant or "waarde"))

    def _realisatie(self, v: Verwijzing) -> float:
        reeks = self.u.ps.realisaties.get(v.naam)
        if reeks and v.sleutel in reeks.waarden:
            return reeks.waarden[v.sleutel].waarde
        alle = (r for blik in self.blikken.values() for r in blik.regels)
        return next(r.gerealiseerd for r in alle if (r.indicator, str(r.jaar)) == (v.naam, v.sleutel))

    def _correctie(self, v: Verwijzing) -> float:
        from mpp.ronde.correctie import lees_correcties
        from mpp.ronde.journaal import lees_journaal

        reeks, periode, kant = v.sleutel.rsplit("|", 2)
        alle = lees_correcties(self.u.ps, lees_journaal(self.u.ps))
        correctie = next(correctie for correctie in alle if correctie.versie == v.naam)
        cijfers = (*correctie.cijfers, *correctie.uitkomsten)
        return float(next(getattr(c, kant) for c in cijfers if (c.reeks, c.periode) == (reeks, periode)))

    def _gepubliceerd(self, v: Verwijzing) -> float:
        return next(c.waarde for c in self.u.ps.gepubliceerd if (c.indicator, f"{c.jaar}|{c.scenario}") == (v.naam, v.sleutel))

    def _prognose(self, v: Verwijzing) -> float:
        if v.naam == "kans":
            jaar, _, grens = v.sleutel.partition("|")
            kant, _, waarvan = grens.partition(" ")
            return kans(int(jaar), **{kant: float(waarvan) if waarvan[:1].isdigit() else waarvan}, u=self.u).waarde
        if v.naam in ("jaar", "vooraf"):
            jaar, _, wat = v.sleutel.partition("|")
            return prognosecijfers.jaarwaarde(self.u.prognose.vooraf if v.naam == "vooraf" else self.u.prognose, wat, int(jaar))
        if v.naam == "grens":
            return grenzen(self.u.prognose)[int(v.sleutel)]
        if v.naam.partition("_")[0] == "gekomen":
            return prognosecijfers.gekomenwaarde(v.naam.partition("_")[2] or "aantal", self.u)
        id, wat = v.naam.split(":")
        if wat == "kans_nu":
            return self.u.prognose.kansen(int(v.sleutel))[id]
        scenario = next(s for s in self.u.prognose.sectie.scenarios if s.id == id)
        return float(getattr(scenario.jaren[int(v.sleutel)], wat))

    def _editie(self, v: Verwijzing) -> float:
        from mpp.edities.eerder import eerdere_edities

        if v.naam == "jaren":
            return len(self.u.jaren)
        if v.naam == "prognoses":
            return eerdere_prognoses.telling(cast("eerdere_prognoses.Telling", v.sleutel), self.u)
        editie, id = v.naam.split(":")
        jaar, _, scenario = v.sleutel.partition("|")
        cijfer = eerdere_edities(self.u.ps)[editie].zoek(id, int(jaar), None if scenario == "niet genoemd" else scenario)
        if cijfer is None:
            raise LookupError(v.naam)
        return cijfer.waarde

    def _verschil(self, v: Verwijzing) -> float:
        from mpp.edities.oorzaken import oorzaken
        from mpp.edities.vergelijking import HOOFDINDICATOREN, ZONDER_GROEP, met_vorige

        if v.naam == "bekeken":
            return len(HOOFDINDICATOREN)
        if v.naam == "gelijk":
            return gewijzigd.aantal_gelijk(self.u)
        if v.naam == "drempel":
            if not (jaar := v.sleutel):
                return bijstellingen.DREMPEL
            return sum(not bijstellingen.is_significant(id, int(jaar), u=self.u) for id in HOOFDINDICATOREN)
        editie, id, deel = v.naam.split(":")
        vergelijking = met_vorige(self.u)
        if editie != vergelijking.oud.ps.editie.id:
            raise LookupError(editie)
        if deel == "parameter":
            return _in_periode(vergelijking.oud.ps[id], v.sleutel).waarde
        if "|" not in v.sleutel:
            return float(getattr(self._bijgesteld[id, v.sleutel], deel))
        jaar, _, scenario = v.sleutel.partition("|")
        eigen = {
            "herrekend": bijstellingen.vorig,
            "gepubliceerd": bijstellingen.gepubliceerd_vorig,
            "totaal": bijstellingen.bijstelling,
        }
        if maak := eigen.get(deel):
            return maak(id, int(jaar), scenario, u=self.u).waarde
        if deel not in ZONDER_GROEP:
            oorzaken()[deel]
        return vergelijking.verschil(id, int(jaar), scenario).effecten.get(deel, 0.0)

    def oorzaak(self, bron: str) -> str:
        """The name of the cause whose effect has this origin; empty when it is no effect."""
        from mpp.edities.vergelijking import met_vorige

        v = lees_oorsprong(bron).verwijzing
        deel = v.naam.rpartition(":")[2] if v and v.soort == "verschil" else ""
        return next((naam for id, naam, _ in met_vorige(self.u).effecten if id == deel), "") if deel else ""

    @cached_property
    def _bijgesteld(self) -> dict[tuple[str, str], Bijstelling]:
        from mpp.edities.vergelijking import met_vorige

        return {(b.parameter, b.periode): b for b in met_vorige(self.u).bijstellingen if b.scenario in (None, "medio")}

    def _trekkingen(self, v: Verwijzing) -> float:
        if v.naam == "aantal":
            return self.u.met_trekkingen.trekkingen
        if v.naam in _VASTE_KANSEN:
            return _VASTE_KANSEN[v.naam]
        jaar, _, kwantiel = v.sleutel.partition("|")
        if kwantiel:
            # those that the tables have are computed together
            kansen = GEPUBLICEERD if float(kwantiel) in GEPUBLICEERD else (float(kwantiel),)
            return float(self.u.met_trekkingen.banden(v.naam, int(jaar), kansen)[kansen.index(float(kwantiel))])
        return gevoeligheid.breedte(v.naam, int(jaar), u=self.u)

    def _variantie(self, v: Verwijzing) -> float:
        id, onzekerheid = v.naam.split(":")
        return next(i.aandeel for i in self.u.gevoeligheid.invloeden(id, int(v.sleutel)) if i.onzekerheid == onzekerheid)

    def _gevoeligheid(self, v: Verwijzing) -> float:
        merk, _, id = v.naam.partition(":")
        if not id:
            return gevoeligheid.omvang(wijzigingen.Wijziging.van_merk(merk), u=self.u).waarde
        (anders,) = self.u.wat_als.reken([wijzigingen.van_merk(merk)])
        return float(anders[id][self.u.jaren.index(int(v.sleutel))]) - self.u.waarde(id, int(v.sleutel))

    def reken_wijzigingen(self, merken: Sequence[str]) -> None:
        """Compute in one pass what the changes do that origins name so; those that are none are left for who asks."""
        gevallen = []
        for merk in merken:
            with suppress(ValueError):
                geval = wijzigingen.van_merk(merk)
                gevallen += [geval] if all(w.bestaat(self.u.ps) for w in geval) else []
        self.u.wat_als.reken(gevallen)

    def _toets(self, v: Verwijzing) -> float:
        if v.naam == "dichtbij":
            return DICHTBIJ
        id, indicator = v.naam.split(":")
        if id == "scorebord":
            from mpp.getal.terugblik import scorewaarde

            return scorewaarde(indicator, v.sleutel, u=self.u)
        regels = self.blikken[id.removesuffix(_ACHTERAF)].regels
        regel = next(r for r in regels if (r.indicator, str(r.jaar)) == (indicator, v.sleutel))
        return float(getattr(regel, "achteraf" if id.endswith(_ACHTERAF) else "model"))

    @cached_property
    def monitor(self) -> Nagerekend:
        """The monitor that ships with the edition. Raises Fout when its file cannot be read."""
        from mpp.monitor.getallen import Nagerekend

        return Nagerekend(self.u)

    @property
    def blikken(self) -> Mapping[str, Terugblik]:
        """The look backs of the project by their id."""
        from mpp.getal.terugblik import alle_terugblikken

        return alle_terugblikken(self.u)


def _in_periode(reeks: Reeks, periode: str) -> Waarde:
    """The value in a period, or in all of a range of periods (2025–2027), or in every one when none is named."""
    namen = list(reeks.waarden)
    eerste, _, laatste = periode.partition("–")
    deel = namen[namen.index(eerste) : namen.index(laatste or eerste) + 1] if periode else namen
    waarden = {(reeks.waarden[naam].waarde, reeks.waarden[naam].laag, reeks.waarden[naam].hoog) for naam in deel}
    if len(waarden) != 1:
        raise LookupError(periode)
    return reeks.waarden[deel[0]]
