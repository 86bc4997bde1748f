"""What an author types is words; numbers are computed and abbreviations are explained, or the line is told."""

from pathlib import Path

import pytest

from mpp.glossarium import Afkorting, Glossarium
from mpp.problemen import Fout
from mpp.render.proza import controleer, controleer_project
from mpp.render.qmd import lees_qmd

from .conftest import PROJECT, schrijf

GLOSSARIUM = Glossarium(
    (
        Afkorting("COA", "Centraal Orgaan opvang asielzoekers", "Vangt op.", "coa"),
        Afkorting("MPP", "Meerjaren Productie Prognose", "Een prognose.", "mpp"),
    ),
    (),
)


@pytest.mark.parametrize(
    ("regel", "codes"),
    [
        ("Het COA telt `{python} n(1)` mensen.", []),
        ("In 2023 en op 31 december, spoor 4, MPP 2023-1.", []),
        ("1. een lijst", []),
        ("## Kop {#sec-een-2}", []),
        ("Zie @tbl-x1 en [de wet](https://x.nl/1).[^2]", []),
        ("Er komen 67.000 mensen.", ["proza-getal-getypt"]),
        ("Dat is 3% van 12,5 miljoen.", ["proza-getal-getypt", "proza-getal-getypt"]),
        ("De WXZ telt.", ["afkorting-onbekend"]),
        ("10. een lijst", []),
        ("27300. Dat is veel.", ["proza-getal-getypt"]),
        ("`70.770` zaken", ["proza-getal-getypt"]),
        ('![](een.svg){fig-alt="Lijn tot 70.770"}', ["proza-getal-getypt"]),
        ("![](een.svg){fig-alt='Lijn tot 70.770'}", ["proza-getal-getypt"]),
        ("![](een.svg){fig-alt=70.770}", ["proza-getal-getypt"]),
        ("::: {.callout-note title=70.770}", ["proza-getal-getypt"]),
        ("**acht** aanvragen", ["proza-getal-getypt"]),
        ("[acht](https://x.nl) *aanvragen*", ["proza-getal-getypt"]),
        ("| in de opvang | **vijf** |", ["proza-getal-getypt"]),
        ('Dat zijn er `{python} "70770"`.', ["proza-getal-getypt"]),
        ('Dat zijn er `{python} Markdown("2.050")`.', ["proza-getal-getypt"]),
        ('Dat zijn er `{python} f"ruim 2.050 {eenheid}"`.', ["proza-getal-getypt"]),
        ('Dat zijn er `{python} n("ind.spoor4.instroom", 2024)`.', []),
        ('![](een.svg){fig-alt="Lijn van het COA in 2023"}', []),
        ('::: {.callout-note title="Ruim 27.300 zaken"}', ["proza-getal-getypt"]),
        ('::: {.callout-note title="Van de WXZ"}', ["afkorting-onbekend"]),
        ('::: {.callout-note title="Drie op de tien"}', ["proza-getal-getypt"]),
        ('::: {.callout-note title="In `{python} jaar(1)`"}', []),
    ],
)
def test_getypte_getallen_en_onbekende_afkortingen_worden_per_regel_gemeld(tmp_path, regel, codes):
    (tmp_path / "een.qmd").write_text(f"# Een\n\n{regel}\n", encoding="utf-8")
    gevonden = list(controleer(lees_qmd(tmp_path, "een.qmd"), GLOSSARIUM))
    assert [(p.code, p.bestand, p.regel) for p in gevonden] == [(code, "een.qmd", 3) for code in codes]
    assert all(str(p) for p in gevonden)


