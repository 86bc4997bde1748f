"""The three scenarios of one outcome in a sentence, and the outcomes of which the minimum lies above the maximum.

Minimum and maximum are those of the inflow. Further on in the chain a low inflow can give more of something: capacity
that it leaves free in spoor 1 and 2 goes to spoor 4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from mpp.getal.cijfers import n
from mpp.getal.getal import Getal, InTekst, Naam, Vervallen, Zinsdeel, opgesomd
from mpp.getal.tabel import Cel, Tabel
from mpp.uitkomsten import SCENARIOS, Indicator, Uitkomsten, indicator, indicatoren
from mpp.uitkomsten.register import niveau_van
from mpp.weergave.opmaak import in_een_zin, jarenreeks

_BESLISSINGEN: Final = "ind.spoor4.beslissingen"


def in_scenarios(id: str, jaar: int, *, u: Uitkomsten) -> Zinsdeel:
    """An indicator in the three scenarios of a year: one number in elk scenario when they read the same, else each with its name."""
    minimum, medio, maximum = _drie(id, jaar, u)
    if minimum.tekst == medio.tekst == maximum.tekst:
        return Zinsdeel((medio, " in elk scenario"))
    return Zinsdeel((minimum, " in het minimum, ", medio, " in medio en ", maximum, " in het maximum"))


def omgekeerde_jaren(id: str, *, u: Uitkomsten) -> tuple[int, ...]:
    """The years in which the minimum of an indicator lies above its maximum, as a reader sees both."""
    return tuple(jaar for jaar in u.jaren if _omgekeerd(id, jaar, u))


def uitleg_volgorde(*ids: str, u: Uitkomsten) -> InTekst:
    """Of the indicators of a chart, where scenarios stand in another order than their names say, and why; nothing where none does.

    The reason is told with its numbers where it holds: what a low inflow leaves of the capacity for spoor 1 and 2 goes to spoor 4.
    """
    omgekeerd = [(id, jaren) for id in ids if (jaren := omgekeerde_jaren(id, u=u))]
    erbuiten = [(id, jaren) for id in ids if (jaren := _medio_erbuiten(id, u))]
    if not omgekeerd and not erbuiten:
        return Vervallen()
    zinnen: list[InTekst | str] = ["De scenario's heten naar de instroom."]
    for gevonden, wat in ((omgekeerd, "het minimum ligt boven het maximum bij"), (erbuiten, "medio ligt buiten minimum en maximum bij")):
        namen = [Zinsdeel((f"{in_een_zin(indicator(id).naam)} in ", Naam(jarenreeks(jaren), "editie:jaren"))) for id, jaren in gevonden]
        zinnen += [f" {wat[0].upper()}{wat[1:]} ", opgesomd(namen), "."] if namen else []
    jaar = max(jaren[-1] for _, jaren in (*omgekeerd, *erbuiten))
    minimum, _, maximum = _drie(_BESLISSINGEN, jaar, u)
    if minimum.afgerond > maximum.afgerond:
        zinnen += [
            " Wat spoor 1 en spoor 2 van hun capaciteit niet nodig hebben, gaat naar spoor 4; in ",
            *(Naam(str(jaar), "editie:jaren"), " zijn daar ", minimum, " beslissingen in het minimum en ", maximum, " in het maximum."),
        ]
    return Zinsdeel(tuple(zinnen))


def _medio_erbuiten(id: str, u: Uitkomsten) -> tuple[int, ...]:
    """The years in which medio lies below the lower or above the higher of the two others, as a reader sees all three."""

    def erbuiten(jaar: int) -> bool:
        minimum, medio, maximum = (getal.afgerond for getal in _drie(id, jaar, u))
        return not min(minimum, maximum) <= medio <= max(minimum, maximum)

    return tuple(jaar for jaar in u.jaren if erbuiten(jaar))


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
