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


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("mpp/render/filters/tabellen.lua", "eigen.lua", [("project-waarde", "_quarto.yml:13")]),
        ("[mpp/render/filters/feiten.lua, mpp/", "[mpp/", [("project-waarde", "_quarto.yml:13")]),
        ("pre-render: mpp/documenten/quarto_hook.py", "pre-render: iets.py", [("project-waarde", "_quarto.yml:3")]),
        ("  post-render: mpp/documenten/quarto_hook.py\n", "", [("project-nodig", "_quarto.yml:1")]),
        ("  daemon: false\n", "", [("project-nodig", "_quarto.yml:10")]),
        ("daemon: false", "daemon: 300", [("project-waarde", "_quarto.yml:12")]),
        ("engine: jupyter\n", "", [("project-nodig", "_quarto.yml:1")]),
        ("lang: nl", "  page-footer: Voet\nlang: nl", [("project-sleutel", "_quarto.yml:8")]),
        ("title: Proef", "title: Proef `x`", [("project-waarde", "_quarto.yml:6")]),
        ("title: Proef", "title: 2023", [("project-waarde", "_quarto.yml:6")]),
        ("html-table-processing: none", "html-table-processing: none\n    theme: cosmo", [("project-waarde", "_quarto.yml:17")]),
        ("html-table-processing: none", "html-table-processing: none\n    css: eigen.css", [("project-sleutel", "_quarto.yml:17")]),
        ("html-table-processing: none", "html-table-processing: none\n  docx: default", [("project-sleutel", "_quarto.yml:17")]),
        ("type: book", "type: book\n  output-dir: ../weg", [("project-waarde", "_quarto.yml:3")]),
        ("[index.qmd]", "[index.qmd, één.qmd]", [("hoofdstuk-naam", "_quarto.yml:7")]),
        ("[index.qmd]", "[index.qmd, ../a.qmd]", [("hoofdstuk-naam", "_quarto.yml:7")]),
    ],
)
def test_wat_alleen_quarto_zou_doen_is_een_probleem_met_regel(tmp_path, oud, nieuw, verwacht):
    schrijf(tmp_path, {"_quarto.yml": GOED.replace(oud, nieuw), "index.qmd": "# A", "één.qmd": "# B"})
    with pytest.raises(Fout) as fout:
        lees_project(tmp_path)
    assert plaatsen(fout.value) == verwacht


@pytest.mark.parametrize(
    "naam",
    [
        "_metadata.yml",
        "h/_metadata.yml",
        "_quarto.yml.local",
        "_quarto-proef.yml",
        "_brand.yml",
        "_language.yml",
        "_variables.yaml",
        "_environment",
        "_environment.local",
        "_extensions/x.lua",
    ],
)
def test_een_bestand_dat_alleen_quarto_leest_is_een_probleem(tmp_path, naam):
    bron = PROJECT.format(hoofdstukken="index.qmd, h/a.qmd")
    schrijf(tmp_path, {"_quarto.yml": bron, "index.qmd": "# A", "h/a.qmd": "# B", naam: "a: b\n"})
    with pytest.raises(Fout) as fout:
        lees_project(tmp_path)
    assert plaatsen(fout.value) == [("project-bestand", naam.partition("/x")[0] + ":1")]


@pytest.mark.parametrize(
    "waarde", ["true", "1.50", "2023-01-01", "null", '"*vet*"', '"1. lijst"', "[a, b]", '"a\u00a0b"', '"a\u200bb"', '"a `x`"', '"a\\nb"']
)
def test_een_variabele_is_gewone_tekst(tmp_path, waarde):
    schrijf(tmp_path, {"index.qmd": "# A", "_variables.yml": f"goed: tekst\ngroep:\n  naam: {waarde}\n"})
    with pytest.raises(Fout) as fout:
        lees_project(tmp_path)
    assert plaatsen(fout.value) == [("variabele-vorm", "_variables.yml:3")]
    assert "groep.naam" in str(fout.value)


def test_een_zacht_koppelteken_is_gewone_tekst(tmp_path):
    schrijf(tmp_path, {"index.qmd": "# A", "_variables.yml": 'naam: "aanmeld\u00adcentrum"\n'})
    assert lees_project(tmp_path).variabelen["naam"] == "aanmeld\u00adcentrum"


def test_een_titel_van_het_boek_heeft_geen_teken_dat_niemand_ziet(tmp_path):
    bron = PROJECT.format(hoofdstukken="index.qmd").replace("title: Proef", "title: Pro\u200bef")
    schrijf(tmp_path, {"_quarto.yml": bron, "index.qmd": "# A"})
    with pytest.raises(Fout) as fout:
        lees_project(tmp_path)
    assert [p.code for p in fout.value.problemen] == ["project-waarde"]


def test_zonder_projectbestand(tmp_path):
    with pytest.raises(Fout) as fout:
        lees_project(tmp_path)
    assert plaatsen(fout.value) == [("project-ontbreekt", "_quarto.yml")]
