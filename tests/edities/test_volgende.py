"""When the root is another edition on other years, the ones before it are read as they stood, each on its own years."""

import json
import re
from dataclasses import replace

import pytest
from matplotlib.text import Text

import figures
from mpp.edities.eerder import eerdere_edities
from mpp.edities.kader import BEGIN
from mpp.edities.kant import Kant, lees_kant
from mpp.edities.map import UITKOMSTEN
from mpp.edities.oorzaken import PROGNOSE
from mpp.edities.vergelijking import GEKOMEN, MODEL, Vergelijking, met_vorige
from mpp.getal import bijstellingen
from mpp.getal.bijstellingen import (
    bijstelling,
    effect,
    eigen_uitkomst,
    gepubliceerd_vorig,
    herrekening,
    p_vorig,
    tabel_oorzaken,
    tabel_significant,
    uit_realisatie,
    vorig,
)
from mpp.getal.cijfers import n
from mpp.getal.eerder import eerder, tabel_eerder
from mpp.getal.gewijzigd import aantal_gelijk, tabel_gewijzigd
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


def test_van_een_reconstructie_staat_erbij_welke_eigen_uitkomst_is_gepubliceerd(later, u, monkeypatch):
    ids, jaar, titel = ["instroom.totaal", "coa.capaciteit"], GEMEEN[0], "MPP 2023-1 (openbare reconstructie)"
    alles = f"Eigen uitkomst van {titel}: die van de reconstructie."
    assert eigen_uitkomst(ids, jaar, u=later).tekst == alles
    for tabel in (tabel_oorzaken(ids, jaar, u=later), tabel_significant(jaar, u=later)):
        assert alles in [noot if isinstance(noot, str) else noot.tekst for noot in tabel.noten]
    figuur = figures.lees("bijstellingen")
    assert figures.alt("bijstellingen", later).endswith(alles)
    getekend = " ".join(" ".join(t.get_text() for t in figuur.teken(later).findobj(Text)).split())
    assert alles.rstrip(".") in getekend
    met = bijstellingen._verschil

    def genoemd(id, *waarover):
        d = met(id, *waarover)
        return replace(d, gepubliceerd_oud=d.gepubliceerd_oud.model_copy(update={"bron": "pers"})) if id == "instroom.totaal" else d

    monkeypatch.setattr(bijstellingen, "_verschil", genoemd)
    deels = "bij totale asielinstroom gepubliceerd, bij benodigde opvangcapaciteit die van de reconstructie."
    assert eigen_uitkomst(ids, jaar, u=later).tekst == f"Eigen uitkomst van {titel}: {deels}"
    assert eigen_uitkomst(ids, 2023, u=u).tekst == ""


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


def test_wat_na_afronding_gelijk_is_wordt_geteld_en_niet_getoond(mpp, volgende, monkeypatch, later):
    """A stock that the model gave and one that was entered, less than their rounding apart."""
    monkeypatch.chdir(volgende.wortel)
    in_medio = [b for b in met_vorige(later).bijstellingen if b.scenario in (None, "medio")]
    tabel = tabel_gewijzigd(u=later)
    (noot,) = tabel.noten
    assert noot.tekst == f"Alleen achter de getoonde afronding anders, en daarom niet vermeld: {aantal_gelijk(later)} waarden."
    assert 0 < aantal_gelijk(later) < len(in_medio)
    for _, oud, nieuw, _ in tabel.rijen:
        getallen = [re.findall(r">([^<]+)</data>", cel) for cel in (oud, nieuw)]
        assert all(a != b for a, b in zip(*getallen, strict=False))
    uit = mpp("diff", "2023-1", "2023-2").uit
    assert "en daarom niet vermeld: " in uit
    assert all(a != b for a, b in re.findall(r"\S+ (\S+) → (\S+?)(?:;|$)", uit))


def test_een_cijfer_van_een_eerdere_editie_is_wat_zij_publiceerde(later, u):
    """Of what others told what they told, with their source; else what she computed herself."""
    genoemd = eerder("2022-2", "instroom.totaal", 2023, u=later)
    berekend = eerder("2023-1", "coa.bezetting", 2025, "medio", u=later)
    assert (genoemd.waarde, berekend.waarde) == (50650, u.waarde("coa.bezetting", 2025))
    assert eerder("2023-1", "instroom.totaal", 2023, "planning van het kabinet", u=later).waarde == 70000
    narekening = Narekening(later)
    for getal in (genoemd, berekend):
        assert lees_oorsprong(getal.herkomst).reken(narekening.van) == getal.waarde
    tabel = tabel_eerder("coa.bezetting", u=later)
    assert [rij[2].tekst for rij in tabel.rijen] == ["MPP 2022-1", *["MPP 2023-1"] * len(GEMEEN)]
    noot = "Uitkomst van MPP 2023-1 (openbare reconstructie): wat de reconstructie zelf gaf, en geen gepubliceerd cijfer."
    assert noot in [n if isinstance(n, str) else n.tekst for n in tabel.noten]


