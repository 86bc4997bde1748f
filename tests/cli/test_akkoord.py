"""`mpp akkoord`: a round of consent with the shipped edition, from the form to the file and back in the documents' words."""

import datetime
import shutil

import pytest
from openpyxl import load_workbook

from mpp.akkoord.formulier import BLAD, DATUM_IN, NAAM_IN
from mpp.problemen import catalogus
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


def test_een_formulier_dat_er_staat_blijft_staan_tenzij_het_hetzelfde_is_of_mag_worden_vervangen(mpp, project):
    export = ("akkoord", "export", "--partner", "nidos", "--output", "uit")
    pad = project / "uit" / "akkoord-2023-1-nidos-invoer.xlsx"
    assert mpp(*export).code == 0
    nieuw = pad.read_bytes()
    assert mpp(*export).code == 0
    assert pad.read_bytes() == nieuw
    boek = load_workbook(pad)
    boek[BLAD][NAAM_IN] = "A. Bakker"
    boek.save(pad)
    ingevuld = pad.read_bytes()
    uitslag = mpp(*export)
    assert (uitslag.code, pad.read_bytes()) == (2, ingevuld)
    assert uitslag.fout.startswith(f"uit/{pad.name}: {catalogus()['formulier-staat-er-al'].wat}")
    assert mpp(*export[:-1], "elders").code == 0
    assert mpp(*export, "--vervang").code == 0
    assert pad.read_bytes() == nieuw


@pytest.mark.parametrize("opdracht", [("akkoord", *VANDAAG), ("akkoord", "export"), ("akkoord", "import", "formulier.xlsx", *VANDAAG)])
def test_een_naam_die_anders_is_geschreven_of_verschreven(mpp, project, opdracht):
    if "import" in opdracht:
        mpp("akkoord", "export", "--partner", "coa", "--output", ".")
        boek = load_workbook(project / "akkoord-2023-1-coa-invoer.xlsx")
        boek[BLAD][NAAM_IN], boek[BLAD][DATUM_IN], boek[BLAD]["O9"] = "A. Bakker", datetime.date(2023, 2, 10), "ja"
        boek.save("formulier.xlsx")
    assert mpp(*opdracht, "--partner", "coa").code == 0
    for naam, suggestie in (("cao", "COA"), ("dtv", "DT&V"), ("Gemeente", "Gemeenten"), ("", "geen naam die erop lijkt")):
        uitslag = mpp(*opdracht, "--partner", naam)
        assert (uitslag.code, uitslag.uit) == (2, "")
        assert catalogus()["akkoord-partner-onbekend"].wat.format(partner=naam) in uitslag.fout
        assert suggestie in uitslag.fout.split("Oplossing: ")[1]


def test_een_formulier_dat_er_niet_is_wordt_gezegd_voor_er_wordt_gerekend(mpp, project):
    (project / "parameters.yml").unlink()
    uitslag = mpp("akkoord", "import", "uit/formulier.xlsx")
    assert (uitslag.code, uitslag.fout.startswith("uit/formulier.xlsx: Dit bestand is er niet; in uit staat geen .xlsx.")) == (2, True)


def test_een_optie_voor_de_opdracht_zou_niets_doen_en_wordt_geweigerd(mpp, project):
    uitslag = mpp("akkoord", "--parameters", "ander.yml", "export", "--partner", "COA")
    assert (uitslag.code, "achter mpp akkoord export" in uitslag.fout) == (2, True)
    assert catalogus()["akkoord-optie-plaats"].wat.format(opdracht="export") in uitslag.fout


@pytest.mark.parametrize(
    "opdracht", [("package",), ("render", "open-data"), ("vaststellen", "openbaar", "--door", "APM", "--datum", "2023-05-01")]
)
def test_een_akkoord_van_na_de_vaststelling_houdt_elk_document_en_elke_stap_tegen(mpp, project, opdracht):
    velden = "organisatie: COA, parameter: coa.begin_procedure, hash: '0123456789abcdef', besluit: ja, door: A. Bakker, datum: 2023-04-29"
    (project / "akkoorden.yml").write_text(f'schema: 1\neditie: "2023-1"\ninvoer:\n  - {{{velden}}}\n', encoding="utf-8")
    uitslag = mpp(*opdracht)
    assert (uitslag.code, "akkoorden.yml:4: Het akkoord van COA bij coa.begin_procedure is van 2023-04-29" in uitslag.fout) == (2, True)
    assert not (project / "_output").exists()


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
