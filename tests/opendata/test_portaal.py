"""Publishing: in a folder and in a CKAN; never half, never twice, and what was published stays."""

import csv
import io
import os
from dataclasses import replace

import pytest
from rdflib import RDF, Graph
from rdflib.namespace import DCAT, DCTERMS

from mpp.opendata import uitgever as uitgevermodule
from mpp.opendata.portaal.aanroep import Aanroep
from mpp.opendata.portaal.ckan import Ckan
from mpp.opendata.portaal.map import Map
from mpp.opendata.portaal.verzameling import verzamel, voor_oogst
from mpp.opendata.portaal.zending import Zending
from mpp.opendata.uitgever import uitgever
from mpp.opendata.waardelijsten import alle_termen
from mpp.problemen import Fout
from mpp.uitgave.publiceren import maak_zending, publiceerbaar, zending_van
from tests.opendata.conftest import OPENBAAR, maak
from tests.opendata.portaal import ORGANISATIE, TOKEN, Portaal
from tests.opendata.test_dcat import EUROPEES, NEDERLANDS, term, toets, vormen_nodig

NAAM = "mpp-2023-1"


@pytest.fixture(scope="module")
def zending(u) -> Zending:
    """The small edition with two documents."""
    heel = zending_van({**maak(u), "prognose.pdf": b"%PDF-1", "prognose.html": b"<html>"}, u, OPENBAAR, ["prognose", "open-data"])
    weinig = tuple(
        b for b in heel.bestanden if b.naam in {"prognose.pdf", "prognose.html", "uitkomsten.csv", "uitkomsten.nl.csv", "bronnen.json"}
    )
    return replace(heel, bestanden=weinig)


@pytest.fixture(scope="module")
def van_later(zending) -> Zending:
    """The next edition: the same, under its own name and day."""
    alles = {
        pad: inhoud.replace(b"2023-1", b"2023-2").replace(b"2023-04-28", b"2023-10-28") if pad.endswith(".ttl") else inhoud
        for pad, inhoud in zending.alles.items()
    }
    return replace(zending, versie="2023-2", alles=alles)


@pytest.fixture
def portaal():
    server = Portaal()
    yield server
    server.sluit()


def ckan(portaal: Portaal, token: str = TOKEN, organisatie: str = ORGANISATIE) -> Ckan:
    return Ckan(Aanroep(portaal.adres, token, organisatie, wacht=0.4), organisatie)


def publiceer(zending: Zending, waar, *, vervang: bool = False) -> list[str]:
    gemeld: list[str] = []
    plan = publiceerbaar(zending, waar, vervang=vervang)
    if plan.actie != "niets":
        waar.publiceer(zending, plan, gemeld.append)
    return gemeld


def codes(zending: Zending, waar, **opties) -> list[str]:
    with pytest.raises(Fout) as fout:
        publiceer(zending, waar, **opties)
    return [p.code for p in fout.value.problemen]


def hashes(zending: Zending) -> dict[str, str]:
    return {b.naam: b.sha256 for b in zending.bestanden}


def test_elk_bestand_staat_erin_zoals_het_is_en_een_tweede_keer_is_er_niets_te_doen(zending, portaal):
    assert publiceerbaar(zending, ckan(portaal), vervang=False).actie == "nieuw"
    publiceer(zending, ckan(portaal))
    assert portaal.openbaar() == {NAAM: hashes(zending)}
    portaal.acties.clear()
    assert publiceer(zending, ckan(portaal)) == []
    assert portaal.acties == ["organization_list_for_user", "package_show"]


def test_op_geen_moment_ziet_iemand_een_deel(zending, portaal):
    publiceer(zending, ckan(portaal))
    nieuw = _anders(zending)
    publiceer(nieuw, ckan(portaal), vervang=True)
    assert [geheel for i, geheel in enumerate(portaal.gezien) if i == 0 or geheel != portaal.gezien[i - 1]] == [
        {},
        {NAAM: hashes(zending)},
        {NAAM: hashes(nieuw)},
    ]


def _anders(zending: Zending) -> Zending:
    eerste, *rest = zending.bestanden
    return replace(zending, bestanden=(replace(eerste, inhoud=b"%PDF-2"), *rest[:-1], replace(rest[-1], pad="open-data/nieuw.json")))


