"""Runs that differ in a parameter are the same as a model run for each value of it."""

import numpy as np
import pytest

from mpp.parameters.perioden import perioden
from mpp.problemen import Fout
from mpp.productiemodel import doorrekenen, keten


def uiteinden(ps, parameter):
    """The values at the low and at the high end, (2, n_periods); a tenth less and as it is where there is no range."""
    waarden = [parameter.waarden.get(periode) for periode in perioden(parameter.periode, ps.editie)]
    laag = [np.nan if w is None else w.waarde * 0.9 if w.laag is None else w.laag for w in waarden]
    hoog = [np.nan if w is None else w.waarde if w.hoog is None else w.hoog for w in waarden]
    return np.array([laag, hoog])


@pytest.mark.parametrize("id", keten().parameters())
def test_een_run_met_een_andere_waarde_is_gelijk_aan_die_met_een_andere_parameterset(ps, scenarios, id):
    waarden = uiteinden(ps, ps[id])
    samen = doorrekenen(ps, scenarios[[1, 2]], anders={id: waarden})
    for run, reeks in enumerate(waarden):
        gegeven = zip(perioden(ps[id].periode, ps.editie), reeks.tolist(), strict=True)
        apart = doorrekenen(ps.met({id: {p: w for p, w in gegeven if not np.isnan(w)}}), scenarios[[run + 1]])
        for indicator, maanden in apart.items():
            assert samen[indicator][run] == pytest.approx(maanden[0], rel=1e-9, abs=1e-9), indicator


def test_alle_parameters_tegelijk_anders_is_gelijk_aan_een_andere_parameterset(ps, scenarios):
    anders = {id: uiteinden(ps, ps[id])[[1, 0]] for id in keten().parameters()}
    apart = ps.met({id: {p: float(w) for p, w in zip(ps[id].waarden, r[0], strict=False)} for id, r in anders.items()})
    samen, een = doorrekenen(ps, scenarios[[1, 1]], anders=anders), doorrekenen(apart, scenarios[[1]])
    for indicator, maanden in een.items():
        assert samen[indicator][0] == pytest.approx(maanden[0], rel=1e-9, abs=1e-9), indicator


def test_waarden_van_een_andere_vorm_worden_geweigerd(ps, scenarios):
    with pytest.raises(ValueError, match=r"dtv\.behandelduur has shape"):
        doorrekenen(ps, scenarios, anders={"dtv.behandelduur": np.ones((3, 2))})


def test_een_parameter_die_er_niet_is_is_een_fout_voor_de_gebruiker(ps, scenarios):
    with pytest.raises(Fout, match=r"dtv\.behandelduur"):
        doorrekenen(ps, scenarios, anders={"dtv.behandelduurr": np.ones((3, 5))})
