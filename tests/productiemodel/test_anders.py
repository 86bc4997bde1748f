"""Runs that differ in a parameter are the same as a model run for each value of it."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from mpp.parameters.perioden import perioden
from mpp.problemen import Fout
from mpp.productiemodel import doorrekenen, keten


def uiteinden(ps, parameter):
    """The values at the low and at the high end, (2, n_periods); a tenth less and as it is where there is no range."""
    waarden = [parameter.waarden.get(periode) for periode in perioden(parameter.periode, ps.editie)]
    laag = [np.nan if w is None else w.waarde * 0.9 if w.laag is None else w.laag for w in waarden]
    hoog = [np.nan if w is None else w.waarde if w.hoog is None else w.hoog for w in waarden]
    return np.array([laag, hoog])


IDS = keten().parameters()


def van_een(ps, nummer):
    """The values of a parameter at one of its ends: low for one, high for the next."""
    return uiteinden(ps, ps[IDS[nummer]])[nummer % 2]


@pytest.fixture(scope="module")
def samen(ps, scenarios):
    """All in one call: a run for each parameter, in medio."""
    anders = {}
    for nummer, id in enumerate(IDS):
        gewoon = [w.waarde if (w := ps[id].waarden.get(periode)) else np.nan for periode in perioden(ps[id].periode, ps.editie)]
        anders[id] = np.tile(gewoon, (len(IDS), 1))
        anders[id][nummer] = van_een(ps, nummer)
    return doorrekenen(ps, np.tile(scenarios[[1]], (len(IDS), 1)), anders=anders)


@pytest.mark.parametrize("nummer", range(len(IDS)), ids=IDS)
def test_een_run_met_een_andere_waarde_is_gelijk_aan_die_met_een_andere_parameterset(ps, scenarios, samen, nummer):
    id = IDS[nummer]
    gegeven = zip(perioden(ps[id].periode, ps.editie), van_een(ps, nummer).tolist(), strict=True)
    apart = doorrekenen(ps.met({id: {p: w for p, w in gegeven if not np.isnan(w)}}), scenarios[[1]])
    for indicator, maanden in apart.items():
        assert_allclose(samen[indicator][nummer], maanden[0], rtol=1e-9, atol=1e-9, err_msg=indicator)


def test_alle_parameters_tegelijk_anders_is_gelijk_aan_een_andere_parameterset(ps, scenarios):
    anders = {id: uiteinden(ps, ps[id])[[1, 0]] for id in IDS}
    apart = ps.met({id: {p: float(w) for p, w in zip(ps[id].waarden, r[0], strict=False)} for id, r in anders.items()})
    samen, een = doorrekenen(ps, scenarios[[1, 1]], anders=anders), doorrekenen(apart, scenarios[[1]])
    for indicator, maanden in een.items():
        assert_allclose(samen[indicator][0], maanden[0], rtol=1e-9, atol=1e-9, err_msg=indicator)


def test_waarden_van_een_andere_vorm_worden_geweigerd(ps, scenarios):
    with pytest.raises(ValueError, match=r"dtv\.behandelduur has shape"):
        doorrekenen(ps, scenarios, anders={"dtv.behandelduur": np.ones((3, 2))})


def test_een_parameter_die_er_niet_is_is_een_fout_voor_de_gebruiker(ps, scenarios):
    with pytest.raises(Fout, match=r"dtv\.behandelduur"):
        doorrekenen(ps, scenarios, anders={"dtv.behandelduurr": np.ones((3, 5))})
