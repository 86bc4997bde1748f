"""What each command gives, and with which exit code it ends: 0 good, 2 the input is wrong, 1 our fault."""

import csv
import json
from pathlib import Path

import pytest

from mpp.problemen import catalogus, probleem
from mpp.uitkomsten import SCENARIOS, indicatoren
from tests.uitgave.test_plaatsen import inhoud

WORTEL = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """A project folder with the real parameters, not locked."""
    (tmp_path / "parameters.yml").write_bytes((WORTEL / "parameters.yml").read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_run_geeft_elke_indicator_in_elk_scenario_en_jaar(mpp, project):
    uitslag = mpp("run", "--json")
    rijen = json.loads(uitslag.uit)
    assert uitslag.code == 0
    assert {(r["indicator"], r["scenario"], r["jaar"]) for r in rijen} == {
        (id, scenario, jaar) for id in indicatoren("intern") for scenario in SCENARIOS for jaar in range(2023, 2028)
    }
    assert set(rijen[0]) == {"indicator", "naam", "organisatie", "eenheid", "scenario", "jaar", "waarde", "editie"}


def test_run_schrijft_dezelfde_rijen_als_csv(mpp, project):
    assert mpp("run", "--csv", "uit/reeks.csv").code == 0
    with (project / "uit" / "reeks.csv").open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.DictReader(bestand))
    verwacht = json.loads(mpp("run", "--json").uit)
    assert [float(r["waarde"]) for r in rijen] == [r["waarde"] for r in verwacht]


@pytest.mark.parametrize(("opdracht", "soort"), [(("run", "--csv"), ".csv"), (("explain", "coa.bezetting", "2024", "--svg"), ".svg")])
def test_uitvoer_komt_niet_in_de_plaats_van_wat_iemand_maakte(mpp, project, opdracht, soort):
    (project / f"map{soort}").mkdir()
    eerder = inhoud(project)
    for naam in ("parameters.yml", f"map{soort}"):
        uitslag = mpp(*opdracht, naam)
        assert (uitslag.code, uitslag.fout.startswith(str(probleem("uitvoer-andere-soort", bestand=naam, soort=soort)))) == (2, True)
    assert inhoud(project) == eerder


def test_run_toont_een_tabel(mpp, project):
    uitslag = mpp("run")
    assert uitslag.code == 0
    assert "2023" in uitslag.uit.splitlines()[0]
    assert all(id in uitslag.uit for id in indicatoren("intern"))


def test_run_met_trekkingen_geeft_ook_de_band(mpp, project):
    rijen = json.loads(mpp("run", "--draws", "200", "--json").uit)
    p10, p50, p90 = (
        {r["jaar"]: r["waarde"] for r in rijen if (r["indicator"], r["scenario"]) == ("instroom.totaal", p)} for p in ("p10", "p50", "p90")
    )
    assert all(p10[jaar] < p50[jaar] < p90[jaar] for jaar in range(2023, 2028))


def test_run_kiest_tussen_csv_en_json(mpp, project):
    assert mpp("run", "--csv", "x.csv", "--json").code == 2


def test_lock_vergrendelt_en_daarna_klopt_het_slot(mpp, project):
    eerste = mpp("lock")
    assert (eerste.code, "Vergrendeld" in eerste.uit) == (0, True)
    slot = (project / "parameters.lock").read_bytes()
    tweede = mpp("lock")
    assert (tweede.code, "klopt al" in tweede.uit) == (0, True)
    assert (project / "parameters.lock").read_bytes() == slot


def test_render_van_de_open_data_is_concept_tot_de_editie_openbaar_is(mpp, project):
    (project / "glossary.yml").write_bytes((WORTEL / "glossary.yml").read_bytes())
    eerste = mpp("render", "open-data", "--output", "uit")
    assert (eerste.code, "Concept: " in eerste.uit) == (0, True)
    mpp("lock")
    vergrendeld = mpp("render", "open-data", "--output", "uit", "--final")
    assert (vergrendeld.code, "is nog een concept" in vergrendeld.fout) == (2, True)
    assert mpp("vaststellen", "openbaar", "--door", "APM", "--datum", "2023-05-01", "--zonder-documenten").code == 0
    tweede = mpp("render", "open-data", "--output", "uit", "--final")
    assert (tweede.code, "Concept" in tweede.uit) == (0, False)
    assert sorted(p.name for p in (project / "uit").iterdir()) == ["open-data", "open-data-CONCEPT"]