@pytest.mark.parametrize(
    ("bron", "regel"),
    [
        ("# Een\n\nEr waren vijf\nzaken.\n", 3),
        ("# Een\n\nEr zijn\n2050\nopvangplekken.\n", 4),
        ("# Een\n\n- Er zijn\n  acht\n  aanvragen.\n", 4),
        ('# Een\n\n```{python}\nMarkdown("Ruim 2.050")\n```\n', 4),
        ("---\ntitle: Ruim 27.300 zaken\n---\n", 2),
        ("---\ntitle: Zaken\ndescription: Ruim 27.300 zaken\n---\n", 3),
        ("# Een\n\nEr waren in\n5. Daarna meer.\n", 4),
        ("# Een\n\n```\nRuim 27.300 zaken\n```\n", 4),
        ('# Een\n\n```{python}\n#| label: fig-a\n#| fig-cap: Zaken\n#| fig-alt: "Lijn tot 70.770"\nx\n```\n', 6),
        ("# Een\n\n```{python}\n#| label: tbl-a\n#| tbl-cap: Ruim 27.300 zaken\nx\n```\n", 5),
        ("# Een\n\nTekst.[^a]\n\n[^a]: Dat zijn er 27.300.\n", 5),
    ],
)
def test_ook_buiten_de_alineas(tmp_path, bron, regel):
    (tmp_path / "een.qmd").write_text(bron, encoding="utf-8")
    (p,) = controleer(lees_qmd(tmp_path, "een.qmd"), GLOSSARIUM)
    assert (p.code, p.plaats) == ("proza-getal-getypt", f"een.qmd:{regel}")


@pytest.mark.parametrize(
    "tekst",
    [
        "Voor <!-- nakijken:\n70.770 of 71.000 bij de UVW?\n--> en na.",
        'Er zijn `{python} n("ind.x",\n2024)` mensen.',
        "Zij komen in 2023\naan; spoor\n4 en 1\njanuari.",
        "Wie in 2023 of\n2024 aanvragen indient.",
    ],
)
def test_wat_over_regels_loopt_is_een_geheel(tmp_path, tekst):
    (tmp_path / "een.qmd").write_text(f"# Een\n\n{tekst}\n", encoding="utf-8")
    assert list(controleer(lees_qmd(tmp_path, "een.qmd"), GLOSSARIUM)) == []


def test_ook_in_de_titels_en_de_variabelen_van_het_boek(tmp_path):
    boek = PROJECT.format(hoofdstukken="index.qmd").replace("title: Proef", "title: Proef\n  subtitle: Ruim 27.300 zaken")
    variabelen = "naam: Piet\nzaken:\n  veel: ruim 70.770\n"
    glossarium = "afkortingen: []\nbegrippen: []\n"
    schrijf(tmp_path, {"_quarto.yml": boek, "_variables.yml": variabelen, "index.qmd": "# Een\n", "glossary.yml": glossarium})
    plaatsen = [p.plaats for p in controleer_project(tmp_path)]
    assert plaatsen == [f"_quarto.yml:{boek[: boek.index('27.300')].count(chr(10)) + 1}", "_variables.yml:3"]


SVG = """<svg xmlns="http://www.w3.org/2000/svg">
<title>Tot 5</title>
<text>Er zijn <tspan>70.770</tspan><!-- 8 --> zaken</text>
<g aria-label="3%"><desc>In 2023</desc></g>
<!-- 31 --><g><use/></g>
<!-- 32 -->
</svg>"""


def test_ook_in_een_eigen_afbeelding_met_haar_regel(maak):
    boek = {"index.qmd": '# Een\n\n![](lijn.svg){fig-alt="Lijn"}\n', "lijn.svg": SVG}
    with pytest.raises(Fout) as fout:
        maak(boek)
    gevonden = [(p.code, p.plaats, p.gegevens["getal"]) for p in fout.value.problemen]
    assert gevonden == [
        ("beeld-getal-getypt", f"lijn.svg:{regel}", getal) for regel, getal in [(2, "5"), (3, "70.770"), (4, "3"), (5, "31")]
    ]


def test_de_hoofdstukken_van_de_editie_zijn_schoon():
    assert controleer_project(Path(__file__).parents[2]) == []
