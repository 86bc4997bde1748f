"""Slips of the hand in the files of the project are found, whatever number they are made in.

Of all slips (some 8,500) a part is made here, the same every time; `python -m tests.parameters.vergissingen -v` makes
all of them and tells which are not found.
"""

from itertools import islice

import pytest

from tests.parameters.vergissingen import SLIPS, soorten, tel, vergissingen

#: One in so many slips is made: every kind of number and every slip come up.
_ELKE = 9


@pytest.fixture(scope="module")
def gevonden():
    alle = [v for soort in soorten() for v in vergissingen(soort)]
    return tel([(v, v.gevonden()) for v in islice(alle, 0, None, _ELKE)])


def test_de_bestanden_zoals_zij_zijn_geven_geen_probleem():
    for soort in soorten():
        for pad in {v.pad for v in vergissingen(soort)}:
            soort.lees(soort.boom, pad)


def test_van_alle_vergissingen_wordt_ten_minste_95_procent_gevonden(gevonden):
    raak, totaal = gevonden["alle", "alle"]
    assert totaal > 800
    assert raak / totaal >= 0.95


@pytest.mark.parametrize("slip", SLIPS)
def test_van_elke_vergissing_wordt_ten_minste_95_procent_gevonden(gevonden, slip):
    raak, totaal = gevonden["alle", slip]
    assert raak / totaal >= (1 if slip == "punt" else 0.95)


@pytest.mark.parametrize("soort", ["parameters", "realisaties", "gepubliceerd", "prognose", "edities", "varianten", "terugblikken"])
def test_in_elke_soort_getallen_wordt_ten_minste_90_procent_gevonden(gevonden, soort):
    raak, totaal = gevonden[soort, "alle"]
    assert raak / totaal >= 0.9
