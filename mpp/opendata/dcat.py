"""The metadata of the open data by DCAT-AP-NL 3.0: what there is, whose it is, and on what terms."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mpp.opendata.rdf import graaf, verwijzing, waarde, zeg
from mpp.opendata.sets import CC0
from mpp.opendata.uitgever import editienaam, uitgever
from mpp.opendata.waardelijsten import term

if TYPE_CHECKING:
    from rdflib import Graph

    from mpp.opendata.publicatie import Publicatie
    from mpp.opendata.sets import Gegevensset


class Vorm(NamedTuple):
    """What a file of some kind is called and how it is named in the controlled lists."""

    naam: str
    code: str
    mediatype: str
    standaard: str


REEKS: Final = ("reeks", "mpp")
CATALOGUS: Final = ("catalogus",)
"""The names of what holds all editions."""
TREFWOORDEN: Final = ("asiel", "regulier", "bewaring", "migratieketen", "prognose", "MPP")

#: The kinds of files, by extension.
VORMEN: Final = {
    "csv": Vorm("CSV", "CSV", "text/csv", "www.rfc-editor.org/info/rfc4180"),
    "nl.csv": Vorm("CSV voor een Nederlandse spreadsheet", "CSV", "text/csv", "www.rfc-editor.org/info/rfc4180"),
    "json": Vorm("JSON", "JSON", "application/json", "www.rfc-editor.org/info/rfc8259"),
    "ttl": Vorm("Turtle", "RDF_TURTLE", "text/turtle", "www.w3.org/TR/turtle/"),
    "jsonld": Vorm("JSON-LD", "JSON_LD", "application/ld+json", "www.w3.org/TR/json-ld11/"),
    "html": Vorm("HTML", "HTML", "text/html", "html.spec.whatwg.org/multipage/"),
}


def vorm_van(pad: str) -> str:
    """The kind of a file: its extension, of a table for a Dutch spreadsheet with what goes before it."""
    return pad.partition(".")[2]


def catalogus(publicatie: Publicatie, sets: Sequence[Gegevensset], bijgesteld: str) -> Graph:
    """The dataset of an edition with a distribution for each file of `sets`, the series it is in, and a catalogue that holds it.

    `bijgesteld` tells what changed since the edition before, empty where that is not known. Series and catalogue have addresses without
    an edition, and say nothing that holds for one edition only: their dates follow from all editions that stand beside each other.
    """
    return _Catalogus(publicatie).maak(sets, bijgesteld)


class _Catalogus:
    def __init__(self, publicatie: Publicatie):
        self.g, self.u, self.p, self.editie = graaf(), uitgever(), publicatie, publicatie.editie
        self.data = {
            "dct:issued": waarde(self.editie.vastgesteld.isoformat(), "xsd:date"),
            "dct:modified": waarde(publicatie.gewijzigd.isoformat(), "xsd:date"),
        }
        self.taal = {"dct:language": self._term("taal", "NLD")}
        self.gebied = {"dct:spatial": self._term("gebied", "NLD")}
        self.wie = self._wie()
        self.pagina = self._zeg(self.u.bestand(self.p.versie, ""), ["foaf:Document"], {"dct:title": publicatie.titel})
        self.uitleg = self._zeg(
            self.u.bestand(self.p.versie, "gegevenswoordenboek.html"),
            ["foaf:Document"],
            {"dct:title": f"Gegevenswoordenboek {publicatie.status.naam(self.editie)}"},
        )

    def maak(self, sets: Sequence[Gegevensset], bijgesteld: str) -> Graph:
        reeks = self._zeg(
            self.u.id(*REEKS),
            ["dcat:DatasetSeries", "dcat:Resource"],
            {
                "dct:title": "Meerjaren Productie Prognose",
                "dct:description": "De edities van de Meerjaren Productie Prognose van de migratieketen.",
                "dct:accrualPeriodicity": self._term("frequentie", "ANNUAL_2"),
                **self.gebied,
                "dct:publisher": self.wie["dct:publisher"],
                "dcat:contactPoint": self.wie["dcat:contactPoint"],
            },
        )
        dataset = self._dataset(sets, reeks, bijgesteld)
        self._zeg(
            self.u.id(*CATALOGUS),
            ["dcat:Catalog", "dcat:Resource"],
            {
                "dct:title": "Open data Meerjaren Productie Prognose",
                "dct:description": f"De cijfers van de Meerjaren Productie Prognose, een gegevensset per editie. {self.editie.verklaring}",
                **self.wie,
                **self.taal,
                **self.gebied,
                "dct:license": self._licentie(CC0),
                "foaf:homepage": self.pagina,
                "dcat:dataset": dataset,
                "dcat:resource": reeks,
                "dcat:record": self._record(dataset),
                "dcat:themeTaxonomy": self._zeg(
                    "http://publications.europa.eu/resource/authority/data-theme",
                    ["skos:ConceptScheme"],
                    {"dct:title": "Thema's (EU)"},
                ),
            },
        )
        return self.g

    def _zeg(self, uri: str, klassen: list[str], uitspraken: dict[str, Any]) -> Any:
        return zeg(self.g, uri, klassen, uitspraken)

    def _term(self, lijst: str, code: str) -> Any:
        return term(self.g, lijst, code)

    def _wie(self) -> dict[str, Any]:
        wie = self._zeg(self.u.uri, ["foaf:Agent"], {"foaf:name": self.u.naam})
        contact = self._zeg(
            self.u.id("contact"),
            ["vcard:Kind", "vcard:Organization"],
            {
                "vcard:fn": self.u.contact.naam,
                "vcard:hasEmail": verwijzing(f"mailto:{self.u.contact.email}") if self.u.contact.email else None,
                "vcard:hasURL": verwijzing(self.u.contact.url),
            },
        )
        return {"dct:publisher": wie, "dct:creator": wie, "dcat:contactPoint": contact}

    def _dataset(self, sets: Sequence[Gegevensset], reeks: Any, bijgesteld: str) -> Any:
        jaren = [jaar for s in sets if s.jaren for jaar in s.jaren]
        vorige, correcties = self.p.vorige_versie, self.p.status.correcties
        return self._zeg(
            self._naam(),
            ["dcat:Dataset", "dcat:Resource"],
            {
                "dct:title": self.p.titel,
                "dct:description": f"{self.p.omschrijving} {self.p.verklaring}",
                "dct:identifier": waarde(self._naam()),
                "dcat:version": waarde(self.p.versie),
                "adms:versionNotes": " ".join(filter(None, (*(correctie.zin for correctie in correcties), bijgesteld))) or None,
                "dcat:previousVersion": verwijzing(self.u.id("dataset", editienaam(vorige))) if vorige else None,
                "dcat:keyword": list(TREFWOORDEN),
                **self.wie,
                **self.data,
                **self.taal,
                **self.gebied,
                "dct:accessRights": self._term("toegang", "PUBLIC" if self.p.openbaar else "NON_PUBLIC"),
                "dcat:theme": [self._term("thema", code) for code in ("GOVE", "SOCI", "JUST")],
                "adms:status": self._term("status", "DEVELOP" if self.p.concept else "COMPLETED"),
                "dct:accrualPeriodicity": self._term("frequentie", "ANNUAL_2"),
                "dct:conformsTo": [self._term("standaard", standaard) for standaard in sorted({s.standaard for s in sets})],
                "dcat:landingPage": self.pagina,
                "foaf:page": self.uitleg,
                "dct:isReferencedBy": verwijzing(self.u.bestand(self.p.versie, "datapackage.json")),
                "dcat:inSeries": reeks,
                "dct:provenance": self._zeg(
                    self.u.id("herkomst", editienaam(self.p.versie)),
                    ["dct:ProvenanceStatement"],
                    {"rdfs:label": self.p.herkomst},
                ),
                "dct:temporal": self._periode(min(jaren), max(jaren)),
                "dcat:distribution": [self._distributie(s, naam, inhoud) for s in sets for naam, inhoud in s.bestanden.items()],
            },
        )

    def _naam(self, *delen: str) -> str:
        return self.u.id("dataset", editienaam(self.p.versie), *delen)

    def _distributie(self, s: Gegevensset, naam: str, inhoud: bytes) -> Any:
        extensie = vorm_van(naam)
        vorm = VORMEN[extensie]
        adres, uri = verwijzing(self.u.bestand(self.p.versie, naam)), self._naam(s.naam, extensie)
        som = self._zeg(
            f"{uri}/hash",
            ["spdx:Checksum"],
            {
                "spdx:algorithm": self._term("hash", "checksumAlgorithm_sha256"),
                "spdx:checksumValue": waarde(hashlib.sha256(inhoud).hexdigest(), "xsd:hexBinary"),
            },
        )
        return self._zeg(
            uri,
            ["dcat:Distribution"],
            {
                "dct:title": f"{s.titel} ({vorm.naam})",
                "dct:description": s.omschrijving,
                "dcat:accessURL": adres,
                "dcat:downloadURL": adres,
                "dct:format": self._term("formaat", vorm.code),
                "dcat:mediaType": self._term("mediatype", vorm.mediatype),
                "dcat:byteSize": waarde(len(inhoud), "xsd:nonNegativeInteger"),
                "spdx:checksum": som,
                "dct:license": self._licentie(s.licentie),
                "dct:conformsTo": [self._term("standaard", standaard) for standaard in (vorm.standaard, s.standaard)],
                **self.data,
                **self.taal,
                "dct:rights": self._zeg(
                    self.u.id("verklaring", editienaam(self.p.versie)),
                    ["dct:RightsStatement"],
                    {"rdfs:label": self.p.verklaring},
                ),
                "dcatap:availability": self._term("beschikbaarheid", "EXPERIMENTAL" if self.p.concept else "STABLE"),
            },
        )

    def _licentie(self, code: str) -> Any:
        if self.p.openbaar:
            return self._term("licentie", code)
        return self._zeg(
            self.u.id("licentie", "niet-openbaar"),
            ["dct:LicenseDocument"],
            {"rdfs:label": f"Geen licentie: {self.p.classificatie}"},
        )

    def _periode(self, eerste: int, laatste: int) -> Any:
        return self._zeg(
            self.u.id("periode", f"{eerste}-{laatste}"),
            ["dct:PeriodOfTime"],
            {
                "dcat:startDate": waarde(f"{eerste}-01-01", "xsd:date"),
                "dcat:endDate": waarde(f"{laatste}-12-31", "xsd:date"),
            },
        )

    def _record(self, dataset: Any) -> Any:
        return self._zeg(
            self.u.id("record", editienaam(self.p.versie)),
            ["dcat:CatalogRecord"],
            {
                "dct:title": f"Metadata van {self.p.titel}",
                "foaf:primaryTopic": dataset,
                "dct:conformsTo": self._term("standaard", "docs.geostandaarden.nl/dcat/dcat-ap-nl30/"),
                **self.data,
                **self.taal,
            },
        )