def test_wat_openbaar_is_wordt_niet_stil_vervangen(zending, portaal):
    publiceer(zending, ckan(portaal))
    ervoor = portaal.openbaar()
    assert codes(_anders(zending), ckan(portaal)) == ["publicatie-anders"]
    assert codes(replace(zending, gegevens={**zending.gegevens, "title": "Iets anders"}), ckan(portaal)) == ["publicatie-anders"]
    assert portaal.openbaar() == ervoor


def test_wie_tegelijk_iets_wijzigt_wordt_niet_overschreven(zending, portaal):
    publiceer(zending, ckan(portaal))

    def ander(actie: str, nr: int) -> None:
        if actie == "package_revise" and nr == 2:
            portaal.datasets[NAAM]["metadata_modified"] = "van een ander"

    portaal.storing = ander
    assert codes(_anders(zending), ckan(portaal), vervang=True) == ["portaal-fout"]
    assert portaal.openbaar() == {NAAM: hashes(zending)}


@pytest.mark.parametrize(
    ("storing", "code"),
    [
        ((403, {"message": "Access denied"}), "portaal-geweigerd"),
        ((409, {"url": ["Te groot"]}), "portaal-fout"),
        ((500, {"message": "Internal"}), "portaal-fout"),
        (b"<html>Inloggen</html>", "portaal-geen-ckan"),
        ("stil", "portaal-niet-bereikt"),
        ("weg", "portaal-niet-bereikt"),
    ],
)
def test_na_een_storing_ziet_niemand_iets_en_gaat_de_volgende_keer_verder(zending, portaal, storing, code):
    portaal.storing = lambda actie, nr: storing if (actie, nr) == ("resource_create", 3) else None
    assert codes(zending, ckan(portaal)) == [code]
    assert portaal.openbaar() == {}
    portaal.storing = lambda actie, nr: None
    portaal.acties.clear()
    publiceer(zending, ckan(portaal))
    assert portaal.openbaar() == {NAAM: hashes(zending)}
    assert portaal.acties.count("resource_create") == len(zending.bestanden) - 2


@pytest.mark.parametrize(("token", "organisatie"), [("verkeerd", ORGANISATIE), ("", ORGANISATIE), (TOKEN, "een-andere")])
def test_een_verkeerd_token_of_een_andere_organisatie_stopt_voor_er_iets_is_gedaan(zending, portaal, token, organisatie):
    assert codes(zending, ckan(portaal, token, organisatie)) == ["portaal-geweigerd"]
    assert portaal.acties == ["organization_list_for_user"]
    with pytest.raises(Fout) as fout:
        publiceer(zending, ckan(portaal, token, organisatie))
    assert not token or token not in str(fout.value.problemen[0])


def test_een_adres_dat_geen_portaal_is(zending):
    niets = Ckan(Aanroep("http://127.0.0.1:9", TOKEN, ORGANISATIE, wacht=0.4), ORGANISATIE)
    assert codes(zending, niets) == ["portaal-niet-bereikt"]
    assert codes(zending, Ckan(Aanroep("geen adres", TOKEN, ORGANISATIE), ORGANISATIE)) == ["portaal-niet-bereikt"]


def test_licentie_thema_en_frequentie_staan_er_als_adres(zending, portaal):
    publiceer(zending, ckan(portaal))
    dataset = portaal.datasets[NAAM]
    extras = {e["key"]: e["value"] for e in dataset["extras"]}
    assert dataset["license_id"] == "cc-zero"
    assert {r["license"] for r in dataset["resources"]} == {
        "http://creativecommons.org/publicdomain/zero/1.0/deed.nl",
        "http://creativecommons.org/licenses/by/4.0/deed.nl",
    }
    assert extras["frequency"] == "http://publications.europa.eu/resource/authority/frequency/ANNUAL_2"
    assert '"http://publications.europa.eu/resource/authority/data-theme/GOVE"' in extras["theme"]
    assert extras["identifier"] == uitgever().id("dataset", NAAM)
    assert not any("'" in tag["name"] or "," in tag["name"] for tag in dataset["tags"])


