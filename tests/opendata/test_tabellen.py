"""The tables say what the model says: every indicator, scenario and year, in CSV and JSON alike."""

import csv
import io
import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mpp.cellen import bezwaar
from mpp.controle.openbaar import toets_openbaar
from mpp.opendata.bestanden import als_json, csv_vormen, exact
from mpp.opendata.tabel import Kolom, Tabel, tabellen
from mpp.opendata.tijd import sleutel_van, van_moment, van_periode
from mpp.parameters.eenheden import EENHEDEN
from mpp.uitkomsten import indicator, indicatoren
from mpp.uitkomsten.banden import GEPUBLICEERD
from mpp.weergave.afronding import rond, stap

_WAARDEN = ("waarde", "ondergrens", "bovengrens")
LEEG = ("eerdere_edities", "bijstellingen", "bijgestelde_invoer", "terugblikken", "risicos", "monitor")
"""The tables that an edition without another before it, look backs, risks and a monitor does not have."""
GEEN_GEGEVENS = {"datapackage.json", "dcat.ttl", "dcat.jsonld", "LEESMIJ.md", "csv-metadata.json", "index.html", "pagina.css"}
"""The files that tell of the others."""
GEVULD = [naam for naam in tabellen() if naam not in LEEG]


def rijen(map_: dict[str, bytes], tabel: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(map_[f"{tabel}.csv"].decode(), newline="")))


def test_elke_uitkomst_van_het_model_staat_in_de_tabel(u, map_):
    gelezen = {(r["indicator"], r["scenario"], int(r["periode"][:4])): r for r in rijen(map_, "uitkomsten")}
    verwacht = [(id, s, j) for id in indicatoren("extern") for s in u.scenarios for j in u.jaren]
    assert list(gelezen) == verwacht
    for id, scenario, jaar in verwacht:
        rij, waarde, eenheid = gelezen[id, scenario, jaar], u.waarde(id, jaar, scenario), indicator(id).eenheid
        assert Decimal(rij["waarde"]) == rond(waarde, stap(eenheid))
        assert (rij["eenheid"], rij["editie"], rij["peildatum"], rij["status"]) == (eenheid, "mpp-2023-1", "2023-01-01", "prognose")
        assert Decimal(rij["waarde"]) == round(Decimal(rij["waarde"]), int(rij["decimalen"]))


def test_een_kolom_met_breuken_heeft_overal_een_decimaal_zodat_geen_lezer_haar_voor_geheel_houdt(map_):
    assert all("." in r["waarde"] for r in rijen(map_, "uitkomsten"))
    assert all(r["decimalen"].isdigit() for r in rijen(map_, "uitkomsten"))
    personen = [r["waarde"] for r in json.loads(map_["uitkomsten.json"])["rijen"] if r["eenheid"] == "personen"]
    assert len(personen) > 50
    assert all(isinstance(w, int) for w in personen)


def test_elke_tijd_staat_er_in_een_vorm(map_):
    """The first day and the duration, or a month of any year; nothing that a spreadsheet takes for a date of its own."""
    gezien = {}
    for naam in GEVULD:
        for rij in rijen(map_, naam):
            if "periode" in rij:
                assert re.fullmatch(r"\d{4}-\d\d-\d\d/P[136]+[YMD]|\d{4}-01-01/P\d+Y|XXXX-\d\d", rij["periode"])
                gezien.setdefault(rij["periodesoort"], rij["periode"])
    assert gezien == {
        "jaar": "2023-01-01/P1Y",
        "stand": "2023-12-31/P1D",
        "maand": "2023-01-01/P1M",
        "looptijd": "2023-01-01/P2Y",
        "dag": "2023-01-11/P1D",
    }


@pytest.mark.parametrize(
    ("periode", "sleutel", "soort"),
    [
        ("2023-01-01/P1Y", "2023", "jaar"),
        ("2023-07-01/P6M", "2023-2", "halfjaar"),
        ("2023-04-01/P3M", "2023K2", "kwartaal"),
        ("2023-11-01/P1M", "2023-11", "maand"),
        ("2023-06-30/P1D", "2023-06-30", "stand"),
    ],
)
def test_een_periode_is_terug_te_lezen(periode, sleutel, soort):
    assert van_moment(sleutel, soort) == {"periode": periode, "periodesoort": soort}
    assert sleutel_van(periode, soort) == sleutel


