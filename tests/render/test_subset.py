"""What lies outside the house subset is a problem at its line, found before anything is run."""

import pytest

from mpp.render import labels, subset
from mpp.render.qmd import lees_qmd

from .conftest import schrijf

TITEL = "# Een {#sec-een}\n\n"
FIGUURCEL = "```{python}\n#| label: fig-a\n#| fig-cap: Bijschrift.\n#| fig-alt: Een lijn.\nteken()\n```\n"


def gevonden(qmd):
    return [(p.code, p.regel) for p in subset.controleer(qmd)]


def test_de_hele_deelverzameling_mag(lees):
    bron = f"""---
tekst-over: Over dit hoofdstuk
---

{TITEL}{FIGUURCEL}
Zie @fig-a, [-@fig-a] en [Tabel @tbl-b], met een noot[^1] en `{{python}} n("x")`.

[^1]: Noot.

::: {{#tbl-b .cijfers}}
| a | b |
|---|--:|
| c | 1 |

Bijschrift.
:::

::: {{.callout-tip title="Let op"}}
::: voetregel
Bron.
:::
:::

## Sub {{#sec-sub}}

### Diep {{.unnumbered}}

{{{{< pagebreak >}}}}

{{{{< var naam >}}}} en {{{{< meta tekst-over >}}}} en [web](https://example.org).
"""
    qmd = lees(bron)
    assert subset.controleer(qmd) == []
    assert labels.controleer_labels([qmd]) == []
    assert labels.controleer_koppelingen([qmd], ["een.qmd"]) == []


