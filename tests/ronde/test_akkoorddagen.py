"""Consent is given before the adoption; after it, only to what a correction changes."""

import datetime

import pytest

from mpp.parameters.akkoordbestand import NAAM
from mpp.ronde.akkoorddagen import toets_akkoorddagen
from tests.akkoord.conftest import KOP, rij
from tests.ronde.stappen import OFFICIEEL, anders, editie, stel_vast


@pytest.fixture
def met_akkoord_van(tmp_path):
    """The edition in which the IND agreed on a day, locked."""

    def maak(dag: str):
        (tmp_path / NAAM).unlink(missing_ok=True)
        kaal = editie(tmp_path, OFFICIEEL, vergrendeld=False)
        (tmp_path / NAAM).write_text(f"{KOP}invoer:\n{rij(kaal, datum='2023-04-01')}{rij(kaal, datum=dag)}", encoding="utf-8")
        return editie(tmp_path, OFFICIEEL)

    return maak


def test_tot_en_met_de_dag_van_vaststelling(met_akkoord_van):
    assert list(toets_akkoorddagen(met_akkoord_van("2023-04-28"))) == []


def test_een_dag_later_kan_niet_zolang_niets_is_vastgesteld(met_akkoord_van):
    (p,) = toets_akkoorddagen(met_akkoord_van("2023-04-29"))
    assert (p.code, p.bestand, p.regel, p.gegevens["waarde"]) == ("tijd-kan-niet", NAAM, 5, datetime.date(2023, 4, 29))
    assert "correctie" in p.wat


def test_na_de_vaststelling_kan_een_gewijzigde_waarde_opnieuw_akkoord_krijgen(met_akkoord_van, tmp_path):
    ps = met_akkoord_van("2023-04-02")
    stel_vast(ps, "werkgroep", "2023-04-03")
    stel_vast(ps, "topberaad", "2023-04-28")
    ps = anders(ps, "laag: 0.7,", "laag: 0.71,")
    stand = ps.akkoorden.laatste["invoer", "IND", "ind.inwilliging"]
    met_nieuw = (tmp_path / NAAM).read_text(encoding="utf-8") + rij(ps, datum="2023-05-20")
    (tmp_path / NAAM).write_text(met_nieuw, encoding="utf-8")
    ps = anders(ps)
    assert list(toets_akkoorddagen(ps)) == []
    assert ps.akkoorden.laatste["invoer", "IND", "ind.inwilliging"].hash != stand.hash
