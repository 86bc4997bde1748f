"""Every place that speaks of consent says what the records say."""

import re
from copy import copy

import pytest

from mpp.cli.staat import toon_akkoord
from mpp.controle.pakket.benoemd import Benoemd
from mpp.controle.pakket.bronteksten import Bronteksten
from mpp.getal.akkoorden import met_akkoord, op_omslag, tabel_akkoorden, waarom_route
from mpp.getal.getal import Getal
from mpp.getal.tabellen import tabel_parameters
from mpp.herkomst.bladen import parameterblad
from mpp.herkomst.narekenen import Narekening
from mpp.herkomst.tekst import _parameter
from mpp.herkomst.tellingen import tel_akkoorden
from mpp.manifest import manifest
from mpp.parameters import Parameterset
from mpp.ronde.akkoordstand import route_van, standen
from mpp.ronde.status import bepaal_status
from tests.akkoord.conftest import alles_ja, rij
from tests.akkoord.test_stand import uitkomsten_ja
from tests.editie import PROJECT, uitkomsten
from tests.getal.test_tabellen import zichtbaar

NIEMAND = "niet_gevraagd: dit is een openbare reconstructie\n"


@pytest.fixture
def staat(editie, u):
    """The edition in each state of consent."""
    nee = rij(u.ps, besluit="nee", opmerking="te hoog", door="C. Smit")
    return {
        "niemand": editie(akkoorden=NIEMAND),
        "open": editie(akkoorden=""),
        "een": editie(akkoorden=f"{NIEMAND}invoer:\n{rij(u.ps)}"),
        "nee": editie(akkoorden=f"invoer:\n{nee}"),
        "oud": editie(akkoorden=f"invoer:\n{rij(u.ps, hash='0123456789abcdef')}"),
        "invoer": editie(akkoorden=alles_ja(u)),
        "alles": editie(akkoorden=alles_ja(u) + uitkomsten_ja(u)),
    }


def in_bijlage(u) -> str:
    return zichtbaar(str(tabel_parameters("IND", u=u).rijen[0][1])).partition("akkoord ")[2].rstrip("*")


def in_uitleg(u) -> str:
    return list(_parameter(parameterblad(u.ps, "ind.inwilliging", None, {})))[-1].partition("; akkoord ")[2]


def test_bij_elke_parameter_in_bijlage_b(staat):
    assert {naam: in_bijlage(u) for naam, u in staat.items()} == {
        "niemand": "niet gevraagd, COA niet gevraagd",
        "open": "open, COA open",
        "een": "gegeven (1 februari 2023), COA niet gevraagd",
        "nee": "geweigerd (1 februari 2023: te hoog), COA open",
        "oud": "vervallen (1 februari 2023), COA open",
        "invoer": "gegeven (1 februari 2023), COA gegeven (1 februari 2023)",
        "alles": "gegeven (1 februari 2023), COA gegeven (1 februari 2023)",
    }


def test_in_de_uitleg_van_een_getal(staat):
    gezegd = {naam: in_uitleg(u) for naam, u in staat.items()}
    assert gezegd["niemand"] == (
        "IND niet gevraagd (dit is een openbare reconstructie); akkoord COA niet gevraagd (dit is een openbare reconstructie)."
    )
    assert gezegd["open"] == "IND open; akkoord COA open."
    assert gezegd["een"].startswith("IND gegeven door A. Bakker, 1 februari 2023; ")
    assert gezegd["nee"] == "IND geweigerd door C. Smit, 1 februari 2023 (te hoog); akkoord COA open."
    assert gezegd["oud"].startswith("IND vervallen, was van A. Bakker, 1 februari 2023; ")
    assert not any("None" in tekst for tekst in gezegd.values())


def test_op_de_omslag(staat):
    gezegd = {naam: op_omslag(route_van(u), standen(u)) for naam, u in staat.items()}
    assert gezegd["niemand"] == "niet gevraagd (route B)"
    assert gezegd["open"].startswith("niet van alle organisaties (route B): nog open bij BZ, COA, ")
    assert gezegd["nee"].startswith("niet van alle organisaties (route B): geweigerd door IND; nog open bij ")
    assert gezegd["oud"].startswith("niet van alle organisaties (route B): vervallen van IND; ")
    assert "niet gevraagd aan" in gezegd["een"]
    assert gezegd["alles"] == "gegeven door alle organisaties (route A)"


