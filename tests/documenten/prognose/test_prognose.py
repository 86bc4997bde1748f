"""The Prognose Eerste Asielinstroom: what a reader finds in it, and that it says what the rest of the edition says."""

import io
import threading
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest
from lxml import html

from mpp.controle.pakket.keuring import Keuring
from mpp.documenten.prognose import prognose
from mpp.getal.prognosetabellen import tabel_toekomstscenarios
from mpp.opendata.rijen import rijen_van
from mpp.problemen import Fout
from mpp.prognose.grenzen import grenzen
from mpp.prognose.prognose import KWANTIELEN
from mpp.redactie.maker import maak
from mpp.weergave.opmaak import opmaak
from tests.documenten.proef import kopie, vervang
from tests.documenten.prognose.conftest import STATUS
from tests.documenten.prognose.lees import koppen, onder, tabel, woorden
from tests.editie import PROJECT


def test_zelfde_invoer_zelfde_bytes(u, gemaakt):
    assert prognose(u, STATUS) == gemaakt
    assert set(gemaakt) == {"prognose.pdf", "prognose.html"}


def test_het_is_een_document_van_zes_tot_acht_paginas(gemaakt, gemaakt_juli):
    for bestanden in (gemaakt, gemaakt_juli):
        with pikepdf.open(io.BytesIO(bestanden["prognose.pdf"])) as pdf:
            assert 6 <= len(pdf.pages) <= 8


def test_elk_scenario_met_kans_verwachting_spreiding_en_waarop_het_rust(u, pagina):
    rijen = tabel(pagina, "scenarios")
    grond = onder(pagina, "De toekomstscenario’s").replace("’", "'")
    for rij, scenario in zip(rijen, u.prognose.sectie.scenarios, strict=True):
        w = scenario.jaren[u.jaren[0]]
        getallen = opmaak(w.kans, "aandeel"), opmaak(w.verwachting, "personen"), opmaak(w.spreiding, "personen")
        assert rij == [scenario.naam, scenario.soort, *getallen]
        assert f"{scenario.naam} ({scenario.soort})" in grond
        assert scenario.aanname.replace("’", "'") in grond


def test_de_scenarios_van_elk_jaar(u, pagina):
    rijen = tabel(pagina, "scenariojaren")
    assert len(rijen) == 3 * len(u.prognose.sectie.scenarios)
    for nummer, scenario in enumerate(u.prognose.sectie.scenarios):
        for rij, wat in zip(rijen[3 * nummer :], ("kans", "verwachting", "spreiding"), strict=False):
            eenheid = "aandeel" if wat == "kans" else "personen"
            assert rij[-len(u.jaren) :] == [opmaak(getattr(scenario.jaren[jaar], wat), eenheid) for jaar in u.jaren]


def test_de_dichtheid_noemt_in_woorden_wat_zij_toont(u, pagina):
    beelden = [beeld.get("alt") for beeld in pagina.iter("img")]
    (dichtheid,) = [alt for alt in beelden if alt.startswith("Kansdichtheid met een schaal op beide assen.")]
    for naam in KWANTIELEN:
        assert f"{naam} {opmaak(u.waarde('instroom.eerste_aanvragen', u.jaren[0], naam), 'personen')}" in dichtheid.lower()
    assert "75% van de kansen" in dichtheid


def test_de_tabel_van_kansen_houdt_op_waar_geen_jaar_er_nog_een_procent_boven_komt(u, pagina):
    rijen, alle = tabel(pagina, "kansen"), grenzen(u.prognose)
    assert [rij[0] for rij in rijen] == [f"Meer dan {opmaak(n, 'personen', 1)} personen" for n in alle]
    assert {b - a for a, b in pairwise(alle)} == {alle[1] - alle[0]}
    assert set(rijen[-1][1:]) == {"<1%"}
    assert all(set(rij[1:]) != {"<1%"} for rij in rijen[:-1])
    for rij, n in zip(rijen, alle, strict=True):
        for kans, jaar in zip(rij[1:], u.jaren, strict=True):
            p = u.prognose.kans_boven(jaar, n)
            assert kans == ("<1%" if p < 0.01 else ">99%" if p > 0.99 else opmaak(p, "aandeel"))


def test_elk_jaar_met_zijn_scenarios_en_hoe_ver_die_uit_elkaar_liggen(u, pagina):
    for rij, jaar in zip(tabel(pagina, "per-jaar"), u.jaren, strict=True):
        laag, medio, hoog = (u.waarde("instroom.eerste_aanvragen", jaar, s) for s in u.scenarios)
        assert [rij[0], rij[2], rij[4], rij[5], rij[6]] == [str(jaar), *(opmaak(w, "personen") for w in (laag, medio, hoog, hoog - laag))]
        assert rij[1] == opmaak(u.prognose.verwachting(jaar), "personen")
        assert rij[7] == opmaak((hoog - laag) / medio, "aandeel")


