"""What came in a time that the edition forecasts is refused, unless the file says why it is there."""

import pytest

from mpp.parameters.perioden import begin, einde
from tests.parameters.test_cijfers import regel, vind
from tests.parameters.test_laden import GOED

BRONNEN = "  ind-2023: {titel: Cijfers, uitgever: IND, datum: 2023-01-11, soort: officieel}\n"


def met_komst(periode: str, moment: str, datum: str, later: str = "", rest: str = "") -> str:
    """A file with a realisation at `moment`, of a source of `datum`."""
    waarde = "{waarde: 50, genoemd: 'per 50', bron: later-bron" + (f", later: {later}" if later else "") + "}"
    komst = (
        "realisaties:\n"
        f"  - {{id: a.komst, label: x, eenheid: personen, eigenaar: IND, periode: {periode}{rest}, waarden: {{\n"
        f"      {moment}: {waarde}}}}}\n"
    )
    bron = f"  later-bron: {{titel: Cijfers, uitgever: IND, datum: {datum}, soort: officieel}}\n"
    return GOED.replace(BRONNEN, BRONNEN + bron).replace("realisaties: []\n", komst)


def codes(tmp_path, bestand: str) -> list[tuple[str, int | None]]:
    return [(p.code, p.regel) for p in vind(tmp_path, bestand=bestand)]


@pytest.mark.parametrize(
    ("periode", "moment", "datum"),
    [
        ("maand", "2023-01", "2023-02-10"),
        ("maand", "2023-03", "2023-04-20"),  # published before the adoption, and still of a time that is forecast
        ("halfjaar", "2023-1", "2023-07"),
        ("kwartaal", "2024K1", "2024-05"),
        ("jaar", "2023", "2023"),
        ("stand", "2023-04-30", "2023-07-13"),
        ("stand", "2023-04-28", "2023-04-28"),
    ],
)
def test_een_realisatie_van_een_geraamde_tijd_wordt_met_haar_regel_geweigerd_tenzij_er_een_reden_bij_staat(
    tmp_path, periode, moment, datum
):
    bestand = met_komst(periode, moment, datum)
    assert codes(tmp_path, bestand) == [("later-realisatie", regel(f"{moment}: {{waarde: 50", bestand))]
    (p,) = vind(tmp_path, bestand=bestand)
    assert moment in p.wat
    assert "later:" in p.remedie
    assert codes(tmp_path, met_komst(periode, moment, datum, later="om de raming naast te leggen")) == []
    assert codes(tmp_path, met_komst(periode, moment, datum, rest=", later: om de raming naast te leggen")) == []


@pytest.mark.parametrize(
    ("periode", "moment", "datum"),
    [
        ("stand", "2023-01-01", "2023-03-08"),  # the peildatum itself, told before the adoption
        ("stand", "2023-01-02", "2023-05-22"),  # the same stand, as a source counts it on the first working day
        ("jaar", "2022", "2024-02-02"),  # told late, of a time that is not forecast
        ("maand", "2022-12", "2023"),
        ("halfjaar", "2023-1", "2022-10"),  # decided before the half-year began: no realisation
        ("halfjaar", "2023-2", "2023-04-28"),
    ],
)
def test_wat_van_de_peildatum_of_ervoor_is_of_vooraf_is_besloten_wordt_niet_geweigerd(tmp_path, periode, moment, datum):
    assert codes(tmp_path, met_komst(periode, moment, datum)) == []


def test_een_lege_reden_is_geen_reden(tmp_path):
    assert "parameters-waarde-ongeldig" in [code for code, _ in codes(tmp_path, met_komst("maand", "2023-01", "2023-02-10", later='" "'))]


def test_een_parameter_die_uit_een_geraamde_realisatie_volgt_zegt_zelf_waarom(tmp_path):
    bestand = met_komst("jaar", "2023", "2024-02-02", later="om de raming naast te leggen").replace("aandeel", "personen")
    formule = bestand.replace("    aanname: De rest.\n", '    aanname: De rest.\n    volgt_uit: {waarde: "a.komst[2023] / 100", op: 1}\n')
    gevonden = codes(tmp_path, formule)
    assert [r for code, r in gevonden if code == "later-volgt-uit"] == [regel("waarden: {2023: 0.22", formule)] * 2
    met_reden = formule.replace("    aanname: De rest.\n", "    aanname: De rest.\n    later: er is geen ander cijfer\n")
    assert "later-volgt-uit" not in [code for code, _ in codes(tmp_path, met_reden)]


@pytest.mark.parametrize("peildatum", ["2022-07-01", "2023-01-01"])
def test_een_latere_peildatum_maakt_van_geraamde_maanden_bekende(tmp_path, peildatum):
    bestand = met_komst("maand", "2022-09", "2022-10").replace("peildatum: 2023-01-01", f"peildatum: {peildatum}")
    assert ("later-realisatie" in [code for code, _ in codes(tmp_path, bestand)]) == (peildatum == "2022-07-01")


@pytest.mark.parametrize(
    ("sleutel", "periode", "eerste", "laatste"),
    [
        ("2023", "jaar", "2023-01-01", "2023-12-31"),
        ("2023-2", "halfjaar", "2023-07-01", "2023-12-31"),
        ("2024K1", "kwartaal", "2024-01-01", "2024-03-31"),
        ("2024-02", "maand", "2024-02-01", "2024-02-29"),
        ("2024-02-29", "stand", "2024-02-29", "2024-02-29"),
    ],
)
def test_begin_en_einde_van_een_periode(sleutel, periode, eerste, laatste):
    assert (begin(sleutel, periode).isoformat(), einde(sleutel, periode).isoformat()) == (eerste, laatste)


def test_een_moment_dat_niet_bestaat_is_niet_van_na_de_peildatum(tmp_path):
    assert [p.code for p in vind(tmp_path, bestand=met_komst("stand", "2023-04-31", "2023-07-13"))] == ["dag-bestaat-niet"]
