"""`mpp diff`: what changed between two editions and what that did, as text and as JSON."""

import json
import shutil
from pathlib import Path

import pytest

from mpp.uitkomsten import SCENARIOS, indicatoren

WORTEL = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """A project folder with the real parameters and earlier editions."""
    shutil.copy(WORTEL / "parameters.yml", tmp_path)
    shutil.copytree(WORTEL / "edities", tmp_path / "edities")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rij(uitvoer: str, kop: str, jaar: int) -> list[str]:
    """The cells of a year in the block of the output that begins with `kop`."""
    blok = next(blok for blok in uitvoer.split("\n\n") if blok.startswith(kop))
    return next(regel.split() for regel in blok.splitlines() if regel.split()[0] == str(jaar))[1:]


def getal(cel: str) -> float:
    return float(cel.strip("*+").replace(".", "").replace(",", ".").replace("−", "-"))


def test_toont_wat_is_gewijzigd_met_de_bron_van_beide_edities(mpp, project):
    uitslag = mpp("diff", "2022-2", "2023-1")
    assert uitslag.code == 0
    blok = uitslag.uit[uitslag.uit.index("ind.spoor4.beginvoorraad") :].split("  coa.begin")[0]
    assert "vast 27.080 → 31.470" in blok
    assert "MPP 2022-2: bron ind-2022-11." in blok
    assert "MPP 2023-1: bron anp-2024-02, kamerbrief-2023-07." in blok


def test_toont_per_jaar_een_kolom_per_oorzaak_die_optelt(mpp, project):
    uit = mpp("diff", "2022-2", "2023-1", "--indicator", "coa.bezetting", "--indicator", "coa.capaciteit").uit
    for kop in ("Bezetting COA (personen), medio", "Benodigde opvangcapaciteit (plekken), medio"):
        for jaar in range(2023, 2028):
            oud, *effecten, verschil, nieuw = map(getal, rij(uit, kop, jaar))
            assert sum(effecten) == pytest.approx(verschil, abs=len(effecten))
            assert oud + verschil == pytest.approx(nieuw, abs=1)
    assert "Totale asielinstroom" not in uit


def test_een_gepubliceerd_cijfer_krijgt_een_ster(mpp, project):
    uit = mpp("diff", "2022-2", "2023-1", "--indicator", "coa.capaciteit").uit
    assert rij(uit, "Benodigde opvangcapaciteit", 2023)[0] == "75.544*"
    assert not rij(uit, "Benodigde opvangcapaciteit", 2024)[0].endswith("*")
    assert "* Eigen uitkomst van die editie" in uit


def test_een_percentage_heeft_een_decimaal(mpp, project):
    uit = mpp("diff", "2022-2", "2023-1", "--indicator", "ind.spoor4.buiten_termijn", "--year", "2023").uit
    cellen = rij(uit, "Deel van de voorraad spoor 4", 2023)
    assert all("," in cel for cel in cellen)


def test_json_bevat_elke_indicator_elk_jaar_en_elk_scenario(mpp, project):
    uitslag = mpp("diff", "2022-2", "2023-1", "--json")
    uit = json.loads(uitslag.uit)
    assert uitslag.code == 0
    assert list(uit) == ["schema", "oud", "nieuw", "jaren", "oorzaken", "bijstellingen", "verschillen"]
    assert (uit["schema"], uit["oud"]["id"], uit["nieuw"]["id"]) == (1, "2022-2", "2023-1")
    assert {(d["indicator"], d["scenario"], d["jaar"]) for d in uit["verschillen"]} == {
        (id, scenario, jaar) for id in indicatoren("intern") for scenario in SCENARIOS for jaar in uit["jaren"]
    }
    for d in uit["verschillen"]:
        assert sum(d["effecten"].values()) == pytest.approx(d["totaal"], rel=1e-9, abs=1e-6)
        assert list(d["effecten"]) == [o["id"] for o in uit["oorzaken"]]


def test_json_heeft_de_vorm_die_is_beschreven(mpp, project):
    uit = json.loads(
        mpp("diff", "2022-2", "2023-1", "--json", "--indicator", "coa.capaciteit", "--year", "2023", "--scenario", "medio").uit
    )
    (d,) = uit["verschillen"]
    assert set(d) == {
        *("indicator", "naam", "eenheid", "jaar", "scenario", "oud", "nieuw", "totaal", "effecten"),
        *("gepubliceerd_oud", "gepubliceerd_nieuw"),
    }
    assert (d["oud"], d["gepubliceerd_oud"], d["gepubliceerd_nieuw"]) == (75544, "coa-2022-12", None)
    b = next(b for b in uit["bijstellingen"] if b["parameter"] == "ind.spoor4.beginvoorraad")
    assert set(b) == {
        *("parameter", "label", "eenheid", "scenario", "periode", "oorzaak", "oud", "nieuw"),
        *("grondslag_oud", "grondslag_nieuw"),
    }
    assert (b["oorzaak"], b["oud"], b["grondslag_oud"]["bronnen"]) == ("beginstanden", 27080, ["ind-2022-11"])


def test_een_bestand_met_wijzigingen_kan_worden_vergeleken(mpp, project):
    (project / "anders.yml").write_text(
        "wijzigingen: [{parameter: ind.spoor4.productie, aanname: Wat als., waarden: {2024: 25000}}]\n", encoding="utf-8"
    )
    uit = json.loads(mpp("diff", "2023-1", "anders.yml", "--json").uit)
    assert [(b["parameter"], b["periode"], b["nieuw"], b["grondslag_nieuw"]["aanname"]) for b in uit["bijstellingen"]] == [
        ("ind.spoor4.productie", "2024", 25000, "Wat als.")
    ]
    assert [o["id"] for o in uit["oorzaken"]] == ["productie", "interactie", "model"]


def test_twee_bestanden_van_dezelfde_editie_heten_naar_hun_bestand(mpp, project):
    tekst = (project / "parameters.yml").read_text(encoding="utf-8")
    (project / "anders.yml").write_text(tekst.replace("22184, laag", "23000, laag"), encoding="utf-8")
    uit = mpp("diff", "2023-1", "anders.yml", "--indicator", "ind.spoor4.beslissingen").uit
    assert uit.startswith("Van parameters.yml naar anders.yml: gewijzigde waarden.")
    assert "    parameters.yml: bron kamerbrief-2023-07, woo-mpp-2022." in uit
    assert "    anders.yml: bron kamerbrief-2023-07, woo-mpp-2022." in uit
    assert "MPP 2023-1" not in uit


def test_een_editie_met_zichzelf_heeft_geen_verschillen(mpp, project):
    uitslag = mpp("diff", "2023-1", "2023-1")
    assert (uitslag.code, "geen waarde is gewijzigd" in uitslag.uit) == (0, True)
    assert {getal(cel) for cel in rij(uitslag.uit, "Bezetting COA", 2024)[1:-1]} == {0}


@pytest.mark.parametrize(
    ("argumenten", "genoemd"),
    [
        (("2022-3", "2023-1"), "2022-2"),
        (("2022-2", "weg.yml"), "weg.yml"),
        (("2022-2", "2023-1", "--indicator", "coa.bezeting"), "coa.bezetting"),
        (("2022-2", "2023-1", "--year", "2022"), "2023 tot en met 2027"),
        (("2022-2", "2023-1", "--scenario", "midden"), "scenario"),
    ],
)
def test_wat_er_niet_is_wordt_gemeld(mpp, project, argumenten, genoemd):
    uitslag = mpp("diff", *argumenten)
    assert (uitslag.code, uitslag.uit) == (2, "")
    assert genoemd in uitslag.fout
