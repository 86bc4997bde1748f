"""When the root is another edition on other years, the ones before it are read as they stood, each on its own years."""

import json
import re

import pytest

from mpp.edities.eerder import eerdere_edities
from mpp.edities.kader import BEGIN
from mpp.edities.kant import Kant, lees_kant
from mpp.edities.map import UITKOMSTEN
from mpp.edities.oorzaken import PROGNOSE
from mpp.edities.vergelijking import MODEL, Vergelijking, met_vorige
from mpp.getal.bijstellingen import bijstelling, gepubliceerd_vorig, herrekening, p_vorig, tabel_gewijzigd, vorig
from mpp.getal.cijfers import n
from mpp.getal.eerder import eerder, tabel_eerder
from mpp.getal.terugblik import alle_terugblikken
from mpp.herkomst.narekenen import Narekening
from mpp.herkomst.oorsprong import lees_oorsprong
from mpp.productiemodel import keten
from mpp.uitgave.nakijken import _eerder
from mpp.uitkomsten import SCENARIOS, indicatoren
from mpp.weergave.opmaak import opmaak
from tests.editie import PROJECT
from tests.edities.volgende import JAREN

GEMEEN = JAREN[:-1]


def test_een_vergelijking_gaat_over_de_jaren_van_beide(later):
    assert met_vorige(later).jaren == GEMEEN
    assert met_vorige(later).oud.ps.editie.jaren == (2023, *GEMEEN)


def test_een_bewaarde_editie_staat_er_met_wat_zij_publiceerde(later, u):
    """As data: the same numbers that were computed when she stood at the root."""
    v = met_vorige(later)
    for id in indicatoren("intern"):
        for scenario in SCENARIOS:
            d = v.verschil(id, 2025, scenario)
            assert (d.oud, d.gepubliceerd_oud.bron) == (u.waarde(id, 2025, scenario), UITKOMSTEN)
            assert d.effecten[MODEL] == 0
            assert d.nieuw == later.waarde(id, 2025, scenario)


@pytest.mark.parametrize("andersom", [False, True])
def test_de_effecten_tellen_op_tot_het_verschil_ook_als_een_later_begint(later, andersom):
    kanten = [lees_kant(editie, later.ps) for editie in ("2023-1", "2023-2")]
    v = Vergelijking(*(reversed(kanten) if andersom else kanten))
    for id in indicatoren("intern"):
        for jaar in (GEMEEN[0], GEMEEN[-1]):
            d = v.verschil(id, jaar, "maximum")
            assert sum(d.effecten.values()) == pytest.approx(d.totaal, rel=1e-9, abs=1e-6)


def test_de_beginstand_wordt_gehouden_naast_wat_het_model_voor_die_dag_gaf(later, u):
    begin = {b.parameter: b for b in met_vorige(later).bijstellingen if b.oorzaak.id == BEGIN and b.scenario in (None, "medio")}
    for id, voorraad in keten().voorraden.items():
        if u.waarde(id, 2023) == later.ps.vast(voorraad.begin):
            assert voorraad.begin not in begin
            continue
        b = begin[voorraad.begin]
        assert (b.oud, b.nieuw) == (pytest.approx(u.waarde(id, 2023)), later.ps.vast(voorraad.begin))
        assert "voor 1 januari 2024" in b.grondslag_oud.toelichting


def test_wat_gelijk_bleef_is_geen_bijstelling(later):
    """Only what was shifted on purpose: the opening stocks, and the taakstelling that was decided a year later."""
    gewijzigd = {b.parameter for b in met_vorige(later).bijstellingen if b.oorzaak.id != BEGIN}
    assert gewijzigd == {"gemeenten.taakstelling_vastgesteld"}
    assert PROGNOSE not in gewijzigd


def test_een_hoofdstuk_noemt_de_vorige_editie_op_haar_jaren(later, u):
    jaar = GEMEEN[0]
    assert gepubliceerd_vorig("coa.bezetting", jaar, u=later).waarde == u.waarde("coa.bezetting", jaar)
    assert vorig("coa.bezetting", jaar, u=later).waarde == pytest.approx(u.waarde("coa.bezetting", jaar))
    assert herrekening("coa.bezetting", jaar, u=later).waarde == pytest.approx(0, abs=1e-6)
    assert p_vorig("ind.spoor4.productie", 2023, u=later).waarde == u.ps.jaren("ind.spoor4.productie")[0]
    verschil = n("coa.bezetting", jaar, u=later).waarde - u.waarde("coa.bezetting", jaar)
    assert bijstelling("coa.bezetting", jaar, u=later).waarde == pytest.approx(verschil)


