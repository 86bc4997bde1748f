"""The words in a chart are those that the results draw, letter by letter."""

import re

import pytest

import figures
from mpp.controle.pakket.beelden import letters
from mpp.controle.pakket.verslag import Verslag

NAAM = "nidos"


@pytest.fixture(scope="module")
def svg(u) -> bytes:
    return figures.svg(NAAM, u)


@pytest.fixture
def toets(beelden, u):
    def van(svg: bytes, alt: str | None = None) -> Verslag:
        verslag = Verslag("pagina.html")
        beelden.toets(svg, figures.lees(NAAM).alt(u) if alt is None else alt, verslag)
        return verslag

    return van


def test_een_grafiek_van_deze_uitkomsten(toets, svg):
    verslag = toets(svg)
    assert verslag.problemen == []
    assert verslag.gezien == verslag.verantwoord > 10


def test_twee_grafieken_naast_elkaar(toets, u):
    namen = ("ind_spoor4", "nidos")
    assert toets(figures.naast_elkaar(*namen, u), " ".join(figures.lees(naam).alt(u) for naam in namen)).problemen == []


def test_een_cijfer_dat_anders_is_getekend(toets, svg):
    nummers = {teken: f"{nummer:x}" for nummer, teken in letters("").items()}
    plek = rb'(<!-- 2023 -->.*?href="#IBMPlexSans-)%s"' % nummers["2"].encode()
    anders = re.sub(plek, rb'\g<1>%s"' % nummers["7"].encode(), svg, count=1, flags=re.DOTALL)
    (probleem,) = toets(anders).problemen
    assert (probleem.gegevens["gevonden"], probleem.gegevens["verwacht"]) == ("7023", "2023")


def test_een_ander_opschrift(toets, svg):
    assert toets(svg.replace(b"<!-- 2023 -->", b"<!-- 2029 -->", 1)).problemen


def test_een_beeld_dat_geen_grafiek_van_de_editie_is(toets, svg):
    verslag = toets(svg, "Een eigen tekening.")
    assert {p.code for p in verslag.problemen} == {"pakket-gegeven-anders"}
    assert verslag.verantwoord == 0


def test_tekst_zonder_herkomst_in_een_beeld(toets, svg):
    assert toets(svg.replace(b"</svg>", b"<text>12</text></svg>")).problemen
