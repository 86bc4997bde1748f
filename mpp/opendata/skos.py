"""The data dictionary as linked open data, by the Dutch standard for describing concepts (NL-SBB)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mpp.opendata.rdf import graaf, verwijzing, waarde, zeg
from mpp.opendata.uitgever import uitgever
from mpp.opendata.woordenboek import GROEPEN, Begrip

if TYPE_CHECKING:
    from rdflib import Graph

    from mpp.opendata.publicatie import Publicatie


def begrippenkader(begrippen: Sequence[Begrip], publicatie: Publicatie) -> Graph:
    """A concept scheme with a concept per entry and a collection per group."""
    g, u = graaf(), uitgever()
    titel = f"Gegevenswoordenboek {publicatie.titel}"
    kader = zeg(
        g,
        u.id("begrippenkader"),
        ["skos:ConceptScheme"],
        {
            "dct:title": titel,
            "rdfs:label": titel,
            "rdfs:comment": publicatie.verklaring,
            "dct:publisher": verwijzing(u.uri),
            "dct:modified": waarde(publicatie.editie.vastgesteld.isoformat(), "xsd:date"),
            "skos:hasTopConcept": [verwijzing(b.uri) for b in begrippen],
        },
    )
    for b in begrippen:
        zeg(
            g,
            b.uri,
            ["skos:Concept"],
            {
                "skos:prefLabel": b.term,
                "skos:definition": b.definitie,
                "skos:altLabel": b.ook,
                "skos:scopeNote": b.toelichting,
                "skos:notation": waarde(b.code) if b.code else None,
                "skos:inScheme": kader,
                "skos:topConceptOf": kader,
                "sdmx-attribute:unitMeasure": verwijzing(u.id("eenheid", b.eenheid)) if b.eenheid else None,
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
