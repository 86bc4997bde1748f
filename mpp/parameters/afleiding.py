"""Figures that follow from others (`volgt_uit`): the formula that a record gives, reckoned again and held against its values."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Final

from mpp.parameters.schema import Afleiding, Parameter, Parameterbestand, Realisatie, Reeks, Waarde

_REKEN: Final[Mapping[type, Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
_ROLLEN: Final = ("waarde", "laag", "hoog")


class Onleesbaar(Exception):
    """A formula that cannot be reckoned; the message says why, in Dutch."""


class Leeg(Exception):
    """A figure that the formula asks for and that is not known for that period."""


@dataclass(frozen=True)
class Verschil:
    """A value that is not what its formula gives."""

    periode: str
    rol: str
    waarde: float
    uitkomst: float
    formule: str

    def in_woorden(self) -> dict[str, str]:
        """What fills the text of the problem."""
        periode = self.periode if self.rol == "waarde" else f"{self.periode} ({self.rol})"
        getallen = {"waarde": f"{self.waarde:.10g}", "uitkomst": f"{round(self.uitkomst, 1):.10g}"}
        return {"periode": periode, "formule": self.formule, **getallen}


class Afleidingen:
    """The formulas of a file: which figures they confirm, and which they do not."""

    def __init__(self, bestand: Parameterbestand):
        self.parameters = {p.id: p for p in bestand.parameters}
        self.realisaties = {r.id: r for r in bestand.realisaties}
        self.bevestigd: dict[tuple[type, str, str], set[float]] = {}

    def verschillen(self, reeks: Parameter | Realisatie) -> Iterator[Verschil]:
        """The values of a record that differ from its formula by more than rounding; those that agree are kept as confirmed.

        Raises Onleesbaar for a formula that cannot be reckoned.
        """
        for n, (periode, w) in enumerate(reeks.waarden.items() if reeks.volgt_uit else ()):
            assert reeks.volgt_uit is not None
            try:
                yield from self._periode(reeks, reeks.volgt_uit, n, periode, w)
            except Leeg as leeg:
                if isinstance(reeks, Parameter):
                    raise Onleesbaar(f"{leeg} heeft geen waarde voor {periode}") from None

    def delen(self, reeks: Parameter | Realisatie, periode: str) -> set[tuple[type, str, str]]:
        """The figures that the value of a period follows from, as (kind of record, id, period); none without a formula."""
        delen: dict[tuple[type, str, str], float] = {}
        for formule in (reeks.volgt_uit.waarde, reeks.volgt_uit.laag, reeks.volgt_uit.hoog) if reeks.volgt_uit else ():
            if formule is not None:
                namen = {"n": float(list(reeks.waarden).index(periode)), "waarde": reeks.waarden[periode].waarde}
                with suppress(Leeg, Onleesbaar):
                    self._reken(_ontleed(formule), reeks, periode, namen, delen)
        return delen.keys() - {(type(reeks), reeks.id, periode)}

    def _periode(self, reeks: Parameter | Realisatie, regel: Afleiding, n: int, periode: str, w: Waarde) -> Iterator[Verschil]:
        namen = {"n": float(n), "waarde": w.waarde}
        for rol in _ROLLEN:
            formule, getal = getattr(regel, rol), getattr(w, rol)
            if formule is None or getal is None:
                continue
            delen: dict[tuple[type, str, str], float] = {}
            boom = _ontleed(formule)
            uitkomst = self._reken(boom, reeks, periode, namen, delen)
            if rol == "waarde":
                namen["waarde"] = uitkomst
            speling = regel.op / 2 if regel.op else max(map(_stap, (getal, *delen.values()))) / 2 * (len(delen) + 1)
            if abs(uitkomst - getal) > speling + 1e-6:
                if not w.klopt:
                    yield Verschil(periode, rol, getal, uitkomst, formule)
                continue
            if regel.op or uitkomst == getal:
                self.bevestigd.setdefault((type(reeks), reeks.id, periode), set()).add(getal)
            if uitkomst == getal and _is_som(boom):
                for sleutel, deel in delen.items():
                    self.bevestigd.setdefault(sleutel, set()).add(deel)

    def _reken(
        self, knoop: ast.expr, reeks: Reeks, periode: str, namen: Mapping[str, float], delen: dict[tuple[type, str, str], float]
    ) -> float:
        match knoop:
            case ast.Constant(value=int() | float() as getal):
                return float(getal)
            case ast.BinOp(left=links, op=teken, right=rechts) if type(teken) in _REKEN:
                a, b = (self._reken(kant, reeks, periode, namen, delen) for kant in (links, rechts))
                try:
                    return float(_REKEN[type(teken)](a, b))
                except (ArithmeticError, TypeError):
                    raise Onleesbaar("de uitkomst is geen getal") from None
            case ast.UnaryOp(op=ast.USub(), operand=deel):
                return -self._reken(deel, reeks, periode, namen, delen)
            case ast.Name(id=naam) if naam in namen:
                return namen[naam]
            case ast.Subscript(value=wie, slice=ast.Constant(value=moment)):
                return self._figuur(_naam(wie), str(moment), reeks, delen)
            case ast.Name() | ast.Attribute():
                return self._figuur(_naam(knoop), periode, reeks, delen)
        raise Onleesbaar("alleen getallen, namen van parameters en realisaties, + - * / ** en haakjes kunnen erin staan")

    def _figuur(self, id: str, periode: str, reeks: Reeks, delen: dict[tuple[type, str, str], float]) -> float:
        """The value of a parameter or realisation: for a realisation that of a realisation, otherwise the one that has the period."""
        kandidaten = [self.realisaties.get(id)] if isinstance(reeks, Realisatie) else [self.parameters.get(id), self.realisaties.get(id)]
        if not any(kandidaten):
            raise Onleesbaar(f"{id} is er niet")
        for bron in kandidaten:
            w = bron and (bron.waarden.get(periode) or bron.waarden.get("vast"))
            if bron and w:
                delen[type(bron), id, periode] = w.waarde
                return w.waarde
        raise Leeg(id)


@cache
def _ontleed(formule: str) -> ast.expr:
    try:
        return ast.parse(formule.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise Onleesbaar("de opbouw van de formule klopt niet") from None


def _naam(knoop: ast.expr) -> str:
    match knoop:
        case ast.Name(id=naam):
            return naam
        case ast.Attribute(value=voor, attr=naam):
            return f"{_naam(voor)}.{naam}"
    raise Onleesbaar("voor een punt of een haak hoort een naam te staan")


def _is_som(knoop: ast.expr) -> bool:
    """Whether a formula adds figures up, and does nothing else: each of them then confirms the others."""
    match knoop:
        case ast.BinOp(left=links, op=ast.Add() | ast.Sub(), right=rechts):
            return _is_som(links) and _is_som(rechts)
    return isinstance(knoop, (ast.Name, ast.Attribute, ast.Subscript, ast.Constant))


def _stap(getal: float) -> float:
    """What a figure is rounded to: the place of its last digit that is not a nought."""
    stap = 1.0
    while stap < abs(getal) and getal % (stap * 10) == 0:
        stap *= 10
    return stap
