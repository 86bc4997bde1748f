"""Days, years and consents that cannot be, held against the edition; a day that is not on the calendar is told as that."""

import pytest

from tests.parameters.test_cijfers import regel, vind
from tests.parameters.test_laden import GOED


def realisatie(periode: str, sleutel: str) -> str:
    return (
        "realisaties: [{id: a.b, label: x, eenheid: personen, eigenaar: IND, bron: ind-2023, "
        f"periode: {periode}, waarden: {{{sleutel}: 5}}}}]\n"
    )


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("vastgesteld: 2023-04-28", "vastgesteld: 2033-04-28"),
        ("vastgesteld: 2023-04-28", "vastgesteld: 2022-04-28"),
        ("peildatum: 2023-01-01", "peildatum: 2021-01-01"),
        ("peildatum: 2023-01-01", "peildatum: 2022-12-01"),
        ("peildatum: 2023-01-01", "peildatum: 2023-01-15"),
        ("peildatum: 2023-01-01", "peildatum: 2023-06-01"),
        ("jaren: [2023, 2024]", "jaren: [2023, 2023]"),
        ("jaren: [2023, 2024]", "jaren: [2024, 2023]"),
        ("jaren: [2023, 2024]", "jaren: [2023, 2025]"),
        ("jaren: [2023, 2024]", "jaren: [2033, 2034]"),
        ("datum: 2023-01-11", "datum: 2094-01-11"),
        ("datum: 2023-01-11", "datum: 2094"),
        ("datum: 2023-01-11", "datum: 1203"),
        ("vastgesteld: 2023-04-28", "vastgesteld: 2023-04-28, akkoord_voor: 2023-05-01"),
        ("vastgesteld: 2023-04-28", "vastgesteld: 2023-04-28, akkoord_voor: 2021-12-01"),
        ('id: "2023-1"', 'id: "2033-1"'),
        ("soort: openbare reconstructie", 'soort: openbare reconstructie, vorige: "2023-2"'),
        ("realisaties: []\n", realisatie("jaar", "2203")),
        ("realisaties: []\n", realisatie("stand", "2024-06-30")),
        ("label: Afwijzing", "peildatum: 2032-01-01\n    label: Afwijzing"),
    ],
)
def test_een_datum_die_niet_bij_de_editie_past_wordt_op_haar_regel_gemeld(tmp_path, van, naar):
    gevonden = [p for p in vind(tmp_path, van, naar, GOED) if p.code == "tijd-kan-niet"]
    assert gevonden
    assert regel(van.strip(), GOED) in [p.regel for p in gevonden]


def test_een_bron_van_na_de_vaststelling_mag(tmp_path):
    assert vind(tmp_path, "datum: 2023-01-11", "datum: 2024-12", GOED) == []


@pytest.mark.parametrize("dag", ["2022-04-31", "2022-02-29", "2021-11-31"])
def test_een_stand_op_een_dag_die_niet_bestaat(tmp_path, dag):
    (p,) = vind(tmp_path, "realisaties: []\n", realisatie("stand", dag), GOED)
    assert (p.code, p.regel) == ("dag-bestaat-niet", regel("realisaties:", GOED))
    assert dag in p.wat


@pytest.mark.parametrize(("waarde", "verwacht"), [("2033", "een dag als"), ("soms", "een datum als"), ("true", "een dag als")])
def test_een_dag_is_een_dag_en_geen_getal(tmp_path, waarde, verwacht):
    (p,) = vind(tmp_path, "vastgesteld: 2023-04-28", f"vastgesteld: {waarde}", GOED)
    assert (p.code, p.regel) == ("parameters-waarde-ongeldig", regel("vastgesteld", GOED))
    assert verwacht in p.oorzaak


def test_een_dag_die_niet_bestaat_heeft_een_regel_en_geeft_de_inspringing_niet_de_schuld(tmp_path):
    (p,) = vind(tmp_path, "datum: 2023-01-11", "datum: 2023-02-30", GOED)
    assert (p.code, p.regel) == ("dag-bestaat-niet", regel("ind-2023:", GOED))
    assert "inspringing" not in str(p)


@pytest.mark.parametrize(("van", "naar", "ontbreekt"), [(", hoog: 0.8", "", "hoog"), ("laag: 0.7, ", "", "laag")])
def test_laag_en_hoog_horen_bij_elkaar(tmp_path, van, naar, ontbreekt):
    (p,) = vind(tmp_path, van, naar, GOED)
    assert (p.code, p.regel) == ("parameter-halve-band", regel("0.78", GOED))
    assert f"geen {ontbreekt}" in p.wat