def test_een_doorgerekende_stand_wordt_niet_fijner_getoond_dan_een_uitkomst(mpp, volgende, monkeypatch, later):
    monkeypatch.chdir(volgende.wortel)
    tabel = " ".join(str(cel) for rij in tabel_gewijzigd(u=later).rijen for cel in rij[1:3])
    uit = mpp("diff", "2023-1", "2023-2").uit
    assert "ind.spoor4.beginvoorraad" in uit
    for tekst in (tabel, uit):
        assert not re.search(r",\d{3}", tekst)


def test_een_cijfer_van_een_eerdere_editie_is_wat_zij_publiceerde(later, u):
    """Of what others told what they told, with their source; else what she computed herself."""
    genoemd = eerder("2022-2", "instroom.totaal", 2023, u=later)
    berekend = eerder("2023-1", "coa.bezetting", 2025, "medio", u=later)
    assert (genoemd.waarde, berekend.waarde) == (50650, u.waarde("coa.bezetting", 2025))
    assert eerder("2023-1", "instroom.totaal", 2023, "planning van het kabinet", u=later).waarde == 70000
    narekening = Narekening(later)
    for getal in (genoemd, berekend):
        assert lees_oorsprong(getal.herkomst).reken(narekening.van) == getal.waarde
    edities = [rij[2].tekst for rij in tabel_eerder("coa.bezetting", u=later).rijen]
    assert edities == ["MPP 2022-1", *["MPP 2023-1"] * len(GEMEEN)]


def test_de_terugblikken_rekenen_op_hun_eigen_jaren(later):
    assert {id: blik.ps.editie.jaren for id, blik in alle_terugblikken(later).items()} == {"2020": (2020, 2021), "2022": (2022,)}


def test_geen_eerdere_editie_leest_het_bestand_aan_de_wortel(volgende, later, u):
    """What 2022-2 and 2023-1 say of each other is the same as when 2023-1 stood there."""
    nu = Vergelijking(*(lees_kant(editie, later.ps) for editie in ("2022-2", "2023-1")))
    toen = Vergelijking(*(lees_kant(editie, u.ps) for editie in ("2022-2", "2023-1")))
    assert nu.jaren == toen.jaren
    assert nu.bijstellingen == toen.bijstellingen
    assert nu.verschil("coa.bezetting", 2024).effecten == pytest.approx(toen.verschil("coa.bezetting", 2024).effecten)
    assert list(eerdere_edities(later.ps)) == ["2021-2", "2022-1", "2022-2", "2023-1"]


def test_alles_wordt_nagekeken_en_is_goed(later):
    assert _eerder(later.ps) == []


def test_mpp_diff_vergelijkt_ze(mpp, volgende, monkeypatch):
    monkeypatch.chdir(volgende.wortel)
    uit = json.loads(mpp("diff", "2023-1", "2023-2", "--json", "--indicator", "coa.bezetting").uit)
    assert uit["jaren"] == list(GEMEEN)
    assert (uit["oud"]["bestand"], uit["nieuw"]["bestand"]) == ("edities/2023-1/parameters.yml", "parameters.yml")
    assert {d["gepubliceerd_oud"] for d in uit["verschillen"]} == {UITKOMSTEN}
    tekst = mpp("diff", "2022-2", "2023-2", "--indicator", "coa.bezetting")
    assert tekst.code == 0
    assert [regel.split()[0] for regel in tekst.uit.splitlines() if regel.startswith("  20")] == [str(jaar) for jaar in GEMEEN]


def test_wat_een_eerdere_editie_berekende_wordt_uitgelegd_met_haar_parameters(mpp, volgende, monkeypatch, u):
    """What others told of her has a source, and no reckoning."""
    monkeypatch.chdir(volgende.wortel)
    uit = mpp("explain", "editie:2023-1:coa.bezetting", "2025|medio", "--depth", 0).uit
    assert uit.startswith(f"Bezetting COA, 2025, scenario medio: {opmaak(u.waarde('coa.bezetting', 2025), 'personen')} personen")
    assert "MPP 2023-1" in uit
    genoemd = mpp("explain", "editie:2022-2:instroom.totaal", "2023|niet genoemd")
    assert (genoemd.code, "heeft een bron" in genoemd.fout) == (2, True)


def test_een_ronde_halverwege_het_jaar_wordt_vergeleken_met_die_van_januari(juli, u):
    """The months that came in are part of what lies before the opening stocks; the year is compared whole."""
    v = Vergelijking(lees_kant("2023-1", PROJECT.laad()), Kant(juli.ps))
    assert v.jaren == u.jaren
    for id in ("instroom.eerste_aanvragen", "ind.spoor4.beslissingen", "coa.bezetting"):
        d = v.verschil(id, 2023)
        assert (d.oud, d.nieuw) == (u.waarde(id, 2023), pytest.approx(juli.waarde(id, 2023)))
        assert sum(d.effecten.values()) == pytest.approx(d.totaal, abs=1e-6)
        assert d.effecten[BEGIN] != 0
