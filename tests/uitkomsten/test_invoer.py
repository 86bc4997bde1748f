"""What the model does not read, or counts in another unit, is no input."""

import shutil
from pathlib import Path

import pytest

from mpp.parameters import laad
from mpp.problemen import Fout
from mpp.uitkomsten import bereken

PARAMETERS = Path(__file__).parents[2] / "parameters.yml"


def problemen(tmp_path, *wissels):
    tekst = PARAMETERS.read_text(encoding="utf-8")
    for van, naar in wissels:
        assert van in tekst
        tekst = tekst.replace(van, naar, 1)
    pad = tmp_path / "parameters.yml"
    pad.write_text(tekst, encoding="utf-8")
    with pytest.raises(Fout) as fout:
        bereken(laad(pad))
    return fout.value.problemen, tekst.split("\n")


def test_een_parameter_die_het_model_niet_leest_wordt_gemeld_met_wat_bedoeld_zal_zijn(tmp_path):
    (p,), regels = problemen(tmp_path, ("  - id: politie.dagen_per_maand\n", "  - id: politie.dagen_per_mand\n"))
    assert p.code == "parameter-ongelezen"
    assert regels[p.regel - 1] == "  - id: politie.dagen_per_mand"
    assert "politie.dagen_per_maand" in p.remedie


@pytest.mark.parametrize(
    ("kop", "eenheid", "anders"),
    [
        ("  - id: ind.spoor2.beginvoorraad\n    label: Voorraad spoor 2 op {peildatum}\n", "zaken", "weken"),
        ("  - id: nidos.pupillen\n    label: Pupillen onder voogdij van Nidos\n", "pupillen", "zaken"),
    ],
)
def test_een_eenheid_die_niet_bij_de_indicator_past_wordt_gemeld(tmp_path, kop, eenheid, anders):
    (p,), regels = problemen(tmp_path, (f"{kop}    eenheid: {eenheid}\n", f"{kop}    eenheid: {anders}\n"))
    assert p.code == "eenheid-past-niet"
    assert regels[p.regel - 1] == f"    eenheid: {anders}"
    assert eenheid in p.remedie


@pytest.mark.parametrize(
    ("van", "naar", "code"),
    [
        ("waarde: 67000", "waarde: 67.000", "getal-duizendpunt"),
        ("waarde: 67000", "waarde: 6700.5", "getal-niet-heel"),
        ("waarde: 67000", "waarde: 670000", "getal-niet-zoals-bron"),
        ("waarde: 67000", "waarde: 76000", "getal-niet-zoals-bron"),
        ('waarde: 67000, genoemd: "67.000"', "waarde: 67000", "getal-alleen"),
    ],
)
def test_een_gepubliceerd_cijfer_staat_er_zoals_de_bron_het_noemt(tmp_path, van, naar, code):
    gevonden, regels = problemen(tmp_path, (van, naar))
    assert code in [p.code for p in gevonden]
    assert all(naar in regels[p.regel - 1] for p in gevonden)


