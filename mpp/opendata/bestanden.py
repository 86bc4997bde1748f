"""A table as bytes: CSV and JSON with the same rows and the same numbers."""

from __future__ import annotations

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


def als_csv(tabel: Tabel, rijen: Sequence[Rij]) -> bytes:
    """The rows by RFC 4180: UTF-8, comma between columns, point in decimals, CRLF line ends.

    Raises Fout for each text that a spreadsheet would take for a formula.
    """
    eis_cellen((kolom.naam, rij[kolom.naam]) for kolom in tabel.kolommen for rij in rijen)
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit)
    schrijver.writerow(kolom.naam for kolom in tabel.kolommen)
    schrijver.writerows([_tekst(rij[kolom.naam]) for kolom in tabel.kolommen] for rij in rijen)
    return uit.getvalue().encode()


def als_json(tabel: Tabel, rijen: Sequence[Rij], kop: Mapping[str, str]) -> bytes:
    """The rows as objects under `rijen`, each on a line, below `kop`: what they are and of which edition."""
    schrijver = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
    regels = (schrijver.encode({kolom.naam: _json(rij[kolom.naam]) for kolom in tabel.kolommen}) for rij in rijen)
    velden = [f"{schrijver.encode(naam)}: {schrijver.encode(tekst)}" for naam, tekst in kop.items()]
    return ("{\n " + ",\n ".join([*velden, '"rijen": [\n  ' + ",\n  ".join(regels) + "\n ]"]) + "\n}\n").encode()


def json_bytes(inhoud: Any) -> bytes:
    """`inhoud` as JSON in the order given, one space of indentation, a line end at the close."""
    return (json.dumps(inhoud, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _tekst(cel: Cel) -> str:
    match cel:
        case None:
            return ""
        case Decimal():
            return format(cel, "f")
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