def test_op_de_omslag_van_wat_is_vastgesteld_staat_de_route_van_toen(staat):
    assert op_omslag("A", standen(staat["oud"])).startswith(
        "bij de vaststelling van alle organisaties (route A); daarna vervallen van IND; "
    )
    assert op_omslag("B", standen(staat["alles"])) == "gegeven door alle organisaties; bij de vaststelling nog niet (route B)"


def test_in_een_zin_met_de_route_die_eruit_volgt(staat):
    aantal = len({s.onderwerp for s in standen(staat["open"]) if s.soort == "uitkomsten"})
    assert met_akkoord(u=staat["open"]).tekst == f"0 van de 2 parameters en 0 van de {aantal} uitkomsten"
    assert met_akkoord(u=staat["een"]).tekst.startswith("0 van de 2 parameters")
    assert met_akkoord(u=staat["invoer"]).tekst.startswith("2 van de 2 parameters en 0 van de ")
    assert met_akkoord(u=staat["alles"]).tekst.endswith(f" en {aantal} van de {aantal} uitkomsten")
    zinnen = {naam: waarom_route(u=u).tekst for naam, u in staat.items()}
    assert zinnen["niemand"].startswith("Om akkoord is niet gevraagd: dit is een openbare reconstructie. ")
    assert zinnen["een"].startswith("Waar niet om akkoord is gevraagd, is dat hierom: dit is een openbare reconstructie. ")
    assert not any("gevraagd" in zinnen[naam] for naam in ("open", "nee", "oud", "invoer", "alles"))
    assert {naam: re.findall(r"route ([AB])", zin) for naam, zin in zinnen.items()} == {
        naam: ["A" if naam == "alles" else "B"] for naam in zinnen
    }


def test_elk_getal_in_de_tabel_is_na_te_tellen_en_elke_naam_staat_in_de_akkoorden(staat):
    for u in staat.values():
        tabel = tabel_akkoorden(u=u)
        getallen = [cel for r in tabel.rijen for cel in r if isinstance(cel, Getal)]
        assert sum(g.waarde for g in getallen) == len(standen(u))
        assert all(g.waarde == tel_akkoorden(u, g.sleutel) for g in (*getallen, *met_akkoord(u=u).delen[::2]) if isinstance(g, Getal))
        assert len({len(r) for r in (tabel.koppen, *tabel.rijen)}) == 1
    assert staat["nee"].ps.akkoorden.laatste
    laatste = next(r[-1] for r in tabel_akkoorden(u=staat["nee"]).rijen if r[:2] == ["IND", "invoer"])
    assert laatste.tekst == "1 februari 2023"  # a public edition names no persons
    gezegd, ps = copy(uitkomsten()), uitkomsten().ps
    gezegd.ps = Parameterset(ps.bestand, ps.boom, ps.pad, akkoorden=staat["nee"].ps.akkoorden)
    benoemd = Benoemd(Narekening(gezegd), Bronteksten(PROJECT.wortel, gezegd, bepaal_status(gezegd)))
    assert benoemd.namen.toets(laatste.tekst, laatste.bron) == ""


@pytest.mark.parametrize("sleutel", ["invoer|BZ|gegeven", "invoer|IND|misschien", "uitvoer|alle|x", "invoer"])
def test_wat_niet_te_tellen_is_heeft_geen_getal(u, sleutel):
    with pytest.raises(LookupError):
        tel_akkoorden(u, sleutel)


def test_mpp_check_telt_ze_en_zegt_de_route(staat, capsys):
    toon_akkoord(bepaal_status(staat["nee"]))
    aantal = sum(s.soort == "uitkomsten" for s in standen(staat["nee"]))
    regels = ["Akkoord op invoer: 1 geweigerd, 2 open.", f"Akkoord op uitkomsten: {aantal} open.", "Route B."]
    assert capsys.readouterr().out.splitlines() == regels


def test_in_het_manifest_staan_de_aantallen_en_de_route(staat):
    tekst = {naam: manifest(u.ps, bepaal_status(u), {}).decode() for naam, u in staat.items()}
    assert '"niet_gevraagd": "dit is een openbare reconstructie"' in tekst["niemand"]
    assert re.search(r'"akkoord": \{\s+"invoer": \{\s+"gegeven": 1,\s+"geweigerd": 0,\s+"vervallen": 0,\s+"open": 0', tekst["een"])
    assert '"route": "A"' in tekst["alles"]
    assert '"route": "B"' in tekst["invoer"]
    assert not any("Bakker" in t or "Smit" in t for t in tekst.values())
