"""The first difference between two files is told in the words of who reads them."""

import datetime
import io

import pytest
from openpyxl import Workbook

from mpp.pdf import PdfMeta, maak_pdf
from mpp.uitgave.onderscheid import eerste_verschil


def pdf(*alineas: str, titel: str = "Proef", stijl: str = "") -> bytes:
    bladen = "".join(f"<p style='break-after: page; {stijl}'>{alinea}</p>" for alinea in alineas)
    html = f"<html lang='nl'><head><title>{titel}</title></head><body><main><h1>Kop</h1>{bladen}</main></body></html>"
    return maak_pdf(html, meta=PdfMeta(titel=titel, onderwerp="Proef", auteur="mpp", datum=datetime.date(2023, 4, 28)))


def werkboek(waarde: object, titel: str = "a") -> bytes:
    boek = Workbook()
    boek.active.title = "Asiel"
    boek.active["C5"] = waarde
    boek.properties.title = titel
    boek.properties.created = boek.properties.modified = datetime.datetime(2023, 4, 28)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def test_van_een_pagina_op_het_web_wordt_de_zin_genoemd():
    a, b = (f"<html><body><p>De instroom daalt. In 2024 zijn het {n} mensen. Daarna niet.</p></body></html>".encode() for n in (10, 12))
    assert eerste_verschil("a.html", a, b) == (
        "in het pakket staat ‘In 2024 zijn het 10 mensen.’, opnieuw gemaakt ‘In 2024 zijn het 12 mensen.’"
    )


def test_is_de_tekst_gelijk_dan_de_regel_van_de_opmaak():
    a, b = (f"<html>\n<body class='{k}'><p>Tekst</p></body></html>".encode() for k in "xy")
    assert eerste_verschil("a.html", a, b).startswith("de tekst is gelijk, de opmaak niet: op regel 2: ")


def test_van_een_pdf_wordt_de_pagina_met_de_zin_genoemd():
    wat = eerste_verschil("a.pdf", pdf("Een.", "De bezetting is 10."), pdf("Een.", "De bezetting is 12."))
    assert wat.startswith("op pagina 2: in het pakket staat ‘")
    assert "bezetting is 10." in wat
    assert "bezetting is 12." in wat


def test_een_pdf_met_een_bladzijde_meer_zegt_dat():
    assert eerste_verschil("a.pdf", pdf("Een."), pdf("Een.", "Twee.")).startswith("het heeft in het pakket ")


def test_een_pdf_die_alleen_anders_is_opgemaakt_of_heet_zegt_dat():
    assert eerste_verschil("a.pdf", pdf("Een.", "Twee."), pdf("Een.", "Twee.", stijl="color: red")).endswith(
        "de tekst gelijk en de opmaak niet"
    )
    assert "de metagegevens" in eerste_verschil("a.pdf", pdf("Een."), pdf("Een.", titel="Anders"))


def test_van_een_werkboek_worden_blad_en_cel_genoemd():
    assert (
        eerste_verschil("a.xlsx", werkboek(10), werkboek(12)) == "op het blad Asiel, cel C5: in het pakket staat ‘10’, opnieuw gemaakt ‘12’"
    )
    assert eerste_verschil("a.xlsx", werkboek(10), werkboek(10, "b")).startswith("elke cel is gelijk; ")


def test_van_een_tabel_of_tekst_wordt_de_regel_genoemd():
    assert eerste_verschil("a.csv", b"a,b\n1,2\n", b"a,b\n1,3\n") == "op regel 2: in het pakket staat ‘1,2’, opnieuw gemaakt ‘1,3’"
    assert eerste_verschil("a.json", b"{}", b"{}\n").startswith("op regel 2: ")


@pytest.mark.parametrize(("a", "b", "wat"), [(None, b"x", "ontbreekt"), (b"x", None, "wordt niet gemaakt")])
def test_een_bestand_dat_er_maar_een_keer_is(a, b, wat):
    assert wat in eerste_verschil("a.html", a, b)


@pytest.mark.parametrize("naam", ["a.pdf", "a.xlsx", "a.csv", "a.woff2"])
def test_wat_niet_te_lezen_is_verschilt_vanaf_een_byte(naam):
    assert "vanaf byte 3 " in eerste_verschil(naam, b"ab\xff", b"ab\xfe")
