"""The prognosis is one exact mixture, and the MPP scenarios are its quantiles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import lognorm, norm

from mpp.problemen import Fout
from mpp.prognose import Prognose


def scenario(id, kans, verwachting, spreiding, soort="uitsluitend"):
    return {"id": id, "soort": soort, "jaren": {2023: {"kans": kans, "verwachting": verwachting, "spreiding": spreiding}}}


def met_jaar(sleutel):
    """A scenario with values for something else beside the year 2023."""
    goed = scenario("a", 1, 30_000, 1_000)
    return goed | {"jaren": goed["jaren"] | {sleutel: goed["jaren"][2023]}}


@pytest.fixture
def drie(maak):
    """Two exclusive scenarios and one that may come on top."""
    return maak(
        [scenario("laag", 0.4, 30_000, 3_000), scenario("hoog", 0.6, 50_000, 6_000), scenario("extra", 0.25, 8_000, 2_000, "additief")]
    )


def met_de_hand(x):
    """The density of `drie` by hand: an additive scenario adds expectations and variances."""
    return (
        0.4 * 0.75 * norm.pdf(x, 30_000, 3_000)
        + 0.4 * 0.25 * norm.pdf(x, 38_000, np.hypot(3_000, 2_000))
        + 0.6 * 0.75 * norm.pdf(x, 50_000, 6_000)
        + 0.6 * 0.25 * norm.pdf(x, 58_000, np.hypot(6_000, 2_000))
    )


def test_de_dichtheid_is_het_gewogen_gemiddelde_van_alle_combinaties(drie):
    x = np.linspace(10_000, 90_000, 500)
    assert Prognose(drie, (2023,)).dichtheid(2023, x) == pytest.approx(met_de_hand(x), rel=1e-12)


def test_een_additief_scenario_is_een_convolutie(drie):
    x = 47_000.0
    basis = lambda y: 0.4 * norm.pdf(y, 30_000, 3_000) + 0.6 * norm.pdf(y, 50_000, 6_000)  # noqa: E731
    erbij, _ = quad(lambda y: basis(x - y) * norm.pdf(y, 8_000, 2_000), -10_000, 26_000, epsabs=1e-14)
    assert Prognose(drie, (2023,)).dichtheid(2023, x) == pytest.approx(0.75 * basis(x) + 0.25 * erbij, rel=1e-8)


def test_zonder_additieve_scenarios_telt_alleen_het_uitsluitende(maak):
    prognose = Prognose(maak([scenario("een", 1, 40_000, 5_000), scenario("nooit", 0, 9e9, 1, "additief")]), (2023,))
    assert prognose.kans_boven(2023, 45_000) == pytest.approx(norm.sf(1), rel=1e-12)
    assert prognose.kwantiel(2023, 0.125) == pytest.approx(norm.ppf(0.125, 40_000, 5_000), abs=1e-3)


def test_lognormaal_heeft_de_opgegeven_verwachting_en_spreiding(maak):
    sectie = maak([scenario("een", 1, 40_000, 8_000)], verdeling="lognormaal")
    prognose, sigma = Prognose(sectie, (2023,)), np.sqrt(np.log1p(0.2**2))
    verdeling = lognorm(sigma, scale=40_000 * np.exp(-(sigma**2) / 2))
    assert (verdeling.mean(), verdeling.std()) == pytest.approx((40_000, 8_000))
    assert prognose.verwachting(2023) == pytest.approx(40_000)
    assert prognose.dichtheid(2023, 37_000) == pytest.approx(verdeling.pdf(37_000), rel=1e-10)
    assert prognose.dichtheid(2023, -1) == 0
    assert prognose.kans_boven(2023, 60_000) == pytest.approx(verdeling.sf(60_000), rel=1e-10)
    assert prognose.kwantiel(2023, 0.875) == pytest.approx(verdeling.ppf(0.875), abs=1e-3)


def test_de_dichtheid_telt_elk_jaar_op_tot_een(prognose):
    x = np.linspace(0, 250_000, 20_001)
    for jaar in prognose.jaren:
        assert np.trapezoid(prognose.dichtheid(jaar, x), x) == pytest.approx(1, abs=1e-6)


@given(p=st.floats(1e-6, 1 - 1e-6))
def test_kwantiel_en_kans_boven_zijn_elkaars_omgekeerde(prognose, p):
    for jaar in prognose.jaren:
        assert prognose.kans_boven(jaar, prognose.kwantiel(jaar, p)) == pytest.approx(1 - p, abs=1e-9)


def test_de_mpp_scenarios_zijn_de_kwantielen_van_het_protocol(prognose):
    minimum, medio, maximum = (prognose.scenario(s)[0] for s in ("minimum", "medio", "maximum"))
    assert prognose.kans_boven(2023, minimum) - prognose.kans_boven(2023, maximum) == pytest.approx(0.75)
    assert prognose.kans_boven(2023, minimum) == pytest.approx(0.875)
    assert prognose.kans_boven(2023, medio) == pytest.approx(1 / 3)


def test_trekkingen_volgen_de_verdeling(prognose):
    trekkingen = prognose.trekkingen(20_000)
    assert trekkingen.shape == (20_000, len(prognose.jaren))
    for j, jaar in enumerate(prognose.jaren):
        for p in (0.1, 0.5, 0.9):
            assert np.mean(trekkingen[:, j] <= prognose.kwantiel(jaar, p)) == pytest.approx(p, abs=0.015)
        assert trekkingen[:, j].min() > 0


def test_opeenvolgende_jaren_hangen_samen_zoals_opgegeven(prognose):
    rangen = prognose.trekkingen(20_000).argsort(axis=0).argsort(axis=0)
    rho = prognose.sectie.samenhang_jaren
    verwacht = 6 / np.pi * np.arcsin(rho / 2)  # rank correlation of a bivariate normal
    assert np.corrcoef(rangen[:, 0], rangen[:, 1])[0, 1] == pytest.approx(verwacht, abs=0.02)


def test_zelfde_zaad_zelfde_trekkingen_en_meer_trekkingen_beginnen_gelijk(prognose):
    assert np.array_equal(prognose.trekkingen(100), prognose.trekkingen(100))
    assert prognose.trekkingen(1_000)[:100] == pytest.approx(prognose.trekkingen(100), rel=1e-12)


@pytest.mark.parametrize(
    ("scenarios", "velden", "codes"),
    [
        ([scenario("a", 0.5, 30_000, 1_000)], {}, ["prognose-kansen"]),
        ([], {}, ["prognose-kansen"]),
        ([scenario("a", 1, 30_000, 9_000)], {}, ["prognose-spreiding-te-groot"]),
        ([scenario("a", 1, 30_000, 1_000), scenario("b", 0.1, -27_000, 500, "additief")], {}, ["prognose-spreiding-te-groot"]),
        (
            [scenario("a", 1, 30_000, 1_000), scenario("b", 0.1, -30_000, 500, "additief")],
            {"verdeling": "lognormaal"},
            ["prognose-verwachting-te-laag"],
        ),
        ([scenario("a", 0.5, 30_000, 1_000), scenario("a", 0.5, 40_000, 1_000)], {}, ["prognose-scenario-dubbel"]),
        ([scenario("a", 1, 30_000, 1_000)], {"zaad": -1}, ["prognose-waarde-ongeldig"]),
        ([scenario("a", 1, 30_000, 1_000) | {"aanname": 5}], {}, ["prognose-waarde-ongeldig"]),
        ([scenario("a", 1, 30_000, 1_000) | {"aanname": None, "bron": 5}], {}, ["prognose-waarde-ongeldig"]),
        ([met_jaar("abc")], {}, ["prognose-jaar-onbekend"]),
        ([met_jaar(2031)], {}, ["prognose-jaar-onbekend"]),
        ([scenario("a", 1.5, 30_000, 1_000)], {}, ["prognose-waarde-ongeldig"]),
        ([scenario("a", 1, "veel", 1_000)], {}, ["prognose-waarde-ongeldig"]),
        ([scenario("a", 1, 30_000, 1_000, "anders")], {}, ["prognose-waarde-ongeldig"]),
        ([scenario("a", 1, 30_000, 1_000)], {"verdelign": "normaal"}, ["prognose-sleutel-onbekend"]),
        ([{"id": "a", "soort": "uitsluitend"}], {}, ["prognose-sleutel-ontbreekt"]),
        ([scenario("a", 1, 30_000, 1_000) | {"aanname": None}], {}, ["prognose-herkomst"]),
        ([scenario("a", 1, 30_000, 1_000) | {"aanname": None, "bron": "onbekend-2023"}], {}, ["prognose-bron-onbekend"]),
        ([scenario("a", 1, 30_000, 1_000) | {"jaren": {}}], {}, ["prognose-jaar-ontbreekt", "prognose-kansen"]),
    ],
)
def test_verkeerde_invoer_geeft_elk_probleem_met_zijn_regel(maak, scenarios, velden, codes):
    with pytest.raises(Fout) as fout:
        maak(scenarios, **velden)
    assert sorted(p.code for p in fout.value.problemen) == codes
    for p in fout.value.problemen:
        assert all((p.regel, p.wat, p.oorzaak, p.remedie))


def test_een_probleem_noemt_het_scenario_en_de_sleutel(maak):
    for fout_scenario, tekst in (
        (scenario("a", 1.5, 30_000, 1_000), "De waarde van scenarios.a.jaren.2023.kans in"),
        (met_jaar("abc"), "abc staat bij de jaren van het toekomstscenario a"),
        ({"id": "a", "soort": "uitsluitend"}, "De sleutel scenarios.a.jaren ontbreekt"),
    ):
        with pytest.raises(Fout, match=tekst):
            maak([fout_scenario])


def test_een_scenario_dat_de_instroom_verlaagt_kan_ook(maak):
    verlaging = scenario("lager", 0.25, -5_000, 500, "additief")
    for verdeling in ("normaal", "lognormaal"):
        prognose = Prognose(maak([scenario("een", 1, 40_000, 2_000), verlaging], verdeling=verdeling), (2023,))
        assert prognose.verwachting(2023) == pytest.approx(40_000 - 0.25 * 5_000)
        assert prognose.trekkingen(2_000).min() > 20_000


def test_een_lognormale_verdeling_mag_een_grote_spreiding_hebben(maak):
    prognose = Prognose(maak([scenario("een", 1, 30_000, 20_000)], verdeling="lognormaal"), (2023,))
    assert prognose.verwachting(2023) == pytest.approx(30_000)
    assert prognose.trekkingen(2_000).min() > 0


def test_een_jaar_buiten_de_editie_is_een_fout(prognose):
    with pytest.raises(Fout) as fout:
        prognose.kans_boven(2040, 50_000)
    assert fout.value.problemen[0].code == "jaar-buiten-editie"
