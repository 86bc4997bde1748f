"""What an author mistypes is told with file and line; nothing is printed as it was typed, and nothing is left out."""

import pytest

from mpp.problemen import Fout

from .conftest import plaatsen

ALT = '{fig-alt="Een lijn"}'
TABEL = "::: {{#tbl-a}}\n| a | b |\n|---|---|\n{}\n\nBijschrift.\n:::\n"


def fouten(maak, bron):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# Vooraf {.unnumbered}\n", "een.qmd": "# Een {#sec-een}\n\nEerst.\n\n" + bron, "een.svg": "<svg/>"})
    assert all(str(p) for p in fout.value.problemen)
    return plaatsen(fout.value)


@pytest.mark.parametrize(
    ("bron", "regel"),
    [
        ("Tekst **vet zonder einde.", 5),
        ("Tekst *scheef zonder einde.", 5),
        ("Tekst __vet en_ meer.", 5),
        ("** vet **", 5),
        ("Er zijn\n**`{python} 'veel'` zaken.", 6),
        ("Met ***vet** en half.", 5),
        ("Met **vet*** en half.", 5),
        ("## Kop ### met hekjes", 5),
        ("Zie @@sec-een.", 5),
        ("Met [tekst](https://x.nl zonder einde.", 5),
        ("Met [tekst] (https://x.nl).", 5),
        ("Met (tekst)[https://x.nl].", 5),
        ("Naar [daar][weg].", 5),
        ("Naar [weg].", 5),
        ("Met `code zonder einde.", 5),
        ("Met ~~ weg~~.", 5),
        ("Met ==licht==.", 5),
        ("Met ++nieuw++.", 5),
        ("Met x^2.", 5),
        ("Met &onbekend; erin.", 5),
        ("Met :lach: erin.", 5),
        ("Kost $5.", 5),
        ("Met {.klasse} erachter.", 5),
        ("Met {{< var naam > }} erin.", 5),
        ("Met {{ naam }} erin.", 5),
        ("Met ^[een open noot.", 5),
        ("Zie @ sec-een.", 5),
        ("*[IND]: Immigratie", 5),
        ("Tekst\n| a | b |", 6),
        ("Tekst.[^b]\n[^b]: zonder lege regel", 5),
        ('::: {.callout-note title="Een **titel"}\nTekst\n:::', 5),
        ("::: {#tbl-a}\n| a | b |\n|---|---|\n| *x | y |\n\nBijschrift.\n:::", 8),
    ],
)
def test_wat_niet_als_opmaak_wordt_gelezen(maak, bron, regel):
    assert ("tekst-letterlijk", f"een.qmd:{regel}") in fouten(maak, bron)


@pytest.mark.parametrize(
    ("bron", "regel"),
    [
        ("Tekst:\n- een\n- twee", 6),
        ("Tekst:\n1. een\n2. twee", 6),
        ("Tekst:\na) een", 6),
        ("#Kop zonder spatie", 5),
        ("Tekst\n## Kop zonder lege regel", 6),
        ("Tekst\n> citaat", 6),
        ("-tekst", 5),
        (":: {.callout-note}\nTekst", 5),
    ],
)
def test_een_regel_die_niet_als_kop_lijst_citaat_of_blok_wordt_gelezen(maak, bron, regel):
    assert ("regel-letterlijk", f"een.qmd:{regel}") in fouten(maak, bron)


