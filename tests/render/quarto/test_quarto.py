"""The other engine: what Quarto only warns of, leaves behind or says otherwise stops the build, with the line it comes from."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import html as lxml_html

from mpp.documenten import quarto as haken
from mpp.problemen import Fout
from mpp.projectmap import Projectmap
from mpp.render import quarto
from mpp.render.bladzijden import met_bladzijden
from mpp.render.boek import maak_boek
from mpp.render.omslag import Omslag
from mpp.render.qmd import lees_qmd
from mpp.render.vergelijken import verschillen
from tests.editie import VASTGESTELD, uitkomsten
from tests.render.conftest import plaatsen
from tests.render.quarto.bladen import BLADZIJDE, EEN, INDEX, gelezen


def qmds(project):
    return [lees_qmd(project.wortel, pad) for pad in project.bestanden]


def test_een_bladzijde_of_beeld_dat_quarto_niet_maakte_is_een_probleem(project, boek):
    bladzijde = project.wortel / "_book/h/een.html"
    bladzijde.write_text(EEN.replace("data:image/svg+xml;base64,PHN2Zy8+", "weg.svg"))
    with pytest.raises(Fout) as fout:
        met_bladzijden(boek, project.wortel / "_book", {"h/een.qmd"})
    assert plaatsen(fout.value) == [("quarto-bladzijde", "h/een.qmd:1")]
    bladzijde.unlink()
    problemen = quarto.controleer_uitvoer(qmds(project), project.wortel / "_book")
    assert [(p.code, p.plaats) for p in problemen] == [("quarto-bladzijde", "h/een.qmd:1")]


def test_een_volledig_boek_geeft_geen_problemen(project):
    assert quarto.controleer_uitvoer(qmds(project), project.wortel / "_book") == []


@pytest.mark.parametrize(
    ("restant", "genoemd", "regel"),
    [
        ("<p>?var:naam</p>", "?var:naam", 3),
        ("<p>?meta:titel</p>", "?meta:titel", 5),
        ("<p><strong>?@fig-weg</strong></p>", "?@fig-weg", 7),
        ('<span class="quarto-unresolved-ref">?sec-weg</span>', "?sec-weg", 9),
        ("<p><code>{python} n(1)</code></p>", "{python} n(1)", 11),
        ('<div class="cell-output cell-output-stderr">x</div>', "cell-output-stderr", 1),
    ],
)
def test_wat_quarto_laat_staan_is_een_probleem_op_zijn_regel(project, restant, genoemd, regel):
    bron = "{{< var naam >}}\n\n{{< meta titel >}}\n\nZie @fig-weg.\n\nZie @sec-weg.\n\n``{python} n(1)``\n"
    (project.wortel / "index.qmd").write_text("# Vooraf {.unnumbered}\n\n" + bron)
    (project.wortel / "_book/index.html").write_text(INDEX.replace("<p>Een</p>", restant))
    problemen = quarto.controleer_uitvoer(qmds(project), project.wortel / "_book")
    assert [(p.code, p.plaats, p.gegevens["waarover"]) for p in problemen] == [("quarto-restant", f"index.qmd:{regel}", genoemd)]


CONCEPT = SimpleNamespace(concept=True)


def test_zonder_quarto_op_het_zoekpad(project, uitkomsten, monkeypatch):
    monkeypatch.chdir(project.wortel)
    monkeypatch.setenv("PATH", str(project.wortel))
    with pytest.raises(Fout) as fout:
        haken.rapportage(uitkomsten, CONCEPT)
    assert plaatsen(fout.value) == [("quarto-ontbreekt", "")]


@pytest.fixture
def met_quarto(project, monkeypatch):
    """Put a program quarto on the path that does what the lines of shell say."""

    def _met(opdracht):
        nep = project.wortel / "quarto"
        nep.write_text(f"#!/bin/sh\n{opdracht}\n")
        nep.chmod(nep.stat().st_mode | stat.S_IXUSR)
        monkeypatch.chdir(project.wortel)
        monkeypatch.setenv("PATH", f"{project.wortel}:/usr/bin:/bin")

    return _met


@pytest.mark.parametrize(
    ("gezegd", "plaats"),
    [
        (r"\033[1m[1/2] index.qmd\033[0m\nCell 1/1: a...Done\n\n[ 2/19] h/een.qmd\nDone\nCell 1/2: x...Done\n", "h/een.qmd:3"),
        (r"[ 2/19] h/een.qmd\nCell 1/2: x...Done\nCell 2/2: y...Done\n", "h/een.qmd:7"),
        (r"[ 2/19] h/een.qmd\n", "h/een.qmd:1"),
        ("", "_quarto.yml:1"),
    ],
)
def test_een_quarto_dat_stopt_zegt_waar(project, uitkomsten, met_quarto, gezegd, plaats):
    (project.wortel / "h/een.qmd").write_text("# Een {#sec-een}\n\n```{python}\nx = 1\n```\n\n```{python}\ny = 1\n```\n")
    met_quarto(rf'printf "{gezegd}ZeroDivisionError: kapot\n" >&2; exit 3')
    with pytest.raises(Fout) as fout:
        haken.rapportage(uitkomsten, CONCEPT)
    assert plaatsen(fout.value) == [("quarto-mislukt", plaats)]
    assert "Quarto is gestopt met code 3: ZeroDivisionError: kapot." in str(fout.value)


def test_wat_de_eigen_machine_vindt_houdt_ook_quarto_tegen(project, uitkomsten, met_quarto):
    met_quarto("touch gedraaid")
    (project.wortel / "h/een.qmd").write_text("# Een {#sec-een}\n\nZie [daar][weg].\n\n`{python} 30000`\n")
    with pytest.raises(Fout) as fout:
        haken.rapportage(uitkomsten, CONCEPT)
    assert plaatsen(fout.value) == [("inline-kaal-getal", "h/een.qmd:5")]
    assert not (project.wortel / "gedraaid").exists()


GELIJK = BLADZIJDE.format(
    titel='<span class="chapter-number">1</span>&nbsp; <span class="chapter-title">Een</span>',
    inhoud="""<p>Er zijn <data class="getal" value="3">3</data> boten, zie <a href="cijfers.html" class="quarto-xref">Bijlage A</a>.</p>
