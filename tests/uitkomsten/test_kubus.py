"""How months become years, and what a reader may ask of the results."""

import numpy as np
import pytest

from mpp.parameters import laad
from mpp.problemen import Fout
from mpp.uitkomsten import Uitkomsten, indicator, indicatoren, register
from tests.parameters.test_laden import GOED


@pytest.fixture
def u(tmp_path) -> Uitkomsten:
    """Two years in which scenario k has the value (k + 1) times the month number, 1 to 24, for every indicator; two draws."""
    pad = tmp_path / "parameters.yml"
    pad.write_text(GOED, encoding="utf-8")
    maanden = np.arange(1.0, 25.0)
    getrokken = {id: np.array([[120.0, 240.0], [240.0, 480.0]]) for id in register()}
    return Uitkomsten(laad(pad), None, {id: np.outer([1, 2, 3], maanden) for id in register()}, getrokken=getrokken)


def test_stromen_tellen_op_en_standen_zijn_van_eind_december(u):
    for stroom in ("coa.instroom", "coa.uitstroom", "ind.dwangsommen"):
        assert u.waarde(stroom, 2023, "minimum") == sum(range(1, 13))
    assert u.waarde("coa.bezetting", 2024, "minimum") == 24
    assert u.waarde("coa.bezetting", 2024, "medio") == 48
    assert u.waarde("politie.registraties_per_dag", 2023, "minimum") == 12
    assert u.reeks("coa.bezetting", "maximum").tolist() == [36, 72]
    assert u.maanden("coa.bezetting", "minimum").tolist() == list(range(1, 25))


def test_een_percentage_is_teller_door_noemer_over_het_jaar(u):
    assert u.waarde("ind.spoor4.inwilligingspercentage", 2023) == 1
    kwart = {id: np.full((3, 24), 4.0 if id == "ind.spoor4.beslissingen" else 1.0) for id in register()}
    assert Uitkomsten(u.ps, None, kwart).waarde("ind.spoor4.inwilligingspercentage", 2023) == 0.25


def test_een_duur_is_het_gemiddelde_over_het_jaar_gewogen_naar_beslissingen(u):
    """Every indicator is the month number here, so the mean of the months is weighted by the month number."""
    assert u.waarde("ind.spoor4.doorlooptijd", 2023, "minimum") == sum(m * m for m in range(1, 13)) / sum(range(1, 13))
    stil = Uitkomsten(u.ps, None, {id: np.zeros((3, 24)) if id == "ind.spoor4.beslissingen" else np.ones((3, 24)) for id in register()})
    assert stil.waarde("ind.spoor4.doorlooptijd", 2023) == 0


def test_trekkingen_geven_een_band(u):
    assert u.trekkingen == 2
    assert u.banden("coa.bezetting", 2023, [0, 1]).tolist() == [120, 240]
    zonder = Uitkomsten(u.ps, None, {id: np.ones((3, 24)) for id in register()})
    with pytest.raises(ValueError, match="trekkingen"):
        zonder.banden("coa.bezetting", 2023, [0.5])


def test_de_tabel_heeft_een_rij_per_indicator_scenario_en_jaar_in_vaste_volgorde(u):
    tabel = u.tabel()
    assert len(tabel) == len(indicatoren("intern")) * 3 * 2
    assert tabel["indicator"].drop_duplicates().tolist() == list(indicatoren("intern"))
    assert u.tabel("extern")["indicator"].drop_duplicates().tolist() == list(indicatoren("extern"))
    assert tabel.iloc[0].tolist() == ["instroom.totaal", "Totale asielinstroom", "IND", "personen", "minimum", 2023, 78.0, "MPP 2023-1"]


@pytest.mark.parametrize(
    ("vraag", "code"),
    [
        (("coa.bezeting", 2023, "medio"), "indicator-onbekend"),
        (("coa.bezetting", 2029, "medio"), "jaar-buiten-editie"),
        (("coa.bezetting", 2023, "midden"), "scenario-onbekend"),
        (("coa.bezetting", 2023, "planning"), "planning-zonder-instroom"),
    ],
)
def test_wat_er_niet_is_wordt_gemeld(u, vraag, code):
    with pytest.raises(Fout) as fout:
        u.waarde(*vraag)
    assert [p.code for p in fout.value.problemen] == [code]
    assert str(fout.value)


def test_model_en_register_lopen_niet_uit_elkaar(u):
    with pytest.raises(LookupError, match=r"coa\.bezetting"):
        Uitkomsten(u.ps, None, {id: np.ones((3, 24)) for id in register() if id != "coa.bezetting"})


def test_verwijzingen_binnen_het_register_bestaan():
    for i in register().values():
        for ander in (*i.delen, *filter(None, (i.teller, i.noemer))):
            assert indicator(ander, i.niveau).eenheid == i.eenheid or i.soort == "percentage"
        assert i.gewicht is None or indicator(i.gewicht, i.niveau).soort == "uitstroom"
        assert i.soort != "duur" or i.gewicht, i.id
