"""A chart is drawn as the results draw it: every letter, every line, every colour."""

import re

import pytest

import figures
from mpp.controle.pakket.beelden import lees_beeld
from mpp.controle.pakket.letters import letters
from mpp.controle.pakket.lijnen import uit_blad
from mpp.controle.pakket.verslag import Verslag
from mpp.pdf import maak_pdf
from tests.controle.pakket.test_drukwerk import META, open_pdf

NAAM = "nidos"


@pytest.fixture(scope="module")
def svg(u) -> bytes:
    return figures.svg(NAAM, u)


@pytest.fixture
def toets(beelden, u):
    def van(svg: bytes, alt: str | None = None) -> Verslag:
        verslag = Verslag("pagina.html")
        beelden.toets(svg, figures.alt(NAAM, u) if alt is None else alt, verslag)
        return verslag

    return van


def test_een_grafiek_van_deze_uitkomsten(toets, svg):
    verslag = toets(svg)
    assert verslag.problemen == []
    assert verslag.gezien == verslag.verantwoord > 10


def test_twee_grafieken_naast_elkaar(toets, u):
    namen = ("ind_spoor4", "nidos")
    assert toets(figures.naast_elkaar(*namen, u), " ".join(figures.alt(naam, u) for naam in namen)).problemen == []


def test_een_cijfer_dat_anders_is_getekend(toets, svg):
    nummers = {teken: f"{nummer:x}" for nummer, teken in letters("Regular").items()}
    plek = rb'(<!-- 2023 -->.*?href="#IBMPlexSans-)%s"' % nummers["2"].encode()
    anders = re.sub(plek, rb'\g<1>%s"' % nummers["7"].encode(), svg, count=1, flags=re.DOTALL)
    (probleem,) = toets(anders).problemen
    assert (probleem.gegevens["gevonden"], probleem.gegevens["verwacht"]) == ("7023", "2023")


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        (rb'(d="M )([\d.]+)', rb"\g<1>1\2"),
        (rb"(stroke: #)(\w)", rb"\g<1>f"),
        (rb"(translate\()([\d.]+)", rb"\g<1>1\2"),
        (rb"()</svg>", rb"<text>12</text></svg>"),
        (rb"(<!-- )2023", rb"\g<1>2029"),
    ],
)
def test_een_lijn_kleur_plek_of_tekst_die_anders_is(toets, svg, van, naar):
    anders = re.sub(van, naar, svg, count=1)
    assert anders != svg
    assert [p.code for p in toets(anders).problemen] == ["pakket-bestand"]


def test_twee_opschriften_die_van_plek_zijn_gewisseld(toets, svg):
    plekken = re.findall(rb'transform="translate\([\d. ]+\) scale\(0.08 -0.08\)"', svg)
    a, b = plekken[0], plekken[-1]
    assert a != b
    assert toets(svg.replace(a, b"@").replace(b, a).replace(b"@", b)).problemen


def test_een_beeld_dat_geen_grafiek_van_de_editie_is(toets, svg):
    verslag = toets(svg, "Een eigen tekening.")
    assert {p.code for p in verslag.problemen} == {"pakket-gegeven-anders"}
    assert verslag.verantwoord == 0


def test_een_pdf_tekent_dezelfde_lijnen_als_het_beeld(svg):
    html = '<html lang="nl"><head><title>Proef</title></head><body><main><img src="x.svg" alt="Lijnen"></main></body></html>'
    with open_pdf(maak_pdf(html, meta=META, bronnen={"x.svg": svg})) as document:
        inhoud = document.pages[0].Contents.read_bytes()
    (getekend,) = uit_blad(inhoud)
    assert getekend == lees_beeld(svg, "Lijnen").lijnen
    assert all(len(deel) > 3 for deel in getekend.values())
    (verschoven,) = uit_blad(re.sub(rb"(?m)^([\d.]+ [\d.]+ l)$", rb"1\1", inhoud, count=1))
    assert verschoven != getekend
