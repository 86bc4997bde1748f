"""Two rows of words held against each other."""

import random

from hypothesis import given
from hypothesis import strategies as st

from mpp.controle.pakket.uitlijnen import verschillen

WOORDEN = st.lists(st.sampled_from("abcdefgh"), max_size=40)


def test_wat_maar_een_van_beide_heeft():
    a, b = ["de", "instroom", "is", "12", "in", "dit", "jaar"], ["de", "instroom", "is", "13", "in", "dit", "jaar"]
    assert verschillen(a, b) == [((3, 4), (3, 4))]
    assert verschillen(a, a) == []
    assert verschillen(a, [*a, "pagina", "1"]) == [((7, 7), (7, 9))]
    assert verschillen(["kop", *a], a) == [((0, 1), (0, 0))]


@given(WOORDEN, WOORDEN)
def test_wat_overblijft_is_in_beide_hetzelfde(a, b):
    stukken = verschillen(a, b)
    in_a = {k for (i0, i1), _ in stukken for k in range(i0, i1)}
    in_b = {k for _, (j0, j1) in stukken for k in range(j0, j1)}
    assert [w for k, w in enumerate(a) if k not in in_a] == [w for k, w in enumerate(b) if k not in in_b]


def test_een_ander_woord_in_een_lange_rij_wordt_op_zijn_plaats_gevonden():
    kans = random.Random(1)
    a = [str(kans.randrange(50)) for _ in range(5_000)]
    for plaats in (0, 2_500, 4_999):
        b = [*a[:plaats], "anders", *a[plaats + 1 :]]
        assert verschillen(a, b) == [((plaats, plaats + 1), (plaats, plaats + 1))]
