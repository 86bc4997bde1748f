"""The metadata of the CSV files by CSV on the Web: what each column is, in Dutch and English, and how the tables hang together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from mpp.opendata.tabel import Kolom, Tabel, tabellen
from mpp.opendata.uitgever import uitgever

if TYPE_CHECKING:
    from mpp.opendata.publicatie import Publicatie

_TYPEN: Final = {"tekst": "string", "geheel": "integer", "getal": "decimal", "datum": "date"}


def csvw(namen: Iterable[str], publicatie: Publicatie) -> dict[str, Any]:
    """The description of the tables with these names as one group."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "dc:title": publicatie.titel,
        "dc:description": publicatie.verklaring,
        "tables": [_tabel(tabellen()[naam]) for naam in namen],
    }


def _tabel(tabel: Tabel) -> dict[str, Any]:
    gevuld = {kolom.naam for kolom in tabel.kolommen if not kolom.leeg}  # strict readers take no empty reference
    verwijzingen = [
        {"columnReference": kolom, "reference": {"resource": f"{naar}.csv", "columnReference": list(tabellen()[naar].sleutel)}}
        for kolom, naar in tabel.verwijzingen.items()
        if kolom in gevuld
    ]
    return {
        "url": f"{tabel.naam}.csv",
        "dc:title": _in_talen(tabel.titel, tabel.titel_en),
        "dc:description": _in_talen(tabel.omschrijving, tabel.omschrijving_en),
        "dialect": {"delimiter": ",", "lineTerminators": ["\r\n"], "encoding": "utf-8", "header": True},
        "tableSchema": {
            "columns": [_kolom(tabel, kolom) for kolom in tabel.kolommen],
            "primaryKey": list(tabel.sleutel),
            **({"foreignKeys": verwijzingen} if verwijzingen else {}),
        },
    }


def _kolom(tabel: Tabel, kolom: Kolom) -> dict[str, Any]:
    vorm = kolom.patroon or "|".join(map(_letterlijk, kolom.waarden))
    return {
        "name": kolom.naam,
        "titles": kolom.naam,
        "dc:description": _in_talen(kolom.omschrijving, kolom.en),
        "propertyUrl": uitgever().id("kolom", tabel.naam, kolom.naam),
        "datatype": {"base": _TYPEN[kolom.type], "format": vorm} if vorm else _TYPEN[kolom.type],
        **({} if kolom.leeg else {"required": True}),
    }


def _letterlijk(waarde: str) -> str:
    """A value as a pattern that fits it alone; values have words and no signs that a pattern reads otherwise."""
    return waarde.replace(".", r"\.")


def _in_talen(nl: str, en: str) -> list[dict[str, str]]:
    return [{"@value": nl, "@language": "nl"}, {"@value": en, "@language": "en"}]
