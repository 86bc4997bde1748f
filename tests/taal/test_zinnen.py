"""A document falls apart into sentences, each with the computed pieces in it."""

from lxml import html

from mpp.getal.woorden import hoger_lager
from mpp.taal.zinnen import uit_markdown, zinnen
from tests.taal.zin import alinea, jaar, n


def test_een_alinea_valt_in_zinnen_uiteen_en_elke_zin_houdt_zijn_getallen():
    eerste, tweede = alinea("In {} komen {} mensen. Dat is {} dan eerst.", jaar(2023), n("instroom.totaal", 2023), _woord())
    assert eerste.tekst == "In 2023 komen 50.000 mensen."
    assert [plek.soort for plek in eerste.plekken] == ["naam", "getal"]
    assert tweede.tekst == "Dat is hoger dan eerst."
    assert [(plek.soort, plek.tekst) for plek in tweede.plekken] == [("woord", "hoger")]


def test_een_getal_weet_waar_het_van_is_en_hoe_het_wordt_getoond():
    (zin,) = alinea("Er zijn {}.", n("coa.bezetting", 2024, "minimum", 50_000))
    (plek,) = zin.plekken
    assert (plek.bron, plek.sleutel, plek.waarde, plek.getoond) == ("indicator:coa.bezetting", "2024|minimum", 50_000, 50_000)


def test_elk_blok_is_een_eigen_tekst_en_tabellen_en_grafieken_zijn_geen_tekst():
    bron = "<div><h2>Kop</h2><p>Een <b>vette</b> zin.</p><table><tr><td>Cel.</td></tr></table><ul><li>Punt</li></ul></div>"
    assert [zin.tekst for zin in zinnen(html.fragment_fromstring(bron))] == ["Kop", "Een vette zin.", "Punt"]


def test_een_hoofdstuk_waarvan_de_code_is_gedraaid_leest_hetzelfde():
    getal = n("coa.bezetting", 2024)
    tekst = f"**COA.** De bezetting is {getal._repr_markdown_()} personen. Dat was verwacht."
    assert [zin.tekst for zin in uit_markdown(tekst)] == ["COA.", "De bezetting is 50.000 personen.", "Dat was verwacht."]


def _woord():
    return hoger_lager(n("instroom.totaal", 2024, waarde=2000), n("instroom.totaal", 2023, waarde=1000))
