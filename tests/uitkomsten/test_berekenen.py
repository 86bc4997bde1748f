"""From the parameter file to results."""

import numpy as np
import pytest

from mpp.parameters import Parameterset, laad
from mpp.problemen import Fout
from mpp.uitkomsten import SCENARIOS, bereken, register
from mpp.uitkomsten.planning import jaren_met_planning
from tests.editie import PROJECT


def test_de_scenarios_zijn_de_eerste_runs_en_de_trekkingen_veranderen_ze_niet():
    ps = PROJECT.laad()
    zonder, met = bereken(ps), bereken(ps, trekkingen=50)
    assert (zonder.trekkingen, met.trekkingen) == (0, 50)
    for scenario in SCENARIOS:
        np.testing.assert_allclose(met.reeks("coa.bezetting", scenario), zonder.reeks("coa.bezetting", scenario))
    laag, hoog = met.banden("instroom.totaal", 2023, [0.05, 0.95])
    assert laag < zonder.waarde("instroom.totaal", 2023) < hoog


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("indicator: coa.capaciteit, jaar: 2023", "indicator: coa.capacitiet, jaar: 2023", "gepubliceerd-indicator-onbekend"),
        ("indicator: coa.capaciteit, jaar: 2024", "indicator: coa.capaciteit, jaar: 2031", "jaar-buiten-editie"),
        ("indicator: coa.capaciteit, jaar: 2024", "indicator: coa.capaciteit, jaar: 2026", "planning-zonder-instroom"),
    ],
)
def test_een_gepubliceerd_cijfer_moet_te_vergelijken_zijn(tmp_path, oud, nieuw, code):
    pad, tekst = tmp_path / "parameters.yml", PROJECT.parameters.read_text(encoding="utf-8")
    assert tekst.count(oud) == 1, "the case no longer fits the file it changes"
    pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        bereken(laad(pad))
    assert [p.code for p in fout.value.problemen] == [code]
    assert all(p.regel for p in fout.value.problemen)


def test_de_delen_van_een_totaal_tellen_op_en_een_verhouding_is_die_van_haar_teller_en_noemer(u):
    """In every month and scenario, as the register says."""
    maanden = {id: np.array([u.maanden(id, scenario) for scenario in SCENARIOS]) for id in register()}
    for i in register().values():
        if i.delen:
            np.testing.assert_allclose(maanden[i.id], sum(maanden[deel] for deel in i.delen), err_msg=i.id)
        if i.teller and i.noemer:
            np.testing.assert_allclose(maanden[i.id], maanden[i.teller] / maanden[i.noemer], err_msg=i.id)


def test_de_planning_heeft_de_gepubliceerde_instroom_en_staat_in_geen_tabel(u):
    gepland = {g.jaar: g.waarde for g in u.ps.gepubliceerd if (g.indicator, g.scenario) == ("instroom.totaal", "planning")}
    for jaar in (2023, 2024, 2025):
        assert u.waarde("instroom.totaal", jaar, "planning") == pytest.approx(gepland[jaar], abs=1)
        medio, planning, maximum = (u.waarde("coa.capaciteit", jaar, s) for s in ("medio", "planning", "maximum"))
        assert medio < planning < maximum
    assert set(u.tabel()["scenario"]) == set(SCENARIOS)


def test_een_jaar_zonder_gepubliceerde_planning_sluit_ook_de_jaren_erna_uit():
    ps = PROJECT.laad()
    assert jaren_met_planning(ps) == (2023, 2024, 2025)
    over = tuple(g for g in ps.gepubliceerd if (g.indicator, g.scenario, g.jaar) != ("instroom.totaal", "planning", 2024))
    gat = Parameterset(ps.bestand.model_copy(update={"gepubliceerd": over}), ps.boom, ps.pad)
    assert jaren_met_planning(gat) == (2023,)
