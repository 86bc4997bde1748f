"""`docs/ronde.md` is followed from the first day to the correction after publication, on the shipped edition as the last one.

Its commands are run in order, by a copy of the whole project: MPP 2023-2, peildatum 1 July 2023, with the realisations to mid-2023.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from mpp.edities.map import Editiemap
from mpp.projectmap import Projectmap
from tests.ronde.oude_zinnen import leeg, oude_zinnen, teksten
from tests.ronde.project import ELDERS, hele_kopie
from tests.ronde.vullen import vul

pytestmark = pytest.mark.lang

WORTEL = Path(__file__).parents[2]
HANDLEIDING = (WORTEL / "docs" / "ronde.md").read_text(encoding="utf-8")
VERKLARING = "Openbare reconstructie van de MPP 2023-2 uit gepubliceerde cijfers en gemarkeerde aannames; geen officiële publicatie."
VOETREGEL = "Openbare reconstructie – geen officiële publicatie"


OVERWEGING = """
overweging-huisvesting:
  editie: "2023-2"
  sinds: 2023-09-01
  tekst: De organisaties keken verschillend naar het tempo van de huisvesting.
"""


class Uitslag(NamedTuple):
    """How a command of the page ended."""

    code: int
    uitvoer: str


def opdrachten(tekst: str) -> list[str]:
    """The commands on a page, in order."""
    return [regel for blok in re.findall(r"```\n(.*?)```", tekst, re.DOTALL) for regel in blok.splitlines()]


def _anders(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def _met_de_hand(project: Path, opdracht: str) -> None:
    """What the page asks the analyst to do herself before a command."""
    parameters = project / "parameters.yml"
    if opdracht == "mpp check":
        vul(parameters, Editiemap(project, "2023-1").laad())
        _anders(parameters, "soort: openbare reconstructie", "soort: officieel")
        _anders(parameters, "classificatie: openbaar", "classificatie: voor intern gebruik")
        _anders(parameters, VERKLARING, "Prognose van de migratieketen, MPP 2023-2")
        _anders(parameters, VOETREGEL, "MPP 2023-2")
        with (project / "feiten.yml").open("a", encoding="utf-8") as feiten:
            feiten.write(OVERWEGING)
    elif opdracht.startswith("mpp vaststellen openbaar"):
        _anders(parameters, "classificatie: voor intern gebruik", "classificatie: openbaar")
    elif opdracht.startswith("mpp correctie"):
        _anders(project / "glossary.yml", "De organisatie die de officiële", "De instelling die de officiële")


def _zonder_tweede_keer(opdracht: str) -> list[str]:
    """What is left out of a command here: the look through every document, which `mpp package` takes a few commands later."""
    return ["--zonder-documenten"] if opdracht.startswith("mpp vaststellen topberaad") else []


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    return hele_kopie(tmp_path_factory.mktemp("ronde") / "mpp")


@pytest.fixture(scope="module")
def gevolgd(project) -> dict[str, Uitslag]:
    """How each command of the page ended, up to the first that failed."""
    uitslagen: dict[str, Uitslag] = {}
    for opdracht in opdrachten(HANDLEIDING):
        _met_de_hand(project, opdracht)
        omgeving = {**os.environ, **(ELDERS if opdracht.startswith("mpp package") else {})}
        aanroep = [sys.executable, "-m", *shlex.split(opdracht), *_zonder_tweede_keer(opdracht)]
        uit = subprocess.run(aanroep, cwd=project, env=omgeving, capture_output=True, text=True, check=False)
        uitslagen[opdracht] = Uitslag(uit.returncode, uit.stdout + uit.stderr)
        if uit.returncode:
            break
    return uitslagen


@pytest.fixture(scope="module")
def paginas(project, gevolgd) -> dict[str, bytes]:
    """The pages of the package by path, the data dictionary and the explanations of values left out."""
    pakket = project / "_output" / "mpp-2023-2"
    return {pad.relative_to(pakket).as_posix(): pad.read_bytes() for pad in sorted(pakket.rglob("*.html")) if "open-data" not in pad.parts}


def test_de_handleiding_noemt_elke_opdracht_van_een_ronde():
    genoemd = {opdracht.split()[1] for opdracht in opdrachten(HANDLEIDING)}
    assert {"new", "werkvoorraad", "check", "diff", "akkoord", "lock", "vaststellen", "package", "verify", "correctie"} <= genoemd


def test_elke_opdracht_van_de_eerste_dag_tot_na_de_publicatie_lukt(gevolgd):
    mislukt = [f"{opdracht}\n{uitslag.uitvoer}" for opdracht, uitslag in gevolgd.items() if uitslag.code]
    assert not mislukt, mislukt[0]
    assert list(gevolgd) == opdrachten(HANDLEIDING)


def test_de_nieuwe_editie_volgt_op_de_vorige(project, gevolgd):
    editie = Projectmap(project, project / "parameters.yml").laad().editie
    assert (editie.id, editie.vorige, str(editie.peildatum)) == ("2023-2", "2023-1", "2023-07-01")


def test_elders_gemaakt_is_het_pakket_hier_tot_op_de_byte_na_te_maken(gevolgd):
    assert "Gelijk, byte voor byte" in gevolgd["mpp verify _output/mpp-2023-2"].uitvoer


def test_elk_getal_in_het_pakket_is_verantwoord(gevolgd):
    assert gevolgd["mpp check --pakket _output/mpp-2023-2"].uitvoer.endswith("Elk getal is verantwoord.\n")


def test_geen_document_zegt_een_zin_van_de_oude_ronde(paginas):
    assert len(paginas) > 20
    assert {pad: oud for pad, inhoud in paginas.items() if (oud := oude_zinnen(pad, inhoud))} == {}


def test_er_blijft_niets_leegs_achter(paginas):
    assert {pad: stukken for pad, inhoud in paginas.items() if (stukken := list(leeg(inhoud)))} == {}


def test_wat_geen_reconstructie_is_zegt_dat_nergens(paginas):
    """Tables of sources and parameters may: they hold texts of the parameter file, of the edition before too."""
    van_de_vorige = "Eigen uitkomst van MPP 2023-1 (openbare reconstructie):"
    zegt = {pad for pad, inhoud in paginas.items() if any("econstructie" in t and van_de_vorige not in t for t in teksten(inhoud))}
    assert any(van_de_vorige in tekst for tekst in teksten(paginas["rapportage/03a-bijstellingen.html"]))
    van_bronnen = ("rapportage/bijlage-b", "rapportage/bijlage-c", "uitleg/parameters/", "uitleg/realisaties/")
    assert {pad for pad in zegt if not pad.startswith(van_bronnen)} == set()


@pytest.mark.parametrize("opdracht", ["new", "werkvoorraad"])
def test_de_readme_wijst_naar_de_handleiding(opdracht):
    readme = (WORTEL / "README.md").read_text(encoding="utf-8")
    assert "docs/ronde.md" in readme
    assert f"mpp {opdracht}" in readme