@pytest.mark.parametrize(
    ("bron", "plaats"),
    [
        ("Tekst[^b] zonder noot.", ("noot-onbekend", 5)),
        ("Tekst.[^b]\n\n[^b]: noot\n\n[^c]: nergens", ("noot-ongebruikt", 9)),
        ("Tekst.[^b]\n\n[^b]: een\n\n[^b]: twee", ("noot-dubbel", 9)),
        ("Tekst.[^b]\n\n[^b]: met noot[^c]\n\n[^c]: andere", ("noot-in-noot", 7)),
        ("## Kop[^b]\n\n[^b]: noot", ("noot-in-kop", 5)),
        ("## Kop^[noot]", ("noot-in-kop", 5)),
        ("Er zijn 70[^b]12.\n\n[^b]: noot", ("noot-vast", 5)),
        ("Zoals bv.@sec-een.", ("verwijzing-vast", 5)),
        ("Zoals (zie@sec-een).", ("verwijzing-vast", 5)),
        ("Zie **de tabel**@sec-een.", ("verwijzing-vast", 5)),
        ("En *zie*@sec-een.", ("verwijzing-vast", 5)),
        ("Zie [hier](https://x.nl)@sec-een.", ("verwijzing-vast", 5)),
        ("Zie `code`@sec-een.", ("verwijzing-vast", 5)),
        ("Er zijn `{python} 'veel'`@sec-een.", ("verwijzing-vast", 5)),
        ('Zie "dat"@sec-een.', ("verwijzing-vast", 5)),
        ("Zie (dat)@sec-een.", ("verwijzing-vast", 5)),
        ("Zie @sec-een.Daarna meer.", ("verwijzing-vast-achter", 5)),
        ("Zie @sec-een:daarna meer.", ("verwijzing-vast-achter", 5)),
        ("Zie @sec-een**daarna**.", ("verwijzing-vast-achter", 5)),
        ("Zie [@sec-een]daarna.", ("verwijzing-vast-achter", 5)),
        ("Zie [@sec-een, kolom a].", ("verwijzing-toevoeging", 5)),
        ("Zie @sec-een [kolom a].", ("verwijzing-toevoeging", 5)),
        ("Er zijn 10^5^ zaken.", ("hoogtecijfer", 5)),
        ("a) een\nb) twee", ("lijst-haakje", 5)),
        ("(1) een\n(2) twee", ("lijst-haakje", 5)),
        ("1. een\n2. twee\n4. vier", ("lijst-nummering", 7)),
        ("- a\n  1. x\n  3. y", ("lijst-nummering", 7)),
        ("a. een\nb. twee\nd. vier", ("lijst-nummering", 7)),
        ("i. een\nii. twee\niv. vier", ("lijst-nummering", 7)),
        ("I.  een\nII.  twee\nIV.  vier", ("lijst-nummering", 7)),
        ("A.  een\nC.  drie", ("lijst-nummering", 6)),
        ("c. x\nd. y\n\ni. x\nii. y", ("lijst-nummering", 8)),
        ("1. een\nb. twee", ("lijst-nummering", 6)),
        ("A. een\nB. twee", ("lijst-hoofdletter", 6)),
        ("A. een\n\nB. twee", ("lijst-hoofdletter", 7)),
        ("(@) een", ("vorm-onbekend", 5)),
        ("- [ ] taak", ("vorm-onbekend", 5)),
        ("Term\n:   uitleg", ("vorm-onbekend", 5)),
        ("Met ~~weg~~.", ("vorm-onbekend", 5)),
        ("Met [klein]{.smallcaps}.", ("vorm-onbekend", 5)),
        ("Met [streep]{.underline}.", ("vorm-onbekend", 5)),
        ("Met [x]{#hier}.", ("kenmerk-onbekend", 5)),
        ('Met [x]{style="color:red"}.', ("kenmerk-onbekend", 5)),
        ("Met [x](https://x.nl){.knop}.", ("kenmerk-onbekend", 5)),
        ('Met [x](https://x.nl "titel").', ("kenmerk-onbekend", 5)),
        ('![](een.svg){fig-alt="x" width=50%}', ("kenmerk-onbekend", 5)),
        ('![](een.svg){#fig-a fig-alt="x"}', ("kenmerk-onbekend", 5)),
        ('![](een.svg "titel"){fig-alt="x"}', ("kenmerk-onbekend", 5)),
        ('![](een.svg){fig-alt="een **dikke** lijn"}', ("alt-opmaak", 5)),
        ('![](een.svg){fig-alt="lijn van @sec-een"}', ("alt-opmaak", 5)),
        ("![](../een.svg)" + ALT, ("afbeelding-extern", 5)),
        ("Met [](https://x.nl).", ("koppeling-leeg", 5)),
        ("Met [x]().", ("koppeling-leeg", 5)),
        ("[Let op]: dit is belangrijk", ("koppeling-ongebruikt", 5)),
        ("##", ("kop-leeg", 5)),
        ("Tekst\n-----", ("kop-onderstreept", 6)),
        ("Tekst\n=====", ("kop-onderstreept", 6)),
        ("## Kop met @sec-een", ("kop-inhoud", 5)),
        ("## Kop met [x](https://x.nl)", ("kop-inhoud", 5)),
        ("## Kop met \\\nafbreking", ("kop-inhoud", 5)),
        ("> ## Kop in citaat", ("kop-in-blok", 5)),
        ("- ## Kop in lijst", ("kop-in-blok", 5)),
        ("::: {.callout-note}\n### Titel\n\nTekst\n\n### Kop\n:::", ("kop-in-blok", 10)),
        ("## A\n\n### B\n\n#### C\n\n##### D", ("kop-te-diep", 11)),
        ("---\nsleutel: waarde\n---", ("streep-zonder-witregel", 5)),
        ("    ingesprongen", ("code-ingesprongen", 5)),
        ("- een\n\n      code", ("code-ingesprongen", 7)),
        ("```\nopen\n\nTekst", ("code-open", 5)),
        ("~~~{python}\n1\n~~~", ("code-hek", 5)),
        ("'s ochtends en 'zo'", ("apostrof", 5)),
        (TABEL.format("| c | d | e |"), ("tabel-cellen", 8)),
        (TABEL.format("| c |"), ("tabel-cellen", 8)),
        ("::: {#tbl-a}\n| a | b |\n|---|---|---|\n| c | d |\n\nBijschrift.\n:::", ("tabel-cellen", 7)),
        (TABEL.format("| c | d |\ne f"), ("tabel-rij-los", 9)),
        (TABEL.format("| c | d |\n|---|---|\n| e | f |"), ("tabel-streepjes", 9)),
        ("+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+", ("tabel-vorm", 5)),
        ("a   b\n--- ---\nc   d", ("tabel-vorm", 6)),
        ("Een\u200b woord.", ("teken-vreemd", 5)),
        ("E\u0301e\u0301n woord.", ("teken-vreemd", 5)),
        ("Tekst.[^a]\n\n[^a]:", ("noot-leeg", 5)),
        ("::: {.callout-note}\n:::", ("kader-leeg", 5)),
        ("::: {.callout-note}\n### Titel\n:::", ("kader-leeg", 5)),
        ('::: {.callout-tip title=""}\nTekst\n:::', ("kader-leeg", 5)),
        ("Met `{ python} 1`.", ("restant", 5)),
        ("Met `python n(1)`.", ("restant", 5)),
    ],
)
def test_een_vergissing_wordt_gemeld_op_haar_regel(maak, bron, plaats):
    code, regel = plaats
    assert (code, f"een.qmd:{regel}") in fouten(maak, bron)


