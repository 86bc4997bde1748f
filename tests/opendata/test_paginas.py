"""The pages of the dataset: each indicator has one with its chart, its numbers and what they mean, and all of them are led to."""

import csv
import io
import json
import re
from posixpath import dirname, join, normpath

import pytest
from lxml import html

from mpp.controle.keuring import keur
from mpp.opendata.grafiek import grafiek
from mpp.render.omslag import omslag
from mpp.uitkomsten import indicator, indicatoren
from tests.opendata.conftest import OPENBAAR, maak


@pytest.fixture(scope="module")
def bomen(map_):
    return {naam: html.document_fromstring(inhoud.decode()) for naam, inhoud in map_.items() if naam.endswith(".html")}


def test_elke_indicator_heeft_een_bladzijde_en_de_eerste_bladzijde_leidt_naar_alle(bomen):
    zou = {f"indicator/{id}.html" for id in indicatoren("extern")}
    assert zou == {naam for naam in bomen if naam.startswith("indicator/")}
    assert zou <= set(bomen["index.html"].xpath("//a/@href"))


def test_elke_koppeling_leidt_naar_een_bestand(map_, bomen):
    for naam, boom in bomen.items():
        for doel in boom.xpath("//a/@href | //link/@href"):
            if not re.match("http|#", doel):
                assert normpath(join(dirname(naam), doel)) in map_


def test_op_een_bladzijde_staan_de_getallen_van_de_tabel(map_, bomen):
    rijen = list(csv.DictReader(io.StringIO(map_["uitkomsten.csv"].decode(), newline="")))
    zou = {(r["indicator"], f"{r['periode'][:4]}|{r['scenario']}"): float(r["waarde"]) for r in rijen}
    banden = {
        (r["indicator"], f"{r['periode'][:4]}|{k}"): float(r[n]) for r in rijen for n, k in (("ondergrens", 0.125), ("bovengrens", 0.875))
    }
    getallen = [d for naam, boom in bomen.items() if naam.startswith("indicator/") for d in boom.iter("data")]
    gezien = {(d.get("data-bron").partition(":")[2], d.get("data-sleutel")): float(d.get("value")) for d in getallen}
    assert gezien == zou | banden


def test_een_grafiek_zegt_wat_zij_toont_en_blijft_binnen_haar_kader(bomen):
    svg = next(bomen["indicator/coa.bezetting.html"].iter("svg"))
    assert svg.get("role") == "img"
    assert "Bezetting COA (personen): minimum van " in svg.get("aria-label")
    x, y = zip(*(map(float, punt.split(",")) for p in svg.iter("polyline", "polygon") for punt in p.get("points").split()), strict=True)
    assert 0 <= min(x) < max(x) <= 640
    assert 0 <= min(y) <= max(y) <= 280


def test_namen_bij_lijnen_die_samenvallen_staan_niet_op_elkaar():
    rij = {"waarde": 10, "ondergrens": 10, "bovengrens": 10}
    rijen = [{**rij, "scenario": s, "periode": f"{jaar}-01-01/P1Y"} for s in ("minimum", "medio", "maximum") for jaar in (2023, 2024)]
    hoogten = [float(h) for h in re.findall(r'y="([\d.]+)">m', str(grafiek(indicator("coa.bezetting"), rijen)))]
    assert len(hoogten) == 3
    assert all(b - a >= 12 for a, b in zip(sorted(hoogten), sorted(hoogten)[1:], strict=False))
    assert max(hoogten) < 270


def test_de_bladzijden_doorstaan_de_keuring_van_elk_document(u):
    bestanden = maak(u)
    assert keur(bestanden, omslag(u, OPENBAAR)) == []


def test_zonder_programma_en_zonder_netwerk(map_, bomen):
    for boom in bomen.values():
        assert all(s.get("type") == "application/ld+json" for s in boom.iter("script"))
        assert not any(re.match("(https?:)?//", bron) for bron in boom.xpath("//link/@href | //img/@src | //script/@src"))
    assert b"@import" not in map_["pagina.css"]
    assert b"url(" not in map_["pagina.css"]


def test_de_eerste_bladzijde_is_een_dataset_voor_zoekmachines(bomen):
    (tekst,) = bomen["index.html"].xpath("//script[@type='application/ld+json']/text()")
    dataset = json.loads(tekst)
    assert (dataset["@type"], dataset["version"], dataset["datePublished"]) == ("Dataset", "2023-1", "2023-04-28")
    assert dataset["distribution"][0]["contentUrl"].endswith("/mpp-2023-1/open-data/uitkomsten.csv")
