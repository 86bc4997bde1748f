"""What earlier editions published stands beside this edition, with its source, and is never mistaken for it."""

from pathlib import Path

import pytest

from mpp.edities.eerder import EerdereEditie, eerdere_edities
from mpp.getal.eerder import eerder, eerdere_editie, tabel_eerder
from mpp.herkomst.narekenen import Narekening
from mpp.herkomst.oorsprong import lees_oorsprong
from mpp.parameters import laad
from mpp.problemen import Fout
from mpp.uitkomsten import Uitkomsten
from tests.parameters.test_laden import GOED

EDITIE = """\
editie: {id: "2022-2", naam: MPP 2022-2, openbaar: 2022-11-04}
bronnen: {ind-2022: {titel: Cijfers, uitgever: IND, datum: 2022-11-04, soort: officieel}}
cijfers:
  - {indicator: coa.bezetting, jaar: 2022, scenario: maximum, waarde: 45, genoemd: "45", bron: ind-2022}
  - {indicator: coa.bezetting, jaar: 2023, waarde: 44, genoemd: "44", bron: ind-2022, toelichting: Persbericht van 2 mei.}
"""


@pytest.fixture
def u(proef) -> Uitkomsten:
    """The results of an edition with an earlier one in its project."""
    schrijf(proef.ps.wortel, EDITIE)
    return proef


def schrijf(wortel: Path, tekst: str) -> None:
    map_ = wortel / "edities" / "2022-2"
    map_.mkdir(parents=True)
    (map_ / "gepubliceerd.yml").write_text(tekst, encoding="utf-8")


def gelezen(wortel: Path, tekst: str) -> dict[str, EerdereEditie]:
    """The editions of a project with this text as what was published of the one before."""
    schrijf(wortel, tekst)
    (wortel / "parameters.yml").write_text(GOED, encoding="utf-8")
    return eerdere_edities(laad(wortel / "parameters.yml"))


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


MEER = """\
  - {indicator: coa.bezetting, jaar: 2023, scenario: minimum, waarde: 40, genoemd: "40", bron: ind-2022}
  - {indicator: coa.bezetting, jaar: 2023, scenario: planning van het kabinet, waarde: 46, genoemd: "46", bron: ind-2022}
  - {indicator: coa.bezetting, jaar: 2023, aansluitend: true, waarde: 43, genoemd: "43", bron: ind-2022, toelichting: Een opdracht.}
"""


def test_naast_een_scenario_staat_hetzelfde_scenario_en_naast_een_planning_niets(proef):
    schrijf(proef.ps.wortel, EDITIE + MEER)
    tabel = tabel_eerder("coa.bezetting", u=proef)
    naast = {rij[3]: rij[5] if isinstance(rij[5], str) else rij[5].sleutel for rij in tabel.rijen if rij[1].tekst == "2023"}
    assert naast == {
        "niet genoemd": "2023|medio",
        "minimum": "2023|minimum",
        "planning van het kabinet": "·",
        "opdracht, besluit of raming": "2023|medio",
    }
    assert tabel.noten[1:] == (
        "Waar geen scenario is genoemd, staat van deze editie medio ernaast.",
        "Naast een opdracht, besluit of raming staat van deze editie medio.",
    )


def test_wat_bij_een_editie_aansluit_staat_er_met_zijn_herkomst_en_is_geen_uitkomst_van_haar(proef):
    schrijf(proef.ps.wortel, EDITIE + MEER)
    editie = eerdere_edities(proef.ps)["2022-2"]
    assert [c.waarde for c in editie.aansluitend] == [43]
    assert editie.gepubliceerd["coa.bezetting", 2023, "medio"].waarde == 44
    (rij,) = [rij for rij in tabel_eerder("coa.bezetting", u=proef).rijen if rij[3] == "opdracht, besluit of raming"]
    assert (rij[4].waarde, rij[4].sleutel) == (43, "2023|opdracht, besluit of raming")
    assert rij[6].tekst == "IND, 4 november 2022. Een opdracht."
    assert lees_oorsprong(rij[4].bron, rij[4].sleutel).reken(Narekening(proef).van) == 43


