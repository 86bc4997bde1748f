"""The book: numbering and references as Quarto numbers a Dutch book."""

import pytest
from lxml import html as lxml_html

from mpp.problemen import Fout
from mpp.render.druk import druk_html
from mpp.render.omslag import Omslag
from mpp.render.site import maak_site
from tests.editie import VASTGESTELD

from .conftest import PROJECT, plaatsen

FIGUUR = '![](lijn.svg){fig-alt="Een lijn"}'
SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
OMSLAG = Omslag(
    "MPP 2023-1 (openbare reconstructie)", "CONCEPT · openbaar", True, "Openbare reconstructie – geen officiële publicatie", VASTGESTELD
)

VOORAF = f"""# Vooraf {{.unnumbered}}

::: {{#fig-los}}
{FIGUUR}

Zonder hoofdstuk.
:::

Zie @sec-een, @fig-twee, [-@tbl-een], [tabel @tbl-een], [@fig-een; @fig-los], @Sec-bijlage en @tbl-bijlage.
"""
EEN = f"""# Een & ander {{#sec-een}}

## A

## B {{#sec-een-b}}

### Dieper

::: {{#fig-een}}
{FIGUUR}

Over *een*.
:::

::: {{#fig-twee}}
{FIGUUR}

Over twee.
:::

| Soort | Aantal |
|-------|-------:|
| a     |      1 |

: Een tabel {{#tbl-een}}

Tekst[^1] en [terug](../index.qmd).

Zie @sec-een, [-@sec-een-b], @fig-twee, [hoofdstuk @sec-een], @sec-bijlage en @sec-bijlage-a.

[^1]: Een noot.
"""
BIJLAGE = """# Cijfers {#sec-bijlage}

## Alles {#sec-bijlage-a}

::: {#tbl-bijlage}
::: {.tekst}
| Naam | Wat |
|------|-----|
| a    | b   |
:::

::: {.voetregel}
Bron: zelf.
:::

Uitleg.
:::
"""


@pytest.fixture
def boek(maak):
    project = PROJECT.format(hoofdstukken="index.qmd, h/een.qmd").replace("lang:", "  appendices: [h/cijfers.qmd]\nlang:")
    bestanden = {"_quarto.yml": project, "index.qmd": VOORAF, "h/een.qmd": EEN, "h/cijfers.qmd": BIJLAGE}
    return maak({**bestanden, "lijn.svg": SVG, "h/lijn.svg": SVG})


def bladzijde(boek, naam):
    return lxml_html.fromstring(maak_site(boek, OMSLAG)[f"{naam}.html"].decode())


def tekst(element):
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def test_hoofdstukken_paragrafen_en_bijlagen_zijn_genummerd_als_in_quarto(boek):
    koppen = [(k.nummer, k.niveau) for h in boek.hoofdstukken for k in h.koppen]
    assert koppen == [("", 1), ("1", 1), ("1.1", 2), ("1.2", 2), ("1.2.1", 3), ("A", 1), ("A.1", 2)]
    assert [tekst(h) for h in bladzijde(boek, "cijfers").iter("h1", "h2")] == ["Bijlage A — Cijfers", "A.1 Alles"]


def test_verwijzingen_noemen_soort_en_nummer(boek):
    alinea = bladzijde(boek, "een").xpath("//p[starts-with(., 'Zie')]")[0]
    assert tekst(alinea) == "Zie Hoofdstuk 1, 1.2, Figuur 1.2, hoofdstuk 1, Bijlage A en Paragraaf A.1."


def test_uit_een_hoofdstuk_zonder_nummer_wordt_een_kop_voluit_genoemd_als_in_quarto(boek):
    alinea = bladzijde(boek, "index").xpath("//p[starts-with(., 'Zie')]")[0]
    assert tekst(alinea) == ("Zie 1 Een & ander, Figuur 1.2, 1.1, tabel 1.1, Figuur 1.1, Figuur 1, Bijlage A — Cijfers en Tabel A.1.")
    assert [a.get("href") for a in alinea.iter("a")] == [
        "een.html",
        "een.html#fig-twee",
        "een.html#tbl-een",
        "een.html#tbl-een",
        "een.html#fig-een",
        "#fig-los",
        "cijfers.html",
        "cijfers.html#tbl-bijlage",
    ]


