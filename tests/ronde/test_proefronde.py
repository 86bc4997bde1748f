"""A next round from the shipped edition: every document is made, and none says a sentence of the old round.

What was published, decided or written of the shipped edition is not in it, nor are her peildatum and her name but as the edition before.
The texts in the parameter file itself are no part of this: those move with their values. The round of July 2023 is made in
`test_handleiding.py`.
"""

from functools import cache

import pytest

from mpp.controle.rondeteksten import toets_teksten_van_ronde
from mpp.documenten.document import DOCUMENTEN, varianten
from mpp.render.project import lees_project
from mpp.ronde.feiten import lees_feiten
from mpp.ronde.status import bepaal_status
from mpp.ronde.teksten import te_vernieuwen
from tests.editie import PROJECT
from tests.ronde.oude_zinnen import leeg, oude_zinnen
from tests.ronde.proefronde import een_jaar_later, met_een_jaar_meer, ronde

pytestmark = pytest.mark.lang

RONDES = {"2024-1": een_jaar_later, "2024-1 met zes jaren": lambda: met_een_jaar_meer(een_jaar_later())}


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory):
    """The results of a round by its name, each made once."""
    return cache(lambda naam: ronde(tmp_path_factory.mktemp("ronde"), RONDES[naam]()))


def test_de_rapportage_past_ook_met_zes_jaren_en_zegt_niets_van_de_oude_ronde(gemaakt):
    u = gemaakt("2024-1 met zes jaren")
    bestanden = DOCUMENTEN["rapportage"].maker()(u, bepaal_status(u))
    paginas = {pad: inhoud for pad, inhoud in bestanden.items() if pad.endswith(".html")}
    assert bestanden.keys() >= {"rapportage.pdf"}
    assert len(paginas) == len(lees_project(PROJECT.wortel).bestanden)
    for pad, inhoud in paginas.items():
        assert (oude_zinnen(pad, inhoud), list(leeg(inhoud))) == ([], []), pad


@pytest.mark.parametrize("document", ["infographic", "kamerbrief", "prognose", "productiemodel", "open-data"])
def test_de_andere_documenten_passen_en_zeggen_niets_van_de_oude_ronde(gemaakt, document):
    u = gemaakt("2024-1 met zes jaren")
    bestanden = DOCUMENTEN[document].maker()(u, bepaal_status(u))
    assert bestanden
    for pad, inhoud in bestanden.items():
        if pad.endswith(".html") and document != "open-data":
            assert oude_zinnen(pad, inhoud) == [], pad


@pytest.mark.parametrize("naam", list(RONDES))
def test_wat_er_niet_staat_is_te_vernieuwen(gemaakt, naam):
    ps = gemaakt(naam).ps
    te_doen = {tekst.naam for tekst in te_vernieuwen(ps.wortel, ps.editie.id, ps.bronnen)}
    assert te_doen >= lees_feiten(PROJECT.wortel).keys()
    assert te_doen >= varianten(PROJECT.wortel).keys()
    assert not varianten(ps.wortel, ps.editie.id)
    assert list(toets_teksten_van_ronde(ps)) == []
