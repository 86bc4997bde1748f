"""What a screen reader meets in the PDF."""

import re
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from tests.pdf.lees import elementen, soorten, tags

TWEE_NIVEAUS = """
<table><thead>
<tr><th rowspan="2" scope="col">Jaar</th><th colspan="2" scope="colgroup">Minimum</th><th colspan="2" scope="colgroup">Medio</th></tr>
<tr><th scope="col">a</th><th scope="col">b</th><th scope="col">c</th><th scope="col">d</th></tr>
</thead><tbody>
<tr><th rowspan="2" scope="rowgroup">2023</th><td>1</td><td>2</td><td>3</td><td>4</td></tr>
<tr><td>5</td><td>6</td><td>7</td><td>8</td></tr>
<tr><th colspan="5" scope="rowgroup">Later</th></tr>
<tr><th scope="row">2024</th><td>1</td><td>2</td><td>3</td><td>4</td></tr>
</tbody></table>"""


def koppen_van_cellen(pdf: bytes) -> list[set[tuple[int, int]]]:
    """The row and column of every header of every data cell, in reading order."""
    return [{tuple(int(deel) for deel in kop.decode().split("-")[1:]) for kop in tag.koppen} for tag in tags(pdf) if tag.soort == "TD"]


def test_een_cel_kent_de_koppen_boven_en_naast_zich(maak):
    cellen = koppen_van_cellen(maak(TWEE_NIVEAUS))
    assert cellen[:4] == [
        {(2, 0), (0, 1), (1, 1)},
        {(2, 0), (0, 1), (1, 2)},
        {(2, 0), (0, 3), (1, 3)},
        {(2, 0), (0, 3), (1, 4)},
    ]


def test_een_rijkop_over_meer_rijen_geldt_voor_al_die_rijen(maak):
    assert koppen_van_cellen(maak(TWEE_NIVEAUS))[4:8] == [
        {(2, 0), (0, 1), (1, 1)},
        {(2, 0), (0, 1), (1, 2)},
        {(2, 0), (0, 3), (1, 3)},
        {(2, 0), (0, 3), (1, 4)},
    ]


def test_een_tussenkop_geldt_voor_de_rijen_eronder(maak):
    assert koppen_van_cellen(maak(TWEE_NIVEAUS))[8] == {(5, 0), (0, 1), (1, 1), (4, 0)}


def test_elke_kopcel_zegt_welke_kant_zij_op_wijst(maak):
    richtingen = [str(tag.kenmerken["/Scope"]) for tag in tags(maak(TWEE_NIVEAUS)) if tag.soort == "TH"]
    assert richtingen == ["/Column"] * 7 + ["/Row", "/Column", "/Row"]


def test_zonder_scope_wijst_de_kop_boven_omlaag_en_de_eerste_kolom_opzij(maak):
    tabel = "<table><thead><tr><th>x<th>y</thead><tbody><tr><th>z<td>1</tbody></table>"
    richtingen = [str(tag.kenmerken["/Scope"]) for tag in tags(maak(tabel)) if tag.soort == "TH"]
    assert richtingen == ["/Column", "/Column", "/Row"]


def test_een_tabel_over_meer_bladzijden_houdt_haar_koppen(rapport):
    lang = [tag for tag in tags(rapport) if tag.soort == "TD" and tag.pagina in (6, 7)]
    assert len(lang) > 100
    assert all(len(tag.koppen) >= 3 for tag in lang)


@pytest.mark.parametrize("lijst", ["<ul><li><p>een</p><p>twee</p></li></ul>", "<ol><li>een<ol><li>twee</li></ol></li></ol>"])
def test_een_onderdeel_van_een_lijst_heeft_een_label_en_een_lijf(maak, lijst):
    onderdelen = [tag for tag in tags(maak(lijst)) if tag.soort == "LI"]
    assert onderdelen
    assert all(tag.kinderen == ("Lbl", "LBody") for tag in onderdelen)


def test_een_begrip_en_zijn_uitleg_zijn_samen_een_onderdeel(maak):
    onderdelen = [tag.kinderen for tag in tags(maak("<dl><dt>a<dd>b<dd>c<dt>d<dd>e</dl>")) if tag.soort == "LI"]
    assert onderdelen == [("Lbl", "LBody", "LBody"), ("Lbl", "LBody")]


def test_een_eindnoot_is_een_noot_met_een_eigen_kenmerk(rapport):
    noten = [tag for tag in tags(rapport) if tag.soort == "Note"]
    assert len(noten) == 1
    assert noten[0].id.startswith(b"noot-")


def test_sierwerk_en_de_kop_en_voet_van_de_bladzijde_worden_niet_voorgelezen(maak):
    beeld = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='8' height='8'%3E%3Crect width='8' height='8'/%3E%3C/svg%3E"
    kop = "<title>x</title><style>@page { @top-left { content: 'Kop' } }</style>"
    pdf = maak(f'<p>Tekst <img src="{beeld}" alt=""> <img src="{beeld}" alt="Blok" aria-hidden="true"></p>', kop=kop)
    assert "Figure" not in soorten(pdf)
    with pikepdf.open(BytesIO(pdf)) as geopend:
        gemarkeerd = [str(i.operands[0]) for i in pikepdf.parse_content_stream(geopend.pages[0], "BMC BDC")]
    assert gemarkeerd.count("/Artifact") >= 3
    assert gemarkeerd.count("/Span") == soorten(pdf).count("Span")


