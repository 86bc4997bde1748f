"""The metadata hold under every shape of DCAT-AP 3 and DCAT-AP-NL 3.0, and do not when something is left out.

The shapes are not part of the project: they are read from the folder `shared` beside the checkout.
"""

import json
from pathlib import Path

import pytest
from rdflib import RDF, BNode, Graph, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, SKOS, XSD

from mpp.opendata.keuring import gebreken
from mpp.opendata.rdf import RUIMTEN
from mpp.opendata.uitgever import uitgever
from mpp.ronde.correctie import Correctie
from mpp.ronde.status import Status
from tests.opendata.conftest import maak
from tests.opendata.test_tabellen import GEEN_GEGEVENS

SH = Namespace("http://www.w3.org/ns/shacl#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
VORMEN = Path(__file__).parents[2].parent / "shared" / "data" / "dcat-ap-nl-3.0"
EUROPEES, NEDERLANDS = "dcat-ap-SHACL.ttl", "dcat-ap-nl-SHACL.ttl"
BEREIK, AANBEVOLEN = "dcat-ap-nl-SHACL-klassebereik.ttl", "dcat-ap-nl-SHACL-aanbevolen.ttl"

vormen_nodig = pytest.mark.skipif(not VORMEN.is_dir(), reason="niet getoetst: de SHACL-vormen staan niet naast het project")


def term(naam: str) -> URIRef:
    """A term of DCAT 3 that rdflib does not know."""
    return URIRef(f"{DCAT}{naam}")


def lees(tekst: bytes) -> Graph:
    return Graph().parse(data=tekst, format="turtle")


@pytest.fixture(scope="module")
def metadata(map_) -> Graph:
    return lees(map_["dcat.ttl"])


def toets(g: Graph, vorm: str) -> list[tuple[str, str]]:
    """What does not hold under a file of shapes: (path, severity)."""
    from pyshacl import validate

    _, verslag, _ = validate(g, shacl_graph=Graph().parse(VORMEN / vorm), inference="none", allow_warnings=True)
    return sorted(
        (str(verslag.value(r, SH.resultPath)), str(verslag.value(r, SH.resultSeverity)).removeprefix(str(SH)))
        for r in verslag.subjects(RDF.type, SH.ValidationResult)
    )


def getoetst(g: Graph, vorm: str) -> tuple[int, int]:
    """How many nodes of `g` the shapes aim at, and how many property shapes are held against them."""
    vormen = Graph().parse(VORMEN / vorm)
    knopen = toetsen = 0
    for vormknoop, klasse in vormen.subject_objects(SH.targetClass):
        geraakt = len(set(g.subjects(RDF.type, klasse)))
        knopen += geraakt
        toetsen += geraakt * len(set(vormen.objects(vormknoop, SH.property)))
    return knopen, toetsen


@vormen_nodig
@pytest.mark.parametrize(
    ("vorm", "knopen", "toetsen"),
    [(EUROPEES, 100, 1900), (NEDERLANDS, 35, 220), (BEREIK, 27, 36), (AANBEVOLEN, 26, 100)],
)
def test_geldig_onder_elke_vorm_die_ook_echt_iets_toetst(metadata, vorm, knopen, toetsen, record_property):
    geraakt, gedaan = getoetst(metadata, vorm)
    record_property("getoetst", f"{vorm}: {geraakt} knopen, {gedaan} toetsen")
    assert geraakt >= knopen
    assert gedaan >= toetsen
    assert [pad for pad, ernst in toets(metadata, vorm) if ernst == "Violation"] == []


@vormen_nodig
def test_van_wat_is_aanbevolen_ontbreekt_alleen_de_dataservice_die_er_niet_is(metadata):
    distributies = set(metadata.subjects(RDF.type, DCAT.Distribution))
    assert toets(metadata, AANBEVOLEN) == [(str(DCAT.accessService), "Warning")] * len(distributies)


@vormen_nodig
@pytest.mark.parametrize(
    ("weg", "vorm"),
    [
        ((None, DCTERMS.publisher, None), NEDERLANDS),
        ((None, DCTERMS.publisher, None), EUROPEES),
        ((None, DCTERMS.license, None), NEDERLANDS),
        ((None, DCTERMS.accessRights, None), NEDERLANDS),
        ((None, DCTERMS.identifier, None), NEDERLANDS),
        ((None, DCAT.contactPoint, None), NEDERLANDS),
        ((None, DCAT.theme, None), NEDERLANDS),
        ((None, DCTERMS.language, None), NEDERLANDS),
        ((None, DCTERMS.title, None), EUROPEES),
        ((None, DCAT.accessURL, None), EUROPEES),
        ((None, FOAF.name, None), EUROPEES),
        ((None, SKOS.prefLabel, None), EUROPEES),
        ((None, RDF.type, VCARD.Kind), BEREIK),
        ((None, DCTERMS.conformsTo, None), AANBEVOLEN),
    ],
)
def test_zonder_een_verplicht_gegeven_niet_geldig(map_, weg, vorm):
    g = lees(map_["dcat.ttl"])
    ervoor, aantal = toets(g, vorm), len(g)
    g.remove(weg)
    assert len(g) < aantal
    assert len(toets(g, vorm)) > len(ervoor)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own reader of JSON-LD
def test_turtle_en_jsonld_zijn_dezelfde_graaf(map_, metadata):
    assert isomorphic(metadata, Graph().parse(data=map_["dcat.jsonld"], format="json-ld"))


def test_geen_naamloze_knopen_en_alles_waarnaar_wordt_verwezen_heeft_een_soort(metadata):
    adressen = {DCAT.accessURL, DCAT.downloadURL, DCTERMS.isReferencedBy, term("previousVersion"), VCARD.hasEmail, VCARD.hasURL, RDF.type}
    doelen = {o for _, p, o in metadata if p not in adressen and isinstance(o, URIRef)}
    assert doelen
    assert doelen <= set(metadata.subjects(RDF.type, None))
    assert not any(isinstance(deel, BNode) for uitspraak in metadata for deel in uitspraak)


def test_elke_naamruimte_is_de_echte():
    bekend = {str(ruimte) for _, ruimte in Graph(bind_namespaces="rdflib").namespaces()}
    assert set(RUIMTEN.values()) - bekend == {
        "http://www.w3.org/ns/adms#",
        "http://data.europa.eu/r5r/",
        "http://purl.org/linked-data/sdmx/2009/attribute#",
        "http://spdx.org/rdf/terms#",
        "http://www.w3.org/2006/vcard/ns#",
    }


def test_zo_staan_de_reeks_de_catalogus_en_een_gegevensset_in_het_portaal(metadata, snapshot):
    soorten = (DCAT.Catalog, URIRef(f"{DCAT}DatasetSeries"), DCAT.Dataset, DCAT.Distribution)
    beschreven = [min(metadata.subjects(RDF.type, soort)) for soort in soorten]
    weg = (DCAT.byteSize, DCAT.distribution)
    regels = [sorted(f"{metadata.qname(p)}: {w}" for p, w in metadata.predicate_objects(s) if p not in weg) for s in beschreven]
    assert "\n".join(regel for deel in regels for regel in [*deel, ""]) == snapshot


def test_een_editie_is_een_gegevensset_met_elk_bestand_in_een_reeks_in_de_catalogus(metadata):
    (dataset,) = metadata.subjects(RDF.type, DCAT.Dataset)
    (catalogus,) = metadata.subjects(RDF.type, DCAT.Catalog)
    (reeks,) = metadata.objects(dataset, term("inSeries"))
    assert str(dataset) == uitgever().id("dataset", "mpp-2023-1")
    assert {(catalogus, DCAT.dataset, dataset), (catalogus, term("resource"), reeks)} <= set(metadata)
    assert set(metadata.objects(dataset, DCAT.distribution)) == set(metadata.subjects(RDF.type, DCAT.Distribution))


def test_wat_van_alle_edities_is_zegt_niets_van_een_ervan(metadata):
    for soort in (DCAT.Catalog, URIRef(f"{DCAT}DatasetSeries")):
        (geheel,) = metadata.subjects(RDF.type, soort)
        assert "2023" not in str(geheel)
        assert not {DCTERMS.issued, DCTERMS.modified, DCTERMS.temporal} & set(metadata.predicates(geheel))


def test_een_correctie_is_een_nieuwe_versie_met_haar_dag_en_wat_er_anders_is(u):
    correctie = Correctie(
        versie="2023-1.1", soort="correctie", datum="2023-06-01", door="APM", wat="Een cijfer.", waarom="Er was een cijfer verschreven."
    )
    status = Status(False, (), "openbaar", "B", versie="2023-1.1", correcties=(correctie,))
    g = lees(maak(u, status)["open-data/dcat.ttl"])
    (dataset,) = g.subjects(RDF.type, DCAT.Dataset)
    assert str(dataset) == uitgever().id("dataset", "mpp-2023-1.1")
    assert str(g.value(dataset, term("previousVersion"))) == uitgever().id("dataset", "mpp-2023-1")
    assert [str(g.value(dataset, DCTERMS[wat])) for wat in ("issued", "modified")] == [u.editie.vastgesteld.isoformat(), "2023-06-01"]
    assert "Een cijfer." in str(g.value(dataset, URIRef("http://www.w3.org/ns/adms#versionNotes")))


@pytest.mark.parametrize(
    ("oud", "nieuw", "wat"),
    [
        ("metadata", {"uitkomsten.csv": b"anders"}, "uitkomsten.csv heeft een andere hash"),
        ("metadata", {"uitkomsten.csv": b"anders"}, "uitkomsten.csv heeft een andere omvang"),
        ("metadata", {"uitkomsten.csv": None}, "uitkomsten.csv wordt genoemd en is er niet"),
        (b"dcat:inSeries", b"dct:relation", "is niet van een reeks"),
        (b"dcat:dataset ", b"dct:relation ", "staat niet in de catalogus"),
        (b"dct:temporal", b"dct:relation", "heeft geen periode die kan"),
        (b'dcat:endDate "20', b'dcat:endDate "19', "heeft geen periode die kan"),
        (b'dct:modified "20', b'dct:modified "19', "is gewijzigd"),
        (b"data-theme/GOVE", b"data-theme/GOV", "data-theme/GOV staat niet in de waardelijst"),
        (b"frequency/ANNUAL_2", b"frequency/HALF", "frequency/HALF staat niet in de waardelijst"),
        (b"dcat:distribution ", b"dct:relation ", "hoort bij geen gegevensset"),
    ],
)
def test_wat_de_vormen_niet_zien_ziet_de_eigen_keuring(map_, oud, nieuw, wat):
    bestanden = {**map_, **nieuw} if oud == "metadata" else map_
    bestanden = {naam: inhoud for naam, inhoud in bestanden.items() if inhoud is not None}
    tekst = map_["dcat.ttl"] if oud == "metadata" else map_["dcat.ttl"].replace(oud, nieuw)
    assert list(gebreken(lees(map_["dcat.ttl"]), map_)) == []
    assert any(wat in gebrek for gebrek in gebreken(lees(tekst), bestanden))


def test_elk_bestand_is_een_distributie_met_zijn_eigen_adres_en_hash(map_, metadata):
    basis = uitgever().bestand("2023-1", "")
    bestanden = {str(o).removeprefix(basis) for o in metadata.objects(None, DCAT.downloadURL)}
    assert bestanden == {naam for naam in map_.keys() - GEEN_GEGEVENS if "/" not in naam}
    hashes = {bron["hash"].removeprefix("sha256:") for bron in json.loads(map_["datapackage.json"])["resources"]}
    assert hashes == {str(o) for o in metadata.objects(None, Namespace("http://spdx.org/rdf/terms#").checksumValue)}


def test_datums_komen_uit_de_editie(u, metadata):
    datums = set(metadata.objects(None, DCTERMS.modified)) | set(metadata.objects(None, DCTERMS.issued))
    assert {(str(d), d.datatype) for d in datums} == {(u.editie.vastgesteld.isoformat(), XSD.date)}
    perioden = {
        (str(metadata.value(p, DCAT.startDate)), str(metadata.value(p, DCAT.endDate)))
        for p in metadata.subjects(RDF.type, DCTERMS.PeriodOfTime)
    }
    assert perioden == {("2021-01-01", "2024-12-31")}  # what came, and the forecast


@pytest.mark.parametrize(
    ("status", "toegang", "licenties", "staat"),
    [
        (Status(False, (), "openbaar", "B"), "PUBLIC", {"CC0 1.0", "CC BY 4.0"}, "COMPLETED"),
        (Status(True, ("x",), "openbaar", "B"), "PUBLIC", {"CC0 1.0", "CC BY 4.0"}, "DEVELOP"),
        (
            Status(False, (), "Dep. VERTROUWELIJK", "A"),
            "NON_PUBLIC",
            {"Geen licentie: Dep. VERTROUWELIJK"},
            "COMPLETED",
        ),
    ],
)
def test_toegang_licentie_en_staat_volgen_uit_de_status(u, status, toegang, licenties, staat):
    g = lees(maak(u, status)["open-data/dcat.ttl"])
    uris = {str(o).rsplit("/", 1)[1] for o in g.objects(None, DCTERMS.accessRights)}
    statussen = {str(o).rsplit("/", 1)[1] for o in g.objects(None, Namespace("http://www.w3.org/ns/adms#").status)}
    labels = {str(o) for s in g.subjects(RDF.type, DCTERMS.LicenseDocument) for p, o in g.predicate_objects(s) if p != RDF.type}
    assert (uris, labels, statussen) == ({toegang}, licenties, {staat})
    if VORMEN.is_dir():
        assert toets(g, NEDERLANDS) == toets(g, EUROPEES) == []