def test_wat_bij_de_bewaarde_editie_aansloot_staat_naast_deze(later, u):
    """Orders, decisions and estimates: what she took her parameters from, though it is no outcome of hers."""
    aansluitend = {(c.indicator, c.jaar): c.waarde for c in u.ps.gepubliceerd if c.aansluitend}
    assert {(c.indicator, c.jaar): c.waarde for c in eerdere_edities(later.ps)["2023-1"].aansluitend} == aansluitend
    assert "2023-1" in eerdere_edities(u.ps)
    assert not eerdere_edities(u.ps)["2023-1"].aansluitend
    rijen = tabel_eerder(*{id for id, _ in aansluitend}, u=later).rijen
    assert {rij[4].waarde for rij in rijen if rij[3] == "opdracht, besluit of raming"} == set(aansluitend.values())
    assert eerder("2023-1", "ind.spoor4.beslissingen", 2023, "medio", u=later).waarde != aansluitend["ind.spoor4.beslissingen", 2023]


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
    """The year is compared whole: what came in of it is a cause, and so are the opening stocks."""
    v = Vergelijking(lees_kant("2023-1", PROJECT.laad()), Kant(juli.ps))
    assert v.jaren == u.jaren
    for id in ("instroom.eerste_aanvragen", "ind.spoor4.beslissingen", "coa.bezetting"):
        d = v.verschil(id, 2023)
        assert (d.oud, d.nieuw) == (u.waarde(id, 2023), pytest.approx(juli.waarde(id, 2023)))
        assert sum(d.effecten.values()) == pytest.approx(d.totaal, abs=1e-6)
        assert d.effecten[GEKOMEN] != 0
    assert v.verschil("coa.bezetting", 2023).effecten[BEGIN] != 0


def test_wat_er_kwam_is_geen_andere_prognose(juli, u):
    """The futures are those of January: that they are more or less likely now is because of what came."""
    v = Vergelijking(lees_kant("2023-1", PROJECT.laad()), Kant(juli.ps))
    assert PROGNOSE not in {b.parameter for b in v.bijstellingen} | {g.id for g in v.groepen}
    assert (GEKOMEN, "Realisatie tot de peildatum", "realisatie") in v.effecten
    d = v.verschil("instroom.eerste_aanvragen", 2023)
    assert {id for id, waarde in d.effecten.items() if abs(waarde) > 1e-6} == {GEKOMEN}
    assert d.effecten[GEKOMEN] == pytest.approx(juli.prognose.scenario("medio")[0] - u.prognose.scenario("medio")[0])


def test_wat_er_kwam_werkt_door_met_de_rest_van_het_jaar_dat_anders_wordt_verwacht(juli):
    """Both ways, of a flow the months themselves and what they say of the rest, of a stock only the rest."""
    kanten = [lees_kant("2023-1", PROJECT.laad()), Kant(juli.ps)]
    v, andersom = Vergelijking(*kanten), Vergelijking(*reversed(kanten))
    n = juli.editie.gerealiseerd
    for id in ("instroom.totaal", "ind.spoor4.beslissingen"):
        eigen = v._kader.eigen.maanden(id, "medio")
        maanden = juli.maanden(id, "medio")[:n].sum() - eigen[:n].sum()
        rest = v.verschil(id, 2023).effecten[GEKOMEN] - maanden
        assert rest == pytest.approx(v.uitkomsten.waarde(id, 2023, "oud:medio") - v.uitkomsten.waarde(id, 2023, f"{GEKOMEN}:medio"))
    for id in ("instroom.totaal", "coa.bezetting", "ind.spoor4.voorraad"):
        for jaar in (2023, 2025):
            heen, terug = v.verschil(id, jaar).effecten, andersom.verschil(id, jaar).effecten
            assert terug[GEKOMEN] == pytest.approx(-heen[GEKOMEN], abs=1e-6)


def test_op_een_eerste_januari_is_er_niets_binnengekomen(later):
    assert GEKOMEN not in {id for id, _, _ in met_vorige(later).effecten}
    assert effect("coa.bezetting", GEMEEN[0], GEKOMEN, u=later).waarde == 0
    assert uit_realisatie("coa.bezetting", GEMEEN[0], u=later).tekst == ""
