"""The prognosis of a year of which months have come: the density given those months."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import norm

from mpp.prognose import Prognose
from mpp.prognose.gekomen import Gekomen, vorm
from tests.prognose.test_prognose import scenario

X = np.linspace(5_000, 120_000, 400)
KANSEN = (0.125, 0.5, 2 / 3, 0.875)
aantallen = st.floats(8_000, 60_000)
aandelen = st.floats(0.02, 0.98)


@pytest.fixture(params=["normaal", "lognormaal"])
def sectie(maak, request):
    futures = [
        scenario("laag", 0.4, 30_000, 3_000),
        scenario("hoog", 0.6, 50_000, 6_000),
        scenario("extra", 0.25, 8_000, 2_000, "additief"),
    ]
    return maak(futures, verdeling=request.param)


def gegeven(sectie, aantal, aandeel):
    return Prognose(sectie, (2023,), Gekomen(aantal, aandeel, 6))


def test_zonder_gerealiseerde_maanden_verandert_er_niets(sectie):
    zonder, met = Prognose(sectie, (2023,)), gegeven(sectie, 0.0, 0.0)
    assert (met.dichtheid(2023, X) == zonder.dichtheid(2023, X)).all()
    assert [met.kwantiel(2023, p) for p in KANSEN] == [zonder.kwantiel(2023, p) for p in KANSEN]
    assert met.verwachting(2023) == zonder.verwachting(2023)
    assert met.kansen(2023) == pytest.approx(zonder.kansen(2023))
    assert (met.trekkingen(50) == zonder.trekkingen(50)).all()


def test_als_alles_is_gekomen_is_de_dichtheid_een_punt(sectie):
    prognose = gegeven(sectie, 41_000.0, 1.0)
    assert [prognose.kwantiel(2023, p) for p in KANSEN] == [41_000.0] * len(KANSEN)
    assert (prognose.kans_boven(2023, 40_999), prognose.kans_boven(2023, 41_000)) == (1, 0)
    assert prognose.verwachting(2023) == 41_000
    assert prognose.dichtheid(2023, [40_999, 41_000]).tolist() == [0, np.inf]
    assert (prognose.trekkingen(20) == 41_000).all()


def test_de_rest_wordt_onzeker_naarmate_er_minder_is_gekomen(sectie):
    breedtes = []
    for aandeel in (0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999):
        prognose = gegeven(sectie, 50_000 * aandeel, aandeel)
        breedtes.append(prognose.kwantiel(2023, 0.875) - prognose.kwantiel(2023, 0.125))
    assert breedtes == sorted(breedtes, reverse=True)
    assert breedtes[-1] < 200


@settings(deadline=None, max_examples=40)
@given(aantal=aantallen, aandeel=aandelen, log=st.booleans())
def test_de_kansen_tellen_op_tot_een(aantal, aandeel, log):
    kans, m, v = np.array([0.3, 0.5, 0.2]), np.array([30_000.0, 40_000, 55_000]), np.array([3e3, 4e3, 7e3]) ** 2
    nieuw = Gekomen(aantal, aandeel, 6).kansen(kans, m, v, log)
    assert nieuw.sum() == pytest.approx(1)
    assert (nieuw >= 0).all()
    mengsel = Gekomen(aantal, aandeel, 6).gegeven(kans, m, v, log)
    grens = np.array([mengsel.kwantiel(np.array(p)) for p in (1e-9, 1 - 1e-9)])
    assert mengsel.onder(grens) == pytest.approx([0, 1], abs=1e-6)
    assert grens[0] >= aantal * (1 - 1e-9)


@settings(deadline=None, max_examples=40)
@given(aantal=aantallen, erbij=st.floats(10, 5_000), aandeel=aandelen, p=st.floats(0.02, 0.98))
def test_als_er_meer_is_gekomen_ligt_het_jaar_hoger(aantal, erbij, aandeel, p):
    """With futures of the same spread more months make the higher futures likelier; none is moved less than by what came."""
    kans, m, v = np.array([0.3, 0.5, 0.2]), np.array([30_000.0, 40_000, 55_000]), np.full(3, 5e3) ** 2
    laag, hoog = (Gekomen(r, aandeel, 6).gegeven(kans, m, v, False) for r in (aantal, aantal + erbij))
    assert hoog.kwantiel(np.array(p)) - laag.kwantiel(np.array(p)) >= erbij * (1 - 1e-6) - 0.01


@settings(deadline=None, max_examples=15)
@given(aandeel=st.floats(0.1, 0.6), x=st.floats(20_000, 70_000))
def test_gemiddeld_over_wat_er_kan_komen_is_het_de_prognose_van_het_hele_jaar(aandeel, x):
    """The law of total probability: what may come, with its own density, times the year given that; far enough from a rest of nothing."""
    kans, m, v = np.array([0.4, 0.6]), np.array([35_000.0, 50_000]), np.array([4e3, 6e3]) ** 2
    r_mu, r_sigma = vorm(aandeel * m, aandeel * v, False)
    r = np.linspace((r_mu - 8 * r_sigma).min(), (r_mu + 8 * r_sigma).max(), 601)
    onder = np.array([Gekomen(float(een), aandeel, 6).gegeven(kans, m, v, False).onder(np.array(x)) for een in r])
    dichtheid = norm.pdf(r[:, None], r_mu, r_sigma) @ kans
    assert np.trapezoid(onder * dichtheid, r) == pytest.approx(norm.cdf(x, m, np.sqrt(v)) @ kans, abs=1e-4)


@pytest.mark.parametrize("aandeel", [0.3, 0.6, 0.95])
def test_de_dichtheid_is_die_van_de_verdeling_en_begint_bij_wat_er_kwam(sectie, aandeel):
    prognose = gegeven(sectie, 45_000 * aandeel, aandeel)
    assert prognose.dichtheid(2023, 45_000 * aandeel - 1) == 0
    assert prognose.kans_boven(2023, 45_000 * aandeel) == pytest.approx(1)
    laag, hoog = prognose.kwantiel(2023, 0.2), prognose.kwantiel(2023, 0.8)
    assert quad(lambda x: float(prognose.dichtheid(2023, x)), laag, hoog, epsabs=1e-10)[0] == pytest.approx(0.6, abs=1e-6)
    alles = np.linspace(45_000 * aandeel + 1e-6, 150_000, 400_001)
    dichtheid = prognose.dichtheid(2023, alles)
    assert np.trapezoid(dichtheid * alles, alles) == pytest.approx(prognose.verwachting(2023), rel=2e-3)


def test_een_toekomst_die_niet_past_bij_wat_er_kwam_wordt_onwaarschijnlijk(sectie):
    zonder = Prognose(sectie, (2023,)).kansen(2023)
    weinig, veel = gegeven(sectie, 13_000.0, 0.43).kansen(2023), gegeven(sectie, 24_000.0, 0.43).kansen(2023)
    assert weinig["laag"] > zonder["laag"] > veel["laag"]
    assert veel["extra"] > weinig["extra"]
    assert weinig["laag"] + weinig["hoog"] == pytest.approx(1)


def test_de_jaren_erna_blijven_zoals_de_editie_ze_geeft(ps):
    prognose = Prognose.uit(ps)
    met = Prognose(prognose.sectie, prognose.jaren, Gekomen(15_000, 0.43, 6))
    for jaar in prognose.jaren[1:]:
        assert met.kwantiel(jaar, 0.5) == prognose.kwantiel(jaar, 0.5)
    assert met.kwantiel(prognose.jaren[0], 0.5) < prognose.kwantiel(prognose.jaren[0], 0.5)