def test_de_eerste_bladzijde_begint_met_de_titel_van_het_boek_als_in_quarto(boek):
    begin = [bladzijde(boek, naam).find(".//main")[0] for naam in ("index", "een")]
    assert [(element.get("class"), element.tag) for element in begin] == [("boektitel", "p"), ("hoofdstuk", "article")]
    assert begin[0].text == "Proef"


def test_bijschriften_staan_onder_figuren_en_boven_tabellen(boek):
    een = bladzijde(boek, "een")
    assert [tekst(f) for f in een.iter("figcaption")] == ["Figuur 1.1: Over een.", "Figuur 1.2: Over twee."]
    assert een.xpath("//figure[@id='fig-een']/*[1]/@alt") == ["Een lijn"]
    assert [tekst(c) for c in een.iter("caption")] == ["Tabel 1.1: Een tabel"]
    assert [tekst(f) for f in bladzijde(boek, "index").iter("figcaption")] == ["Figuur 1: Zonder hoofdstuk."]


def test_elke_tabelkop_heeft_een_scope_en_de_eerste_kolom_is_kop(boek):
    een, cijfers = bladzijde(boek, "een"), bladzijde(boek, "cijfers")
    assert een.xpath("//table/@class") == ["cijfers"]
    assert cijfers.xpath("//table/@class") == ["tekst"]
    for pagina in (een, cijfers):
        assert pagina.xpath("//th/@scope") == ["col", "col", "row"]
    assert tekst(cijfers.find_class("voetregel")[0]) == "Bron: zelf."


def test_noten_staan_achter_het_hoofdstuk_met_een_weg_terug(boek):
    een = bladzijde(boek, "een")
    assert een.xpath("//a[@href='#fn1']/@id") == ["fnref1"]
    terug = een.xpath("//li[@id='fn1']//a")[0]
    assert (terug.get("href"), terug.get("aria-label")) == ("#fnref1", "Terug naar de tekst bij noot 1")


def test_een_koppeling_naar_een_hoofdstuk_gaat_naar_zijn_bladzijde(boek):
    assert bladzijde(boek, "een").xpath("//a[.='terug']/@href") == ["index.html"]


def test_een_teken_met_betekenis_in_html_blijft_een_teken(boek):
    site = maak_site(boek, OMSLAG)
    assert b"Een &amp; ander" in site["index.html"]
    assert b"& ander" not in site["index.html"].replace(b"&amp;", b"")


def test_elke_bladzijde_is_volledig(boek):
    site = maak_site(boek, OMSLAG)
    for naam in ("index", "een", "cijfers"):
        pagina = bladzijde(boek, naam)
        assert pagina.get("lang") == "nl"
        assert tekst(pagina.find(".//title")).endswith("Proef – MPP 2023-1 (openbare reconstructie)")
        assert [tekst(p) for p in pagina.xpath("//header/p")] == ["Proef", OMSLAG.editie, OMSLAG.staat]
        assert tekst(pagina.find(".//footer")) == OMSLAG.verklaring
        assert pagina.xpath("//a[@class='naar-inhoud']/@href") == ["#inhoud"]
        assert len(pagina.xpath("//main[@id='inhoud']")) == 1
        assert all(nav.get("aria-label") or nav.get("aria-labelledby") for nav in pagina.iter("nav"))
        assert pagina.xpath("//nav[@class='boek']//a[@aria-current='page']/@href") == [f"{naam}.html"]
        for adres in pagina.xpath("//link/@href | //img/@src | //a/@href"):
            assert adres.startswith("#") or adres.partition("#")[0] in site, adres
        assert not list(pagina.iter("script"))


def test_bladeren_gaat_in_de_volgorde_van_het_boek(boek):
    assert bladzijde(boek, "een").xpath("//nav[@class='bladeren']/a/@href") == ["index.html", "cijfers.html"]


