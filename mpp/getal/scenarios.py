"""The three scenarios of one outcome in a sentence, and the outcomes of which the minimum lies above the maximum.

Minimum and maximum are those of the inflow. Further on in the chain a low inflow can give more of something: capacity
that it leaves free in spoor 1 and 2 goes to spoor 4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mpp.getal.cijfers import n
from mpp.getal.getal import Getal, Naam, Zinsdeel
from mpp.getal.tabel import Cel, Tabel
from mpp.uitkomsten import SCENARIOS, Indicator, Uitkomsten, indicatoren
from mpp.uitkomsten.register import niveau_van
from mpp.weergave.opmaak import jarenreeks


def in_scenarios(id: str, jaar: int, *, u: Uitkomsten) -> Zinsdeel:
    """An indicator in the three scenarios of a year: one number in elk scenario when they read the same, else each with its name."""
    minimum, medio, maximum = _drie(id, jaar, u)
    if minimum.tekst == medio.tekst == maximum.tekst:
        return Zinsdeel((medio, " in elk scenario"))
    return Zinsdeel((minimum, " in het minimum, ", medio, " in medio en ", maximum, " in het maximum"))


def omgekeerde_jaren(id: str, *, u: Uitkomsten) -> tuple[int, ...]:
    """The years in which the minimum of an indicator lies above its maximum, as a reader sees both."""
    return tuple(jaar for jaar in u.jaren if _omgekeerd(id, jaar, u))


def volgorde(id: str, *, u: Uitkomsten) -> Zinsdeel:
    """Whether and when the minimum of an indicator lies above its maximum, as what follows on `het minimum ligt`."""
    if not (jaren := omgekeerde_jaren(id, u=u)):
        return Zinsdeel(("in geen van de jaren boven het maximum",))
    return Zinsdeel(("in ", Naam(jarenreeks(jaren), "editie:jaren"), " boven het maximum"))


def jaar_van_volgorde(id: str, *, u: Uitkomsten) -> Naam:
    """The year that shows what `volgorde` says: the last in which the minimum lies above the maximum, or else the last of all."""
    return Naam(str(_jaar_van_volgorde(id, u)), "editie:jaren")


def in_volgorde(id: str, *, u: Uitkomsten) -> Zinsdeel:
    """The three scenarios of an indicator in that year, as `in_scenarios` gives them."""
    return in_scenarios(id, _jaar_van_volgorde(id, u), u=u)


def _jaar_van_volgorde(id: str, u: Uitkomsten) -> int:
    return (omgekeerde_jaren(id, u=u) or u.jaren)[-1]


def aantal_omgekeerd(*, u: Uitkomsten) -> Zinsdeel:
    """How many outcomes have their minimum above their maximum in some year, of all that the edition shows."""
    alle = _getoond(u)
    aantallen = (("scenarios:omgekeerd", sum(bool(omgekeerde_jaren(id, u=u)) for id in alle)), ("scenarios:alle", len(alle)))
    deel, geheel = (Getal(aantal, "uitkomsten", 1, bron) for bron, aantal in aantallen)
    return Zinsdeel((deel, " van de ", geheel, " uitkomsten"))


def tabel_omgekeerd(*, u: Uitkomsten) -> Tabel:
    """The outcomes of which the minimum lies above the maximum in some year: the years, and the three in the last of them."""
    rijen: list[list[Cel]] = []
    for id, i in _getoond(u).items():
        if jaren := omgekeerde_jaren(id, u=u):
            rijen.append([f"{i.naam} ({i.eenheid})", Naam(_van_tot(jaren), "editie:jaren"), *_drie(id, jaren[-1], u)])
    koppen = ["Indicator", "Jaren", "Minimum", "Medio", "Maximum"]
    return Tabel(
        koppen,
        rijen,
        [46, 18, 12, 12, 12],
        noten=("De aantallen zijn die van het laatste van de genoemde jaren.",),
        tekstkolommen=frozenset({1}),
    )


def _van_tot(jaren: Sequence[int]) -> str:
    reeks = jaren[-1] - jaren[0] == len(jaren) - 1 > 0
    return f"{jaren[0]}–{jaren[-1]}" if reeks else ", ".join(map(str, jaren))


def _getoond(u: Uitkomsten) -> Mapping[str, Indicator]:
    return indicatoren(niveau_van(u.editie.classificatie))


def _drie(id: str, jaar: int, u: Uitkomsten) -> tuple[Getal, ...]:
    return tuple(n(id, jaar, scenario, u=u) for scenario in SCENARIOS)


def _omgekeerd(id: str, jaar: int, u: Uitkomsten) -> bool:
    minimum, _, maximum = _drie(id, jaar, u)
    return minimum.afgerond > maximum.afgerond
