"""What the Data Package standard 2.0 asks of a descriptor, as a JSON Schema: for the properties that ours has, and no other.

Written from the standard. A profile names what it knows and lets the rest be; this one refuses what it does not know, so that a slip of the
pen in a name is found too.
"""

from typing import Any


def _vorm(velden: dict[str, Any], *verplicht: str, anders: bool = False) -> dict[str, Any]:
    return {"type": "object", "properties": velden, "required": list(verplicht), "additionalProperties": anders}


def _lijst(van: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": van, "minItems": 1}


_TEKST = {"type": "string", "minLength": 1}
_PAD = {"type": "string", "pattern": r"^(?=[a-z]+://|[^./~])(?!.*\.\./).*$"}
_LICENTIE = {
    **_vorm({"name": {"type": "string", "pattern": r"^([-a-zA-Z0-9._])+$"}, "path": _PAD, "title": _TEKST}),
    "anyOf": [{"required": ["name"]}, {"required": ["path"]}],
}
_VELDNAMEN = _lijst(_TEKST)
_VELD = _vorm(
    {
        "name": _TEKST,
        "type": {"enum": ["string", "integer", "number", "date"]},
        "description": _TEKST,
        "rdfType": _TEKST,
        "decimalChar": {"type": "string", "minLength": 1, "maxLength": 1},
        "constraints": _vorm({"required": {"type": "boolean"}, "pattern": _TEKST, "enum": {**_lijst(_TEKST), "uniqueItems": True}}),
    },
    "name",
)
_VERWIJZING = _vorm({"fields": _VELDNAMEN, "reference": _vorm({"resource": _TEKST, "fields": _VELDNAMEN}, "fields")}, "fields", "reference")
_SCHEMA = _vorm(
    {"fields": _lijst(_VELD), "primaryKey": _VELDNAMEN, "foreignKeys": _lijst(_VERWIJZING), "missingValues": {"type": "array"}}, "fields"
)
_DIALECT = _vorm({"delimiter": _TEKST, "lineTerminator": _TEKST, "doubleQuote": {"type": "boolean"}, "header": {"type": "boolean"}})
_BESTAND = _vorm(
    {
        "name": {"type": "string", "pattern": r"^[a-z0-9._-]+$"},
        "path": _PAD,
        "title": _TEKST,
        "description": _TEKST,
        "type": {"const": "table"},
        "format": _TEKST,
        "mediatype": {"type": "string", "pattern": r"^(.+)/(.+)$"},
        "encoding": _TEKST,
        "bytes": {"type": "integer"},
        "hash": {"type": "string", "pattern": r"^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$"},
        "licenses": _lijst(_LICENTIE),
        "dialect": _DIALECT,
        "schema": _SCHEMA,
    },
    "name",
    "path",
)
PROFIEL = _vorm(
    {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
        "name": {"type": "string", "pattern": r"^[a-z0-9._-]+$"},
        "id": _TEKST,
        "title": _TEKST,
        "description": _TEKST,
        "version": _TEKST,
        "created": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        "homepage": _TEKST,
        "keywords": _lijst(_TEKST),
        "licenses": _lijst(_LICENTIE),
        "contributors": _lijst(_vorm({"title": _TEKST, "path": _PAD, "roles": _lijst(_TEKST)})),
        "sources": _lijst(_vorm({"title": _TEKST, "path": _PAD})),
        "resources": _lijst(_BESTAND),
    },
    "resources",
)
