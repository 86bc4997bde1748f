"""The other engine: Quarto's pages read back as our chapters, and what Quarto only warns of stops the build.

The pages here have the structure of Quarto's own HTML (1.5 to 1.11); Quarto itself is not needed.
"""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import html as lxml_html

from mpp.problemen import Fout
from mpp.projectmap import Projectmap
from mpp.render import quarto
from mpp.render.bladzijden import lees_bladzijde, met_bladzijden
from mpp.render.boek import Boek, Hoofdstuk, maak_boek
from mpp.render.druk import druk_html
from mpp.render.nabewerking import beeldnaam
from mpp.render.omslag import Omslag
from mpp.render.project import lees_project
from mpp.render.qmd import lees_qmd
from mpp.render.vergelijken import verschillen

from .conftest import PROJECT, plaatsen, schrijf

UUID = "0ceaefa1-69ba-4598-a22c-09a6ac19f8ca"
BLADZIJDE = """<!DOCTYPE html>
<html lang="nl"><head><title>x</title></head><body><nav id="quarto-sidebar">?var:buiten</nav>
<main class="content" id="quarto-document-content">
<header id="title-block-header" class="quarto-title-block default">
<div class="quarto-title"><h1 class="title">{titel}</h1></div>
<div class="quarto-title-meta">meta</div>
</header>
{inhoud}
</main> <!-- /main -->
<script>weg()</script>
</body></html>
"""
INDEX = BLADZIJDE.format(
    titel="Proef",
    inhoud='<section id="vooraf" class="level1 unnumbered"><h1 class="unnumbered">Vooraf</h1>'
    '<p>Zie <a href="h/een.html" class="quarto-xref"><span>1&nbsp; Een</span></a> en '
    '<a href="h/een.html#fig-a" class="quarto-xref">Figuur&nbsp;<span>1.1</span></a>.</p>'
    '<section id="sub" class="level2"><h2 class="anchored" data-anchor-id="sub">Sub</h2><p>Een</p></section></section>',
)
EEN = BLADZIJDE.format(
    titel='<span id="sec-een" class="quarto-section-identifier"><span class="chapter-number">1</span>&nbsp; '
    '<span class="chapter-title">Een</span></span>',
    inhoud=f"""<section id="sub" class="level2" data-number="1.1">
<h2 data-number="1.1" class="anchored" data-anchor-id="sub"><span class="header-section-number">1.1</span> Sub</h2>
<div id="fig-a" class="quarto-float quarto-figure quarto-figure-center anchored" alt="Een lijn">
<figure class="quarto-float quarto-float-fig figure">
<div aria-describedby="fig-a-caption-{UUID}"><div id="1" class="cell"><div class="cell-output cell-output-display"><div>
<figure class="figure"><p><img src="data:image/svg+xml;base64,PHN2Zy8+" class="img-fluid figure-img" alt="Een lijn"></p></figure>
</div></div></div></div>
<figcaption class="quarto-float-caption-bottom quarto-float-caption quarto-float-fig" id="fig-a-caption-{UUID}">
Figuur&nbsp;1.1: Over x.
</figcaption>
</figure>
</div>
<div id="tbl-a" class="quarto-float quarto-figure quarto-figure-center anchored">
<figure class="quarto-float quarto-float-tbl figure">
<figcaption class="quarto-float-caption-top quarto-float-caption quarto-float-tbl" id="tbl-a-caption-{UUID}">
Tabel&nbsp;1.1: Getallen.
</figcaption>
<div aria-describedby="tbl-a-caption-{UUID}"><div id="2" class="cell"><div class="cell-output cell-output-display">
<table class="cijfers caption-top table"><thead><tr class="header"><th>a</th><th>b</th></tr></thead>
<tbody><tr class="odd"><th>c</th><td><data class="getal" value="3">3</data></td></tr></tbody></table>
<div class="voetregel"><p>Bron: zelf.</p></div>
</div></div></div>
</figure>
</div>
<div class="callout callout-style-default callout-note callout-titled" title="Let op">
<div class="callout-header d-flex align-content-center">
<div class="callout-icon-container"><i class="callout-icon"></i></div>
<div class="callout-title-container flex-fill"><span class="screen-reader-only">Opmerking</span>Let op</div>
</div>
<div class="callout-body-container callout-body"><p>Kader <a href="../index.html">terug</a>.</p></div>
</div>
<p>Zie <a href="een.html" class="quarto-xref"><span>Hoofdstuk 1</span></a>,
<a href="cijfers.html" class="quarto-xref"><span>Bijlage A</span></a>.</p>
<p>Noot<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>
</section>
<div id="quarto-appendix" class="default"><section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes">
<h2 class="anchored quarto-appendix-heading">Voetnoten</h2>
<ol><li id="fn1"><p>Een noot.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section></div>""",
)
CIJFERS = BLADZIJDE.format(
    titel='<span id="sec-cijfers" class="quarto-section-identifier">Bijlage A — Cijfers <em>en meer</em></span>', inhoud="<p>Alle.</p>"
)


