"""The descriptions for software hold under their own standard, and do not when something in them or in the data is broken."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from mpp.controle.openbaar import toets_openbaar
from mpp.opendata.bestanden import csv_vormen
from mpp.opendata.tabel import Kolom, Tabel, tabellen
from tests.opendata.profiel import PROFIEL
from tests.opendata.test_tabellen import GEVULD

jsonschema = pytest.importorskip("jsonschema")


def gebreken(pakket: Any) -> list[str]:
    return [fout.message for fout in jsonschema.Draft202012Validator(PROFIEL).iter_errors(pakket)]


def test_het_data_package_houdt_zich_aan_zijn_profiel(map_):
    assert gebreken(json.loads(map_["datapackage.json"])) == []


def _zet(*pad: Any, waarde: Any) -> Callable[[Any], None]:
    def doe(pakket: Any) -> None:
        for stap in pad[:-1]:
            pakket = pakket[stap]
        pakket[pad[-1]] = waarde

    return doe


@pytest.mark.parametrize(
    "breek",
    [
        _zet("resources", 1, "type", waarde="file"),
        _zet("resources", 0, "schema", "foreignKeys", waarde=[]),
        _zet("resources", 0, "schema", "fields", waarde=[]),
        _zet("resources", 0, "schema", "fields", 0, "type", waarde="tekst"),
        _zet("resources", 0, "schema", "fields", 0, "naam", waarde="indicator"),
        _zet("resources", 0, "path", waarde="../uitkomsten.csv"),
        _zet("resources", 0, "path", waarde="/uitkomsten.csv"),
        _zet("resources", 0, "hash", waarde="sha256:xyz"),
        _zet("resources", 0, "bytes", waarde="12"),
        _zet("resources", 0, "mediatype", waarde="csv"),
        _zet("resources", waarde=[]),
        _zet("licenses", 0, waarde={"title": "Vrij"}),
        _zet("sources", 0, "title", waarde=""),
        _zet("created", waarde="2023"),
    ],
)
def test_een_fout_in_de_beschrijving_wordt_gezien(map_, breek):
    pakket = json.loads(map_["datapackage.json"])
    breek(pakket)
    assert gebreken(pakket)


def csvw_geldig(pad) -> bool:
    csvw = pytest.importorskip("csvw", reason="niet getoetst: csvw is niet geïnstalleerd")
    try:
        return csvw.CSVW(str(pad / "csv-metadata.json"), validate=True).is_valid
    except ValueError:
        return False


def in_het_klein(map_, plek, namen=("prognosecijfers", "eenheden")):
    """The folder with some tables and those they refer to, and as much of the description."""
    beschrijving = json.loads(map_["csv-metadata.json"])
    klein = {f"{naam}.csv" for naam in namen}
    beschrijving["tables"] = [tabel for tabel in beschrijving["tables"] if tabel["url"] in klein]
    (plek / "csv-metadata.json").write_text(json.dumps(beschrijving), encoding="utf-8")
    for naam in klein:
        (plek / naam).write_bytes(map_[naam])
    return plek


def test_csv_on_the_web_is_geldig_en_noemt_elke_tabel(map_, tmp_path):
    """Read are the tables that are not long: the validator takes seconds for those, and their columns are the same."""
    assert [tabel["url"] for tabel in json.loads(map_["csv-metadata.json"])["tables"]] == [f"{naam}.csv" for naam in GEVULD]
    assert csvw_geldig(in_het_klein(map_, tmp_path, [naam for naam in GEVULD if map_[f"{naam}.csv"].count(b"\n") < 400]))


@pytest.mark.filterwarnings("ignore")  # csvw warns of what it refuses
@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw"),
    [
        ("prognosecijfers.csv", b",2023-01-01/P1Y,", b",2023,"),
        ("prognosecijfers.csv", b",personen,0,", b",mensen,0,"),
        ("prognosecijfers.csv", b",personen,0,", b",personen,nul,"),
        ("prognosecijfers.csv", b"waarde,eenheid", b"eenheid,waarde"),
        ("prognosecijfers.csv", b"vooraf,medio,2024", b"vooraf,medio,2023"),
        ("csv-metadata.json", b'"resource": "eenheden.csv"', b'"resource": "weg.csv"'),
    ],
)
def test_csv_on_the_web_ziet_wat_niet_klopt(map_, tmp_path, bestand, oud, nieuw):
    plek = in_het_klein(map_, tmp_path)
    assert csvw_geldig(plek)
    inhoud = (plek / bestand).read_bytes()
    assert oud in inhoud
    (plek / bestand).write_bytes(inhoud.replace(oud, nieuw))
    assert not csvw_geldig(plek)


def test_elke_kolom_wijst_naar_haar_begrip(map_):
    begrippen = map_["gegevenswoordenboek.ttl"].decode()
    tabellen_ = {bron["name"]: bron["schema"]["fields"] for bron in json.loads(map_["datapackage.json"])["resources"] if "schema" in bron}
    web = {tabel["url"]: tabel["tableSchema"]["columns"] for tabel in json.loads(map_["csv-metadata.json"])["tables"]}
    for naam in GEVULD:
        assert [k["propertyUrl"] for k in web[f"{naam}.csv"]] == [k["rdfType"] for k in tabellen_[naam]]
        assert all(f"/kolom/{naam}/{k.naam}>" in begrippen or f"{naam}/{k.naam}" in begrippen for k in tabellen()[naam].kolommen)


GETALLEN = ("uitkomsten", "banden", "kansverdeling", "realisaties")


def verwacht(map_, tabel: str) -> list[float]:
    return [rij["waarde" if tabel != "kansverdeling" else "kans_boven"] for rij in json.loads(map_[f"{tabel}.json"])["rijen"]]


@pytest.mark.parametrize("tabel", GETALLEN)
@pytest.mark.parametrize("vorm", ["csv", "nl.csv"])
@pytest.mark.parametrize("lezer", ["pandas", "polars", "duckdb"])
def test_elke_lezer_leest_dezelfde_getallen(map_, op_schijf, tabel, vorm, lezer):
    module = pytest.importorskip(lezer, reason=f"niet getoetst: {lezer} is niet geïnstalleerd")
    pad, kolom, nl = op_schijf / f"{tabel}.{vorm}", "waarde" if tabel != "kansverdeling" else "kans_boven", vorm == "nl.csv"
    if lezer == "pandas":
        gelezen = module.read_csv(pad, sep=";" if nl else ",", decimal="," if nl else ".")[kolom].tolist()
    elif lezer == "polars":
        gelezen = module.read_csv(pad, separator=";" if nl else ",", decimal_comma=nl)[kolom].to_list()
    else:
        opties = ", delim=';', decimal_separator=','" if nl else ""
        gelezen = [rij[0] for rij in module.sql(f"select {kolom} from read_csv('{pad}'{opties})").fetchall()]
    assert gelezen == verwacht(map_, tabel)


def test_wat_openbaar_is_wordt_ook_in_de_nederlandse_csv_nagezocht():
    tabel = "indicator;waarde;eenheid\r\ncoa.bezetting;{};personen\r\n"
    fijn, grof = ({"a.nl.csv": ("\ufeff" + tabel.format(getal)).encode()} for getal in ("67012,4", "67010,0"))
    assert [p.code for p in toets_openbaar(fijn)] == ["openbaar-precisie"]
    assert toets_openbaar(grof) == []


@pytest.mark.parametrize("vorm", ["csv", "nl.csv"])
def test_een_kolom_met_alleen_gehele_getallen_blijft_geheel(vorm):
    tabel = Tabel("t", "T", "", (Kolom("a", "", "getal"), Kolom("b", "", "getal")), ("a",), {})
    rijen = [{"a": Decimal(10), "b": Decimal("0.5")}, {"a": Decimal(20), "b": Decimal(1)}]
    tekst = csv_vormen(tabel, rijen)[vorm].decode("utf-8-sig").split()
    assert tekst == (["a,b", "10,0.5", "20,1.0"] if vorm == "csv" else ["a;b", "10;0,5", "20;1,0"])
