"""What the model does not read, or counts in another unit, is no input."""

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
        ("  - id: ind.spoor2.beginvoorraad\n    label: Voorraad spoor 2 op 1 januari 2023\n", "zaken", "weken"),
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
