"""A change of one parameter goes through the chain; all uncertainties together give every indicator its band."""

import itertools
from types import SimpleNamespace

import numpy as np
import pytest

from mpp.getal.gevoeligheid import (
    aantal_trekkingen,
    breedste_band,
    effecten,
    gevolgen,
    omvang,
    smalste_band,
    tabel_aandelen,
    tabel_gevoeligheid,
)
from mpp.getal.prognosetabellen import tabel_kansen, tabel_toekomstscenarios
from mpp.getal.scenariotabel import tabel_scenarios
from mpp.problemen import Fout
from mpp.uitkomsten import SCENARIOS, bereken, indicator
from mpp.uitkomsten.wijzigingen import Wijziging, van_merk


def test_meer_beslissingen_verkleinen_de_voorraad_en_de_bezetting(u):
    meer = {"{omvang} meer": Wijziging("ind.spoor4.productie", maal=1.1)}
    (rij,) = tabel_gevoeligheid(meer, ["ind.spoor4.voorraad", "coa.bezetting"], u.jaren[1], u=u).rijen
    assert ">10%<" in rij[0]
    assert rij[1].waarde < rij[2].waarde < 0


def test_wie_niets_verandert_ziet_geen_verschil(u):
    niets = {"{omvang} anders": Wijziging("coa.bezettingspercentage", maal=1.0)}
    (rij,) = tabel_gevoeligheid(niets, ["coa.capaciteit", "nidos.pupillen"], u.jaren[-1], u=u).rijen
    assert [cel.waarde for cel in rij[1:]] == [0, 0]


@pytest.mark.parametrize(
    "geval",
    [
        [Wijziging("ind.spoor4.productie", maal=1.1)],
        [Wijziging("gemeenten.koppelduur", plus=2)],
        [Wijziging("ind.spoor4.productie", maal=0.9), Wijziging("ind.spoor1.productie", maal=0.9)],
        [Wijziging("coa.verblijfsduur_vertrek", naar="hoog")],
    ],
)
def test_elk_geval_is_gelijk_aan_een_doorrekening_met_andere_parameters(u, geval):
    def ander(w, waarde):
        return waarde.hoog if w.naar else waarde.waarde * w.maal + w.plus

    waarden = {w.parameter: {p: ander(w, waarde) for p, waarde in u.ps[w.parameter].waarden.items()} for w in geval}
    apart, jaar = bereken(u.ps.met(waarden)), u.jaren[1]
    ((verschil,),) = effecten([geval], ["coa.bezetting"], jaar, u=u)
    assert verschil.waarde == pytest.approx(apart.waarde("coa.bezetting", jaar) - u.waarde("coa.bezetting", jaar))
    assert van_merk(verschil.bron.split(":")[1]) == tuple(geval)


def test_een_andere_instroom_loopt_naar_de_scenarios(u):
    """The ends of the inflow are the minimum and the maximum, and all else stays as in medio."""
    for naar, scenario in (("laag", "minimum"), ("hoog", "maximum")):
        ((verschil,),) = effecten([[Wijziging("prognose", naar=naar)]], ["instroom.eerste_aanvragen"], u.jaren[0], u=u)
        medio = u.waarde("instroom.eerste_aanvragen", u.jaren[0])
        assert verschil.waarde == pytest.approx(u.waarde("instroom.eerste_aanvragen", u.jaren[0], scenario) - medio)


def test_de_gevolgen_staan_er_met_hun_richting(u):
    ids = ["ind.spoor4.voorraad", "ind.spoor4.beslissingen", "dtv.instroom_politie"]
    hoger = gevolgen(Wijziging("ind.spoor4.productie", maal=0.9), ids, u.jaren[1], u=u).tekst
    lager = gevolgen(Wijziging("ind.spoor4.productie", maal=1.1), ids, u.jaren[1], u=u).tekst
    for zin, richtingen in ((hoger, ("hoger", "lager", "gelijk")), (lager, ("lager", "hoger", "gelijk"))):
        delen = zin.split("; ")
        assert [deel.split()[-1] for deel in delen] == list(richtingen)
        assert delen[0].startswith("voorraad spoor 4: ")
        assert delen[2] == "instroom DT&V van de politie: gelijk"


