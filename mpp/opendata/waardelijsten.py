"""Terms from the controlled lists of the metadata profile, stated with the class and label that the profile asks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from mpp.lezen import lees
from mpp.opendata.rdf import zeg
from mpp.opendata.tabel import HIER

if TYPE_CHECKING:
    from rdflib import Graph


def term(g: Graph, lijst: str, code: str) -> Any:
    """The address of the term `code` of a list in waardelijsten.yml; `g` learns its class and label.

    Raises KeyError for a term that is not on the list.
    """
    vorm = _lijsten()[lijst]
    naam = vorm["termen"][code]
    label = "skos:prefLabel" if "skos:Concept" in vorm["klassen"] else "rdfs:label"
    return zeg(g, vorm["ruimte"] + code, vorm["klassen"], {label: naam})


@cache
def _lijsten() -> dict[str, Any]:
    lijsten: dict[str, Any] = lees(HIER / "waardelijsten.yml")
    return lijsten