def test_een_map_krijgt_de_editie_en_daarna_wat_ernaar_leidt(zending, tmp_path):
    assert publiceerbaar(zending, Map(tmp_path), vervang=False).actie == "nieuw"
    publiceer(zending, Map(tmp_path))
    uit = {pad.relative_to(tmp_path).as_posix(): pad.read_bytes() for pad in tmp_path.rglob("*") if pad.is_file()}
    assert uit[f"{NAAM}/prognose.pdf"] == b"%PDF-1"
    assert uit[f"{NAAM}/open-data/uitkomsten.csv"] == zending.alles["open-data/uitkomsten.csv"]
    assert {"catalogus.ttl", "catalogus.jsonld", "oogst.ttl", "index.html"} <= uit.keys()
    assert len(uit) == len(zending.alles) + 4
    assert publiceerbaar(zending, Map(tmp_path), vervang=False).actie == "niets"
    rijen = list(csv.DictReader(io.StringIO(uit[f"{NAAM}/open-data/uitkomsten.csv"].decode())))
    assert {rij["editie"] for rij in rijen} == {NAAM}


def test_een_volgende_editie_verwijdert_niets_en_is_met_de_vorige_verbonden(zending, van_later, tmp_path):
    publiceer(zending, Map(tmp_path))
    eerst = {pad: pad.read_bytes() for pad in tmp_path.rglob("*") if pad.is_file() and NAAM in pad.parts}
    publiceer(van_later, Map(tmp_path))
    assert {pad: pad.read_bytes() for pad in eerst} == eerst
    g = Graph().parse(tmp_path / "oogst.ttl")
    oud, nieuw = (term_ for term_ in sorted(g.subjects(RDF.type, DCAT.Dataset)))
    (catalogus,) = g.subjects(RDF.type, DCAT.Catalog)
    assert set(g.objects(catalogus, DCAT.dataset)) == {oud, nieuw}
    assert (g.value(nieuw, term("prev")), g.value(oud, term("next"))) == (oud, nieuw)
    for geheel in (catalogus, g.value(nieuw, term("inSeries"))):
        assert [str(g.value(geheel, DCTERMS[wat])) for wat in ("issued", "modified")] == ["2023-04-28", "2023-10-28"]
    assert len(list(g.objects(catalogus, Graph().namespace_manager.expand_curie("foaf:homepage")))) == 1


@vormen_nodig
@pytest.mark.parametrize("vorm", [EUROPEES, NEDERLANDS])
def test_de_catalogus_van_alle_edities_is_geldig(zending, van_later, vorm):
    g = verzamel({z.versie: z.alles["open-data/dcat.ttl"] for z in (zending, van_later)})
    assert [pad for pad, ernst in toets(g, vorm) if ernst == "Violation"] == []


def test_wat_wordt_geoogst_heeft_geen_naam_bij_een_term_zodat_het_adres_blijft(zending):
    g = verzamel({zending.versie: zending.alles["open-data/dcat.ttl"]})
    voor, na = (
        {str(s) for s, p in h.subject_predicates() if str(s) in alle_termen() and str(p).rpartition("#")[2] in ("prefLabel", "label")}
        for h in (g, voor_oogst(g))
    )
    assert (len(voor) > 10, na) == (True, set())


def test_een_correctie_is_de_laatste_versie_van_haar_editie(zending, van_later):
    bytes_ = zending.alles["open-data/dcat.ttl"]
    metadata = {
        "2023-1": bytes_,
        "2023-1.1": bytes_.replace(b"mpp-2023-1", b"mpp-2023-1.1"),
        "2023-2": van_later.alles["open-data/dcat.ttl"],
    }
    g, u = verzamel(metadata), uitgever()
    adres = {versie: u.id("dataset", f"mpp-{versie}") for versie in metadata}
    gelinkt = {(str(s), str(o)) for s, o in g.subject_objects(term("prev"))}
    assert gelinkt == {(adres["2023-2"], adres["2023-1.1"])}
    assert {(str(s), str(o)) for s, o in g.subject_objects(term("nextVersion"))} == {(adres["2023-1"], adres["2023-1.1"])}