@pytest.mark.parametrize("sleutel", ["vast", "2024", "2024-2", "7", "12"])
def test_een_periode_van_een_parameter_ook(u, sleutel):
    periode = van_periode(sleutel, u.editie)
    assert sleutel_van(periode["periode"], periode["periodesoort"]) == sleutel


def test_elke_code_heeft_een_betekenis_in_twee_talen(map_):
    betekenissen = {(r["lijst"], r["code"]): r for r in rijen(map_, "codelijsten")}
    assert all(r["betekenis"] and r["betekenis_en"] for r in betekenissen.values())
    codes = {code for _, code in betekenissen}
    for naam in GEVULD:
        kolommen = {k.naam for k in tabellen()[naam].kolommen if k.waarden}
        assert {rij[kolom] for rij in rijen(map_, naam) for kolom in kolommen} <= codes


def test_elke_kolom_en_elke_tabel_zegt_in_twee_talen_wat_zij_is():
    for tabel in tabellen().values():
        assert all((tabel.titel, tabel.titel_en, tabel.omschrijving, tabel.omschrijving_en))
        assert all(k.omschrijving and k.en for k in tabel.kolommen)


@pytest.mark.parametrize("tabel", GEVULD)
def test_csv_nederlandse_csv_en_json_zijn_gelijk(map_, tabel):
    uit_json = json.loads(map_[f"{tabel}.json"])
    kolommen = tabellen()[tabel].kolommen
    uit_csv = rijen(map_, tabel)
    assert len(uit_json["rijen"]) == len(uit_csv) > 0
    nederlands = list(csv.DictReader(io.StringIO(map_[f"{tabel}.nl.csv"].decode("utf-8-sig"), newline=""), delimiter=";"))
    getallen = [k.naam for k in kolommen if k.type == "getal"]
    assert [{**rij, **{naam: rij[naam].replace(",", ".") for naam in getallen}} for rij in nederlands] == uit_csv
    for los, object_ in zip(uit_csv, uit_json["rijen"], strict=True):
        assert list(los) == list(object_) == [k.naam for k in kolommen]
        for k in kolommen:
            cel, waarde = los[k.naam], object_[k.naam]
            if waarde is None:
                assert cel == ""
            elif k.type in ("geheel", "getal"):
                assert not isinstance(waarde, str)
                assert float(cel) == float(waarde)
            else:
                assert cel == waarde


def test_json_zegt_bij_welke_editie_de_cijfers_horen_en_dat_ze_niet_officieel_zijn(map_):
    kop = json.loads(map_["uitkomsten.json"])
    assert kop["editie"] == "mpp-2023-1"
    assert kop["verklaring"] == "Openbare reconstructie, geen officiële publicatie."


def test_elke_parameterwaarde_staat_erin_met_bron_of_aanname(u, map_):
    gelezen = {(r["parameter"], sleutel_van(r["periode"], r["periodesoort"])): r for r in rijen(map_, "parameters")}
    assert gelezen.keys() == {(p.id, periode) for p in u.ps.parameters.values() for periode in p.waarden}
    for (id, periode), rij in gelezen.items():
        assert float(rij["waarde"]) == u.ps[id].waarden[periode].waarde
        assert bool(rij["bron"]) != bool(rij["aanname"])
    assert gelezen["ind.inwilliging", "2023"]["waarde"] == "0.781234"
    assert gelezen["ind.inwilliging", "2023"]["overige_bronnen"] == "coa-2022"
    assert gelezen["ind.inwilliging", "2024"]["aanname"] == "Verwacht wordt een daling:\nde samenstelling verandert."
    assert gelezen["coa.beginvoorraad", "vast"]["bron"] == "coa-2022"


def test_elk_toekomstbeeld_van_de_prognose_staat_erin(map_):
    gelezen = {(r["toekomst"], r["periode"][:4]): r for r in rijen(map_, "prognose")}
    assert gelezen.keys() == {(id, jaar) for id in ("gelijk", "extra") for jaar in ("2023", "2024")}
    assert [gelezen["extra", "2024"][k] for k in ("soort", "kans", "verwachting", "spreiding", "aanname")] == [
        "additief",
        "0.2",
        "5000",
        "500",
        "Het kan.",
    ]


