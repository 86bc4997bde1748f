"""Draws of the uncertain parameters: within their ranges, within the rules, the same for everybody."""

import itertools

import numpy as np
import pytest
from scipy.special import ndtri

from mpp.parameters import Parameterset
from mpp.parameters.perioden import perioden
from mpp.productiemodel import doorrekenen, keten
from mpp.uitkomsten import bereken, indicatoren, trekkingen
from mpp.uitkomsten.jaren import naar_jaren
from mpp.uitkomsten.trekkingen import BLIJVEND, KANS_BAND, MIDDEN, onzeker, op_kwantiel, reken_trekkingen, trek, waarden_van
from tests.editie import PROJECT

N = 400


@pytest.fixture(scope="module")
def ps():
    return PROJECT.laad()


@pytest.fixture(scope="module")
def u(ps):
    return bereken(ps, trekkingen=N)


@pytest.fixture(scope="module")
def getrokken(ps):
    """The drawn values by parameter, (N, n_periods)."""
    return waarden_van(ps, trek(ps, 1, N))


def met_parameters(ps, parameters):
    return Parameterset(ps.bestand.model_copy(update={"parameters": tuple(parameters)}), ps.boom, ps.pad)


def zonder_banden(ps, *behalve):
    def vast(p):
        kaal = {periode: w.model_copy(update={"laag": None, "hoog": None}) for periode, w in p.waarden.items()}
        return p if p.id in behalve else p.model_copy(update={"waarden": kaal})

    return met_parameters(ps, map(vast, ps.parameters.values()))


def in_volgorde(ps, id):
    return np.array([ps[id].waarden[periode].waarde for periode in perioden(ps[id].periode, ps.editie)])


def test_de_trekkingen_zijn_overal_en_altijd_dezelfde(ps):
    alleen = zonder_banden(ps, "nidos.beginpupillen")
    (kwantielen,) = trek(alleen, 20230428, 4).values()
    assert kwantielen[:, 0] == pytest.approx([0.6643202082651064, 0.47359501299076856, 0.8027249083653117, 0.09815974706864139], rel=1e-12)
    assert trek(alleen, 1, 4)["nidos.beginpupillen"].tolist() != kwantielen.tolist()


def test_een_parameter_houdt_haar_trekkingen_als_andere_komen_gaan_of_van_plaats_wisselen(ps):
    *rest, _ = reversed(ps.parameters.values())
    eerst, later = trek(ps, 1, N), trek(met_parameters(ps, rest), 1, N)
    assert 0 < len(later) <= len(eerst)
    for id, kwantielen in later.items():
        assert kwantielen.tolist() == eerst[id].tolist()


def test_van_n_trekkingen_valt_er_een_in_elk_nde_deel_van_de_kans(ps):
    """Of what lasts, so of a parameter with one value for all years."""
    vast = {id: q for id, q in trek(ps, 1, N).items() if ps[id].periode == "vast"}
    assert len(vast) > 20
    for kwantielen in vast.values():
        assert np.sort(np.floor(kwantielen[:, 0] * N)).tolist() == list(range(N))


def test_een_parameter_per_jaar_wisselt_van_jaar_tot_jaar_en_houdt_wat_blijft(ps):
    """Each year is as likely in every nth part of the probability, and two years have the part in common that lasts."""
    kwantielen = trek(ps, 1, 4_000)["ind.spoor4.productie"]
    assert kwantielen.shape == (4_000, 5)
    assert np.abs(np.quantile(kwantielen, [0.1, 0.5, 0.9], axis=0) - np.array([[0.1], [0.5], [0.9]])).max() < 0.03
    normaal = ndtri(kwantielen)
    samenhang = np.corrcoef(normaal.T)[np.triu_indices(5, 1)]
    assert samenhang == pytest.approx(np.full(10, BLIJVEND), abs=0.05)


def test_parameters_worden_los_van_elkaar_getrokken(ps):
    samenhang = np.corrcoef([kwantielen[:, 0] for kwantielen in trek(ps, 1, 4_000).values()])
    assert np.abs(samenhang - np.eye(len(samenhang))).max() < 0.08


def test_drie_van_de_vier_trekkingen_liggen_in_de_band_en_wat_geen_band_heeft_wordt_niet_getrokken(ps, getrokken):
    for id, waarden in getrokken.items():
        for kolom, periode in zip(waarden.T, perioden(ps[id].periode, ps.editie), strict=True):
            w = ps[id].waarden[periode]
            if id in onzeker(ps):
                binnen = np.mean((w.onderkant - 1e-9 <= kolom) & (kolom <= w.bovenkant + 1e-9))
                assert binnen >= KANS_BAND - 0.08, (id, periode)
                ruimte = (w.bovenkant - w.onderkant) / 3 + 1e-9
                assert w.onderkant - ruimte <= kolom.min() <= w.waarde <= kolom.max() <= w.bovenkant + ruimte, (id, periode)
            if ps[id].eenheid == "aandeel":
                assert 0 <= kolom.min() <= kolom.max() <= 1
    assert {p.id for p in ps.parameters.values() if not p.heeft_band} & getrokken.keys() == {"coa.begin_procedure"}