def test_een_definitieve_render_van_een_gebroken_slot_wordt_geweigerd(mpp, project):
    mpp("lock")
    tekst = (project / "parameters.yml").read_text(encoding="utf-8")
    assert "vastgesteld: 2023-04-28" in tekst
    (project / "parameters.yml").write_text(tekst.replace("vastgesteld: 2023-04-28", "vastgesteld: 2023-04-29", 1), encoding="utf-8")
    eerder = inhoud(project)
    uitslag = mpp("render", "open-data", "--final")
    assert uitslag.code == 2
    assert "Het slot klopt niet: de parameters zijn gewijzigd" in uitslag.fout
    assert inhoud(project) == eerder


def test_voortgang_is_buiten_een_terminal_een_regel_per_stap(mpp, project):
    (project / "glossary.yml").write_bytes((WORTEL / "glossary.yml").read_bytes())
    regels = mpp("render", "open-data").fout.splitlines()
    assert [regel.split(" klaar (")[0] for regel in regels] == ["rekenmodel", "open-data"]


def test_check_noemt_ook_zonder_goede_parameters_wat_er_aan_de_teksten_mankeert(mpp, project):
    (project / "parameters.yml").write_text("schema: 1\n", encoding="utf-8")
    uitslag = mpp("check")
    assert uitslag.code == 2
    assert "parameters.yml" in uitslag.fout
    assert "glossary.yml: Dit bestand is er niet." in uitslag.fout
    assert "_quarto.yml" in uitslag.fout


def kapot(*_):
    raise ZeroDivisionError


