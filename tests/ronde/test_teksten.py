"""What of the texts was written for another round is listed; what still says its year where it should follow the edition is a problem."""

import shutil

import pytest

from mpp.controle.rondeteksten import toets_teksten_van_ronde
from mpp.parameters import Parameterset
from mpp.ronde.teksten import later_bekend, te_vernieuwen
from tests.editie import PROJECT

TEKSTEN = (
    *("_quarto.yml", "index.qmd", "chapters", "feiten.yml", "risicos.yml", "glossary.yml"),
    *("infographic", "kamerbrief", "monitor", "oplegnota", "prognose", "topberaad", "varianten"),
)


@pytest.fixture
def ps(tmp_path):
    """The shipped edition with its texts in a folder of its own."""
    for naam in TEKSTEN:
        van = PROJECT.wortel / naam
        (shutil.copytree if van.is_dir() else shutil.copy)(van, tmp_path / naam)
    echt = PROJECT.laad()
    return Parameterset(echt.bestand, echt.boom, echt.pad, wortel=tmp_path)


def van_editie(ps, id, *jaren):
    editie = ps.editie.model_copy(update={"id": id, **({"jaren": jaren} if jaren else {})})
    return Parameterset(ps.bestand.model_copy(update={"editie": editie}), ps.boom, ps.pad, wortel=ps.wortel)


def erbij(ps, bestand, tekst):
    with (ps.wortel / bestand).open("a", encoding="utf-8") as uit:
        uit.write(tekst)


def test_in_de_meegeleverde_editie_is_niets_te_vernieuwen_en_niets_oud(ps):
    assert te_vernieuwen(ps.wortel, ps.editie.id, ps.bronnen) == ()
    assert list(toets_teksten_van_ronde(ps)) == []


def test_in_een_volgende_editie_is_elk_feit_en_elke_variant_te_vernieuwen(ps):
    teksten = te_vernieuwen(ps.wortel, "2023-2", ps.bronnen)
    april = next(t for t in teksten if t.naam == "ind-voorraad-april")
    assert (april.bestand, april.editie, str(april.sinds)) == ("feiten.yml", "2023-1", "2023-07-13")
    assert (ps.wortel / april.bestand).read_text(encoding="utf-8").splitlines()[april.regel - 1] == "ind-voorraad-april:"
    assert april.tekst.startswith("Eind april")
    baa = next(t for t in teksten if t.naam == "baa")
    assert (ps.wortel / baa.bestand).read_text(encoding="utf-8").splitlines()[baa.regel - 1].strip() == 'editie: "2023-1"'
    assert len(teksten) > 65


@pytest.mark.parametrize("jaren", [(2024, 2025, 2026, 2027, 2028), (2024, 2025, 2026, 2027, 2028, 2029)])
def test_de_teksten_gaan_vanzelf_mee_naar_andere_jaren(ps, jaren):
    assert list(toets_teksten_van_ronde(van_editie(ps, "2024-1", *jaren))) == []


@pytest.mark.parametrize(
    ("bestand", "tekst", "tijd"),
    [
        ("index.qmd", "\nIn 2023 is er een plan.\n", "2023"),
        ("index.qmd", "\nDe stand op 1 januari 2023 telt.\n", "2023"),
        ("index.qmd", "\nDat staat in MPP 2022-2.\n", "2022-2"),
        ("chapters/04-ind.qmd", '\n`{python} n("coa.bezetting", 2024)`\n', "2024"),
        ("chapters/04-ind.qmd", '\n`{python} r("ind.spoor4.voorraad", "2023-04-30")`\n', "2023-04-30"),
        ("chapters/04-ind.qmd", '\n`{python} eerdere_editie("2021-2")`\n', "2021-2"),
        ("chapters/04-ind.qmd", "\n```{python}\n#| include: false\neen = 1\njaar = 2025\n```\n", "2025"),
        ("glossary.yml", '  - {afkorting: X, voluit: Y, uitleg: "Sinds 2023."}\n', "2023"),
        ("infographic/getallen.yml", "x: {realisatie: instroom.totaal, moment: 2022}\n", "2022"),
        ("index.qmd", "\nDat staat in MPP-2023-1.\n", "2023-1"),
        ("index.qmd", "\nIn de jaren 2019-2023 steeg het.\n", "2023"),
        ("index.qmd", "\nDe stand van 01-01-2023 telt.\n", "2023"),
        ("index.qmd", "\nBegin ’23 was er een plan.\n", "’23"),
        ("index.qmd", "\nIn tweeduizend drieëntwintig was er een plan.\n", "tweeduizend drieëntwintig"),
        ("index.qmd", "\nDe stand op 1 januari telt.\n", "1 januari"),
        ("index.qmd", "\nDat is de stand op 1 juli `{python} jaar(1)`.\n", "1 juli"),
        ("glossary.yml", '  - {afkorting: X, voluit: Y, uitleg: "Sinds \'24."}\n', "'24"),
        ("kamerbrief/kamerbrief.html.j2", "<p>In april 2023 was er een plan.</p>\n", "2023"),
        ("varianten/document/teksten.yml", "x: Voor de ronde 2023-1.\n", "2023-1"),
    ],
)
def test_wat_het_jaar_van_deze_ronde_getypt_zegt_wordt_gemeld(ps, bestand, tekst, tijd):
    erbij(ps, bestand, tekst)
    (p,) = toets_teksten_van_ronde(ps)
    assert p.code == "ronde-jaar-getypt"
    assert (p.bestand, tijd.startswith(p.gegevens["tijd"])) == (bestand, True)
    regel = (ps.wortel / bestand).read_text(encoding="utf-8").splitlines()[p.regel - 1]
    assert tijd in regel
    assert "feiten.yml" in str(p)