@pytest.mark.parametrize(
    ("bron", "code", "regel"),
    [
        ("---\ntitel: A\n---\n# A", "voorwerk-sleutel", 2),
        ("---\ntitle: 2023\n---\n", "voorwerk-waarde", 2),
        ("---\ntitle: A `{python} n(1)`\n---\n", "voorwerk-inline", 2),
        ('---\ntitle: "A {#sec-a}"\n---\n', "voorwerk-kenmerken", 2),
        ("---\ndescription: A\n---\n# A", "voorwerk-sleutel", 2),
        ('---\ntitle: "A *b*"\n---\n', "tekst-met-opmaak", 2),
        ("---\ntekst-a: 1. b\n---\n# A", "tekst-met-opmaak", 2),
        ("tekst zonder titel", "hoofdstuk-zonder-titel", 1),
        ("\ntekst\n\n# A", "tekst-voor-titel", 2),
        ("```{python}\n1\n```\n# A", "tekst-voor-titel", 1),
        ("# A `{python} n(1)`", "titel-opmaak", 1),
        ("# A {{< var naam >}} {#sec-a}", "titel-opmaak", 1),
        ("# A[^1]", "titel-opmaak", 1),
        ("# A {-}", "kop-streepje", 1),
        ("# A {.unnumbered .unlisted}", "div-klasse", 1),
        ("# A {#sec-a_b}", "label-vorm", 1),
        ("# A {#sec-één}", "label-vorm", 1),
        ("# A {#sec-a.b}", "kenmerk-vorm", 1),
        ("# A\n\nKop\n===\n", "kop-onderstreept", 4),
        ("# A\n\n---\ntekst: weg\n---\n", "streep-zonder-witregel", 3),
        ('# A\n```{.python filename="x.py"}\nx\n```', "code-hek", 2),
        ("# A\n```{#lst-a .python}\nx\n```", "code-hek", 2),
        ("# A\nZie een noot[^weg].", "noot-onbekend", 2),
        ("# A\n\n## B {.unnumbered}\n\n### C\n", "kop-onder-ongenummerd", 5),
        ("## Te laag", "hoofdstuk-zonder-titel", 1),
        ("# A\n\n# B", "kop-tweede-titel", 3),
        ("# A\n\n### C", "kop-overgeslagen", 3),
        ("# A {#hoofdstuk-a}", "kop-label", 1),
        ("# A {.smal}", "div-klasse", 1),
        ("# A {naam=x}", "div-kenmerk", 1),
        ("# A\n```{r}\n1\n```", "cel-taal", 2),
        ("# A\n`{r} x`", "cel-taal", 2),
        ("# A\n```{python, echo=FALSE}\n1\n```", "cel-kenmerken", 2),
        ("# A\n```{python}\n#| echo: false\n#| code-fold: true\n1\n```", "cel-optie", 4),
        ("# A\n```{python}\n#| output: misschien\n1\n```", "cel-optie-waarde", 3),
        ("# A\n```{python}\n#| label: 3\n1\n```", "cel-optie-waarde", 3),
        ("# A\n```{python}\n# | echo: true\n1\n```", "cel-optie-plaats", 3),
        ("# A\n```{python}\n\n#| echo: true\n1\n```", "cel-optie-plaats", 4),
        ("# A\n```{python}\n1\n#|echo: true\n```", "cel-optie-plaats", 4),
        ("# A\n```{python}\n#| label: lst-a\n1\n```", "cel-label", 3),
        ("# A\n```{python}\n#| label: fig-a_b\n#| fig-cap: x\n#| fig-alt: x\n1\n```", "label-vorm", 3),
        ("# A\n```{python}\n#| label: fig-a\n#| fig-cap: |\n#|   x\n#|   y\n#| fig-alt: x\n1\n```", "cel-optie-regels", 4),
        ("# A\n- b\n\n  ```{python}\n  1\n  ```", "cel-ingesprongen", 4),
        ('# A\n```{python}\n#| label: fig-a\n#| fig-cap: "`{python} n(1)`"\n#| fig-alt: x\n1\n```', "bijschrift-inline", 4),
        ("# A\n```{python}\n#| label: fig-a\n#| fig-cap: x\n1\n```", "float-onvolledig", 2),
        ("# A\n```{python}\n#| label: tbl-a\n1\n```", "float-onvolledig", 2),
        ("# A\n```{python}\n#| tbl-cap: x\n1\n```", "float-zonder-label", 3),
        ("# A\n```{python}\nx = '{{< var a >}}'\n```", "shortcode-in-code", 3),
        ("# A\nDe code `{{< var a >}}`.", "shortcode-in-code", 2),
        ("# A\n```\n{{< var a >}}\n```", "shortcode-in-code", 3),
        ("# A\n```\n`{python} x`\n```", "shortcode-in-code", 3),
        ("# A\nNog ``{python} n(1)``.", "restant", 2),
        ("# A\n{{< pagebreak 2 >}}", "shortcode-alleen", 2),
        ("# A\n{{< meta title >}}", "meta-eigen", 2),
        ("# A\n{{< video x >}}", "shortcode-onbekend", 2),
        ("# A\ntekst {{< pagebreak >}}", "shortcode-alleen", 2),
        ("# A\n{{< var a b >}}", "shortcode-argument", 2),
        ("# A\n::: {.panel-tabset}\n:::", "div-klasse", 2),
        ("# A\n:::: columns\n::::", "div-klasse", 2),
        ("# A\n::: {.callout-danger}\n:::", "div-klasse", 2),
        ("# A\n::: {#lst-a}\n:::", "div-id", 2),
        ("# A\n::: {#tbl-a_b}\n:::", "label-vorm", 2),
        ("# A\n::: {#tbl-a.cijfers}\n:::", "kenmerk-vorm", 2),
        ('# A\n::: {#tbl-a tbl-colwidths="[1,2]"}\n:::', "div-kenmerk", 2),
        ("# A\n::: {#tbl-a .striped}\n:::", "div-klasse", 2),
        ("# A\n::: een twee\n:::", "kenmerk-vorm", 2),
        ("# A\n::: {.callout-tip .liggend}\n:::", "div-samen", 2),
        ("# A\n::: {#tbl-a .voetregel}\n:::", "div-samen", 2),
        ('# A\n::: {.callout-tip title="Van `{python} x`"}\n:::', "div-titel", 2),
        ("# A\n::: {.callout-tip collapse=true}\n:::", "div-kenmerk", 2),
        ("# A\n::: {.voetregel}\ntekst", "div-open", 2),
        ("# A\ntekst\n:::", "div-te-veel", 3),
        ("# A\nZie @eq-som.", "verwijzing-soort", 2),
        ("# A\nEen <b>vet woord.", "rauwe-opmaak", 2),
        ('# A\nEr zijn `<data class="getal" value="9">9</data>`{=html} mensen.', "rauwe-opmaak", 2),
        ("# A\n<div class='x'>", "rauwe-opmaak", 2),
    ],
)
def test_buiten_de_deelverzameling_is_een_probleem_met_regel(lees, bron, code, regel):
    assert (code, regel) in gevonden(lees(bron))


def test_wat_in_een_gewoon_codeblok_staat_telt_niet(lees):
    assert gevonden(lees("# A\n\n```\n::: {.weg}\n@eq-a\n<b>\n```\nVan `<b>` en 1 < 2 en <https://example.org>.\n")) == []


def test_alle_problemen_komen_tegelijk(lees):
    bron = "# A\n{{< video >}}\n::: {.weg}\n:::\n```{r}\n```\n"
    assert {code for code, _ in gevonden(lees(bron))} == {"shortcode-onbekend", "div-klasse", "cel-taal"}


def test_een_label_staat_er_een_keer_en_elke_verwijzing_heeft_een_label(lees):
    qmd = lees("# A {#sec-a}\n\n## B {#sec-a}\n\nZie @sec-b en a@fig-mail.nl.\n\n" + FIGUURCEL)
    problemen = labels.controleer_labels([qmd])
    assert [(p.code, p.regel) for p in problemen] == [("label-dubbel", 3), ("verwijzing-onbekend", 5)]
    assert problemen[0].gegevens["eerder"] == "een.qmd:1"
    assert "sec-a" in problemen[1].remedie


