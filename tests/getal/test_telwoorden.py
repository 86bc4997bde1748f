"""Numbers in words follow from the numbers."""

import pytest

from mpp.getal.cijfers import aantal_jaren, kans
from mpp.getal.getal import Getal
from mpp.getal.telwoorden import een_op, telwoord, van_de
from mpp.glossarium import lees_glossarium


def getal(waarde: float, op: float = 1) -> Getal:
    return Getal(waarde, "jaren", op, "x")


@pytest.mark.parametrize(("waarde", "woord"), [(0, "nul"), (1, "een"), (5, "vijf"), (11.6, "twaalf"), (20, "twintig")])
def test_een_heel_getal_als_woord(waarde, woord):
    assert telwoord(getal(waarde)).tekst == woord


@pytest.mark.parametrize(
    ("waarde", "op", "van"),
    [
        (1 / 8, "een op acht", "een van de acht"),
        (0.75, "drie op vier", "drie van de vier"),
        (2 / 3, "twee op drie", "twee van de drie"),
        (0.95, "negentien op twintig", "negentien van de twintig"),
    ],
)
def test_een_deel_als_kans(waarde, op, van):
    assert (een_op(getal(waarde)).tekst, van_de(getal(waarde)).tekst) == (op, van)


def test_een_woord_kent_zijn_getal_en_waar_dat_vandaan_komt():
    assert een_op(getal(1 / 8)).kenmerken == {"waarde": "0.125", "bron": "(x)", "afronding": "0.001"}


@pytest.mark.parametrize(("schrijf", "waarde"), [(telwoord, 21), (telwoord, -1), (een_op, 0.13), (een_op, 1), (van_de, 0)])
def test_wat_niet_in_woorden_te_zeggen_is_wordt_geweigerd(schrijf, waarde):
    with pytest.raises(ValueError, match="is n"):
        schrijf(getal(waarde))


def test_de_kansen_van_de_scenarios_volgen_uit_de_prognose(u):
    for jaar in u.jaren:
        assert een_op(kans(jaar, onder="minimum", u=u)).tekst == "een op acht"
        assert een_op(kans(jaar, boven="medio", u=u)).tekst == "een op drie"
        assert een_op(kans(jaar, boven="maximum", u=u)).tekst == "een op acht"


def test_de_begrippenlijst_zegt_hetzelfde_als_de_berekening(u):
    jaar = u.jaren[0]
    lijst = lees_glossarium(u.ps.wortel / "glossary.yml")
    uitleg = {b.term: b.uitleg for b in lijst.begrippen} | {a.afkorting: a.uitleg for a in lijst.afkortingen}
    assert f"kans op een lagere instroom is {een_op(kans(jaar, onder='minimum', u=u)).tekst}." in uitleg["minimum"]
    assert f"kans op een hogere instroom is {een_op(kans(jaar, boven='medio', u=u)).tekst}." in uitleg["medio"]
    assert f"kans op een hogere instroom is {een_op(kans(jaar, boven='maximum', u=u)).tekst}." in uitleg["maximum"]
    assert f"voor {telwoord(aantal_jaren(u=u)).tekst} jaar vooruit" in uitleg["MPP"]
