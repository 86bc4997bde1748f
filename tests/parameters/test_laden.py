"""A parameter file is read whole or refused with every problem, each with its line."""

from pathlib import Path

import pytest

from mpp.parameters import laad
from mpp.problemen import Fout

GOED = """\
schema: 1
editie: {id: "2023-1", naam: MPP 2023-1, soort: openbare reconstructie, vastgesteld: 2023-04-28, peildatum: 2023-01-01,
  jaren: [2023, 2024], classificatie: openbaar, verklaring: Geen publicatie van de overheid.}
bronnen:
  ind-2023: {titel: Cijfers, uitgever: IND, datum: 2023-01-11, soort: officieel}
prognose: {}
parameters:
  - id: ind.inwilliging
    label: Inwilliging
    eenheid: aandeel
    soort: apm
    eigenaar: IND
    periode: jaar
    waarden:
      2023: {waarde: 0.78, laag: 0.7, hoog: 0.8, bron: ind-2023}
      2024: {waarde: 0.7, aanname: Verwacht wordt een daling.}
    kwaliteit: oranje
    impact: rood
    validatie: [{som_met: [ind.afwijzing], is: 1}]
  - id: ind.afwijzing
    label: Afwijzing
    eenheid: aandeel
    soort: apm
    eigenaar: IND
    periode: jaar
    waarden: {2023: 0.22, 2024: 0.3}
    aanname: De rest.
    kwaliteit: oranje
    impact: rood
realisaties: []
gepubliceerd: []
"""


def problemen(tmp_path: Path, tekst: str) -> list[tuple[str, int | None]]:
    pad = tmp_path / "parameters.yml"
    pad.write_text(tekst, encoding="utf-8")
    with pytest.raises(Fout) as fout:
        laad(pad)
    for p in fout.value.problemen:
        assert p.wat
        assert p.oorzaak
        assert p.remedie
        assert str(p)
    return [(p.code, p.regel) for p in fout.value.problemen]


@pytest.fixture
def goed(tmp_path: Path) -> Path:
    pad = tmp_path / "goed.yml"
    pad.write_text(GOED, encoding="utf-8")
    return pad


def test_goede_parameters_komen_in_volgorde_van_tijd(goed):
    ps = laad(goed)
    assert ps.jaren("ind.inwilliging").tolist() == [0.78, 0.7]
    assert ps.editie.titel == "MPP 2023-1 (openbare reconstructie)"
    assert ps.herkomst(ps["ind.inwilliging"], ps["ind.inwilliging"].waarden["2023"]) == (("ind-2023",), None)
    assert ps.herkomst(ps["ind.afwijzing"], ps["ind.afwijzing"].waarden["2023"]) == ((), "De rest.")
    assert ps.regel(ps["ind.afwijzing"]) == GOED.split("\n").index("  - id: ind.afwijzing") + 1


def test_opmaak_telt_niet_in_de_hash_en_inhoud_wel(goed, tmp_path):
    anders = tmp_path / "anders.yml"
    anders.write_text("# een opmerking\n" + GOED.replace("0.78", "0.780"), encoding="utf-8")
    gewijzigd = tmp_path / "gewijzigd.yml"
    gewijzigd.write_text(GOED.replace("laag: 0.7,", "laag: 0.71,"), encoding="utf-8")
    assert laad(goed).hash == laad(anders).hash != laad(gewijzigd).hash


