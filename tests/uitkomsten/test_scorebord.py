"""The look backs as a scoreboard: a model is held against what anyone could have said, and its band against what happened."""

import numpy as np
import pytest

from mpp.uitkomsten.scorebord import Doel, crps, met_banden, score, scorebord
from mpp.uitkomsten.toetsing import Toetsregel, terugblikken
from tests.editie import PROJECT


@pytest.fixture(scope="module")
def ps():
    return PROJECT.laad()


@pytest.fixture(scope="module")
def blikken(ps):
    return terugblikken(ps, PROJECT.wortel / "toetsing")


@pytest.fixture(scope="module")
def doelen(ps, blikken):
    return scorebord(ps, blikken)


def doel(gerealiseerd, model, onder, boven, vorig=None, trend=None, score=0.0):
    regel = Toetsregel("coa.bezetting", 2022, gerealiseerd, ("bron",), model, None, "reden", "coa.bezetting", ("2022-12-31",))
    return Doel("2022", regel, onder, boven, score, vorig, trend)


def test_de_crps_van_een_zekere_prognose_is_haar_fout():
    assert crps(np.full(9, 110.0), 100.0) == pytest.approx(10)


def test_de_crps_van_een_gespreide_prognose_is_wat_de_hand_uitrekent():
    """Half 90 and half 110 around 100: on average 10 from what happened, and 10 from each other, of which the half counts."""
    assert crps(np.array([90.0, 110.0]), 100.0) == pytest.approx(10 - 10 / 2)


def test_een_goed_gecentreerde_spreiding_scoort_beter_dan_een_scheve():
    rondom, scheef = np.linspace(90, 110, 101), np.linspace(120, 140, 101)
    assert crps(rondom, 100.0) < crps(scheef, 100.0)


def test_de_score_is_het_gemiddelde_onafgerond_en_de_winst_telt_alleen_waar_er_een_vorig_jaar_is():
    """Errors of 5 and 20%; last year's value was 10% off where there was one, where the model is 5% off: half of it won."""
    s = score([doel(200, 190, 150, 250, vorig=180, score=8), doel(100, 120, 101, 130, score=15)])
    assert (s.fout, s.mediaan, s.crps, s.binnen, s.aantal) == pytest.approx((0.125, 0.125, (0.04 + 0.15) / 2, 1, 2))
    assert (s.aantal_vorig, s.vorig, s.model_naast_vorig, s.winst) == pytest.approx((1, 0.1, 0.05, 0.5))
    assert s.aantal_trend == 0


def test_naast_elk_cijfer_staat_wat_toen_het_laatst_bekend_was(ps, doelen):
    per_plek = {(d.blik, d.regel.indicator, d.regel.jaar): d for d in doelen}
    bezetting = ps.realisaties["coa.bezetting"].waarden
    assert per_plek["2022", "coa.bezetting", 2022].vorig == bezetting["2021-12-31"].waarde
    instroom = [ps.realisaties["dtv.instroom_ind"].waarden[str(j)].waarde for j in (2018, 2019)]
    later = per_plek["2020", "dtv.instroom_ind", 2021]
    assert (later.vorig, later.trend) == (instroom[1], instroom[1] + 2 * (instroom[1] - instroom[0]))
    assert per_plek["2022", "ind.nareis.voorraad", 2022].vorig is None


def test_een_terugblik_heeft_de_banden_van_de_editie_naar_verhouding(ps, blikken):
    toen = met_banden(blikken[0].ps, ps)["ind.spoor1.productie"].waarden["2022"]
    eigen = ps["ind.spoor1.productie"].waarden["2023"]
    assert (toen.laag / toen.waarde, toen.hoog / toen.waarde) == pytest.approx((eigen.laag / eigen.waarde, eigen.hoog / eigen.waarde))


def test_elk_cijfer_van_elke_terugblik_telt_mee_en_het_model_wint_van_vorig_jaar(blikken, doelen):
    assert [(d.blik, d.regel) for d in doelen] == [(blik.id, regel) for blik in blikken for regel in blik.regels]
    assert score(doelen).winst > 0.4


def test_de_band_van_vier_kansen_op_vijf_houdt_ruim_de_helft_van_wat_er_gebeurde(doelen):
    """Not yet four in five: what the bands leave out is told in the verantwoording."""
    assert 0.65 <= score(doelen).deel_binnen <= 0.9
