"""What the Markdown reader finds that may not reach a reader, at the line it comes from."""

import pytest

from mpp.problemen import Fout

from .conftest import plaatsen

ALT = '{fig-alt="Een lijn"}'


@pytest.mark.parametrize(
    ("bron", "code"),
    [
        (r"Een \newpage woord.", "rauwe-opmaak"),
        ("`x`{=html}", "rauwe-opmaak"),
        ("De formule $x^2$.", "wiskunde"),
        ("| regel een\n| regel twee", "regelblok"),
        ("Zie @jansen2020.", "citaat"),
        ("Een [woord]{.rood}.", "span-klasse"),
        ('Een [woord]{style="color: red"}.', "kenmerk-onbekend"),
        ("Een [woord]{#sec-x}.", "kenmerk-onbekend"),
        ("Zie [daar][weg].", "tekst-letterlijk"),
        ("Zie [daar] (https://example.org).", "tekst-letterlijk"),
        ("Zie [daar] (#sec-weg).", "tekst-letterlijk"),
        ("Een zin {.klasse}.", "tekst-letterlijk"),
        ("##Kop", "regel-letterlijk"),
        ("- ## In een lijst", "kop-in-blok"),
        ("> ## In een citaat", "kop-in-blok"),
        ("Zie [@fig-a, onderaan].\n\n::: {#fig-a}\n![](een.svg)" + ALT + "\n\nBij.\n:::", "verwijzing-toevoeging"),
        ('[web](https://example.org){target="_blank"}', "kenmerk-onbekend"),
        ("[web](https://example.org){.external}", "kenmerk-onbekend"),
        ("De code `x`{.python}.", "code-kenmerk"),
        ("![](een.svg){fig-alt='a' .lightbox}", "kenmerk-onbekend"),
        ("![](een.svg){fig-alt='a' fig-align='left'}", "kenmerk-onbekend"),
        ("![](een.svg){fig-alt='a' width=50%}", "kenmerk-onbekend"),
        ("![](een.svg 'titel')" + ALT, "kenmerk-onbekend"),
        (": Bij {#tbl-a .striped}\n\n| a | b |\n|---|---|\n| c | d |", "tabel-kenmerk"),
        (': Bij {#tbl-a tbl-colwidths="[1,2]"}\n\n| a | b |\n|---|---|\n| c | d |', "tabel-kenmerk"),
        ("::: {#tbl-a}\n| a | b |\n|---|---|\n| c | d |\n\n: Eigen.\n\nBij.\n:::", "float-eigen-bijschrift"),
        ("::: {#tbl-a}\n| a | b |\n|---|---|\n| c | d |\n\n: Eigen.\n:::", "float-eigen-bijschrift"),
        ("Nog ?var:naam.", "restant"),
        ("Nog ``{python} n(1)``.", "restant"),
        ("![](https://example.org/a.svg)" + ALT, "afbeelding-extern"),
        ("![](een.svg)", "afbeelding-zonder-alt"),
        ("![Bijschrift](een.svg)" + ALT, "afbeelding-bijschrift"),
        ("![](weg.svg)" + ALT, "afbeelding-ontbreekt"),
        ("| a | b |\n|---|---|\n| c | d |", "tabel-zonder-label"),
        ("::: {#tbl-a}\ntekst\n\nBijschrift.\n:::", "float-inhoud"),
        ("::: {#fig-a}\n![](een.svg)" + ALT + "\n:::", "float-bijschrift"),
        ("[a]: https://x.nl\n[a]: https://y.nl\n\nTekst [b][a].", "pandoc-melding"),
    ],
)
def test_het_wordt_gemeld_op_zijn_regel(maak, tmp_path, bron, code):
    (tmp_path / "een.svg").write_text("<svg/>")
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# Vooraf {.unnumbered}\n", "een.qmd": "# Een\n\nEerst.\n\n" + bron})
    assert (code, "een.qmd:5") in [(c, p if code != "pandoc-melding" else "een.qmd:5") for c, p in plaatsen(fout.value)]


def test_ook_in_een_ingesloten_bestand(maak):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# A\n\n{{< include _deel.qmd >}}\n", "_deel.qmd": "tekst\n\nDe formule $x^2$.\n"})
    assert plaatsen(fout.value) == [("wiskunde", "_deel.qmd:3")]


def test_commentaar_bereikt_de_lezer_niet(html):
    assert "nakijken" not in html("Tekst <!-- nakijken --> hier.\n\n<!-- nakijken -->\n")


@pytest.mark.parametrize(
    "bron", ["Een woord \\[sic\\] (zie onder) en `[a]`.", "Nummer # 3 en C#.", "Zie [web](https://example.org) (en meer)."]
)
def test_haken_en_hekjes_die_niets_lijken_te_betekenen_mogen(html, bron):
    assert "<p>" in html(bron)


def test_een_kop_zonder_lege_regel_erboven_is_geen_kop(maak):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# A\n\nTekst\n## Plak erachter\n"})
    assert ("regel-letterlijk", "index.qmd:4") in plaatsen(fout.value)


def test_in_een_kader_mag_alleen_de_titel_een_kop_zijn(maak, html):
    assert "callout-titel" in html("::: {.callout-tip}\n## Titel\n\nTekst.\n:::\n")
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# A\n\n::: {.callout-tip}\nTekst.\n\n## Kop\n:::\n", "een.qmd": "# B\n"})
    assert plaatsen(fout.value) == [("kop-in-blok", "index.qmd:6")]
