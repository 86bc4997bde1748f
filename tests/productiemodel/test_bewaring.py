"""Bewaring: who is held, for how long, and what the courts get of it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mpp.productiemodel import doorrekenen
from mpp.productiemodel.bewaring import SCENARIO
from mpp.productiemodel.bewaring.duur import DAGEN_PER_MAAND, vertrekt
from mpp.uitkomsten import register

INSTROOM = np.full((1, 5), 50_000.0)
GETAL = st.floats(0, 10_000)


def met(ps, id, waarde):
    """The edition with one parameter at another value in every period."""
    return ps.met({id: dict.fromkeys(ps[id].waarden, waarde)})


def jaren(ps, indicator):
    return doorrekenen(ps, INSTROOM)[indicator][0].reshape(5, 12)


@settings(max_examples=50)
@given(stand=GETAL, instroom=GETAL, dagen=st.floats(1, 1000))
def test_er_vertrekt_nooit_meer_dan_er_is_en_nooit_minder_dan_niemand(stand, instroom, dagen):
    weg = vertrekt(np.array([stand]), np.array([instroom]), dagen)[0]
    assert -1e-6 <= weg <= stand + instroom + 1e-6


@settings(max_examples=50)
@given(stand=GETAL, instroom=GETAL, kort=st.floats(1, 1000), erbij=st.floats(0, 100))
def test_wie_langer_blijft_vertrekt_niet_eerder(stand, instroom, kort, erbij):
    reeksen = np.array([stand]), np.array([instroom])
    assert vertrekt(*reeksen, kort + erbij)[0] <= vertrekt(*reeksen, kort)[0] + 1e-6


@pytest.mark.parametrize("dagen", [3, 21, 48, 90])
def test_de_stand_komt_uit_op_instroom_maal_duur(dagen):
    stand, instroom = np.zeros(1), np.array([100.0])
    for _ in range(120):
        stand = stand + instroom - vertrekt(stand, instroom, dagen)
    assert stand[0] == pytest.approx(100 * dagen / DAGEN_PER_MAAND)


def test_een_reeks_van_duren_geeft_per_doorrekening_de_eigen_uitkomst():
    stand, instroom, dagen = np.full(3, 400.0), np.full(3, 250.0), np.array([30.0, 48.0, 60.0])
    samen = vertrekt(stand, instroom, dagen)  # type: ignore[arg-type]
    assert samen == pytest.approx([vertrekt(stand[:1], instroom[:1], d)[0] for d in dagen])


def test_meer_gedwongen_vertrek_geeft_meer_bewaring(ps):
    minder, meer = (met(ps, "dtv.aandeel_gedwongen", a) for a in (0.1, 0.2))
    for indicator in ("dji.instroom", "dji.bezetting", "rvdr.bewaring.instroom", "rvs.bewaring.instroom"):
        assert (jaren(meer, indicator) > jaren(minder, indicator))[1:].all(), indicator


def test_een_langere_duur_geeft_een_hogere_bezetting_bij_dezelfde_instroom(ps):
    kort, lang = (met(ps, "dji.verblijfsduur", d) for d in (42, 56))
    assert (jaren(lang, "dji.bezetting") > jaren(kort, "dji.bezetting")).all()
    assert jaren(lang, "dji.instroom") == pytest.approx(jaren(kort, "dji.instroom"))


def test_de_kosten_zijn_die_van_de_plaatsen_over_het_jaar(ps, u):
    """Occupancy, places and cost hang together: over a year the mean of the places times days times price."""
    plaatsen = u.maanden("dji.capaciteit").reshape(5, 12)
    begin = np.concatenate([[ps.vast("dji.begin_bezetting") / ps.jaren("dji.bezettingspercentage")[0]], plaatsen.ravel()[:-1]])
    gemiddeld = (plaatsen.ravel() + begin).reshape(5, 12).mean(axis=1) / 2
    assert u.reeks("dji.kosten") == pytest.approx(gemiddeld * 365 * ps.vast("dji.dagprijs") / 1e6, rel=0.01)


def test_de_duur_is_die_van_de_parameter(ps, u):
    assert u.reeks("dji.duur") == pytest.approx(ps.jaren("dji.verblijfsduur"))


def test_met_de_aantallen_van_2020_komt_de_gepubliceerde_bezetting_uit_het_model(ps):
    """2,357 people a year for 46 to 50 days: 299 were published as the mean of 2020."""
    duur = ps.realisaties["dji.duur"].waarden["2020"].waarde
    instroom = np.array([ps.realisaties["dji.instroom"].waarden["2020"].waarde / 12])
    stand = instroom * duur / DAGEN_PER_MAAND
    assert vertrekt(stand, instroom, duur) == pytest.approx(instroom)
    assert stand[0] == pytest.approx(ps.realisaties["dji.bezetting_gemiddeld"].waarden["2020"].waarde, rel=0.1)


def test_de_verhouding_tot_gedwongen_vertrek_past_bij_wat_is_gepubliceerd(ps):
    """Detention per forced departure, a tenth of the total taken off for the border where only the total is known."""
    r = {id: {j: w.waarde for j, w in ps.realisaties[id].waarden.items()} for id in ("dji.instroom", "dtv.vertrek_gedwongen")}
    verhoudingen = [0.9 * r["dji.instroom"][j] / r["dtv.vertrek_gedwongen"][j] for j in r["dji.instroom"]]
    waarde = ps["dji.inbewaringstellingen_per_vertrek"].waarden["2023"]
    assert min(verhoudingen) < waarde.laag < np.median(verhoudingen) < waarde.waarde < waarde.hoog < max(verhoudingen)


def test_een_scenario_rust_op_parameters_met_laag_en_hoog(ps, keten):
    assert set(SCENARIO) <= set(keten.parameters("dji.instroom"))
    for id in SCENARIO:
        assert all(w.laag is not None and w.hoog is not None and w.laag < w.waarde < w.hoog for w in ps[id].waarden.values())


def test_elke_andere_indicator_van_bewaring_rust_op_beide_soorten_instroom(keten):
    los = {"dji.duur", "dji.instroom_art59", "dji.instroom_grens"}
    for indicator in register().values():
        if indicator.domein == "bewaring" and indicator.id not in los:
            assert set(SCENARIO) <= set(keten.parameters(indicator.id)), indicator.id


def test_de_scenarios_liggen_in_volgorde(u):
    for indicator in ("dji.instroom", "dji.bezetting", "dji.kosten", "rvdr.bewaring.instroom", "rvs.bewaring.instroom"):
        minimum, medio, maximum = (u.reeks(indicator, s) for s in u.scenarios)
        assert (minimum < medio).all(), indicator
        assert (medio < maximum).all(), indicator
