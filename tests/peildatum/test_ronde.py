"""A round that begins in the middle of a year: months before the peildatum as they came, the model's after it."""

import numpy as np
import pytest

from mpp.productiemodel import Gerealiseerd, doorrekenen, keten
from mpp.uitkomsten.register import indicatoren, register
from mpp.uitkomsten.scenarios import per_scenario
from tests.editie import PROJECT
from tests.peildatum.editie import vanaf

HALF = "instroom.eerste_aanvragen"


def test_de_maanden_ervoor_zijn_wat_er_kwam_met_het_seizoen_gespreid(juli):
    seizoen = juli.ps.maanden("instroom.seizoen")
    for scenario in juli.scenarios:
        maanden = juli.maanden(HALF, scenario)
        assert maanden[:6].sum() == pytest.approx(15_000)
        assert maanden[:6] / maanden[0] == pytest.approx(seizoen[:6] / seizoen[0])


def test_het_jaar_is_wat_er_kwam_en_wat_het_model_geeft(juli):
    for id, i in indicatoren("extern").items():
        if i.soort in ("instroom", "uitstroom", "bedrag"):
            assert juli.waarde(id, 2023) == pytest.approx(juli.maanden(id)[:12].sum()), id
    for scenario in juli.scenarios:
        assert juli.waarde(HALF, 2023, scenario) == pytest.approx(juli.prognose.scenario(scenario)[0])


def test_geen_uitkomst_die_een_document_toont_is_onbekend(juli):
    assert not [id for id in indicatoren("intern") if not all(np.isfinite(juli.reeks(id, s)).all() for s in juli.scenarios)]


def test_een_stand_begint_op_de_peildatum_en_is_ervoor_niet_bekend(juli):
    for id, v in keten().voorraden.items():
        maanden, begin = juli.maanden(id), juli.ps.vast(v.begin)
        assert np.isnan(maanden[:6]).all()
        erbij, eraf = (sum(juli.maanden(s.id)[6] for s in keten().stromen.values() if getattr(s, kant) == id) for kant in ("naar", "van"))
        assert maanden[6] == pytest.approx(begin + erbij - eraf, abs=1e-6), id


def test_een_maand_die_apart_is_geteld_blijft_zo_en_de_rest_van_het_halfjaar_wordt_gespreid(juli):
    maanden = juli.maanden("ind.nareis.beslissingen")[:6]
    assert (maanden[2], maanden.sum()) == (1_110, pytest.approx(7_000))
    assert np.delete(maanden, 2) == pytest.approx([5_890 / 5] * 5)


def test_wat_uit_andere_volgt_wordt_niet_apart_gevraagd(juli, ronde):
    kwam = Gerealiseerd(keten(), ronde)
    assert "instroom.totaal" not in kwam.gegeven
    delen = register()["instroom.totaal"].delen
    assert kwam.afgeleid["instroom.totaal"] == pytest.approx(sum(kwam.reeksen[deel] for deel in delen))
    assert juli.maanden("rvdr.bntb_instroom_cumulatief")[11] == pytest.approx(juli.maanden("rvdr.bntb_instroom")[:12].sum())


def test_een_piek_of_duur_is_in_elke_maand_van_haar_periode_gelijk(juli):
    assert juli.maanden("politie.registraties_per_dag")[:6].tolist() == [90.9] * 6
    assert juli.waarde("politie.registraties_per_dag", 2023) == juli.maanden("politie.registraties_per_dag")[:12].max()


def test_ook_de_trekkingen_en_de_gevoeligheid_beginnen_bij_wat_er_kwam(juli, ronde):
    from mpp.uitkomsten import bereken

    getrokken = bereken(ronde, trekkingen=60)
    instroom = getrokken.getrokken(HALF, 2023)
    assert instroom == pytest.approx(getrokken.prognose.trekkingen(60)[:, 0])
    assert instroom.min() > 15_000
    for id in ("coa.bezetting", "dji.instroom", "ind.spoor4.doorlooptijd"):
        assert np.isfinite(getrokken.getrokken(id, 2023)).all()


def test_met_de_peildatum_van_1_januari_is_er_niets_gerealiseerd(u):
    assert Gerealiseerd(keten(), u.ps).reeksen == {}
    assert u.prognose.gekomen is None
    assert u.editie.begin == u.editie.peildatum


@pytest.fixture(scope="module")
def gewoon(u):
    """The shipped edition run in medio: what a round that begins later must go on with."""
    ps = PROJECT.laad()
    instroom = u.prognose.scenario("medio")[None]
    anders = {id: waarden[1:2] for id, waarden in per_scenario(ps).items()}
    return ps, instroom, anders, {id: maanden[0] for id, maanden in doorrekenen(ps, instroom, anders).items()}


ZONDER_WACHTRIJ = ("instroom.totaal", "ind.spoor1.voorraad", "ind.spoor2.voorraad", "ind.mvv.gezin.voorraad", "dji.bezetting")


@pytest.mark.parametrize("n", range(1, 12))
def test_een_ronde_die_later_begint_bij_wat_het_model_gaf_gaat_verder_zoals_het_model(gewoon, n):
    """Any month: with the model's own months and stocks before it, the rest of the forecast is the same."""
    ps, instroom, anders, maanden = gewoon
    later = {id: reeks[0] for id, reeks in doorrekenen(vanaf(ps, maanden, n), instroom, anders).items()}
    for id in (*ZONDER_WACHTRIJ, "bz.oda_persoonsjaren"):
        assert later[id][n:] == pytest.approx(maanden[id][n:], rel=1e-9), id
    for id in ("instroom.totaal", "bz.oda_persoonsjaren", "ind.dwangsommen"):
        assert later[id][:n] == pytest.approx(maanden[id][:n]), id
    for id, v in keten().voorraden.items():
        assert np.isnan(later[id][:n]).all()
        assert np.isfinite(later[id][n:]).all(), (id, v.begin)
