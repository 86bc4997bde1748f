"""Small books in a temporary folder."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from mpp.parameters.akkoord import Akkoorden
from mpp.problemen import Fout
from mpp.render.boek import Boek, maak_boek
from mpp.render.qmd import lees_qmd

PROJECT = """\
project:
  type: book
  pre-render: mpp/documenten/quarto_hook.py
  post-render: mpp/documenten/quarto_hook.py
book:
  title: Proef
  chapters: [{hoofdstukken}]
lang: nl
engine: jupyter
execute:
  echo: false
  daemon: false
filters: [mpp/render/filters/feiten.lua, mpp/render/filters/noten.lua, mpp/render/filters/tabellen.lua]
format:
  html:
    html-table-processing: none
"""


@pytest.fixture(autouse=True)
def _zonder_rekenwerk_vooraf(monkeypatch):
    """These books are of results that cannot be computed with."""
    monkeypatch.setattr("mpp.documenten.rapportage.reken_vooraf", lambda u: None)


def schrijf(map_: Path, bestanden: dict[str, str]) -> Path:
    """Put a book in `map_`: the chapters are the .qmd files whose name does not begin with an underscore."""
    hoofdstukken = [naam for naam in bestanden if naam.endswith(".qmd") and not Path(naam).name.startswith("_")]
    bestanden = {"_quarto.yml": PROJECT.format(hoofdstukken=", ".join(hoofdstukken)), **bestanden}
    for naam, inhoud in bestanden.items():
        (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
        (map_ / naam).write_text(inhoud, encoding="utf-8")
    return map_


def uitkomsten_van(wortel: Path) -> SimpleNamespace:
    """Results as far as the book looks at them: the folder of the project, a parameter file and its hash."""
    ps = SimpleNamespace(hash="parameters", akkoorden=Akkoorden(), pad=wortel / "parameters.yml", wortel=wortel)
    return SimpleNamespace(ps=ps)


@pytest.fixture
def uitkomsten(tmp_path):
    """The results of the project in this folder."""
    return uitkomsten_van(tmp_path)


@pytest.fixture
def maak(tmp_path, uitkomsten):
    """Make a book of these files, afresh."""

    def _maak(bestanden: dict[str, str], **opties) -> Boek:
        schrijf(tmp_path, bestanden)
        return maak_boek(uitkomsten, **{"bewaard": False, **opties})

    return _maak


@pytest.fixture
def html(maak):
    """The HTML of a book of one chapter (after an index), references filled in with the label as address."""

    def _html(bron: str, **ander: str) -> str:
        boek = maak({"index.qmd": "# Vooraf {.unnumbered}\n", "een.qmd": "# Een {#sec-een}\n\n" + bron, **ander})
        return boek.html(boek.hoofdstukken[1], lambda doel, label: "#" + label)

    return _html


@pytest.fixture
def lees(tmp_path):
    """Read one chapter."""

    def _lees(bron: str, **ander: str):
        return lees_qmd(schrijf(tmp_path, {"een.qmd": bron, **{f"{n}.qmd": t for n, t in ander.items()}}), "een.qmd")

    return _lees


def plaatsen(fout: Fout) -> list[tuple[str, str]]:
    """Code and place of every problem."""
    return [(p.code, p.plaats) for p in fout.problemen]
