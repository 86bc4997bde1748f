"""What the chain does when something turns out otherwise: one change at a time, and all uncertainties together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from mpp.getal.getal import Getal, Naam, Woord, Zinsdeel, opgesomd
from mpp.getal.tabel import Cel, Tabel
from mpp.getal.woorden import hoger_lager
from mpp.uitkomsten import Uitkomsten, indicator
from mpp.uitkomsten.banden import BAND as RANDEN
from mpp.uitkomsten.trekkingen import BLIJVEND, KANS_BAND, MIDDEN
from mpp.uitkomsten.wijzigingen import Wijziging, merk
from mpp.weergave.afronding import eenheid_verschil, stap
from mpp.weergave.opmaak import in_een_zin

#: The quantiles of the band that has a chance of three in four, with the median.
BAND: Final = (RANDEN[0], MIDDEN, RANDEN[1])

Geval = Wijziging | Sequence[Wijziging]
"""One change, or those that are made together."""


def omvang(wijziging: Wijziging, *, u: Uitkomsten) -> Getal:
    """The size of a change: a share of the value, or an amount in its unit (percentage points for a share)."""
    if wijziging.plus:
        gewijzigd = u.ps.parameters.get(wijziging.parameter)
        eenheid = eenheid_verschil(gewijzigd.eenheid if gewijzigd else indicator("instroom.eerste_aanvragen").eenheid)
        return Getal(abs(wijziging.plus), eenheid, stap(eenheid), f"gevoeligheid:{wijziging.merk}")
    return Getal(abs(wijziging.maal - 1), "aandeel", stap("aandeel"), f"gevoeligheid:{wijziging.merk}")


def tabel_gevoeligheid(gevallen: Mapping[str, Geval], ids: Sequence[str], jaar: int, *, u: Uitkomsten) -> Tabel:
    """The difference that each case makes to each indicator in `jaar`, scenario medio; all else stays as it is.

    A case is told by its text, with {omvang} where the size of its (first) change stands.
    """
    groepen = [_groep(geval) for geval in gevallen.values()]
    anders = effecten(groepen, ids, jaar, u=u)
    rijen: list[list[Cel]] = [
        [tekst.format(omvang=omvang(groep[0], u=u)._repr_markdown_()), *verschillen]
        for tekst, groep, verschillen in zip(gevallen, groepen, anders, strict=True)
    ]
    koppen = ["Wijziging", *(f"{indicator(id).naam} ({indicator(id).eenheid})" for id in ids)]
    return Tabel(koppen, rijen, [34, *([66 // len(ids)] * len(ids))])


def effecten(gevallen: Sequence[Sequence[Wijziging]], ids: Sequence[str], jaar: int, *, u: Uitkomsten) -> list[list[Getal]]:
    """What each case does to each indicator in a year: the difference with scenario medio."""
    kolom = u.jaren.index(jaar)
    return [
        [_effect(merk(geval), float(anders[id][kolom]), id, jaar, u) for id in ids]
        for geval, anders in zip(gevallen, u.wat_als.reken(gevallen), strict=True)
    ]


def gevolgen(geval: Geval, ids: Sequence[str], jaar: int, *, u: Uitkomsten) -> Zinsdeel:
    """What a case does to indicators in a year, in words: voorraad spoor 4: 4.180 zaken hoger; instroom BNTB: gelijk."""
    (verschillen,) = effecten([_groep(geval)], ids, jaar, u=u)
    return opgesomd([_gevolg(id, verschil) for id, verschil in zip(ids, verschillen, strict=True)], "; ", "; ")


def _gevolg(id: str, verschil: Getal) -> Zinsdeel:
    naam, richting = f"{in_een_zin(indicator(id).naam)}: ", hoger_lager(verschil, Getal(0, verschil.eenheid, verschil.op, "0"))
    if not verschil.afgerond:
        return Zinsdeel((naam, richting))
    return Zinsdeel((naam, abs(verschil), f" {verschil.eenheid} ", richting))


def kans_in_band() -> Getal:
    """The probability with which an outcome falls in its band."""
    return Getal(BAND[-1] - BAND[0], "aandeel", stap("aandeel"), "trekkingen:band")


def kans_in_marge() -> Getal:
    """The probability that a draw of a parameter lies between its low and its high end."""
    return Getal(KANS_BAND, "aandeel", stap("aandeel"), "trekkingen:marge")


def blijvend_deel() -> Getal:
    """The part of the variance of a parameter by year that lasts over all years of a draw."""
    return Getal(BLIJVEND, "aandeel", stap("aandeel"), "trekkingen:blijvend")


def smalste_band(ids: Sequence[str], jaar: int, *, u: Uitkomsten) -> Woord:
    """The name of the indicator of which the band is narrowest, relative to its median where that is not nought."""
    return _band(min(_te_vergelijken(ids, jaar, u), key=lambda id: breedte(id, jaar, u=u)), jaar, u)


def breedste_band(ids: Sequence[str], jaar: int, *, u: Uitkomsten) -> Woord:
    """The name of the indicator of which that band is widest."""
    return _band(max(_te_vergelijken(ids, jaar, u), key=lambda id: breedte(id, jaar, u=u)), jaar, u)


def _te_vergelijken(ids: Sequence[str], jaar: int, u: Uitkomsten) -> list[str]:
    return [id for id in ids if u.met_trekkingen.banden(id, jaar, (MIDDEN,))[0]]


def breedte(id: str, jaar: int, *, u: Uitkomsten) -> float:
    """How wide the band is, relative to its median; raises ZeroDivisionError for a median of nought."""
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


def _groep(geval: Geval) -> tuple[Wijziging, ...]:
    return (geval,) if isinstance(geval, Wijziging) else tuple(geval)


def _effect(naam: str, anders: float, id: str, jaar: int, u: Uitkomsten) -> Getal:
    eenheid = eenheid_verschil(indicator(id).eenheid)
    return Getal(anders - u.waarde(id, jaar), eenheid, stap(eenheid), f"gevoeligheid:{naam}:{id}", str(jaar))