def test_een_wat_als_verandert_waarde_en_hash_maar_niet_het_origineel(goed):
    ps = laad(goed)
    ander = ps.met({"ind.inwilliging": {"2024": 0.5}})
    assert ander.jaren("ind.inwilliging").tolist() == [0.78, 0.5]
    assert ps.jaren("ind.inwilliging").tolist() == [0.78, 0.7]
    assert ander.hash != ps.hash


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("bronnen:", "bronnen: [", "parameters-geen-yaml"),
        ("soort: apm", "soort: apm\n    soort: apm", "parameters-geen-yaml"),
        ("prognose: {}\n", "", "parameters-sectie-ontbreekt"),
        ("schema: 1", "schema: 2", "parameters-schema-onbekend"),
        (
            "    kwaliteit: oranje\n    impact: rood\n    validatie",
            "    kwaliteit: oranje\n    kleur: rood\n    impact: rood\n    validatie",
            "parameters-sleutel-onbekend",
        ),
        ("realisaties: []", "realisaties: []\ntoevoeging: 1", "parameters-sleutel-onbekend"),
        ("    label: Afwijzing\n", "", "parameters-sleutel-ontbreekt"),
        ("periode: jaar\n    waarden: {", "periode: jaren\n    waarden: {", "parameters-waarde-ongeldig"),
        ("datum: 2023-01-11", "datum: 2023-13", "parameters-waarde-ongeldig"),
        ("datum: 2023-01-11", "datum: begin 2023", "parameters-waarde-ongeldig"),
        ("datum: 2023-01-11", "datum: [2023]", "parameters-waarde-ongeldig"),
        *(
            ("soort: officieel", f'soort: officieel, url: "{url}"', "parameters-waarde-ongeldig")
            for url in (
                *("javascript:alert(1)", "", " ", "https://example.org/x", "file:///cijfers.pdf", "www.cbs.nl", "https://www.cbs.nl/a b"),
                *("https://user:pw@www.cbs.nl", "http://127.0.0.1/", "//www.cbs.nl", "data:text/html,x", "HTTPS:www.cbs.nl"),
            )
        ),
        ("{2023: 0.22, 2024: 0.3}", "{2023: 0.22, 2024: 0.3}\n    alleen_variant: true", "parameter-alleen-variant"),
        ("- id: ind.afwijzing", "- id: ind.inwilliging", "parameter-dubbel"),
        (
            "eenheid: aandeel\n    soort: apm\n    eigenaar: IND\n    periode: jaar\n    waarden: {",
            "eenheid: procent\n    soort: apm\n    eigenaar: IND\n    periode: jaar\n    waarden: {",
            "parameter-eenheid-onbekend",
        ),
        ("{2023: 0.22, 2024: 0.3}", "{2023: 0.22}", "parameter-jaar-ontbreekt"),
        ("{2023: 0.22, 2024: 0.3}", "{2023: 0.22, 2024: 0.3, 2025: 0.3}", "parameter-periode-onbekend"),
        ("{2023: 0.22, 2024: 0.3}", "{2023: '0,22', 2024: 0.3}", "parameter-waarde-geen-getal"),
        ("{waarde: 0.78, laag: 0.7, hoog: 0.8,", "{waarde: 78, laag: 0.7, hoog: 80,", "parameter-aandeel-boven-1"),
        ("{2023: 0.22, 2024: 0.3}", "{2023: -0.22, 2024: 0.3}", "parameter-negatief"),
        ("validatie: [{som_met: [ind.afwijzing], is: 1}]", "validatie: [{minimaal: 0.75}]", "parameter-buiten-grens"),
        ("validatie: [{som_met: [ind.afwijzing], is: 1}]", "validatie: [{maximaal: 0.75}]", "parameter-buiten-grens"),
        ("validatie: [{som_met: [ind.afwijzing], is: 1}]", "validatie: [{hoogstens: ind.afwijzing}]", "parameter-buiten-grens"),
        ("laag: 0.7,", "laag: 0.79,", "parameter-laag-hoog"),
        ("validatie: [{som_met: [ind.afwijzing], is: 1}]", "validatie: [{minimaal: 0.7}, {maximaal: 0.79}]", "parameter-buiten-grens"),
        ("{2023: 0.22, 2024: 0.3}", "{2023: 0.23, 2024: 0.3}", "parameter-som"),
        ("validatie: [{som_met: [ind.afwijzing], is: 1}]", "validatie: [{som: 1}]", "parameter-som"),
        ("0.22, 2024: 0.3}", "0.23, 2024: 0.3}\n    validatie: [{samen_hoogstens_1_met: [ind.inwilliging]}]", "parameter-samen-boven-1"),
        ("    aanname: De rest.\n", "", "parameter-herkomst-ontbreekt"),
        ("bron: ind-2023}", "bron: ind-2023, aanname: ook}", "parameter-herkomst-dubbel"),
        ("bron: ind-2023}", "bron: ind-2032}", "parameter-bron-onbekend"),
        ("    eigenaar: IND\n", "    eigenaar: IND\n    akkoord: [IND, COA, IND]\n", "parameter-akkoord-dubbel"),
        ("som_met: [ind.afwijzing]", "som_met: [ind.afwijzingen]", "parameter-verwijzing-onbekend"),
    ],
)
def test_elke_fout_wordt_met_haar_regel_gemeld(tmp_path, oud, nieuw, verwacht):
    assert GOED.count(oud) >= 1, "the case no longer fits the file it changes"
    tekst = GOED.replace(oud, nieuw, 1)
    gevonden = problemen(tmp_path, tekst)
    assert verwacht in [code for code, _ in gevonden]
    if verwacht != "parameters-sectie-ontbreekt":
        assert all(regel is not None for _, regel in gevonden)


