"""What must hold of the metadata of an edition and no SHACL shape says: that they are of these files, in this series, by these lists."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from mpp.opendata.rdf import verwijzing, voluit
from mpp.opendata.waardelijsten import is_term, is_van_lijst

if TYPE_CHECKING:
    from rdflib import Graph


def gebreken(g: Graph, bestanden: Mapping[str, bytes]) -> Iterator[str]:
    """Everything that is wrong, in Dutch; `bestanden` are the files of the dataset by name, those with metadata among them."""
    yield from _datasets(g)
    yield from _distributies(g, bestanden)
    for deel in sorted({str(deel) for uitspraak in g for deel in uitspraak if is_van_lijst(str(deel)) and not is_term(str(deel))}):
        yield f"{deel} staat niet in de waardelijst"


def _datasets(g: Graph) -> Iterator[str]:
    in_catalogus = set(g.objects(None, voluit("dcat:dataset")))
    for dataset in sorted(g.subjects(voluit("rdf:type"), voluit("dcat:Dataset")), key=str):
        if dataset not in in_catalogus:
            yield f"{dataset} staat niet in de catalogus"
        reeksen = list(g.objects(dataset, voluit("dcat:inSeries")))
        if not reeksen or any((reeks, voluit("rdf:type"), voluit("dcat:DatasetSeries")) not in g for reeks in reeksen):
            yield f"{dataset} is niet van een reeks"
        periode = g.value(dataset, voluit("dct:temporal"))
        begin, einde = (str(g.value(periode, voluit(f"dcat:{kant}"))) for kant in ("startDate", "endDate"))
        if periode is None or not begin <= einde:
            yield f"{dataset} heeft geen periode die kan: van {begin} tot en met {einde}"
        uit, bij = (str(g.value(dataset, voluit(f"dct:{wanneer}"))) for wanneer in ("issued", "modified"))
        if not uit <= bij:
            yield f"{dataset} is gewijzigd ({bij}) voordat zij uitkwam ({uit})"


def _distributies(g: Graph, bestanden: Mapping[str, bytes]) -> Iterator[str]:
    genoemd = {str(adres).rpartition("/")[2]: distributie for distributie, adres in g.subject_objects(voluit("dcat:downloadURL"))}
    for naam in sorted(genoemd.keys() - bestanden.keys()):
        yield f"{naam} wordt genoemd en is er niet"
    for naam in sorted(genoemd.keys() & bestanden.keys()):
        distributie, inhoud = genoemd[naam], bestanden[naam]
        som = g.value(g.value(distributie, voluit("spdx:checksum")), voluit("spdx:checksumValue"))
        if str(som) != hashlib.sha256(inhoud).hexdigest():
            yield f"{naam} heeft een andere hash dan de metadata zeggen"
        if str(g.value(distributie, voluit("dcat:byteSize"))) != str(len(inhoud)):
            yield f"{naam} heeft een andere omvang dan de metadata zeggen"
        if (None, voluit("dcat:distribution"), verwijzing(str(distributie))) not in g:
            yield f"{naam} hoort bij geen gegevensset"