def test_alleen_onzekerheden_met_genoeg_aandeel_staan_in_de_tabel_de_grootste_voorop(u):
    rijen = tabel_aandelen(["coa.bezetting", "rvdr.bntb_instroom"], u.jaren[1], vanaf=0.05, u=u).rijen
    aandelen = [[cel.waarde for cel in rij[1:]] for rij in rijen]
    assert rijen[0][0].tekst == "Eerste asielaanvragen"
    assert all(max(rij) >= 0.05 for rij in aandelen)
    assert [sum(rij) for rij in aandelen] == sorted(map(sum, aandelen), reverse=True)
    assert 0.7 < sum(rij[1] for rij in aandelen) <= 1.02


def test_er_zijn_tienduizend_trekkingen(u):
    assert aantal_trekkingen(u=u).tekst == "10.000"


@pytest.mark.parametrize(("parameter", "plus", "tekst"), [("gemeenten.realisatiegraad", -0.3, "30"), ("gemeenten.koppelduur", 8, "8")])
def test_de_omvang_staat_in_de_eenheid_van_de_parameter(u, parameter, plus, tekst):
    assert omvang(Wijziging(parameter, plus=plus), u=u).tekst == tekst


def test_een_onbekende_parameter_is_een_fout(u):
    with pytest.raises(Fout):
        tabel_gevoeligheid({"": Wijziging("ind.bestaat_niet", maal=2)}, ["coa.bezetting"], u.jaren[0], u=u)


def test_de_band_sluit_aan_bij_de_scenarios(u):
    """The draws come from the same prognosis as the scenarios: minimum and maximum are the ends of the band of the inflow."""
    jaar = u.jaren[0]
    medio, _, _, onder, boven = (rij[1].waarde for rij in tabel_scenarios(["instroom.eerste_aanvragen"], u=u).rijen)
    assert onder < medio < boven
    assert onder == pytest.approx(u.waarde("instroom.eerste_aanvragen", jaar, "minimum"), rel=0.03)
    assert boven == pytest.approx(u.waarde("instroom.eerste_aanvragen", jaar, "maximum"), rel=0.03)


def test_de_smalste_en_de_breedste_band_volgen_uit_de_trekkingen(u):
    ids, jaar = ["instroom.eerste_aanvragen", "gemeenten.gehuisvest", "rvdr.bntb_instroom"], u.jaren[1]
    breedtes = []
    for id in ids:
        onder, midden, boven = np.quantile(u.met_trekkingen.getrokken(id, jaar), (0.125, 0.5, 0.875))
        breedtes.append(((boven - onder) / midden, indicator(id).naam.lower()))
    assert smalste_band(ids, jaar, u=u).tekst.lower() == min(breedtes)[1]
    assert breedste_band(ids, jaar, u=u).tekst.lower() == max(breedtes)[1]


def test_de_scenarios_staan_onder_elkaar_met_de_band(u):
    ids = ["ind.spoor4.voorraad", "coa.bezetting"]
    tabel = tabel_scenarios(ids, u=u)
    assert len(tabel.koppen) == len(u.jaren) + 1
    assert tabel.koppen[0] == "Zaken en personen"
    assert sorted(tabel.totalen) == [0, 5]
    assert [rij[0].rpartition(", ")[2] for rij in tabel.rijen[:5]] == ["medio", "minimum", "maximum", "ondergrens band", "bovengrens band"]
    for blok, id in zip((tabel.rijen[:3], tabel.rijen[5:8]), ids, strict=True):
        for rij, scenario in zip(blok, ("medio", *(s for s in SCENARIOS if s != "medio")), strict=True):
            assert [cel.waarde for cel in rij[1:]] == [u.waarde(id, jaar, scenario) for jaar in u.jaren]


def test_een_indicator_die_gewoonlijk_nul_is_heeft_geen_band_naar_verhouding():
    class Getrokken:
        def banden(self, id, jaar, kansen):
            return np.array([0.0 if id == "politie.wachtend" else 10 * kans for kans in kansen])

    u = SimpleNamespace(met_trekkingen=Getrokken())
    for band in (smalste_band, breedste_band):
        assert band(["politie.wachtend", "coa.bezetting"], 2024, u=u).tekst == "bezetting COA"


def test_de_kans_op_meer_daalt_met_het_aantal(u):
    kansen = [[cel.waarde for cel in rij[1:]] for rij in tabel_kansen([20000, 40000, 60000], u=u).rijen]
    assert all(hoog <= laag for eerder, later in itertools.pairwise(kansen) for laag, hoog in zip(eerder, later, strict=True))


def test_de_kansen_van_uitsluitende_toekomstscenarios_tellen_op_tot_een(u):
    rijen = tabel_toekomstscenarios(u.jaren[0], u=u).rijen
    assert sum(rij[2].waarde for rij in rijen if rij[1] == "uitsluitend") == pytest.approx(1)
