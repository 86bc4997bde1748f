"""The data dictionary holds everything that is published and nothing else, the same in three forms."""

import re
from html.parser import HTMLParser

import pytest
from rdflib import RDF, Graph
from rdflib.compare import isomorphic
from rdflib.namespace import FOAF, SKOS

from mpp.glossarium import lees_glossarium
from mpp.opendata.tabel import tabellen
from mpp.opendata.uitgever import uitgever
from mpp.parameters.eenheden import EENHEDEN
from mpp.uitkomsten import indicatoren
from tests.opendata.test_tabellen import GEVULD


@pytest.fixture(scope="module")
def kader(map_) -> Graph:
    return Graph().parse(data=map_["gegevenswoordenboek.ttl"], format="turtle")


def codes(kader: Graph, groep: str) -> set[str]:
    collectie = uitgever().id("collectie", groep)
    leden = [b for c, b in kader.subject_objects(SKOS.member) if str(c) == collectie]
    return {str(kader.value(b, SKOS.notation)) for b in leden}


def test_elke_indicator_eenheid_en_kolom_en_geen_andere(kader):
    assert codes(kader, "indicator") == set(indicatoren("extern"))
    assert codes(kader, "eenheid") == set(EENHEDEN)
    kolommen = {f"{t.naam}.{k.naam}" for t in tabellen().values() if t.naam in GEVULD for k in t.kolommen}
    assert codes(kader, "kolom") == kolommen


def test_elke_afkorting_en_term_van_het_glossarium(u, kader):
    lijst = lees_glossarium(u.ps.pad.resolve().parent / "glossary.yml")
    namen = {str(o) for p in (SKOS.prefLabel, SKOS.altLabel) for o in kader.objects(None, p)}
    assert {a.afkorting for a in lijst.afkortingen} | {b.term for b in lijst.begrippen} | {"statushouder"} <= namen


def test_elk_begrip_is_volledig_en_eenduidig(kader):
    begrippen = set(kader.subjects(RDF.type, SKOS.Concept))
    namen = [str(kader.value(b, SKOS.prefLabel)) for b in begrippen]
    assert len(set(namen)) == len(begrippen)
    assert len(begrippen) > len(indicatoren("extern")) + len(EENHEDEN)
    for begrip in begrippen:
        assert kader.value(begrip, SKOS.definition)
        assert kader.value(begrip, SKOS.inScheme) == kader.value(None, RDF.type, SKOS.ConceptScheme)
        assert (kader.value(begrip, SKOS.topConceptOf) is None) == bool(kader.value(begrip, SKOS.broader))
        assert " " not in str(begrip)
        assert "%20" not in str(begrip)
        assert len(list(kader.objects(begrip, SKOS.prefLabel))) == 1
        assert not set(kader.objects(begrip, SKOS.prefLabel)) & set(kader.objects(begrip, SKOS.altLabel))


def test_indicatoren_verwijzen_naar_hun_eenheid(kader):
    eenheid = {str(i): str(e) for i, p, e in kader if str(p).endswith("#unitMeasure")}
    assert len(eenheid) == len(indicatoren("extern"))
    assert eenheid[uitgever().id("indicator", "coa.bezetting")] == uitgever().id("eenheid", "personen")
    assert set(eenheid.values()) <= {str(s) for s in kader.subjects(RDF.type, SKOS.Concept)}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own reader of JSON-LD
def test_turtle_en_jsonld_zijn_dezelfde_graaf(map_, kader):
    assert isomorphic(kader, Graph().parse(data=map_["gegevenswoordenboek.jsonld"], format="json-ld"))


class Lezer(HTMLParser):
    def __init__(self, tekst: str):
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tekst = ""
        self.feed(tekst)

    def handle_starttag(self, tag, attrs):
        self.ids += [w for n, w in attrs if n == "id"]
        self.links += [w for n, w in attrs if n == "href"]

    def handle_data(self, data):
        self.tekst += data


def test_de_leesbare_pagina_heeft_elk_begrip_en_geen_dode_verwijzing(map_, kader):
    pagina = Lezer(map_["gegevenswoordenboek.html"].decode())
    assert len(pagina.ids) == len(set(pagina.ids))
    assert {link[1:] for link in pagina.links if link.startswith("#")} <= set(pagina.ids)
    assert {link for link in pagina.links if not re.match("#|http", link)} <= map_.keys()
    for begrip in kader.subjects(RDF.type, SKOS.Concept):
        (definitie,) = (str(d) for d in kader.objects(begrip, SKOS.definition) if d.language == "nl")
        assert definitie in pagina.tekst
    assert "Mensen < in > de opvang & daarbuiten." in pagina.tekst
    assert "geen officiële publicatie" in pagina.tekst


def test_een_deel_wijst_naar_zijn_totaal_en_terug(kader):
    ruimer, nauwer = set(kader.subject_objects(SKOS.broader)), set(kader.subject_objects(SKOS.narrower))
    assert ruimer == {(deel, totaal) for totaal, deel in nauwer}
    adres = uitgever().id
    assert (adres("indicator", "instroom.nareis"), adres("indicator", "instroom.totaal")) in {(str(a), str(b)) for a, b in ruimer}


def test_elke_kolom_zegt_ook_in_het_engels_wat_zij_is(kader):
    kolommen = [b for b in kader.subjects(RDF.type, SKOS.Concept) if "/kolom/" in str(b)]
    assert len(kolommen) > 100
    assert all({d.language for d in kader.objects(k, SKOS.definition)} == {"nl", "en"} for k in kolommen)


def test_achter_elk_begrip_staat_een_plek_om_te_lezen(map_, kader):
    basis = uitgever().bestand("2023-1", "")
    pagina = map_["gegevenswoordenboek.html"].decode()
    for doel in kader.objects(None, FOAF.page):
        bestand, _, anker = str(doel).removeprefix(basis).partition("#")
        assert bestand in map_
        assert not anker or f'id="{anker}"' in pagina


def test_het_kader_is_van_deze_editie(kader):
    (adres,) = kader.subjects(RDF.type, SKOS.ConceptScheme)
    assert str(adres) == uitgever().id("begrippenkader", "mpp-2023-1")
