"""The site as its readers get it: from a folder, without a network, on a wide screen and on a phone."""

import posixpath
from urllib.parse import urlsplit

import pytest
from lxml import html

from mpp.website.samen import BEGIN, INDEX, ZOEKEN
from tests.web.browser import gebreken

BLADEN = (BEGIN, "uitleg/coa.bezetting.html", "uitleg/parameters/ind.spoor4.productie.html")


def test_elke_koppeling_en_elk_bestand_waarnaar_een_bladzijde_wijst_bestaat(site):
    bomen = {pad: html.document_fromstring(inhoud) for pad, inhoud in site.items() if pad.endswith(".html")}
    ids = {pad: {*boom.xpath("//@id")} for pad, boom in bomen.items()}
    kwijt = []
    for pad, boom in bomen.items():
        for adres in {*boom.xpath("//a/@href | //link/@href | //script/@src | //img/@src")}:
            deel = urlsplit(adres)
            if deel.scheme:
                continue
            doel = posixpath.normpath(posixpath.join(posixpath.dirname(pad), deel.path)) if deel.path else pad
            if doel not in site or (deel.fragment and deel.fragment not in ids.get(doel, ())):
                kwijt.append(f"{pad}: {adres}")
    assert kwijt == []


def test_de_eerste_bladzijde_beantwoordt_drie_vragen_en_noemt_elk_document(site):
    boom = html.document_fromstring(site[BEGIN])
    assert len(boom.xpath("//div[@class='vragen']/section")) == 3
    genoemd = {rij.findtext("th") for rij in boom.xpath("//table[@class='documenten']//tr") if rij.find("td") is not None}
    assert genoemd == {"Bijlage bij de Kamerbrief", "Oplegnota bij de MPP", "Productiemodel"}


@pytest.fixture(params=((375, 800), (1280, 900)), ids=("telefoon", "breed"))
def venster(request, browser):
    breedte, hoogte = request.param
    pagina = browser.new_page(viewport={"width": breedte, "height": hoogte})
    yield pagina
    pagina.close()


def test_axe_vindt_niets_en_niets_loopt_het_scherm_uit(venster, map_, axe):
    for blad in BLADEN:
        venster.goto((map_ / blad).as_uri())
        assert gebreken(venster, axe)[0] == [], blad
        assert venster.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), blad


def test_een_getal_vertelt_wat_het_is_als_het_wordt_aangewezen(browser, map_):
    pagina = browser.new_page()
    pagina.goto((map_ / BEGIN).as_uri())
    meten = "e => { const s = getComputedStyle(e, '::after'); return [s.display, s.content] }"
    link = pagina.locator("a.herkomst").first
    assert link.evaluate(meten)[0] == "none"
    link.hover()
    getoond, tekst = link.evaluate(meten)
    assert getoond == "block"
    assert "medio" in tekst
    pagina.mouse.move(0, 0)
    link.focus()
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Shift+Tab")
    assert link.evaluate(meten)[0] == "block"
    pagina.close()


def test_een_tik_vertelt_eerst_wat_het_is_en_gaat_dan_pas_verder(browser, map_):
    pagina = browser.new_context(has_touch=True, viewport={"width": 375, "height": 800}).new_page()
    pagina.goto((map_ / BEGIN).as_uri())
    link = pagina.locator("a.herkomst").first
    link.tap()
    assert pagina.url.endswith(BEGIN)
    assert link.evaluate("e => getComputedStyle(e, '::after').display") == "block"
    link.tap()
    pagina.wait_for_url("**/uitleg/**")
    pagina.close()


def test_het_menu_is_op_een_telefoon_gevouwen_en_op_een_breed_scherm_open(browser, map_):
    for breedte, zichtbaar in ((375, False), (1280, True)):
        pagina = browser.new_page(viewport={"width": breedte, "height": 800})
        pagina.goto((map_ / BEGIN).as_uri())
        assert pagina.locator("nav.website a").first.is_visible() is zichtbaar
        pagina.close()


def test_zoeken_vindt_een_uitkomst_bij_haar_naam(browser, map_):
    pagina = browser.new_page()
    pagina.goto((map_ / ZOEKEN).as_uri())
    pagina.locator("#vraag").fill("bezetting coa")
    gevonden = pagina.locator("#uitslag a")
    assert gevonden.first.text_content() == "Bezetting COA"
    pagina.locator("#vraag").fill("zqxj")
    assert pagina.locator("#stand").text_content() == "Niets gevonden."
    pagina.close()


def test_de_zoekindex_bevat_geen_getal(site):
    woorden = [deel.rsplit('","', 1)[-1] for deel in site[INDEX].decode().split("],[")]
    assert not [w for w in woorden if any(c.isdigit() for c in w)]
