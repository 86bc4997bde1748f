"""What changed between two editions is split over causes, and the parts add up to the whole."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mpp.edities.kader import reken
from mpp.edities.kant import Kant, lees_kant
from mpp.edities.oorzaken import PROGNOSE, Oorzaak, oorzaak, oorzaken
from mpp.edities.vergelijking import INTERACTIE, MODEL, Bijstelling, Grondslag, Vergelijking
from mpp.parameters import Parameterset
from mpp.parameters.overlay import leg_over
from mpp.problemen import Fout
from mpp.productiemodel import keten
from mpp.productiemodel.verwijzing import Som
from mpp.uitkomsten import SCENARIOS, bereken, register
from tests.editie import PROJECT

PS = PROJECT.laad()

TWEE_JAREN = """\
editie: {id: kort, naam: Kort, jaren: [2023, 2024]}
prognose:
  omschrijving: Eerste asielaanvragen.
  verdeling: normaal
  zaad: 1
  samenhang_jaren: 0
  scenarios:
    - id: gelijk
      naam: Blijft gelijk
      soort: uitsluitend
      aanname: Voor een toets.
      jaren:
        2023: {kans: 1, verwachting: 40000, spreiding: 5000}
        2024: {kans: 1, verwachting: 40000, spreiding: 5000}
