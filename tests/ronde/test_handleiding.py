"""`docs/ronde.md` is followed up to the lock: its commands are run, in order, on the shipped edition as the last one."""

import re
import shlex
from pathlib import Path

import pytest

from mpp.edities.map import Editiemap
from mpp.projectmap import Projectmap
from tests.cli.conftest import mpp
from tests.ronde.project import kopie
from tests.ronde.vullen import vul

__all__ = ["mpp"]
HANDLEIDING = (Path(__file__).parents[2] / "docs" / "ronde.md").read_text(encoding="utf-8")
VOOR_HET_SLOT = HANDLEIDING.partition("## 5.")[0]


def opdrachten(tekst: str) -> list[list[str]]:
    """The commands on a page, in order."""
    return [shlex.split(regel)[1:] for blok in re.findall(r"```\n(.*?)```", tekst, re.DOTALL) for regel in blok.splitlines()]


def _geleverd(map_: Path) -> None:
    vul(map_ / "parameters.yml", Editiemap(map_, "2023-1").laad())
    _anders(map_, "soort: openbare reconstructie", "soort: officieel")
    _anders(map_, "classificatie: openbaar", "classificatie: voor intern gebruik")


def _anders(map_: Path, oud: str, nieuw: str) -> None:
    pad = map_ / "parameters.yml"
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def test_de_handleiding_noemt_elke_opdracht_van_een_ronde():
    genoemd = {opdracht[0] for opdracht in opdrachten(HANDLEIDING)}
    assert {"new", "werkvoorraad", "check", "diff", "akkoord", "lock", "vaststellen", "package", "verify", "correctie"} <= genoemd


def test_een_ronde_van_de_eerste_dag_tot_het_slot(tmp_path, mpp, monkeypatch):
    project = kopie(tmp_path)
    monkeypatch.chdir(project.wortel)
    for opdracht in opdrachten(VOOR_HET_SLOT):
        if opdracht == ["check"]:  # by then everything was delivered, as the page says
            _geleverd(tmp_path)
        uitslag = mpp(*opdracht)
        assert uitslag.code == 0, f"{' '.join(opdracht)}\n{uitslag.uit}\n{uitslag.fout}"
    editie = Projectmap(tmp_path, tmp_path / "parameters.yml").laad().editie
    assert (editie.id, editie.vorige) == ("2023-2", "2023-1")


@pytest.mark.parametrize("opdracht", ["new", "werkvoorraad"])
def test_de_readme_wijst_naar_de_handleiding(opdracht):
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert "docs/ronde.md" in readme
    assert f"mpp {opdracht}" in readme
