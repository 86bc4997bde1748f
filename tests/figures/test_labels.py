"""Labels never overlap, axes start at zero and end above the data."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure

from figures.stijl.labels import spreid
from figures.stijl.letters import breek, tekstbreedte
from figures.stijl.reeksen import stukken
from figures.stijl.vel import mooie_as
from figures.stijl.vormen import hoogte_as

plekken = st.lists(st.floats(0, 100), min_size=1, max_size=8).map(sorted)


@given(plekken)
def test_labels_staan_ten_minste_een_regel_uit_elkaar_en_binnen_het_vak(gewenst):
    uit = spreid(gewenst, 3.6, 0, 100)
    assert all(b - a >= 3.6 - 1e-9 for a, b in itertools.pairwise(uit))
    assert uit[0] >= -1e-9
    assert uit[-1] <= 100 + 1e-9


@given(plekken.filter(lambda p: all(b - a >= 3.6 for a, b in itertools.pairwise(p))))
def test_wat_al_past_blijft_staan(gewenst):
    assert spreid(gewenst, 3.6, 0, 100) == pytest.approx(gewenst)


@given(st.floats(0.01, 1e7))
def test_as_begint_bij_nul_en_reikt_boven_de_hoogste_waarde(hoogste):
    as_ = mooie_as(hoogste)
    assert as_[0] == 0
    assert as_[-1] >= hoogste * (1 - 1e-9)
    assert 2 <= len(as_) <= 6


def test_over_een_onbekend_jaar_gaat_geen_lijn():
    assert stukken({2015: 1.0, 2017: 2.0, 2018: 3.0}) == [[(2015, 1.0)], [(2017, 2.0), (2018, 3.0)]]


@given(st.lists(st.sampled_from(["de", "asielinstroom", "per", "maand"]), min_size=1, max_size=12))
def test_regels_passen_in_de_breedte(woorden):
    regels = breek(" ".join(woorden), 40, 8)
    assert " ".join(regels).split() == woorden
    assert all(tekstbreedte(regel, 8) <= 40 for regel in regels)


@pytest.mark.parametrize("laagste", [0.0, -1790.0, -45000.0])
def test_een_as_reikt_onder_nul_als_een_waarde_dat_doet(laagste):
    """A backlog can be a lead."""
    ax = Figure().add_subplot()
    hoogte_as(ax, 16_000, laagste=laagste)
    assert ax.get_ylim()[0] <= laagste <= 0
    assert 0 in ax.get_yticks()
    assert (ax.get_ylim()[0] == 0) == (laagste == 0)