@pytest.fixture
def project(tmp_path):
    instelling = PROJECT.format(hoofdstukken="index.qmd, h/een.qmd").replace("lang:", "  appendices: [h/cijfers.qmd]\nlang:")
    schrijf(
        tmp_path,
        {
            "_quarto.yml": instelling,
            "index.qmd": "# Vooraf {.unnumbered}\n",
            "h/een.qmd": "# Een {#sec-een}\n",
            "h/cijfers.qmd": "# Cijfers *en meer* {#sec-cijfers}\n",
            "glossary.yml": "afkortingen: []\nbegrippen: []\n",
            "_book/index.html": INDEX,
            "_book/h/een.html": EEN,
            "_book/h/cijfers.html": CIJFERS,
        },
    )
    return lees_project(tmp_path)


def gelezen(project):
    """The book as Quarto's pages in the project have it."""
    paden = [(pad, (project.wortel / "_book" / pad).with_suffix(".html")) for pad in project.bestanden]
    return Boek(project.titel, project.ondertitel, tuple(Hoofdstuk(pad, lees_bladzijde(bladzijde)) for pad, bladzijde in paden))


@pytest.fixture
def boek(project):
    return gelezen(project)


def tekst(element):
    return " ".join(element.text_content().split())


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
    druk = lxml_html.fromstring(druk_html(boek, Omslag("MPP", "openbaar", False, "Reconstructie"), [], ""))
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


def qmds(project):
    return [lees_qmd(project.wortel, pad) for pad in project.bestanden]


def test_een_bladzijde_of_beeld_dat_quarto_niet_maakte_is_een_probleem(project, boek):
    bladzijde = project.wortel / "_book/h/een.html"
    bladzijde.write_text(EEN.replace("data:image/svg+xml;base64,PHN2Zy8+", "weg.svg"))
    with pytest.raises(Fout) as fout:
        met_bladzijden(boek, project.wortel / "_book", {"h/een.qmd"})
    assert plaatsen(fout.value) == [("quarto-bladzijde", "h/een.qmd:1")]
    bladzijde.unlink()
    problemen = quarto.controleer_uitvoer(qmds(project), project.wortel / "_book")
    assert [(p.code, p.plaats) for p in problemen] == [("quarto-bladzijde", "h/een.qmd:1")]


def test_een_volledig_boek_geeft_geen_problemen(project):
    assert quarto.controleer_uitvoer(qmds(project), project.wortel / "_book") == []


@pytest.mark.parametrize(
    ("restant", "genoemd", "regel"),
    [
        ("<p>?var:naam</p>", "?var:naam", 3),
        ("<p>?meta:titel</p>", "?meta:titel", 5),
        ("<p><strong>?@fig-weg</strong></p>", "?@fig-weg", 7),
        ('<span class="quarto-unresolved-ref">?sec-weg</span>', "?sec-weg", 9),
        ("<p><code>{python} n(1)</code></p>", "{python} n(1)", 11),
        ('<div class="cell-output cell-output-stderr">x</div>', "cell-output-stderr", 1),
    ],
)
def test_wat_quarto_laat_staan_is_een_probleem_op_zijn_regel(project, restant, genoemd, regel):
    bron = "{{< var naam >}}\n\n{{< meta titel >}}\n\nZie @fig-weg.\n\nZie @sec-weg.\n\n``{python} n(1)``\n"
    (project.wortel / "index.qmd").write_text("# Vooraf {.unnumbered}\n\n" + bron)
    (project.wortel / "_book/index.html").write_text(INDEX.replace("<p>Een</p>", restant))
    problemen = quarto.controleer_uitvoer(qmds(project), project.wortel / "_book")
    assert [(p.code, p.plaats, p.gegevens["waarover"]) for p in problemen] == [("quarto-restant", f"index.qmd:{regel}", genoemd)]


