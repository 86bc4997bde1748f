"""Slips of the hand in the files of the project are found, whatever number they are made in.

Of all slips (some 19,000) a part is made here, the same every time; `python -m tests.parameters.vergissingen -v` makes
all of them and tells which are not found.
"""

from itertools import islice

import pytest

from mpp.problemen import Fout
from tests.parameters.vergissingen import DECIMAAL, GROOT, KLEIN, SLIPS, Vergissing, soorten, tel, vergissingen

pytestmark = pytest.mark.lang

#: One in so many slips is made: every kind of number and every slip come up. Of a kind that has few all are made.
_ELKE, _WEINIG = 17, 100
#: The part that is found at least. Small ends of a band are told by the band only: digits that changed places may stay in it.
_GEVONDEN = {GROOT: 0.98, KLEIN: 0.95, DECIMAAL: 0.97}


@pytest.fixture(scope="module")
def gevonden():
    per_soort: dict[tuple[str, str], list[Vergissing]] = {}
    for v in (v for soort in soorten() for v in vergissingen(soort)):
        per_soort.setdefault((v.soort.naam, v.maat), []).append(v)
    gemaakt = (v for alle in per_soort.values() for v in islice(alle, 0, None, 1 if len(alle) < _WEINIG else _ELKE))
    return tel([(v, v.gevonden()) for v in gemaakt])


def test_de_bestanden_zoals_zij_zijn_geven_geen_probleem():
    for soort in soorten():
        gezien = set()
        for pad in (v.pad for v in vergissingen(soort)):
            if pad[:2] not in gezien:  # what is read with a number is read of its whole record
                gezien.add(pad[:2])
                soort.lees(soort.boom, pad)


@pytest.mark.parametrize("maat", _GEVONDEN)
def test_van_alle_vergissingen_worden_bijna_alle_gevonden(gevonden, maat):
    raak, totaal = gevonden[maat, "alle", "alle"]
    assert totaal > 90
    assert raak / totaal >= _GEVONDEN[maat]


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("maat", _GEVONDEN)
def test_van_elke_vergissing_wordt_ten_minste_90_procent_gevonden(gevonden, maat, slip):
    raak, totaal = gevonden.get((maat, "alle", slip), (0, 0))
    assert (totaal > 0) == (slip != "punt" or maat == GROOT)
    assert raak >= totaal * (1 if slip == "punt" else 0.9)


@pytest.mark.parametrize("soort", ["parameters", "realisaties", "gepubliceerd", "prognose", "edities", "varianten", "terugblikken"])
def test_in_elke_soort_grote_getallen_wordt_ten_minste_95_procent_gevonden(gevonden, soort):
    raak, totaal = gevonden[GROOT, soort, "alle"]
    assert raak / totaal >= 0.95


@pytest.mark.parametrize("soort", ["parameters", "realisaties", "prognose", "edities", "varianten", "terugblikken"])
@pytest.mark.parametrize("maat", [KLEIN, DECIMAAL])
def test_ook_in_elke_soort_kleine_getallen_wordt_ten_minste_90_procent_gevonden(gevonden, maat, soort):
    raak, totaal = gevonden.get((maat, soort, "alle"), (0, 0))
    assert raak >= totaal * 0.9


@pytest.mark.parametrize("maal", [10, 0.1])
@pytest.mark.parametrize("scenario", range(6))
def test_een_heel_toekomstscenario_met_een_cijfer_te_veel_of_te_weinig_valt_op(scenario, maal):
    soort = next(s for s in soorten() if s.naam == "prognose")
    jaren = soort.boom["prognose"]["scenarios"][scenario]["jaren"]
    for jaar in jaren.values():
        for naam in ("verwachting", "spreiding"):
            jaar[naam] = round(jaar[naam] * maal)
            jaar.teksten[naam] = str(jaar[naam])
    with pytest.raises(Fout):
        soort.lees(soort.boom, ("prognose",))
