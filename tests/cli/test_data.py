"""`mpp data` shows the figures of the open data by the name of an indicator or a part of it; `mpp publish` says what is missing."""

import csv
import io
import json

import pytest

from mpp.cli.data import _zoek
from mpp.cli.publish import _portaal
from mpp.problemen import Fout
from mpp.projectmap import Projectmap
from mpp.uitkomsten import indicatoren
from tests.editie import PROJECT, uitkomsten


@pytest.fixture(autouse=True)
def _hier(monkeypatch):
    """In the project, with the results that other tests have."""
    monkeypatch.chdir(PROJECT.wortel)
    u = uitkomsten()
    monkeypatch.setattr(Projectmap, "bereken", lambda project: u)


def test_zonder_naam_staan_alle_namen_er(mpp):
    uitslag = mpp("data")
    assert uitslag.code == 0
    assert [regel.split()[0] for regel in uitslag.uit.splitlines()] == list(indicatoren("extern"))


def test_een_naam_geeft_de_rijen_van_de_open_data(mpp):
    rijen = json.loads(mpp("data", "Bezetting COA", "--json", "--scenario", "medio").uit)["rijen"]
    assert {(r["indicator"], r["scenario"], r["decimalen"]) for r in rijen} == {("coa.bezetting", "medio", 0)}
    assert all(r["waarde"] % 10 == 0 and r["ondergrens"] < r["bovengrens"] for r in rijen)
    als_csv = list(csv.DictReader(io.StringIO(mpp("data", "coa.bezetting", "--csv", "--scenario", "medio", "--year", "2024").uit)))
    assert [float(r["waarde"]) for r in als_csv] == [r["waarde"] for r in rijen if r["periode"].startswith("2024")]


def test_een_deel_van_een_naam_geeft_alle_die_het_hebben(mpp):
    uitslag = mpp("data", "wachtend", "--year", "2024", "--scenario", "maximum")
    assert "Wachtend op registratie (personen): politie.wachtend" in uitslag.uit
    assert "minimum" not in uitslag.uit


@pytest.mark.parametrize(
    ("argumenten", "code"),
    [
        (("bestaatniet",), "Er is geen indicator met ‘bestaatniet’"),
        (("coa.bezetting", "--year", "2040"), "2040"),
        (("coa.bezetting", "--scenario", "best"), "best"),
    ],
)
def test_wat_er_niet_is_wordt_gezegd(mpp, argumenten, code):
    uitslag = mpp("data", *argumenten)
    assert (uitslag.code, code in uitslag.fout) == (2, True)


def test_een_naam_die_er_niet_is_is_een_probleem_met_een_suggestie():
    with pytest.raises(Fout) as fout:
        _zoek("Bezeting COA", indicatoren("extern"))
    assert [p.code for p in fout.value.problemen] == ["data-indicator-onbekend"]
    assert "Bezetting COA" in fout.value.problemen[0].gegevens["suggestie"]


def test_publiceren_zegt_wat_er_ontbreekt(mpp, monkeypatch, tmp_path):
    monkeypatch.delenv("MPP_CKAN_TOKEN", raising=False)
    with pytest.raises(Fout) as fout:
        _portaal(tmp_path, "https://data.mpp-proef.nl", None)
    assert [(p.code, p.gegevens["wat"]) for p in fout.value.problemen] == [
        ("portaal-instelling", "het token"),
        ("portaal-instelling", "de organisatie"),
    ]
    assert mpp("publish", "--ckan", "https://data.mpp-proef.nl").code == 2
    niemand = mpp("publish", "--output", tmp_path / "uit")
    assert (niemand.code, "Niemand geeft deze gegevens uit" in niemand.fout) == (2, True)
    assert not (tmp_path / "uit").exists()
