"""`_quarto.yml`: the book, and what may be set in it."""

import pytest

from mpp.problemen import Fout
from mpp.render.project import lees_project

from .conftest import PROJECT, plaatsen, schrijf

GOED = PROJECT.format(hoofdstukken="index.qmd")


def test_een_boek_met_bijlagen_en_variabelen(tmp_path):
    bron = GOED.replace("lang:", "  appendices: [b.qmd]\n  subtitle: Onder\nlang:")
    schrijf(tmp_path, {"_quarto.yml": bron, "index.qmd": "# A", "b.qmd": "# B", "_variables.yml": "a: {b: een tekst}\n"})
    project = lees_project(tmp_path)
    assert project.bestanden == ("index.qmd", "b.qmd")
    assert (project.titel, project.ondertitel, project.echo, project.warning) == ("Proef", "Onder", False, True)
    assert project.variabelen == {"a": {"b": "een tekst"}}


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("lang: nl", "lang: en", [("project-waarde", "_quarto.yml:8")]),
        ("type: book", "type: website", [("project-waarde", "_quarto.yml:2")]),
        ("echo: false", "freeze: auto", [("project-waarde", "_quarto.yml:11")]),
        ("echo: false", "enabled: false", [("project-sleutel", "_quarto.yml:11")]),
        ("lang: nl", "lang: nl\nbibliography: x.bib", [("project-sleutel", "_quarto.yml:9")]),
        ("  title: Proef\n", "", [("project-leeg", "_quarto.yml:5")]),
        ("[index.qmd]", "[]", [("project-leeg", "_quarto.yml:7")]),
        ("[index.qmd]", "[index.qmd, weg.qmd]", [("hoofdstuk-ontbreekt", "_quarto.yml:7")]),
        ("[index.qmd]", "[index.qmd, index.qmd]", [("hoofdstuk-dubbel", "_quarto.yml:7")]),
        ("[index.qmd]", "[a.qmd]", [("hoofdstuk-index", "_quarto.yml:7")]),
        ("[index.qmd]", "[index.qmd, {part: Deel}]", [("project-sleutel", "_quarto.yml:7")]),
        (GOED[: GOED.index("book:")], "project: book\n", [("project-leeg", "_quarto.yml:1"), *[("project-nodig", "_quarto.yml:1")] * 2]),
    ],
)
def test_een_instelling_die_niet_kan_is_een_probleem_met_regel(tmp_path, oud, nieuw, verwacht):
    schrijf(tmp_path, {"_quarto.yml": GOED.replace(oud, nieuw), "index.qmd": "# A", "a.qmd": "# A"})
    with pytest.raises(Fout) as fout:
        lees_project(tmp_path)
    assert plaatsen(fout.value) == verwacht


def test_zonder_projectbestand(tmp_path):
    with pytest.raises(Fout) as fout:
        lees_project(tmp_path)
    assert plaatsen(fout.value) == [("project-ontbreekt", "_quarto.yml")]
