"""The page with comments, as a reader gets it: in a browser, on its own, with nothing for axe to find."""

import pytest

from mpp.review.verslag import pagina
from tests.web.browser import gebreken


@pytest.fixture(params=[(1280, 900), (375, 800)], ids=["breed", "telefoon"])
def bladzijde(request, browser, lees, document, tmp_path):
    document.vervang("eenvoudige", "heldere")
    document.vervang("45.740", "46.000", "De dienst")
    document.opmerking("Eerste punt", "Graag korter.")
    (tmp_path / "commentaar.html").write_bytes(pagina(lees(document), "MPP 2023-1", ["commentaar0.docx"]))
    breedte, hoogte = request.param
    bladzijde = browser.new_page(viewport={"width": breedte, "height": hoogte})
    bladzijde.goto((tmp_path / "commentaar.html").as_uri())
    yield bladzijde
    bladzijde.close()


def test_axe_vindt_niets(bladzijde, axe):
    gevonden, goed = gebreken(bladzijde, axe)
    assert gevonden == []
    assert goed > 10


def test_de_pagina_past_in_het_venster(bladzijde):
    assert bladzijde.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