def test_een_fout_van_ons_eindigt_met_1_en_zegt_waar_de_technische_melding_staat(mpp, project, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("mpp.parameters.laad", kapot)
    uitslag = mpp("run")
    assert uitslag.code == 1
    (melding,) = tmp_path.glob("mpp-fout-*.txt")
    assert str(melding) in uitslag.fout
    assert "Traceback" not in uitslag.fout
    assert "ZeroDivisionError" in melding.read_text(encoding="utf-8")


def test_met_debug_staat_de_technische_melding_op_het_scherm(mpp, project, monkeypatch):
    monkeypatch.setattr("mpp.cli.fouten.toon_technisch", False)
    monkeypatch.setattr("mpp.parameters.laad", kapot)
    uitslag = mpp("--debug", "run")
    assert (uitslag.code, "Traceback" in uitslag.fout) == (1, True)


@pytest.mark.parametrize(("argumenten", "document"), [((), "infographic"), (("kamerbrief",), "kamerbrief")])
def test_preview_toont_het_gevraagde_document(mpp, monkeypatch, argumenten, document):
    getoond = []
    monkeypatch.setattr("mpp.redactie.voorvertoning", getoond.append)
    assert mpp("preview", *argumenten).code == 0
    assert getoond == [document]


def test_preview_van_een_document_zonder_bladzijden_is_verkeerde_invoer(mpp):
    uitslag = mpp("preview", "open-data")
    assert (uitslag.code, "infographic" in uitslag.fout) == (2, True)


STAP = ("--door", "APM", "--datum", "2023-05-01")


def test_vaststellen_toont_wat_moet_kloppen_en_legt_de_stap_vast(mpp, project):
    mpp("lock")
    uitslag = mpp("vaststellen", "openbaar", *STAP, "--zonder-documenten")
    assert uitslag.code == 0
    for deel in ("goed: ", "let op: ", "geen akkoord van", "niet getoetst: de documenten zijn niet gemaakt", "Vastgelegd: openbaar"):
        assert deel in uitslag.uit
    assert (project / "journaal.yml").read_text(encoding="utf-8").count("\n- ") == 1


def test_vaststellen_toont_de_lijst_ook_als_de_stap_niet_kan(mpp, project):
    mpp("lock")
    uitslag = mpp("vaststellen", "werkgroep", *STAP)
    assert (uitslag.code, "FOUT: " in uitslag.uit, "kan niet naar vastgesteld werkgroep" in uitslag.fout) == (2, True, True)
    assert not (project / "journaal.yml").exists()


def test_vaststellen_kent_drie_stappen_en_de_weg_terug(mpp, project):
    uitslag = mpp("vaststellen", "topbraad", *STAP)
    assert (uitslag.code, catalogus()["stap-onbekend"].wat.format(stap="topbraad") in uitslag.fout) == (2, True)
    assert "bedoeld is misschien topberaad" in uitslag.fout
    uitslag = mpp("vaststellen", "concept", *STAP, "--waarom", "x")
    assert (uitslag.code, "er is niets te heropenen" in uitslag.fout) == (2, True)


def test_wie_een_stap_zet_wordt_gevraagd_en_niet_aangenomen(mpp, project):
    uitslag = mpp("vaststellen", "openbaar", "--datum", "2023-05-01")
    assert (uitslag.code, uitslag.fout.startswith(str(probleem("opgave-zonder-naam")))) == (2, True)
    assert not (project / "journaal.yml").exists()


def test_een_lege_naam_is_geen_beheerder(mpp, project):
    mpp("lock")
    assert mpp("vaststellen", "openbaar", "--door", "APM", "--datum", "2023-05-01", "--zonder-documenten").code == 0
    (project / "glossary.yml").write_text("begrippen: []\n", encoding="utf-8")
    uitslag = mpp("correctie", "--wat", "De begrippenlijst.", "--waarom", "Zij ontbrak.", "--door", "", "--datum", "2023-06-02")
    assert (uitslag.code, "--door" in uitslag.fout) == (2, True)


@pytest.mark.parametrize("stap", [("--door", "APM"), ("--datum", "2023-05-01"), ("--door", "APM", "--datum", "1 mei")])
def test_een_stap_heeft_een_dag_en_een_naam(mpp, project, stap):
    assert mpp("vaststellen", "openbaar", *stap).code == 2


def test_een_vastgestelde_editie_vergrendelt_niet_en_wordt_met_een_correctie_een_versie(mpp, project):
    mpp("lock")
    mpp("vaststellen", "openbaar", *STAP, "--zonder-documenten")
    pad = project / "parameters.yml"
    tekst = pad.read_text(encoding="utf-8")
    assert "  2025: {waarde: 24000, laag: 21000" in tekst
    pad.write_text(tekst.replace("  2025: {waarde: 24000, laag: 21000", "  2025: {waarde: 25000, laag: 21000", 1), encoding="utf-8")
    slot = mpp("lock")
    assert (slot.code, "wordt niet opnieuw vergrendeld" in slot.fout, "mpp correctie" in slot.fout) == (2, True, True)
    uitslag = mpp("correctie", "--wat", "Meer zaken.", "--waarom", "Nieuw plan.", "--datum", "2023-06-01")
    assert (uitslag.code, "- ind.spoor4.productie 2025: 24000 → 25000" in uitslag.uit) == (0, True)
    assert (project / "correcties" / "2023-1.1.yml").is_file()
    (project / "glossary.yml").write_bytes((WORTEL / "glossary.yml").read_bytes())
    assert mpp("correctie", "--wat", "De begrippenlijst.", "--waarom", "Zij ontbrak.", "--door", "APM", "--datum", "2023-06-02").code == 0
    assert mpp("render", "open-data", "--output", "uit", "--final").code == 0
    leesmij = (project / "uit" / "open-data-2023-1.2" / "LEESMIJ.md").read_text(encoding="utf-8")
    assert "- Versie 2023-1.1 (correctie, 1 juni 2023): Meer zaken. Waarom: Nieuw plan." in leesmij
    assert '"version": "2023-1.2"' in (project / "uit" / "open-data-2023-1.2" / "datapackage.json").read_text(encoding="utf-8")
