"""Every number in prose is computed: what was typed is found, names with a digit are left alone."""

import pytest
from lxml import html

from mpp.controle.getallen import los_getypt


def gevonden(lichaam: str, namen=()) -> list[str]:
    return [getal for getal, _ in los_getypt(html.fromstring(f"<main>{lichaam}</main>"), namen)]


@pytest.mark.parametrize(
    ("lichaam", "getallen"),
    [
        ("<p>Er komen 67.000 personen.</p>", ["67.000"]),
        ("<p>Er komen 2024 personen in 2024.</p>", ["2024"]),
        ("<p>Dat is 1,5 keer zo veel, of 41%.</p>", ["1,5", "41"]),
        ("<p>Een stijging van 2023 %.</p>", ["2023"]),
        ("<ul><li>Binnen 6 maanden</li></ul>", ["6"]),
        ("<table><tr><th>Soort</th><td>12.300</td></tr></table>", ["12.300"]),
        ("<h2>De 3 scenario’s</h2>", ["3"]),
        ("<p>In <strong>15</strong> maanden</p>", ["15"]),
        ("<p>Een <em>spoor</em> 44</p>", ["44"]),
        ("<figcaption>Figuur 1.2: ruim 70.000 plekken</figcaption>", ["70.000"]),
        ("<dl><dd>48 uur</dd></dl>", ["48"]),
        ("<p>Tot €100 per dag</p>", ["100"]),
        ('<p><data class="getal" value="1">1.000</data> van de 2.000</p>', ["2.000"]),
        ("<div>12<p>tekst</p>13</div>", ["12", "13"]),
    ],
)
def test_een_getypt_getal_wordt_gevonden(lichaam, getallen):
    assert gevonden(lichaam) == getallen


@pytest.mark.parametrize(
    "lichaam",
    [
        '<p>Er komen <data class="getal" value="67012.4">67.000</data> personen.</p>',
        '<p>Tot <em><data class="getal" value="0.41">41</data>%</em> meer.</p>',
        "<p>In 2023, 2024 en 2025; de jaren 2023-2027, en 2022/2023.</p>",
        "<p>Op 31 december 2022 en op 1\u00a0juli.</p>",
        "<p>De MPP 2023-1 volgt op MPP\u00a02022-2.</p>",
        "<p>In spoor 4, spoor 1 en de sporen 1, 2 en 4.</p>",
        "<p>Het kwartaal 2, ronde 1 en bijlage 3.</p>",
        "<p>Volgens artikel 29a van de wet.</p>",
        "<figcaption>Figuur\u00a02.1: Totale instroom</figcaption>",
        '<h2><span class="kopnummer">2.1</span>\u00a0Instroom</h2>',
        '<p>Zie <a class="verwijzing" href="#x">Tabel\u00a03.4</a>.<a class="footnote-ref" href="#fn1"><sup>1</sup></a></p>',
        '<h1 class="title"><span class="chapter-number">3</span>\u00a0 Prognose</h1>',  # these three as Quarto writes them
        '<h2><span class="header-section-number">3.1</span> Instroom</h2><figcaption>\nTabel\u00a03.1: Instroom\n</figcaption>',
        '<p>Zie <a class="quarto-xref" href="#x"><span>Hoofdstuk 3</span></a>.</p>',
        '<ul class="bronnenlijst"><li>Kamerstukken 19 637, nr. 3085</li></ul>',
    ],
)
def test_een_berekend_getal_en_een_naam_met_een_cijfer_mogen(lichaam):
    assert gevonden(lichaam) == []


def test_een_naam_uit_de_begrippenlijst_mag_alleen_als_geheel():
    assert gevonden("<p>Het Dublin-III-besluit 604/2013 en 604.</p>", ["besluit 604/2013"]) == ["604"]


def test_de_melding_geeft_de_zin_zoals_de_lezer_haar_ziet():
    tekst = '<p>Eerst dit. Daarna komen er <data class="getal" value="1">1.000</data> bij,\n dus 2.000 samen. En dan dat.</p>'
    [(_, zin)] = los_getypt(html.fromstring(tekst))
    assert zin == "Daarna komen er 1.000 bij, dus 2.000 samen."
