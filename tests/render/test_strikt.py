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