def test_de_scenarios_zijn_die_van_de_open_data(u, pagina):
    rijen = rijen_van(u, "2023-1", ["instroom.eerste_aanvragen"])
    gepubliceerd = {(str(r["periode"])[:4], r["scenario"]): float(str(r["waarde"])) for r in rijen}
    for rij in tabel(pagina, "per-jaar"):
        for plaats, naam in ((2, "minimum"), (4, "medio"), (5, "maximum")):
            assert rij[plaats] == opmaak(gepubliceerd[rij[0], naam], "personen")


def test_dezelfde_scenarios_als_de_rapportage(u, pagina):
    rapportage = tabel_toekomstscenarios(u.jaren[0], u=u)
    assert tabel(pagina, "scenarios") == [[cel if isinstance(cel, str) else cel.tekst for cel in rij] for rij in rapportage.rijen]


def test_elk_getal_is_verantwoord_en_de_pdf_zegt_wat_de_pagina_zegt(u, juli, gemaakt, gemaakt_juli):
    for uitkomsten, bestanden in ((u, gemaakt), (juli, gemaakt_juli)):
        verslagen = Keuring(uitkomsten, STATUS).sjabloon(bestanden, "prognose", beleid=False)
        assert [str(p) for v in verslagen for p in v.problemen] == []
        assert all(v.gezien == v.verantwoord > 100 for v in verslagen)


def test_een_getypt_getal_is_een_fout_ook_waar_deze_editie_het_niet_zegt(u, tmp_path):
    wortel = kopie(tmp_path, "prognose")
    vervang(
        wortel / "prognose" / "teksten.yml",
        ("Nog niets.", "Nog niets van de 40.000."),
        ("Wat kwam, telt op twee manieren.", "Wat kwam, 15.000 mensen, telt."),
        ("waren er {{ vorig }}", "waren er 35.535"),
    )
    with pytest.raises(Fout) as fout:
        prognose(u, STATUS, wortel)
    gevonden = [p for p in fout.value.problemen if p.code == "tekst-cijfer-getypt"]
    assert {p.gegevens["stukje"] for p in gevonden} == {"40.000.", "15.000", "35.535"}
    assert all(p.bestand == "prognose/teksten.yml" and p.regel for p in gevonden)


def test_een_ander_getal_van_de_prognose_dan_er_is_wordt_met_zijn_keuzes_verteld(u, tmp_path):
    wortel = kopie(tmp_path, "prognose")
    vervang(
        wortel / "prognose" / "getallen.yml",
        ("{prognose: mediaan, jaar: 1}", "{prognose: modus, jaar: 1}"),
        ("{gekomen: aandeel}", "{gekomen: deel}"),
        ("{eerdere_prognoses: binnen}", "{eerdere_prognoses: buiten}"),
    )
    with pytest.raises(Fout) as fout:
        prognose(u, STATUS, wortel)
    meldingen = {p.gegevens["naam"]: str(p) for p in fout.value.problemen if p.code == "getallen-onjuist"}
    assert meldingen.keys() == {"mediaan", "gekomen_aandeel", "binnen"}
    for naam, keuzes in (("mediaan", "verwachting"), ("gekomen_aandeel", "aandeel"), ("binnen", "met_interval")):
        assert keuzes in meldingen[naam]


class TestEerderePrognoses:
    def test_naast_wat_kwam_en_naast_het_laatste_hele_jaar(self, pagina):
        rijen = tabel(pagina, "eerdere")
        assert [rij[:2] for rij in rijen] == [["MPP 2021-2", "2022"], ["MPP 2022-1", "2022"], ["MPP 2022-2", "2022"]]
        kwam = 47991 + 1500
        for rij, verwacht, vorig, jaar in zip(rijen, (34370, 41500, None), (19610, 37150, 37150), (2020, 2021, 2021), strict=True):
            assert rij[4] == opmaak(kwam, "personen", 100)
            assert rij[5] == ("·" if verwacht is None else opmaak(verwacht / kwam - 1, "aandeel"))
            assert rij[7] == f"{opmaak(vorig, 'personen')} ({jaar})"
            assert rij[8] == opmaak(vorig / kwam - 1, "aandeel")

    def test_of_wat_kwam_binnen_het_interval_ligt_en_hoe_vaak(self, pagina):
        assert [(rij[3], rij[6]) for rij in tabel(pagina, "eerdere")] == [("·", "·"), ("·", "·"), ("48.200–55.700", "binnen")]
        tekst = onder(pagina, "Eerdere prognoses en wat er kwam")
        assert "Het gaat om 3 prognoses; van 1 is een minimum en een maximum bekend, en de uitkomst lag 1 keer daartussen." in tekst

    def test_in_gewone_woorden_hoe_weinig_dat_bewijst(self, pagina):
        tekst = onder(pagina, "Eerdere prognoses en wat er kwam")
        assert "bewijst weinig" in tekst
        assert "geen losse proeven" in tekst

    def test_hoe_ver_een_jaar_van_het_jaar_ervoor_lag(self, u, pagina):
        kwam = {int(jaar): w.waarde for jaar, w in u.ps.realisaties["instroom.eerste_aanvragen"].waarden.items()}
        for jaar, nu, toen, verschil, procent in tabel(pagina, "jaar-op-jaar"):
            a, b = kwam[int(jaar) - 1], kwam[int(jaar)]
            plus = "+" if b > a else ""
            assert (nu, toen) == (opmaak(b, "personen"), opmaak(a, "personen"))
            assert (verschil, procent) == (plus + opmaak(b - a, "personen"), plus + opmaak(b / a - 1, "aandeel"))


