"""What counts as the name of who did something: in the journal, a consent, a form, a correction and on the command line alike."""

import pytest

from mpp.parameters.velden import Persoonsnaam, past


@pytest.mark.parametrize(
    "geen_naam",
    [
        "",
        "-",
        "?",
        "…",
        "None",
        "none",
        "NULL",
        "nan",
        "n.v.t.",
        "nvt",
        "N/A",
        "n.n.b.",
        "leeg",
        "x",
        "xxx",
        "te bepalen",
        "ja",
        "ik zelf",
        "123",
        None,
    ],
)
def test_wat_geen_naam_is_wordt_geweigerd(geen_naam):
    assert not past(Persoonsnaam, geen_naam)


@pytest.mark.parametrize("naam", ["APM", "de beheerder van de MPP", "J. de Vries", "Ina", "Nel Nooteboom", "DT&V", "Ng Li", "Ja van Dam"])
def test_een_naam_met_gewone_woorden_erin_is_een_naam(naam):
    assert past(Persoonsnaam, naam)
