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


@settings(max_examples=25, deadline=None)
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


@settings(max_examples=25, deadline=None)
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


@settings(max_examples=15, deadline=None)
@given(instroom=INSTROOM, spoor=st.sampled_from(["spoor1", "spoor2", "spoor4"]), factor=st.floats(1, 2))
def test_meer_productie_geeft_nooit_meer_voorraad_bij_de_ind(ps, instroom, spoor, factor):
    """Cases that come back after an appeal are left out: more decisions bring those back sooner."""
    nul = dict.fromkeys(ps["rvdr.aandeel_gegrond"].waarden, 0.0)
    basis = ps.met({"rvdr.aandeel_gegrond": nul, "rvs.aandeel_gegrond": nul})
    plan = ps[f"ind.{spoor}.productie"]
    meer = basis.met({plan.id: {periode: w.waarde * factor for periode, w in plan.waarden.items()}})
    verschil = doorrekenen(meer, instroom)["ind.asiel.voorraad"] - doorrekenen(basis, instroom)["ind.asiel.voorraad"]
    assert verschil.max() <= 1e-6


@settings(max_examples=15, deadline=None)
@given(instroom=INSTROOM, erbij=INSTROOM)
def test_meer_instroom_geeft_nooit_minder_instroom_bij_het_coa(ps, instroom, erbij):
    minder, meer = doorrekenen(ps, np.concatenate([instroom, instroom + erbij]))["coa.instroom"]
    assert (meer - minder).min() >= -1e-6


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
