"""What holds for the chain whatever the parameters: nobody appears or disappears, and more is more."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mpp.parameters.toetsen import toets
from mpp.productiemodel import doorrekenen
from mpp.productiemodel.onderdelen import BUITEN
from mpp.prognose import Prognose

N_JAREN = 5
INSTROOM = st.lists(st.floats(0, 150_000), min_size=N_JAREN, max_size=N_JAREN).map(lambda x: np.array([x]))
PLEKKEN = st.floats(0, 1)

#: By unit, the value that is most likely to leave fewer than nobody.
UITERST = {"aandeel": 1.0, "factor": 2.5, "maanden": 0.5, "weken": 0.0, "dagen": 0.0}

#: What a value outside its bounds is refused for; that it lies outside its own band says nothing of people.
GEWEIGERD = {"parameter-samen-boven-1", "parameter-buiten-grens"}


def binnen_de_band(ps, plek):
    """Every uncertain parameter somewhere between its low and high value; `plek` says where, in turn."""
    wijziging = {}
    for i, p in enumerate(ps.parameters.values()):
        deel = (plek * (i + 1) * 0.6180339887) % 1
        waarden = {
            periode: w.laag + deel * (w.hoog - w.laag) for periode, w in p.waarden.items() if w.laag is not None and w.hoog is not None
        }
        if waarden:
            wijziging[p.id] = waarden
    return ps.met(wijziging)


@settings(max_examples=25)
@given(instroom=INSTROOM, plek=PLEKKEN)
def test_niemand_verschijnt_of_verdwijnt(ps, keten, instroom, plek):
    uit = keten.rekenen(binnen_de_band(ps, plek), instroom)
    for laag in {v.laag for v in keten.voorraden.values()}:
        voorraden = [v.id for v in keten.voorraden.values() if v.laag == laag]
        stromen = [s for s in keten.stromen.values() if s.van in voorraden or s.naar in voorraden]
        van_buiten = sum(uit.reeksen[s.id].sum() for s in stromen if s.van == BUITEN)
        naar_buiten = sum(uit.reeksen[s.id].sum() for s in stromen if s.naar == BUITEN)
        begin = sum(uit.begin[v].sum() for v in voorraden)
        einde = sum(uit.reeksen[v][:, -1].sum() for v in voorraden)
        assert begin + van_buiten - naar_buiten == pytest.approx(einde, abs=1e-4), laag


@settings(max_examples=25)
@given(instroom=INSTROOM, plek=PLEKKEN)
def test_geen_voorraad_of_stroom_is_negatief(ps, keten, instroom, plek):
    uit = keten.rekenen(binnen_de_band(ps, plek), instroom)
    for onderdeel in keten.onderdelen.values():
        if onderdeel.id != "gemeenten.achterstand":  # the one stand that may be a lead
            assert uit.reeksen[onderdeel.id].min() > -1e-6, onderdeel.id


def test_een_waarde_die_een_stroom_negatief_maakt_wordt_geweigerd(ps, keten):
    """Each share, factor and duration in turn at an extreme: the file is refused, or nobody is counted below zero."""
    for p in ps.parameters.values():
        if p.eenheid not in UITERST or p.periode == "kalendermaand":
            continue
        anders = ps.met({p.id: dict.fromkeys(p.waarden, UITERST[p.eenheid])})
        if not any(x.code in GEWEIGERD for x in toets(anders.bestand, ps.boom, "parameters.yml")):
            uit = keten.rekenen(anders, np.full((1, N_JAREN), 50_000.0))
            negatief = [id for id, reeks in uit.reeksen.items() if reeks.min() < -1e-6]
            assert set(negatief) <= {"gemeenten.achterstand"}, p.id


@settings(max_examples=15)
@given(instroom=INSTROOM, spoor=st.sampled_from(["spoor1", "spoor2", "spoor4"]), factor=st.floats(1, 2))
def test_meer_productie_geeft_nooit_meer_voorraad_bij_de_ind(ps, instroom, spoor, factor):
    """Cases that come back after an appeal are left out: more decisions bring those back sooner."""
    nul = dict.fromkeys(ps["rvdr.aandeel_gegrond"].waarden, 0.0)
    basis = ps.met({"rvdr.aandeel_gegrond": nul, "rvs.aandeel_gegrond": nul})
    plan = ps[f"ind.{spoor}.productie"]
    meer = basis.met({plan.id: {periode: w.waarde * factor for periode, w in plan.waarden.items()}})
    verschil = doorrekenen(meer, instroom)["ind.asiel.voorraad"] - doorrekenen(basis, instroom)["ind.asiel.voorraad"]
    assert verschil.max() <= 1e-6


@settings(max_examples=15)
@given(instroom=INSTROOM, erbij=INSTROOM)
def test_meer_instroom_geeft_nooit_minder_instroom_bij_het_coa(ps, instroom, erbij):
    minder, meer = doorrekenen(ps, np.concatenate([instroom, instroom + erbij]))["coa.instroom"]
    assert (meer - minder).min() >= -1e-6


def overal(ps, id, waarde):
    """A what-if: this parameter has one value in every period."""
    return {id: dict.fromkeys(ps[id].waarden, waarde)}


@pytest.mark.parametrize(
    ("id", "waarde"),
    [("ind.baa.eerste_maand", 1), ("ind.baa.duur", 60), ("ind.baa.inwilligingspercentage", 0.1), ("ind.va.zwaarte", 2)],
)
def test_een_hefboom_op_nul_verandert_niets(ps, scenarios, id, waarde):
    """No project without cases, and no other production where as many cases go to the VA as was planned."""
    basis, anders = doorrekenen(ps, scenarios), doorrekenen(ps.met(overal(ps, id, waarde)), scenarios)
    for indicator, reeks in basis.items():
        assert np.array_equal(reeks, anders[indicator]), indicator


@settings(max_examples=15)
@given(instroom=INSTROOM, aantal=st.floats(0, 200_000))
def test_baa_verkleint_de_voorraad_en_doet_niet_meer_zaken_af_dan_er_zijn(ps, keten, instroom, aantal):
    nul = overal(ps, "rvdr.aandeel_gegrond", 0.0) | overal(ps, "rvs.aandeel_gegrond", 0.0)
    met, zonder = (keten.rekenen(ps.met(nul | overal(ps, "ind.baa.beslissingen", n)), instroom).reeksen for n in (aantal, 0.0))
    assert met["ind.spoor4.voorraad"].min() > -1e-6
    assert (met["ind.asiel.voorraad"] - zonder["ind.asiel.voorraad"]).max() <= 1e-6
    assert met["ind.baa.beslissingen"].sum() <= aantal + 1e-6
    assert met["ind.spoor4.beslissingen"] == pytest.approx(met["ind.spoor4.beslissingen_prognoseplan"] + met["ind.baa.beslissingen"])
    assert met["ind.va.beslissingen"] == pytest.approx(met["ind.spoor4.beslissingen"] * np.repeat(ps.jaren("ind.va.aandeel"), 12))


@settings(max_examples=15)
@given(instroom=INSTROOM, plek=PLEKKEN)
def test_de_sporen_delen_een_capaciteit(ps, keten, instroom, plek):
    """What spoor 1 and 2 leave of the plan goes to spoor 4; together they never do more than the plan."""
    anders = binnen_de_band(ps, plek)
    anders = anders.met({"ind.va.aandeel": {p: w.waarde for p, w in anders["ind.va.aandeel_prognoseplan"].waarden.items()}})
    uit = keten.rekenen(anders, instroom).reeksen
    zwaarte = {"spoor1": anders.vast("ind.spoor1.zwaarte"), "spoor2": anders.vast("ind.spoor2.zwaarte"), "spoor4": 1.0}
    gebruikt = sum(uit[f"ind.{spoor}.beslissingen"][0] * z for spoor, z in zwaarte.items())
    plan = sum(np.repeat(anders.jaren(f"ind.{spoor}.productie") / 12, 12) * z for spoor, z in zwaarte.items())
    assert (gebruikt - plan).max() <= 1e-6


@settings(max_examples=15)
@given(instroom=INSTROOM, plek=PLEKKEN)
def test_er_zijn_nooit_meer_amv_dan_het_geheel(ps, keten, instroom, plek):
    uit = keten.rekenen(binnen_de_band(ps, plek), instroom).reeksen
    for deel, geheel in [
        ("ind.amv.instroom", "ind.spoor4.instroom"),
        ("ind.amv.beslissingen", "ind.spoor4.beslissingen"),
        ("ind.amv.inwilligingen", "ind.spoor4.inwilligingen"),
        ("ind.amv.voorraad", "ind.spoor4.voorraad"),
        ("coa.amv.instroom", "coa.instroom"),
        ("coa.amv.bezetting", "coa.bezetting"),
        ("coa.amv.bezetting", "nidos.pupillen"),
        ("coa.vergunninghouders_boven_norm", "coa.bezetting_vergunninghouders"),
    ]:
        assert (uit[deel] - uit[geheel]).max() <= 1e-6, deel


@settings(max_examples=15)
@given(instroom=INSTROOM, graad=st.floats(0, 1), minder=st.floats(0, 1))
def test_minder_realisatie_van_de_taakstelling_geeft_nooit_minder_mensen_in_de_opvang(ps, instroom, graad, minder):
    vol, deels = (
        doorrekenen(ps.met(overal(ps, "gemeenten.realisatiegraad", g)), instroom)["coa.bezetting"] for g in (graad, graad * minder)
    )
    assert (deels - vol).min() >= -1e-6


def test_zonder_realisatie_verhuist_niemand_uit_de_opvang_naar_een_gemeente(ps, scenarios):
    uit = doorrekenen(ps.met(overal(ps, "gemeenten.realisatiegraad", 0)), scenarios)
    assert (uit["coa.naar_gemeenten"] == 0).all()


@settings(max_examples=15)
@given(instroom=INSTROOM, graad=st.floats(0, 1))
def test_er_verhuizen_nooit_meer_mensen_dan_het_gerealiseerde_deel_van_de_taakstelling(ps, instroom, graad):
    uit = doorrekenen(ps.met(overal(ps, "gemeenten.realisatiegraad", graad)), instroom)
    woningen = np.maximum(graad * uit["gemeenten.taakstelling"] - uit["gemeenten.rechtstreeks"], 0)
    assert (uit["coa.naar_gemeenten"] <= woningen + 1e-6).all()


@settings(max_examples=15)
@given(instroom=INSTROOM, duur=st.floats(2, 12), langer=st.floats(1, 2))
def test_wie_langer_zoekt_houdt_meer_mensen_in_de_opvang_en_wacht_langer(ps, instroom, duur, langer):
    kort, lang = (doorrekenen(ps.met(overal(ps, "gemeenten.koppelduur", d)), instroom) for d in (duur, duur * langer))
    for id in ("coa.bezetting_vergunninghouders", "gemeenten.wachttijd"):
        assert (lang[id] - kort[id]).min() >= -1e-6, id


@settings(max_examples=15)
@given(instroom=INSTROOM, per_instromer=st.floats(0, 0.5), aandeel=st.floats(0, 1))
def test_wie_anders_in_de_opvang_komt_telt_in_instroom_en_bezetting(ps, keten, instroom, per_instromer, aandeel):
    """Who comes otherwise waits for a home or leaves again: none is lost between inflow, occupancy and outflow."""
    anders = overal(ps, "coa.overigen_per_instromer", per_instromer) | overal(ps, "coa.overigen_aandeel_vergunninghouders", aandeel)
    uit = keten.rekenen(ps.met(anders), instroom)
    begin = sum(uit.begin[f"coa.bezetting_{groep}"] for groep in ("procedure", "vergunninghouders", "vertrek"))
    saldo = (uit.reeksen["coa.instroom"] - uit.reeksen["coa.uitstroom"]).sum(axis=1)
    assert uit.reeksen["coa.bezetting"][:, -1] == pytest.approx(begin + saldo)


@settings(max_examples=15)
@given(instroom=INSTROOM, aandeel=st.floats(0.05, 0.3), erbij=st.floats(0, 0.3))
def test_meer_amv_laten_minder_mensen_in_de_opvang_op_een_woning_wachten(ps, instroom, aandeel, erbij):
    """They go to Nidos when they get a permit."""
    minder, meer = (
        doorrekenen(ps.met(overal(ps, "instroom.aandeel_amv", deel)), instroom)["coa.vergunning"].sum(axis=1)
        for deel in (aandeel, aandeel + erbij)
    )
    assert (meer <= minder + 1e-6).all()


def test_elke_tien_procent_minder_realisatie_geeft_meer_mensen_in_de_opvang(ps, scenarios):
    """From the second year on; in the first the taakstelling asks more homes than there are people who can move."""
    bezetting = [
        doorrekenen(ps.met(overal(ps, "gemeenten.realisatiegraad", graad)), scenarios)["coa.bezetting"][:, 23::12]
        for graad in (1.0, 0.9, 0.8, 0.7, 0.5)
    ]
    assert (np.diff(bezetting, axis=0) > 500).all()


@settings(max_examples=15)
@given(instroom=INSTROOM, erbij=st.floats(0, 200))
def test_meer_capaciteit_voor_registratie_laat_nooit_meer_mensen_wachten(ps, instroom, erbij):
    capaciteit = {p: w.waarde + erbij for p, w in ps["politie.capaciteit_per_dag"].waarden.items()}
    ruimer = doorrekenen(ps.met({"politie.capaciteit_per_dag": capaciteit}), instroom)["politie.wachtend"]
    assert (ruimer - doorrekenen(ps, instroom)["politie.wachtend"]).max() <= 1e-6


@pytest.mark.parametrize("indicator", ["ind.asiel.voorraad", "coa.bezetting", "nidos.pupillen", "instroom.totaal"])
def test_de_scenarios_liggen_in_volgorde(ps, scenarios, indicator):
    minimum, medio, maximum = doorrekenen(ps, scenarios)[indicator]
    assert (minimum <= medio).all()
    assert (medio <= maximum).all()


def test_een_doorrekening_van_veel_is_gelijk_aan_veel_doorrekeningen(ps, scenarios):
    samen = doorrekenen(ps, scenarios)
    for i, instroom in enumerate(scenarios):
        for id, reeks in doorrekenen(ps, instroom[None]).items():
            assert samen[id][i] == pytest.approx(reeks[0], rel=1e-12, abs=1e-9), id


def test_elke_trekking_wordt_een_reeks_maanden(ps):
    uit = doorrekenen(ps, Prognose.uit(ps).trekkingen(50))
    assert {r.shape for r in uit.values()} == {(50, 12 * N_JAREN)}
    assert all(np.isfinite(r).all() for r in uit.values())
