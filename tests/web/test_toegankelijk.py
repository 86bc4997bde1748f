"""A page of the website as a reader gets it: in a browser, on its own, with nothing for axe or html-validate to find."""

import pytest

from tests.web.browser import gebreken

VENSTERS = {"breed": (1400, 900), "tablet": (900, 1100), "telefoon": (390, 800)}


@pytest.fixture(params=VENSTERS)
def pagina(request, browser, site):
    """The page `instroom` in a window of each width, with every address it asked for."""
    breedte, hoogte = VENSTERS[request.param]
    pagina = browser.new_page(viewport={"width": breedte, "height": hoogte})
    pagina.gevraagd = []
    pagina.on("request", lambda verzoek: pagina.gevraagd.append(verzoek.url))
    pagina.goto((site / "instroom.html").as_uri(), wait_until="networkidle")
    yield pagina
    pagina.close()


def test_axe_vindt_niets(pagina, axe):
    gevonden, goed = gebreken(pagina, axe)
    assert gevonden == []
    assert goed > 20


def test_de_bladzijde_vraagt_niets_van_buiten(pagina, site):
    assert pagina.gevraagd
    assert all(adres.startswith((site.as_uri(), "data:")) for adres in pagina.gevraagd)


def test_de_letter_is_die_van_het_huis(pagina):
    geladen = pagina.evaluate("document.fonts.ready.then(() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family))")
    assert {naam.strip('"') for naam in geladen} == {"IBM Plex Sans"}


def test_de_bladzijde_past_in_het_venster(pagina):
    assert pagina.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_een_regel_is_niet_langer_dan_vijfenzeventig_tekens(pagina):
    meten = """() => { const p = document.querySelector('main p'); const s = getComputedStyle(p);
        const c = document.createElement('canvas').getContext('2d'); c.font = `${s.fontSize} "IBM Plex Sans"`;
        const tekst = p.innerText; return p.clientWidth / (c.measureText(tekst).width / tekst.length); }"""
    assert pagina.evaluate(meten) <= 75


def test_html_validate_vindt_niets(site, html_validate):
    assert html_validate(site / "instroom.html", site / "opvang.html") == ""
