"""`mpp akkoord`: a round of consent with the shipped edition, from the form to the file and back in the documents' words."""

import datetime
import shutil

import pytest
from openpyxl import load_workbook

from mpp.akkoord.formulier import BLAD, DATUM_IN, NAAM_IN
from tests.akkoord.conftest import plek
from tests.editie import PROJECT

VANDAAG = ("--datum", "2023-03-01")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The shipped edition in a folder of its own, with a day before which consent is asked."""
    for naam in ("akkoorden.yml", "glossary.yml", "_quarto.yml"):
        shutil.copy(PROJECT.wortel / naam, tmp_path / naam)
    tekst = (PROJECT.wortel / "parameters.yml").read_text(encoding="utf-8")
    (tmp_path / "parameters.yml").write_text(tekst.replace("\neditie:\n", "\neditie:\n  akkoord_voor: 2023-03-15\n"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def regel(uit: str, begin: str) -> list[str]:
    return next(r.split() for r in uit.splitlines() if r.strip().startswith(begin))


def test_per_organisatie_wat_er_is_en_hoeveel_dagen_er_nog_zijn(mpp, project):
    uitslag = mpp("akkoord", *VANDAAG)
    assert uitslag.code == 0
    aantal = sum(p.eigenaar == "COA" for p in PROJECT.laad().parameters.values())
    assert regel(uitslag.uit, "COA") == ["COA", "0", "0", "0", "0", str(aantal)]
    assert "Niet gevraagd: dit is een openbare reconstructie" in uitslag.uit
    assert "Route B." in uitslag.uit
    assert "Akkoord voor 2023-03-15: nog 14 dagen." in uitslag.uit


@pytest.mark.parametrize(("dag", "over"), [("2023-03-14", "nog 1 dag"), ("2023-03-15", "vandaag"), ("2023-03-17", "2 dagen geleden")])
def test_de_dagen_tot_de_termijn(mpp, project, dag, over):
    assert f"Akkoord voor 2023-03-15: {over}." in mpp("akkoord", "--partner", "nidos", "--datum", dag).uit


def test_een_formulier_gaat_heen_en_terug(mpp, project):
    uitslag = mpp("akkoord", "export", "--partner", "nidos", "--output", "uit")
    assert uitslag.code == 0
    pad = project / "uit" / "akkoord-2023-1-nidos-invoer.xlsx"
    assert str(pad.relative_to(project)) in uitslag.uit
    boek = load_workbook(pad)
    ws = boek[BLAD]
    ws[NAAM_IN], ws[DATUM_IN] = "A. Bakker", datetime.date(2023, 2, 10)
    ws[plek(pad, "Akkoord (ja of nee)", "nidos.aandeel_vertrek")] = "ja"
    jaar = str(PROJECT.laad().editie.jaren[0])
    cel = plek(pad, "Akkoord (ja of nee)", "instroom.aandeel_amv", jaar)
    ws[cel] = "nee"
    ws[plek(pad, "Opmerking", "instroom.aandeel_amv", jaar)] = "het aandeel daalt"
    boek.save(pad)
    voor = (project / "parameters.yml").read_bytes()
    uitslag = mpp("akkoord", "import", pad, *VANDAAG)
    assert (uitslag.code, uitslag.uit) == (0, "Nidos: 1 maal akkoord en 1 maal niet, vastgelegd.\n")
    assert (project / "parameters.yml").read_bytes() == voor
    uit = mpp("akkoord", "--partner", "Nidos", *VANDAAG).uit
    assert "instroom.aandeel_amv: " in uit
    assert "(nee van A. Bakker, 2023-02-10: het aandeel daalt)" in uit
    assert regel(mpp("akkoord", *VANDAAG).uit, "Nidos")[1:4] == ["1", "1", "0"]
    assert mpp("akkoord", "import", pad, *VANDAAG).uit == "Alles wat op het formulier staat, was al vastgelegd.\n"
    assert mpp("akkoord", "import", pad, "--partner", "COA", *VANDAAG).code == 2
    te_vroeg = mpp("akkoord", "--datum", "2023-02-09")
    assert te_vroeg.code == 2
    assert te_vroeg.fout.startswith("Het is vandaag 2023-02-09, en het akkoord van Nidos bij ")


def test_wat_niet_klopt_eindigt_met_exitcode_2_en_plaats(mpp, project):
    assert mpp("akkoord", "export", "--partner", "CAO").code == 2
    uitslag = mpp("akkoord", "export", "--partner", "COA", "--uitkomsten")
    assert uitslag.code == 2
    assert "Eerst wordt akkoord gevraagd op de invoer" in uitslag.fout
    (project / "x.xlsx").write_bytes(b"niets")
    uitslag = mpp("akkoord", "import", "x.xlsx", *VANDAAG)
    assert uitslag.code == 2
    assert uitslag.fout.startswith("x.xlsx: ")
    assert not (project / "_output").exists()
