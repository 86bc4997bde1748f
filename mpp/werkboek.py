"""What every workbook has in common: a file that knows no clock, and texts that stay texts."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

from mpp.cellen import bezwaar
from mpp.inpakken import inpakken


def als_bestand(boek: Any, dag: datetime.date) -> bytes:
    """The workbook as a file, made on `dag` as far as it says; openpyxl's `save` would write the time in it."""
    from openpyxl.writer.excel import ExcelWriter

    boek.properties.created = boek.properties.modified = datetime.datetime.combine(dag, datetime.time())
    buffer = io.BytesIO()
    ExcelWriter(boek, zipfile.ZipFile(buffer, "w")).save()
    with zipfile.ZipFile(buffer) as zip_:
        return inpakken({naam: zip_.read(naam) for naam in zip_.namelist()}, dag)


def schrijf(cel: Any, tekst: str | None) -> Any:
    """Put a text in a cell as text, whatever it begins with: never a formula, an error or a number; gives the cell."""
    cel.value = tekst
    if tekst is not None:
        cel.data_type, cel.quotePrefix = "s", bool(bezwaar(tekst))
    return cel
