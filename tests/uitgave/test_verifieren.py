"""A package made again is the same to the byte; if not, the first difference is told, and what is another here."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from mpp.parameters.slot import schrijf_slot
from mpp.problemen import Fout
from mpp.projectmap import Projectmap
from mpp.ronde.status import bepaal_status
from mpp.uitgave import verifieren
from mpp.uitgave.pakket import maak_pakket
from mpp.uitgave.verifieren import verifieer
from tests.parameters.test_laden import GOED
from tests.ronde.stappen import stel_vast


class Proefmap(Projectmap):
    """A project of which the results are its parameters: enough for documents of a few bytes."""

    def bereken(self):
        from types import SimpleNamespace

        ps = self.laad()
        return SimpleNamespace(ps=ps, editie=ps.editie)


@pytest.fixture
def project(tmp_path, monkeypatch, met_documenten):
    met_documenten("een", "twee", "uit_de_teksten")
    monkeypatch.setattr(verifieren, "Projectmap", Proefmap)
    map_ = tmp_path / "project"
    (map_ / "chapters").mkdir(parents=True)
    (map_ / "parameters.yml").write_text(GOED, encoding="utf-8")
    (map_ / "chapters" / "a.qmd").write_text("De eerste zin. De tweede zin.\n", encoding="utf-8")
    gemaakt = Proefmap(map_, map_ / "parameters.yml")
    schrijf_slot(gemaakt.laad())
    stel_vast(gemaakt.laad(), "openbaar", "2023-05-01")
    return gemaakt


@pytest.fixture
def pakket(project, tmp_path) -> Path:
    u = project.bereken()
    return maak_pakket(u, bepaal_status(u), tmp_path / "uit")


def verschillen(pakket: Path, project) -> list[tuple[str, str]]:
    with pytest.raises(Fout) as fout:
        verifieer(pakket, project)
    return [(p.code, p.wat) for p in fout.value.problemen]


def test_een_pakket_dat_opnieuw_wordt_gemaakt_is_gelijk_als_map_en_als_zip(pakket, project):
    assert verifieer(pakket, project) == verifieren.Verificatie(5, ())
    assert verifieer(pakket.with_suffix(".zip"), project) == verifieren.Verificatie(5, ())


def test_het_wordt_gemaakt_in_een_map_met_niets_dan_de_bronnen_en_die_is_daarna_weg(pakket, project, monkeypatch):
    gezien = []
    (project.wortel / ".mpp-cache").mkdir(exist_ok=True)
    (project.wortel / "los.txt").write_text("los", encoding="utf-8")

    def luister(self):
        gezien.append((self.wortel, sorted(p.relative_to(self.wortel).as_posix() for p in self.wortel.rglob("*") if p.is_file())))
        return bereken(self)

    bereken = Proefmap.bereken
    monkeypatch.setattr(Proefmap, "bereken", luister)
    verifieer(pakket, project)
    ((map_, bestanden),) = gezien
    assert bestanden == ["chapters/a.qmd", "journaal.yml", "parameters.lock", "parameters.yml"]
    assert map_ != project.wortel
    assert not map_.exists()


def test_een_teken_dat_in_het_pakket_is_veranderd_wordt_genoemd_met_de_zin(pakket, project):
    blad = pakket / "tekst.md"
    blad.write_bytes(blad.read_bytes().replace(b"tweede", b"derde"))
    (eerste, tweede) = verschillen(pakket, project)
    assert eerste == (
        "verify-anders",
        "Het pakket is niet wat er opnieuw uit komt. Het eerste verschil staat in tekst.md: op regel 1: "
        "in het pakket staat ‘De eerste zin. De derde zin.’, opnieuw gemaakt ‘De eerste zin. De tweede zin.’. "
        "Van de 5 bestanden verschillen er 1.",
    )
    assert tweede == ("verify-gewijzigd", "tekst.md is na het maken gewijzigd.")


def test_een_bestand_dat_weg_of_erbij_is_wordt_genoemd(pakket, project):
    (pakket / "een.txt").unlink()
    (pakket / "erbij.txt").write_bytes(b"x")
    assert {wat for code, wat in verschillen(pakket, project) if code == "verify-gewijzigd"} == {
        "een.txt ontbreekt.", "erbij.txt hoort er niet bij.",
    }  # fmt: skip


def test_een_andere_tekst_hier_wordt_genoemd_met_haar_bestand(pakket, project):
    (project.wortel / "chapters" / "a.qmd").write_text("De eerste zin. Een andere zin.\n", encoding="utf-8")
    gevonden = verschillen(pakket, project)
    assert any("opnieuw gemaakt ‘De eerste zin. Een andere zin.’" in wat for _, wat in gevonden)
    assert "Anders dan toen het pakket werd gemaakt: de teksten of de opmaak zijn hier anders; anders: chapters/a.qmd." in {
        w for _, w in gevonden
    }
    ((_, staat),) = [(code, wat) for code, wat in gevonden if code == "verify-staat"]
    assert "Het pakket zegt van zichzelf: openbaar · route B, versie 2023-1. " in staat
    assert "Hier is de editie: CONCEPT · gewijzigd na vaststelling" in staat


def test_een_andere_parameter_hier_wordt_genoemd(pakket, project):
    project.parameters.write_text(GOED.replace("laag: 0.7,", "laag: 0.71,"), encoding="utf-8")
    assert any("de parameters zijn hier anders; anders: ind.inwilliging" in wat for _, wat in verschillen(pakket, project))


def test_een_andere_omgeving_zonder_gevolg_is_geen_verschil(pakket, project, monkeypatch):
    m = json.loads((pakket / "manifest.json").read_bytes())
    anders = {**m["omgeving"], "python": "3.10.0"}
    monkeypatch.setattr("mpp.manifest.omgeving", lambda: anders)
    gevonden = verschillen(pakket, project)
    assert (
        "verify-invoer",
        f"Anders dan toen het pakket werd gemaakt: Python is hier 3.10.0, in het pakket {m['omgeving']['python']}.",
    ) in gevonden


def test_een_zip_die_opnieuw_is_ingepakt_zegt_dat(pakket, project, tmp_path):
    ander = tmp_path / "mpp-2023-1.zip"
    with zipfile.ZipFile(pakket.with_suffix(".zip")) as van, zipfile.ZipFile(ander, "w") as naar:
        for naam in van.namelist():
            naar.writestr(naam, van.read(naam))
    assert verschillen(ander, project)[0][0] == "verify-zip"


def test_ook_de_beleidscontroles_worden_geverifieerd(project, met_varianten, tmp_path):
    met_varianten("baa")
    u = project.bereken()
    maak_pakket(u, bepaal_status(u), tmp_path / "uit")
    assert verifieer(tmp_path / "uit" / "beleidscontrole-2023-1.zip", project).bestanden == 2


@pytest.mark.parametrize(
    ("inhoud", "naam"),
    [(None, "er-niet"), (b"geen zip", "x.zip"), ({"a.txt": b""}, "map"), ({"manifest.json": b"{"}, "map"),
     ({"manifest.json": b"[]"}, "map"), ({"manifest.json": b'{"soort": "iets", "bestanden": []}'}, "map")],
)  # fmt: skip
def test_wat_geen_pakket_is_wordt_geweigerd(project, tmp_path, inhoud, naam):
    pad = tmp_path / naam
    if isinstance(inhoud, dict):
        pad.mkdir()
        for bestand, bytes_ in inhoud.items():
            (pad / bestand).write_bytes(bytes_)
    elif inhoud:
        pad.write_bytes(inhoud)
    assert [code for code, _ in verschillen(pad, project)] == ["verify-onleesbaar"]
    shutil.rmtree(pad, ignore_errors=True)
