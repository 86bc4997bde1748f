"""A what-if: other values on the command line, the difference with the edition, and nothing written to it."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from mpp.cli.opties import een_variant
from mpp.parameters import laad
from mpp.parameters.wat_als import stel
from mpp.problemen import Fout
from mpp.uitkomsten import SCENARIOS, bereken
from mpp.varianten import lees_variant
from tests.editie import PROJECT
from tests.uitgave.test_plaatsen import inhoud

PRODUCTIE = "ind.spoor4.productie"


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """A project folder with the real parameters and variants."""
    for bestand in ("parameters.yml", "_quarto.yml"):
        shutil.copy(PROJECT.wortel / bestand, tmp_path)
    shutil.copytree(PROJECT.wortel / "varianten", tmp_path / "varianten")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _codes(roep) -> set[str]:
    with pytest.raises(Fout) as fout:
        roep()
    return {p.code for p in fout.value.problemen}


def _rijen(uitslag) -> dict[tuple[str, str, int], dict]:
    assert uitslag.code == 0, uitslag.fout
    return {(r["indicator"], r["scenario"], r["jaar"]): r for r in json.loads(uitslag.uit)}


def test_elke_rij_krijgt_het_verschil_met_de_editie(mpp, project):
    rijen = _rijen(mpp("run", "--set", f"{PRODUCTIE}@2024=30000", "--json"))
    ps = laad(project / "parameters.yml")
    editie, anders = bereken(ps), bereken(ps.met({PRODUCTIE: {"2024": 30000}}))
    for (id, scenario, jaar), rij in rijen.items():
        oud, nieuw = editie.waarde(id, jaar, scenario), anders.waarde(id, jaar, scenario)
        assert rij["waarde"] == nieuw
        assert rij["verschil"] == pytest.approx(nieuw - oud, abs=1e-6 * max(1, abs(oud)))
        assert rij["verschil_aandeel"] is None if oud == 0 else rij["verschil_aandeel"] == pytest.approx(nieuw / oud - 1, abs=1e-6)
    assert rijen["ind.asiel.voorraad", "medio", 2024]["verschil"] < 0
    assert rijen["ind.asiel.voorraad", "medio", 2023]["verschil"] == 0


def test_een_getal_van_een_wat_als_gaat_niet_door_voor_een_van_de_editie(mpp, project):
    rijen = _rijen(mpp("run", "--set", f"{PRODUCTIE}=30000", "--json"))
    assert {r["editie"] for r in rijen.values()} == {"MPP 2023-1 (wat-als)"}
    assert {r["editie"] for r in _rijen(mpp("run", "--variant", "baa", "--json")).values()} == {"MPP 2023-1 (baa)"}


def test_zonder_periode_geldt_een_waarde_voor_alle_perioden_en_een_latere_gaat_voor(mpp, project):
    samen = _rijen(mpp("run", "--set", f"{PRODUCTIE}=30000", "--set", f"{PRODUCTIE}@2027=20000", "--json"))
    ps = laad(project / "parameters.yml")
    verwacht = bereken(ps.met({PRODUCTIE: {**{str(jaar): 30000 for jaar in range(2023, 2027)}, "2027": 20000}}))
    assert [samen["ind.asiel.voorraad", "medio", j]["waarde"] for j in verwacht.jaren] == verwacht.reeks("ind.asiel.voorraad").tolist()


def test_het_scherm_toont_alleen_wat_verschilt_met_verschil_en_procent(mpp, project):
    uitslag = mpp("run", "--set", f"{PRODUCTIE}@2024=30000")
    assert uitslag.code == 0
    regels = uitslag.uit.splitlines()
    assert regels[0] == "Vergeleken met MPP 2023-1 (openbare reconstructie), parameters.yml:"
    assert f"  {PRODUCTIE}@2024: 30000 in plaats van 23000 (zaken)" in regels
    plaats = regels.index("ind.spoor4.beslissingen (zaken)")
    medio = next(i for i in range(plaats, plaats + 10) if regels[i].startswith("  medio"))
    assert regels[medio + 1].split() == ["verschil", "0", "+6.300", "0", "0", "0"]
    assert regels[medio + 2].split()[:3] == ["in", "%", "0,0%"]
    assert not any(regel.startswith("instroom.eerste_aanvragen") for regel in regels)
    assert "indicatoren veranderen niet" in regels[-1]


def test_csv_heeft_dezelfde_kolommen_en_rijen_als_json(mpp, project):
    assert mpp("run", "--set", f"{PRODUCTIE}@2024=30000", "--csv", "uit/reeks.csv").code == 0
    with (project / "uit" / "reeks.csv").open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.DictReader(bestand))
    verwacht = list(_rijen(mpp("run", "--set", f"{PRODUCTIE}@2024=30000", "--json")).values())
    assert list(rijen[0]) == list(verwacht[0])
    assert list(rijen[0])[-2:] == ["verschil", "verschil_aandeel"]
    assert [float(r["verschil"]) for r in rijen] == [r["verschil"] for r in verwacht]


def test_met_trekkingen_komt_ook_het_verschil_van_de_band(mpp, project):
    rijen = _rijen(mpp("run", "--set", "instroom.effect_maatregelen=0.1", "--draws", "50", "--json"))
    assert all(rijen["instroom.totaal", p, 2023]["verschil"] < 0 for p in ("p10", "p50", "p90"))


def test_een_waarde_houdt_haar_band_en_alleen_een_einde_dat_zij_passeert_schuift_mee(mpp, project):
    zelfde = mpp("run", "--set", "gemeenten.realisatiegraad=1", "--draws", "50", "--json")
    assert {rij["verschil"] for rij in json.loads(zelfde.uit)} == {0}
    hoger = _rijen(mpp("run", "--set", "ind.regulier.arbeid.instroom@2024=28600", "--json"))
    plek = "ind.regulier.arbeid.instroom"
    assert [hoger[plek, s, 2024]["verschil"] for s in ("minimum", "medio", "maximum")] == pytest.approx([0, 100, 0])
    voorbij = _rijen(mpp("run", "--set", "ind.regulier.arbeid.instroom@2024=50000", "--json"))
    assert [voorbij[plek, s, 2024]["waarde"] for s in ("medio", "maximum")] == pytest.approx([50000, 50000])


def test_twee_varianten_tegelijk_worden_geweigerd(mpp, project):
    uitslag = mpp("run", "--variant", "baa", "--variant", "nareis")
    assert (uitslag.code, "Er zijn meer varianten genoemd: baa en nareis." in uitslag.fout) == (2, True)
    with pytest.raises(Fout) as fout:
        een_variant(["baa", "nareis"])
    assert [p.code for p in fout.value.problemen] == ["variant-een-tegelijk"]
    assert (een_variant(["baa"]), een_variant(None)) == ("baa", None)


def test_een_ander_parameterbestand_wordt_met_dat_van_het_project_vergeleken(mpp, project):
    tekst = (project / "parameters.yml").read_text(encoding="utf-8")
    oud = "      2024: {waarde: 23000, laag: 21000, hoog: 26000"
    assert oud in tekst
    (project / "ander.yml").write_text(tekst.replace(oud, oud.replace("waarde: 23000", "waarde: 25000")), encoding="utf-8")
    uitslag = mpp("run", "--parameters", "ander.yml")
    assert f"{PRODUCTIE}@2024: 25000 in plaats van 23000" in uitslag.uit
    assert _rijen(mpp("run", "--parameters", "ander.yml", "--json"))["ind.asiel.voorraad", "medio", 2024]["verschil"] < 0


def test_hetzelfde_parameterbestand_geeft_gewoon_de_uitkomsten(mpp, project):
    shutil.copy(project / "parameters.yml", project / "kopie.yml")
    assert mpp("run", "--parameters", "kopie.yml").uit == mpp("run").uit


def test_een_variant_met_nog_een_wijziging_erop(mpp, project):
    variant = _rijen(mpp("run", "--variant", "baa", "--json"))
    meer = _rijen(mpp("run", "--variant", "baa", "--set", "ind.baa.beslissingen=20000", "--json"))
    plek = ("ind.asiel.voorraad", "medio", 2024)
    assert meer[plek]["verschil"] < variant[plek]["verschil"] < 0


def test_van_een_variant_met_een_reeks_wordt_gezegd_hoe_er_een_te_kiezen(mpp, project):
    uitslag = mpp("run", "--variant", "taakstelling")
    assert (uitslag.code, "--set gemeenten.realisatiegraad=WAARDE" in uitslag.fout) == (2, True)
    assert uitslag.fout.startswith("varianten/taakstelling.yml:")


def test_een_waarde_uit_de_reeks_van_een_variant_is_te_kiezen(mpp, project):
    gekozen = _rijen(mpp("run", "--variant", "taakstelling=0.7", "--json"))
    zelf = _rijen(mpp("run", "--set", "gemeenten.realisatiegraad=0.7", "--json"))
    assert {plek: rij["waarde"] for plek, rij in gekozen.items()} == {plek: rij["waarde"] for plek, rij in zelf.items()}


@pytest.mark.parametrize("naam", ["taakstelling=0.75", "taakstelling=veel", "baa=0.7"])
def test_een_waarde_die_een_variant_niet_heeft_is_verkeerde_invoer(mpp, project, naam):
    uitslag = mpp("run", "--variant", naam)
    assert (uitslag.code, f"De variant {naam} bestaat niet" in uitslag.fout) == (2, True)


@pytest.mark.parametrize("opdracht", [("--set", f"{PRODUCTIE}=30000"), ("--variant", "nareis")])
def test_in_de_editie_wordt_niets_geschreven(mpp, project, opdracht):
    eerder = inhoud(project)
    assert mpp("run", *opdracht).code == 0
    assert inhoud(project) == eerder


@pytest.mark.parametrize(
    ("argument", "genoemd"),
    [
        (f"{PRODUCTIE}", "niet te lezen als wijziging"),
        (f"{PRODUCTIE}=", "niet te lezen als wijziging"),
        ("gemeenten.realisatiegraad=0,8", "Schrijf 0.8."),
        ("gemeenten.realisatiegraad=80%", "Schrijf 0.8."),
        (f"{PRODUCTIE}=25.000", "Schrijf 25000"),
        (f"{PRODUCTIE}=25.000,5", "Schrijf 25000.5."),
        (f"{PRODUCTIE}=veel", "een getal als 25000"),
        (f"{PRODUCTIE}=nan", "een getal als 25000"),
        ("ind.spoor4.prodctie=25000", f"bedoeld is misschien {PRODUCTIE}"),
        (f"{PRODUCTIE}@2030=25000", "2030, die niet bij de editie hoort"),
        ("gemeenten.realisatiegraad=1.2", "Het aandeel gemeenten.realisatiegraad is 1.2"),
        (f"{PRODUCTIE}=-5", "negatief"),
        ("coa.bezettingspercentage=0.4", "onder het minimum 0.5"),
        ("coa.begin_vertrek=9000", "coa.begin_procedure + coa.begin_vergunninghouders + coa.begin_vertrek"),
    ],
)
def test_een_verkeerde_wijziging_eindigt_met_2_en_zegt_hoe_het_wel_moet(mpp, project, argument, genoemd):
    uitslag = mpp("run", "--set", argument)
    assert uitslag.code == 2
    assert uitslag.fout.startswith("--set: ")
    assert genoemd in uitslag.fout
    assert "  Oplossing: " in uitslag.fout


def test_alle_verkeerde_wijzigingen_komen_in_een_keer(mpp, project):
    uitslag = mpp("run", "--set", f"{PRODUCTIE}=25.000", "--set", "gemeenten.realisatiegraad=1.2", "--set", "coa.weg=1")
    assert uitslag.code == 2
    assert "problemen gevonden" in uitslag.fout
    for stuk in ("25.000", "1.2", "coa.weg"):
        assert stuk in uitslag.fout


def test_een_aandeel_met_drie_decimalen_is_geen_duizendtal(mpp, project):
    assert _rijen(mpp("run", "--set", "gemeenten.realisatiegraad=0.875", "--json"))["coa.bezetting", "medio", 2024]["verschil"] > 0


def test_een_onbekende_variant_is_verkeerde_invoer(mpp, project):
    uitslag = mpp("run", "--variant", "narijs")
    assert (uitslag.code, "nareis" in uitslag.fout) == (2, True)


def test_alle_scenarios_worden_vergeleken(mpp, project):
    rijen = _rijen(mpp("run", "--set", f"{PRODUCTIE}@2024=30000", "--json"))
    assert {scenario for (id, scenario, jaar), r in rijen.items() if id == "ind.asiel.voorraad" and r["verschil"]} == set(SCENARIOS)


def test_elke_soort_verkeerde_wijziging_is_een_eigen_probleem(project):
    ps = laad(project / "parameters.yml")
    assert _codes(lambda: stel(ps, [PRODUCTIE], "variant:wat-als")) == {"wat-als-vorm"}
    assert _codes(lambda: stel(ps, [f"{PRODUCTIE}=0,8"], "variant:wat-als")) == {"wat-als-geen-getal"}
    assert _codes(lambda: stel(ps, [f"{PRODUCTIE}@2024=30.000"], "variant:wat-als")) == {"wat-als-geen-getal"}
    assert _codes(lambda: stel(ps, [f"{PRODUCTIE}@2024=30000.5"], "variant:wat-als")) == {"getal-niet-heel"}
    assert _codes(lambda: lees_variant("taakstelling", project).parameters(ps)) == {"variant-heeft-reeks"}


def test_een_waarde_ver_van_die_van_de_editie_wordt_pas_met_een_uitroepteken_genomen():
    ps = PROJECT.laad()
    for wijziging in (f"{PRODUCTIE}@2024=300000", f"{PRODUCTIE}@2024=2300", f"{PRODUCTIE}=300000"):
        with pytest.raises(Fout) as fout:
            stel(ps, [wijziging], "variant:wat-als")
        (p,) = fout.value.problemen
        assert p.code == "wat-als-sprong"
        assert "!" in p.remedie
        assert stel(ps, [f"{wijziging}!"], "variant:wat-als").merk == "variant:wat-als"
    for gewoon in (f"{PRODUCTIE}@2024=0", f"{PRODUCTIE}@2024=31417", f"{PRODUCTIE}=60000"):
        assert stel(ps, [gewoon], "variant:wat-als").merk == "variant:wat-als"
