"""The communications adviser writes text with named numbers and cannot mistype one."""

import numpy as np
import pytest

from mpp.getal.plaatshouders import lees_getallen, maak_getallen, vul_tekst
from mpp.lezen import lees as lees_yaml
from mpp.parameters import Parameterset
from mpp.problemen import Fout, catalogus
from mpp.uitkomsten import Uitkomsten, register

GETALLEN = """\
bezetting: {indicator: coa.bezetting, jaar: 2}
bezetting_begin: {realisatie: coa.bezetting, jaar: 0}
inwilliging: {parameter: ind.inwilliging, jaar: 1}
cijfer: {gepubliceerd: coa.bezetting, jaar: 1}
richting: {stijgt_daalt: [bezetting_begin, bezetting]}
toename: {verschil: [bezetting, bezetting_begin], op: 1000}
rond: {ongeveer: bezetting_begin, op: 1000}
"""


def lees(tmp_path, u, tekst):
    pad = tmp_path / "getallen.yml"
    pad.write_text(tekst, encoding="utf-8")
    return lees_getallen(pad, u)


def test_elk_benoemd_getal_wordt_berekend(tmp_path, proef):
    getallen = lees(tmp_path, proef, GETALLEN)
    teksten = {naam: getal.tekst for naam, getal in getallen.items()}
    assert teksten["bezetting_begin"] == "51.700"
    assert teksten["inwilliging"] == "78%"
    assert teksten["cijfer"] == "40"
    assert teksten["richting"] == "daalt"
    assert teksten["toename"].endswith("000")
    assert teksten["rond"] == "bijna 52.000"
    assert teksten["editie"] == "MPP 2023-1"
    assert teksten["jaar_0"] == "2022"
    assert teksten["jaar_2"] == "2024"


@pytest.mark.parametrize(
    ("regel", "tekst"),
    [
        ("{verschil: [hoog, laag]}", "15.140"),
        ("{aandeel: [laag, hoog]}", "71%"),
        ("{groei: [laag, hoog]}", "41%"),
        ("{keer: [hoog, laag]}", "1,4 keer zo veel"),
        ("{hoger_lager: [hoog, laag]}", "hoger"),
        ("{meer_minder: [laag, hoog]}", "minder"),
        ("{stijgt_daalt: [laag, hoog]}", "stijgt"),
        ("{stijging_daling: [hoog, laag]}", "daling"),
        ("{ongeveer: hoog, op: 10000}", "ruim 50.000"),
    ],
)
def test_een_getal_of_woord_kan_uit_andere_getallen_volgen(tmp_path, proef, regel, tekst):
    twee = "".join(f'{naam}: {{realisatie: coa.bezetting, moment: "{jaar}-12-31"}}\n' for naam, jaar in (("laag", 2021), ("hoog", 2022)))
    assert lees(tmp_path, proef, twee + f"x: {regel}\n")["x"].tekst == tekst


@pytest.mark.parametrize(
    ("regel", "code"),
    [
        ("x: 5", "getallen-onjuist"),
        ("x: {indicator: coa.bezetting, jaar: 2, op: 1}", "getal-te-fijn"),
        ("x: {verschil: [bezetting, bezetting_begin], op: 0.1}", "getal-te-fijn"),
        ("x: {ongeveer: bezetting, op: 1}", "getal-te-fijn"),
        ("x: {indicator: coa.bezetting}", "getallen-onjuist"),
        ("x: {indicator: coa.bezetting, jaar: 2, moment: 1}", "getallen-onjuist"),
        ("x: {indicator: coa.bezetting, parameter: y}", "getallen-onjuist"),
        ("x: {verschil: [bezetting]}", "getallen-onjuist"),
        ("x: {verschil: [bezetting, inwilliging]}", "getallen-onjuist"),
        ("x: {ongeveer: richting}", "getallen-onjuist"),
        ("x: {ongeveer: bezeting}", "tekst-plaatshouder-onbekend"),
        ("x: {ongeveer: y}\ny: {ongeveer: x}", "getallen-kringverwijzing"),
        ("x: {indicator: coa.bezeting, jaar: 2}", "indicator-onbekend"),
        ("x: {indicator: ind.spoor4.verschoven_capaciteit, jaar: 2}", "indicator-niveau"),
        ("x: {een_op: bezetting_begin}", "getallen-onjuist"),
        ("x: {indicator: coa.bezetting, jaar: 2024}", "getallen-onjuist"),
        ("x: {indicator: coa.bezetting, jaar: 3}", "getallen-onjuist"),
        ("x: {realisatie: coa.bezetting, jaar: eind}", "getallen-onjuist"),
    ],
)
def test_een_verkeerde_regel_wordt_met_bestand_en_regel_gemeld(tmp_path, proef, regel, code):
    with pytest.raises(Fout) as fout:
        lees(tmp_path, proef, GETALLEN + regel + "\n")
    eerste = fout.value.problemen[0]
    assert eerste.code == code
    assert eerste.bestand.endswith("/getallen.yml")
    assert eerste.regel == GETALLEN.count("\n") + 1
    assert str(fout.value)


