"""A PDF says what the HTML of the same document says, page by page."""

import datetime
import io

import pikepdf
import pytest
from lxml import html

from mpp.controle.pakket import drukwerk
from mpp.controle.pakket.verslag import Verslag
from mpp.controle.pakket.webtekst import webtekst
from mpp.render.omslag import Omslag
from mpp.render.pdf import PdfMeta, maak_pdf

KAFT = Omslag("MPP 2023-1 (openbare reconstructie)", "openbaar", False, "Openbare reconstructie – geen officiële publicatie")
META = PdfMeta(titel="Proef", onderwerp="Proef", auteur="mpp", datum=datetime.date(2023, 4, 28))
PAGINAREGEL = (
    '@page { size: A5; @top-left { content: "MPP 2023-1 (openbare reconstructie)" } @top-right { content: "openbaar" } '
    '@bottom-left { content: "Openbare reconstructie – geen officiële publicatie" } '
    '@bottom-right { content: "pagina " counter(page) " van " counter(pages) } } h1 { break-before: page }'
)
INHOUD = """
<h1>Eerste</h1><p>In 2023 kwamen er 66.940 mensen en in 2024 waren het er 69.420.</p>
<ol><li>een punt</li><li>nog een punt</li></ol>
<h1>Tweede</h1><table><thead><tr><th scope="col">Naam</th><th scope="col">2023</th></tr></thead>
<tbody><tr><th scope="row">Bezetting</th><td>70.770</td></tr></tbody></table>
"""


def kaal(stuk: str) -> str:
    return stuk.strip("<>").removeprefix("in ")


def bladzijden(inhoud: str) -> str:
    stijl = f'<style>html {{ font-family: "IBM Plex Sans" }} {PAGINAREGEL}</style>'
    kop = f'<head><meta charset="utf-8"><title>Proef</title>{stijl}</head>'
    return f'<!DOCTYPE html><html lang="nl">{kop}<body><main>{inhoud}</main></body></html>'


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return maak_pdf(bladzijden(INHOUD), meta=META)


@pytest.fixture
def toets(bronnen):
    def van(pdf: bytes, inhoud: str = INHOUD) -> Verslag:
        verslag = Verslag("proef.pdf")
        web = webtekst(["proef.html"], [html.document_fromstring(bladzijden(inhoud)).find(".//main")], [], inhoudsopgave=False)
        drukwerk.toets(pdf, web, KAFT, bronnen, {}, verslag)
        return verslag

    return van


def test_elk_getal_op_elke_bladzijde_is_dat_van_de_html(toets, pdf):
    verslag = toets(pdf)
    assert verslag.problemen == []
    assert verslag.gezien == verslag.verantwoord > 10


@pytest.mark.parametrize(
    ("van", "naar", "pagina"),
    [("66.940", "66.840", 1), ("in 2024", "in 2025", 1), ("70.770", "70.771", 2), (">2023<", ">2022<", 2)],
)
def test_een_ander_cijfer_wordt_gevonden_met_bladzijde_en_zin(toets, van, naar, pagina):
    verslag = toets(maak_pdf(bladzijden(INHOUD.replace(van, naar)), meta=META))
    assert [p.code for p in verslag.problemen] == ["pakket-pdf-anders"]
    gegevens = verslag.problemen[0].gegevens
    assert (gegevens["pagina"], gegevens["pdf"], gegevens["html"]) == (pagina, kaal(naar), kaal(van))
    assert kaal(naar) in gegevens["zin"]


def test_een_getal_dat_de_pdf_niet_heeft_wordt_gemist(toets, pdf):
    verslag = toets(pdf, INHOUD.replace("</ol>", "</ol><p>Ook 12.340.</p>"))
    assert [(p.gegevens["pdf"], p.gegevens["html"]) for p in verslag.problemen] == [("niets", "12.340")]


def test_een_ander_paginanummer_wordt_gevonden(toets, pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        del document.pages[0]
        uit = io.BytesIO()
        document.save(uit)
    fouten = {(p.gegevens["pdf"], str(p.gegevens["html"])) for p in toets(uit.getvalue()).problemen}
    assert ("2", "1") in fouten


def test_ook_de_naam_van_een_koppeling_en_de_titel_worden_gelezen(toets, pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.docinfo["/Title"] = "Proef 12"
        uit = io.BytesIO()
        document.save(uit)
    (probleem,) = toets(uit.getvalue()).problemen
    assert (probleem.code, probleem.gegevens["getal"], probleem.gegevens["plek"]) == ("pakket-getal", "12", "gegeven Title")
