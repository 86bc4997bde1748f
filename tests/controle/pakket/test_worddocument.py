"""The Word document of a package says what the pages beside it say, to the byte."""

import io
import zipfile

import pytest

from mpp.controle.pakket.verslag import Verslag
from mpp.controle.pakket.worddocument import toets
from mpp.word.kaart import Kaart
from mpp.word.onderdelen import KAART
from tests.word.proef import als_docx, bestanden, gegevens, maak

REGELS = {naam: tekst.count("\n") + 1 for naam, tekst in bestanden().items()}


@pytest.fixture(scope="module")
def boek(tmp_path_factory):
    return maak(tmp_path_factory.mktemp("boek"))


@pytest.fixture
def keur(boek, u):
    """What the check says of a document, by the pages of the small book."""

    def _keur(inhoud: bytes, regels=REGELS) -> Verslag:
        verslag = Verslag("rapportage.docx")
        toets(inhoud, boek, *gegevens(u), regels, verslag)
        return verslag

    return _keur


def anders(inhoud: bytes, deel: str, oud: bytes, nieuw: bytes) -> bytes:
    """The document with something else in one part."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w") as zip_:
        for info in bron.infolist():
            tekst = bron.read(info)
            zip_.writestr(info, tekst.replace(oud, nieuw) if info.filename == deel else tekst)
    return uit.getvalue()


def test_zoals_het_is_gemaakt_is_elk_getal_verantwoord(keur, boek, u):
    verslag = keur(als_docx(boek, u))
    assert verslag.problemen == []
    assert verslag.gezien == verslag.verantwoord > 5


@pytest.mark.parametrize(
    ("deel", "oud", "nieuw"),
    [
        ("word/document.xml", b">45.740<", b">45.741<"),
        ("word/document.xml", b"indicator:ind.spoor4.instroom", b"indicator:ind.spoor1.instroom"),
        ("word/document.xml", b"eenvoudige", b"moeilijke"),
        ("word/footnotes.xml", b"uitleg", b"onzin"),
        ("word/media/beeld1.png", b"IDAT", b"IDAX"),
        ("word/header1.xml", b"2023-1", b"2023-2"),
        ("docProps/core.xml", b"MPP 2023-1", b"MPP 2023-2"),
    ],
)
def test_wat_anders_is_wordt_gevonden(keur, boek, u, deel, oud, nieuw):
    assert keur(anders(als_docx(boek, u), deel, oud, nieuw)).problemen


def test_een_andere_kaart_is_geen_kaart(keur, boek, u):
    assert keur(anders(als_docx(boek, u), KAART, b"45.740", b"45.741")).problemen


def test_een_ander_boek_staat_er_niet_in(keur, u, tmp_path):
    (tmp_path / "ander").mkdir()
    ander = als_docx(maak(tmp_path / "ander", extra="Nog een alinea.\n"), u)
    assert keur(ander).problemen


def test_een_regel_die_er_in_de_bron_niet_is(keur, boek, u):
    inhoud = als_docx(boek, u)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        laatste = max(v.regel for a in Kaart.lees(zip_.read(KAART)).alineas for v in a.herkomst)
    (probleem,) = keur(inhoud, {**REGELS, "een.qmd": laatste - 1}).problemen
    assert f"een.qmd:{laatste}" in probleem.wat
