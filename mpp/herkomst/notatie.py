"""How an explanation writes a computation: in the notation of a Dutch spreadsheet, with Dutch numbers.

`np.minimum(productie / 12, voorraad)` is written `min(productie / 12; voorraad)`.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from decimal import Decimal
from math import floor, isnan, log10
from typing import Any, Final

from mpp.weergave.opmaak import opmaak

#: What a function is called in an explanation; any other keeps its own name.
NOTATIE: Final = {"minimum": "min", "maximum": "max", "where": "als", "isnan": "niet_gegeven", "clip": "begrens", "sqrt": "wortel"}

#: Functions that bring a value in the shape of the runs: the arguments that count.
VORM: Final = {"full_like": slice(1, 2), "broadcast_to": slice(0, 1), "zeros_like": slice(0), "ones_like": slice(0)}

_TEKENS: Final = {", ": "; ", " ** ": " ^ ", " * ": " × ", "-": "−", " & ": " en ", " | ": " of ", " for ": " voor elke ", " in ": " van "}

#: What stands for a value that is not given (a taakstelling that has not been set).
GEEN = "niet gegeven"


def getal(waarde: float, *, volledig: bool = False) -> str:
    """A number in Dutch: whole from 100 on, else with four significant digits; all its digits when `volledig`."""
    if isnan(waarde):
        return GEEN
    if volledig:
        decimalen = max(0, -int(Decimal(repr(waarde)).normalize().as_tuple().exponent))
    else:
        decimalen = 0 if not waarde or abs(waarde) >= 100 else max(0, 3 - floor(log10(abs(waarde))))
    tekst = opmaak(waarde, "", op=float(Decimal(1).scaleb(-decimalen)))
    return tekst.rstrip("0").rstrip(",") if "," in tekst else tekst


def schrijf(knoop: ast.AST, ingevuld: Mapping[str, str] | None = None) -> str:
    """An expression in the notation of the explanation, with the terms in `ingevuld` replaced by their value."""
    tekst = ast.unparse(_Schrijver(ingevuld or {}).visit(ast.parse(ast.unparse(knoop), mode="eval").body))
    for python, notatie in _TEKENS.items():
        tekst = tekst.replace(python, notatie)
    return tekst


def leesnaam(naam: str) -> str:
    """A name in the code as the explanation writes it."""
    return naam.lstrip("_").lower()


class _Schrijver(ast.NodeTransformer):
    """Turns Python into the notation; a piece of text is put in as a name, which `ast.unparse` leaves as it is."""

    def __init__(self, ingevuld: Mapping[str, str]):
        self.ingevuld = ingevuld

    def visit(self, node: ast.AST) -> Any:
        if self.ingevuld and isinstance(node, ast.expr) and (waarde := self.ingevuld.get(ast.unparse(node))) is not None:
            return ast.Name(f"({waarde})" if waarde.startswith("−") else waarde)
        return super().visit(node)

    def visit_Constant(self, node: ast.Constant) -> Any:
        if isinstance(node.value, bool) or not isinstance(node.value, (int, float)):
            return node
        return ast.Name(getal(float(node.value), volledig=True))

    def visit_Name(self, node: ast.Name) -> Any:
        return ast.Name(leesnaam(node.id))

    def visit_Attribute(self, node: ast.Attribute) -> Any:
        if is_numpy(node):
            return ast.Name("oneindig" if node.attr == "inf" else NOTATIE.get(node.attr, node.attr))
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> Any:
        if is_numpy(node.func) and isinstance(node.func, ast.Attribute):
            if telt := node.args[VORM.get(node.func.attr, slice(0))]:
                return self.visit(telt[0])
            if node.func.attr in ("zeros_like", "ones_like"):
                return ast.Name("0" if node.func.attr == "zeros_like" else "1")
        return self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> Any:
        if isinstance(node.op, ast.Add) and _is_nul(node.left):
            return self.visit(node.right)
        return self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> Any:
        return ast.Call(ast.Name("als"), [self.visit(node.test), self.visit(node.body), self.visit(node.orelse)], [])


def is_numpy(knoop: ast.AST) -> bool:
    """Whether this is something of NumPy, `np.minimum` say."""
    return isinstance(knoop, ast.Attribute) and isinstance(knoop.value, ast.Name) and knoop.value.id == "np"


def _is_nul(knoop: ast.AST) -> bool:
    return isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute) and knoop.func.attr == "zeros_like"
