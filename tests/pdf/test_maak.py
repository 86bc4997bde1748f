"""The PDF as a whole: its bytes, its letters, its attachments, and what is refused."""

import hashlib
import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pydyf
import pytest
import weasyprint

from mpp.pdf import Bijlage, eenmaal, tags
from mpp.pdf.maak import maak_pdf
from mpp.problemen import Fout
from tests.pdf import voorbeeld

PUNT = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"
WORTEL = Path(__file__).parents[2]
MAAK_RAPPORT = """
import hashlib
from tests.pdf import voorbeeld
from mpp.pdf import maak_pdf
print(hashlib.sha256(maak_pdf(voorbeeld.document(), meta=voorbeeld.META, bijlagen=voorbeeld.BIJLAGEN)).hexdigest())
"""


def test_elders_en_anders_ingesteld_ontstaan_dezelfde_bytes(rapport, tmp_path):
    elders = tmp_path / "een andere map" / "mpp"
    for deel in ("mpp", "tests/pdf"):
        shutil.copytree(WORTEL / deel, elders / deel, ignore=shutil.ignore_patterns("__pycache__"))
    (elders / "tests/__init__.py").touch()
    anders = {
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": str(elders),
        "HOME": str(tmp_path),
    }
    loop = subprocess.run(
        [sys.executable, "-c", MAAK_RAPPORT],
        cwd=elders,
        env={"PATH": os.environ["PATH"], **anders},
        capture_output=True,
        text=True,
        check=True,
    )
    assert loop.stdout.strip() == hashlib.sha256(rapport).hexdigest()


def test_wat_voor_de_snelheid_onthouden_wordt_verandert_geen_byte(rapport, monkeypatch):
    monkeypatch.setattr(pydyf.Stream, "data", property(eenmaal._inhoud_van_pydyf))
    monkeypatch.setattr(pydyf.PDF, "page_references", property(eenmaal._paginas_van_pydyf))
    assert maak_pdf(voorbeeld.document(), meta=voorbeeld.META, bijlagen=voorbeeld.BIJLAGEN) == rapport


def test_een_berekend_getal_in_een_cel_is_op_papier_alleen_dat_getal(maak):
    tabel = '<table><tr><th scope="col">Jaar</th></tr><tr><td>{}</td></tr></table>'
    herkomst = '<data class="getal" value="1234.5" data-bron="indicator:coa.bezetting">1.234</data>'
    assert maak(tabel.format(herkomst)) == maak(tabel.format("1.234"))


def test_een_bitmap_krijgt_ook_overal_dezelfde_naam(maak):
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
    )
    pdf = maak('<p><img src="beeld/punt.png" alt="Punt"></p>', bronnen={"beeld/punt.png": png})
    assert pdf == maak('<p><img src="beeld/punt.png" alt="Punt"></p>', bronnen={"beeld/punt.png": png})
    with pikepdf.open(BytesIO(pdf)) as geopend:
        assert [str(beeld.get("/Interpolate", False)) for beeld in geopend.pages[0].get_images().values()] == ["False"]