"""


@pytest.fixture(scope="module")
def edities():
    return Vergelijking(lees_kant("2022-2", PS), lees_kant("2023-1", PS))


def maal(factoren: dict[str, float]) -> Kant:
    """The edition with every value of some parameters times a factor."""
    return Kant(PS.met({id: {periode: w.waarde * factor for periode, w in PS[id].waarden.items()} for id, factor in factoren.items()}))


def overlay(map_: Path, tekst: str) -> Kant:
    pad = map_ / "anders.yml"
    pad.write_text(tekst, encoding="utf-8")
    return Kant(leg_over(PS, pad))


# ---- causes ----


def test_elke_parameter_hoort_bij_een_oorzaak():
    assert all(isinstance(oorzaak(id), Oorzaak) for id in (PROGNOSE, *PS.parameters))
    with pytest.raises(LookupError, match="nieuwe_organisatie"):
        oorzaak("nieuwe_organisatie.parameter")


def test_elke_oorzaak_heeft_een_parameter():
    assert {oorzaak(id).id for id in (PROGNOSE, *PS.parameters)} == oorzaken().keys()


def test_het_langste_begin_van_een_naam_beslist():
    assert oorzaak("ind.spoor4.productie").id == "productie"
    assert oorzaak("ind.spoor4.beginvoorraad").id == "beginstanden"
    assert oorzaak("ind.nareis.inwilligingspercentage").id == "inwilliging"
    assert oorzaak("ind.nareis.inreisduur").id == "nareis"


def test_beginstanden_zijn_de_parameters_waarmee_het_model_begint():
    model = keten()
    begin = {id for v in model.voorraden.values() for id in (v.begin, *(ref.id for ref in (v.rij.parameters if v.rij else ())))}
    begin |= {ref.voor.id for b in model.berekeningen.values() for ref in b.leest.values() if isinstance(ref, Som) and ref.voor}
    assert {id for id in PS.parameters if oorzaak(id).id == "beginstanden"} == begin


# ---- adding up ----


def test_een_editie_verschilt_niet_van_zichzelf():
    v = Vergelijking(Kant(PS), Kant(PS))
    assert v.bijstellingen == ()
    for id in register():
        verschil = v.verschil(id, PS.editie.jaren[-1])
        assert (verschil.totaal, dict(verschil.effecten)) == (0, {INTERACTIE: 0, MODEL: 0})


@settings(max_examples=8)
@given(
    factoren=st.dictionaries(st.sampled_from(sorted(PS.parameters)), st.floats(0.8, 1.1), max_size=12), scenario=st.sampled_from(SCENARIOS)
)
def test_de_effecten_tellen_op_tot_het_verschil(factoren, scenario):
    nieuw = maal(factoren)
    v, u = Vergelijking(Kant(PS), nieuw), reken(nieuw.ps)
    for id in register():
        for jaar in (v.jaren[0], v.jaren[-1]):
            d = v.verschil(id, jaar, scenario)
            assert sum(d.effecten.values()) == pytest.approx(d.totaal, rel=1e-9, abs=1e-6)
            assert d.nieuw == pytest.approx(u.waarde(id, jaar, scenario), rel=1e-9, abs=1e-9)
            assert d.effecten[MODEL] == 0


def test_een_oorzaak_alleen_heeft_geen_effect_samen_met_andere():
    v = Vergelijking(Kant(PS), maal({"ind.spoor4.productie": 1.1, "ind.spoor1.productie": 0.9}))
    assert [g.id for g in v.groepen] == ["productie"]
    for id in register():
        d = v.verschil(id, v.jaren[-1])
        assert (d.effecten["productie"], d.effecten[INTERACTIE]) == (d.totaal, 0)
    assert v.verschil("ind.spoor4.voorraad", v.jaren[-1]).totaal < 0


def test_andersom_vergeleken_heeft_elk_verschil_het_andere_teken(edities):
    andersom = Vergelijking(edities.nieuw, edities.oud)
    for id in register():
        for jaar in edities.jaren:
            heen, terug = edities.verschil(id, jaar), andersom.verschil(id, jaar)
            assert terug.totaal == pytest.approx(-heen.totaal, abs=1e-6)
            assert terug.effecten[MODEL] == pytest.approx(-heen.effecten[MODEL], abs=1e-6)


def test_alleen_de_jaren_van_beide_edities_worden_vergeleken(tmp_path):
    kort, lang = overlay(tmp_path, TWEE_JAREN), Kant(PS)
    for v in (Vergelijking(kort, lang), Vergelijking(lang, kort)):
        assert v.jaren == (2023, 2024)
        assert {b.periode for b in v.bijstellingen if b.parameter == PROGNOSE} == {"2023", "2024"}
        with pytest.raises(Fout) as fout:
            v.verschil("coa.bezetting", 2025)
        assert fout.value.problemen[0].code == "jaar-buiten-editie"
    heen, terug = (v.verschil("coa.bezetting", 2024) for v in (Vergelijking(kort, lang), Vergelijking(lang, kort)))
    assert heen.oud == pytest.approx(terug.nieuw)
    assert heen.nieuw == pytest.approx(bereken(PS).waarde("coa.bezetting", 2024))


def test_edities_zonder_gemeen_jaar_zijn_niet_te_vergelijken(tmp_path):
    jaren = "[2021, 2022], vastgesteld: 2021-02-26, peildatum: 2021-01-01"
    eerder = overlay(tmp_path, TWEE_JAREN.replace("2024", "2021").replace("2023", "2022").replace("[2022, 2021]", jaren))
    with pytest.raises(Fout) as fout:
        Vergelijking(eerder, Kant(PS))
    assert [p.code for p in fout.value.problemen] == ["vergelijking-geen-jaren"]
    assert "2021 tot en met 2022" in str(fout.value)


@pytest.mark.parametrize(
    ("vraag", "code"), [(("coa.bezeting", 2023), "indicator-onbekend"), (("coa.bezetting", 2023, "midden"), "scenario-onbekend")]
)
def test_wat_er_niet_is_wordt_gemeld(edities, vraag, code):
    with pytest.raises(Fout) as fout:
        edities.verschil(*vraag)
    assert [p.code for p in fout.value.problemen] == [code]


# ---- what changed ----


def test_een_bijstelling_noemt_beide_waarden_met_hun_bron(tmp_path):
    tekst = "bronnen: {toets: {titel: T, uitgever: U, datum: 2023-01-01, soort: pers}}\nwijzigingen:\n"
    tekst += "  - {parameter: ind.spoor4.productie, bron: toets, toelichting: Zie daar., waarden: {2024: 21000}}\n"
    (b,) = Vergelijking(Kant(PS), overlay(tmp_path, tekst)).bijstellingen
    assert (b.parameter, b.periode, b.oud, b.nieuw) == ("ind.spoor4.productie", "2024", PS.jaren("ind.spoor4.productie")[1], 21000)
    assert b.grondslag_oud.aanname == PS["ind.spoor4.productie"].waarden["2024"].aanname
    assert (b.grondslag_nieuw.bronnen, b.grondslag_nieuw.toelichting) == (("toets",), "Zie daar.")


def test_een_bestand_waarin_een_parameter_ontbreekt_wordt_gemeld():
    rest = tuple(p for p in PS.parameters.values() if p.id != "dtv.behandelduur")
    zonder = Parameterset(PS.bestand.model_copy(update={"parameters": rest}), PS.boom, PS.pad)
    with pytest.raises(Fout) as fout:
        list(Vergelijking(Kant(PS), Kant(zonder)).bijstellingen)
    assert [(p.code, p.gegevens["id"]) for p in fout.value.problemen] == [("parameter-onbekend", "dtv.behandelduur")]


def test_wat_pas_later_is_vastgesteld_had_eerst_geen_waarde(tmp_path):
    tekst = "wijzigingen: [{parameter: gemeenten.taakstelling_vastgesteld, aanname: Een toets met 20.000., waarden: {2024-1: 20000}}]\n"
    v = Vergelijking(Kant(PS), overlay(tmp_path, tekst))
    (b,) = v.bijstellingen
    assert (b.oud, b.nieuw, b.oorzaak.id) == (None, 20000, "huisvesting")
    assert v.verschil("gemeenten.taakstelling", 2024).effecten["huisvesting"] != 0
    terug = Vergelijking(overlay(tmp_path, tekst), Kant(PS))
    assert terug.verschil("gemeenten.taakstelling", 2024).nieuw == pytest.approx(bereken(PS).waarde("gemeenten.taakstelling", 2024))


def test_een_andere_prognose_is_een_bijstelling_per_scenario(tmp_path):
    v = Vergelijking(Kant(PS), overlay(tmp_path, TWEE_JAREN))
    assert {b.scenario for b in v.bijstellingen if b.parameter == PROGNOSE} == set(SCENARIOS)


@pytest.mark.parametrize(
    ("oud", "nieuw", "gelijk"), [(31_473.2, 31_473, True), (31_464.9, 31_473, False), (31_473.2, 31_470, True), (None, 31_473, False)]
)
def test_een_berekende_waarde_en_een_ingevoerde_lezen_gelijk_op_de_grofste_stap(oud, nieuw, gelijk):
    b = Bijstelling("p", "Voorraad", "zaken", None, "vast", oorzaak(PROGNOSE), oud, nieuw, Grondslag(), Grondslag(("ind",)))
    assert (b.leest_gelijk, b.stap_oud, b.stap_nieuw) == (gelijk, 10, 1 if nieuw % 10 else b.stap_nieuw)


# ---- MPP 2022-2 ----


def test_wat_een_editie_publiceerde_is_haar_waarde(edities):
    gepubliceerd = edities.verschil("coa.capaciteit", 2023)
    assert (gepubliceerd.oud, gepubliceerd.gepubliceerd_oud.bron) == (75544, "coa-2022-12")
    assert gepubliceerd.effecten[MODEL] == pytest.approx(bereken(edities.oud.ps).waarde("coa.capaciteit", 2023) - 75544)
    berekend = edities.verschil("coa.capaciteit", 2024)
    assert (berekend.gepubliceerd_oud, berekend.effecten[MODEL]) == (None, 0)


def test_een_cijfer_zonder_scenario_staat_naast_medio(edities):
    assert edities.verschil("instroom.totaal", 2023, "medio").gepubliceerd_oud
    assert not edities.verschil("instroom.totaal", 2023, "maximum").gepubliceerd_oud


def test_een_bestand_heeft_niets_gepubliceerd():
    assert lees_kant("2022-2", PS).gepubliceerd
    bestand = lees_kant(str(PROJECT.wortel / "edities/2022-2/parameters.yml"), PS)
    assert (bestand.gepubliceerd, bestand.ps.hash) == ({}, lees_kant("2022-2", PS).ps.hash)
    assert lees_kant(str(PROJECT.parameters), PS).ps.hash == lees_kant("2023-1", PS).ps.hash


def test_een_onbekende_editie_noemt_wat_erop_lijkt():
    with pytest.raises(Fout) as fout:
        lees_kant("2022-3", PS)
    assert [p.code for p in fout.value.problemen] == ["editie-onbekend"]
    assert "2022-2" in fout.value.problemen[0].remedie


def test_de_vorige_editie_komt_uit_op_wat_van_haar_is_gepubliceerd():
    ps = lees_kant("2022-2", PS).ps
    u = bereken(ps)
    assert u.waarde("instroom.totaal", 2023) == pytest.approx(50_650, rel=0.001)
    assert u.waarde("instroom.eerste_aanvragen", 2023, "maximum") == pytest.approx(42_000, rel=0.001)
    assert u.waarde("instroom.amv", 2023) == pytest.approx(5_000, rel=0.01)
    assert sum(ps.vast(f"ind.spoor{spoor}.beginvoorraad") for spoor in (1, 2, 4)) == 31_400
    bezetting = sum(ps.vast(f"coa.begin_{deel}") for deel in ("procedure", "vergunninghouders", "vertrek"))
    assert bezetting == pytest.approx(61_189 * ps.jaren("coa.bezettingspercentage")[0], abs=1)
    assert ps.halfjaren("gemeenten.taakstelling_vastgesteld")[0] == 21_200