def test_een_onjuist_bestand_wordt_met_zijn_regel_gemeld(tmp_path):
    with pytest.raises(Fout) as fout:
        gelezen(tmp_path, EDITIE.replace("waarde: 44, ", ""))
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("parameters-sleutel-ontbreekt", 5)]
    assert "De sleutel waarde ontbreekt in coa.bezetting" in str(fout.value)


def test_een_cijfer_van_een_indicator_die_er_niet_is_wordt_gemeld(tmp_path):
    with pytest.raises(Fout) as fout:
        gelezen(tmp_path, EDITIE.replace("coa.bezetting", "coa.bezeting", 1))
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("indicator-onbekend", 4)]


@pytest.mark.parametrize("scenario", ["", ", scenario: medio"])
def test_twee_cijfers_voor_hetzelfde_worden_gemeld(tmp_path, scenario):
    """A source that names no scenario stands for medio."""
    dubbel = f"  - {{indicator: coa.bezetting, jaar: 2023, waarde: 45, genoemd: '45', bron: ind-2022{scenario}}}\n"
    with pytest.raises(Fout) as fout:
        gelezen(tmp_path, EDITIE + dubbel)
    (gevonden,) = fout.value.problemen
    assert (gevonden.code, gevonden.regel, gevonden.gegevens["eerste"]) == ("cijfer-dubbel", 6, 5)


@pytest.mark.parametrize(
    ("van", "naar", "code", "regel"),
    [
        ("scenario: maximum", "scenario: mininum", "parameters-waarde-ongeldig", 4),
        ('id: "2022-2"', 'id: "2022-1"', "editie-andere-id", 1),
        ('id: "2022-2"', 'id: "2022-3"', "editie-id", 1),
        ("naam: MPP 2022-2", "naam: MPP 2021-2", "editie-naam", 1),
        ("naam: MPP 2022-2", "naam: ' '", "parameters-waarde-ongeldig", 1),
        ("naam: MPP 2022-2", 'naam: "=MPP 2022-2"', "tekst-als-formule", 1),
        ("toelichting: Persbericht van 2 mei.", 'toelichting: "=1"', "tekst-als-formule", 5),
        ('waarde: 45, genoemd: "45"', 'waarde: "45"', "parameter-waarde-geen-getal", 4),
        ("bron: ind-2022}", "bron: ind-2022, uitleg: a}", "parameters-sleutel-onbekend", 4),
        ("waarde: 45,", "waarde: 54,", "getal-niet-zoals-bron", 4),
    ],
)
def test_een_eerdere_editie_wordt_even_streng_gelezen_als_de_parameters(tmp_path, van, naar, code, regel):
    assert van in EDITIE
    with pytest.raises(Fout) as fout:
        gelezen(tmp_path, EDITIE.replace(van, naar, 1))
    assert (code, regel) in [(p.code, p.regel) for p in fout.value.problemen]


def test_de_bron_van_een_cijfer_staat_bij_zijn_eigen_editie(tmp_path):
    """Also where the edition at the root describes a source of that name: it may be gone from there when the next round begins."""
    with pytest.raises(Fout) as fout:
        gelezen(tmp_path, EDITIE.replace("{ind-2022:", "{ind-2021:").replace("bron: ind-2022", "bron: ind-2023"))
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("parameter-bron-onbekend", 4), ("parameter-bron-onbekend", 5)]
    assert "ind-2021" in fout.value.problemen[0].remedie


def test_een_bron_die_half_is_beschreven_wordt_gemeld(tmp_path):
    with pytest.raises(Fout) as fout:
        gelezen(tmp_path, EDITIE.replace("uitgever: IND, ", ""))
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("parameters-sleutel-ontbreekt", 2)]


def test_verwisselde_scenarios_vallen_op(tmp_path):
    laag = '  - {indicator: coa.bezetting, jaar: 2022, scenario: minimum, waarde: 54, genoemd: "54", bron: ind-2022}\n'
    with pytest.raises(Fout) as fout:
        gelezen(tmp_path, EDITIE + laag)
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("cijfer-volgorde", 4)]
