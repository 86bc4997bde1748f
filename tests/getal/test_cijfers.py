"""What a text may speak of, by name."""

import pytest

from mpp.getal.cijfers import editie, g, jaar, n, naar_jaar, p, peildatum, r, vastgesteld, vorige_editie
from mpp.getal.verwijzing import bron
from mpp.getal.woorden import aandeel, groei, ongeveer
from mpp.problemen import Fout
from mpp.uitkomsten import register


def test_indicator_parameter_realisatie_en_gepubliceerd_cijfer(proef):
    i = list(register()).index("coa.bezetting")
    assert n("coa.bezetting", 2023, u=proef).waarde == 12 + 100 + i
    assert n("coa.bezetting", 2024, "maximum", u=proef).waarde == 24 + 200 + i
    assert p("ind.inwilliging", 2023, u=proef).tekst == "78%"
    assert r("coa.bezetting", "2022-12-31", u=proef).tekst == "51.700"
    assert g("coa.bezetting", 2023, u=proef).tekst == "40"


def test_een_parameter_naar_jaar_noemt_elke_waarde_een_keer(u):
    assert naar_jaar("ind.beslistermijn", u=u).tekst == "15 in 2023 en 6 in 2024 tot en met 2027"
    assert naar_jaar("politie.capaciteit_per_dag", u=u).tekst == "120 in 2023, 155 in 2024 en 170 in 2025 tot en met 2027"
    assert naar_jaar("coa.bezettingspercentage", u=u).tekst == f"{p('coa.bezettingspercentage', 2023, u=u).tekst} in 2023 tot en met 2027"
    with pytest.raises(Fout):
        naar_jaar("ind.beslisterm", u=u)


TE_FIJN = {
    "een indicator": lambda u: n("coa.bezetting", 2023, op=1, u=u),
    "met een decimaal": lambda u: n("coa.bezetting", 2023, op=0.1, u=u),
    "net te fijn": lambda u: n("coa.bezetting", 2023, op=9.99, u=u),
    "achteraf": lambda u: n("coa.bezetting", 2023, u=u).met(op=1),
    "een som": lambda u: (n("coa.bezetting", 2023, u=u) + n("coa.bezetting", 2024, u=u)).met(op=1),
    "een som met wat is ingevoerd": lambda u: (n("coa.bezetting", 2023, u=u) - r("coa.bezetting", "2022-12-31", op=1, u=u)).met(op=1),
    "een aandeel": lambda u: aandeel(n("coa.bezetting", 2023, u=u), n("coa.bezetting", 2024, u=u)).met(op=0.001),
    "een andere eenheid": lambda u: (n("coa.bezetting", 2023, u=u) / n("coa.bezetting", 2024, u=u)).met(eenheid="aandeel", op=0.001),
    "een verandering": lambda u: groei(n("coa.bezetting", 2023, u=u), n("coa.bezetting", 2024, u=u), 0.0001),
    "in woorden": lambda u: ongeveer(n("coa.bezetting", 2023, u=u), 1),
}


@pytest.mark.parametrize("hoe", TE_FIJN)
def test_in_een_openbare_editie_is_geen_getal_fijner_dan_in_elk_ander_document(proef, hoe):
    with pytest.raises(Fout) as fout:
        TE_FIJN[hoe](proef)
    assert [p.code for p in fout.value.problemen] == ["getal-te-fijn"]


def test_wat_is_ingevoerd_staat_er_hoogstens_zoals_het_is_ingevoerd(proef):
    assert r("coa.bezetting", "2022-12-31", op=0.1, u=proef).tekst == "51.701"
    assert p("ind.inwilliging", 2023, op=0.001, u=proef).tekst == "78%"
    assert g("coa.bezetting", 2023, op=0.5, u=proef).tekst == "40"


