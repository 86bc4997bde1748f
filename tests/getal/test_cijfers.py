"""What a text may speak of, by name."""

import pytest

from mpp.getal import bron, editie, g, jaar, n, p, peildatum, r, vastgesteld, vorige_editie
from mpp.problemen import Fout
from mpp.uitkomsten import register


def test_indicator_parameter_realisatie_en_gepubliceerd_cijfer(u):
    i = list(register()).index("coa.bezetting")
    assert n("coa.bezetting", 2023, op=1).tekst == str(12 + 100 + i)
    assert n("coa.bezetting", 2024, "maximum", op=1).tekst == str(24 + 200 + i)
    assert p("ind.inwilliging", 2023).tekst == "78%"
    assert r("coa.bezetting", "2022-12-31").tekst == "51.700"
    assert g("coa.bezetting", 2023).tekst == "40"


def test_wat_intern_is_mag_in_een_editie_die_niet_openbaar_is(u, monkeypatch):
    monkeypatch.setattr(type(u), "editie", u.editie.model_copy(update={"classificatie": "voor intern gebruik"}))
    assert n("ind.spoor4.verschoven_capaciteit", 2023).eenheid == "zaken"


def test_zonder_scenario_is_een_gepubliceerd_cijfer_dat_van_medio_of_anders_van_de_planning(u, monkeypatch):
    medio = u.ps.gepubliceerd[0]
    alleen_planning = medio.model_copy(update={"indicator": "coa.capaciteit", "scenario": "planning", "waarde": 50.0})
    beide = medio.model_copy(update={"scenario": "planning", "waarde": 60.0})
    monkeypatch.setattr(type(u.ps), "gepubliceerd", (alleen_planning, beide, medio))
    assert (g("coa.bezetting", 2023).waarde, g("coa.bezetting", 2023, "planning").waarde) == (40, 60)
    assert (g("coa.capaciteit", 2023).waarde, g("coa.capaciteit", 2023).sleutel) == (50, "2023|planning")


def test_de_namen_van_de_editie(u):
    teksten = [x.tekst for x in (editie(), vorige_editie(), jaar(0), jaar(1), jaar(-1), peildatum(), vastgesteld())]
    assert teksten == ["MPP 2023-1", "MPP 2022-2", "2022", "2023", "2024", "1 januari 2023", "28 april 2023"]
    assert bron("ind-2023").tekst == "IND, 11 januari 2023"


@pytest.mark.parametrize(
    ("vraag", "code"),
    [
        (lambda: n("coa.bezeting", 2023), "indicator-onbekend"),
        (lambda: n("gemeenten.ruimte", 2023), "indicator-niveau"),
        (lambda: n("ind.spoor4.verschoven_capaciteit", 2023), "indicator-niveau"),
        (lambda: p("ind.inwiliging", 2023), "parameter-onbekend"),
        (lambda: p("ind.inwilliging", 2031), "getal-periode-onbekend"),
        (lambda: r("coa.bezettingen", 2022), "getal-realisatie-onbekend"),
        (lambda: r("coa.bezetting", 2022), "getal-periode-onbekend"),
        (lambda: g("coa.bezetting", 2024), "getal-gepubliceerd-onbekend"),
        (lambda: bron("ind-2032"), "bron-onbekend"),
    ],
)
def test_een_onbekende_naam_wordt_gemeld(u, vraag, code):
    with pytest.raises(Fout) as fout:
        vraag()
    assert [x.code for x in fout.value.problemen] == [code]
    assert str(fout.value)
