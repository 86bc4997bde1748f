"""What a chapter tells of its own edition alone: the facts of `feiten.yml`, asked for by their id."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from mpp.getal.getal import InTekst, Vervallen, Zinsdeel
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.ronde.feiten import BESTAND, Feit, lees_feiten
from mpp.uitkomsten import Uitkomsten

UITDRUKKING: Final = re.compile(r"`\{python\}\s+([^`]+)`")
"""A computed piece in the text of a fact, as in a chapter."""
_MAG: Final = (
    ast.Expression,
    ast.Call,
    ast.Name,
    ast.Load,
    ast.keyword,
    ast.Constant,
    ast.BinOp,
    ast.Add,
    ast.Sub,
    ast.UnaryOp,
    ast.USub,
    ast.Attribute,
)
_KENMERKEN: Final = ("met",)

Woorden = Mapping[str, Callable[..., Any]]


def feit(id: str, *, u: Uitkomsten, hoofdstukwoorden: Woorden) -> InTekst:
    """The sentences of the fact `id` with their numbers computed by the `hoofdstukwoorden`; nothing in another edition.

    Raises Fout for a fact that does not exist and for what cannot be computed, at its line.
    """
    feiten = lees_feiten(u.ps.wortel)
    if id not in feiten:
        raise Fout([probleem("feit-onbekend", id=id, suggestie=lijkt_op(id, feiten))])
    gevraagd = feiten[id]
    return Zinsdeel(tuple(_delen(gevraagd, hoofdstukwoorden))) if gevraagd.geldt(u.editie.id) else Vervallen()


def _delen(feit: Feit, woorden: Woorden) -> Iterator[InTekst | str]:
    grenzen = [(m.start(), m.end(), m[1]) for m in UITDRUKKING.finditer(feit.tekst)]
    for (_, vanaf, _), (begin, _, uitdrukking) in pairwise([(0, 0, ""), *grenzen, (len(feit.tekst),) * 2 + ("",)]):
        yield feit.tekst[vanaf:begin]
        if uitdrukking:
            yield _waarde(feit, uitdrukking.strip(), woorden)


def _waarde(feit: Feit, uitdrukking: str, woorden: Woorden) -> InTekst:
    """The value of an expression: calls of the `woorden` on numbers and texts as they are typed, sums of those, and `met`."""

    def onjuist(melding: str) -> Fout:
        suggestie = "gebruik alleen de woorden van een hoofdstuk, met jaren en namen zoals zij zijn"
        melding = f"{uitdrukking} is niet te berekenen ({melding})"
        return Fout([probleem("feit-onjuist", bestand=BESTAND, regel=feit.regel, id=feit.id, melding=melding, suggestie=suggestie)])

    try:
        boom = ast.parse(uitdrukking, mode="eval")
    except SyntaxError as fout:
        raise onjuist(str(fout.msg)) from None
    for knoop in ast.walk(boom):
        if not isinstance(knoop, _MAG):
            raise onjuist(f"{type(knoop).__name__} kan hier niet")
        if isinstance(knoop, ast.Attribute) and knoop.attr not in _KENMERKEN:
            raise onjuist(f".{knoop.attr} kan hier niet")
        if isinstance(knoop, ast.Name) and knoop.id not in woorden:
            raise onjuist(f"{knoop.id} bestaat niet; {lijkt_op(knoop.id, woorden)}")
    try:
        waarde = eval(compile(boom, BESTAND, "eval"), {"__builtins__": {}}, dict(woorden))
    except Fout as fout:
        raise Fout(p if p.regel else replace(p, bestand=BESTAND, regel=feit.regel) for p in fout.problemen) from None
    except (TypeError, ValueError, KeyError, ArithmeticError) as fout:
        raise onjuist(str(fout)) from None
    if not isinstance(waarde, InTekst):
        raise onjuist("er komt geen getal, woord of naam uit")
    return waarde
