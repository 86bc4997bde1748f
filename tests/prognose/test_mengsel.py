"""A quantile is exact whatever the mixture."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.stats import norm

from mpp.prognose.mengsel import Mengsel

DELEN = st.lists(st.tuples(st.floats(0.001, 1), st.floats(1_000, 200_000), st.floats(-9, 4.5)), min_size=1, max_size=6)
KANSEN = st.lists(st.floats(1e-9, 1 - 1e-9), min_size=1, max_size=8)


def mengsel(delen, *, log):
    """Components by weight, centre, and the power of ten of their spread: from a millionth to tens of thousands."""
    gewicht, midden, macht = np.array(delen).T
    sigma = 10.0**macht
    if log:
        midden, sigma = np.log(midden), sigma / 30_000
    return Mengsel(gewicht / gewicht.sum(), midden, sigma, log=log)


@given(delen=DELEN, p=KANSEN, log=st.booleans())
@example(delen=[(0.5, 50_000, 4), (0.5, 40_000, -6)], p=[0.2, 0.4, 0.6, 0.9], log=False)  # very narrow beside wide
@example(delen=[(0.5, 10_000, 0), (0.5, 90_000, 0)], p=[0.5], log=False)  # nothing in between
def test_onder_een_kwantiel_ligt_precies_zijn_kans(delen, p, log):
    m, p = mengsel(delen, log=log), np.array(p)
    x = m.kwantiel(p)
    ruimte = 1e-11 * np.maximum(1, np.abs(x))
    assert (m.onder(x - ruimte) <= p + 1e-12).all()
    assert (m.onder(x + ruimte) >= p - 1e-12).all()


@given(delen=DELEN, p=KANSEN, log=st.booleans())
def test_een_hogere_kans_heeft_geen_lager_kwantiel(delen, p, log):
    x = mengsel(delen, log=log).kwantiel(np.sort(p))
    assert (np.diff(x) >= -1e-11 * np.maximum(1, np.abs(x[1:]))).all()


def test_een_kwantiel_van_een_deel_is_dat_van_de_normale_verdeling():
    p = np.array([[1e-15, 0.125], [2 / 3, 1 - 1e-12]])
    x = mengsel([(1, 40_000, 3)], log=False).kwantiel(p)
    assert x == pytest.approx(norm.ppf(p, 40_000, 1_000), rel=1e-12)
