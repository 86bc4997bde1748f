"""Quarto's pages are read back as our chapters: the same text, numbers, charts and tables, in our form."""

import re

import pytest
from lxml import html as lxml_html

from mpp.problemen import Fout
from mpp.render.bladzijden import met_bladzijden
from mpp.render.druk import druk_html
from mpp.render.nabewerking import beeldnaam
from mpp.render.omslag import Omslag
from tests.editie import VASTGESTELD
from tests.render.conftest import plaatsen
from tests.render.quarto.bladen import EEN, gelezen, tekst


def test_de_bladzijden_worden_hoofdstukken(boek):
    koppen = [(k.id, k.niveau, k.nummer, k.titel) for h in boek.hoofdstukken for k in h.koppen]
    assert koppen == [
        ("vooraf", 1, "", "Vooraf"),
        ("sub", 2, "", "Sub"),
        ("sec-een", 1, "1", "Een"),
        ("sub", 2, "1.1", "Sub"),
        ("sec-cijfers", 1, "A", "Cijfers <em>en meer</em>"),
    ]
    assert [h.is_bijlage for h in boek.hoofdstukken] == [False, False, True]


def test_koppen_en_verwijzingen_worden_geschreven_zoals_de_eigen_machine_dat_doet(boek):
    index, een, cijfers = (h.gemaakt.html for h in boek.hoofdstukken)
    assert '<h1 class="unnumbered">Vooraf</h1>' in index
    assert '<h1><span class="kopnummer">1</span>\u00a0Een</h1>' in een
    assert '<h2><span class="kopnummer">1.1</span>\u00a0Sub</h2>' in een
    assert '<h1><span class="kopnummer">Bijlage\u00a0A —</span>\u00a0Cijfers <em>en meer</em></h1>' in cijfers
    assert re.findall(r'<a href="([^"]*)" class="verwijzing">(.*?)</a>', index + een) == [
        ("h/een.qmd", "1\u00a0Een"),
        ("#fig-a", "Figuur\u00a01.1"),
        ("een.qmd", "Hoofdstuk\u00a01"),
        ("cijfers.qmd", "Bijlage\u00a0A"),
    ]


def test_een_beeld_in_de_bladzijde_krijgt_de_naam_die_de_eigen_machine_het_geeft(boek):
    een = boek.hoofdstukken[1].gemaakt
    naam = beeldnaam(b"<svg/>", ".svg")
    assert een.beelden == {naam: b"<svg/>"}
    assert f'src="{naam}"' in een.html


def test_figuren_tabellen_en_kaders_krijgen_onze_vorm(boek):
    een = lxml_html.fromstring(f"<div>{boek.hoofdstukken[1].gemaakt.html}</div>")
    figuur = een.get_element_by_id("fig-a")
    assert [k.tag for k in figuur] == ["img", "figcaption"]
    assert (figuur[0].get("alt"), tekst(figuur[1])) == ("Een lijn", "Figuur 1.1: Over x.")
    tabel = een.get_element_by_id("tbl-a").find(".//table")
    assert (tabel.get("class"), tabel[0].text, tabel[0].tag) == ("cijfers", "Tabel\u00a01.1: Getallen.", "caption")
    assert een.get_element_by_id("tbl-a").get("aria-label") == "Tabel\u00a01.1"
    assert tabel.xpath(".//th/@scope") == ["col", "col", "row"]
    (kader,) = een.find_class("callout")
    assert (kader.get("class"), [tekst(k) for k in kader]) == ("callout callout-note", ["Let op", "Kader terug."])
    assert not een.xpath(".//*[contains(@class, 'quarto') or contains(@class, 'cell') or contains(@class, 'anchored')]")
    assert not een.xpath(".//*[@title or @data-number or @data-anchor-id] | .//tr[@class]")


def test_samengevoegd_kloppen_alle_verwijzingen(boek):
    druk = lxml_html.fromstring(druk_html(boek, Omslag("MPP", "openbaar", False, "Reconstructie", VASTGESTELD), [], ""))
    ids = druk.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {a.removeprefix("#") for a in druk.xpath("//a/@href")} <= set(ids)
    assert druk.xpath("//a[.='terug']/@href") == ["#index-vooraf"]
    assert {a.text_content() for a in druk.find_class("kort")} == {"1\u00a0Een", "Figuur\u00a01.1", "Hoofdstuk\u00a01", "Bijlage\u00a0A"}


