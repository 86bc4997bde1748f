"""The outcomes of an organisation: the three scenarios side by side, with the band beside them."""

from __future__ import annotations

from collections.abc import Sequence

from mpp.getal.cijfers import n
from mpp.getal.getal import Getal, Naam
from mpp.getal.gevoeligheid import BAND
from mpp.getal.tabel import Cel, Tabel
from mpp.uitkomsten import Uitkomsten, indicator
from mpp.weergave.afronding import stap

_SCENARIOS = ("medio", "minimum", "maximum")
_RANDEN = (("ondergrens band", BAND[0]), ("bovengrens band", BAND[-1]))


def tabel_scenarios(ids: Sequence[str], *, u: Uitkomsten) -> Tabel:
    """Of each indicator by year: medio, minimum and maximum, and the band in which it falls with probability 75%.

    Raises Fout for an unknown indicator.
    """
    rijen: list[list[Cel]] = []
    for id in ids:
        i = indicator(id)
        rijen += [[f"{i.naam}, {scenario}", *(n(id, jaar, scenario, u=u) for jaar in u.jaren)] for scenario in _SCENARIOS]
        rijen += [[f"{i.naam}, {welke}", *(rand(id, jaar, kans, u=u) for jaar in u.jaren)] for welke, kans in _RANDEN]
    eenheden = dict.fromkeys(indicator(id).eenheid for id in ids)
    kop = " en ".join(eenheden).capitalize()
    return Tabel(
        [kop, *(Naam(str(jaar), "editie:jaren") for jaar in u.jaren)],
        rijen,
        [100 - 10 * len(u.jaren), *([10] * len(u.jaren))],
        totalen=frozenset(range(0, len(rijen), len(_SCENARIOS) + len(_RANDEN))),
    )


def rand(id: str, jaar: int, kans: float, *, u: Uitkomsten) -> Getal:
    """An end of the band of an indicator in a year, by the probability that the outcome stays below it."""
    eenheid = indicator(id).eenheid
    waarde = float(u.met_trekkingen.banden(id, jaar, BAND)[BAND.index(kans)])
    return Getal(waarde, eenheid, stap(eenheid), f"trekkingen:{id}", f"{jaar}|{kans}")