@pytest.mark.parametrize("adres", ["bijlage.pdf", "twee.qmd", "#sec-weg", "een.qmd#sec-weg"])
def test_een_koppeling_die_nergens_heen_gaat(lees, adres):
    qmd = lees(f"# A {{#sec-a}}\n\nZie [hier]({adres}).")
    assert [(p.code, p.regel) for p in labels.controleer_koppelingen([qmd], ["een.qmd"])] == [("koppeling-onbekend", 3)]


def test_een_koppeling_waarvan_de_woorden_over_regels_lopen(lees):
    qmd = lees("# A {#sec-a}\n\nTekst met\neen [lange\nkoppeling](#sec-weg).")
    assert [(p.code, p.regel) for p in labels.controleer_koppelingen([qmd], ["een.qmd"])] == [("koppeling-onbekend", 5)]


def test_een_label_van_een_ander_hoofdstuk_noemt_het_bestand(tmp_path):
    twee = "# B {#sec-b}\n\nZie [a](#sec-a) en [b](#sec-b).\n"
    schrijf(tmp_path, {"index.qmd": "# A {#sec-a}\n\nZie [b](#sec-b).\n", "deel/twee.qmd": twee})
    paden = ["index.qmd", "deel/twee.qmd"]
    problemen = labels.controleer_koppelingen([lees_qmd(tmp_path, pad) for pad in paden], paden)
    assert [(p.code, p.plaats) for p in problemen] == [
        ("koppeling-ander-hoofdstuk", "index.qmd:3"),
        ("koppeling-ander-hoofdstuk", "deel/twee.qmd:3"),
    ]
    assert ["deel/twee.qmd#sec-b" in problemen[0].remedie, "../index.qmd#sec-a" in problemen[1].remedie] == [True, True]


@pytest.mark.parametrize("adres", ["https://example.org/a", "mailto:a@b.nl", "#sec-a", "een.qmd", "een.qmd#sec-a"])
def test_een_koppeling_die_wel_ergens_heen_gaat(lees, adres):
    qmd = lees(f"# A {{#sec-a}}\n\nZie [hier]({adres}) en `[x](y)`.")
    assert labels.controleer_koppelingen([qmd], ["een.qmd"]) == []


@pytest.mark.parametrize("optie", ["output: asis", "output: false", "include: false", "eval: false"])
def test_een_cel_met_een_label_toont_haar_figuur(lees, optie):
    bron = FIGUURCEL.replace("#| fig-cap", f"#| {optie}\n#| fig-cap")
    assert gevonden(lees("# A\n" + bron)) == [("float-verborgen", 4)]


def test_een_verborgen_cel_mag_voor_de_titel(lees):
    assert gevonden(lees("<!-- eerst -->\n```{python}\n#| include: false\nx = 1\n```\n\n# A {#sec-a}\n")) == []


def test_index_heeft_geen_kop(tmp_path):
    qmd = lees_qmd(schrijf(tmp_path, {"index.qmd": "---\ntitle: Vooraf\n---\n\nTekst.\n"}), "index.qmd")
    assert ("voorwerk-index", 2) in gevonden(qmd)


def test_wat_in_commentaar_staat_telt_niet(lees):
    bron = "# A {#sec-a}\n\n<!-- ::: {.weg}\n# B {#sec-a}\n\nZie @sec-weg. --> Zie @sec-a en `<!--`.\n\n- een <!-- x --> <b\n"
    qmd = lees(bron)
    assert gevonden(qmd) == []
    assert labels.controleer_labels([qmd]) == []


def test_een_verwijzing_naar_een_kop_zonder_nummer(lees):
    qmd = lees("# A {#sec-a}\n\n## B {#sec-b .unnumbered}\n\nZie @sec-a en @sec-b.\n")
    assert [(p.code, p.regel) for p in labels.controleer_labels([qmd])] == [("verwijzing-ongenummerd", 5)]


def test_uit_een_hoofdstuk_zonder_nummer_kan_een_hoofdstuk_worden_genoemd_maar_geen_paragraaf(lees):
    qmds = [lees("# A {.unnumbered}\n\nZie @sec-b.\nZie @sec-c.\n"), lees("# B {#sec-b}\n\n## C {#sec-c}\n")]
    assert [(p.code, p.regel) for p in labels.controleer_labels(qmds)] == [("verwijzing-vanaf-ongenummerd", 4)]


@pytest.mark.parametrize("bron", ["Zie [hier][x].\n\n[x]: weg.qmd\n", "Zie [hier](<weg.qmd>).\n", "Zie [hier]( weg.qmd ).\n"])
def test_ook_een_koppeling_in_een_andere_vorm_gaat_ergens_heen(lees, bron):
    assert [p.code for p in labels.controleer_koppelingen([lees("# A\n\n" + bron)], ["een.qmd"])] == ["koppeling-onbekend"]
