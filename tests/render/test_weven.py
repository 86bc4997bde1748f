"""Weaving: what code gives, in the text, in a form that reads the same under both engines."""

import base64
from types import SimpleNamespace

import pytest

from mpp.render.draaier import Mislukt, Stroom, Vertoning
from mpp.render.weven import weef

GETAL = '`<data class="getal" value="67012.4">67.000</data>`{=html}'
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


class Voorgekookt:
    """A runner that has its answers ready."""

    def __init__(self, uitdrukkingen=None, uitvoer=()):
        self.uitdrukkingen, self.uitvoer = uitdrukkingen or {}, list(uitvoer)

    def cel(self, cel):
        return self.uitvoer

    def uitdrukking(self, uitdrukking, regel):
        soort, waarde = self.uitdrukkingen[uitdrukking]
        if soort == "fout":
            raise Mislukt([regel.probleem("inline-fout", uitdrukking=uitdrukking, melding=waarde)])
        return Vertoning({soort: waarde})


@pytest.fixture
def geweven(lees):
    def _geweven(bron, uitdrukkingen=None, uitvoer=(), echo=False, variabelen=None):
        project = SimpleNamespace(echo=echo, warning=True, variabelen=variabelen or {})
        return weef(lees(bron), project, Voorgekookt(uitdrukkingen, uitvoer))

    return _geweven


def cel(*opties):
    return "```{python}\n" + "".join(f"#| {optie}\n" for optie in opties) + "doe()\n```\n"


def test_een_getal_komt_als_markdown_in_de_zin(geweven):
    assert geweven("Er zijn `{python} n()` mensen.", {"n()": ("text/markdown", GETAL)}).tekst.strip() == f"Er zijn {GETAL} mensen."


def test_een_gewone_tekst_wordt_ontdaan_van_opmaak(geweven):
    assert geweven("`{python} x`", {"x": ("text/plain", repr("*hoger* [a] 1.2"))}).tekst.strip() == r"\*hoger\* \[a\] 1\.2"


@pytest.mark.parametrize(
    ("vorm", "waarde", "code"),
    [
        ("text/plain", "67012.4", "inline-kaal-getal"),
        ("text/plain", "67012", "inline-kaal-getal"),
        ("text/plain", "np.float64(67012.4)", "inline-kaal-getal"),
        ("text/plain", "''", "inline-leeg"),
        ("text/plain", "None", "inline-leeg"),
        ("text/markdown", " ", "inline-leeg"),
        ("text/plain", "['a']", "inline-geen-tekst"),
        ("text/plain", "<object object at 0x1>", "inline-geen-tekst"),
        ("text/plain", "True", "inline-geen-tekst"),
        ("text/plain", repr("a < b"), "inline-opmaak"),
        ("text/plain", repr("a\nb"), "inline-opmaak"),
        ("text/plain", repr("a\u00a0b"), "inline-opmaak"),
        ("text/plain", repr("a\u202fb"), "inline-opmaak"),
        ("text/plain", repr("a\\b"), "inline-opmaak"),
        ("text/plain", repr("zowel ' als \""), "inline-opmaak"),
        ("text/plain", "np.str_('a')", "inline-opmaak"),
        ("fout", "NameError", "inline-fout"),
    ],
)
def test_een_uitkomst_die_niet_in_een_tekst_kan(geweven, vorm, waarde, code):
    weefsel = geweven("# A\n\nTekst `{python} x`.", {"x": (vorm, waarde)})
    assert [(p.code, p.plaats) for p in weefsel.problemen] == [(code, "een.qmd:3")]


def test_elke_foute_uitdrukking_wordt_gemeld_met_haar_regel(geweven):
    weefsel = geweven("`{python} a`\n\n`{python} b`", {"a": ("text/plain", "1"), "b": ("fout", "weg")})
    assert [(p.code, p.regel) for p in weefsel.problemen] == [("inline-kaal-getal", 1), ("inline-fout", 3)]


def test_een_uitdrukking_over_meer_regels_verschuift_de_regels_niet(geweven):
    weefsel = geweven("`{python} f(\n1)`\n\n`{python} b`", {"f(\n1)": ("text/plain", "'a'"), "b": ("text/plain", "1")})
    assert [p.regel for p in weefsel.problemen] == [4]


def test_een_grafiek_wordt_een_bestand_met_een_naam_naar_inhoud(geweven):
    uri = "data:image/svg+xml;base64," + base64.b64encode(SVG).decode()
    weefsel = geweven("`{python} a`", {"a": ("text/markdown", f'![]({uri}){{fig-alt="x"}}')})
    (naam,) = weefsel.beelden
    assert weefsel.beelden[naam] == SVG
    assert weefsel.tekst.strip() == f'![]({naam}){{fig-alt="x"}}'


