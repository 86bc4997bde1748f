"""The fan charts and the tornado show what was drawn and computed."""

import pytest

from figures import tornado, waaier


def test_de_banden_van_een_waaier_liggen_in_elkaar(u):
    tabel = waaier.gegevens(u)
    kolommen = ["onder 95%", "onder 75%", "onder 50%", "boven 50%", "boven 75%", "boven 95%"]
    assert (tabel[kolommen].diff(axis=1).iloc[:, 1:] >= 0).all(axis=None)
    assert len(tabel) == len(waaier.PANELEN) * len(u.jaren)


def test_de_waaier_en_de_bandentabel_komen_uit_dezelfde_trekkingen(u):
    eerste = waaier.gegevens(u).iloc[0]
    assert [eerste["onder 75%"], eerste["boven 75%"]] == u.met_trekkingen.banden("coa.bezetting", u.jaren[0], [0.125, 0.875]).tolist()


def test_de_tornado_begint_met_wat_in_de_drie_panelen_samen_het_meest_doet(u):
    rijen = tornado.invloeden(u)
    medio = [u.waarde(indicator, u.jaren[1]) for indicator, _ in tornado.PANELEN.values()]
    grootte = [sum(i.grootste / m for i, m in zip(rij, medio, strict=True)) for rij in rijen.values()]
    assert grootte == sorted(grootte, reverse=True)
    assert all({i.onzekerheid for i in rij} == {naam} for naam, rij in rijen.items())


def test_de_tornado_zegt_van_de_instroom_het_verschil_tussen_de_scenarios_en_medio(u):
    instroom = tornado.invloeden(u)["prognose"]
    jaar = u.jaren[1]
    for invloed, (indicator, _) in zip(instroom, tornado.PANELEN.values(), strict=True):
        medio = u.waarde(indicator, jaar)
        assert invloed.laag == pytest.approx(u.waarde(indicator, jaar, "minimum") - medio)
        assert invloed.hoog == pytest.approx(u.waarde(indicator, jaar, "maximum") - medio)
