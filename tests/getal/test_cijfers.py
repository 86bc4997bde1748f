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


def test_de_namen_van_de_editie(u):
    teksten = [x.tekst for x in (editie(), vorige_editie(), jaar(0), jaar(1), jaar(-1), peildatum(), vastgesteld())]
    assert teksten == ["MPP 2023-1", "MPP 2022-2", "2022", "2023", "2024", "1 januari 2023", "28 april 2023"]
    assert bron("ind-2023").tekst == "IND, 2023-01-11"


@pytest.mark.parametrize(("vraag", "code"), [
    (lambda: n("coa.bezeting", 2023), "indicator-onbekend"),
    (lambda: p("ind.inwiliging", 2023), "parameter-onbekend"),
    (lambda: p("ind.inwilliging", 2031), "getal-periode-onbekend"),
    (lambda: r("coa.bezettingen", 2022), "getal-realisatie-onbekend"),
    (lambda: r("coa.bezetting", 2022), "getal-periode-onbekend"),
    (lambda: g("coa.bezetting", 2024), "getal-gepubliceerd-onbekend"),
    (lambda: bron("ind-2032"), "bron-onbekend"),
])
def test_een_onbekende_naam_wordt_gemeld(u, vraag, code):
    with pytest.raises(Fout) as fout:
        vraag()
    assert [x.code for x in fout.value.problemen] == [code]
    assert str(fout.value)