def test_een_figuur_ligt_waar_zij_getekend_is(rapport):
    figuur = next(tag for tag in tags(rapport) if tag.soort == "Figure")
    links, onder, rechts, boven = (float(maat) for maat in figuur.kenmerken["/BBox"])
    assert figuur.alt.startswith("Lijngrafiek")
    assert rechts - links == pytest.approx(160 / 25.4 * 72, abs=0.1)
    assert 200 < onder < boven < 600


def test_de_taal_van_een_deel_blijft_bewaard(rapport):
    with pikepdf.open(BytesIO(rapport)) as pdf:
        assert [str(deel.Lang) for deel in elementen(pdf, "Span") if "/Lang" in deel] == ["en"]


@pytest.mark.parametrize(
    ("link", "naam"),
    [
        ('<a href="https://example.org/">de <b>website</b></a>', "de website"),
        ('<a href="#plek" aria-label="Noot 1">1</a>', "Noot 1"),
        ('<a href="#plek"><img src="{}" alt="Naar de kaart"></a>', "Naar de kaart"),
    ],
)
def test_een_koppeling_heeft_een_naam_en_staat_een_keer_in_de_tags(maak, link, naam):
    beeld = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/%3E"
    pdf = maak(f'<p id="plek">Zie {link.format(beeld)}.</p>')
    with pikepdf.open(BytesIO(pdf)) as geopend:
        koppelingen = list(geopend.pages[0].Annots)
        assert [str(koppeling.Contents) for koppeling in koppelingen] == [naam]
        assert len(list(elementen(geopend, "Link"))) == 1


TOC = """<style>a::after { content: leader(".") " " target-counter(attr(href), page) } ol { list-style: none; columns: 2 }</style>
<nav role="doc-toc"><h1>Inhoud</h1><ol>
<li><a href="#a">Een lange titel <b>van</b> een hoofdstuk</a><ol><li><a href="#b">Deel</a></li></ol></li>
<li><a href="#c">Kort</a></li></ol></nav><h1 id="a">A</h1><h2 id="b">B</h2><h1 id="c">C</h1>"""


def boom(pdf: bytes) -> list[str]:
    """The kinds of elements with their parents, in reading order; parts of a line left out."""
    return [f"{tag.ouder}/{tag.soort}" for tag in tags(pdf) if tag.soort != "Span"]


def inhoud_van_bladzijde(pdf: bytes, nummer: int = 1) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as geopend:
        return geopend.pages[nummer - 1].Contents.read_bytes()


def test_een_inhoudsopgave_is_een_boom_van_verwijzingen(maak):
    regel = ["TOC/TOCI", "TOCI/Reference", "Reference/Link"]
    assert boom(maak(TOC)) == [
        "/Document", "Document/Div", "Div/H1", "Div/TOC", *regel, "TOCI/TOC", *regel, *regel, "Document/H1", "Document/H2", "Document/H1",
    ]  # fmt: skip


def test_de_punten_voor_een_paginanummer_worden_niet_voorgelezen(maak):
    pdf = maak(TOC)
    gelezen = sum(len(tag.merken) for tag in tags(pdf))
    assert gelezen < 20
    assert inhoud_van_bladzijde(pdf).count(b"/Type /Layout") > 20


def test_een_koppeling_is_een_element_met_haar_annotatie(maak):
    stijl = "<style>a::before { content: '→ ' } a::after { content: ' (blz. ' target-counter(attr(href), page) ')' }</style>"
    pdf = maak(f'{stijl}<p id="x">Zie <a href="#x">de <em>tekst</em> <strong>hier</strong></a>.</p>')
    (link,) = [tag for tag in tags(pdf) if tag.soort == "Link"]
    assert len(link.annotaties) == 1
    assert link.ouder == "Reference"


def test_een_koppeling_naar_buiten_is_geen_verwijzing_in_het_document(maak):
    (link,) = [tag for tag in tags(maak('<p><a href="https://example.org/">elders</a></p>')) if tag.soort == "Link"]
    assert link.ouder == "P"


@pytest.mark.parametrize(
    ("lijst", "telt"),
    [
        ("<ol><li>a</ol>", "/Decimal"),
        ("<ol style='list-style: lower-alpha'><li>a</ol>", "/LowerAlpha"),
        ("<ol style='list-style: upper-roman'><li>a</ol>", "/UpperRoman"),
        ("<ol><li style='list-style: lower-roman'>a</ol>", "/LowerRoman"),
        ("<ul><li>a</ul>", "/Disc"),
        ("<ul style='list-style: \"– \"'><li>a</ul>", "/Disc"),
        ("<ul style='list-style: none'><li>a</ul>", "/None"),
        ("<ul><li style='display: block'>a</ul>", "/None"),
        ("<dl><dt>a<dd>b</dl>", "/None"),
    ],
)
def test_een_lijst_zegt_hoe_zij_telt(maak, lijst, telt):
    (gevonden,) = [tag for tag in tags(maak(lijst)) if tag.soort == "L"]
    assert str(gevonden.kenmerken["/ListNumbering"]) == telt