@pytest.mark.parametrize(
    ("id", "anders", "goed"),
    [
        ("gemeenten.norm_huisvesting", "maanden", "weken"),
        ("gemeenten.koppelduur", "weken", "maanden"),
        ("ind.spoor4.behandelduur_nieuw", "maanden", "weken"),
        ("ind.beslistermijn_oud", "weken", "maanden"),
        ("politie.capaciteit_per_dag", "personen per week", "personen per dag"),
        ("ind.spoor4.productie", "personen", "zaken"),
        ("gemeenten.taakstelling_vastgesteld", "plekken", "personen"),
        ("instroom.aandeel_amv", "factor", "aandeel"),
        ("instroom.seizoen", "factor", "aandeel"),
        ("coa.instroom_aanvragers_jaar_ervoor", "zaken", "personen"),
        ("ind.spoor4.begin_ouder_6", "factor", "aandeel"),
        ("instroom.eerste_aanvragen.kwartaal", "zaken", "personen"),
        ("instroom.totaal_zonder_hervestiging", "aanvragen", "personen"),
    ],
)
def test_een_parameter_heeft_de_eenheid_waarin_het_model_haar_leest(tmp_path, id, anders, goed):
    regels = PARAMETERS.read_text(encoding="utf-8").split("\n")
    plaats = regels.index(f"    eenheid: {goed}", regels.index(f"  - id: {id}"))
    regels[plaats] = f"    eenheid: {anders}"
    pad = tmp_path / "parameters.yml"
    pad.write_text("\n".join(regels), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        bereken(laad(pad))
    assert ("eenheid-past-niet", plaats + 1) in [(p.code, p.regel) for p in fout.value.problemen]
    assert any(goed in p.remedie for p in fout.value.problemen)


def test_een_realisatie_die_niet_bekend_is_wordt_gemeld_met_wat_bedoeld_zal_zijn(tmp_path):
    (p, *_), regels = problemen(tmp_path, ("  - id: gemeenten.gehuisvest\n", "  - id: gemeenten.gehuisvesd\n"))
    assert p.code == "realisatie-onbekend"
    assert regels[p.regel - 1] == "  - id: gemeenten.gehuisvesd"
    assert "gemeenten.gehuisvest" in p.remedie


def test_een_minimum_boven_het_maximum_wordt_gemeld(tmp_path):
    laag = 'scenario: minimum, waarde: 49000, genoemd: "49.000"'
    gevonden, regels = problemen(
        tmp_path, (laag, laag.replace("minimum", "maximum")), ("scenario: maximum, waarde: 77000", "scenario: minimum, waarde: 77000")
    )
    assert [p.code for p in gevonden] == ["cijfer-volgorde"] * 2
    assert all("instroom.totaal" in regels[p.regel - 1] for p in gevonden)


REEKS = "1700, laag: 1400, hoog: 2000|1800, laag: 1400, hoog: 2200|1900, laag: 1400, hoog: 2400|2000, laag: 1500, hoog: 2600"


def test_een_hele_reeks_met_een_nul_te_veel_valt_op_naast_wat_er_kwam(tmp_path):
    wissels = [(f"{{waarde: {r}}}", f"{{waarde: {r.replace(',', '0,')}0}}") for r in REEKS.split("|")]
    gevonden, regels = problemen(tmp_path, *wissels, (f"{{waarde: {REEKS.split('|')[-1]}}}", "{waarde: 20000, laag: 15000, hoog: 26000}"))
    assert {"getal-sprong", "getal-ver-van-woorden"} <= {p.code for p in gevonden}
    assert all("waarde: 17000" in regels[p.regel - 1] for p in gevonden)


def test_een_parameter_wordt_naast_de_vorige_editie_gehouden(tmp_path):
    vorige = tmp_path / "edities" / "2022-2" / "parameters.yml"
    vorige.parent.mkdir(parents=True)
    vorige.write_text("parameters:\n  - {id: ind.spoor4.productie, waarden: {2023: 2200}}\n", encoding="utf-8")
    (p,), regels = problemen(tmp_path, ("schema: 1", "schema: 1"))
    assert p.code == "getal-sprong"
    assert "in 2022-2 was het 2.200" in p.wat
    assert "22184" in regels[p.regel - 1]


def test_een_stand_van_een_andere_dag_wordt_niet_naast_die_van_de_vorige_editie_gehouden(tmp_path):
    vorige = tmp_path / "edities" / "2022-2" / "parameters.yml"
    vorige.parent.mkdir(parents=True)
    stand = "parameters:\n  - {id: ind.spoor4.beginvoorraad, peildatum: DAG, waarden: {vast: 3000}}\n"
    vorige.write_text(stand.replace("DAG", "2022-07-01"), encoding="utf-8")
    goed = tmp_path / "parameters.yml"
    shutil.copy(PARAMETERS, goed)
    bereken(laad(goed))
    vorige.write_text(stand.replace("DAG", "2023-01-01"), encoding="utf-8")
    (p,), _ = problemen(tmp_path, ("schema: 1", "schema: 1"))
    assert "in 2022-2 was het 3.000" in p.wat
