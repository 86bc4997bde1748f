"""Pages with the structure of Quarto's own HTML (1.5 to 1.11), of a small book; Quarto itself is not needed."""

from mpp.render.bladzijden import lees_bladzijde
from mpp.render.boek import Boek, Hoofdstuk

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


def gelezen(project):
    """The book as Quarto's pages in the project have it."""
    paden = [(pad, (project.wortel / "_book" / pad).with_suffix(".html")) for pad in project.bestanden]
    return Boek(project.titel, project.ondertitel, tuple(Hoofdstuk(pad, lees_bladzijde(bladzijde)) for pad, bladzijde in paden))


def tekst(element):
    return " ".join(element.text_content().split())