def vul(tekst, u, tmp_path):
    return vul_tekst(tekst, lees(tmp_path, u, GETALLEN), bestand="infographic/teksten.yml", regel=7, sleutel="kop")


def test_een_tekst_wordt_gevuld_en_ontsnapt(tmp_path, proef):
    html = vul("In {{ jaar_1 }} <b>{{richting}}</b> de bezetting", proef, tmp_path)
    assert html.startswith('In <span class="naam" data-bron="editie:jaren">2023</span> &lt;b&gt;<data class="getal woord"')


@pytest.mark.parametrize(
    ("tekst", "code", "regel"),
    [
        ("een\n{{ bezeting }}", "tekst-plaatshouder-onbekend", 8),
        ("{{ bezetting + 1 }}", "tekst-plaatshouder-onjuist", 7),
        ("{{ bezetting", "tekst-plaatshouder-onjuist", 7),
        ("een\ntwee\n{% if x %}", "tekst-plaatshouder-onjuist", 9),
        ("ruim 67.000 mensen", "tekst-cijfer-getypt", 7),
        ("de kans is\neen op acht", "tekst-cijfer-getypt", 8),
        ("{{ jaar_1 }}\nin 2024", "tekst-cijfer-getypt", 8),
        ("van de\nvijf\naanvragen", "tekst-cijfer-getypt", 8),
    ],
)
def test_een_verkeerde_tekst_wordt_met_regel_gemeld(tmp_path, proef, tekst, code, regel):
    with pytest.raises(Fout) as fout:
        vul(tekst, proef, tmp_path)
    assert (code, regel) in [(p.code, p.regel) for p in fout.value.problemen]
    assert str(fout.value)


def test_de_remedie_toont_hoe_een_plaatshouder_eruitziet():
    assert "{{{{" in catalogus()["tekst-plaatshouder-onjuist"].remedie


def test_een_getal_kan_van_andere_uitkomsten_zijn_en_noemt_die(tmp_path, proef):
    maanden = {id: np.stack([proef.maanden(id, scenario) for scenario in proef.scenarios]) for id in register()}
    ps = Parameterset(proef.ps.bestand, proef.ps.boom, proef.ps.pad, merk="variant:proef")
    variant = Uitkomsten(ps, proef.prognose, maanden)
    pad = tmp_path / "g.yml"
    pad.write_text("hier: {indicator: coa.bezetting, jaar: 1}\nmpp: {indicator: coa.bezetting, jaar: 1, van: mpp}\n", encoding="utf-8")
    getallen = maak_getallen(lees_yaml(pad), "g.yml", variant, {"mpp": proef})
    assert getallen["hier"].bron == "variant:proef:indicator:coa.bezetting"
    assert getallen["mpp"].bron == "indicator:coa.bezetting"


def test_een_kans_is_die_op_minder_of_op_meer_mensen_dan_een_scenario(tmp_path, u):
    getallen = lees(
        tmp_path,
        u,
        "onder: {kans_onder: minimum, jaar: 1}\nboven: {kans_boven: medio, jaar: 1}\nniet: {kans_onder: medio, jaar: 1}\n"
        "zeldzaam: {een_op: onder}\nvaak: {een_op: boven}\nmeestal: {van_de: niet}\n",
    )
    teksten = [getallen[naam].tekst for naam in ("onder", "boven", "niet", "zeldzaam", "vaak", "meestal")]
    assert teksten == ["13%", "33%", "67%", "een op acht", "een op drie", "twee van de drie"]


@pytest.mark.parametrize("van", ["mmp", "variant"])
def test_uitkomsten_die_er_niet_zijn_worden_met_regel_gemeld(tmp_path, proef, van):
    pad = tmp_path / "g.yml"
    pad.write_text(f"hier: {{indicator: coa.bezetting, jaar: 1, van: {van}}}\n", encoding="utf-8")
    for andere in ({}, {"mpp": proef}):
        with pytest.raises(Fout) as fout:
            maak_getallen(lees_yaml(pad), "g.yml", proef, andere)
        assert [(p.code, p.regel) for p in fout.value.problemen] == [("getallen-onjuist", 1)]