@pytest.mark.parametrize(
    ("bestand", "tekst"),
    [
        ("index.qmd", "\nIn deze reconstructie is dat anders.\n"),
        ("chapters/04-ind.qmd", "\n```{python}\n#| include: false\nwat = 'Openbare reconstructie'\n```\n"),
        ("chapters/04-ind.qmd", "\n`{python} Naam('een reconstructie', 'x')`\n"),
        ("glossary.yml", '  - {afkorting: X, voluit: Y, uitleg: "Een woord van deze reconstructie."}\n'),
        ("infographic/teksten.yml", "x: Dit is een openbare reconstructie.\n"),
        ("kamerbrief/teksten.yml", "x: Dit is een openbare reconstructie.\n"),
    ],
)
def test_wat_voor_editie_dit_is_staat_nergens_getypt(ps, bestand, tekst):
    erbij(ps, bestand, tekst)
    (p,) = toets_teksten_van_ronde(ps)
    assert (p.code, p.bestand) == ("ronde-soort-getypt", bestand)
    assert "reconstructie" in (ps.wortel / bestand).read_text(encoding="utf-8").splitlines()[p.regel - 1].lower()


@pytest.mark.parametrize(
    "tekst",
    [
        '\nIn 2019 was het anders (`{python} bron("ind-2024-02")`).\n',
        '\nVanaf begin `{python} toetsjaar("2022")`, zie @tbl-terugblik-2022.\n',
        '\n`{python} feit("ind-voorraad-april")`\n',
        "\nZie [elders](https://ind.nl/nl/2024/nieuws).\n",
        "\nDe wet geldt sinds 1 juli 2015, en de regeling was van 2015-2019.\n",
        "\nIn de jaren '90 en '00 was het anders, zie stap 1-3.\n",
        "\nIn tweeduizend vijftien waren het er veel, en het zijn standen op 31 december.\n",
        "\nIn de tweede helft van `{python} jaar(0)` nam het toe.\n",
    ],
)
def test_geschiedenis_bronnen_en_terugblikken_zijn_goed(ps, tekst):
    erbij(ps, "index.qmd", tekst)
    assert list(toets_teksten_van_ronde(ps)) == []


@pytest.mark.parametrize("tekst", ["In april `{python} jaar(1)` was er een plan.", "Het eerste halfjaar van `{python} jaar(1)` is geteld."])
def test_een_maand_of_halfjaar_naast_een_jaar_dat_meegaat_is_van_een_ronde(ps, tekst):
    erbij(ps, "index.qmd", f"\n{tekst}\n")
    (p,) = toets_teksten_van_ronde(ps)
    assert (p.code, p.bestand, "jaar(1)" in p.gegevens["tijd"]) == ("ronde-jaar-getypt", "index.qmd", True)