VALIDATIE = "validatie: [{som_met: [ind.afwijzing], is: 1}]"


@pytest.mark.parametrize(
    ("afwijzing", "validatie", "reden"),
    [
        ("{waarde: 0.22, hoog: 0.25}", VALIDATIE, "zonder een deel zonder band is er geen dat uit de andere volgt"),
        ("0.01", VALIDATIE.replace("is: 1", "is: 0.79"), "blijft er -0.01 over voor ind.afwijzing"),
        ("0.22", "validatie: [{vult_aan: [ind.afwijzing]}]", "vult de andere aan tot een vast totaal en heeft geen eigen band"),
        ("{waarde: 0.1, hoog: 0.25}", "validatie: [{samen_hoogstens_1_met: [ind.afwijzing]}]", "samen 1.05, meer dan 1"),
        ("{waarde: 0.78, laag: 0.75}", "validatie: [{hoogstens: ind.afwijzing}]", "kan 0.8 worden terwijl de tweede 0.75 is"),
        ("0.22", "validatie: [{som: 1.48}]", "kunnen niet elk een eigen band hebben"),
    ],
)
def test_banden_die_samen_een_regel_kunnen_breken_worden_met_alle_namen_geweigerd(tmp_path, afwijzing, validatie, reden):
    """In a draw each parameter stands somewhere in its own range: every combination must be possible."""
    pad = tmp_path / "parameters.yml"
    pad.write_text(GOED.replace("{2023: 0.22, 2024: 0.3}", f"{{2023: {afwijzing}, 2024: 0.3}}").replace(VALIDATIE, validatie), "utf-8")
    with pytest.raises(Fout) as fout:
        laad(pad)
    (botst,) = [p for p in fout.value.problemen if p.code == "parameter-band-botst"]
    assert reden in botst.wat
    assert botst.regel
    assert ("ind.inwilliging" in botst.wat, "ind.afwijzing" in botst.wat) == (True, "ind.afwijzing" in validatie)


OPEN = "    periode: halfjaar\n    open_einde: true\n    waarden: {WAARDEN}\n    bron: ind-2023"


def test_wat_nog_niet_is_vastgesteld_wordt_weggelaten(tmp_path):
    def met(waarden):
        oud = "    periode: jaar\n    waarden: {2023: 0.22, 2024: 0.3}\n    aanname: De rest."
        tekst = GOED.replace(oud, OPEN.replace("WAARDEN", waarden)).replace(
            "validatie: [{som_met: [ind.afwijzing], is: 1}]", "validatie: []"
        )
        assert "open_einde" in tekst
        return tekst

    pad = tmp_path / "open.yml"
    pad.write_text(met("2023-1: 0.2, 2023-2: 0.3"), encoding="utf-8")
    assert laad(pad).halfjaren("ind.afwijzing").tolist() == pytest.approx([0.2, 0.3, float("nan"), float("nan")], nan_ok=True)
    for waarden in ("2023-2: 0.3", "2023-1: 0.2, 2024-1: 0.3"):
        assert [code for code, _ in problemen(tmp_path, met(waarden))] == ["parameter-jaar-ontbreekt"]


def test_een_waarde_op_de_grens_mag(tmp_path):
    pad = tmp_path / "grens.yml"
    pad.write_text(GOED.replace(VALIDATIE, "validatie: [{minimaal: 0.7}, {maximaal: 0.8}]"), encoding="utf-8")
    assert laad(pad)["ind.inwilliging"].waarden["2024"].waarde == 0.7


def test_alle_fouten_komen_in_een_keer(tmp_path):
    tekst = GOED.replace("0.22", "-0.22").replace("bron: ind-2023}", "bron: ind-2032}")
    assert {code for code, _ in problemen(tmp_path, tekst)} == {"parameter-negatief", "parameter-som", "parameter-bron-onbekend"}


def test_een_fout_van_vorm_verbergt_geen_fout_van_betekenis(tmp_path):
    tekst = GOED.replace("{2023: 0.22, 2024: 0.3}", "{2023: '0,22', 2024: 0.3}").replace("bron: ind-2023}", "bron: ind-2032}")
    assert {code for code, _ in problemen(tmp_path, tekst)} == {"parameter-waarde-geen-getal", "parameter-bron-onbekend"}


def test_een_ontbrekend_jaar_is_een_fout_en_geen_twee(tmp_path):
    tekst = GOED.replace("{2023: 0.22, 2024: 0.3}", "{2023: 0.22}")
    assert [code for code, _ in problemen(tmp_path, tekst)] == ["parameter-jaar-ontbreekt"]