def test_akkoord_zonder_de_naam_van_wie_het_gaf(map_):
    rij = rijen(map_, "parameters")[0]
    assert (rij["akkoord"], rij["akkoord_toelichting"]) == (
        "deels",
        "IND: gegeven, 2023-02-01; COA: niet gevraagd, openbare reconstructie",
    )
    assert not any(b"Achternaam" in inhoud for inhoud in map_.values())


def test_elke_realisatie_en_elk_gepubliceerd_cijfer_staat_erin(u, map_):
    realisaties = {(r["realisatie"], r["periode"].partition("/")[0]): float(r["waarde"]) for r in rijen(map_, "realisaties")}
    assert realisaties == {("coa.bezetting", "2021-12-31"): 36566, ("coa.bezetting", "2022-12-31"): 51701}


def test_wat_een_realisatie_weglaat_staat_in_de_toelichting(map_):
    toelichtingen = {r["periode"].partition("/")[0]: r["toelichting"] for r in rijen(map_, "realisaties")}
    assert toelichtingen == {"2021-12-31": "", "2022-12-31": "Zonder crisisnoodopvang."}
    assert [(r["periode"][:4], r["gepubliceerd"], r["bron"], r["overige_bronnen"]) for r in rijen(map_, "gepubliceerd")] == [
        ("2023", "60000", "ind-2023", ""),
        ("2024", "61000", "coa-2022", "ind-2023"),
    ]


def test_banden_geven_elk_kwantiel_van_elke_indicator_en_elk_jaar(u, map_):
    banden = rijen(map_, "banden")
    assert len(banden) == len(indicatoren("extern")) * len(u.jaren) * len(GEPUBLICEERD)
    assert Decimal(banden[0]["waarde"]) == rond(u.banden("instroom.totaal", 2023, [0.025])[0], 10)


def test_een_uitkomst_staat_nergens_met_meer_cijfers_dan_in_de_documenten(map_):
    kolommen = [(tabel, kolom) for tabel, waar in (("uitkomsten", 3), ("banden", 1), ("maanden", 1)) for kolom in _WAARDEN[:waar]]
    for tabel, kolom in (*kolommen, ("gepubliceerd", "model")):
        assert all(Decimal(rij[kolom]) % Decimal(repr(stap(rij["eenheid"]))) == 0 for rij in rijen(map_, tabel))
    assert toets_openbaar(map_) == []


def test_elke_eenheid_heeft_een_betekenis(map_):
    betekenissen = {r["eenheid"]: r["omschrijving"] for r in rijen(map_, "eenheden")}
    assert betekenissen.keys() == set(EENHEDEN)
    assert all(betekenissen.values())
    assert {i.eenheid for i in indicatoren("extern").values()} <= betekenissen.keys()


def test_csv_volgt_rfc_4180(map_):
    inhoud = map_["uitkomsten.csv"]
    assert not inhoud.startswith(b"\xef\xbb\xbf")
    assert inhoud.count(b"\r\n") == inhoud.count(b"\n") == len(rijen(map_, "uitkomsten")) + 1


TEKST = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")).filter(
    lambda tekst: tekst and not bezwaar(tekst)
)


@given(st.lists(TEKST, min_size=1))
def test_elke_tekst_komt_heel_uit_csv_en_json(teksten):
    tabel = Tabel("t", "T", "", (Kolom("a", "", "tekst"), Kolom("b", "", "tekst")), ("a",), {})
    inhoud = [{"a": t, "b": t} for t in teksten]
    terug = list(csv.DictReader(io.StringIO(csv_vormen(tabel, inhoud)["csv"].decode(), newline="")))
    assert terug == inhoud == json.loads(als_json(tabel, inhoud, {}))["rijen"]


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_getallen_zijn_exact_en_nooit_met_exponent(waarde):
    tabel = Tabel("t", "T", "", (Kolom("a", "", "getal"),), ("a",), {})
    inhoud = csv_vormen(tabel, [{"a": exact(waarde)}])["csv"].decode().split("\r\n")[1]
    assert "e" not in inhoud.lower()
    assert float(inhoud) == waarde
