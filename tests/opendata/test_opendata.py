"""The folder as a whole: the same bytes everywhere, honest about what it is."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

from mpp.opendata.uitgever import uitgever
from mpp.ronde.status import Status
from tests.opendata.conftest import edities, maak

SCRIPT = """
import hashlib, sys
from pathlib import Path
from tests.opendata.conftest import edities, maak
for naam, inhoud in maak(edities(Path(sys.argv[1]))).items():
    print(naam, hashlib.sha256(inhoud).hexdigest())
"""


def test_dezelfde_bytes_in_elk_proces_en_elke_map(tmp_path):
    uitkomsten = []
    for zaad in ("1", "2"):
        map_ = tmp_path / zaad
        map_.mkdir()
        omgeving = {**os.environ, "PYTHONHASHSEED": zaad, "LC_ALL": "C", "TZ": f"UTC+{zaad}"}
        opdracht = [sys.executable, "-c", SCRIPT, str(map_)]
        wortel = Path(__file__).parents[2]
        uitkomsten.append(subprocess.run(opdracht, env=omgeving, cwd=wortel, capture_output=True, text=True, check=True).stdout)
    assert uitkomsten[0] == uitkomsten[1]
    assert len(uitkomsten[0].splitlines()) == len(maak(edities(tmp_path)))


def test_elk_bestand_om_te_lezen_zegt_dat_het_geen_officiele_publicatie_is(map_):
    for naam in (
        "LEESMIJ.md",
        "gegevenswoordenboek.html",
        "datapackage.json",
        "dcat.ttl",
        "uitkomsten.json",
        "gegevenswoordenboek.ttl",
    ):
        assert "geen officiële publicatie" in map_[naam].decode()


def test_geen_pad_van_deze_machine(map_, u):
    assert not any(str(u.ps.pad.parent).encode() in inhoud for inhoud in map_.values())


def test_het_leesmij_noemt_elk_bestand(map_):
    los = {naam.partition("/")[0] if "/" in naam else naam for naam in map_}
    assert {naam for naam in los if naam not in map_["LEESMIJ.md"].decode()} == {"LEESMIJ.md"}


def test_een_concept_gaat_nergens_door_voor_de_editie(u):
    concept = maak(u, Status(True, ("gewijzigd",), "openbaar", "B"))
    rijen = csv.DictReader(io.StringIO(concept["open-data/uitkomsten.csv"].decode(), newline=""))
    assert {rij["editie"] for rij in rijen} == {"mpp-2023-1-CONCEPT"}
    assert json.loads(concept["open-data/uitkomsten.json"])["editie"] == "mpp-2023-1-CONCEPT"
    assert json.loads(concept["open-data/datapackage.json"])["version"] == "2023-1-CONCEPT"
    assert f"{uitgever().basis}/mpp-2023-1/" not in concept["open-data/dcat.ttl"].decode()
    assert "CONCEPT" in concept["open-data/LEESMIJ.md"].decode()
    assert "(CONCEPT)" in concept["open-data/gegevenswoordenboek.html"].decode()


def test_wat_niet_openbaar_is_krijgt_geen_licentie(u):
    gesloten = maak(u, Status(False, (), "voor intern gebruik", "A"))
    assert not any(b"creativecommons" in inhoud for inhoud in gesloten.values())
    assert "niet bestemd voor publicatie" in gesloten["open-data/LEESMIJ.md"].decode()
