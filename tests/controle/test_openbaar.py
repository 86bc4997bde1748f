"""What anyone may read holds nothing that is intern, and no number in more digits than its text shows."""

import datetime
import io
import json
import zipfile

import pytest
from openpyxl import Workbook

from mpp.controle.openbaar import toets_openbaar
from mpp.pdf import Bijlage, PdfMeta, maak_pdf
from mpp.uitkomsten.register import NIVEAUS, indicatoren, nauwste, niveau_van

INTERN = "ind.spoor4.verschoven_capaciteit"
META = PdfMeta(titel="Proef", onderwerp="Proef", auteur="mpp", datum=datetime.date(2023, 4, 28))


def codes(**bestanden: str | bytes) -> list[str]:
    inhoud = {naam.replace("_", "."): b if isinstance(b, bytes) else b.encode() for naam, b in bestanden.items()}
    return [p.code for p in toets_openbaar(inhoud)]


def boek(*rijen: list) -> bytes:
    boek, uit = Workbook(), io.BytesIO()
    for rij in rijen:
        boek.active.append(rij)
    boek.save(uit)
    return uit.getvalue()


def word(tekst: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        zip_.writestr("word/document.xml", f"<w:t>{tekst}</w:t>")
    return uit.getvalue()


def pdf(csv: str) -> bytes:
    return maak_pdf("<html lang='nl'><title>Proef</title><p>a", meta=META, bijlagen=[Bijlage("a.csv", csv.encode(), "text/csv", "cijfers")])


def getal(waarde: str, op: str) -> str:
    return f'<p><data class="getal" value="{waarde}" data-bron="x" data-sleutel="y" data-afronding="{op}">1</data></p>'


KOP = ["Organisatie", "Indicator", "Eenheid", "Soort", "medio 2023"]


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("a_html", f'<p data-bron="indicator:{INTERN}">1</p>'),
        ("a_csv", f"indicator\n{INTERN}\n"),
        ("a_json", json.dumps({"rijen": [{"indicator": INTERN}]})),
        ("a_ttl", f'"{INTERN}"'),
        ("a_md", f"Zie {INTERN}."),
        ("a_html", "<td>Capaciteit voor spoor 4 uit spoor 1 en 2</td>"),
        ("a_xlsx", boek(["x", INTERN])),
        ("a_docx", word(INTERN)),
        ("a_pdf", pdf(f"indicator\n{INTERN}\n")),
    ],
)
def test_een_interne_indicator_wordt_gevonden_in_welk_bestand_ook(naam, inhoud):
    assert codes(**{naam: inhoud}) == ["openbaar-intern"]


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("a_html", getal("67012.4", "10")),
        ("a_html", getal("67012", "10")),
        ("a_html", getal("0.785", "0.01")),
        ("a_html", getal("veel", "10")),
        ("a_csv", "indicator,waarde,eenheid\ncoa.bezetting,67012.4,personen\n"),
        ("a_csv", "indicator,gepubliceerd,model,eenheid\ncoa.bezetting,67000,67012,personen\n"),
        ("a_json", json.dumps({"rijen": [{"indicator": "a", "waarde": 0.785, "eenheid": "aandeel"}]})),
        ("a_xlsx", boek(["MPP Asiel"], KOP, ["COA", "Bezetting", "personen", "stand", 67012.4])),
        ("a_pdf", pdf("indicator,waarde,eenheid\ncoa.bezetting,67012.4,personen\n")),
    ],
)
def test_een_getal_met_meer_cijfers_dan_zijn_afronding_wordt_gevonden(naam, inhoud):
    assert codes(**{naam: inhoud}) == ["openbaar-precisie"]


def uit(bron: str, waarde: str, op: str) -> str:
    return f'<p><data class="getal" value="{waarde}" data-bron="{bron}" data-sleutel="2023|medio" data-afronding="{op}">1</data></p>'


BEZETTING = "indicator:coa.bezetting"


@pytest.mark.parametrize(
    ("bron", "waarde", "op"),
    [
        (BEZETTING, "67012.4", "0.1"),
        (BEZETTING, "67012", "1"),
        (f"variant:nareis:{BEZETTING}", "67012", "1"),
        (f"{BEZETTING}[2023|medio] - realisatie:coa.bezetting[2022-12-31]", "1012", "1"),
        (f"abs ({BEZETTING}[2023|medio] + {BEZETTING}[2024|medio])", "1012", "1"),
        (f"{BEZETTING}[2023|medio] / indicator:coa.capaciteit[2023|medio]", "0.785", "0.001"),
        (f"{BEZETTING}[2023|medio] / indicator:coa.capaciteit[2023|medio] - 1", "0.7851", "0.0001"),
    ],
)
def test_een_getal_dat_fijner_is_dan_zijn_herkomst_toelaat_wordt_gevonden(bron, waarde, op):
    """Whatever the number itself says of its rounding: the step follows from the unit in the register."""
    assert codes(a_html=uit(bron, waarde, op)) == ["openbaar-precisie"]


@pytest.mark.parametrize(
    ("bron", "waarde", "op"),
    [
        (BEZETTING, "67000", "1000"),
        ("parameter:ind.va.aandeel", "0.785", "0.001"),
        ("realisatie:coa.bezetting", "51701", "1"),
        (f"{BEZETTING}[2023|medio] / realisatie:coa.bezetting[2022-12-31] - 1", "0.785", "0.001"),
        (f"{BEZETTING}[2023|medio] / realisatie:coa.bezetting[2022-12-31]", "0.8", "0.1"),
        ("wat niet te lezen is [", "1.5", "0.5"),
    ],
)
def test_grover_en_zoals_ingevoerd_mag(bron, waarde, op):
    assert codes(a_html=uit(bron, waarde, op)) == []


def test_afgeronde_getallen_en_ingevoerde_waarden_zijn_goed():
    assert (
        codes(
            a_html=getal("67010", "10") + getal("-0.78", "0.01") + getal("1.4", "0.1") + getal("0.785", "0.001"),
            b_csv="indicator,waarde,eenheid\ncoa.bezetting,67010,personen\n",
            c_csv="parameter,waarde,eenheid\nind.va.aandeel,0.785,aandeel\n",
            d_xlsx=boek(["MPP Asiel"], KOP, ["COA", "Bezetting", "personen", "stand", 67010], ["IND", "Duur", "weken", "gemiddelde", 31]),
            e_json=json.dumps({"rijen": [{"indicator": "a", "waarde": 0.78, "eenheid": "aandeel"}]}),
            f_json=json.dumps([1, 2.345]),
            g_pdf=pdf("indicator,waarde,eenheid\ncoa.bezetting,67010,personen\n"),
            h_html=f"<p>{INTERN}.anders en x.{INTERN}</p>",
        )
        == []
    )


def test_een_openbare_editie_toont_alleen_wat_extern_is():
    assert niveau_van("openbaar") == "extern"
    assert {niveau_van(c) for c in ("concept", "voor intern gebruik", "Dep. VERTROUWELIJK")} == {"intern"}
    assert nauwste("intern", "extern") == "extern"
    assert [nauwste(niveau, "model") for niveau in NIVEAUS] == list(NIVEAUS)
    assert INTERN in indicatoren("intern")
