"""The metadata of the open data by DCAT-AP-NL 3.0: what there is, whose it is, and on what terms."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mpp.opendata.rdf import graaf, verwijzing, waarde, zeg
from mpp.opendata.sets import CC0
from mpp.opendata.uitgever import uitgever
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


def catalogus(publicatie: Publicatie, sets: Sequence[Gegevensset]) -> Graph:
    """A catalogue with the series of editions and, for each of `sets`, a dataset, its distributions and a record."""
    return _Catalogus(publicatie).maak(sets)


class _Catalogus:
    def __init__(self, publicatie: Publicatie):
        self.g, self.u, self.p, self.editie = graaf(), uitgever(), publicatie, publicatie.editie
        datum = waarde(self.editie.vastgesteld.isoformat(), "xsd:date")
        self.data = {"dct:issued": datum, "dct:modified": datum}
        self.taal = {"dct:language": self._term("taal", "NLD")}
        self.gebied = {"dct:spatial": self._term("gebied", "NLD")}
        self.wie = self._wie()
        self.pagina = self._zeg(self.u.bestand(self.p.versie, ""), ["foaf:Document"], {"dct:title": publicatie.titel})
        self.uitleg = self._zeg(
            self.u.bestand(self.p.versie, "gegevenswoordenboek.html"),
            ["foaf:Document"],
            {"dct:title": f"Gegevenswoordenboek {publicatie.status.naam(self.editie)}"},
        )

    def maak(self, sets: Sequence[Gegevensset]) -> Graph:
        reeks = self._zeg(
            self.u.id("reeks", "mpp"),
            ["dcat:DatasetSeries", "dcat:Resource"],
            {
                "dct:title": "Meerjaren Productie Prognose",
                "dct:description": "De edities van de Meerjaren Productie Prognose van de migratieketen.",
                "dct:accrualPeriodicity": self._term("frequentie", "ANNUAL_2"),
                **self.data,
                **self.gebied,
                "dct:publisher": self.wie["dct:publisher"],
                "dcat:contactPoint": self.wie["dcat:contactPoint"],
            },
        )
        datasets = [self._dataset(s, reeks) for s in sets]
        self._zeg(
            self.u.id("catalogus"),
            ["dcat:Catalog", "dcat:Resource"],
            {
                "dct:title": "Open data Meerjaren Productie Prognose",
                "dct:description": self.p.verklaring,
                **self.wie,
                **self.data,
                **self.taal,
                **self.gebied,
                "dct:license": self._licentie(CC0),
                "foaf:homepage": self.pagina,
                "dcat:dataset": datasets,
                "dcat:record": [self._record(s, dataset) for s, dataset in zip(sets, datasets, strict=True)],
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

    def _dataset(self, s: Gegevensset, reeks: Any) -> Any:
        uri = self.u.id("dataset", f"mpp-{self.p.versie}", s.naam)
        return self._zeg(
            uri,
            ["dcat:Dataset", "dcat:Resource"],
            {
                "dct:title": f"{self.p.titel}: {s.titel}",
                "dct:description": f"{s.omschrijving} {self.p.verklaring}",
                "dct:identifier": waarde(uri),
                "dcat:version": waarde(self.p.versie),
                "dcat:keyword": ["asiel", "regulier", "bewaring", "migratieketen", "prognose", "MPP", s.naam],
                **self.wie,
                **self.data,
                **self.taal,
                **self.gebied,
                "dct:accessRights": self._term("toegang", "PUBLIC" if self.p.openbaar else "NON_PUBLIC"),
                "dcat:theme": [self._term("thema", code) for code in ("GOVE", "SOCI", "JUST")],
                "adms:status": self._term("status", "DEVELOP" if self.p.concept else "COMPLETED"),
                "dct:accrualPeriodicity": self._term("frequentie", "ANNUAL_2"),
                "dct:conformsTo": self._term("standaard", s.standaard),
                "dcat:landingPage": self.pagina,
                "foaf:page": self.uitleg,
                "dct:isReferencedBy": verwijzing(self.u.bestand(self.p.versie, "datapackage.json")),
                "dcat:inSeries": reeks,
                "dct:provenance": self._zeg(
                    self.u.id("herkomst", f"mpp-{self.p.versie}"),
                    ["dct:ProvenanceStatement"],
                    {"rdfs:label": self.p.herkomst},
                ),
                "dct:temporal": self._periode(*s.jaren) if s.jaren else None,
                "dcat:distribution": [self._distributie(uri, s, naam, inhoud) for naam, inhoud in s.bestanden.items()],
            },
        )

    def _distributie(self, dataset: str, s: Gegevensset, naam: str, inhoud: bytes) -> Any:
        extensie = vorm_van(naam)
        vorm = VORMEN[extensie]
        adres, uri = verwijzing(self.u.bestand(self.p.versie, naam)), f"{dataset}/{extensie}"
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
                "dct:title": naam,
                "dct:description": f"{s.titel} als {vorm.naam}-bestand.",
                "dcat:accessURL": adres,
                "dcat:downloadURL": adres,
                "dct:format": self._term("formaat", vorm.code),
                "dcat:mediaType": self._term("mediatype", vorm.mediatype),
                "dcat:byteSize": waarde(len(inhoud), "xsd:nonNegativeInteger"),
                "spdx:checksum": som,
                "dct:license": self._licentie(s.licentie),
                "dct:conformsTo": self._term("standaard", vorm.standaard),
                **self.data,
                **self.taal,
                "dct:rights": self._zeg(
                    self.u.id("verklaring", f"mpp-{self.p.versie}"),
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

    def _record(self, s: Gegevensset, dataset: Any) -> Any:
        return self._zeg(
            self.u.id("record", f"mpp-{self.p.versie}", s.naam),
            ["dcat:CatalogRecord"],
            {
                "dct:title": f"Metadata van {s.titel}",
                "foaf:primaryTopic": dataset,
                "dct:conformsTo": self._term("standaard", "docs.geostandaarden.nl/dcat/dcat-ap-nl30/"),
                **self.data,
                **self.taal,
            },
        )
