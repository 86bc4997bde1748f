"""One glossary for all documents: what is used is explained, what is not explained is reported."""

import pytest

from mpp.glossarium import lees_glossarium
from mpp.problemen import Fout

TEKST = """\
afkortingen:
  - {afkorting: IND, voluit: Immigratie- en Naturalisatiedienst, uitleg: Beslist., uri_slug: ind}
  - {afkorting: DT&V, voluit: Dienst Terugkeer en Vertrek, uitleg: Vertrek., uri_slug: dtv}
  - {afkorting: amv, voluit: alleenstaande minderjarige vreemdeling, uitleg: Kind., uri_slug: amv}
begrippen:
  - {term: voorraad, uitleg: Wat openstaat., uri_slug: voorraad, ook: [stock]}
"""


@pytest.fixture
def glossarium(tmp_path):
    pad = tmp_path / "glossary.yml"
    pad.write_text(TEKST, encoding="utf-8")
    return lees_glossarium(pad)


def test_alleen_gebruikte_afkortingen_op_alfabet(glossarium):
    gebruikt = glossarium.gebruikt(["De IND en de DT&V werken samen.", "INDEX"])
    assert [a.afkorting for a in gebruikt] == ["DT&V", "IND"]


@pytest.mark.parametrize(
    ("tekst", "onbekend"),
    [
        ("De COA en DT&V", ["COA"]),
        ("Het RvdR-gebouw", ["RvdR"]),
        ("Nederland en De Bilt", []),
        ("een IND-zaak", []),
        ("MPP, BNTB.", ["BNTB", "MPP"]),
    ],
)
def test_een_onbekende_afkorting_valt_op(glossarium, tekst, onbekend):
    assert glossarium.onbekend(tekst) == onbekend


def test_een_onvolledig_record_wordt_met_zijn_regel_gemeld(tmp_path):
    pad = tmp_path / "glossary.yml"
    pad.write_text(TEKST + "  - {term: bezetting}\n", encoding="utf-8")
    with pytest.raises(Fout) as fout:
        lees_glossarium(pad)
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("glossarium-record", 7)]
    assert str(fout.value)