def test_grover_mag_altijd_en_wat_is_ingevoerd_mag_zoals_het_is_ingevoerd(proef):
    assert n("coa.bezetting", 2023, op=1000, u=proef).op == 1000
    assert n("coa.bezetting", 2023, u=proef).met(op=100).met(op=10).op == 10
    assert r("coa.bezetting", "2022-12-31", op=1, u=proef).tekst == "51.701"
    assert g("coa.bezetting", 2023, op=1, u=proef).tekst == "40"
    assert groei(n("coa.bezetting", 2023, u=proef), n("coa.bezetting", 2024, u=proef), 0.001).op == 0.001


def test_wie_van_de_keten_is_mag_het_fijner_zien(proef, monkeypatch):
    monkeypatch.setattr(type(proef), "editie", proef.editie.model_copy(update={"classificatie": "voor intern gebruik"}))
    fijn = n("coa.bezetting", 2023, op=0.1, u=proef)
    assert (fijn + fijn).met(op=0.01).op == 0.01
    assert (fijn / fijn).met(eenheid="aandeel", op=0.001).op == 0.001


def test_wat_intern_is_mag_in_een_editie_die_niet_openbaar_is(proef, monkeypatch):
    monkeypatch.setattr(type(proef), "editie", proef.editie.model_copy(update={"classificatie": "voor intern gebruik"}))
    assert n("ind.spoor4.verschoven_capaciteit", 2023, u=proef).eenheid == "zaken"


def test_zonder_scenario_is_een_gepubliceerd_cijfer_dat_van_medio_of_anders_van_de_planning(proef, monkeypatch):
    medio = proef.ps.gepubliceerd[0]
    alleen_planning = medio.model_copy(update={"indicator": "coa.capaciteit", "scenario": "planning", "waarde": 50.0})
    beide = medio.model_copy(update={"scenario": "planning", "waarde": 60.0})
    monkeypatch.setattr(type(proef.ps), "gepubliceerd", (alleen_planning, beide, medio))
    assert (g("coa.bezetting", 2023, u=proef).waarde, g("coa.bezetting", 2023, "planning", u=proef).waarde) == (40, 60)
    assert (g("coa.capaciteit", 2023, u=proef).waarde, g("coa.capaciteit", 2023, u=proef).sleutel) == (50, "2023|planning")


def test_de_namen_van_de_editie(proef):
    namen = [*(naam(u=proef) for naam in (editie, vorige_editie, peildatum, vastgesteld)), *(jaar(nr, u=proef) for nr in (0, 1, -1))]
    assert [naam.tekst for naam in namen] == ["MPP 2023-1", "MPP 2022-2", "1 januari 2023", "28 april 2023", "2022", "2023", "2024"]
    assert bron("ind-2023", u=proef).tekst == "IND, 11 januari 2023"


@pytest.mark.parametrize(
    ("vraag", "code"),
    [
        (lambda u: n("coa.bezeting", 2023, u=u), "indicator-onbekend"),
        (lambda u: n("gemeenten.ruimte", 2023, u=u), "indicator-niveau"),
        (lambda u: n("ind.spoor4.verschoven_capaciteit", 2023, u=u), "indicator-niveau"),
        (lambda u: p("ind.inwiliging", 2023, u=u), "parameter-onbekend"),
        (lambda u: p("ind.inwilliging", 2031, u=u), "getal-periode-onbekend"),
        (lambda u: r("coa.bezettingen", 2022, u=u), "getal-realisatie-onbekend"),
        (lambda u: r("coa.bezetting", 2022, u=u), "getal-periode-onbekend"),
        (lambda u: g("coa.bezetting", 2024, u=u), "getal-gepubliceerd-onbekend"),
        (lambda u: bron("ind-2032", u=u), "bron-onbekend"),
    ],
)
def test_een_onbekende_naam_wordt_gemeld(proef, vraag, code):
    with pytest.raises(Fout) as fout:
        vraag(proef)
    assert [x.code for x in fout.value.problemen] == [code]
    assert str(fout.value)