def test_een_map_met_andere_inhoud_wordt_niet_stil_vervangen(zending, tmp_path):
    publiceer(zending, Map(tmp_path))
    (tmp_path / NAAM / "prognose.pdf").write_bytes(b"anders")
    assert codes(zending, Map(tmp_path)) == ["publicatie-anders"]
    assert (tmp_path / NAAM / "prognose.pdf").read_bytes() == b"anders"
    publiceer(zending, Map(tmp_path), vervang=True)
    assert publiceerbaar(zending, Map(tmp_path), vervang=False).actie == "niets"


def test_na_een_onderbreking_wordt_een_map_afgemaakt(zending, tmp_path):
    publiceer(zending, Map(tmp_path))
    (tmp_path / "catalogus.ttl").unlink()
    assert publiceerbaar(zending, Map(tmp_path), vervang=False).actie == "verder"
    publiceer(zending, Map(tmp_path))
    assert publiceerbaar(zending, Map(tmp_path), vervang=False).actie == "niets"


def test_metadata_die_niet_kloppen_worden_niet_gepubliceerd(u, zending):
    alles = {**zending.alles, "open-data/uitkomsten.csv": b"anders"}
    with pytest.raises(Fout) as fout:
        zending_van(alles, u, OPENBAAR, [])
    assert {p.code for p in fout.value.problemen} == {"publicatie-metadata"}


def test_zonder_uitgever_of_met_een_voorbeeld_wordt_er_niets_gepubliceerd(u, tmp_path, monkeypatch):
    pad = tmp_path / "uitgever.yml"
    monkeypatch.setattr(uitgevermodule, "_BESTAND", pad)
    niemand = 'contact: {naam: Geen contactpunt, email: "", url: LEESMIJ.md}\n'
    teksten = {
        'basis: ""\nuitgever: {uri: "", naam: Geen uitgever}\n' + niemand: "publicatie-geen-uitgever",
        "basis: https://example.org\nuitgever: {uri: https://example.org/x, naam: APM}\n"
        "contact: {naam: APM, email: a@example.org, url: https://example.org}\n": "uitgever-voorbeeld",
    }
    for tekst, code in teksten.items():
        pad.write_text(tekst, encoding="utf-8")
        uitgever.cache_clear()
        with pytest.raises(Fout) as fout:
            maak_zending(u, OPENBAAR)
        assert {p.code for p in fout.value.problemen} == {code}
    uitgever.cache_clear()


@pytest.mark.skipif("MPP_PROEF_CKAN" not in os.environ, reason="niet getoetst: er draait geen CKAN (MPP_PROEF_CKAN, MPP_PROEF_CKAN_TOKEN)")
def test_een_echt_ckan_neemt_de_editie_aan(zending):
    """Create, nothing to do, refuse, replace; an anonymous visitor sees the files as they were sent."""
    import json
    import urllib.request

    adres, token = os.environ["MPP_PROEF_CKAN"], os.environ["MPP_PROEF_CKAN_TOKEN"]

    def waar() -> Ckan:
        return Ckan(Aanroep(adres, token, ORGANISATIE), ORGANISATIE)

    def anoniem(pad: str) -> bytes:
        with urllib.request.urlopen(pad if pad.startswith("http") else adres + pad, timeout=30) as antwoord:
            return antwoord.read()

    vraag = Aanroep(adres, token, ORGANISATIE)
    for naam in vraag.doe("package_list", {}):
        vraag.doe("dataset_purge", {"id": naam})
    assert publiceerbaar(zending, waar(), vervang=False).actie == "nieuw"
    publiceer(zending, waar())
    assert publiceerbaar(zending, waar(), vervang=False).actie == "niets"
    nieuw = _anders(zending)
    assert codes(nieuw, waar()) == ["publicatie-anders"]
    publiceer(nieuw, waar(), vervang=True)
    assert publiceerbaar(nieuw, waar(), vervang=False).actie == "niets"
    gezien = json.loads(anoniem(f"/api/3/action/package_show?id={NAAM}"))["result"]
    for bestand in nieuw.bestanden:
        (bron,) = (r for r in gezien["resources"] if r["name"] == bestand.naam)
        assert (bron["hash"], anoniem(bron["url"])) == (bestand.sha256, bestand.inhoud)
    assert codes(zending, Ckan(Aanroep(adres, "verkeerd", ORGANISATIE), ORGANISATIE)) == ["portaal-geweigerd"]
