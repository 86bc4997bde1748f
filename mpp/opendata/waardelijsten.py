"""Terms from the controlled lists of the metadata profile, stated with the class and label that the profile asks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from mpp.lezen import lees
from mpp.opendata.rdf import zeg
from mpp.opendata.tabel import HIER

if TYPE_CHECKING:
    from rdflib import Graph

_GEEN_LIJST = frozenset({"standaard", "hash"})
"""What has addresses of all kinds, or one address of a vocabulary."""


def term(g: Graph, lijst: str, code: str) -> Any:
    """The address of the term `code` of a list in waardelijsten.yml; `g` learns its class and label.

    Raises KeyError for a term that is not on the list.
    """
    vorm = _lijsten()[lijst]
    naam = vorm["termen"][code]
    label = "skos:prefLabel" if "skos:Concept" in vorm["klassen"] else "rdfs:label"
    return zeg(g, vorm["ruimte"] + code, vorm["klassen"], {label: naam})


def is_van_lijst(adres: str) -> bool:
    """Whether an address is one of a list that many share, a term or not."""
    return any(adres.startswith(vorm["ruimte"]) for lijst, vorm in _lijsten().items() if lijst not in _GEEN_LIJST)


def is_term(adres: str) -> bool:
    """Whether it is a term that is on its list."""
    return any(adres.startswith(vorm["ruimte"]) and adres.removeprefix(vorm["ruimte"]) in vorm["termen"] for vorm in _lijsten().values())


def alle_termen() -> frozenset[str]:
    """The address of every term of every list."""
    return frozenset(vorm["ruimte"] + code for vorm in _lijsten().values() for code in vorm["termen"])


@cache
def _lijsten() -> dict[str, Any]:
    lijsten: dict[str, Any] = lees(HIER / "waardelijsten.yml")
    return lijsten
