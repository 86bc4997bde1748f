"""The declared chain as a Vensim model: the same stocks and formulas for a general simulator of such models.

The formulas are not written again: they are run on names instead of numbers, and what comes out is their text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import numpy as np

from mpp.parameters import Parameterset
from mpp.productiemodel import Keten
from mpp.productiemodel.onderdelen import Deel, Onderdeel, Voorraad
from mpp.productiemodel.verwijzing import ALLE_MAANDEN, Maandnummer, P, Pjaren, Prognosejaar, Rij, S, Som, V, Verwijzing
from mpp.productiemodel.waarden import Waarden

#: What a period without a value has: far below any number of people.
_LEEG: Final = -1e30

_FUNCTIES: Final = {
    "add": "({} + {})",
    "subtract": "({} - {})",
    "multiply": "({} * {})",
    "divide": "({} / {})",
    "negative": "(-{})",
    "power": "({} ^ {})",
    "minimum": "MIN({}, {})",
    "maximum": "MAX({}, {})",
    "greater": "({} > {})",
    "greater_equal": "({} >= {})",
    "less": "({} < {})",
    "less_equal": "({} <= {})",
    "bitwise_and": "({} :AND: {})",
    "isnan": f"({{}} < {_LEEG / 10:g})",
    "full_like": "{1}",
    "zeros_like": "0",
    "where": "IF THEN ELSE({}, {}, {})",
    "clip": "MIN(MAX({}, {}), {})",
}


class Tekst(np.lib.mixins.NDArrayOperatorsMixin):
    """A number of which only the formula is known: what NumPy does to it becomes Vensim."""

    def __init__(self, tekst: str):
        self.tekst = tekst

    def __array_ufunc__(self, functie: Any, wijze: str, *delen: Any, **opties: Any) -> Tekst:
        if functie is np.divide and "where" in opties:
            return Tekst("ZIDZ({}, {})".format(*map(_tekst, delen)))
        return Tekst(_FUNCTIES[functie.__name__].format(*map(_tekst, delen)))

    def __array_function__(self, functie: Any, soorten: Any, delen: Any, opties: Any) -> Tekst:
        return Tekst(_FUNCTIES[functie.__name__].format(*map(_tekst, delen)))


def zonder_rijen(keten: Keten) -> tuple[Keten, tuple[str, ...]]:
    """The chain without its queues, which stocks and flows alone cannot say, and what was read from them.

    Whoever waits is then ready at once, and no case is ever beyond its term.
    """
    deel = Deel()
    gelezen = [b.id for b in keten.berekeningen.values() if any(isinstance(r, Rij) for r in b.leest.values())]
    deel.onderdelen = [_zonder_rij(o) for o in keten.onderdelen.values()]
    return Keten([deel]), tuple(gelezen)


def als_vensim(keten: Keten, ps: Parameterset, instroom: np.ndarray) -> str:
    """A chain without queues as a Vensim model of a step a month, for one first asylum inflow by year, (n_years,)."""
    n_maanden = 12 * len(ps.editie.jaren)
    waarden = Waarden(ps, 1, {})
    regels = dict(_vergelijkingen(keten))
    for id in keten.parameters():
        regels[_parameter(id)] = _reeks([float(w) for w in waarden.per_maand(id)])
    regels["instroom in het jaar"] = _reeks(np.repeat(instroom, 12).tolist())
    regels |= {"INITIAL TIME": "0", "FINAL TIME": str(n_maanden), "TIME STEP": "1", "SAVEPER": "TIME STEP"}
    return "{UTF-8}\n" + "".join(f"{naam} = {formule} ~~|\n" for naam, formule in regels.items())


def naam(id: str) -> str:
    """What an element is called in the Vensim model."""
    return id.replace(".", " ").replace("_", " ")


def _parameter(id: str) -> str:
    return f"par {naam(id)}"


class _Zonder:
    """A queue of which only the stock is known."""

    maand = 0

    def __init__(self, voorraad: Any):
        self._voorraad = voorraad
        self.niemand = np.zeros_like(voorraad)

    def ouder_dan(self, maanden: Any) -> Any:
        return self._voorraad

    def gekomen_tussen(self, van: Any, tot: Any) -> Any:
        return self.niemand

    def wachttijd_voorste(self) -> Any:
        return self.niemand


def _zonder_rij(o: Onderdeel) -> Onderdeel:
    if isinstance(o, Voorraad):
        return replace(o, rij=None)
    plekken = [isinstance(r, Rij) for r in o.leest.values()]
    if not any(plekken):
        return o

    def formule(*delen: Any) -> Any:
        return o.formule(*(_Zonder(d) if rij else d for d, rij in zip(delen, plekken, strict=True)))

    return replace(o, formule=formule, leest={n: V(r.id) if isinstance(r, Rij) else r for n, r in o.leest.items()})


def _vergelijkingen(keten: Keten) -> Iterator[tuple[str, str]]:
    for b in keten.berekeningen.values():
        for ref in b.leest.values():
            if isinstance(ref, Som):
                yield from _som(ref)
        yield naam(b.id), _tekst(b.formule(*map(_lees, b.leest.values())))
    for id, voorraad in keten.voorraden.items():
        stromen = [f"{'+' if s.naar == id else '-'} {naam(s.id)}" for s in keten.stromen.values() if id in (s.van, s.naar)]
        yield naam(id), f"INTEG({' '.join(stromen).removeprefix('+ ')}, {_parameter(voorraad.begin)})"


def _lees(ref: Verwijzing) -> Any:
    match ref:
        case P(id):
            return Tekst(_parameter(id))
        case Pjaren():
            return np.zeros(1)  # only queues are read by year of entry
        case V(id) | S(id):
            return Tekst(naam(id))
        case Som():
            return Tekst(_naam_som(ref))
        case Maandnummer():
            return Tekst("(Time + 1)")
        case Prognosejaar():
            return Tekst("instroom in het jaar")
    raise TypeError(f"{ref!r} has no counterpart in Vensim")


def _naam_som(som: Som) -> str:
    return f"som {som.maanden} {naam(som.id)}"


def _som(som: Som) -> Iterator[tuple[str, str]]:
    """A sum over past months: a stock that what is older leaves again."""
    ervoor = f"{_parameter(som.voor.id)} / 12" if som.voor else "0"
    if som.maanden == ALLE_MAANDEN:
        yield _naam_som(som), f"INTEG({naam(som.id)}, 0)"
    elif som.maanden == 1:
        yield _naam_som(som), f"DELAY FIXED({naam(som.id)}, 1, {ervoor})"
    else:
        eruit = f"uit {_naam_som(som)}"
        yield eruit, f"DELAY FIXED({naam(som.id)}, {som.maanden}, {ervoor})"
        yield _naam_som(som), f"INTEG({naam(som.id)} - {eruit}, {som.maanden} * {ervoor})"


def _reeks(per_maand: list[float]) -> str:
    """A value by month: a constant, or a lookup with only the months around a change."""
    waarden = [_LEEG if np.isnan(w) else w for w in per_maand]
    if len(set(waarden)) == 1:
        return f"{waarden[0]!r}"
    laatste = len(waarden) - 1
    nodig = [t for t, w in enumerate(waarden) if t in (0, laatste) or w != waarden[t - 1] or w != waarden[t + 1]]
    return f"WITH LOOKUP(Time, ([(0,0)-({laatste},1)],{','.join(f'({t},{waarden[t]!r})' for t in nodig)}))"


def _tekst(deel: Any) -> str:
    return deel.tekst if isinstance(deel, Tekst) else f"{float(deel)!r}"
