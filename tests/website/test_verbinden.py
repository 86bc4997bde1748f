"""Every number on a page tells what it is and leads to its explanation; without those links the page is what it was."""

import re

import pytest
from lxml import html

from mpp.getal.cijfers import n, p, r
from mpp.getal.woorden import verschil
from mpp.problemen import Fout
from mpp.website.blad import Bladen
from mpp.website.samen import zonder_website
from mpp.website.verbinden import ontbind, verbind


@pytest.fixture(scope="module")
def aanwijzingen(u, status):
    return Bladen(u, status).aanwijzingen


def verbonden(getal, aanwijzingen, pad="rapportage/x.html", om="{}"):
    pagina = f"<html><main>{om.format(getal.__html__())}</main></html>"
    return html.document_fromstring(verbind(pagina, pad, aanwijzingen, lambda pad: pad)).find(".//a")


def test_een_uitkomst_zegt_wat_zij_is_wanneer_in_welk_scenario_en_met_welke_band(u, aanwijzingen):
    link = verbonden(n("coa.bezetting", 2023, u=u), aanwijzingen)
    assert re.fullmatch(r"Bezetting COA, 31 december 2023, medio; band [\d.]+ tot [\d.]+", link.get("aria-description"))
    assert link.get("href") == "../uitleg/coa.bezetting.html#medio-2023"


def test_een_parameter_en_een_realisatie_leiden_naar_hun_eigen_blad(u, aanwijzingen):
    invoer = verbonden(p("ind.spoor4.productie", 2023, u=u), aanwijzingen, "infographic.html")
    assert invoer.get("href") == "uitleg/parameters/ind.spoor4.productie.html#waarde-2023"
    kwam = verbonden(r("instroom.totaal", 2022, u=u), aanwijzingen)
    assert kwam.get("href") == "../uitleg/realisaties/instroom.totaal.html#waarde-2022"
    assert "realisatie" in kwam.get("aria-description")


def test_wat_een_realisatie_weglaat_zegt_zij_ook_hier(u, aanwijzingen):
    assert "zonder " in verbonden(r("instroom.totaal", 2022, u=u), aanwijzingen).get("aria-description")


def test_een_berekend_getal_noemt_waaruit(u, aanwijzingen):
    link = verbonden(verschil(n("coa.bezetting", 2024, u=u), n("coa.bezetting", 2023, u=u)), aanwijzingen)
    assert link.get("aria-description").startswith("Berekend uit: Bezetting COA, 31 december 202")


def test_een_soort_getal_die_de_teksten_niet_kennen_houdt_de_uitgave_tegen(aanwijzingen):
    with pytest.raises(Fout) as fout:
        aanwijzingen.bij("nieuw:soort", "")
    assert [p.code for p in fout.value.problemen] == ["tekst-ontbreekt"]


def test_een_getal_in_een_koppeling_blijft_zoals_het_is(u, aanwijzingen):
    link = verbonden(n("coa.bezetting", 2023, u=u), aanwijzingen, om='<a href="y.html">{}</a>')
    assert link.get("href") == "y.html"


def test_een_getal_in_een_tabel_is_geen_halte_voor_het_toetsenbord(u, aanwijzingen):
    getal = n("coa.bezetting", 2023, u=u)
    assert verbonden(getal, aanwijzingen, om="<table><tr><td>{}</td></tr></table>").get("tabindex") == "-1"
    assert verbonden(getal, aanwijzingen).get("tabindex") is None


def test_zonder_de_website_is_elk_document_wat_het_was(site, documenten):
    assert {pad: inhoud for pad, inhoud in zonder_website(site).items() if pad in documenten} == documenten
    assert zonder_website(site).keys() == documenten.keys()


def test_elk_getal_van_een_document_is_verbonden(site, documenten):
    for pad in documenten:
        kaal = [d for d in html.document_fromstring(site[pad]).iter("data") if d.getparent().get("class") != "herkomst"]
        assert [d for d in kaal if not d.xpath("ancestor::a")] == []
        assert ontbind(site[pad].decode()) != site[pad].decode()
