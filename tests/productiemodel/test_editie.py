"""The edition as published: the inflow within 1%, the rest within what its explanation allows."""

import numpy as np
import pytest

from mpp.productiemodel import Keten, asiel
from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.verwijzing import Rij

#: How far the model may lie from a published figure, where that is more than 5% with the reason in its toelichting.
RUIM = {
    ("instroom.amv", 2023): 0.35,
    ("politie.registraties_per_dag", 2023): 0.10,
    ("ind.spoor4.beslissingen", 2023): 0.10,
    ("coa.capaciteit", 2024): 0.10,
}


@pytest.mark.parametrize(("scenario", "gepubliceerd"), [("minimum", 49_000), ("medio", 67_000), ("maximum", 77_000)])
def test_de_totale_asielinstroom_van_2023_is_die_van_de_mpp(u, scenario, gepubliceerd):
    assert u.waarde("instroom.totaal", 2023, scenario) == pytest.approx(gepubliceerd, rel=0.01)


def test_elk_gepubliceerd_cijfer_ligt_dicht_bij_het_model(u, ps):
    for g in ps.gepubliceerd:
        marge = RUIM.get((g.indicator, g.jaar), 0.05)
        assert u.waarde(g.indicator, g.jaar, g.scenario) == pytest.approx(g.waarde, rel=marge), g.indicator


def test_delen_tellen_op_tot_hun_geheel(u):
    from mpp.uitkomsten import register

    for indicator in register().values():
        if indicator.delen:
            for scenario in u.scenarios:
                som = sum(u.reeks(deel, scenario) for deel in indicator.delen)
                assert u.reeks(indicator.id, scenario) == pytest.approx(som, rel=1e-9), indicator.id


@pytest.mark.parametrize("voorraad", ["ind.spoor4.voorraad", "coa.bezetting_vergunninghouders"])
def test_wie_er_in_de_rij_staat_is_de_voorraad(ps, scenarios, voorraad):
    deel = Deel()
    deel.stand("in_de_rij")(lambda rij=Rij(voorraad): rij.ouder_dan(0))
    reeksen = Keten((*asiel.DELEN, deel)).rekenen(ps, scenarios).reeksen
    assert reeksen["in_de_rij"] == pytest.approx(reeksen[voorraad])


def test_eind_2023_zijn_er_weinig_zaken_buiten_de_termijn_en_eind_2024_veel(u):
    """As the letter of mid 2023 expected of the term of 15 months; from 2024 on it is 6 months again."""
    begin, eind_2023, eind_2024 = np.array([u.maanden("ind.spoor4.buiten_termijn")[i] for i in (0, 11, 23)])
    assert eind_2023 < 0.2 < begin
    assert eind_2024 > 2 * eind_2023


def test_een_werkvoorraad_blijft_ook_als_er_weinig_komt(u):
    for voorraad in ("ind.spoor1.voorraad", "ind.spoor2.voorraad", "rvdr.beroepen_voorraad", "rvs.hoger_beroep_voorraad"):
        assert min(u.maanden(voorraad, s).min() for s in u.scenarios) > 50, voorraad
    assert u.maanden("ind.spoor2.voorraad")[3] == pytest.approx(125, rel=0.05)  # published for 30 April 2023


@pytest.mark.parametrize(
    ("voorraad", "erbij", "eraf"),
    [
        ("ind.spoor1.voorraad", "ind.spoor1.instroom", "ind.spoor1.beslissingen"),
        ("ind.spoor2.voorraad", "ind.spoor2.instroom", "ind.spoor2.beslissingen"),
        ("ind.spoor4.voorraad", "ind.spoor4.instroom", "ind.spoor4.beslissingen"),
        ("ind.nareis.voorraad", "ind.nareis.aanvragen", "ind.nareis.beslissingen"),
        ("coa.bezetting", "coa.instroom", "coa.uitstroom"),
        ("gemeenten.achterstand", "gemeenten.taakstelling", "gemeenten.gehuisvest"),
        ("politie.wachtend", "instroom.eerste_aanvragen", "politie.registraties"),
        ("ind.amv.voorraad", "ind.amv.instroom", "ind.amv.beslissingen"),
        ("coa.amv.bezetting", "coa.amv.instroom", "coa.amv.uitstroom"),
        ("dtv.caseload", "dtv.instroom", "dtv.uitstroom"),
        ("nidos.pupillen", "nidos.instroom", "nidos.uitstroom"),
        ("rvdr.beroepen_voorraad", "rvdr.beroepen_instroom", "rvdr.beroepen_afgedaan"),
        ("rvdr.bntb_voorraad", "rvdr.bntb_instroom", "rvdr.bntb_afgedaan"),
        ("rvs.hoger_beroep_voorraad", "rvs.hoger_beroep_instroom", "rvs.hoger_beroep_afgedaan"),
    ],
)
def test_wat_gepubliceerd_is_sluit_op_zichzelf(u, voorraad, erbij, eraf):
    """Stock by stock: what it was, and what came, less what went, is what it is."""
    for scenario in u.scenarios:
        stand = u.maanden(voorraad, scenario)
        verloop = u.maanden(erbij, scenario) - u.maanden(eraf, scenario)
        assert np.diff(stand) == pytest.approx(verloop[1:], abs=1e-6)
