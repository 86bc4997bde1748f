"""`mpp explain`: where a number comes from, by name or as a document tells it."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from mpp.edities.kader import reken
from mpp.edities.kant import lees_kant
from mpp.getal.cijfers import n
from mpp.herkomst.uitleg import SCHEMA
from mpp.weergave.opmaak import opmaak
from tests.uitkomsten.test_gepubliceerde_tabellen import Tekst

WORTEL = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch) -> Path:
    """A project folder with the real parameters and consents."""
    for naam in ("parameters.yml", "akkoorden.yml"):
        (tmp_path / naam).write_bytes((WORTEL / naam).read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def regel(uit: str, begin: str) -> str:
    return next(regel for regel in uit.splitlines() if regel.lstrip("│├└─ ").startswith(begin))


def test_explain_noemt_het_getal_hoe_het_is_berekend_en_waaruit(u, mpp):
    uitslag = mpp("explain", "coa.bezetting", "2024")
    waarde = opmaak(u.waarde("coa.bezetting", 2024), "personen")
    assert uitslag.code == 0
    assert uitslag.uit.splitlines()[0] == f"Bezetting COA, 2024, scenario medio: {waarde} personen"
    assert "procedure + vergunninghouders + vertrek" in uitslag.uit
    assert "de stand op 31 december 2024" in uitslag.uit
    assert regel(uitslag.uit, "december 2024: ").endswith(f"= {u.waarde('coa.bezetting', 2024):,.0f}".replace(",", "."))
    assert regel(uitslag.uit, "procedure = coa.bezetting_procedure")
    assert regel(uitslag.uit, "2023: 28.041 (coa.begin_procedure) + ")


def test_een_parameter_staat_er_met_bron_of_aanname_eigenaar_en_akkoord(mpp):
    uit = mpp("explain", "dtv.uitstroom", "2023").uit
    assert regel(uit, "duur = dtv.behandelduur")
    assert regel(uit, "Eigenaar DT&V; geleverd door ")
    assert "akkoord DT&V niet gevraagd" in uit
    assert "Aanname: " in uit or "Bron: " in uit


def test_geen_regel_is_breder_dan_het_scherm(mpp, monkeypatch):
    monkeypatch.setenv("COLUMNS", "90")
    uit = mpp("explain", "ind.asiel.voorraad", "2025", "--depth", "3").uit
    assert max(map(len, uit.splitlines())) <= 90


def test_het_scenario_is_te_kiezen(u, mpp):
    uit = mpp("explain", "coa.bezetting", "2024", "maximum").uit
    assert f"scenario maximum: {opmaak(u.waarde('coa.bezetting', 2024, 'maximum'), 'personen')} " in uit


def test_een_getal_uit_een_document_wordt_uitgelegd_met_wat_er_bij_staat(u, mpp):
    getal = n("coa.bezetting", 2024, "minimum", u=u)
    assert getal.tekst in mpp("explain", getal.bron, getal.sleutel).uit.splitlines()[0]
    assert mpp("explain", getal.bron, "2024").uit.startswith("Bezetting COA, 2024, scenario medio")
    assert mpp("explain", getal.bron, getal.sleutel, "maximum").uit.startswith("Bezetting COA, 2024, scenario maximum")


def test_een_parameter_uit_een_document_wordt_uitgelegd(mpp):
    uit = mpp("explain", "parameter:ind.spoor4.productie", "2024").uit
    assert uit.startswith("Prognoseplan")
    assert "2027: " in uit
    assert json.loads(mpp("explain", "parameter:ind.spoor4.productie", "2024", "--json").uit)["uitleg"]["soort"] == "parameter"


def test_de_diepte_bepaalt_hoeveel_lagen_er_staan(mpp):
    kort, gewoon, lang = (mpp("explain", "coa.bezetting", "2024", *meer).uit for meer in (("--depth", "1"), (), ("--full",)))
    assert len(kort) < len(gewoon) < len(lang)
    assert "Meer met --depth 2, alles tot de parameters met --full." in kort
    assert "--depth" not in lang
    assert "Prognose Eerste Asielinstroom (prognose)" in lang
    assert "met een kans van 66,67% niet wordt overschreden" in lang
    assert ", zie hierboven" in lang


def test_met_een_laag_staat_er_wat_het_getal_leest_en_niet_wat_dat_weer_leest(mpp):
    takken = [regel for regel in mpp("explain", "coa.bezetting", "2024", "--depth", "1").uit.splitlines() if regel.startswith(("├─", "└─"))]
    assert [tak.split()[1] for tak in takken] == ["procedure", "vergunninghouders", "vertrek"]
    dieper = mpp("explain", "coa.bezetting", "2024", "--depth", "2").uit
    assert regel(dieper, "+ coa.instroom_aanvragers")
    assert "+ coa.instroom_aanvragers" not in mpp("explain", "coa.bezetting", "2024", "--depth", "1").uit


def test_een_voorraad_telt_op_van_begin_tot_eind(u, mpp):
    def getal(tekst: str) -> int:
        return int(tekst.split()[0].replace(".", ""))

    uit = mpp("explain", "coa.bezetting_procedure", "2024", "--depth", "1").uit
    for jaar in (2023, 2024):
        begin, rest = regel(uit, f"{jaar}: ").lstrip("│├└─ ").removeprefix(f"{jaar}: ").split(" + ")
        erbij, rest = rest.split(" − ")
        eraf, eind = rest.split(" = ")
        assert getal(begin) + getal(erbij) - getal(eraf) == pytest.approx(getal(eind), abs=2)
        assert getal(eind) == round(u.waarde("coa.bezetting_procedure", jaar))


@pytest.mark.parametrize("argumenten", [("instroom.amv", "2024", "--full"), ("ind.regulier.arbeid.instroom", "2023", "maximum", "--full")])
def test_zo_leest_een_uitleg(mpp, argumenten, snapshot, monkeypatch):
    """The prognosis with its futures; parameters with their range, and what the scenario takes of it."""
    monkeypatch.setenv("COLUMNS", "120")
    assert mpp("explain", *argumenten).uit == snapshot(extension_class=Tekst)


def test_een_rekenstap_van_het_model_heeft_een_naam_en_eenheid_en_zegt_dat_zij_dat_is(mpp):
    naam, id, *_ = mpp("explain", "gemeenten.klaar_voor_huisvesting", "2024").uit.splitlines()
    assert naam.startswith("Vergunninghouders die kunnen verhuizen, 2024, scenario medio: ")
    assert naam.endswith(" personen")
    assert id.startswith("gemeenten.klaar_voor_huisvesting, Gemeenten, rekenstap van het model;")
    assert "rekenstap" not in mpp("explain", "coa.bezetting", "2024", "--depth", "0").uit


def test_de_notatie_wordt_uitgelegd_als_zij_is_gebruikt(mpp):
    uit = mpp("explain", "ind.spoor4.inwilligingspercentage", "2024", "--depth", "1").uit
    assert "verhouding(a; b): a gedeeld door b, nul als b nul is" in uit
    assert "max(a; b)" not in uit


def test_json_geeft_de_hele_boom(u, mpp):
    gegevens = json.loads(mpp("explain", "coa.capaciteit", "2023", "--json").uit)
    assert set(gegevens) == {"schema", "editie", "jaar", "scenario", "uitleg"}
    assert (gegevens["schema"], gegevens["jaar"], gegevens["scenario"]) == (SCHEMA, 2023, "medio")
    assert gegevens["uitleg"]["waarde"] == pytest.approx(u.waarde("coa.capaciteit", 2023))
    assert [lezing["naam"] for lezing in gegevens["uitleg"]["leest"]] == ["bezetting", "norm"]
    assert gegevens["uitleg"]["leest"][1]["uitleg"]["akkoord"][0]["staat"] == "niet gevraagd"


def test_een_ander_parameterbestand_geeft_een_andere_uitleg(mpp, project):
    tekst = (project / "parameters.yml").read_text(encoding="utf-8")
    (project / "anders.yml").write_text(tekst.replace("beslistermijn_verlengd", "beslistermijn_anders"), encoding="utf-8")
    uitslag = mpp("explain", "ind.ingebrekestellingen", "2023", "--parameters", "anders.yml")
    assert (uitslag.code, "ind.beslistermijn_verlengd" in uitslag.fout) == (2, True)


@pytest.mark.parametrize(("bron", "sleutel"), [("coa.bezetting:herrekend", "2024|medio"), ("ind.spoor4.beginvoorraad:parameter", "vast")])
def test_een_getal_van_de_vorige_editie_wordt_uitgelegd_met_haar_parameters(u, mpp, project, bron, sleutel):
    """Also by naming her file: she stands by herself."""
    shutil.copytree(WORTEL / "edities", project / "edities")
    vorige = lees_kant("2022-2", u.ps).ps
    uit = mpp("explain", f"verschil:2022-2:{bron}", sleutel, "--depth", 0).uit
    naam = f"parameter:{bron.partition(':')[0]}" if sleutel == "vast" else bron.partition(":")[0]
    assert uit == mpp("explain", naam, sleutel, "--depth", 0, "--parameters", "edities/2022-2/parameters.yml").uit
    assert "27.080" in uit if sleutel == "vast" else opmaak(reken(vorige).waarde("coa.bezetting", 2024), "personen") in uit


def test_een_wat_als_wordt_uitgelegd_met_de_andere_waarde_en_heet_niet_de_editie(mpp):
    uit = mpp("explain", "dtv.uitstroom", "2023", "--set", "dtv.behandelduur=10").uit
    assert ", variant:wat-als" in uit.splitlines()[1]
    assert regel(uit, "2023: 10 maanden")
    assert uit.splitlines()[0] != mpp("explain", "dtv.uitstroom", "2023").uit.splitlines()[0]


def test_een_variant_wordt_uitgelegd_met_haar_eigen_getallen(mpp, monkeypatch):
    monkeypatch.chdir(WORTEL)
    met, zonder = (mpp("explain", "ind.spoor4.beslissingen", "2024", *meer).uit.splitlines()[:2] for meer in (("--variant", "baa"), ()))
    assert met[0] != zonder[0]
    assert met[1].endswith(", variant:baa")
    bron = "variant:baa:indicator:ind.spoor4.beslissingen"
    assert mpp("explain", bron, "2024|medio").uit.splitlines()[:2] == met


def test_ook_een_getal_uit_een_variant_met_een_reeks_wordt_uitgelegd(mpp, monkeypatch):
    monkeypatch.chdir(WORTEL)
    bron = "variant:taakstelling=0.7:indicator:coa.bezetting"
    gekozen = mpp("explain", bron, "2024|medio").uit.splitlines()[:2]
    met_de_hand = mpp("explain", "coa.bezetting", "2024", "--set", "gemeenten.realisatiegraad=0.7").uit.splitlines()[:2]
    assert gekozen[0] == met_de_hand[0]
    assert gekozen[1].endswith(", variant:taakstelling=0.7")


def test_svg_schrijft_het_beeld_erbij(mpp, project):
    assert mpp("explain", "coa.bezetting", "2024", "--svg", "uit/beeld.svg").code == 0
    assert ElementTree.parse(project / "uit" / "beeld.svg").getroot().get("role") == "img"


@pytest.mark.parametrize(
    ("argumenten", "melding"),
    [
        (("coa.bezeting", "2024"), "De indicator coa.bezeting bestaat niet."),
        (("coa.bezeting", "2024"), "coa.bezetting"),
        (("coa.bezetting", "2031"), "Het jaar 2031 valt buiten de editie."),
        (("coa.bezetting", "volgend"), "volgend is geen jaar."),
        (("coa.bezetting", "2024", "midden"), "Het scenario midden bestaat niet."),
        (("coa.bezetting", "2024|midden"), "Het scenario midden bestaat niet."),
        (("realisatie:coa.bezetting", "2022-12-31"), "Van realisatie:coa.bezetting is geen uitleg."),
        (("indicator:coa.instroom[2024|medio] - indicator:coa.uitstroom[2024|medio]", "2024"), "is geen uitleg."),
        (("parameter:coa.begin", "2024"), "De parameter coa.begin bestaat niet."),
        (("parameter:ind.spoor4.productie", "2024", "--svg", "x.svg"), "Van ind.spoor4.productie is geen beeld."),
    ],
)
def test_wat_niet_kan_wordt_gezegd_met_oorzaak_en_oplossing(mpp, project, argumenten, melding):
    uitslag = mpp("explain", *argumenten)
    assert uitslag.code == 2
    assert melding in uitslag.fout
    assert "  Oorzaak: " in uitslag.fout
    assert "  Oplossing: " in uitslag.fout
    assert uitslag.uit == ""
    assert sorted(pad.name for pad in project.iterdir()) == ["akkoorden.yml", "parameters.yml"]


#: The codes of these problems, each met above: herkomst-onbekend, herkomst-jaar, herkomst-verwijzing, herkomst-beeld.
CODES = ("herkomst-onbekend", "herkomst-jaar", "herkomst-verwijzing", "herkomst-beeld")


def test_elke_melding_van_herkomst_is_hierboven_gezien():
    from mpp.problemen import catalogus

    assert {code for code in catalogus() if code.startswith("herkomst-")} == set(CODES)
