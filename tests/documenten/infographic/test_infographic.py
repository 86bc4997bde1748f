"""Four pages, made of the texts of communications and nothing typed."""

import io
import itertools
import re

import pikepdf
import pytest
from lxml import html

import figures
from figures.stijl.vel import voetregel
from mpp.documenten.infographic import infographic
from mpp.glossarium import lees_glossarium
from mpp.ronde.status import Status
from tests.documenten.infographic.conftest import STATUS
from tests.editie import PROJECT


@pytest.fixture(scope="module")
def bestanden(u):
    return infographic(u, STATUS)


@pytest.fixture
def pagina(bestanden):
    return html.fromstring(bestanden["infographic.html"])


def woorden(element) -> str:
    return " ".join(element.text_content().split())


def test_vier_paginas_a4(bestanden):
    with pikepdf.open(io.BytesIO(bestanden["infographic.pdf"])) as pdf:
        assert [tuple(round(float(x)) for x in p.mediabox) for p in pdf.pages] == [(0, 0, 595, 842)] * 4


def test_zelfde_invoer_zelfde_bytes(bestanden, u):
    assert infographic(u, STATUS) == bestanden


def test_concept_staat_op_de_pagina(u):
    concept = Status(concept=True, redenen=("geen slot",), classificatie="openbaar", route="B")
    assert b"CONCEPT" in infographic(u, concept)["infographic.html"]


def test_de_webpagina_staat_op_zichzelf(bestanden):
    tekst = bestanden["infographic.html"].decode()
    assert not re.search(r'(?:src|href)="(?!data:|#)', tekst)
    assert "url(http" not in tekst


def test_elke_figuur_heeft_een_beschrijving(pagina):
    alt = [img.get("alt") for img in pagina.iter("img")]
    assert len(alt) == 4
    assert all(len(tekst) > 100 for tekst in alt)


def test_elk_cijfer_in_de_teksten_komt_uit_de_berekening(pagina):
    """Digits stand in a data element with its origin, or in a name the edition gives; figures and labels aside."""
    main = pagina.find(".//main")
    for weg in main.xpath(".//data | .//*[contains(@class, 'naam')] | .//*[contains(@class, 'woord')] | .//dl"):
        weg.drop_tree()
    assert not re.search(r"\d", woorden(main))


def test_koppen_zonder_sprongen_in_leesvolgorde(pagina):
    niveaus = [int(kop.tag[1]) for kop in pagina.iter("h1", "h2", "h3", "h4")]
    assert niveaus[0] == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(niveaus))
    assert niveaus.count(1) == 1


def test_een_kerncijfer_leest_als_naam_getal_uitleg(pagina):
    for kern in pagina.find_class("kern"):
        assert [kind.tag for kind in kern] == ["h2", "p", "p"]
        assert kern[1].find("data") is not None


def test_afkortingenlijst_is_precies_wat_is_gebruikt_op_alfabet(pagina, u):
    lijst = [woorden(dt) for dt in pagina.iter("dt")]
    assert lijst == sorted(lijst, key=str.casefold)
    assert len(lijst) == len(set(lijst))
    zichtbaar = " ".join([img.get("alt") for img in pagina.iter("img")])
    (dl,) = pagina.iter("dl")
    dl.drop_tree()
    zichtbaar += " " + woorden(pagina.find(".//main"))
    glossarium = lees_glossarium(PROJECT.wortel / "glossary.yml")
    in_tekst = {a.afkorting for a in glossarium.gebruikt([zichtbaar])}
    bronregels = [voetregel(u, figures.lees(naam).BRON) for naam in ("coa_bezetting", "instroom", "kansdichtheid", "keten")]
    assert set(lijst) == in_tekst | {a.afkorting for a in glossarium.gebruikt(bronregels)}
    assert {"COA", "IND", "MPP", "RvS"} <= set(lijst)