def test_in_druk_is_elk_id_enig_en_elke_verwijzing_raak_en_toont_de_inhoud_geen_paragrafen_van_bijlagen(boek):
    druk = lxml_html.fromstring(druk_html(boek, OMSLAG, [("Editie", "MPP")], "Toelichting."))
    ids = druk.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {"sec-een", "fig-los", "een-fn1", "index-vooraf", "een-a"} <= set(ids)
    adressen = druk.xpath("//a/@href")
    assert adressen
    assert {adres.removeprefix("#") for adres in adressen} <= set(ids)
    assert [tekst(a) for a in druk.xpath("//nav//a")] == ["Vooraf", "1 Een & ander", "1.1 A", "1.2 B", "A Cijfers"]


@pytest.mark.parametrize(
    "kader",
    [
        ("note", "Opmerking"),
        ("tip", "Tip"),
        ("warning", "Waarschuwing"),
        ("caution", "Opgelet"),
        ("important", "Belangrijk"),
    ],
)
def test_een_kader_heeft_zijn_naam_als_titel(html, kader):
    soort, naam = kader
    boom = lxml_html.fromstring(html(f"::: {{.callout-{soort}}}\nTekst.\n:::\n"))
    assert [tekst(t) for t in boom.find_class("callout-titel")] == [naam]
    assert f"callout-{soort}" in html(f"::: {{.callout-{soort}}}\nTekst.\n:::\n")


@pytest.mark.parametrize(
    "bron",
    [
        '::: {.callout-tip title="Eigen *titel*"}\nTekst.\n:::\n',
        "::: {.callout-tip}\n## Eigen *titel*\n\nTekst.\n:::\n",
    ],
)
def test_een_kader_met_eigen_titel(html, bron):
    boom = lxml_html.fromstring(html(bron))
    assert [tekst(t) for t in boom.find_class("callout-titel")] == ["Eigen titel"]
    assert not list(boom.iter("h2"))


def test_een_getal_draagt_zijn_herkomst(html):
    bron = """```{python}
#| include: false
from mpp.getal.getal import Getal
aantal = Getal(67012.4, "personen", 1000, 'a "b" `<c>', "2023|medio")
```

| Jaar | Aantal |
|---|---:|
| Dit jaar | `{python} aantal` |

: Mensen {#tbl-mensen}
"""
    (getal,) = lxml_html.fromstring(html(bron)).iter("data")
    assert (tekst(getal), dict(getal.attrib)) == (
        "67.000",
        {"class": "getal", "value": "67000", "data-bron": 'a "b" `<c>', "data-sleutel": "2023|medio", "data-afronding": "1000"},
    )


def test_een_verwijzing_naar_een_kop_zonder_nummer(maak):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# A {.unnumbered}\n\n## B {#sec-b}\n\nZie @sec-b.\n"})
    assert plaatsen(fout.value) == [("verwijzing-ongenummerd", "index.qmd:5")]


def test_een_verwijzing_die_code_schreef_moet_ook_kloppen(maak):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# A\n\n```{python}\n#| output: asis\nprint('Zie @fig-weg.')\n```\n"})
    assert plaatsen(fout.value) == [("verwijzing-ongenummerd", "index.qmd:5")]


def test_alle_problemen_van_alle_hoofdstukken_komen_tegelijk(maak):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# A\n\nZie @fig-x.\n", "b.qmd": "tekst\n", "c.qmd": "# C\n\n```{python}\nopen\n"})
    assert plaatsen(fout.value) == [("hoofdstuk-zonder-titel", "b.qmd:1"), ("cel-open", "c.qmd:3")]


def test_een_onbekende_verwijzing_verbergt_niet_wat_bij_het_draaien_misgaat(maak):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# A\n\nZie @fig-weg.\n", "b.qmd": "# B\n\n`{python} bestaat_niet`\n"})
    gevonden = plaatsen(fout.value)
    assert ("inline-fout", "b.qmd:3") in gevonden
    assert any(plaats == "index.qmd:3" for _, plaats in gevonden)
