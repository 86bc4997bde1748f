"""The document as accessible PDF for the archive, and as a page that everyone can read."""

import pytest

from mpp.controle import verapdf
from tests.web.browser import axe_bron, chromium, gebreken


@pytest.fixture(scope="module")
def map_(gemaakt, gemaakt_juli, tmp_path_factory):
    map_ = tmp_path_factory.mktemp("prognose")
    for naam, bestanden in (("januari", gemaakt), ("juli", gemaakt_juli)):
        for pad, inhoud in bestanden.items():
            (map_ / f"{naam}-{pad}").write_bytes(inhoud)
    return map_


def test_elke_pdf_voldoet_aan_pdf_ua_en_pdf_a(map_):
    uitslag = verapdf.toets(sorted(map_.glob("*.pdf")))
    if uitslag.niet_getoetst:
        pytest.skip(f"niet getoetst: {uitslag.niet_getoetst}")
    assert [str(p) for p in uitslag.problemen] == []


@pytest.fixture(scope="module")
def browser():
    with chromium() as geopend:
        yield geopend


@pytest.mark.parametrize("breedte", [375, 1280])
@pytest.mark.parametrize("ronde", ["januari", "juli"])
def test_axe_vindt_niets_en_de_pagina_past_in_het_venster(map_, browser, ronde, breedte):
    pagina = browser.new_page(viewport={"width": breedte, "height": 900})
    pagina.goto((map_ / f"{ronde}-prognose.html").as_uri(), wait_until="networkidle")
    gevonden, goed = gebreken(pagina, axe_bron())
    past = pagina.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    pagina.close()
    assert gevonden == []
    assert goed > 10
    assert past