@pytest.mark.parametrize(
    ("bron", "staat_er"),
    [
        (r"Tekst \* en \[sic\] en \{x\} en \_y\_ en x\^2 en \$ en a\|b.", "Tekst * en [sic] en {x} en _y_ en x^2 en $ en a|b."),
        ("\\# geen kop\n\n\\- geen lijst", "# geen kop"),
        ("`a*b[c]{d}` en [a\\*b](https://x.nl)", "<code>a*b[c]{d}</code>"),
        ("Naam_met_streep, 5-10, a/b, a@b.nl en <https://x.nl/a_b*c>.", "Naam_met_streep"),
        ("Auto's van 's ochtends.", "Auto’s van ’s ochtends."),
        ("1. een\n2. twee\n\n   vervolg\n3. drie\n\n- a\n  1. x\n  2. y\n- b\n  1. z\n\n1. a\n1. b", "<li>z</li>"),
        ("a. een\nb. twee\n\n   vervolg\nc. drie\n\nTekst\n\ni. x\nii. y\niii. z\niv. w", "<li>w</li>"),
        ("- a\n  a. x\n  b. y\n- b\n  a. z", "<li>z</li>"),
        ("A. de Vries en B. Jansen\nzijn er.", "A. de Vries"),
        ("Zie (@sec-een), @sec-een; @sec-een.[^a]\n\n[^a]: Noot.", "Hoofdstuk"),
        (TABEL.format("| c\\|d `e|f` | - |"), "c|d <code>e|f</code>"),
        ("Tekst.[^a] En[^b].\n\n[^a]: Een.\n\n    Tweede alinea.\n[^b]: Twee.", "Tweede alinea."),
        ("Zie [hier] en [daar][hier].\n\n[hier]: https://x.nl", '<a href="https://x.nl">daar</a>'),
        ("Tekst\n\n---\n\nTekst", "<hr>"),
        ("Afbreek\u00adbaar → één ½.", "Afbreek\u00adbaar → één ½."),
        ("Een [word]{lang=en}.", '<span lang="en">word</span>'),
        ("m^2^ en H~2~O", "m<sup>2</sup> en H<sub>2</sub>O"),
    ],
)
def test_wat_goed_is_komt_er_goed_uit(html, bron, staat_er):
    assert staat_er in html(bron)


def test_ook_in_een_ingesloten_bestand(maak):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# A\n\n{{< include _deel.qmd >}}\n", "_deel.qmd": "tekst\n\nEen **half woord.\n"})
    assert plaatsen(fout.value) == [("tekst-letterlijk", "_deel.qmd:3")]


@pytest.mark.parametrize(
    ("bron", "regel"),
    [
        ("```{python}\n#| output: asis\nprint('::: {#tbl-a}\\n| a | b |\\n|---|---|\\n| c | d | e |\\n\\nBijschrift.\\n:::')\n```\n", 5),
        (
            "```{python}\n#| include: false\nfrom IPython.display import Markdown\n```\n\n"
            + TABEL.format("| `{python} Markdown('c|d')` | e |"),
            13,
        ),
    ],
)
def test_ook_een_rij_die_code_schrijft_of_vult(maak, bron, regel):
    assert fouten(maak, bron) == [("tabel-cellen", f"een.qmd:{regel}")]
