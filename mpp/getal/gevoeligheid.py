"""What the chain does when something turns out otherwise: one parameter at a time, and the inflow as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mpp.getal.afronding import stap
from mpp.getal.cijfers import n
from mpp.getal.getal import Getal
from mpp.getal.tabel import Cel, Tabel
from mpp.uitkomsten import Uitkomsten, bereken, huidige, indicator

#: Enough draws for a band that does not change in tens of persons, in a fraction of a second.
_TREKKINGEN = 4000


@dataclass(frozen=True)
class Wijziging:
    """Another value of one parameter in every period: times `maal`, plus `plus` (in the parameter's unit).

    `tekst` says what changes, with {omvang} where the size of the change stands.
    """

    tekst: str
    parameter: str
    maal: float = 1.0
    plus: float = 0.0

    @property
    def omvang(self) -> Getal:
        """The size of the change: a share of the value, or an amount in its unit (percentage points for a share)."""
        if self.plus:
            eenheid = huidige().ps[self.parameter].eenheid
            eenheid = "procentpunt" if eenheid == "aandeel" else eenheid
            return Getal(abs(self.plus), eenheid, stap(eenheid), f"gevoeligheid:{self.parameter}")
        return Getal(abs(self.maal - 1), "aandeel", stap("aandeel"), f"gevoeligheid:{self.parameter}")


def tabel_gevoeligheid(wijzigingen: Sequence[Wijziging], ids: Sequence[str], jaar: int) -> Tabel:
    """The difference that each change makes to each indicator in `jaar`, scenario medio; all else stays as it is."""
    rijen: list[list[Cel]] = []
    for wijziging in wijzigingen:
        anders = _anders(wijziging)
        rijen.append(
            [wijziging.tekst.format(omvang=wijziging.omvang._repr_markdown_()), *(_effect(wijziging, anders, id, jaar) for id in ids)]
        )
    koppen = ["Wijziging", *(f"{indicator(id).naam} ({indicator(id).eenheid})" for id in ids)]
    return Tabel(koppen, rijen, [34, *([66 // len(ids)] * len(ids))])


def tabel_banden(ids: Sequence[str], jaar: int) -> Tabel:
    """For each indicator the band in which it falls with probability 75%, given the uncertainty of the inflow alone."""
    rijen: list[list[Cel]] = []
    for id in ids:
        i = indicator(id)
        onder, midden, boven = _met_trekkingen().banden(id, jaar, [0.125, 0.5, 0.875]).tolist()
        kwantielen = [
            Getal(w, i.eenheid, stap(i.eenheid), f"trekkingen:{id}", f"{jaar}|{k}")
            for w, k in ((onder, 0.125), (midden, 0.5), (boven, 0.875))
        ]
        rijen.append([f"{i.naam} ({i.eenheid})", *kwantielen, n(id, jaar)])
    return Tabel(["Indicator", "Ondergrens", "Middelste waarde", "Bovengrens", "Scenario medio"], rijen, [40, 15, 15, 15, 15])


@cache
def _anders(wijziging: Wijziging) -> Uitkomsten:
    ps = huidige().ps
    waarden = {periode: w.waarde * wijziging.maal + wijziging.plus for periode, w in ps[wijziging.parameter].waarden.items()}
    return bereken(ps.met({wijziging.parameter: waarden}))


@cache
def _met_trekkingen() -> Uitkomsten:
    return bereken(huidige().ps, trekkingen=_TREKKINGEN)


def _effect(wijziging: Wijziging, anders: Uitkomsten, id: str, jaar: int) -> Getal:
    eenheid = indicator(id).eenheid
    verschil = anders.waarde(id, jaar) - huidige().waarde(id, jaar)
    return Getal(
        verschil, "procentpunt" if eenheid == "aandeel" else eenheid, stap(eenheid), f"gevoeligheid:{wijziging.parameter}:{id}", str(jaar)
    )
