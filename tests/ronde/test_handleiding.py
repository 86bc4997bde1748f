"""`docs/ronde.md` is followed: every command in it is run, in order, on the shipped edition as the last one."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from mpp.edities.map import Editiemap
from mpp.projectmap import Projectmap
from tests.cli.conftest import mpp
from tests.ronde.project import kopie
from tests.ronde.vullen import vul

__all__ = ["mpp"]
HANDLEIDING = (Path(__file__).parents[2] / "docs" / "ronde.md").read_text(encoding="utf-8")
OPDRACHTEN = [shlex.split(regel)[1:] for blok in re.findall(r"```\n(.*?)```", HANDLEIDING, re.DOTALL) for regel in blok.splitlines()]


def _geleverd(map_: Path) -> None:
    vul(map_ / "parameters.yml", Editiemap(map_, "2023-1").laad())
    _anders(map_, "soort: openbare reconstructie", "soort: officieel")
    _anders(map_, "classificatie: openbaar", "classificatie: voor intern gebruik")


def _openbaar(map_: Path) -> None:
    _anders(map_, "classificatie: voor intern gebruik", "classificatie: openbaar")


def _verbeterd(map_: Path) -> None:
    pad = map_ / "glossary.yml"
    pad.write_text(pad.read_text(encoding="utf-8") + "# verbeterd\n", encoding="utf-8")


def _anders(map_: Path, oud: str, nieuw: str) -> None:
    pad = map_ / "parameters.yml"
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


VOORAF: dict[str, Callable[[Path], None]] = {"check": _geleverd, "vaststellen openbaar": _openbaar, "correctie": _verbeterd}
"""What a person does before a command, as the page says."""


def test_de_handleiding_noemt_elke_opdracht_van_een_ronde():
    genoemd = {opdracht[0] for opdracht in OPDRACHTEN}
    assert {"new", "werkvoorraad", "check", "diff", "akkoord", "lock", "vaststellen", "package", "verify", "correctie"} <= genoemd


def test_een_ronde_van_de_eerste_dag_tot_de_publicatie(tmp_path, mpp, monkeypatch):
    project = kopie(tmp_path)
    monkeypatch.chdir(project.wortel)
    nog = dict(VOORAF)
    for opdracht in OPDRACHTEN:
        for begin in [begin for begin in nog if " ".join(opdracht).startswith(begin)]:
            nog.pop(begin)(tmp_path)
        uitslag = mpp(*opdracht)
        assert uitslag.code == 0, f"{' '.join(opdracht)}\n{uitslag.uit}\n{uitslag.fout}"
    assert nog == {}
    stappen = [regel["stap"] for regel in yaml.safe_load((tmp_path / "journaal.yml").read_text(encoding="utf-8"))]
    assert stappen == ["vastgesteld werkgroep", "vastgesteld Topberaad", "openbaar", "correctie"]
    assert Projectmap(tmp_path, tmp_path / "parameters.yml").laad().editie.vorige == "2023-1"


@pytest.mark.parametrize("opdracht", ["new", "werkvoorraad"])
def test_de_readme_wijst_naar_de_handleiding(opdracht):
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert "docs/ronde.md" in readme
    assert f"mpp {opdracht}" in readme
