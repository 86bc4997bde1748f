"""Texts that stand typed in the code of a chapter and that a reader gets to see."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

_TONEN: Final = frozenset({"Markdown", "print", "display", "str"})
_BEREKEND: Final = "\N{OBJECT REPLACEMENT CHARACTER}"


def uit_uitdrukking(bron: str) -> Iterator[str]:
    """The texts that the value of an expression is made of; none when it cannot be read: running it tells."""
    try:
        boom = ast.parse(bron.strip(), mode="eval")
    except (SyntaxError, ValueError):
        return
    yield from (tekst for tekst, _ in _getoond(boom.body))


def uit_code(bron: str) -> Iterator[tuple[str, int]]:
    """The texts that a cell prints or shows, each with its line in the cell (from 0)."""
    try:
        boom = ast.parse(bron)
    except (SyntaxError, ValueError):
        return
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id in _TONEN - {"str"}:
            yield from _getoond(knoop)


def _getoond(knoop: ast.expr) -> Iterator[tuple[str, int]]:
    """The texts in what an expression gives; what is passed to a function that computes is no text."""
    match knoop:
        case ast.Constant(value=str(tekst)):
            yield tekst, knoop.lineno - 1
        case ast.JoinedStr(values=delen):
            yield "".join(str(d.value) if isinstance(d, ast.Constant) else _BEREKEND for d in delen), knoop.lineno - 1
            yield from (gevonden for d in delen if isinstance(d, ast.FormattedValue) for gevonden in _getoond(d.value))
        case ast.BinOp(left=links, right=rechts):
            yield from (*_getoond(links), *_getoond(rechts))
        case ast.IfExp(body=ja, orelse=nee):
            yield from (*_getoond(ja), *_getoond(nee))
        case ast.Call(func=ast.Name(id=naam), args=delen) if naam in _TONEN:
            yield from (gevonden for deel in delen for gevonden in _getoond(deel))
        case ast.Call(func=ast.Attribute(value=waarvan)):
            yield from _getoond(waarvan)
