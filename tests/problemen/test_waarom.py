"""What is told of a damaged file: in the words of a reader, whichever library met it."""

import csv
import io
import json
import zipfile

import pikepdf
import pytest
from lxml import etree
from openpyxl import load_workbook
from PIL import Image

from mpp.problemen.waarom import Onbruikbaar, waarom_niet
from mpp.word.kaart import GeenKaart, Kaart

_ZIP = io.BytesIO()
with zipfile.ZipFile(_ZIP, "w") as _zip:
    _zip.writestr("a.txt", "a" * 100)
HALF = _ZIP.getvalue()[:60]

GEVALLEN = {
    "zip": (lambda: zipfile.ZipFile(io.BytesIO(HALF)), "het is geen zip, of hij is beschadigd"),
    "werkboek": (lambda: load_workbook(io.BytesIO(HALF)), "het is geen zip, of hij is beschadigd"),
    "werkboek zonder bladen": (lambda: load_workbook(io.BytesIO(_ZIP.getvalue())), "er ontbreekt een deel"),
    "xml": (lambda: etree.fromstring(b"<a><b></a>"), "een deel ervan is geen XML"),
    "pdf": (lambda: pikepdf.open(io.BytesIO(b"%PDF-1.7 weg")), "het is beschadigd, of van een andere soort dan de naam zegt"),
    "png": (lambda: Image.open(io.BytesIO(b"\x89PNG\r\n weg")), "het is beschadigd, of van een andere soort dan de naam zegt"),
    "csv": (lambda: list(csv.reader(['"a'], strict=True)), "een aanhalingsteken staat verkeerd of wordt niet gesloten"),
    "json": (lambda: json.loads("{\n,"), "het manifest is geen JSON (regel 2)"),
    "tekst": (lambda: b"\xff".decode("utf-8"), "er staat iets in dat geen tekst is"),
    "map": (lambda: open("/", "rb"), "het is een map"),  # noqa: SIM115
}


@pytest.mark.parametrize("soort", GEVALLEN)
def test_een_beschadigd_bestand_wordt_in_gewone_woorden_verteld(soort):
    lees, verwacht = GEVALLEN[soort]
    with pytest.raises(Exception) as fout:  # noqa: PT011
        lees()
    assert waarom_niet(fout.value) == verwacht


def test_wat_het_huis_zelf_zegt_blijft_staan():
    assert waarom_niet(Onbruikbaar("het is te groot")) == "het is te groot"


@pytest.mark.parametrize(("inhoud", "verwacht"), [(b"<kaart", "een deel ervan is geen XML"), (b"<kaart/>", "er ontbreekt een deel")])
def test_een_kaart_die_niet_te_lezen_is_zegt_dat_zo(inhoud, verwacht):
    with pytest.raises(GeenKaart, match=verwacht):
        Kaart.lees(inhoud)
