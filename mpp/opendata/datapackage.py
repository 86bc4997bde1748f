"""The Data Package descriptor: what each file is, which columns it has and how the tables hang together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from mpp.opendata.dcat import TREFWOORDEN, VORMEN, vorm_van
from mpp.opendata.sets import CC0, CC_BY, Gegevensset
from mpp.opendata.tabel import Kolom, Tabel, tabellen
from mpp.opendata.uitgever import uitgever

if TYPE_CHECKING:
    from mpp.opendata.publicatie import Publicatie
    from mpp.parameters.schema import Bron

_TYPEN = {"tekst": "string", "geheel": "integer", "getal": "number", "datum": "date"}
_SCHEIDING: Final = {"csv": (",", "."), "nl.csv": (";", ",")}
"""What stands between columns and before decimals, by the kind of file."""
_LICENTIES = {
    CC0: {"name": "CC0-1.0", "title": "CC0 1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"},
    CC_BY: {"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"},
}


def datapackage(publicatie: Publicatie, bronnen: Iterable[Bron], sets: Sequence[Gegevensset]) -> dict[str, Any]:
    """The descriptor (Data Package 2.0) of every file of `sets`; CSV files with their table schema."""
    u = uitgever()
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"mpp-{publicatie.versie}".lower(),
        **({"id": u.id("dataset", f"mpp-{publicatie.versie}")} if u.basis else {}),
        "title": publicatie.titel,
        "description": f"{publicatie.verklaring} {publicatie.herkomst}",
        "version": publicatie.versie,
        "created": f"{publicatie.gewijzigd.isoformat()}T00:00:00Z",
        **({"homepage": u.bestand(publicatie.versie, "")} if u.basis else {}),
        "keywords": list(TREFWOORDEN),
        **_licenties(publicatie, *_LICENTIES),
        "contributors": [{"title": u.naam, **({"path": u.uri} if u.basis else {}), "roles": ["publisher"]}],
        "sources": [{"title": f"{b.uitgever}: {b.titel}", **({"path": b.url} if b.url else {})} for b in bronnen],
        "resources": [
            {**_bestand(s, pad, inhoud), **_licenties(publicatie, s.licentie)} for s in sets for pad, inhoud in s.bestanden.items()
        ],
    }


def _licenties(publicatie: Publicatie, *codes: str) -> dict[str, Any]:
    return {"licenses": [_LICENTIES[code] for code in codes]} if publicatie.openbaar else {}


def _bestand(s: Gegevensset, pad: str, inhoud: bytes) -> dict[str, Any]:
    vorm = vorm_van(pad)
    gemeen = {
        "name": s.naam if vorm == "csv" else f"{s.naam}-{vorm.replace('.', '-')}",
        "title": f"{s.titel} ({VORMEN[vorm].naam})",
        "description": s.omschrijving,
        "path": pad,
        "format": vorm.rpartition(".")[2],
        "mediatype": VORMEN[vorm].mediatype,
        "encoding": "utf-8",
        "bytes": len(inhoud),
        "hash": f"sha256:{hashlib.sha256(inhoud).hexdigest()}",
    }
    if vorm not in _SCHEIDING:
        return gemeen
    tussen, decimaal = _SCHEIDING[vorm]
    dialect = {"delimiter": tussen, "lineTerminator": "\r\n", "doubleQuote": True, "header": True}
    return {**gemeen, "type": "table", "dialect": dialect, "schema": _schema(tabellen()[s.naam], decimaal)}


def _schema(tabel: Tabel, decimaal: str) -> dict[str, Any]:
    verwijzingen = [
        {"fields": [kolom], "reference": {"resource": naar, "fields": list(tabellen()[naar].sleutel)}}
        for kolom, naar in tabel.verwijzingen.items()
    ]
    return {
        "fields": [_veld(tabel, k, decimaal) for k in tabel.kolommen],
        "missingValues": [""],
        "primaryKey": list(tabel.sleutel),
        **({"foreignKeys": verwijzingen} if verwijzingen else {}),
    }


def _veld(tabel: Tabel, k: Kolom, decimaal: str) -> dict[str, Any]:
    eisen = {"required": not k.leeg, **({"enum": list(k.waarden)} if k.waarden else {}), **({"pattern": k.patroon} if k.patroon else {})}
    return {
        "name": k.naam,
        "type": _TYPEN[k.type],
        "description": f"{k.omschrijving} / {k.en}",
        "rdfType": uitgever().id("kolom", tabel.naam, k.naam),
        **({"decimalChar": decimaal} if k.type == "getal" else {}),
        "constraints": eisen,
    }
