"""A formula of the model as a reader sees it: read from its source, in the notation of a Dutch spreadsheet.

`np.minimum(productie / 12, voorraad)` becomes `min(productie / 12; voorraad)`. Nothing is written twice: what is
shown is the code that is run, so that it cannot drift from it.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import CodeType
from typing import Any

import numpy as np

from mpp.herkomst.notatie import VORM, getal, is_numpy, leesnaam, schrijf
from mpp.productiemodel.reeks import verhouding

Waarden = Mapping[str, float]


@dataclass(frozen=True)
class Regel:
    """One step of a formula: what is computed, and under which `naam` later steps know it (the last has none).

    `termen` are the parts whose values fill the step in, as Python; `code` computes the step.
    """

    naam: str
    tekst: str
    knoop: ast.expr
    termen: Mapping[str, CodeType]
    code: CodeType


@dataclass(frozen=True)
class Stap:
    """A step as computed in one month: the value of each of its terms, and what came out."""

    termen: Waarden
    uitkomst: float


class Uitdrukking:
    """A formula as steps, and `waarin` what the other functions and fixed numbers that it names stand for.

    Raises ValueError for a formula that is more than steps with a name and a result.
    """

    def __init__(self, formule: Callable[..., Any]):
        boom, self._omgeving = _bron(formule), _omgeving(formule)
        *stappen, uitkomst = _zonder_docstring(boom)
        if not isinstance(uitkomst, ast.Return) or uitkomst.value is None:
            raise ValueError(f"{boom.name} does not end in what it gives")
        namen = {a.arg for a in (*boom.args.args, *boom.args.kwonlyargs)}
        self.regels: list[Regel] = []
        for stap in stappen:
            naam, waarde = _toekenning(boom.name, stap)
            self.regels.append(self._regel(naam, waarde, namen))
            namen.add(naam)
        self.regels.append(self._regel("", uitkomst.value, namen))
        self.waarin = tuple(_waarin(boom, self._omgeving, namen))

    def _regel(self, naam: str, waarde: ast.expr, namen: set[str]) -> Regel:
        termen = {ast.unparse(k): _compileer(k) for k in _termen(waarde, namen, self._omgeving)}
        return Regel(naam, schrijf(waarde), waarde, termen, _compileer(waarde))

    @property
    def teksten(self) -> tuple[str, ...]:
        """The steps as they are written, the last one without a name."""
        return tuple(f"{leesnaam(r.naam)} = {r.tekst}" if r.naam else r.tekst for r in self.regels)

    def reken(self, argumenten: Mapping[str, Any]) -> tuple[Stap, ...]:
        """What each step gives for these arguments of one run, and the terms with which it does."""
        ruimte, stappen = {**self._omgeving, **argumenten}, []
        for regel in self.regels:
            termen = {term: eval(code, ruimte) for term, code in regel.termen.items()}
            ruimte[regel.naam] = uitkomst = eval(regel.code, ruimte)
            stappen.append(Stap(enkel(termen), float(np.ravel(uitkomst)[0])))
        return tuple(stappen)

    def vul(self, stappen: tuple[Stap, ...]) -> tuple[str, ...]:
        """Each step with the numbers filled in, and what came out."""
        regels = []
        for regel, stap in zip(self.regels, stappen, strict=True):
            kop = f"{leesnaam(regel.naam)} = " if regel.naam else ""
            ingevuld = schrijf(regel.knoop, {term: getal(waarde) for term, waarde in stap.termen.items()})
            uitkomst = getal(stap.uitkomst)
            regels.append(f"{kop}{ingevuld}" if ingevuld == uitkomst else f"{kop}{ingevuld} = {uitkomst}")
        return tuple(regels)


@cache
def uitdrukking(formule: Callable[..., Any]) -> Uitdrukking:
    """The formula as it can be read."""
    return Uitdrukking(formule)


def _bron(formule: Callable[..., Any]) -> ast.FunctionDef:
    boom = ast.parse(textwrap.dedent(inspect.getsource(formule))).body[0]
    if not isinstance(boom, ast.FunctionDef):
        raise ValueError(f"{formule!r} is not written as a function")
    return boom


def _omgeving(formule: Callable[..., Any]) -> dict[str, Any]:
    """The names outside a function that it may use: of its module, and those it closes over."""
    return {**vars(inspect.getmodule(formule)), **inspect.getclosurevars(formule).nonlocals}


def _zonder_docstring(boom: ast.FunctionDef) -> list[ast.stmt]:
    return boom.body[1:] if ast.get_docstring(boom, clean=False) is not None else boom.body


def _toekenning(formule: str, stap: ast.stmt) -> tuple[str, ast.expr]:
    match stap:
        case ast.Assign(targets=[ast.Name(id=naam)], value=waarde):
            return naam, waarde
        case ast.AnnAssign(target=ast.Name(id=naam), value=ast.expr() as waarde):
            return naam, waarde
    raise ValueError(f"{formule} has a step that cannot be read as a name and what it is: {ast.unparse(stap)}")


def _compileer(knoop: ast.expr) -> CodeType:
    return compile(ast.Expression(knoop), "<herkomst>", "eval")


def _termen(knoop: ast.AST, namen: set[str], omgeving: Mapping[str, Any]) -> Iterator[ast.expr]:
    """The outermost parts of an expression that have a value of their own: arguments, earlier steps, what is read
    off a queue, and fixed numbers.
    """
    deel: ast.AST
    match knoop:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=naam))) | ast.Attribute(value=ast.Name(id=naam)) if naam in namen:
            yield knoop
        case ast.Call(func=functie, args=argumenten, keywords=sleutels):
            if isinstance(functie, ast.Attribute) and is_numpy(functie):
                argumenten = argumenten[VORM.get(functie.attr, slice(None))]
            for deel in (*argumenten, *(s.value for s in sleutels)):
                yield from _termen(deel, namen, omgeving)
        case ast.Name(id=naam) if naam in namen or isinstance(omgeving.get(naam), (int, float)):
            yield knoop
        case _:
            for deel in ast.iter_child_nodes(knoop):
                yield from _termen(deel, namen, omgeving)


def enkel(waarden: Mapping[str, Any]) -> dict[str, float]:
    """Those that are a single number in the one run; not a queue, or all years of a parameter."""
    return {
        naam: float(np.ravel(waarde)[0])
        for naam, waarde in waarden.items()
        if isinstance(waarde, (int, float, np.ndarray)) and np.size(waarde) == 1
    }


def _waarin(boom: ast.FunctionDef, omgeving: Mapping[str, Any], gezien: set[str]) -> Iterator[str]:
    """What the fixed numbers and other functions named in a formula stand for, besides those already `gezien`."""
    namen = [knoop.id for stap in _zonder_docstring(boom) for knoop in ast.walk(stap) if isinstance(knoop, ast.Name)]
    for naam in dict.fromkeys(naam for naam in namen if naam not in gezien):
        gezien.add(naam)
        waarde = omgeving.get(naam)
        if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
            yield f"{leesnaam(naam)} = {getal(float(waarde), volledig=True)}"
        elif inspect.isfunction(waarde) and waarde is not verhouding:
            functie = _bron(waarde)
            eigen = [a.arg for a in (*functie.args.args, *functie.args.kwonlyargs)]
            yield f"{leesnaam(naam)}({'; '.join(map(leesnaam, eigen))}):"
            yield from ("  " + regel for regel in _regels(_zonder_docstring(functie)))
            yield from _waarin(functie, _omgeving(waarde), gezien | set(eigen))


def _regels(stappen: list[ast.stmt]) -> Iterator[str]:
    """The body of another function as lines."""
    for stap in stappen:
        match stap:
            case ast.Return(value=ast.expr() as waarde):
                yield f"geeft {schrijf(waarde)}"
            case ast.Assign(targets=[doel], value=waarde):
                yield f"{schrijf(doel)} = {schrijf(waarde)}"
            case ast.AnnAssign(target=doel, value=ast.expr() as waarde):
                yield f"{schrijf(doel)} = {schrijf(waarde)}"
            case ast.For(target=doel, iter=bron, body=lichaam):
                yield f"voor elke {schrijf(doel)} van {schrijf(bron)}:"
                yield from ("  " + regel for regel in _regels(lichaam))
            case _:
                yield ast.unparse(stap)