class TestWatErAlIsGekomen:
    KOP = "Wat er in dit jaar al is gekomen"

    def test_met_de_peildatum_op_1_januari_is_dat_niets_en_dat_staat_er(self, pagina):
        tekst = onder(pagina, self.KOP)
        assert tekst.startswith("Nog niets. De peildatum van MPP 2023-1 is 1 januari 2023")
        assert not pagina.xpath("//caption[@id='tabel-vooraf']")
        assert "Kans nu" not in woorden(pagina)

    def test_na_een_half_jaar_staan_vooraf_en_nu_naast_elkaar(self, juli, pagina_juli):
        rijen = {rij[0]: rij[1:] for rij in tabel(pagina_juli, "vooraf")}
        jaar, vooraf = juli.jaren[0], juli.prognose.vooraf
        for naam, deel in (("Minimum", 0.125), ("Middelste waarde", 0.5), ("Medio", 2 / 3), ("Maximum", 0.875)):
            toen, nu = vooraf.kwantiel(jaar, deel), juli.prognose.kwantiel(jaar, deel)
            assert rijen[naam][:2] == [opmaak(toen, "personen"), opmaak(nu, "personen")]
        assert vooraf.gekomen is None
        assert "Nog niets" not in woorden(pagina_juli)

    def test_en_wat_kwam_naast_wat_voor_die_maanden_werd_verwacht(self, juli, pagina_juli):
        kwam = juli.prognose.gekomen
        verwacht = kwam.aandeel * juli.prognose.vooraf.verwachting(2023)
        tekst = onder(pagina_juli, self.KOP)
        assert f"In 2023 kwamen er van januari tot en met juni {opmaak(kwam.aantal, 'personen')} eerste aanvragen." in tekst
        assert f"valt {opmaak(kwam.aandeel, 'aandeel')} van een jaar in die maanden" in tekst
        assert f"bij de verwachting van vooraf waren dat {opmaak(verwacht, 'personen')} aanvragen" in tekst
        assert "Medio is daardoor lager dan vooraf." in tekst

    def test_de_kans_van_elk_scenario_nu_staat_naast_die_van_vooraf(self, juli, pagina_juli):
        nu = juli.prognose.kansen(2023)
        for rij, scenario in zip(tabel(pagina_juli, "scenarios"), juli.prognose.sectie.scenarios, strict=True):
            assert rij[2:4] == [opmaak(scenario.jaren[2023].kans, "aandeel"), opmaak(nu[scenario.id], "aandeel")]

    def test_en_de_dichtheid_vooraf_achter_die_van_nu(self, pagina_juli):
        (alt,) = [beeld.get("alt") for beeld in pagina_juli.iter("img") if beeld.get("alt").startswith("Twee kansdichtheden")]
        assert "Vooraf: De top ligt bij" in alt
        assert "Nu: De top ligt bij" in alt


def test_zonder_addendum_staat_er_niets_van(pagina):
    assert "ddendum" not in woorden(pagina)
    assert "Wat is geteld" in list(koppen(pagina))


def test_de_titel_in_kop_en_tabblad(pagina, u):
    assert pagina.findtext(".//title") == "Prognose Eerste Asielinstroom – MPP 2023-1"
    assert woorden(pagina.find(".//h1")) == "Prognose Eerste Asielinstroom"
    assert u.editie.verklaring in woorden(pagina)


def test_een_concept_zegt_dat_op_elke_pagina(u):
    blad = html.document_fromstring(prognose(u, replace(STATUS, concept=True))["prognose.html"])
    assert "CONCEPT" in woorden(blad.find_class("staat")[0])


def test_het_bureau_toont_elke_bladzijde():
    uitslag = maak("prognose", PROJECT, threading.Event())
    assert uitslag.problemen == ()
    assert len(uitslag.paginas) >= 6
