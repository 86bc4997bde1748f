"""A next round from the shipped edition: every document is made, and none says a sentence of the old round.

What was published, decided or written of the shipped edition is not in it, nor are her peildatum and her name but as the edition before.
The texts in the parameter file itself are no part of this: those move with their values.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from mpp.getal.feiten import UITDRUKKING
from mpp.render.project import lees_project
from mpp.ronde.feiten import lees_feiten
from mpp.ronde.teksten import te_vernieuwen, toets_teksten_van_ronde
from mpp.uitgave.documenten import DOCUMENTEN, varianten
from mpp.uitgave.status import bepaal_status
from tests.editie import PROJECT
from tests.ronde.proefronde import een_jaar_later, juli_2023, met_een_jaar_meer, ronde

RONDES = {"2023-2": juli_2023, "2024-1": een_jaar_later, "2024-1 met zes jaren": lambda: met_een_jaar_meer(een_jaar_later())}
_INVOER = ("bijlage-b-parameters", "bijlage-c-vergelijking")
"""The pages that show texts of the parameter files, of this edition and of the one before."""
_OUDE_DAG = re.compile(r"(?<!\d)(?:1 januari|28 april) 2023")
_VORIGE = re.compile(
    r"(?:ten opzichte van|van|Wat|Na|met de parameters van|in|In) MPP 2023-1|MPP 2023-1, (?:gepubliceerd|herrekend)|^MPP 2023-1$"
)


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory):
    """The results of a round by its name, each made once."""
    return cache(lambda naam: ronde(tmp_path_factory.mktemp("ronde"), RONDES[naam]()))


@pytest.fixture(scope="module", params=["2023-2", "2024-1 met zes jaren"])
def rapportage(request, gemaakt):
    """The pages of the rapportage by name; that of six years on paper, too."""
    from mpp.render import rapportage

    u = gemaakt(request.param)
    maak = rapportage.rapportage if len(u.jaren) > 5 else rapportage.rapportage_html
    bestanden = maak(u, bepaal_status(u))
    return {Path(pad).stem: inhoud for pad, inhoud in bestanden.items() if pad.endswith(".html")}


def teksten(pagina: bytes) -> list[str]:
    """The paragraphs, items, captions, headings and cells of a page as they are read."""
    boom = html.fromstring(pagina)
    for weg in boom.xpath("//script|//style|//nav"):
        weg.drop_tree()
    stukken = boom.xpath("//p|//li|//figcaption|//caption|//td|//th|//h1|//h2|//h3|//dd|//svg//text")
    return [tekst for stuk in stukken if (tekst := " ".join("".join(stuk.itertext()).split()))]


def vorm(tekst: str) -> re.Pattern[str]:
    """A fact as it is read, whatever its numbers are."""
    stukken = re.split(r"@[\w-]+", UITDRUKKING.sub("@x", tekst).replace("*", ""))
    return re.compile(r".{1,90}?".join(re.escape(" ".join(stuk.split())).replace(r"\ ", r"\s?") for stuk in stukken))


FEITEN = {feit.id: vorm(feit.tekst) for feit in lees_feiten(PROJECT.wortel).values()}


def oude_zinnen(pagina: bytes, *, invoer: bool = False) -> list[str]:
    """What a page still says of the shipped edition."""
    oud = [t for t in teksten(pagina) for feit in FEITEN.values() if feit.search(t.replace("’", "'"))]
    if not invoer:
        oud += [t for t in teksten(pagina) if _OUDE_DAG.search(t) or "MPP 2023-1" in _VORIGE.sub("", t)]
    return oud


def test_elk_feit_is_aan_zijn_woorden_te_kennen(tmp_path):
    """Else the test below would find nothing: the shipped rapportage holds all of them."""
    from mpp.render.rapportage import rapportage_html

    shipped = PROJECT.bereken()
    bestanden = rapportage_html(shipped, bepaal_status(shipped))
    alles = " ".join(t for pad, inhoud in bestanden.items() if pad.endswith(".html") for t in teksten(inhoud)).replace("’", "'")
    elders = ("kamerbrief-", "infographic-", "vaststelling-", "niet-meegerekend-baa")
    for id, feit in FEITEN.items():
        assert feit.search(alles) or id.startswith(elders), id


def test_de_rapportage_wordt_gemaakt_zonder_een_zin_van_de_oude_ronde(rapportage):
    assert len(rapportage) == len(lees_project(PROJECT.wortel).bestanden)
    for naam, pagina in rapportage.items():
        assert oude_zinnen(pagina, invoer=naam in _INVOER) == [], naam


def test_er_blijft_niets_leegs_achter(rapportage):
    for naam, pagina in rapportage.items():
        for stuk in html.fromstring(pagina).xpath("//main//p|//main//li"):
            assert stuk.text_content().strip() or stuk.xpath(".//img|.//svg"), naam
            assert not re.search(r" [.,;:]", stuk.text_content()), stuk.text_content()


@pytest.mark.parametrize("naam", list(RONDES))
@pytest.mark.parametrize("document", ["infographic", "kamerbrief", "productiemodel", "open-data"])
def test_de_andere_documenten_passen_en_zeggen_niets_van_de_oude_ronde(gemaakt, naam, document):
    u = gemaakt(naam)
    bestanden = DOCUMENTEN[document].maker()(u, bepaal_status(u))
    assert bestanden
    for pad, inhoud in bestanden.items():
        if pad.endswith(".html") and document != "open-data":
            assert oude_zinnen(inhoud) == [], pad


@pytest.mark.parametrize("naam", list(RONDES))
def test_wat_er_niet_staat_is_te_vernieuwen(gemaakt, naam):
    ps = gemaakt(naam).ps
    te_doen = {tekst.naam for tekst in te_vernieuwen(ps.wortel, ps.editie.id, ps.bronnen)}
    assert te_doen >= lees_feiten(PROJECT.wortel).keys()
    assert te_doen >= varianten(PROJECT.wortel).keys()
    assert not varianten(ps.wortel, ps.editie.id)
    assert list(toets_teksten_van_ronde(ps)) == []
