"""The Word document: real styles, tables, captions and notes, numbers that cannot be typed over, and a map back to the source."""

import io
import subprocess
import zipfile

import pytest
from lxml import etree

from mpp.word.kaart import GeenKaart, Kaart
from mpp.word.onderdelen import KAART
from mpp.word.regels import kort
from tests.word.proef import EEN, NS, PARAMETER, VOORAF, W, als_docx, deel, tekst


@pytest.fixture(scope="module")
def document(inhoud):
    return deel(inhoud)


@pytest.fixture(scope="module")
def kaart(inhoud):
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return Kaart.lees(zip_.read(KAART))


def stijl(alinea) -> str:
    return alinea.find("w:pPr/w:pStyle", NS).get(f"{W}val")


def test_hetzelfde_boek_geeft_dezelfde_bytes(boek, u, inhoud):
    assert als_docx(boek, u) == inhoud


def test_elk_deel_is_xml_en_staat_in_de_inhoudsopgave_van_het_bestand(inhoud):
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        namen = zip_.namelist()
        assert namen[0] == "[Content_Types].xml"
        for naam in namen:
            if naam.endswith((".xml", ".rels")):
                etree.fromstring(zip_.read(naam))
        soorten = etree.fromstring(zip_.read("[Content_Types].xml"))
        for genoemd in soorten.iterfind("{*}Override"):
            assert genoemd.get("PartName").lstrip("/") in namen


def test_koppen_zijn_koppen(document):
    koppen = [(stijl(p), tekst(p)) for p in document.iter(f"{W}p") if stijl(p).startswith("Heading")]
    assert koppen == [("Heading1", "Vooraf"), ("Heading1", "1\u00a0Een & ander"), ("Heading2", "1.1\u00a0Tabellen")]


def test_de_letter_is_die_van_het_huis_en_gaat_mee(inhoud):
    letter = deel(inhoud, "word/styles.xml").find(".//w:rFonts", NS)
    assert letter.get(f"{W}ascii") == "IBM Plex Sans"
    assert len(deel(inhoud, "word/fontTable.xml").xpath("//*[@w:fontKey]", namespaces=NS)) == 4


def test_een_tabel_heeft_een_kopregel_die_op_elke_bladzijde_staat(document):
    tabel = next(t for t in document.iter(f"{W}tbl") if "Soort" in tekst(t))
    rijen = tabel.findall("w:tr", NS)
    assert [rij.find("w:trPr/w:tblHeader", NS) is not None for rij in rijen] == [True, False, False]
    assert [[tekst(cel) for cel in rij.findall("w:tc", NS)] for rij in rijen] == [["Soort", "Zaken"], ["kort", "45.740"], ["lang", "veel"]]
    assert tabel.find("w:tblPr/w:tblCaption", NS).get(f"{W}val") == "Tabel 1.1: Zaken per soort"


def test_een_figuur_heeft_een_beeld_met_zijn_alternatieve_tekst_en_een_bijschrift(document, inhoud):
    beeld = document.find(".//{*}docPr")
    assert beeld.get("descr") == "Een lijn die stijgt."
    assert next(tekst(p) for p in document.iter(f"{W}p") if stijl(p) == "Figuurbijschrift") == "Figuur\u00a01.1: De duur van een zaak."
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        assert [naam for naam in zip_.namelist() if zip_.read(naam)[:4] == b"\x89PNG"] == ["word/media/beeld1.png"]


def test_een_verwijzing_leidt_naar_een_bladwijzer(document):
    naar = {link.get(f"{W}anchor"): tekst(link) for link in document.iter(f"{W}hyperlink") if link.get(f"{W}anchor")}
    wijzers = {merk.get(f"{W}name") for merk in document.iter(f"{W}bookmarkStart")}
    assert naar["tbl_een"] == "Tabel\u00a01.1"
    assert naar["fig_een"] == "Figuur\u00a01.1"
    assert naar.keys() <= wijzers


def test_een_koppeling_naar_buiten_leidt_daarheen(document, inhoud):
    (id,) = (
        link.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        for link in document.iter(f"{W}hyperlink")
        if "koppeling" in tekst(link)
    )
    relatie = next(r for r in deel(inhoud, "word/_rels/document.xml.rels") if r.get("Id") == id)
    assert (relatie.get("Target"), relatie.get("TargetMode")) == ("https://voorbeeld.nl/pad", "External")


