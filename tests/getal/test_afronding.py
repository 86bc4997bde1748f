"""One rounding policy: half up, in steps, exact in decimals."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mpp.weergave.afronding import rond, sluit, stap
from mpp.weergave.opmaak import datum, in_een_zin, opmaak, opsomming


@pytest.mark.parametrize(
    ("waarde", "op", "verwacht"),
    [
        (5, 10, 10),
        (15, 10, 20),
        (25, 10, 30),
        (-5, 10, -10),
        (-4.999, 10, 0),
        (0.125, 0.01, "0.13"),
        (2.675, 0.01, "2.68"),
        (66999.5, 1000, 67000),
        (1499.9999999, 1000, 1000),
        (0.785, 0.01, "0.79"),
    ],
)
def test_half_gaat_omhoog(waarde, op, verwacht):
    assert rond(waarde, op) == Decimal(verwacht)


@pytest.mark.parametrize(
    ("waarde", "eenheid", "tekst"),
    [
        (66_944.9, "personen", "66.940"),
        (22_184, "zaken", "22.180"),
        (0.784, "aandeel", "78%"),
        (0.784, "procentpunt", "78"),
        (2.44, "factor", "2,4"),
        *((2_747.4, eenheid, "2.747") for eenheid in ("euro", "euro per dag", "miljoen euro", "fte")),
        *((127.4, eenheid, "127") for eenheid in ("dagen", "weken", "maanden", "jaren", "personen per dag", "personen per week")),
    ],
)
def test_elke_eenheid_heeft_de_stap_die_buiten_de_keten_wordt_gelezen(waarde, eenheid, tekst):
    assert opmaak(waarde, eenheid, stap(eenheid)) == opmaak(waarde, eenheid) == tekst


@given(st.floats(-1e9, 1e9), st.sampled_from([0.001, 0.01, 0.1, 1.0, 10.0, 50.0, 1000.0]))
def test_afronden_ligt_hooguit_een_halve_stap_ver_en_op_de_stap(waarde, op):
    afgerond = rond(waarde, op)
    maat = Decimal(repr(op))
    assert abs(Fraction(afgerond) - Fraction(Decimal(f"{waarde:.13g}"))) <= Fraction(maat) / 2
    assert afgerond % maat == 0
    assert rond(float(afgerond), op) == afgerond


def test_wat_langs_een_andere_weg_is_gerekend_leest_hetzelfde():
    """The months of a year added up, and the year itself."""
    maanden = sum([845 / 12] * 12)
    assert maanden != 845
    assert rond(maanden, 10) == rond(845, 10) == Decimal(850)
    assert rond(844.99, 10) == Decimal(840)


@pytest.mark.parametrize("op", [0, -1])
def test_een_stap_is_positief(op):
    with pytest.raises(ValueError, match="positive"):
        rond(1, op)


def test_een_waarde_is_eindig():
    with pytest.raises(ValueError, match="rounded"):
        rond(float("nan"), 1)


def test_delen_sluiten_of_sluiten_niet():
    assert sluit(30, [10, 20], 10)
    assert not sluit(8, [4, 4], 10)


@pytest.mark.parametrize(
    ("waarde", "eenheid", "op", "tekst"),
    [
        (67012.4, "personen", None, "67.010"),
        (1234567, "zaken", 1, "1.234.567"),
        (-120, "personen", None, "−120"),
        (-0.2, "personen", None, "0"),
        (0.785, "aandeel", None, "79%"),
        (0.1234, "aandeel", 0.001, "12,3%"),
        (0.05, "procentpunt", None, "5"),
        (1.37, "factor", None, "1,4"),
        (55.4, "miljoen euro", None, "55"),
        (55.46, "miljoen euro", 0.1, "55,5"),
        (31.2, "weken", None, "31"),
        (1000, "personen", 1000, "1.000"),
    ],
)
def test_getallen_staan_er_op_zijn_nederlands(waarde, eenheid, op, tekst):
    assert opmaak(waarde, eenheid, op) == tekst


def test_namen_in_een_zin_hebben_en_voor_de_laatste():
    assert [opsomming(namen) for namen in (["IND"], ["IND", "COA"], ["IND", "COA", "DT&V"])] == ["IND", "IND en COA", "IND, COA en DT&V"]


def test_een_datum_is_zo_nauwkeurig_als_zij_bekend_is():
    assert [datum(w) for w in (datetime.date(2023, 1, 5), "2023-12", 2023)] == ["5 januari 2023", "december 2023", "2023"]


def test_een_naam_in_een_zin_krijgt_een_kleine_letter_maar_een_afkorting_niet():
    assert [in_een_zin(naam) for naam in ("Bezetting COA", "BNTB sinds het begin")] == ["bezetting COA", "BNTB sinds het begin"]
