"""What earlier editions published stands beside this edition, with its source, and is never mistaken for it."""

import pytest

from mpp.getal.eerder import eerder, eerdere_editie, tabel_eerder
from mpp.problemen import Fout
from mpp.uitkomsten import Uitkomsten
from mpp.uitkomsten.edities import lees_edities

EDITIE = """\
editie: {id: "2022-2", naam: MPP 2022-2, openbaar: 2022-11-04}
cijfers:
  - {indicator: coa.bezetting, jaar: 2022, scenario: maximum, waarde: 45, genoemd: "45", bron: ind-2023}
  - {indicator: coa.bezetting, jaar: 2023, waarde: 44, genoemd: "44", bron: ind-2023, toelichting: Persbericht van 2 mei.}
"""


@pytest.fixture
def u(proef) -> Uitkomsten:
    """The results of an edition with an earlier one in its project."""
    map_ = proef.ps.wortel / "edities"
    map_.mkdir()
    (map_ / "2022-2.yml").write_text(EDITIE, encoding="utf-8")
    return proef


def test_een_cijfer_van_een_eerdere_editie_noemt_die_editie(u):
    cijfer = eerder("2022-2", "coa.bezetting", 2022, "maximum", op=1, u=u)
    assert (cijfer.tekst, cijfer.bron, cijfer.sleutel) == ("45", "editie:2022-2:coa.bezetting", "2022|maximum")
    assert eerder("2022-2", "coa.bezetting", 2023, u=u).sleutel == "2023|niet genoemd"
    assert eerdere_editie("2022-2").tekst == "MPP 2022-2"


@pytest.mark.parametrize(
    "vraag", [("2022-1", "coa.bezetting", 2023), ("2022-2", "coa.bezetting", 2024), ("2022-2", "coa.bezetting", 2023, "medio")]
)
def test_wat_niet_is_gepubliceerd_kan_niet_worden_gevraagd(u, vraag):
    with pytest.raises(Fout) as fout:
        eerder(*vraag, u=u)
    assert fout.value.problemen[0].code == "eerder-onbekend"


def test_de_tabel_zet_medio_alleen_naast_een_jaar_van_deze_editie(u):
    tabel = tabel_eerder("coa.bezetting", u=u)
    assert [rij[5] if isinstance(rij[5], str) else rij[5].bron for rij in tabel.rijen] == ["·", "indicator:coa.bezetting"]
    assert "Persbericht van 2 mei." in tabel.rijen[1][6].tekst
    assert tabel.noten


def test_een_onjuist_bestand_wordt_met_zijn_regel_gemeld(tmp_path):
    (tmp_path / "2022-2.yml").write_text(EDITIE.replace("waarde: 44, ", ""), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        lees_edities(tmp_path)
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("parameters-sleutel-ontbreekt", 4)]
    assert "De sleutel waarde ontbreekt in coa.bezetting" in str(fout.value)


def test_een_cijfer_van_een_indicator_die_er_niet_is_wordt_gemeld(tmp_path):
    (tmp_path / "2022-2.yml").write_text(EDITIE.replace("coa.bezetting", "coa.bezeting", 1), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        lees_edities(tmp_path)
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("indicator-onbekend", 3)]


@pytest.mark.parametrize("scenario", ["", ", scenario: medio"])
def test_twee_cijfers_voor_hetzelfde_worden_gemeld(tmp_path, scenario):
    """A source that names no scenario stands for medio."""
    dubbel = f"  - {{indicator: coa.bezetting, jaar: 2023, waarde: 45, genoemd: '45', bron: ind-2023{scenario}}}\n"
    (tmp_path / "2022-2.yml").write_text(EDITIE + dubbel, encoding="utf-8")
    with pytest.raises(Fout) as fout:
        lees_edities(tmp_path)
    (gevonden,) = fout.value.problemen
    assert (gevonden.code, gevonden.regel, gevonden.gegevens["eerste"]) == ("cijfer-dubbel", 5, 4)


@pytest.mark.parametrize(
    ("van", "naar", "code", "regel"),
    [
        ("scenario: maximum", "scenario: mininum", "parameters-waarde-ongeldig", 3),
        ('id: "2022-2"', 'id: "2022-1"', "eerder-andere-id", 1),
        ('id: "2022-2"', 'id: "2022-3"', "editie-id", 1),
        ("naam: MPP 2022-2", "naam: MPP 2021-2", "editie-naam", 1),
        ("naam: MPP 2022-2", "naam: ' '", "parameters-waarde-ongeldig", 1),
        ("naam: MPP 2022-2", 'naam: "=MPP 2022-2"', "tekst-als-formule", 1),
        ("toelichting: Persbericht van 2 mei.", 'toelichting: "=1"', "tekst-als-formule", 4),
        ('waarde: 45, genoemd: "45"', 'waarde: "45"', "parameter-waarde-geen-getal", 3),
        ("bron: ind-2023}", "bron: ind-2023, uitleg: a}", "parameters-sleutel-onbekend", 3),
        ("waarde: 45,", "waarde: 54,", "getal-niet-zoals-bron", 3),
    ],
)
def test_een_eerdere_editie_wordt_even_streng_gelezen_als_de_parameters(tmp_path, van, naar, code, regel):
    assert van in EDITIE
    (tmp_path / "2022-2.yml").write_text(EDITIE.replace(van, naar, 1), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        lees_edities(tmp_path)
    assert (code, regel) in [(p.code, p.regel) for p in fout.value.problemen]


def test_de_bron_van_een_cijfer_staat_in_het_parameterbestand(tmp_path):
    (tmp_path / "parameters.yml").write_text("bronnen: {ind-2032: {}}\n", encoding="utf-8")
    (tmp_path / "edities").mkdir()
    (tmp_path / "edities" / "2022-2.yml").write_text(EDITIE, encoding="utf-8")
    with pytest.raises(Fout) as fout:
        lees_edities(tmp_path / "edities")
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("parameter-bron-onbekend", 3), ("parameter-bron-onbekend", 4)]
    assert "ind-2032" in fout.value.problemen[0].remedie


def test_verwisselde_scenarios_vallen_op(tmp_path):
    laag = '  - {indicator: coa.bezetting, jaar: 2022, scenario: minimum, waarde: 54, genoemd: "54", bron: ind-2023}\n'
    (tmp_path / "2022-2.yml").write_text(EDITIE + laag, encoding="utf-8")
    with pytest.raises(Fout) as fout:
        lees_edities(tmp_path)
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("cijfer-volgorde", 3)]