def test_de_einden_van_een_band_zijn_die_van_drie_kansen_op_vier(ps):
    """An eighth of the draws lies below, and an eighth above, each at most a third of that side further from the value."""
    achtste, w = (1 - KANS_BAND) / 2, ps["rvs.begin_hoger_beroep"].waarden["vast"]
    kwantielen = {"rvs.begin_hoger_beroep": np.array([0, achtste, MIDDEN, 1 - achtste, 1])}
    waarden = waarden_van(ps, kwantielen)["rvs.begin_hoger_beroep"][:, 0]
    verder = [w.waarde - (w.waarde - w.laag) * 4 / 3, w.laag, w.waarde, w.hoog, w.waarde + (w.hoog - w.waarde) * 4 / 3]
    assert waarden == pytest.approx(verder)


def test_de_regels_tussen_parameters_gelden_in_elke_trekking(ps, getrokken):
    getoetst = 0
    for p in ps.parameters.values():
        for regel in filter(lambda regel: regel.anderen, p.validatie):
            eigen, *delen = (getrokken.get(id, in_volgorde(ps, id)) for id in (p.id, *regel.anderen))
            if regel.vaste_som:
                som = sum(in_volgorde(ps, id) for id in (p.id, *regel.anderen))
                assert eigen + sum(delen) == pytest.approx(np.broadcast_to(som, (N, len(som))))
            elif regel.samen_hoogstens_1_met:
                assert np.max(eigen + sum(delen)) <= 1
            elif regel.hoogstens:
                assert (eigen <= delen[0]).all()
            getoetst += 1
    assert getoetst >= 7


def test_op_het_middelste_kwantiel_staat_elke_parameter_op_haar_waarde(ps):
    for id, waarden in op_kwantiel(ps, {id: np.array([0, MIDDEN, 1]) for id in onzeker(ps)}).items():
        assert waarden[1].tolist() == pytest.approx(in_volgorde(ps, id).tolist(), abs=1e-9)
        if id in onzeker(ps):
            assert (waarden[0] <= waarden[1]).all()
            assert (waarden[1] <= waarden[2]).all()


def test_alle_perioden_van_een_trekking_staan_op_hetzelfde_kwantiel(ps):
    """A what-if at one quantile is at that in all years."""
    waarden = op_kwantiel(ps, {"ind.spoor4.productie": np.array([0.25, 0.75])})["ind.spoor4.productie"]
    for kolom, w in zip(waarden.T, ps["ind.spoor4.productie"].waarden.values(), strict=True):
        assert kolom == pytest.approx([(w.laag + w.waarde) / 2, (w.waarde + w.hoog) / 2])


def test_bij_een_band_naar_een_kant_blijft_de_helft_op_de_waarde(ps):
    waarden = op_kwantiel(ps, {"gemeenten.realisatiegraad": np.linspace(0, 1, 101)})["gemeenten.realisatiegraad"]
    assert np.mean(waarden[:, 0] == 1.0) == pytest.approx(0.5, abs=0.02)


def test_een_wat_als_buiten_de_band_verzet_het_einde_dat_zij_passeert(ps):
    eigen = ps["nidos.beginpupillen"].waarden["vast"]
    for waarde, einden in ((9_000.0, (eigen.laag, 9_000)), (1_000.0, (1_000, eigen.hoog))):
        ander = ps.met({"nidos.beginpupillen": {"vast": waarde}})
        laag, midden, hoog = op_kwantiel(ander, {"nidos.beginpupillen": np.array([0, MIDDEN, 1])})["nidos.beginpupillen"][:, 0]
        assert (laag, midden, hoog) == (einden[0], waarde, einden[1])


def test_in_geen_enkele_trekking_zijn_er_minder_dan_nul_mensen_of_zaken(ps, u, getrokken):
    uit = keten().rekenen(ps, u.prognose.trekkingen(N), anders=getrokken)
    negatief = {id for id, reeks in uit.reeksen.items() if reeks.min() < -1e-6}
    assert negatief <= {"gemeenten.achterstand"}, negatief  # the one stand that may be a lead


def test_trekkingen_in_delen_zijn_gelijk_aan_die_in_een_keer(ps, u, monkeypatch):
    monkeypatch.setattr(trekkingen, "_TEGELIJK", 3)
    anders = waarden_van(ps, trek(ps, u.prognose.sectie.zaad, 7))
    in_een_keer = naar_jaren(doorrekenen(ps, u.prognose.trekkingen(7), anders), len(u.jaren))
    for id, jaren in reken_trekkingen(ps, u.prognose, 7).items():
        assert jaren == pytest.approx(in_een_keer[id], rel=1e-9, abs=1e-9), id


def test_kwantielen_lopen_op_en_elke_indicator_heeft_een_band(u):
    for id, jaar in itertools.product(indicatoren("intern"), u.jaren):
        assert (np.diff(u.banden(id, jaar, [0.025, 0.125, 0.25, 0.5, 0.75, 0.875, 0.975])) >= 0).all()


def test_de_band_wordt_breder_als_parameters_onzeker_zijn(ps, u):
    alleen_instroom = bereken(zonder_banden(ps), trekkingen=N)

    def breedte(uitkomsten, id):
        onder, boven = uitkomsten.banden(id, u.jaren[1], [0.1, 0.9])
        return boven - onder

    assert breedte(u, "rvdr.bntb_instroom") > 1.5 * breedte(alleen_instroom, "rvdr.bntb_instroom")
    assert breedte(alleen_instroom, "dtv.instroom_overig") == pytest.approx(0, abs=1e-9)
    assert breedte(u, "instroom.eerste_aanvragen") == pytest.approx(breedte(alleen_instroom, "instroom.eerste_aanvragen"))
