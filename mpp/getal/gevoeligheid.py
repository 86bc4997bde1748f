"""What the chain does when something turns out otherwise: one change at a time, and all uncertainties together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mpp.getal.cijfers import n
from mpp.getal.getal import Getal, Naam, Woord
from mpp.getal.tabel import Cel, Tabel
from mpp.uitkomsten import Uitkomsten, indicator
from mpp.uitkomsten.jaren import naar_jaren
from mpp.uitkomsten.trekkingen import MIDDEN, op_kwantiel
from mpp.weergave.afronding import eenheid_verschil, stap
from mpp.weergave.opmaak import in_een_zin

#: The quantiles of the band that has a chance of three in four, with the median.
BAND: Final = (0.125, 0.5, 0.875)


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
    def merk(self) -> str:
        """The change as an origin names it: `ind.spoor4.productie*1.1`, `gemeenten.realisatiegraad-0.3`."""
        return f"{self.parameter}{self.plus:+g}" if self.plus else f"{self.parameter}*{self.maal:g}"

    @classmethod
    def van_merk(cls, merk: str) -> Wijziging:
        """The change that an origin names so. Raises ValueError for what is none."""
        delen = re.fullmatch(r"([\w.]+?)(?:\*([\d.]+)|([+-][\d.]+))", merk)
        if delen is None:
            raise ValueError(merk)
        return cls("", delen[1], maal=float(delen[2] or 1), plus=float(delen[3] or 0))

    def omvang(self, u: Uitkomsten) -> Getal:
        """The size of the change: a share of the value, or an amount in its unit (percentage points for a share)."""
        if self.plus:
            eenheid = eenheid_verschil(u.ps[self.parameter].eenheid)
            return Getal(abs(self.plus), eenheid, stap(eenheid), f"gevoeligheid:{self.merk}")
        return Getal(abs(self.maal - 1), "aandeel", stap("aandeel"), f"gevoeligheid:{self.merk}")


def tabel_gevoeligheid(wijzigingen: Sequence[Wijziging], ids: Sequence[str], jaar: int, *, u: Uitkomsten) -> Tabel:
    """The difference that each change makes to each indicator in `jaar`, scenario medio; all else stays as it is."""
    anders, kolom = reken_wijzigingen(wijzigingen, u), u.jaren.index(jaar)
    rijen: list[list[Cel]] = [
        [
            wijziging.tekst.format(omvang=wijziging.omvang(u)._repr_markdown_()),
            *(_effect(wijziging, float(anders[id][i, kolom]), id, jaar, u) for id in ids),
        ]
        for i, wijziging in enumerate(wijzigingen)
    ]
    koppen = ["Wijziging", *(f"{indicator(id).naam} ({indicator(id).eenheid})" for id in ids)]
    return Tabel(koppen, rijen, [34, *([66 // len(ids)] * len(ids))])


def tabel_banden(ids: Sequence[str], jaar: int, *, u: Uitkomsten) -> Tabel:
    """For each indicator the band in which it falls with probability 75%, by the inflow and the uncertain parameters."""
    rijen: list[list[Cel]] = []
    for id in ids:
        i = indicator(id)
        waarden = u.met_trekkingen.banden(id, jaar, BAND).tolist()
        kwantielen = [Getal(w, i.eenheid, stap(i.eenheid), f"trekkingen:{id}", f"{jaar}|{k}") for w, k in zip(waarden, BAND, strict=True)]
        rijen.append([f"{i.naam} ({i.eenheid})", *kwantielen, n(id, jaar, u=u)])
    return Tabel(["Indicator", "Ondergrens", "Middelste waarde", "Bovengrens", "Scenario medio"], rijen, [40, 15, 15, 15, 15])


def kans_in_band() -> Getal:
    """The probability with which an outcome falls in the band of `tabel_banden`."""
    return Getal(BAND[-1] - BAND[0], "aandeel", stap("aandeel"), "trekkingen:band")


def smalste_band(ids: Sequence[str], jaar: int, *, u: Uitkomsten) -> Woord:
    """The name of the indicator of which the band of `tabel_banden` is narrowest, relative to its median where that is not nought."""
    return _band(min(_te_vergelijken(ids, jaar, u), key=lambda id: breedte(id, jaar, u=u)), jaar, u)


def breedste_band(ids: Sequence[str], jaar: int, *, u: Uitkomsten) -> Woord:
    """The name of the indicator of which that band is widest."""
    return _band(max(_te_vergelijken(ids, jaar, u), key=lambda id: breedte(id, jaar, u=u)), jaar, u)


def _te_vergelijken(ids: Sequence[str], jaar: int, u: Uitkomsten) -> list[str]:
    return [id for id in ids if u.met_trekkingen.banden(id, jaar, (MIDDEN,))[0]]


def breedte(id: str, jaar: int, *, u: Uitkomsten) -> float:
    """How wide the band of `tabel_banden` is, relative to its median; raises ZeroDivisionError for a median of nought."""
    onder, midden, boven = u.met_trekkingen.banden(id, jaar, BAND).tolist()
    return float((boven - onder) / midden)


def _band(id: str, jaar: int, u: Uitkomsten) -> Woord:
    naam = indicator(id).naam
    return Woord(in_een_zin(naam), breedte(id, jaar, u=u), f"trekkingen:{id}[{jaar}]", stap("aandeel"))


def tabel_aandelen(ids: Sequence[str], jaar: int, vanaf: float = 0.01, *, u: Uitkomsten) -> Tabel:
    """The share of the variance over the draws that each uncertainty explains alone, of those with `vanaf` in any of `ids`."""
    gevoeligheid = u.gevoeligheid
    aandelen = [{i.onzekerheid: i.aandeel for i in gevoeligheid.invloeden(id, jaar)} for id in ids]
    genoeg = [naam for naam in aandelen[0] if max(a[naam] for a in aandelen) >= vanaf]
    rijen: list[list[Cel]] = [
        [
            Naam(gevoeligheid.naam(naam), f"onzekerheid:{naam}"),
            *(Getal(a[naam], "aandeel", stap("aandeel"), f"variantie:{id}:{naam}", str(jaar)) for id, a in zip(ids, aandelen, strict=True)),
        ]
        for naam in sorted(genoeg, key=lambda naam: -sum(a[naam] for a in aandelen))
    ]
    return Tabel(["Onzekerheid", *(indicator(id).naam for id in ids)], rijen, [52, *([48 // len(ids)] * len(ids))])


def aantal_trekkingen(*, u: Uitkomsten) -> Getal:
    """How many futures were drawn."""
    return Getal(u.met_trekkingen.trekkingen, "trekkingen", 1, "trekkingen:aantal")


def reken_wijzigingen(wijzigingen: Sequence[Wijziging], u: Uitkomsten) -> dict[str, np.ndarray]:
    """Every indicator by year with each change in turn, in one pass: {id: (n_changes, n_years)}."""
    from mpp.productiemodel import doorrekenen

    runs = len(wijzigingen)
    waarden = op_kwantiel(u.ps, {w.parameter: np.full(runs, MIDDEN) for w in wijzigingen})
    for i, wijziging in enumerate(wijzigingen):
        waarden[wijziging.parameter][i] = waarden[wijziging.parameter][i] * wijziging.maal + wijziging.plus
    instroom = np.tile(u.prognose.scenario("medio"), (runs, 1))
    return naar_jaren(doorrekenen(u.ps, instroom, waarden), len(u.jaren))


def _effect(wijziging: Wijziging, anders: float, id: str, jaar: int, u: Uitkomsten) -> Getal:
    eenheid = eenheid_verschil(indicator(id).eenheid)
    verschil = anders - u.waarde(id, jaar)
    return Getal(verschil, eenheid, stap(eenheid), f"gevoeligheid:{wijziging.merk}:{id}", str(jaar))
