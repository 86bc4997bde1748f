"""The words in a chart become words in the PDF."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from mpp.controle.paginatekst import paginateksten
from mpp.pdf.svgtekst import met_tekst

GRAFIEK = (Path(__file__).parent / "voorbeeld/grafiek.svg").read_bytes()


def test_elk_woord_van_een_grafiek_is_een_tekst_op_dezelfde_plek():
    svg = met_tekst(GRAFIEK).decode()
    assert 'xlink:href="#IBMPlexSans' not in svg
    for woord in ("2014", "60", "maximum", "medio", "minimum"):
        assert f">{woord}</text>" in svg
    assert 'font-family="IBM Plex Sans" font-size="8.5"' in svg


def test_in_de_pdf_is_een_grafiek_te_doorzoeken(maak):
    pdf = maak('<p><img src="beelden/grafiek.svg" alt="Instroom"></p>', bronnen={"beelden/grafiek.svg": GRAFIEK})
    with pikepdf.open(BytesIO(pdf)) as geopend:
        [tekst] = paginateksten(geopend)
    assert {"2014", "maximum", "medio", "minimum"} <= set(tekst.split())


@pytest.mark.parametrize(("letter", "kenmerk"), [("SmBld-", 'font-weight="600"'), ("Italic-", 'font-style="italic"'), ("", "font-size")])
def test_de_snede_van_de_letter_blijft(letter, kenmerk):
    groep = (
        '<g id="text_1"><!-- ja &amp; nee -->\n<g style="fill: #fff" transform="translate(1 2) rotate(-90) scale(0.08 -0.08)">\n'
        f'<defs><path id="x"/></defs>\n<use xlink:href="#IBMPlexSans-{letter}3f"/>\n'
        f'<use xlink:href="#IBMPlexSans-{letter}40" transform="translate(60 0)"/>\n</g></g>'
    )
    svg = met_tekst(groep.encode()).decode()
    assert kenmerk in svg
    assert 'style="fill: #fff" transform="translate(1 2) rotate(-90)"' in svg
    assert 'font-size="8">ja &amp; nee</text>' in svg


def test_wat_niet_wordt_begrepen_blijft_zoals_het_was():
    vreemd = GRAFIEK.replace(b"<!-- 2016 -->", b"", 1)
    assert met_tekst(vreemd) == vreemd
    zonder_tekst = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    assert met_tekst(zonder_tekst) == zonder_tekst