CONCEPT = SimpleNamespace(concept=True)


def test_zonder_quarto_op_het_zoekpad(project, uitkomsten, monkeypatch):
    monkeypatch.chdir(project.wortel)
    monkeypatch.setenv("PATH", str(project.wortel))
    with pytest.raises(Fout) as fout:
        quarto.rapportage(uitkomsten, CONCEPT)
    assert plaatsen(fout.value) == [("quarto-ontbreekt", "")]


@pytest.fixture
def met_quarto(project, monkeypatch):
    """Put a program quarto on the path that does what the lines of shell say."""

    def _met(opdracht):
        nep = project.wortel / "quarto"
        nep.write_text(f"#!/bin/sh\n{opdracht}\n")
        nep.chmod(nep.stat().st_mode | stat.S_IXUSR)
        monkeypatch.chdir(project.wortel)
        monkeypatch.setenv("PATH", f"{project.wortel}:/usr/bin:/bin")

    return _met


@pytest.mark.parametrize(
    ("gezegd", "plaats"),
    [
        (r"\033[1m[1/2] index.qmd\033[0m\nCell 1/1: a...Done\n\n[ 2/19] h/een.qmd\nDone\nCell 1/2: x...Done\n", "h/een.qmd:3"),
        (r"[ 2/19] h/een.qmd\nCell 1/2: x...Done\nCell 2/2: y...Done\n", "h/een.qmd:7"),
        (r"[ 2/19] h/een.qmd\n", "h/een.qmd:1"),
        ("", "_quarto.yml:1"),
    ],
)
def test_een_quarto_dat_stopt_zegt_waar(project, uitkomsten, met_quarto, gezegd, plaats):
    (project.wortel / "h/een.qmd").write_text("# Een {#sec-een}\n\n```{python}\nx = 1\n```\n\n```{python}\ny = 1\n```\n")
    met_quarto(rf'printf "{gezegd}ZeroDivisionError: kapot\n" >&2; exit 3')
    with pytest.raises(Fout) as fout:
        quarto.rapportage(uitkomsten, CONCEPT)
    assert plaatsen(fout.value) == [("quarto-mislukt", plaats)]
    assert "Quarto is gestopt met code 3: ZeroDivisionError: kapot." in str(fout.value)


def test_wat_de_eigen_machine_vindt_houdt_ook_quarto_tegen(project, uitkomsten, met_quarto):
    met_quarto("touch gedraaid")
    (project.wortel / "h/een.qmd").write_text("# Een {#sec-een}\n\nZie [daar][weg].\n\n`{python} 30000`\n")
    with pytest.raises(Fout) as fout:
        quarto.rapportage(uitkomsten, CONCEPT)
    assert plaatsen(fout.value) == [("inline-kaal-getal", "h/een.qmd:5")]
    assert not (project.wortel / "gedraaid").exists()