def test_een_bestand_dat_er_niet_is_of_leeg_is(tmp_path):
    with pytest.raises(Fout) as fout:
        laad(tmp_path / "nergens.yml")
    assert [p.code for p in fout.value.problemen] == ["parameters-ontbreken"]
    assert problemen(tmp_path, "") == [("parameters-geen-yaml", None)]
    assert problemen(tmp_path, "\x00") == [("parameters-geen-yaml", 1)]


def test_een_realisatie_wordt_gedateerd_zoals_haar_periode_zegt(tmp_path):
    velden = "id: coa.bezetting, label: Bezetting, eenheid: personen, eigenaar: COA, periode: stand, bron: ind-2023, genoemd: '10'"
    reeks = f"realisaties:\n  - {{{velden}, waarden: {{WANNEER: 10}}}}"
    goed = tmp_path / "goed.yml"
    goed.write_text(GOED.replace("realisaties: []", reeks.replace("WANNEER", "2022-12-31")), encoding="utf-8")
    assert laad(goed).realisaties["coa.bezetting"].waarden["2022-12-31"].waarde == 10
    fout = problemen(tmp_path, GOED.replace("realisaties: []", reeks.replace("WANNEER", "2022")))
    assert [code for code, _ in fout] == ["parameters-waarde-ongeldig"]


REALISATIE = """\
realisaties:
  - {id: coa.bezetting, label: Bezetting, eenheid: personen, eigenaar: COA, periode: jaar, bron: ind-2023,
     genoemd: "10", waarden: {2022: 10}}"""


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        (", bron: ind-2023", "", "parameter-herkomst-ontbreekt"),
        ("bron: ind-2023", "bron: ind-2032", "parameter-bron-onbekend"),
        ("eenheid: personen", "eenheid: mensen", "parameter-eenheid-onbekend"),
        ("{2022: 10}", "{2022: -10}", "parameter-negatief"),
        ("{2022: 10}}", "{2022: 10}}\n" + REALISATIE.partition("\n")[2], "parameter-dubbel"),
    ],
)
def test_een_realisatie_wordt_getoetst_zoals_een_parameter(tmp_path, oud, nieuw, verwacht):
    assert REALISATIE.count(oud) == 1
    gevonden = problemen(tmp_path, GOED.replace("realisaties: []", REALISATIE.replace(oud, nieuw)))
    assert [code for code, _ in gevonden] == [verwacht]
    assert gevonden[0][1] > GOED[: GOED.index("realisaties")].count("\n")


def test_een_gepubliceerd_cijfer_heeft_een_bekende_bron_en_staat_er_een_keer(tmp_path):
    cijfer = "\n  - {indicator: coa.bezetting, jaar: 2023, scenario: medio, waarde: 10, bron: ind-2023, toelichting: Stand.}"
    tekst, regel = GOED.replace("gepubliceerd: []", "gepubliceerd:"), GOED.count("\n")
    goed = tmp_path / "goed.yml"
    goed.write_text(tekst + cijfer.lstrip("\n") + cijfer.replace("medio", "maximum"), encoding="utf-8")
    assert len(laad(goed).gepubliceerd) == 2
    onbekend = tekst.rstrip("\n") + cijfer.replace("ind-2023", "ind-2032")
    assert problemen(tmp_path, onbekend) == [("parameter-bron-onbekend", regel + 1)]
    dubbel = tekst.rstrip("\n") + cijfer + cijfer.replace("waarde: 10", "waarde: 11")
    assert problemen(tmp_path, dubbel) == [("cijfer-dubbel", regel + 2)]


@pytest.mark.parametrize(
    ("van", "naar", "tekst"),
    [
        ("jaren: [2023, 2024]", 'jaren: [2023, "2024"]', "jaren (2e in de rij) in editie"),
        ("naam: MPP 2023-1", "naam: ' '", "is ongeldig: leeg"),
        ("laag: 0.7", "laag: 12,5%", "Schrijf 0.125"),
        ("laag: 0.7", "laag: 0, 125", "Schrijf 0.125"),
        ("laag: 0.7", "laag: 1700,-", "Schrijf 1700"),
        ("laag: 0.7", "laag: 30,000", "Schrijf 30000, of 30 als de komma voor decimalen staat"),
        ("laag: 0.7", "laag: ٤٧٩٩١", "47991"),
    ],
)
def test_een_melding_noemt_de_plaats_en_wat_bedoeld_zal_zijn(tmp_path, van, naar, tekst):
    pad = tmp_path / "parameters.yml"
    pad.write_text(GOED.replace(van, naar, 1), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        laad(pad)
    assert tekst in str(fout.value)
