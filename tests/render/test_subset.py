"""What lies outside the house subset is a problem at its line, found before anything is run."""

import pytest

from mpp.render import labels, subset

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
        ("tekst zonder titel", "hoofdstuk-zonder-titel", 1),
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
        ('# A\n```{python}\n#| label: fig-a\n#| fig-cap: "`{python} n(1)`"\n#| fig-alt: x\n1\n```', "bijschrift-inline", 4),
        ("# A\n```{python}\n#| label: fig-a\n#| fig-cap: x\n1\n```", "float-onvolledig", 2),
        ("# A\n```{python}\n#| label: tbl-a\n1\n```", "float-onvolledig", 2),
        ("# A\n```{python}\n#| tbl-cap: x\n1\n```", "float-zonder-label", 3),
        ("# A\n```{python}\nx = '{{< var a >}}'\n```", "shortcode-in-code", 3),
        ("# A\n{{< video x >}}", "shortcode-onbekend", 2),
        ("# A\ntekst {{< pagebreak >}}", "shortcode-alleen", 2),
        ("# A\n{{< var a b >}}", "shortcode-argument", 2),
        ("# A\n::: {.panel-tabset}\n:::", "div-klasse", 2),
        ("# A\n:::: columns\n::::", "div-klasse", 2),
        ("# A\n::: {.callout-danger}\n:::", "div-klasse", 2),
        ("# A\n::: {#lst-a}\n:::", "div-id", 2),
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


@pytest.mark.parametrize("adres", ["https://example.org/a", "mailto:a@b.nl", "#sec-a", "een.qmd", "een.qmd#sec-a"])
def test_een_koppeling_die_wel_ergens_heen_gaat(lees, adres):
    qmd = lees(f"# A {{#sec-a}}\n\nZie [hier]({adres}) en `[x](y)`.")
    assert labels.controleer_koppelingen([qmd], ["een.qmd"]) == []
