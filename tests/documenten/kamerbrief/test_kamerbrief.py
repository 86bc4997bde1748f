"""The annex to the letter: rounded figures, which edition, what they count and what they are not."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from mpp.documenten.kamerbrief import kamerbrief
from mpp.problemen import Fout
from mpp.ronde.correctie import Correctie
from mpp.ronde.status import Status
from mpp.uitkomsten import register
from mpp.weergave.opmaak import opmaak
from tests.documenten.proef import kopie, vervang

STATUS = Status(concept=False, redenen=(), classificatie="openbaar", route="A")


@pytest.fixture(scope="module")
def pagina(u):
    return html.fromstring(kamerbrief(u, STATUS)["kamerbrief-bijlage.html"])


@pytest.fixture
def wortel(tmp_path) -> Path:
    return kopie(tmp_path, "kamerbrief")


def woorden(element) -> str:
    return " ".join(element.text_content().split())


def test_tabellen_geven_elke_indicator_in_drie_scenarios_per_jaar(pagina, u):
    namen = {i.naam: i for i in register().values()}
    for tbody in pagina.iter("tbody"):
        indicator = namen[re.sub(r"\s*\d+$", "", woorden(tbody[0][0]))]
        for rij, scenario in zip(tbody, u.scenarios, strict=True):
            assert woorden(rij.find_class("scenario")[0]) == scenario
            getallen = [woorden(td) for td in rij.iter("td")]
            assert getallen == [opmaak(u.waarde(indicator.id, jaar, scenario), indicator.eenheid) for jaar in u.jaren]


def test_getallen_zijn_afgerond_op_ten_minste_tientallen(pagina):
    for data in pagina.iter("data"):
        if "woord" not in data.get("class") and "%" not in data.text_content():
            assert float(data.get("data-afronding")) >= 10


def test_elke_indicator_heeft_een_noot_en_elke_noot_een_indicator(pagina):
    verwijzingen = [a.get("href") for a in pagina.find_class("footnote-ref")]
    noten = [f"#{li.get('id')}" for li in pagina.find_class("footnotes")[0].iter("li")]
    assert verwijzingen == noten
    assert len(noten) == len(list(pagina.iter("tbody")))


def test_noemt_de_editie_en_wat_een_prognose_is(pagina, u):
    tekst = woorden(pagina)
    assert u.editie.naam in tekst
    assert "op het moment van samenstellen" in tekst
    for woord in ("inzichten", "risico’s", "onzekerheden", "aannames"):
        assert woord in tekst


def test_zelfde_invoer_zelfde_bytes(u):
    assert kamerbrief(u, STATUS) == kamerbrief(u, STATUS)


def fouten(u, wortel, *vervangingen):
    vervang(wortel / "kamerbrief" / "teksten.yml", *vervangingen)
    with pytest.raises(Fout) as fout:
        kamerbrief(u, STATUS, wortel)
    return {p.code: p for p in fout.value.problemen}


def test_problemen_in_een_keer_met_hun_regel(u, wortel):
    gevonden = fouten(
        u,
        wortel,
        ("coa.capaciteit, gemeenten", "coa.kapaciteit, gemeenten"),
        ("noten: [totaal, eerste, nareis, amv]", "noten: [totaal, eerste, nareis]"),
        ("Gemeenten huisvesten in medio", "Gemeenten huisvesten in 2023 in medio"),
    )
    assert gevonden.keys() >= {"indicator-onbekend", "tabel-noten", "tekst-cijfer-getypt"}
    assert "coa.capaciteit" in gevonden["indicator-onbekend"].remedie
    assert all(p.bestand == "kamerbrief/teksten.yml" and p.regel for p in gevonden.values())


def test_een_versie_met_een_correctie_zegt_dat_in_de_brief_en_in_de_naam(u):
    correctie = Correctie(
        versie="2023-1.1", soort="correctie", datum="2023-06-01", door="APM", wat="Een tabel is verbeterd.", waarom="Een rij ontbrak."
    )
    blad = html.fromstring(kamerbrief(u, replace(STATUS, versie="2023-1.1", correcties=(correctie,)))["kamerbrief-bijlage.html"])
    assert [woorden(p) for p in blad.find_class("correctie")] == [
        "Versie 2023-1.1 (correctie, 1 juni 2023): Een tabel is verbeterd. Waarom: Een rij ontbrak."
    ]
    assert blad.findtext(".//title") == "Bijlage bij de Kamerbrief – MPP 2023-1.1"
    assert "MPP 2023-1.1 (openbare reconstructie)" in woorden(blad.find_class("staat")[0])
