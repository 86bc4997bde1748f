"""What the monitor follows is one list, and what is wrong in it is told with its line."""

import pytest

from mpp.monitor.lijst import lees_lijst
from mpp.problemen import Fout
from tests.editie import PROJECT
from tests.monitor.delen import LIJST


def test_elk_domein_heeft_indicatoren_en_een_som_is_die_van_haar_delen():
    assert all(LIJST.domeinen[domein] for domein in ("asiel", "regulier", "bewaring"))
    som = LIJST.alle["instroom.totaal_zonder_hervestiging"]
    assert (som.eenheid, som.is_stroom, len(som.delen)) == ("personen", True, 3)


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ("  - instroom.nareis\n", "  - instroom.narijs\n", "indicator-onbekend"),
        ("[instroom.eerste_aanvragen,", "[instroom.eerste,", "indicator-onbekend"),
        ("bewaring:\n", "bewaring: geen\nanders:\n", "monitor-lijst"),
        ("    definitie:", "    omschrijving:", "monitor-lijst"),
        ("instroom.herhaald, instroom.nareis]", "coa.bezetting, instroom.nareis]", "monitor-lijst"),
    ],
)
def test_wat_er_mis_is(tmp_path, oud, nieuw, code):
    tekst = (PROJECT.wortel / "monitor" / "indicatoren.yml").read_text(encoding="utf-8")
    assert oud in tekst
    (tmp_path / "monitor").mkdir()
    (tmp_path / "monitor" / "indicatoren.yml").write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        lees_lijst(tmp_path)
    (p,) = fout.value.problemen
    assert (p.code, p.bestand) == (code, "monitor/indicatoren.yml")
    assert p.regel