<p><strong>Vet</strong> en <a href="../index.html">terug</a>.</p>""",
)
GETAL = "Er zijn `{python} getal` boten, zie @sec-cijfers."
CEL = """```{python}
#| include: false
class Getal:
    def _repr_markdown_(self):
        return '`<data class="getal" value="3">3</data>`{=html}'
getal = Getal()
```
"""


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel", "genoemd"),
    [
        (">3<", ">4<", 11, ("Er zijn 3 boten", "Er zijn 4 boten")),
        ('value="3"', 'value="4"', 11, ("<data 3>", "<data 4>")),
        ("<strong>Vet</strong>", "Vet", 13, ("<strong>Vet", "Vet en")),
        ("../index.html", "cijfers.html", 13, ("<a index>", "<a cijfers>")),
        ("terug", "naar huis", 13, ("terug", "naar huis")),
        (" boten", "&nbsp;boten", 11, ("boten", "boten")),
        ("</p>\n<p>", " ", 11, ("", "")),
        ("<p><strong>", '<div class="voetregel"></div><p><strong>', 1, ("niets", "voetregel")),
    ],
)
def test_wat_quarto_anders_zegt_is_een_probleem_op_zijn_regel(project, uitkomsten, monkeypatch, oud, nieuw, regel, genoemd):
    bron = f"# Een\n\n{CEL}\n{GETAL}\n\n**Vet** en [terug](../index.qmd).\n"
    (project.wortel / "h/een.qmd").write_text(bron)
    eigen = maak_boek(uitkomsten, bewaard=False)
    een = lees_qmd(project.wortel, "h/een.qmd")

    def gevonden(html):
        (project.wortel / "_book/h/een.html").write_text(html)
        return verschillen(eigen, met_bladzijden(eigen, project.wortel / "_book", {"h/een.qmd"}), [een])

    assert gevonden(GELIJK) == []
    assert oud in GELIJK
    problemen = gevonden(GELIJK.replace(oud, nieuw))
    assert [(p.code, p.plaats) for p in problemen][:1] == [("quarto-verschil", f"h/een.qmd:{regel}")]
    assert genoemd[0] in str(problemen[0].gegevens["eigen"])
    assert genoemd[1] in str(problemen[0].gegevens["quarto"])


def test_elke_bladzijde_noemt_editie_en_staat_maar_het_hoofdstuk_niet(project, boek):
    omslag = Omslag("MPP 2023-1 & meer", "CONCEPT", True, "Openbare reconstructie", VASTGESTELD)
    for _ in ("eerst", "en nog eens, zoals bij een enkel hoofdstuk"):
        quarto.merk(project, project.wortel / "_book", omslag)
    bladzijde = lxml_html.fromstring((project.wortel / "_book/h/een.html").read_text())
    assert [r.text for r in bladzijde.find_class("mpp-staat")] == ["MPP 2023-1 & meer · CONCEPT · Openbare reconstructie"]
    assert gelezen(project) == boek


PARAMETERS = Path(__file__).parents[3] / "parameters.yml"


def haak(project, **omgeving):
    """Run the hook as Quarto does."""
    script = Path(haken.__file__).with_name("quarto_hook.py")
    pad = {"PYTHONPATH": str(PARAMETERS.parent), "MPP_PARAMETERS": str(PARAMETERS), "QUARTO_PROJECT_OUTPUT_DIR": "_book"}
    omgeving = {**os.environ, **pad, **omgeving}
    return subprocess.run([sys.executable, script], cwd=project.wortel, capture_output=True, text=True, env=omgeving)


def test_de_haak_vooraf_houdt_tegen_wat_in_de_bronnen_niet_kan_en_wat_bij_het_draaien_misgaat(project):
    assert haak(project).returncode == 0
    (project.wortel / "index.qmd").write_text("# Vooraf {.unnumbered}\n\n<b>vet</b>\n")
    klaar = haak(project)
    assert klaar.returncode == 1
    assert klaar.stderr.startswith("index.qmd:3: In de tekst staat opmaak in HTML")
    (project.wortel / "index.qmd").write_text("# Vooraf {.unnumbered}\n\n`{python} 30000`\n")
    klaar = haak(project)
    assert klaar.returncode == 1
    assert klaar.stderr.startswith("index.qmd:3: De berekening 30000 in de tekst geeft een kaal getal")


def test_de_haak_achteraf_keurt_de_bladzijden(project):
    klaar = haak(project, QUARTO_PROJECT_OUTPUT_FILES="_book/index.html")
    assert klaar.returncode == 1
    assert klaar.stderr.startswith("index.qmd:1: Quarto en de ingebouwde rendermachine maken hier niet hetzelfde van")
    assert "CONCEPT" in (project.wortel / "_book/index.html").read_text(), "ook een afgekeurde bladzijde zegt wat zij is"
    (project.wortel / "_book/index.html").write_text(INDEX.replace("<p>Een</p>", "<p>?var:naam</p>"))
    klaar = haak(project, QUARTO_PROJECT_OUTPUT_FILES="_book/index.html")
    assert (klaar.returncode, "?var:naam" in klaar.stderr) == (1, True)


@pytest.mark.parametrize("via_mpp", [{}, {"MPP_RENDERT": "1"}])
def test_een_andere_vorm_dan_webpaginas_is_een_melding_en_geen_storing(project, via_mpp):
    docx = project.wortel / "_book/Proef.docx"
    docx.write_bytes(b"een document zonder getallen")
    klaar = haak(project, QUARTO_PROJECT_OUTPUT_FILES="_book/Proef.docx", **via_mpp)
    assert (klaar.returncode, docx.exists()) == (1, False)
    assert klaar.stderr.startswith("_quarto.yml:15: Quarto maakt hier .docx; van deze bronnen maakt het alleen webpagina's.")
    assert "Traceback" not in klaar.stderr


def test_ook_een_pdf_of_een_los_document_van_quarto_wordt_geweigerd(project, monkeypatch):
    monkeypatch.chdir(project.wortel)
    monkeypatch.setenv("QUARTO_PROJECT_OUTPUT_FILES", "_book/index.html\n_book/Proef.pdf")
    with pytest.raises(Fout) as fout:
        haken.na_afloop()
    assert plaatsen(fout.value) == [("quarto-vorm", "_quarto.yml:15")]


def test_roept_mpp_zelf_quarto_aan_dan_keurt_mpp_de_bladzijden(project):
    assert haak(project, MPP_RENDERT="1").returncode == 0
    assert haak(project, MPP_RENDERT="1", QUARTO_PROJECT_OUTPUT_FILES="_book/index.html").returncode == 0


@pytest.mark.parametrize("alles", [True, False])
def test_de_haak_zegt_de_staat_op_elke_bladzijde_en_maakt_na_het_hele_boek_de_pdf(project, boek, monkeypatch, alles):
    from mpp.ronde.status import Status

    editie = uitkomsten().editie
    monkeypatch.delenv("QUARTO_PROJECT_RENDER_ALL", raising=False)
    monkeypatch.chdir(project.wortel)
    monkeypatch.setenv("QUARTO_PROJECT_OUTPUT_DIR", "_book")
    monkeypatch.setenv("QUARTO_PROJECT_OUTPUT_FILES", "_book/index.html\n_book/h/een.html\n")
    if alles:
        monkeypatch.setenv("QUARTO_PROJECT_RENDER_ALL", "1")
    monkeypatch.setattr(Projectmap, "bereken", lambda project: SimpleNamespace(ps=None, editie=editie))
    monkeypatch.setattr(haken, "bepaal_status", lambda u: Status(True, ("geen slot",), "openbaar", "B"))
    monkeypatch.setattr(haken, "gekeurd_boek", lambda u, status: boek)
    monkeypatch.setattr(haken, "pdf", lambda boek, u, status: boek.hoofdstukken[1].naam.encode())
    haken.na_afloop()
    assert "CONCEPT" in (project.wortel / "_book/h/een.html").read_text()
    assert [p.read_bytes() for p in (project.wortel / "_book").glob("*.pdf")] == ([b"een"] if alles else [])


def test_zonder_pandoc(monkeypatch):
    from mpp.render import pandoc

    pandoc.pandoc_pad.cache_clear()
    monkeypatch.setattr(pandoc.importlib.util, "find_spec", lambda naam: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Fout) as fout:
        pandoc.pandoc_pad()
    pandoc.pandoc_pad.cache_clear()
    assert plaatsen(fout.value) == [("pandoc-ontbreekt", "")]


def test_de_filters_voor_beide_machines_bestaan():
    wortel = Path(__file__).parents[3]
    regels = (wortel / "_quarto.yml").read_text().splitlines()
    namen = [r.strip("- ") for r in regels if r.strip("- ").startswith("mpp/render/filters/")]
    assert namen
    assert all((wortel / naam).is_file() for naam in namen)