def test_de_naam_van_een_parameter_noemt_geen_dag_van_een_ronde(ps):
    p = ps.bestand.parameters[0].model_copy(update={"label": "Bezetting op 1 januari 2023"})
    bestand = ps.bestand.model_copy(update={"parameters": (p, *ps.bestand.parameters[1:])})
    (gevonden,) = toets_teksten_van_ronde(Parameterset(bestand, ps.boom, ps.pad, wortel=ps.wortel))
    assert (gevonden.code, gevonden.bestand, gevonden.gegevens["tijd"]) == ("ronde-jaar-getypt", "parameters.yml", "2023")
    assert ps.pad.read_text(encoding="utf-8").splitlines()[gevonden.regel - 1].strip().startswith("label:")


def met_uitleg(ps, id, **anders):
    """The edition with something else said of one parameter."""
    parameters = tuple(p.model_copy(update=anders) if p.id == id else p for p in ps.bestand.parameters)
    return Parameterset(ps.bestand.model_copy(update={"parameters": parameters}), ps.boom, ps.pad, wortel=ps.wortel)


@pytest.mark.parametrize(
    "uitleg",
    ["Laag ligt in het eerste jaar 15% lager.", "Het aandeel is nu hoog.", "Zoals in de vorige editie.", "Dit jaar werden het er meer."],
)
def test_de_uitleg_van_een_waarde_die_blijft_noemt_geen_tijd_vanuit_deze_ronde(ps, uitleg):
    (gevonden,) = toets_teksten_van_ronde(met_uitleg(ps, "ind.spoor2.productie", aanname=uitleg))
    assert (gevonden.code, gevonden.bestand, gevonden.gegevens["id"]) == ("ronde-tijd-relatief", "parameters.yml", "ind.spoor2.productie")
    assert ps.pad.read_text(encoding="utf-8").splitlines()[gevonden.regel - 1].strip().startswith("aanname:")


@pytest.mark.parametrize("uitleg", ["In 2023 lag laag 15% lager.", "Gold voor het eerste jaar van het project."])
def test_een_jaar_met_zijn_naam_mag_in_de_uitleg(ps, uitleg):
    assert list(toets_teksten_van_ronde(met_uitleg(ps, "ind.spoor2.productie", aanname=uitleg))) == []


def test_wat_elke_ronde_opnieuw_wordt_gevraagd_mag_zeggen_wat_het_wil(ps):
    for id in ("ind.beslistermijn_verlengd", "ind.spoor1.beginvoorraad"):
        assert list(toets_teksten_van_ronde(met_uitleg(ps, id, toelichting="Geldt voor het eerste jaar."))) == []


def test_een_feit_dat_niemand_vraagt_wordt_gemeld(ps):
    erbij(ps, "feiten.yml", 'los: {editie: "2023-1", sinds: 2023-04-28, tekst: Een zin.}\n')
    (p,) = toets_teksten_van_ronde(ps)
    assert (p.code, p.bestand, p.gegevens["id"]) == ("feit-ongebruikt", "feiten.yml", "los")


def test_een_feit_dat_na_de_vaststelling_bekend_werd_zegt_waarom_het_er_staat(ps):
    erbij(ps, "feiten.yml", 'los: {editie: "2023-1", sinds: 2023-04-29, tekst: Een zin.}\n')
    p = next(p for p in toets_teksten_van_ronde(ps) if p.code == "feit-later")
    assert (p.bestand, p.gegevens["id"], "later" in p.remedie) == ("feiten.yml", "los", True)
    pad = ps.wortel / "feiten.yml"
    pad.write_text(
        pad.read_text(encoding="utf-8").replace("tekst: Een zin.", "later: Eerder was er geen bron., tekst: Een zin."), encoding="utf-8"
    )
    assert "feit-later" not in {p.code for p in toets_teksten_van_ronde(ps)}
    assert "los" in {feit.id for feit, _ in later_bekend(ps)}


def test_een_feit_is_nagelezen_in_de_ronde_zelf(ps):
    erbij(ps, "feiten.yml", 'los: {editie: "2023-1", sinds: 2023-04-01, gelezen: {door: APM, datum: 2022-12-31}, tekst: Een zin.}\n')
    assert "feit-te-vroeg-gelezen" in {p.code for p in toets_teksten_van_ronde(ps)}


def test_een_variant_zonder_editie_gaat_mee_en_zegt_dus_geen_jaar(ps):
    pad = ps.wortel / "varianten" / "nareis.yml"
    pad.write_text(pad.read_text(encoding="utf-8").replace('  editie: "2023-1"\n', ""), encoding="utf-8")
    assert {p.bestand for p in toets_teksten_van_ronde(ps)} == {"varianten/nareis.yml"}