def test_de_datums_zijn_die_van_de_editie(rapport):
    with pikepdf.open(BytesIO(rapport)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == str(pdf.docinfo["/ModDate"]) == "D:20230428000000Z"
        for naam in ("instroom.csv", "bezetting.csv"):
            bestand = pdf.attachments[naam].get_file()
            assert str(bestand.obj.Params.CreationDate) == str(bestand.obj.Params.ModDate) == "D:20230428000000Z"


def test_bijlagen_reizen_mee_als_gegevens_op_naam_geordend(rapport):
    with pikepdf.open(BytesIO(rapport)) as pdf:
        assert [str(bijlage.UF) for bijlage in pdf.Root.AF] == ["bezetting.csv", "instroom.csv"]
        assert {str(bijlage.AFRelationship) for bijlage in pdf.Root.AF} == {"/Data"}
        bestand = pdf.attachments["instroom.csv"].get_file()
        assert (bestand.mime_type, bestand.read_bytes()) == ("text/csv", voorbeeld.BIJLAGEN[0].inhoud)


def test_het_soort_van_een_bijlage_is_wat_ervan_is_gezegd(maak):
    with pikepdf.open(BytesIO(maak("<p>x</p>", bijlagen=[Bijlage("cijfers.dat", b"1", "application/ld+json", "Cijfers")]))) as pdf:
        assert pdf.attachments["cijfers.dat"].get_file().mime_type == "application/ld+json"


def test_alleen_de_meegeleverde_letters_komen_erin(maak):
    pdf = maak('<p style="font-family: Arial">Aa <b>Bb</b> <i>Cc</i> <code>Dd</code> <b><i>Ee</i></b></p>')
    with pikepdf.open(BytesIO(pdf)) as geopend:
        letters = {
            str(ding.FontName).split("+")[-1] for ding in geopend.objects if isinstance(ding, pikepdf.Dictionary) and "/FontName" in ding
        }
    assert letters
    assert all(letter.startswith("IBM-Plex-Sans") for letter in letters)


@pytest.mark.parametrize(
    ("lichaam", "code", "waarover"),
    [
        ('<p><img src="https://example.org/x.png" alt="x"></p>', "pdf-bron-geweigerd", "https://example.org/x.png"),
        ('<p><img src="../../etc/passwd" alt="x"></p>', "pdf-bron-geweigerd", "etc/passwd"),
        ('<p><img src="file:///etc/passwd" alt="x"></p>', "pdf-bron-geweigerd", "file:///etc/passwd"),
        ('<link rel="stylesheet" href="https://example.org/x.css"><p>x</p>', "pdf-bron-geweigerd", "https://example.org/x.css"),
        ('<p><img src="data:image/png;base64,AAAA" alt="x"></p>', "pdf-afbeelding-onleesbaar", "data:image/png"),
        (f'<p><img src="{PUNT}"></p>', "pdf-afbeelding-zonder-alt", "data:image/svg"),
        ("<style>@font-face { font-family: Fira; src: url(fira.ttf) }</style><p>x</p>", "pdf-lettertype-ontbreekt", "Fira"),
        ("<p>Een driehoek: ▲</p>", "pdf-teken-ontbreekt", "▲"),
        ('<p><a href="#nergens">x</a></p>', "pdf-anker-onbekend", "nergens"),
        ('<p id="a">x</p><p id="a">y</p>', "pdf-anker-dubbel", "a"),
        ('<p><a href="open-data/cijfers.csv">x</a></p>', "pdf-koppeling-relatief", "open-data/cijfers.csv"),
        ('<div style="width: 120%"><table style="width: 100%"><tr><td>Te breed</table></div>', "pdf-te-breed", "Te breed"),
        ('<p style="position: absolute; top: 400mm">Te laag</p>', "pdf-te-hoog", "Te laag"),
        (f'<img style="height: 400mm; width: 10mm" alt="Een toren" src="{PUNT}">', "pdf-te-hoog", "Een toren"),
        ("<p style='white-space: nowrap'>" + "Een lange regel " * 20 + "</p>", "pdf-woord-te-breed", "Een lange regel"),
        ("<p>Zie het adres: <i>" + "onafbreekbaar" * 20 + "</i></p>", "pdf-woord-te-breed", "in 'Zie het adres"),
        ("<div id=tbl-a><table><tr>" + "<td>23.360" * 40 + "</table></div>", "pdf-te-breed", " in tbl-a"),
        ("<style>p { colour: red }</style><p>x</p>", "pdf-waarschuwing", "colour"),
        ("<style>p { opacity: veel }</style><p>x</p>", "pdf-waarschuwing", "opacity"),
    ],
)  # fmt: skip
def test_wat_weasyprint_alleen_zou_melden_is_een_fout(fout_bij, lichaam, code, waarover):
    assert waarover in fout_bij(lichaam)[code]


def test_alle_problemen_komen_tegelijk_en_elk_een_keer(fout_bij):
    lichaam = "<style>p { colour: red }</style><p>▲ ▲</p><p><a href='#weg'>x</a> <a href='#weg'>y</a></p>"
    assert sorted(fout_bij(lichaam)) == ["pdf-anker-onbekend", "pdf-teken-ontbreekt", "pdf-waarschuwing"]


def test_een_document_in_een_andere_taal_dan_gezegd_wordt_geweigerd(fout_bij):
    assert "en" in fout_bij("<p>x</p>", taal="en")["pdf-taal"]


def test_een_andere_weasyprint_wordt_geweigerd(monkeypatch):
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    tags.verbeter.cache_clear()
    with pytest.raises(Fout, match=r"71\.0") as fout:
        maak_pdf("<html lang=nl><title>x</title><p>x", meta=voorbeeld.META)
    assert [probleem.code for probleem in fout.value.problemen] == ["pdf-weasyprint-versie"]


def test_de_letters_voor_de_pdf_zijn_die_voor_het_web():
    from fontTools.ttLib import woff2

    from mpp.lettertypen import SNEDEN, truetype, voor_web

    for snede, pad in zip(SNEDEN, truetype(), strict=True):
        uitgepakt = BytesIO()
        woff2.decompress(BytesIO(voor_web()[f"lettertypen/IBMPlexSans-{snede}.woff2"]), uitgepakt)
        assert uitgepakt.getvalue() == pad.read_bytes()
