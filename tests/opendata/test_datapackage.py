"""The Data Package is valid, names every file, and does not hold when a file is changed."""

import hashlib
import json
import shutil

import pytest

from mpp.opendata.tabel import tabellen
from tests.opendata.test_tabellen import GEEN_GEGEVENS, GEVULD

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def frictionless():
    return pytest.importorskip("frictionless")


def fouten(frictionless, pad, bron: str = "") -> set[str]:
    """What is wrong in the folder, or in one resource of it."""
    if bron:
        pakket = frictionless.Package(str(pad / "datapackage.json"))
        return {fout.type for taak in pakket.get_resource(bron).validate().tasks for fout in taak.errors}
    report = frictionless.validate(str(pad / "datapackage.json"))
    gelezen = {taak.name: taak.stats.get("rows", 0) for taak in report.tasks}
    assert report.errors or all(gelezen[naam] > 0 for naam in GEVULD)
    return {fout.type for taak in report.tasks for fout in taak.errors} | {fout.type for fout in report.errors}


def test_geldig(frictionless, op_schijf):
    assert fouten(frictionless, op_schijf) == set()


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "fout", "bron"),
    [
        ("bronnen.csv", b"\r\nind-2023,", b"\r\nind-2024,", "foreign-key", "prognose"),
        ("uitkomsten.csv", b"\r\ninstroom.totaal,minimum,2023-", b"\r\ninstroom.totaal,minimum,2024-", "primary-key", "uitkomsten"),
        ("uitkomsten.csv", b",jaar,10.0,", b",jaar,tien,", "type-error", "uitkomsten"),
        ("uitkomsten.nl.csv", b";jaar;10,0;", b";jaar;10.0;", "type-error", "uitkomsten-nl-csv"),
        ("parameters.csv", b",rood,", b",paars,", "constraint-error", "parameters"),
        ("gegevenswoordenboek.html", b"</html>", b"</HTML>", "hash-count", "gegevenswoordenboek-html"),
    ],
)
def test_elke_verandering_wordt_gezien(frictionless, op_schijf, tmp_path, bestand, oud, nieuw, fout, bron):
    kopie = tmp_path / "kopie"
    shutil.copytree(op_schijf, kopie)
    inhoud = (kopie / bestand).read_bytes()
    assert oud in inhoud
    (kopie / bestand).write_bytes(inhoud.replace(oud, nieuw))
    assert fout in fouten(frictionless, kopie, bron)


def test_elk_gegevensbestand_met_omvang_en_hash(map_):
    genoemd = {bron["path"]: bron for bron in json.loads(map_["datapackage.json"])["resources"]}
    assert map_.keys() - genoemd.keys() == GEEN_GEGEVENS | {naam for naam in map_ if naam.startswith("indicator/")}
    for naam, bron in genoemd.items():
        assert bron["bytes"] == len(map_[naam])
        assert bron["hash"] == f"sha256:{hashlib.sha256(map_[naam]).hexdigest()}"


def test_elke_tabel_met_schema_sleutel_en_licentie(map_):
    pakket = json.loads(map_["datapackage.json"])
    tabel = {bron["name"]: bron for bron in pakket["resources"] if bron.get("type") == "table" and not bron["path"].endswith(".nl.csv")}
    assert list(tabel) == GEVULD
    for naam, bron in tabel.items():
        assert [veld["name"] for veld in bron["schema"]["fields"]] == [k.naam for k in tabellen()[naam].kolommen]
        assert set(bron["schema"]["primaryKey"]) <= {veld["name"] for veld in bron["schema"]["fields"]}
        assert [licentie["name"] for licentie in bron["licenses"]] == ["CC0-1.0"]
        assert bron["dialect"] == {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True}
    verwijzingen = {v["fields"][0]: v["reference"]["resource"] for v in tabel["uitkomsten"]["schema"]["foreignKeys"]}
    assert verwijzingen == {"indicator": "indicatoren", "eenheid": "eenheden"}
    assert len(pakket["sources"]) == 2