GELIJK = BLADZIJDE.format(
    titel='<span class="chapter-number">1</span>&nbsp; <span class="chapter-title">Een</span>',
    inhoud="""<p>Er zijn <data class="getal" value="3">3</data> boten, zie <a href="cijfers.html" class="quarto-xref">Bijlage A</a>.</p>
<p><strong>Vet</strong> en <a href="../index.html">terug</a>.</p>""",
)
GETAL = "Er zijn `{python} getal` boten, zie @sec-cijfers."
CEL = """```{python}
#| include: false
class Getal:
    def _repr_markdown_(self):
        return '`<data class="getal" value="3">3</data>`{=html}'
getal = Getal()
```
"""


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel", "genoemd"),
    [
        (">3<", ">4<", 11, ("Er zijn 3 boten", "Er zijn 4 boten")),
        ('value="3"', 'value="4"', 11, ("<data 3>", "<data 4>")),
        ("<strong>Vet</strong>", "Vet", 13, ("<strong>Vet", "Vet en")),
        ("../index.html", "cijfers.html", 13, ("<a index>", "<a cijfers>")),
        ("terug", "naar huis", 13, ("terug", "naar huis")),
        (" boten", "&nbsp;boten", 11, ("boten", "boten")),
        ("</p>\n<p>", " ", 11, ("", "")),
        ("<p><strong>", '<div class="voetregel"></div><p><strong>', 1, ("niets", "voetregel")),
    ],
)
def test_wat_quarto_anders_zegt_is_een_probleem_op_zijn_regel(project, uitkomsten, monkeypatch, oud, nieuw, regel, genoemd):
    bron = f"# Een\n\n{CEL}\n{GETAL}\n\n**Vet** en [terug](../index.qmd).\n"
    (project.wortel / "h/een.qmd").write_text(bron)
    eigen = maak_boek(uitkomsten, bewaard=False)
    een = lees_qmd(project.wortel, "h/een.qmd")

    def gevonden(html):
        (project.wortel / "_book/h/een.html").write_text(html)
        return verschillen(eigen, met_bladzijden(eigen, project.wortel / "_book", {"h/een.qmd"}), [een])

    assert gevonden(GELIJK) == []
    assert oud in GELIJK
    problemen = gevonden(GELIJK.replace(oud, nieuw))
    assert [(p.code, p.plaats) for p in problemen][:1] == [("quarto-verschil", f"h/een.qmd:{regel}")]
    assert genoemd[0] in str(problemen[0].gegevens["eigen"])
    assert genoemd[1] in str(problemen[0].gegevens["quarto"])


def test_elke_bladzijde_noemt_editie_en_staat_maar_het_hoofdstuk_niet(project, boek):
    omslag = Omslag("MPP 2023-1 & meer", "CONCEPT", True, "Openbare reconstructie")
    for _ in ("eerst", "en nog eens, zoals bij een enkel hoofdstuk"):
        quarto.merk(project, project.wortel / "_book", omslag)
    bladzijde = lxml_html.fromstring((project.wortel / "_book/h/een.html").read_text())
    assert [r.text for r in bladzijde.find_class("mpp-staat")] == ["MPP 2023-1 & meer · CONCEPT · Openbare reconstructie"]
    assert gelezen(project) == boek


PARAMETERS = Path(__file__).parents[2] / "parameters.yml"


def haak(project, **omgeving):
    """Run the hook as Quarto does."""
    script = Path(quarto.__file__).with_name("quarto_hook.py")
    pad = {"PYTHONPATH": str(PARAMETERS.parent), "MPP_PARAMETERS": str(PARAMETERS), "QUARTO_PROJECT_OUTPUT_DIR": "_book"}
    omgeving = {**os.environ, **pad, **omgeving}
    return subprocess.run([sys.executable, script], cwd=project.wortel, capture_output=True, text=True, env=omgeving)


def test_de_haak_vooraf_houdt_tegen_wat_in_de_bronnen_niet_kan_en_wat_bij_het_draaien_misgaat(project):
    assert haak(project).returncode == 0
    (project.wortel / "index.qmd").write_text("# Vooraf {.unnumbered}\n\n<b>vet</b>\n")
    klaar = haak(project)
    assert klaar.returncode == 1
    assert klaar.stderr.startswith("index.qmd:3: In de tekst staat opmaak in HTML")
    (project.wortel / "index.qmd").write_text("# Vooraf {.unnumbered}\n\n`{python} 30000`\n")
    klaar = haak(project)
    assert klaar.returncode == 1
    assert klaar.stderr.startswith("index.qmd:3: De berekening 30000 in de tekst geeft een kaal getal")


def test_de_haak_achteraf_keurt_de_bladzijden(project):
    klaar = haak(project, QUARTO_PROJECT_OUTPUT_FILES="_book/index.html")
    assert klaar.returncode == 1
    assert klaar.stderr.startswith("index.qmd:1: Quarto en de ingebouwde rendermachine maken hier niet hetzelfde van")
    assert "CONCEPT" in (project.wortel / "_book/index.html").read_text(), "ook een afgekeurde bladzijde zegt wat zij is"
    (project.wortel / "_book/index.html").write_text(INDEX.replace("<p>Een</p>", "<p>?var:naam</p>"))
    klaar = haak(project, QUARTO_PROJECT_OUTPUT_FILES="_book/index.html")
    assert (klaar.returncode, "?var:naam" in klaar.stderr) == (1, True)