def test_een_lijst_in_een_onderdeel_hoort_bij_dat_onderdeel(maak):
    lijst = "<ul style='list-style: disc'><li>een<ul style='list-style: disc'><li>twee</ul><li>drie</ul>"
    binnen = ["LBody/L", "L/LI", "LI/Lbl", "LI/LBody"]
    assert boom(maak(lijst)) == ["/Document", "Document/L", "L/LI", "LI/Lbl", "LI/LBody", *binnen, "L/LI", "LI/Lbl", "LI/LBody"]


def test_een_lijst_over_kolommen_is_een_lijst(maak):
    pdf = maak("<ul style='columns: 2'>" + "<li>een onderdeel" * 8 + "</ul>")
    assert soorten(pdf).count("L") == 1
    assert soorten(pdf).count("LI") == 8


def test_paren_in_een_groep_zijn_onderdelen_van_de_lijst(maak):
    pdf = maak("<dl><div><dt>a<dd>b</div><div><dt>c<dd>d</div></dl>")
    assert [tag.kinderen for tag in tags(pdf) if tag.soort in ("L", "LI")] == [("LI", "LI"), ("Lbl", "LBody"), ("Lbl", "LBody")]


@pytest.mark.parametrize(
    ("html", "soort"),
    [
        ("<p>" + "een woord " * 800 + "</p>", "P"),
        ("<ul><li>" + "een woord " * 800 + "</ul>", "LI"),
        ("<dl><dt>a<dd>" + "een woord " * 800 + "</dl>", "LBody"),
        ("<section><h1>x</h1>" + "<p>een woord" * 80 + "</section>", "Sect"),
        ("<blockquote>" + "een woord " * 800 + "</blockquote>", "BlockQuote"),
        ("<table><caption>x<tbody>" + "<tr><th>a<td>" + "een woord " * 800 + "</table>", "TD"),
    ],
)
def test_wat_op_de_volgende_bladzijde_doorgaat_blijft_een_element(maak, html, soort):
    pdf = maak(html, kop="<title>x</title><style>@page { size: A5 } html { font-size: 10pt }</style>")
    gevonden = [tag for tag in tags(pdf) if tag.soort == soort]
    assert len(gevonden) == 1
    assert {tag.pagina for tag in tags(pdf) if tag.soort == "Span"} >= {1, 2}


def test_een_tabel_over_meer_bladzijden_is_een_tabel_met_een_kop(rapport):
    """The head that is repeated on the page is decoration there; every cell still knows its headers."""
    tabel = [tag for tag in tags(rapport) if tag.pagina in (6, 7) and tag.soort in ("Table", "THead", "TBody", "Caption")]
    assert [tag.soort for tag in tabel] == ["Table", "Caption", "THead", "TBody"]
    assert b"/Type /Layout" in inhoud_van_bladzijde(rapport, 7)
    koppen = {tag.id for tag in tags(rapport) if tag.soort == "TH"}
    assert all(set(tag.koppen) <= koppen for tag in tags(rapport) if tag.soort == "TD")


def test_de_kop_en_de_voet_van_een_bladzijde_heten_zo(maak):
    randen = "@top-left { content: 'Kop' } @bottom-right { content: 'Voet' } @left-middle { content: 'Kant' }"
    getekend = inhoud_van_bladzijde(maak("<p>x", kop=f"<title>x</title><style>@page {{ {randen} }}</style>"))
    assert re.findall(rb"/Type /Pagination(/Subtype /\w+)?", getekend) == [b"/Subtype /Header", b"/Subtype /Footer", b""]


def test_wat_in_de_regel_of_als_blok_staat_heet_zo(maak):
    html = "<p><strong>a</strong> <data value='1'>1</data> <code>b</code> <q>c</q></p><figure><p>d</p></figure>"
    assert set(soorten(maak(html))) == {"Document", "P", "Span", "Code", "Quote", "Div"}


def test_een_leeg_element_wordt_niet_voorgelezen(maak):
    assert soorten(maak("<p>a</p><p></p><div><span></span></div>")) == ["Document", "P", "Span"]


def test_een_afgebroken_woord_blijft_een_woord(maak):
    """Who does not see the line gets a soft hyphen; a hyphen that an author typed belongs to the word."""
    kop = "<title>x</title><style>@page { size: 30mm 100mm; margin: 2mm } html { hyphens: auto; font-size: 10pt }</style>"
    tekst = PdfReader(BytesIO(maak("<p>vreemdelingenbewaring vier‐kant a-b</p>", kop=kop))).pages[0].extract_text()
    assert "‐" not in tekst
    assert "vreemdelingenbewaring" in tekst.replace("­\n", "")
    assert "vier-" in tekst
