"""The numbers of people in the table of chances: few enough to read, from almost surely to hardly ever."""

from itertools import pairwise

import pytest

from mpp.prognose import Prognose
from mpp.prognose.grenzen import ZELDEN, grenzen
from mpp.prognose.schema import Prognosesectie


def prognose(*jaren: tuple[int, int]) -> Prognose:
    """One future, with its expectation and spread in each year."""
    per_jaar = {2030 + i: {"kans": 1, "verwachting": v, "spreiding": s} for i, (v, s) in enumerate(jaren)}
    scenario = {"id": "a", "naam": "A", "soort": "uitsluitend", "aanname": "proef", "jaren": per_jaar}
    sectie = {"omschrijving": "proef", "verdeling": "normaal", "zaad": 1, "samenhang_jaren": 0, "scenarios": [scenario]}
    return Prognose(Prognosesectie.model_validate(sectie), tuple(per_jaar))


@pytest.mark.parametrize("jaren", [[(40000, 5000)], [(40000, 5000), (90000, 15000)], [(300, 40)], [(1_000_000, 1000)]])
def test_van_bijna_zeker_tot_bijna_nooit_in_gelijke_stappen(jaren):
    p = prognose(*jaren)
    gevonden = grenzen(p)
    assert len({b - a for a, b in pairwise(gevonden)}) == 1
    assert 3 <= len(gevonden) <= 18
    assert all(p.kans_boven(jaar, gevonden[0]) >= 1 - ZELDEN for jaar in p.jaren)
    assert all(p.kans_boven(jaar, gevonden[-1]) < ZELDEN for jaar in p.jaren)
    assert any(p.kans_boven(jaar, gevonden[-2]) >= ZELDEN for jaar in p.jaren)


def test_zonder_wat_er_kwam_is_vooraf_hetzelfde():
    p = prognose((40000, 5000))
    assert p.vooraf is p
