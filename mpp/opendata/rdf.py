"""RDF written the same way every time: no blank nodes, everything in order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rdflib import Graph

RUIMTEN = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def graaf() -> Graph:
    """An empty graph that knows the prefixes in use."""
    from rdflib import Graph

    g = Graph(bind_namespaces="none")
    for voorvoegsel, ruimte in RUIMTEN.items():
        g.bind(voorvoegsel, ruimte)
    return g


def voluit(naam: str) -> Any:
    """The address behind a short name such as `dcat:theme`."""
    from rdflib import URIRef

    voorvoegsel, _, rest = naam.partition(":")
    return URIRef(RUIMTEN[voorvoegsel] + rest)


def verwijzing(uri: str) -> Any:
    """`uri` as an RDF address, for the statements of `zeg`."""
    from rdflib import URIRef

    return URIRef(uri)


def waarde(tekst: Any, soort: str | None = None) -> Any:
    """`tekst` as a literal of the type `soort`, such as `xsd:date`, or as text in no language; kept as written."""
    from rdflib import Literal

    return Literal(tekst, datatype=voluit(soort) if soort else None, normalize=False)


def in_het_engels(tekst: str) -> Any:
    """`tekst` as a literal in English."""
    from rdflib import Literal

    return Literal(tekst, lang="en")


def zeg(g: Graph, uri: str, klassen: Iterable[str], uitspraken: Mapping[str, Any]) -> Any:
    """State of `uri` its classes and properties, {"dct:title": …}; gives its address back.

    A plain string is Dutch text, a list or tuple is several values, None is nothing said.
    """
    from rdflib import RDF, Literal, URIRef

    onderwerp = URIRef(uri)
    for klasse in klassen:
        g.add((onderwerp, RDF.type, voluit(klasse)))
    for naam, inhoud in uitspraken.items():
        for deel in inhoud if isinstance(inhoud, (list, tuple)) else [inhoud]:
            if deel is not None:
                g.add((onderwerp, voluit(naam), Literal(deel, lang="nl") if type(deel) is str else deel))
    return onderwerp


def turtle(g: Graph) -> bytes:
    """The graph as Turtle, subjects and properties in order."""
    from rdflib.plugins.serializers.turtle import TurtleSerializer

    schrijver, uit = TurtleSerializer(g), BytesIO()
    schrijver.get_pname = cache(schrijver.get_pname)  # type: ignore[method-assign]  # the same addresses come back time and again
    schrijver.serialize(uit, encoding="utf-8")
    return uit.getvalue()


def jsonld(g: Graph) -> bytes:
    """The graph as JSON-LD, nodes by address and values in order."""
    inhoud = json.loads(g.serialize(format="json-ld", context=RUIMTEN))
    return (json.dumps(_geordend(inhoud), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _geordend(deel: Any) -> Any:
    if isinstance(deel, dict):
        return {sleutel: _geordend(inhoud) for sleutel, inhoud in deel.items()}
    if isinstance(deel, list):
        return sorted(
            (_geordend(d) for d in deel),
            key=lambda d: d.get("@id", json.dumps(d, sort_keys=True)) if isinstance(d, dict) else str(d),
        )
    return deel
