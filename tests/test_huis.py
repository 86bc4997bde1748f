"""The house: data flow one way. A room uses those below it and never one above, not even by a late import."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

WORTEL: Final = Path(__file__).parents[1]

KAMERS: Final = (
    # what knows nothing of an edition
    *("problemen", "padnamen", "adressen", "lezen", "cellen", "inpakken", "plaatsen", "bewaarmap", "glossarium", "werkboek"),
    *("bronbestanden", "omgeving", "lettertypen", "stijl"),
    # from parameters to results
    *("parameters", "weergave", "sjabloon", "prognose", "productiemodel", "uitkomsten", "varianten"),
    # the series of rounds
    *("edities", "projectmap", "ronde", "manifest"),
    # numbers and claims in text
    *("getal", "taal", "monitor", "herkomst", "figures", "figuur", "hoofdstuk"),
    # pages, and the publications made of them
    *("pdf", "render", "word", "opendata", "documenten", "website", "controle", "uitgave"),
    # what people work with
    *("akkoord", "review", "redactie", "cli", "__main__"),
)
"""The rooms from the ground up."""


def kamer(module: str) -> str:
    delen = module.split(".")
    return delen[0] if delen[0] == "figures" or len(delen) == 1 else delen[1]


def ingevoerd(pad: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports when it runs, with the line."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    vormen = {id(k) for knoop in ast.walk(boom) if _is_van_vormen(knoop) for k in ast.walk(knoop)}
    for knoop in ast.walk(boom):
        if id(knoop) in vormen:
            continue
        if isinstance(knoop, ast.ImportFrom) and knoop.module:
            yield from ((f"{knoop.module}.{naam.name}", knoop.lineno) for naam in knoop.names)
        elif isinstance(knoop, ast.Import):
            yield from ((naam.name, knoop.lineno) for naam in knoop.names)


def _is_van_vormen(knoop: ast.AST) -> bool:
    return isinstance(knoop, ast.If) and isinstance(knoop.test, ast.Name) and knoop.test.id == "TYPE_CHECKING"


@pytest.mark.parametrize("hier", KAMERS)
def test_een_kamer_gebruikt_alleen_wat_eronder_ligt(hier):
    plaats = WORTEL / ("figures" if hier == "figures" else f"mpp/{hier}")
    bestanden = sorted(plaats.rglob("*.py")) if plaats.is_dir() else [plaats.with_suffix(".py")]
    assert bestanden
    omhoog = [
        f"{pad.relative_to(WORTEL)}:{regel} {module}"
        for pad in bestanden
        for module, regel in ingevoerd(pad)
        if module.startswith(("mpp.", "figures")) and (daar := kamer(module)) in KAMERS and KAMERS.index(daar) > KAMERS.index(hier)
    ]
    assert omhoog == []


def test_elke_kamer_heeft_haar_plaats():
    gevonden = {pad.stem for pad in (WORTEL / "mpp").iterdir() if pad.name[0] not in "_." and (pad.is_dir() or pad.suffix == ".py")}
    assert gevonden | {"figures", "__main__"} == set(KAMERS)
