"""From the parameter file to results, and which file is the active one."""

from pathlib import Path

import numpy as np
import pytest

from mpp.parameters import laad
from mpp.problemen import Fout
from mpp.uitkomsten import SCENARIOS, bereken, parameterpad

EDITIE = Path(__file__).parents[2] / "parameters.yml"


def test_de_scenarios_zijn_de_eerste_runs_en_de_trekkingen_veranderen_ze_niet():
    ps = laad(EDITIE)
    zonder, met = bereken(ps), bereken(ps, trekkingen=50)
    assert (zonder.trekkingen, met.trekkingen) == (0, 50)
    for scenario in SCENARIOS:
        np.testing.assert_allclose(met.reeks("coa.bezetting", scenario), zonder.reeks("coa.bezetting", scenario))
    laag, hoog = met.banden("instroom.totaal", 2023, [0.05, 0.95])
    assert laag < zonder.waarde("instroom.totaal", 2023) < hoog


def test_een_gepubliceerd_cijfer_verwijst_naar_een_indicator_die_er_is(tmp_path):
    pad = tmp_path / "parameters.yml"
    pad.write_text(EDITIE.read_text(encoding="utf-8").replace("- {indicator: coa.capaciteit,", "- {indicator: coa.capacitiet,", 1), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        bereken(laad(pad))
    assert [p.code for p in fout.value.problemen] == ["gepubliceerd-indicator-onbekend"]
    assert fout.value.problemen[0].regel and str(fout.value)


def test_het_actieve_bestand_is_het_gekozen_of_het_dichtstbijzijnde(tmp_path, monkeypatch):
    diep = tmp_path / "a" / "b"
    diep.mkdir(parents=True)
    (tmp_path / "parameters.yml").touch()
    monkeypatch.delenv("MPP_PARAMETERS", raising=False)
    monkeypatch.chdir(diep)
    assert parameterpad() == tmp_path / "parameters.yml"
    monkeypatch.setenv("MPP_PARAMETERS", "ander.yml")
    assert parameterpad() == Path("ander.yml")
