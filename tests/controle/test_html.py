"""The checks of the final HTML: a good page passes, each fault is found with its page."""

from dataclasses import replace

import pytest

from mpp.controle.html import toets
from tests.pdf import voorbeeld
from tests.pdf.voorbeeld import VERWACHT

BESTANDEN = ("stijl/scherm.css", "open-data/cijfers.csv")


def pagina(lichaam: str, *, kop: str = "<title>Proef</title>", taal: str = 'lang="nl"') -> str:
    regels = " ".join(VERWACHT.regels)
    return f"<!DOCTYPE html><html {taal}><head>{kop}</head><body><header>{regels}</header><main>{lichaam}</main></body></html>"


def codes(*lichamen: str, **rest) -> list[str]:
    paginas = {f"p{nummer}.html": pagina(lichaam, **rest) for nummer, lichaam in enumerate(lichamen, start=1)}
    return [probleem.code for probleem in toets(paginas, VERWACHT, bestanden=BESTANDEN).problemen]


def test_de_bladzijden_van_het_voorbeeld_zijn_goed_op_een_getypt_getal_na():
    paginas = {"instroom.html": voorbeeld.pagina(), "opvang.html": voorbeeld.pagina(), "index.html": voorbeeld.pagina()}
    problemen = toets(paginas, VERWACHT, bestanden=BESTANDEN, namen=["12,5e", "87,5e"]).problemen
    assert [str(probleem) for probleem in problemen] == []


@pytest.mark.parametrize(
    ("lichaam", "code"),
    [
        ("<p>Er komen {python} n('x') bij</p>", "controle-html-restant"),
        ("<p>Editie ?var:editie</p>", "controle-html-restant"),
        ("<p>Zie ?@fig-instroom</p>", "controle-html-restant"),
        ("<p>{{&lt; var editie &gt;}}</p>", "controle-html-restant"),
        ("<p>Er komen {{ instroom }} bij</p>", "controle-html-restant"),
        ("<p>:::</p>", "controle-html-restant"),
        ("<p>#| echo: false</p>", "controle-html-restant"),
        ('<script src="https://cdn.example.org/x.js"></script>', "controle-html-netwerk"),
        ('<iframe title="x" src="https://example.org/x.html"></iframe>', "controle-html-netwerk"),
        ('<p><object data="https://example.org/x.svg">x</object></p>', "controle-html-netwerk"),
        ('<p><picture><source src="https://example.org/x.png"><img src="data:,x" alt="x"></picture></p>', "controle-html-netwerk"),
        ('<link rel="stylesheet" href="https://example.org/x.css">', "controle-html-netwerk"),
        ('<p><img src="//example.org/x.png" alt="x"></p>', "controle-html-netwerk"),
        ("<style>@import 'https://example.org/x.css';</style>", "controle-html-netwerk"),
        ('<p style="background: url(http://example.org/x.png)">x</p>', "controle-html-netwerk"),
        ('<p><img src="data:,x"></p>', "controle-html-alt"),
        ('<figure><img src="data:,x" alt=""></figure>', "controle-html-alt"),
        ("<h1>a</h1><h3>b</h3>", "controle-html-kopsprong"),
        ("<h2>a</h2>", "controle-html-kopsprong"),
        ('<p id="a">x</p><p id="a">y</p>', "controle-html-id-dubbel"),
        ('<p><a href="#weg">x</a></p>', "controle-html-koppeling"),
        ('<p><a href="p9.html">x</a></p>', "controle-html-koppeling"),
        ('<p><a href="open-data/weg.csv">x</a></p>', "controle-html-koppeling"),
        ('<p><a href="javascript:alert(1)">x</a></p>', "controle-html-koppeling"),
        ('<p><a href="file:///cijfers.csv">x</a></p>', "controle-html-koppeling"),
        ("<p>Er komen 500 mensen</p>", "controle-html-getal"),
    ],
)
def test_elk_gebrek_wordt_gevonden(lichaam, code):
    assert codes(lichaam) == [code]


@pytest.mark.parametrize(
    ("bron", "niveau", "mag"),
    [
        ("indicator:coa.bezetting", "extern", True),
        ("indicator:ind.spoor4.verschoven_capaciteit", "intern", True),
        ("indicator:ind.spoor4.verschoven_capaciteit", "extern", False),
        ("indicator:coa.bezetting[2024|medio] - indicator:gemeenten.ruimte[2024|medio]", "intern", False),
        ("trekkingen:gemeenten.ruimte", "intern", False),
        ("variant:baa:indicator:ind.baa.beslissingen", "extern", False),
        ("parameter:ind.baa.beslissingen", "extern", True),
        ("realisatie:ind.nareis.aanvragen.maand", "extern", True),
    ],
)
def test_een_getal_staat_alleen_waar_zijn_indicator_mag_staan(bron, niveau, mag):
    bladzijde = pagina(f'<p><data class="getal" value="1" data-bron="{bron}">1</data></p>')
    problemen = toets({"p.html": bladzijde}, replace(VERWACHT, niveau=niveau, beleidscontrole=True)).problemen
    assert [p.code for p in problemen if p.code != "controle-html-staat"] == ([] if mag else ["controle-niveau"])


def test_koppelingen_tussen_bladzijden_en_naar_bestanden_worden_gevolgd():
    naar_twee = '<p><a href="p2.html#plek">x</a> <a href="p2.html">y</a> <a href="open-data/cijfers.csv">z</a></p>'
    assert codes(naar_twee, '<p id="plek">x</p>') == []
    assert codes(naar_twee, "<p>x</p>") == ["controle-html-koppeling"]


def test_een_koppeling_naar_een_map_gaat_naar_de_index_daarin():
    paginas = {"index.html": voorbeeld.pagina(), "h/een.html": voorbeeld.pagina().replace('"index.html"', '"../"')}
    doelen = [p.gegevens["doel"] for p in toets(paginas, VERWACHT).problemen if p.code == "controle-html-koppeling"]
    assert '"../"' in paginas["h/een.html"]
    assert "../" not in doelen


def test_alleen_de_koppen_van_de_tekst_zelf_tellen():
    met_inhoudsopgave = pagina("<h1>a</h1><h2>b</h2>").replace("<main>", "<nav><h2>Inhoudsopgave</h2></nav><main>")
    assert toets({"p1.html": met_inhoudsopgave}, VERWACHT).problemen == ()


def test_een_gewone_koppeling_naar_buiten_mag():
    assert codes('<p><a href="https://example.org/">x</a></p>') == []


def test_taal_en_titel_horen_erbij():
    assert codes("<p>x</p>", taal="") == ["controle-html-gegevens"]
    assert codes("<p>x</p>", kop="<title> </title>") == ["controle-html-gegevens"]


@pytest.mark.parametrize("anders", [{"editie": "MPP 2023-2"}, {"verklaring": "Officieel"}])
def test_elke_bladzijde_zegt_welke_editie_en_dat_het_een_reconstructie_is(anders):
    uitslag = toets({"p.html": pagina("<p>x</p>")}, replace(VERWACHT, **anders))
    assert [(p.code, p.bestand) for p in uitslag.problemen] == [("controle-html-staat", "p.html")]


def test_een_concept_moet_zo_heten():
    zonder = pagina("<p>x</p>").replace("CONCEPT", "")
    assert [p.code for p in toets({"p.html": zonder}, VERWACHT).problemen] == ["controle-html-staat"]
    assert toets({"p.html": zonder}, replace(VERWACHT, concept=False)).groen
