"""The data dictionary as linked open data, by the Dutch standard for describing concepts (NL-SBB)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mpp.opendata.rdf import graaf, in_het_engels, verwijzing, waarde, zeg
from mpp.opendata.uitgever import editienaam, uitgever
from mpp.opendata.woordenboek import GROEPEN, Begrip, adres

if TYPE_CHECKING:
    from rdflib import Graph

    from mpp.opendata.publicatie import Publicatie


def begrippenkader(begrippen: Sequence[Begrip], publicatie: Publicatie) -> Graph:
    """A concept scheme with a concept per entry and a collection per group."""
    g, u = graaf(), uitgever()
    titel = f"Gegevenswoordenboek {publicatie.titel}"
    kader = zeg(
        g,
        u.id("begrippenkader", editienaam(publicatie.versie)),
        ["skos:ConceptScheme"],
        {
            "dct:title": titel,
            "rdfs:label": titel,
            "rdfs:comment": publicatie.verklaring,
            "dct:publisher": verwijzing(u.uri),
            "dct:modified": waarde(publicatie.gewijzigd.isoformat(), "xsd:date"),
            "dcat:version": waarde(publicatie.versie),
            "skos:hasTopConcept": [verwijzing(b.uri) for b in begrippen if not b.ruimer],
        },
    )
    nauwer: dict[str, list[str]] = {}
    for b in begrippen:
        for totaal in b.ruimer:
            nauwer.setdefault(adres(b.groep, totaal), []).append(b.uri)
    for b in begrippen:
        zeg(
            g,
            b.uri,
            ["skos:Concept"],
            {
                "skos:prefLabel": b.term,
                "skos:definition": [b.definitie, *([in_het_engels(b.en)] if b.en else [])],
                "skos:broader": [verwijzing(adres(b.groep, totaal)) for totaal in b.ruimer],
                "skos:narrower": [verwijzing(deel) for deel in nauwer.get(b.uri, ())],
                "foaf:page": verwijzing(_bladzijde(b, publicatie)),
                "skos:altLabel": b.ook,
                "skos:scopeNote": b.toelichting,
                "skos:notation": waarde(b.code) if b.code else None,
                "skos:inScheme": kader,
                "skos:topConceptOf": None if b.ruimer else kader,
                "sdmx-attribute:unitMeasure": verwijzing(adres("eenheid", b.eenheid)) if b.eenheid else None,
            },
        )
    for groep, naam in GROEPEN.items():
        leden = [verwijzing(b.uri) for b in begrippen if b.groep == groep]
        zeg(
            g,
            u.id("collectie", groep),
            ["skos:Collection"],
            {"rdfs:label": naam, "skos:prefLabel": naam, "skos:member": leden},
        )
    return g


def _bladzijde(b: Begrip, publicatie: Publicatie) -> str:
    """The page on which people read of an entry: that of an indicator, or its place in the dictionary."""
    u = uitgever()
    if b.groep == "indicator":
        return u.bestand(publicatie.versie, f"indicator/{b.sleutel}.html")
    return f"{u.bestand(publicatie.versie, 'gegevenswoordenboek.html')}#{b.anker}"
