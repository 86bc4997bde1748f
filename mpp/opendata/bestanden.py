"""A table as bytes: CSV and JSON with the same rows and the same numbers."""

from __future__ import annotations

import codecs
import csv
import datetime
import io
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from mpp.cellen import eis_cellen
from mpp.opendata.tabel import Tabel
from mpp.weergave.afronding import kaal

Cel = str | int | Decimal | datetime.date | None
Rij = Mapping[str, Cel]


def exact(waarde: float) -> Decimal:
    """`waarde` as it was typed, without trailing zeros."""
    return kaal(Decimal(repr(float(waarde))))


def csv_vormen(tabel: Tabel, rijen: Sequence[Rij]) -> dict[str, bytes]:
    """The rows by RFC 4180, by extension: for software (comma between columns, point in decimals), and for a spreadsheet set to
    Dutch (semicolon, comma, and a mark in front that it is UTF-8).

    Raises Fout for each text that a spreadsheet would take for a formula.
    """
    eis_cellen((kolom.naam, rij[kolom.naam]) for kolom in tabel.kolommen for rij in rijen)
    kolommen = [_kolom([rij[kolom.naam] for rij in rijen]) for kolom in tabel.kolommen]
    met_komma = [
        [cel.replace(".", ",") for cel in cellen] if kolom.type == "getal" else cellen
        for kolom, cellen in zip(tabel.kolommen, kolommen, strict=True)
    ]
    return {"csv": _csv(tabel, kolommen, ",").encode(), "nl.csv": codecs.BOM_UTF8 + _csv(tabel, met_komma, ";").encode()}


def _csv(tabel: Tabel, kolommen: Sequence[Sequence[str]], tussen: str) -> str:
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=tussen)
    schrijver.writerow(kolom.naam for kolom in tabel.kolommen)
    schrijver.writerows(zip(*kolommen, strict=True))
    return uit.getvalue()


def _kolom(cellen: Sequence[Cel]) -> list[str]:
    """The cells of a column as text: with a decimal in each number when one has it, for readers that look at the first rows only."""
    gebroken = any(isinstance(cel, Decimal) and cel != cel.to_integral_value() for cel in cellen)
    return [_tekst(cel, ".0" if gebroken else "") for cel in cellen]


def als_json(tabel: Tabel, rijen: Sequence[Rij], kop: Mapping[str, str]) -> bytes:
    """The rows as objects under `rijen`, each on a line, below `kop`: what they are and of which edition."""
    schrijver = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
    regels = (schrijver.encode({kolom.naam: _json(rij[kolom.naam]) for kolom in tabel.kolommen}) for rij in rijen)
    velden = [f"{schrijver.encode(naam)}: {schrijver.encode(tekst)}" for naam, tekst in kop.items()]
    return ("{\n " + ",\n ".join([*velden, '"rijen": [\n  ' + ",\n  ".join(regels) + "\n ]"]) + "\n}\n").encode()


def json_bytes(inhoud: Any) -> bytes:
    """`inhoud` as JSON in the order given, one space of indentation, a line end at the close."""
    return (json.dumps(inhoud, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _tekst(cel: Cel, bij_geheel: str) -> str:
    match cel:
        case None:
            return ""
        case Decimal():
            tekst = format(cel, "f")
            return tekst if "." in tekst else tekst + bij_geheel
        case datetime.date():
            return cel.isoformat()
        case _:
            return str(cel)


def _json(cel: Cel) -> Any:
    match cel:
        case Decimal():
            return int(cel) if cel == cel.to_integral_value() else float(cel)
        case datetime.date():
            return cel.isoformat()
        case _:
            return cel