@pytest.mark.parametrize(
    ("opties", "verwacht"),
    [
        ((), "```{.cell-output}\nhoi\n```"),
        (("output: asis",), "hoi"),
        (("output: false",), ""),
        (("include: false",), ""),
        (("eval: false",), ""),
        (("echo: true", "output: asis"), "```{.python .cell-code}\ndoe()\n```\n\n\nhoi"),
        (("echo: true", "eval: false"), "```{.python .cell-code}\ndoe()\n```"),
        (("echo: true", "include: false"), ""),
    ],
)
def test_wat_een_cel_schrijft_volgt_de_opties(geweven, opties, verwacht):
    assert geweven(cel(*opties), uitvoer=[Stroom("stdout", "hoi\n")]).tekst.strip() == verwacht


@pytest.mark.parametrize(
    ("uitvoer", "codes"),
    [
        ([Stroom("stdout", "- lijst\n"), Vertoning({"text/markdown": "Dan."})], ["cel-aaneen"]),
        ([Vertoning({"text/markdown": "Eerst."}), Stroom("stdout", "dan\n")], ["cel-aaneen"]),
        ([Stroom("stdout", "- lijst\n\n"), Vertoning({"text/markdown": "Dan."}), Stroom("stdout", "\nlaatst")], []),
        ([Vertoning({"text/markdown": "Eerst."}), Vertoning({"text/markdown": "Dan."})], []),
    ],
)
def test_wat_geprint_en_wat_getoond_wordt_staat_los(geweven, uitvoer, codes):
    assert [p.code for p in geweven(cel("output: asis"), uitvoer=uitvoer).problemen] == codes


def test_wat_een_cel_toont_kiest_markdown_voor_svg(geweven):
    vormen = {"text/markdown": GETAL, "image/svg+xml": SVG.decode(), "text/plain": "<x>"}
    assert geweven(cel(), uitvoer=[Vertoning(vormen)]).tekst.strip() == GETAL


def test_een_cel_met_label_wordt_een_figuur_met_bijschrift(geweven):
    opties = ("label: fig-a", "fig-cap: Over *x*.", 'fig-alt: Een "lijn".')
    weefsel = geweven(cel(*opties), uitvoer=[Vertoning({"image/svg+xml": SVG.decode(), "text/plain": "<x>"})])
    (naam,) = weefsel.beelden
    assert weefsel.tekst.strip() == f'::: {{#fig-a}}\n![]({naam}){{fig-alt="Een \\"lijn\\"."}}\n\nOver *x*.\n:::'


@pytest.mark.parametrize(
    ("opties", "uitvoer", "codes"),
    [
        ((), Vertoning({"text/plain": "3.14"}), ["cel-uitvoer"]),
        ((), Vertoning({"text/html": "<table>", "text/plain": "x"}), ["cel-uitvoer"]),
        (("output: false",), Vertoning({"text/plain": "3.14"}), []),
        ((), Stroom("stderr", "x.py:1: FutureWarning: weg\n"), ["cel-waarschuwing"]),
        (("include: false",), Stroom("stderr", "waarschuwing\n"), ["cel-waarschuwing"]),
        (("warning: false",), Stroom("stderr", "waarschuwing\n"), []),
        (("label: fig-a", "fig-cap: A.", "fig-alt: A."), Stroom("stdout", ""), ["cel-toont-niets"]),
        (("label: tbl-a", "tbl-cap: A.", "eval: false"), Stroom("stdout", ""), ["cel-toont-niets"]),
    ],
)
def test_wat_geen_lezer_mag_zien_is_een_probleem(geweven, opties, uitvoer, codes):
    assert [p.code for p in geweven(cel(*opties), uitvoer=[uitvoer]).problemen] == codes


def test_shortcodes_worden_gevuld(geweven):
    bron = "---\ntekst-over: Over x\n---\n{{< var a.b >}} {{< meta tekst-over >}}\n\n{{< pagebreak >}}\n"
    weefsel = geweven(bron, variabelen={"a": {"b": "drie"}})
    assert weefsel.tekst.strip() == "drie Over x\n\n::: {.pagina-einde}\n:::"


@pytest.mark.parametrize(
    ("bron", "code"),
    [
        ("{{< var a.c >}}", "var-onbekend"),
        ("{{< var a >}}", "var-onbekend"),
        ("{{< meta titel >}}", "meta-onbekend"),
    ],
)
def test_een_naam_zonder_waarde_is_een_probleem(geweven, bron, code):
    assert [(p.code, p.regel) for p in geweven("# A\n" + bron, variabelen={"a": {"b": 3}}).problemen] == [(code, 2)]


def test_elke_geweven_regel_kent_zijn_bronregel(geweven):
    weefsel = geweven("a\n\n" + cel("output: asis") + "\nb\n", uitvoer=[Stroom("stdout", "x\ny\n")])
    per_tekst = {tekst: regel.nummer for tekst, regel in zip(weefsel.regels, weefsel.herkomst, strict=True) if tekst}
    assert per_tekst == {"a": 1, "x": 3, "y": 3, "b": 8}
