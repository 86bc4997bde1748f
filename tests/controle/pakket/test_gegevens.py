"""Tables, metadata and workbook are what the results make of them, each result under its own name."""

import csv
import io
import zipfile

import pytest

from mpp.controle.pakket import gegevens
from mpp.controle.pakket.verslag import Verslag
from tests.controle.pakket.conftest import STATUS


@pytest.fixture(scope="module")
def opnieuw(u):
    return gegevens.opnieuw(u, STATUS)


@pytest.fixture(scope="module")
def werkboek(u):
    return gegevens.werkboek_opnieuw(u, STATUS)


def vergelijk(pad: str, gevonden: bytes, verwacht: bytes) -> Verslag:
    verslag = Verslag(pad)
    gegevens.vergelijk(pad, gevonden, verwacht, verslag)
    return verslag


def test_wat_gelijk_is_is_verantwoord(opnieuw, werkboek):
    paden = ("open-data/uitkomsten.csv", "open-data/dcat.ttl", "open-data/LEESMIJ.md")
    for pad, inhoud in {"productiemodel.xlsx": werkboek, **{pad: opnieuw[pad] for pad in paden}}.items():
        verslag = vergelijk(pad, inhoud, inhoud)
        assert verslag.problemen == []
        assert verslag.gezien == verslag.verantwoord > 0


def test_een_ander_getal_wordt_gevonden_met_zijn_regel():
    verslag = vergelijk("x.csv", b"a,b\n1,20\n3,40\n", b"a,b\n1,20\n3,41\n")
    assert [p.wat for p in verslag.problemen] == ["Op regel 3 staat 3,40 waar 3,41 moet staan."]
    assert vergelijk("x.csv", b"a\n1\n", b"a\n1\n2\n").problemen
    assert vergelijk("x.csv", b"a\n1\n2\n", b"a\n1\n").problemen


def test_een_ander_getal_in_een_cel_van_het_werkboek(werkboek):
    delen = {naam: z.read(naam) for z in [zipfile.ZipFile(io.BytesIO(werkboek))] for naam in z.namelist()}
    blad = "xl/worksheets/sheet1.xml"
    plaats = delen[blad].index(b"<v>", delen[blad].index(b't="n"')) + 3
    delen[blad] = delen[blad][:plaats] + (b"9" if delen[blad][plaats : plaats + 1] != b"9" else b"8") + delen[blad][plaats + 1 :]
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    (probleem,) = vergelijk("productiemodel.xlsx", uit.getvalue(), werkboek).problemen
    assert probleem.code == "pakket-gegeven-anders"
    assert probleem.gegevens["plek"].startswith(blad)


def test_wat_geen_werkboek_is_wordt_gemeld(werkboek):
    (probleem,) = vergelijk("productiemodel.xlsx", b"geen zip", werkboek).problemen
    assert probleem.code == "pakket-bestand"


def met_deel(werkboek: bytes, van: bytes, naar: bytes) -> bytes:
    """The workbook with a text in one of its parts changed."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(werkboek)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(naam, oud.read(naam).replace(van, naar))
    return uit.getvalue()


def test_een_werkboek_met_een_naam_of_een_jaar_die_er_niet_is_wordt_gemeld(werkboek, narekening):
    for van, naar in [(b"Instroom spoor 4", b"Instroom spoor 5"), (b"medio 2023", b"medio 2083")]:
        assert bij_naam_in_werkboek(met_deel(werkboek, van, naar), narekening)
    assert bij_naam_in_werkboek(b"geen zip", narekening)
    assert bij_naam_in_werkboek(werkboek, narekening) == []


def bij_naam(bestanden, narekening) -> list[str]:
    verslag = Verslag("open-data/uitkomsten.csv")
    gegevens.bij_naam(bestanden, narekening, verslag)
    return [p.wat for p in verslag.problemen]


def bij_naam_in_werkboek(inhoud, narekening) -> list[str]:
    verslag = Verslag("productiemodel.xlsx")
    gegevens.bij_naam_in_werkboek(inhoud, narekening, verslag)
    return [p.wat for p in verslag.problemen]


def test_elk_resultaat_is_dat_van_zijn_eigen_naam(opnieuw, narekening):
    assert bij_naam(opnieuw, narekening) == []


@pytest.mark.parametrize(
    ("tabel", "kolom"),
    [
        ("uitkomsten", "waarde"),
        ("uitkomsten", "scenario"),
        ("banden", "waarde"),
        ("gepubliceerd", "gepubliceerd"),
        ("gepubliceerd", "model"),
        ("parameters", "waarde"),
        ("realisaties", "waarde"),
    ],
)
def test_een_rij_die_iets_anders_zegt_dan_haar_naam_wordt_gevonden(opnieuw, narekening, tabel, kolom):
    pad = f"open-data/{tabel}.csv"
    rijen = list(csv.DictReader(io.StringIO(opnieuw[pad].decode())))
    if kolom not in rijen[0]:
        pytest.skip(f"{tabel} has no {kolom}")
    rij = next(r for r in rijen if r[kolom] not in ("", "0"))
    rij[kolom] = "maximum" if kolom == "scenario" else f"{float(rij[kolom]) * 2 + 1:g}"
    uit = io.StringIO()
    schrijver = csv.DictWriter(uit, rijen[0].keys())
    schrijver.writeheader()
    schrijver.writerows(rijen)
    assert len(bij_naam({pad: uit.getvalue().encode()}, narekening)) >= 1
