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
from mpp.render import quarto
from mpp.render.bladzijden import lees_boek
from mpp.render.druk import druk_html
from mpp.render.nabewerking import beeldnaam
from mpp.render.omslag import Omslag
from mpp.render.project import lees_project

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
            "_book/index.html": INDEX,
            "_book/h/een.html": EEN,
            "_book/h/cijfers.html": CIJFERS,
        },
    )
    return lees_project(tmp_path)


@pytest.fixture
def boek(project):
    return lees_boek(project, project.wortel / "_book")


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


def test_een_volledig_boek_geeft_geen_problemen(project):
    assert quarto.controleer_uitvoer(project, project.wortel / "_book") == []


@pytest.mark.parametrize(
    ("restant", "genoemd"),
    [
        ("<p>?var:naam</p>", "?var:naam"),
        ("<p>?meta:titel</p>", "?meta:titel"),
        ("<p><strong>?@fig-weg</strong></p>", "?@fig-weg"),
        ('<span class="quarto-unresolved-ref">?sec-weg</span>', "?sec-weg"),
        ("<p><code>{python} n(1)</code></p>", "{python} n(1)"),
        ('<div class="cell-output cell-output-stderr">x</div>', "cell-output-stderr"),
    ],
)
def test_wat_quarto_laat_staan_is_een_probleem(project, restant, genoemd):
    (project.wortel / "_book/index.html").write_text(INDEX.replace("<p>Een</p>", restant))
    problemen = quarto.controleer_uitvoer(project, project.wortel / "_book")
    assert [(p.code, p.bestand, p.gegevens["waarover"]) for p in problemen] == [("quarto-restant", "index.qmd", genoemd)]


@pytest.fixture
def uitkomsten(tmp_path):
    return SimpleNamespace(ps=SimpleNamespace(hash="parameters", pad=tmp_path / "parameters.yml"))


def test_zonder_quarto_op_het_zoekpad(project, uitkomsten, monkeypatch):
    monkeypatch.chdir(project.wortel)
    monkeypatch.setenv("PATH", str(project.wortel))
    with pytest.raises(Fout) as fout:
        quarto.rapportage(uitkomsten, SimpleNamespace())
    assert plaatsen(fout.value) == [("quarto-ontbreekt", "")]


def test_een_quarto_dat_stopt(project, uitkomsten, monkeypatch):
    nep = project.wortel / "quarto"
    gezegd = (
        r"\033[1m[1/2] index.qmd\033[0m\nCell 1/1: setup...Done\n\n[ 2/19] h/een.qmd\n"
        r"Executing 'een.quarto_ipynb'\nDone\nCell 1/2: x...Done\nZeroDivisionError: kapot\n"
    )
    nep.write_text(f'#!/bin/sh\nprintf "{gezegd}" >&2\nexit 3\n')
    nep.chmod(nep.stat().st_mode | stat.S_IXUSR)
    monkeypatch.chdir(project.wortel)
    monkeypatch.setenv("PATH", f"{project.wortel}:/usr/bin:/bin")
    with pytest.raises(Fout) as fout:
        quarto.rapportage(uitkomsten, SimpleNamespace())
    assert plaatsen(fout.value) == [("quarto-mislukt", "h/een.qmd")]
    assert "h/een.qmd: Quarto is gestopt met code 3: ZeroDivisionError: kapot." in str(fout.value)


def test_ook_voor_quarto_geldt_de_deelverzameling(project, uitkomsten, monkeypatch):
    (project.wortel / "h/een.qmd").write_text("# Een {#sec-een}\n\n::: {.panel-tabset}\n:::\n")
    monkeypatch.chdir(project.wortel)
    with pytest.raises(Fout) as fout:
        quarto.rapportage(uitkomsten, SimpleNamespace())
    assert plaatsen(fout.value) == [("div-klasse", "h/een.qmd:3")]


def test_elke_bladzijde_noemt_editie_en_staat_maar_het_hoofdstuk_niet(project, boek):
    omslag = Omslag("MPP 2023-1 & meer", "CONCEPT", True, "Openbare reconstructie")
    for _ in ("eerst", "en nog eens, zoals bij een enkel hoofdstuk"):
        quarto.merk(project, project.wortel / "_book", omslag)
    bladzijde = lxml_html.fromstring((project.wortel / "_book/h/een.html").read_text())
    assert [r.text for r in bladzijde.find_class("mpp-staat")] == ["MPP 2023-1 & meer · CONCEPT · Openbare reconstructie"]
    assert lees_boek(project, project.wortel / "_book") == boek


def haak(project, **omgeving):
    """Run the hook as Quarto does."""
    script = Path(quarto.__file__).with_name("quarto_hook.py")
    pad = str(Path(__file__).parents[2])
    return subprocess.run(
        [sys.executable, script],
        cwd=project.wortel,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": pad, "QUARTO_PROJECT_OUTPUT_DIR": "_book", **omgeving},
    )


def test_de_haak_vooraf_keurt_de_bronnen(project):
    assert haak(project).returncode == 0
    (project.wortel / "index.qmd").write_text("# Vooraf {.unnumbered}\n\n<b>vet</b>\n")
    klaar = haak(project)
    assert klaar.returncode == 1
    assert klaar.stderr.startswith("index.qmd:3: In de tekst staat opmaak in HTML")


def test_de_haak_achteraf_keurt_de_bladzijden(project):
    assert haak(project, QUARTO_PROJECT_OUTPUT_FILES="_book/index.html", MPP_RENDERT="1").returncode == 0
    (project.wortel / "_book/index.html").write_text(INDEX.replace("<p>Een</p>", "<p>?var:naam</p>"))
    klaar = haak(project, QUARTO_PROJECT_OUTPUT_FILES="_book/index.html")
    assert (klaar.returncode, "?var:naam" in klaar.stderr) == (1, True)


@pytest.mark.parametrize("alles", [True, False])
def test_de_haak_zegt_de_staat_op_elke_bladzijde_en_maakt_na_het_hele_boek_de_pdf(project, monkeypatch, alles):
    from mpp import uitkomsten as uitkomstenmodule
    from mpp.render import rapportage
    from mpp.uitgave import status as statusmodule
    from mpp.uitgave.status import Status

    editie = SimpleNamespace(titel="MPP 2023-1 (openbare reconstructie)")
    monkeypatch.delenv("QUARTO_PROJECT_RENDER_ALL", raising=False)
    monkeypatch.chdir(project.wortel)
    monkeypatch.setenv("QUARTO_PROJECT_OUTPUT_DIR", "_book")
    if alles:
        monkeypatch.setenv("QUARTO_PROJECT_RENDER_ALL", "1")
    monkeypatch.setattr(uitkomstenmodule, "huidige", lambda: SimpleNamespace(ps=None, editie=editie))
    monkeypatch.setattr(statusmodule, "bepaal_status", lambda ps: Status(True, ("geen slot",), "openbaar", "B"))
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