def test_een_komma_in_een_getal_wordt_als_komma_gemeld(tmp_path):
    (p,) = vind(tmp_path, "{waarde: 0.78,", "{waarde: 0,78,", GOED)
    assert (p.code, p.regel) == ("getal-met-komma", regel("0.78", GOED))
    (p,) = vind(tmp_path, "{2023: 0.22, 2024: 0.3}", '{2023: "0,22", 2024: 0.3}', GOED)
    assert p.code == "parameter-waarde-geen-getal"
    assert "0.22" in p.remedie


def test_een_verkeerd_geschreven_partner_wordt_met_de_bedoelde_gemeld(tmp_path):
    (p,) = vind(tmp_path, "    eigenaar: IND\n", "    eigenaar: IND\n    akkoord: [INDD]\n", GOED)
    assert (p.code, p.regel) == ("parameters-waarde-ongeldig", regel("eigenaar: IND", GOED) + 1)
    assert "akkoord" in p.wat
    assert "INDD" in p.wat
    assert "IND, COA" in p.oorzaak


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("{waarde: 0.78, laag: 0.7, hoog: 0.8", "{waarde: 9999999999999999999999"),
        ("jaren: [2023, 2024]", "jaren: [2023, 9999999999999999999999]"),
        ("datum: 2023-01-11", "datum: 9999999999999999999999"),
        ("schema: 1", "schema: 9999999999999999999999"),
        ("prognose: {}", "prognose: &x {a: *x}"),
        ("titel: Cijfers", 'titel: ""'),
        ("validatie: [{som_met: [ind.afwijzing], is: 1}]", "validatie: [{minimaal: null}]"),
    ],
)
def test_wat_te_groot_is_zichzelf_bevat_of_niets_zegt_is_een_gewoon_probleem(tmp_path, van, naar):
    gevonden = vind(tmp_path, van, naar, GOED)
    assert regel(van, GOED) in [p.regel for p in gevonden]
    assert all(len(str(p)) < 1000 for p in gevonden)


@pytest.mark.parametrize(
    ("van", "naar", "code"),
    [
        ("naam: MPP 2023-1", "naam: MPP 2022-2", "editie-naam"),
        ('id: "2023-1", naam: MPP 2023-1', 'id: "2023-3", naam: MPP 2023-3', "editie-id"),
        ('id: "2023-1"', 'id: "2023-1", vorige: "2022-3"', "editie-id"),
    ],
)
def test_een_editie_heet_naar_haar_ronde(tmp_path, van, naar, code):
    (p,) = vind(tmp_path, van, naar, GOED)
    assert (p.code, p.regel) == (code, 2)


@pytest.mark.parametrize("woorden", ["verklaring: Openbare reconstructie van de MPP", "verklaring: Geen officiële publicatie van de keten"])
def test_een_officiele_editie_zegt_niet_dat_zij_dat_niet_is(tmp_path, woorden):
    officieel = GOED.replace("soort: openbare reconstructie", "soort: officieel")
    (p,) = vind(tmp_path, "verklaring: Geen publicatie van de overheid", woorden, officieel)
    assert (p.code, p.regel, p.gegevens["veld"]) == ("editie-verklaring", 3, "verklaring")


def test_de_verklaring_noemt_geen_andere_editie(tmp_path):
    (p,) = vind(tmp_path, "verklaring: Geen publicatie van de overheid", "verklaring: De prognose MPP 2022-2", GOED)
    assert (p.code, p.regel, p.gegevens["ander"]) == ("editie-noemt-andere", 3, "2022-2")


@pytest.mark.parametrize("datum", ["9999-12-31", "9999-12", "9999"])
def test_een_bron_in_de_verste_toekomst_wordt_gemeld_en_breekt_niets(tmp_path, datum):
    realisatie = GOED.replace(
        "realisaties: []",
        "realisaties:\n  - {id: a.b, label: B, eenheid: personen, eigenaar: IND, periode: jaar, bron: ind-2023,\n"
        "     genoemd: '10', waarden: {2022: 10}}",
    )
    (p,) = vind(tmp_path, "datum: 2023-01-11", f"datum: {datum}", realisatie)
    assert p.code == "tijd-kan-niet"
