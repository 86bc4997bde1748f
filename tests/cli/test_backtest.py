"""`mpp backtest` shows how close the model comes to what happened."""

import json
import shutil

from mpp.getal.tabel import LEEG
from mpp.getal.terugblik import tabel_terugblik
from mpp.weergave.opmaak import opmaak
from tests.editie import PROJECT


def test_de_tabel_op_het_scherm_is_die_van_de_rapportage(u, mpp):
    uitslag = mpp("backtest")
    assert uitslag.code == 0
    assert uitslag.uit.startswith("De stand van begin 2022")
    regels = uitslag.uit.splitlines()
    for cellen, regel in zip(tabel_terugblik("2022", u=u).rijen, regels[2:], strict=False):
        assert [cel.tekst for cel in cellen[1:] if cel != LEEG] == regel.split()[2:]


def test_als_json_is_alles_onafgerond(mpp):
    uitslag = mpp("backtest", "--json")
    blikken = json.loads(uitslag.uit)
    assert uitslag.code == 0
    assert [blik["id"] for blik in blikken] == ["2022", "2020"]
    bezetting = blikken[0]["regels"][0]
    assert (bezetting["indicator"], bezetting["gerealiseerd"]) == ("coa.bezetting", 51701)
    assert opmaak(bezetting["model"] / bezetting["gerealiseerd"] - 1, "aandeel") == opmaak(bezetting["afwijking"], "aandeel")
    assert bezetting["bronnen"] == ["aida-2023-05"]
    assert "ind.aandeel_spoor1" in blikken[0]["later_bekend"]


def test_de_terugblikken_zijn_die_van_het_project_waarin_men_staat(mpp, tmp_path, monkeypatch):
    """Wherever the parameter file stands."""
    shutil.copy(PROJECT.parameters, tmp_path / "ander.yml")
    monkeypatch.chdir(PROJECT.wortel / "chapters")
    assert mpp("backtest", "--parameters", tmp_path / "ander.yml").uit == mpp("backtest").uit


def test_zonder_terugblikken_wordt_dat_gezegd(mpp, tmp_path, monkeypatch):
    shutil.copy(PROJECT.parameters, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert mpp("backtest").uit == "Er zijn geen terugblikken: in de map toetsing staat geen bestand.\n"
