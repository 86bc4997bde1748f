"""The metadata of all editions that stand beside each other: one catalogue, one series, each edition linked to the ones around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from mpp.opendata.dcat import CATALOGUS, REEKS
from mpp.opendata.rdf import graaf, verwijzing, voluit, waarde, zeg
from mpp.opendata.uitgever import editienaam, uitgever
from mpp.opendata.waardelijsten import alle_termen

if TYPE_CHECKING:
    from rdflib import Graph

_LABELS = ("skos:prefLabel", "rdfs:label")


def volgorde(versie: str) -> tuple[int, ...]:
    """A version as it is sorted: 2023-1, 2023-1.1, 2023-2."""
    return tuple(map(int, re.findall(r"\d+", versie)))


def verzamel(metadata: Mapping[str, bytes]) -> Graph:
    """One graph of the metadata (Turtle) of every edition, by version: with the dates of them all, and links to and fro."""
    g, u = graaf(), uitgever()
    versies = sorted(metadata, key=volgorde)
    for versie in versies:
        g.parse(data=metadata[versie], format="turtle")
    for geheel in (u.id(*CATALOGUS), u.id(*REEKS)):
        zeg(g, geheel, [], dict(_dagen(g, [u.id("dataset", editienaam(versie)) for versie in versies])))
    catalogus = verwijzing(u.id(*CATALOGUS))
    g.remove((catalogus, voluit("foaf:homepage"), None))
    begin = zeg(g, f"{u.basis}/", ["foaf:Document"], {"dct:title": "Open data Meerjaren Productie Prognose"})
    zeg(g, str(catalogus), [], {"foaf:homepage": begin})
    _verbind(g, versies)
    return g


def voor_oogst(g: Graph) -> Graph:
    """The same without labels of the terms of controlled lists: a portal that finds one stores it in place of the address."""
    uit, termen = graaf(), {verwijzing(term) for term in alle_termen()}
    labels = {voluit(label) for label in _LABELS}
    for uitspraak in g:
        if uitspraak[0] not in termen or uitspraak[1] not in labels:
            uit.add(uitspraak)
    return uit


def _dagen(g: Graph, datasets: list[str]) -> Iterator[tuple[str, Any]]:
    """When the first edition came out, and when something was last added."""
    for wat, kies in (("dct:issued", min), ("dct:modified", max)):
        yield wat, waarde(kies(str(g.value(verwijzing(dataset), voluit(wat))) for dataset in datasets), "xsd:date")


def _verbind(g: Graph, versies: list[str]) -> None:
    """Each edition to the next and back, a correction to what it corrects, the series to its members."""
    u = uitgever()
    adres = {versie: verwijzing(u.id("dataset", editienaam(versie))) for versie in versies}
    reeks = u.id(*REEKS)
    laatste = {versie.partition(".")[0]: versie for versie in versies}  # of each edition the last version
    in_volgorde = [laatste[editie] for editie in sorted(laatste, key=volgorde)]
    for eerder, later in pairwise(in_volgorde):
        zeg(g, str(adres[later]), [], {"dcat:prev": adres[eerder]})
        zeg(g, str(adres[eerder]), [], {"dcat:next": adres[later]})
    for eerder, later in pairwise(versies):
        if eerder.partition(".")[0] == later.partition(".")[0]:
            zeg(g, str(adres[eerder]), [], {"dcat:nextVersion": adres[later]})
            zeg(g, str(adres[later]), [], {"dcat:previousVersion": adres[eerder]})
    leden = {"dcat:first": adres[in_volgorde[0]], "dcat:last": adres[in_volgorde[-1]], "dcat:seriesMember": list(adres.values())}
    zeg(g, reeks, [], leden)