def bladzijde_van_een(project, inhoud):
    """Put `inhoud` in the page of the first chapter, and give the HTML that is read from it."""
    begin, eind = EEN.index("<section"), EEN.index("\n</main>")
    (project.wortel / "_book/h/een.html").write_text(EEN[:begin] + inhoud + EEN[eind:])
    return lxml_html.fromstring(f"<div>{gelezen(project).hoofdstukken[1].gemaakt.html}</div>")


def test_wat_naast_beeld_en_bijschrift_in_een_figuur_staat_blijft(project):
    een = bladzijde_van_een(
        project,
        """<div id="fig-a" class="liggend quarto-float quarto-figure quarto-figure-center anchored">
<figure class="quarto-float quarto-float-fig figure">
<div aria-describedby="fig-a-caption-x">
<p><img src="data:image/svg+xml;base64,PHN2Zy8+" class="img-fluid figure-img" alt="Een lijn"></p>
<p>Een alinea.</p>
<div class="voetregel">
<p>Bron: zelf.</p>
</div>
</div>
<figcaption class="quarto-float-caption" id="fig-a-caption-x">
Figuur&nbsp;1.1: Over x.
</figcaption>
</figure>
</div>""",
    )
    figuur = een.get_element_by_id("fig-a")
    assert [(k.tag, tekst(k)) for k in figuur] == [
        ("img", ""),
        ("p", "Een alinea."),
        ("div", "Bron: zelf."),
        ("figcaption", "Figuur 1.1: Over x."),
    ]
    assert figuur.get("class") == "liggend"


def test_commentaar_op_een_bladzijde_telt_niet(project):
    een = bladzijde_van_een(project, "<!-- eerst -->\n<p>Tekst.</p>\n<ul>\n<li>een <!-- midden --></li>\n</ul>")
    assert [tekst(e) for e in een.xpath(".//p | .//li")] == ["Tekst.", "een"]


def test_getoonde_code_wordt_gewone_tekst_en_een_paginaeinde_het_onze(project):
    een = bladzijde_van_een(
        project,
        """<div class="code-copy-outer-scaffold">
<div class="sourceCode cell-code" id="cb2"><pre class="sourceCode python code-with-copy"><code
class="sourceCode python"><span id="cb2-1"><a href="#cb2-1"></a>x <span class="op">=</span> 1</span></code>
</pre></div><button title="Copy"></button></div>
<div class="cell"><div class="cell-output cell-output-stdout"><pre><code>geprint</code></pre></div></div>
<div style="page-break-after: always;"></div>
<blockquote class="blockquote"><p>Citaat</p></blockquote>""",
    )
    code, geprint = een.iter("pre")
    assert (geprint.get("class"), geprint.text_content()) == ("cell-output", "geprint")
    assert (code.get("class"), code.text_content(), len(code[0])) == ("python cell-code", "x = 1", 0)
    assert [e.get("class") for e in een.xpath("./div | ./blockquote")] == ["pagina-einde", None]


@pytest.mark.parametrize(("klasse", "wordt"), [("tekst cijfers caption-top table", "tekst cijfers"), ("caption-top table", None)])
def test_een_tabel_houdt_alleen_de_klassen_van_het_huis(project, klasse, wordt):
    een = bladzijde_van_een(
        project,
        f'''<div id="tbl-a" class="quarto-float quarto-figure"><figure class="quarto-float quarto-float-tbl figure">
<figcaption id="tbl-a-caption-x">Tabel&nbsp;1.1: Getallen.</figcaption>
<div aria-describedby="tbl-a-caption-x"><table id="tbl-a" class="{klasse}"><tbody><tr><td>c</td></tr></tbody></table></div>
</figure></div>''',
    )
    tabel = een.find(".//table")
    assert (tabel.get("class"), tabel.get("id")) == (wordt, None)


def test_een_bladzijde_van_een_onbekende_vorm_is_een_probleem(project, boek):
    (project.wortel / "_book/h/een.html").write_text("<html><body><main>anders</main></body></html>")
    with pytest.raises(Fout) as fout:
        met_bladzijden(boek, project.wortel / "_book", {"h/een.qmd"})
    assert plaatsen(fout.value) == [("quarto-bladzijde", "h/een.qmd:1")]