def test_een_noot_staat_onder_aan_de_bladzijde(document, inhoud):
    (teken,) = document.iter(f"{W}footnoteReference")
    noot = next(n for n in deel(inhoud, "word/footnotes.xml") if n.get(f"{W}id") == teken.get(f"{W}id"))
    assert tekst(noot).strip() == "Een noot met uitleg over de duur."


def test_een_getal_staat_vast_en_noemt_zijn_herkomst(document):
    vast = [
        (s.find("w:sdtPr/w:tag", NS).get(f"{W}val"), s.find("w:sdtPr/w:lock", NS).get(f"{W}val"), tekst(s))
        for s in document.iter(f"{W}sdt")
    ]
    assert ("indicator:ind.spoor4.instroom[2023|medio]", "sdtContentLocked", "45.740") in vast
    assert ("editie:jaren", "sdtContentLocked", "2023") in vast
    assert len(vast) == 3
    nummers = [s.find("w:sdtPr/w:id", NS).get(f"{W}val") for s in document.iter(f"{W}sdt")]
    assert len(set(nummers)) == len(nummers)


def test_een_lange_herkomst_is_verkort_en_blijft_van_zichzelf():
    lang = f"{PARAMETER} gedeeld door nog iets met een lange naam"
    assert len(kort(lang, 64)) == 64
    assert kort(lang, 64) != kort(f"{lang}!", 64)


def test_het_document_zegt_wat_het_is(inhoud):
    kern = deel(inhoud, "docProps/core.xml")
    assert kern.findtext("{*}title") == "Proef – MPP 2023-1"
    assert kern.findtext("{*}language") == "nl-NL"
    assert deel(inhoud, "word/styles.xml").find(".//w:lang", NS).get(f"{W}val") == "nl-NL"
    assert tekst(deel(inhoud, "word/header1.xml")) == "MPP 2023-1 (openbare reconstructie)CONCEPT · openbaar"
    assert tekst(deel(inhoud, "word/footer1.xml")).startswith("Geen officiële publicatie")


def test_wijzigingen_worden_bijgehouden_vanaf_het_openen(inhoud):
    assert deel(inhoud, "word/settings.xml").find("w:trackRevisions", NS) is not None


def test_de_kaart_noemt_editie_versie_en_parameters(kaart, u):
    assert (kaart.editie, kaart.versie, kaart.parameters, kaart.staat) == ("2023-1", "2023-1", u.ps.hash, "CONCEPT · openbaar")


def test_elke_alinea_weet_van_welke_regel_zij_komt(kaart):
    bronnen = {"index.qmd": VOORAF.split("\n"), "een.qmd": EEN.split("\n")}
    gezien = 0
    for alinea in kaart.alineas:
        if alinea.soort == "voorblad" or not alinea.tekst.strip():
            continue
        vanaf = alinea.plaats(0)
        regel = bronnen[vanaf.bestand][vanaf.regel - 1]
        getypt = next((d.tekst for d in alinea.delen if not d.bron and d.tekst.strip(" .")), "")
        if getypt:
            assert getypt.split()[0].strip(".,:") in regel, (alinea.tekst, regel)
            gezien += 1
    assert gezien > 12


def test_elke_zin_weet_van_welke_regel_zij_komt(kaart):
    alinea = next(a for a in kaart.alineas if "Per spoor" in a.tekst)
    regel = next(nr for nr, r in enumerate(EEN.split("\n"), start=1) if r.startswith("Per spoor"))
    assert alinea.plaats(0).regel == regel - 1
    assert alinea.plaats(alinea.tekst.index("Per spoor")).regel == regel
    assert alinea.plaats(alinea.tekst.index("hoe lang")).regel == regel + 1


def test_een_kaart_die_is_gewijzigd_wordt_niet_gelezen(inhoud):
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        kaart = zip_.read(KAART)
    with pytest.raises(GeenKaart):
        Kaart.lees(kaart.replace(b">45.740<", b">45.741<"))


def test_libreoffice_opent_het(inhoud, tmp_path):
    (tmp_path / "r.docx").write_bytes(inhoud)
    soffice("pdf", tmp_path)
    gelezen = subprocess.run(["pdftotext", "-layout", tmp_path / "r.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert "De dienst beslist in 2023 over 45.740 zaken" in " ".join(gelezen.split())


def soffice(vorm: str, map_, uit=None) -> None:
    """Convert r.docx in a folder with LibreOffice, with a profile of its own."""
    profiel = f"-env:UserInstallation=file://{map_ / 'profiel'}"
    opdracht = ["soffice", profiel, "--headless", "--convert-to", vorm, "--outdir", uit or map_, map_ / "r.docx"]
    subprocess.run(opdracht, capture_output=True, check=True)
