"""The monitor is of an edition that was adopted: the last one, or an earlier one as it was published."""

import shutil
from dataclasses import replace

import numpy as np
import pytest

from mpp.monitor.keuze import eis_na_vaststelling, kies_editie, waarom_geen
from mpp.monitor.vergelijken import vergelijk
from mpp.monitor.verwachting import VanModel, over
from mpp.problemen import Fout
from mpp.ronde.status import Status
from tests.editie import PROJECT
from tests.monitor.delen import KOP, LIJST, lees, regel

OPENBAAR = Status(concept=False, redenen=(), classificatie="openbaar", route="A", staat="openbaar")
CONCEPT = replace(OPENBAAR, concept=True, staat="concept")


class Wens:
    """Results of which only the edition is another kind: one that no one has adopted yet."""

    def __init__(self, u):
        self.ps, self.editie, self.jaren = (
            u.ps,
            u.editie.model_copy(update={"soort": "concept", "id": "2023-2", "naam": "MPP 2023-2"}),
            u.jaren,
        )


@pytest.fixture
def onaf(u):
    uit = Wens(u)
    assert not uit.editie.is_reconstructie
    return uit


def test_zonder_keuze_is_het_de_editie_van_het_project(u):
    assert kies_editie(None, u, OPENBAAR) == VanModel(u) == kies_editie("2023-1", u, OPENBAAR)


def test_een_editie_die_nog_niet_is_vastgesteld_wordt_geweigerd_met_de_laatste_die_dat_wel_is(onaf):
    with pytest.raises(Fout) as fout:
        kies_editie(None, onaf, CONCEPT)
    (p,) = fout.value.problemen
    assert p.code == "monitor-niet-vastgesteld"
    assert "MPP 2023-2 is nog niet vastgesteld" in p.wat
    assert "--editie 2022-2" in p.remedie


def test_is_zij_door_het_topberaad_vastgesteld_dan_mag_zij(onaf):
    assert kies_editie(None, onaf, replace(OPENBAAR, staat="vastgesteld Topberaad")).u is onaf
    with pytest.raises(Fout):
        kies_editie(None, onaf, replace(OPENBAAR, staat="vastgesteld werkgroep"))


def test_een_onbekende_editie_met_die_er_zijn(u):
    with pytest.raises(Fout) as fout:
        kies_editie("2022-3", u, OPENBAAR)
    (p,) = fout.value.problemen
    assert p.code == "monitor-editie-onbekend"
    assert "2021-2, 2022-1, 2022-2, 2023-1" in p.oorzaak


def test_een_eerdere_editie_geeft_wat_van_haar_is_gepubliceerd_met_het_verloop_van_haar_model(u):
    v, amv = kies_editie("2022-2", u, OPENBAAR), LIJST.alle["instroom.amv"]
    assert v.naam == "MPP 2022-2"
    assert over(v, amv, 2023, range(12), "medio") == 5000
    assert sum(over(v, amv, 2023, [m], "medio") for m in range(12)) == pytest.approx(5000)
    vorm = VanModel(v.spreiding).maanden("instroom.amv", 2023, "medio")
    assert over(v, amv, 2023, range(6), "medio") == pytest.approx(5000 * vorm[:6].sum() / vorm.sum())


def test_wat_niet_van_haar_is_gepubliceerd_is_niet_te_vergelijken(u, tmp_path):
    v = kies_editie("2022-2", u, OPENBAAR)
    r = lees(
        tmp_path, regel("instroom.nareis", "2023-01", 390), regel("instroom.amv", "2023-01", 261), regel("coa.capaciteit", "2023-06-30", 9)
    )
    assert [vergelijk(LIJST.alle[id], r, v).te_vergelijken for id in r.rijen] == [False, True, False]
    assert vergelijk(LIJST.alle["instroom.amv"], r, v).band is None


def test_een_eerdere_editie_zonder_parameters_geeft_alleen_jaren(u):
    v, totaal, stand = kies_editie("2022-1", u, OPENBAAR), LIJST.alle["instroom.totaal"], LIJST.alle["coa.bezetting"]
    assert (over(v, totaal, 2022, range(12), "medio"), over(v, stand, 2022, [11], "medio")) == (41500, 42000)
    assert np.isnan([over(v, totaal, 2022, range(6), "medio"), over(v, stand, 2022, [5], "medio")]).all()


def test_realisaties_van_voor_de_vaststelling(u, tmp_path):
    r = lees(tmp_path, regel("instroom.nareis", "2023-01", 390), kop=KOP.replace("2023-07-31", "2023-04-01"))
    with pytest.raises(Fout) as fout:
        eis_na_vaststelling(r, u)
    (p,) = fout.value.problemen
    assert (p.code, p.regel) == ("monitor-voor-de-vaststelling", 1)
    assert "zijn van 1 april 2023, en MPP 2023-1 is vastgesteld op 28 april 2023" in p.wat


def test_een_editie_met_realisaties_heeft_een_monitor_en_een_zonder_niet(u, onaf, tmp_path):
    assert waarom_geen(u, OPENBAAR, PROJECT.wortel) == ""
    assert waarom_geen(u, OPENBAAR, tmp_path) == "MPP 2023-1 heeft geen monitor/realisaties.csv"
    assert waarom_geen(onaf, CONCEPT, PROJECT.wortel) == "MPP 2023-2 is nog niet vastgesteld"
    shutil.copytree(PROJECT.wortel / "monitor", tmp_path / "monitor")
    bestand = tmp_path / "monitor" / "realisaties.csv"
    bestand.write_text(KOP.replace("2023-07-31", "2023-02-28") + regel("instroom.nareis", "2023-01", 390), encoding="utf-8")
    assert "van 28 februari 2023, voor de vaststelling" in waarom_geen(u, OPENBAAR, tmp_path)