@pytest.mark.parametrize("via_mpp", [{}, {"MPP_RENDERT": "1"}])
def test_een_andere_vorm_dan_webpaginas_is_een_melding_en_geen_storing(project, via_mpp):
    docx = project.wortel / "_book/Proef.docx"
    docx.write_bytes(b"een document zonder getallen")
    klaar = haak(project, QUARTO_PROJECT_OUTPUT_FILES="_book/Proef.docx", **via_mpp)
    assert (klaar.returncode, docx.exists()) == (1, False)
    assert klaar.stderr.startswith("_quarto.yml:15: Quarto maakt hier .docx; van deze bronnen maakt het alleen webpagina's.")
    assert "Traceback" not in klaar.stderr


def test_ook_een_pdf_of_een_los_document_van_quarto_wordt_geweigerd(project, monkeypatch):
    monkeypatch.chdir(project.wortel)
    monkeypatch.setenv("QUARTO_PROJECT_OUTPUT_FILES", "_book/index.html\n_book/Proef.pdf")
    with pytest.raises(Fout) as fout:
        quarto.na_afloop()
    assert plaatsen(fout.value) == [("quarto-vorm", "_quarto.yml:15")]


def test_roept_mpp_zelf_quarto_aan_dan_keurt_mpp_de_bladzijden(project):
    assert haak(project, MPP_RENDERT="1").returncode == 0
    assert haak(project, MPP_RENDERT="1", QUARTO_PROJECT_OUTPUT_FILES="_book/index.html").returncode == 0


@pytest.mark.parametrize("alles", [True, False])
def test_de_haak_zegt_de_staat_op_elke_bladzijde_en_maakt_na_het_hele_boek_de_pdf(project, boek, monkeypatch, alles):
    from mpp.render import rapportage
    from mpp.uitgave import status as statusmodule
    from mpp.uitgave.status import Status

    editie = SimpleNamespace(titel="MPP 2023-1 (openbare reconstructie)")
    monkeypatch.delenv("QUARTO_PROJECT_RENDER_ALL", raising=False)
    monkeypatch.chdir(project.wortel)
    monkeypatch.setenv("QUARTO_PROJECT_OUTPUT_DIR", "_book")
    monkeypatch.setenv("QUARTO_PROJECT_OUTPUT_FILES", "_book/index.html\n_book/h/een.html\n")
    if alles:
        monkeypatch.setenv("QUARTO_PROJECT_RENDER_ALL", "1")
    monkeypatch.setattr(Projectmap, "bereken", lambda project: SimpleNamespace(ps=None, editie=editie))
    monkeypatch.setattr(statusmodule, "bepaal_status", lambda ps: Status(True, ("geen slot",), "openbaar", "B"))
    monkeypatch.setattr(rapportage, "gekeurd_boek", lambda u, status: boek)
    monkeypatch.setattr(rapportage, "pdf", lambda boek, u, status: boek.hoofdstukken[1].naam.encode())
    quarto.na_afloop()
    assert "CONCEPT" in (project.wortel / "_book/h/een.html").read_text()
    assert [p.read_bytes() for p in (project.wortel / "_book").glob("*.pdf")] == ([b"een"] if alles else [])


def test_zonder_pandoc(monkeypatch):
    from mpp.render import pandoc

    pandoc.pandoc_pad.cache_clear()
    monkeypatch.setattr(pandoc.importlib.util, "find_spec", lambda naam: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Fout) as fout:
        pandoc.pandoc_pad()
    pandoc.pandoc_pad.cache_clear()
    assert plaatsen(fout.value) == [("pandoc-ontbreekt", "")]


def test_de_filters_voor_beide_machines_bestaan():
    wortel = Path(__file__).parents[2]
    regels = (wortel / "_quarto.yml").read_text().splitlines()
    namen = [r.strip("- ") for r in regels if r.strip("- ").startswith("mpp/render/filters/")]
    assert namen
    assert all((wortel / naam).is_file() for naam in namen)
