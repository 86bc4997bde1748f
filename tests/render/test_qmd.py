"""Reading a .qmd file: every part knows its file and line."""

import pytest

from mpp.problemen import Fout
from mpp.render.qmd import Cel, Tekst, lees_qmd

from .conftest import plaatsen, schrijf


def test_een_cel_heeft_opties_en_code_met_hun_regels(lees):
    qmd = lees("# Titel\n\n```{python}\n#| label: fig-a\n#| echo: true\nx = 1\ny = 2\n```\nslot\n")
    begin, cel, slot = qmd.delen
    assert isinstance(begin, Tekst)
    assert isinstance(cel, Cel)
    assert cel.opties == {"label": "fig-a", "echo": True}
    assert cel.optieregels == {"label": 4, "echo": 5}
    assert (cel.broncode, cel.hekregel.nummer, cel.code[1].nummer) == ("x = 1\ny = 2", 3, 7)
    assert slot.regels[0].nummer == 9


def test_een_codeblok_in_een_gewoon_blok_is_geen_cel(lees):
    qmd = lees("````\n```{python}\nx\n```\n````\n")
    assert [type(deel) for deel in qmd.delen] == [Tekst]
    assert [r.tekst for r in qmd.tekstregels()] == ["````", "````", ""]


def test_een_insluiting_houdt_bestand_en_regel(tmp_path):
    wortel = schrijf(tmp_path, {"h/een.qmd": "# Een\n{{< include _deel.qmd >}}\nna", "h/_deel.qmd": "tussen\n\nin"})
    qmd = lees_qmd(wortel, "h/een.qmd")
    assert [(r.tekst, r.bestand, r.nummer) for r in qmd.tekstregels()] == [
        ("# Een", "h/een.qmd", 1),
        ("tussen", "h/_deel.qmd", 1),
        ("", "h/_deel.qmd", 2),
        ("in", "h/_deel.qmd", 3),
        ("na", "h/een.qmd", 3),
    ]
    assert qmd.bronnen == ("h/een.qmd", "h/_deel.qmd")


def test_een_insluiting_met_schuine_streep_begint_bij_het_project(tmp_path):
    wortel = schrijf(tmp_path, {"h/een.qmd": "{{< include /_deel.qmd >}}", "_deel.qmd": "tekst"})
    assert [r.bestand for r in lees_qmd(wortel, "h/een.qmd").tekstregels()] == ["_deel.qmd"]


def test_de_kop_wordt_gelezen_met_regels(lees):
    qmd = lees("---\ntitle: Een\ndescription: |\n  over\n---\n\ntekst")
    assert (qmd.kop["title"], qmd.kopregels["description"]) == ("Een", 3)
    assert next(r for r in qmd.tekstregels() if r.tekst).nummer == 7


@pytest.mark.parametrize(
    ("bestanden", "verwacht"),
    [
        ({"een.qmd": "# A\n\n```{python}\nx = 1\n"}, [("cel-open", "een.qmd:3")]),
        ({"een.qmd": "# A\n\nTekst <!-- open\n\nen verder.\n"}, [("commentaar-open", "een.qmd:3")]),
        ({"een.qmd": "# A\n<!-- open\n```{python}\nx\n```\n-->\n"}, [("commentaar-open", "een.qmd:2")]),
        ({"een.qmd": "# A\n<!-- `{python} x` -->\n"}, [("commentaar-code", "een.qmd:2")]),
        ({"een.qmd": "# A\n<!--\n{{< var x >}}\n-->\n"}, [("commentaar-code", "een.qmd:3")]),
        ({"een.qmd": "# A\n<!--\n```\nx\n```\n-->\n"}, [("commentaar-code", "een.qmd:3"), ("commentaar-code", "een.qmd:5")]),
        ({"een.qmd": "---\ntitle: A\n"}, [("qmd-voorwerk-open", "een.qmd:1")]),
        ({"een.qmd": "---\ntitle: [A\n---\n"}, [("yaml-ongeldig", "een.qmd:2")]),
        ({"een.qmd": "# A\n\n```{python}\n#| echo: [\n```\n"}, [("yaml-ongeldig", "een.qmd:4")]),
        ({"een.qmd": "# A\n{{< include _b.qmd >}}"}, [("insluiting-ontbreekt", "een.qmd:2")]),
        ({"een.qmd": "{{< include _b.qmd >}}", "_b.qmd": "b\n{{< include _b.qmd >}}"}, [("insluiting-kring", "_b.qmd:2")]),
        ({"een.qmd": "{{< include _b.qmd >}}", "_b.qmd": "---\ntitle: B\n---\n"}, [("insluiting-voorwerk", "_b.qmd:1")]),
    ],
)
def test_wat_niet_te_lezen_is_wordt_gemeld_met_regel(tmp_path, bestanden, verwacht):
    with pytest.raises(Fout) as fout:
        lees_qmd(schrijf(tmp_path, bestanden), "een.qmd")
    assert plaatsen(fout.value) == verwacht


def test_een_bestand_dat_geen_utf8_is(tmp_path):
    (tmp_path / "een.qmd").write_bytes(b"# Een\n\ncaf\xe9")
    with pytest.raises(Fout) as fout:
        lees_qmd(tmp_path, "een.qmd")
    assert plaatsen(fout.value) == [("qmd-geen-utf8", "een.qmd:3")]
