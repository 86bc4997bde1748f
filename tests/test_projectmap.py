"""Which project it is about is found once, from the folder where one stands, and goes along with everything that comes of it."""

from pathlib import Path

import pytest

from mpp.parameters import laad
from mpp.parameters.overlay import leg_over
from mpp.parameters.wat_als import stel
from mpp.problemen import Fout
from mpp.projectmap import OMGEVING, Projectmap
from tests.cli.conftest import mpp
from tests.editie import PROJECT

__all__ = ["mpp"]
WIJZIGING = "wijzigingen: [{parameter: coa.bezettingspercentage, aanname: Proef met 0.9., waarden: {2024: 0.9}}]\n"


@pytest.fixture
def map_(tmp_path, monkeypatch):
    """Make a folder with these empty files, and stand in one of its folders; gives the folder."""
    monkeypatch.delenv(OMGEVING, raising=False)

    def maak(bestanden: str, hier: str) -> Path:
        for naam in bestanden.split():
            (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / naam).touch()
        (tmp_path / hier).mkdir(parents=True, exist_ok=True)
        monkeypatch.chdir(tmp_path / hier)
        return tmp_path

    return maak


@pytest.mark.parametrize(
    ("bestanden", "hier", "wortel"),
    [
        ("_quarto.yml parameters.yml", ".", "."),
        ("_quarto.yml parameters.yml", "chapters/beeld", "."),
        ("parameters.yml", "a/b", "."),
        ("_quarto.yml", "a/b", "."),
        ("_quarto.yml proef/_quarto.yml", "proef/chapters", "proef"),
        ("_quarto.yml edities/parameters.yml", "edities", "."),
    ],
    ids=["erin", "eronder", "alleen parameters", "zonder parameters", "een boek in een boek", "een boek gaat voor"],
)
def test_een_project_is_van_elke_map_eronder_te_vinden(map_, bestanden, hier, wortel):
    """By its book, and where there is none by its parameters."""
    project = map_(bestanden, hier) / wortel
    assert Projectmap.hier() == Projectmap(project, project / "parameters.yml")


def test_zonder_project_is_het_de_map_waarin_men_staat(map_, monkeypatch):
    map_ = map_("", "a") / "a"
    monkeypatch.setattr(Path, "is_file", lambda pad: False)  # nor does anything stand above the folder of the tests
    assert Projectmap.hier() == Projectmap(map_, map_ / "parameters.yml")


@pytest.mark.parametrize("gekozen", ["ander.yml", "/elders/ander.yml"])
def test_een_genoemd_parameterbestand_gaat_voor_en_is_van_het_project_waarin_men_staat(map_, gekozen):
    """A relative path is one from the folder where one stands."""
    project = map_("_quarto.yml parameters.yml", "proef")
    assert Projectmap.hier(Path(gekozen)) == Projectmap(project, project / "proef" / gekozen)


def test_alleen_wat_quarto_start_luistert_naar_de_omgeving(map_, monkeypatch):
    """To those nothing else can be handed down."""
    project = map_("_quarto.yml parameters.yml", "chapters")
    assert Projectmap.van_quarto() == Projectmap.hier()
    monkeypatch.setenv(OMGEVING, "/elders/ander.yml")
    assert Projectmap.van_quarto() == Projectmap(project, Path("/elders/ander.yml"))
    assert Projectmap.hier() == Projectmap(project, project / "parameters.yml")
    monkeypatch.setenv(OMGEVING, "")
    assert Projectmap.van_quarto() == Projectmap.hier()


def test_de_parameters_weten_van_welk_project_zij_zijn_waar_hun_bestand_ook_staat(tmp_path):
    """So do those that are made of them: with other values, with a file laid over them, with a what-if."""
    (tmp_path / "anders.yml").write_text(WIJZIGING, encoding="utf-8")
    ps = Projectmap(tmp_path / "project", PROJECT.parameters).laad()
    anders = ps.met({"coa.bezettingspercentage": {"2024": 0.9}})
    gelegd = leg_over(ps, tmp_path / "anders.yml")
    gesteld = stel(ps, ["coa.bezettingspercentage@2024=0.9"], "variant:proef")
    assert {van.wortel for van in (ps, anders, gelegd, gesteld)} == {tmp_path / "project"}
    assert (ps.pad, gelegd.pad) == (PROJECT.parameters, tmp_path / "anders.yml")
    assert laad(PROJECT.parameters).wortel == PROJECT.wortel


def test_de_uitkomsten_zijn_die_van_het_parameterbestand(u):
    assert PROJECT.bereken().tabel().equals(u.tabel())
    assert PROJECT.laad().hash == u.ps.hash


def test_een_project_zonder_parameters_is_een_probleem(tmp_path):
    for doe in (Projectmap.laad, Projectmap.bereken):
        with pytest.raises(Fout) as fout:
            doe(Projectmap(tmp_path, tmp_path / "parameters.yml"))
        assert [p.code for p in fout.value.problemen] == ["parameters-ontbreken"]


def test_buiten_een_project_is_het_dat_van_het_genoemde_bestand(map_, tmp_path_factory, monkeypatch):
    project = map_("_quarto.yml parameters.yml", "proef")
    monkeypatch.chdir(tmp_path_factory.mktemp("elders"))
    assert Projectmap.hier(project / "parameters.yml") == Projectmap(project, project / "parameters.yml")


@pytest.mark.parametrize("opdracht", [["werkvoorraad"], ["preview", "rapportage"], ["check"], ["run"], ["akkoord"], ["package"]])
def test_waar_geen_project_is_zegt_een_opdracht_dat(tmp_path, monkeypatch, mpp, opdracht):
    monkeypatch.chdir(tmp_path)
    uitslag = mpp(*opdracht)
    assert (uitslag.code, "Het parameterbestand parameters.yml is er niet." in uitslag.fout) == (2, True)


def test_de_werkvoorraad_zegt_naar_welk_project_zij_keek(tmp_path, monkeypatch, mpp):
    monkeypatch.chdir(tmp_path)
    uitslag = mpp("werkvoorraad", "--parameters", str(PROJECT.parameters))
    assert uitslag.uit.endswith(f"Er is niets meer te doen ({PROJECT.parameters}).\n")
