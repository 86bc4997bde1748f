"""The checks of the final PDF: a good one passes, each fault is found."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from mpp.controle.paginatekst import paginateksten
from mpp.controle.pdf import toets
from tests.pdf.lees import elementen
from tests.pdf.voorbeeld import VERWACHT


def codes(inhoud: bytes, verwacht=VERWACHT) -> set[str]:
    return {probleem.code for probleem in toets("rapportage.pdf", inhoud, verwacht).problemen}


def gewijzigd(inhoud: bytes, wijzig: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        wijzig(pdf)
        uit = BytesIO()
        pdf.save(uit)
    return uit.getvalue()


def zonder(soort: str, *pad: str) -> Callable[[pikepdf.Pdf], None]:
    """Take a key out of the first structure element of a kind that has it."""

    def wijzig(pdf: pikepdf.Pdf) -> None:
        for element in elementen(pdf, soort):
            for stap in pad[:-1]:
                element = element.get(stap, pikepdf.Dictionary())
            if pad[-1] in element:
                del element[pad[-1]]
                return
        raise AssertionError(f"no {soort} with {pad}")

    return wijzig


def eerste_link(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    return next(annotatie for pagina in pdf.pages for annotatie in pagina.obj.get("/Annots", []))


def noem_link_naar_haar_doel(pdf: pikepdf.Pdf) -> None:
    link = eerste_link(pdf)
    link.Contents = link.Dest


def wijs_naar_een_kop_die_er_niet_is(pdf: pikepdf.Pdf) -> None:
    cel = next(cel for cel in elementen(pdf, "TD") if "/Headers" in cel.A)
    cel.A.Headers = pikepdf.Array([pikepdf.String("weg")])


def verhoog_een_kop(pdf: pikepdf.Pdf) -> None:
    next(elementen(pdf, "H2")).S = pikepdf.Name.H5


def zet_een_alinea_los_in_een_lijst(pdf: pikepdf.Pdf) -> None:
    next(elementen(pdf, "LBody")).S = pikepdf.Name.P


def schuif_de_figuur_van_de_bladzijde(pdf: pikepdf.Pdf) -> None:
    next(elementen(pdf, "Figure")).A.BBox = pikepdf.Array([0, 0, 5000, 100])


def noem_een_andere_letter(pdf: pikepdf.Pdf) -> None:
    letter = next(d for d in pdf.objects if isinstance(d, pikepdf.Dictionary) and d.get("/Type") == "/FontDescriptor")
    letter.FontName = pikepdf.Name("/ABCDEF+DejaVu-Sans")


def haal_de_letter_eruit(pdf: pikepdf.Pdf) -> None:
    letter = next(d for d in pdf.objects if isinstance(d, pikepdf.Dictionary) and d.get("/Type") == "/FontDescriptor")
    for sleutel in [sleutel for sleutel in letter if sleutel.startswith("/FontFile")]:
        del letter[sleutel]


def andere_titel_in_xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["dc:title"] = "Iets anders"


def zonder_ua(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        del xmp["pdfuaid:part"]


def lagere_pdfa(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["pdfaid:conformance"] = "B"


def zonder_tabvolgorde(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1].obj["/Tabs"]


def zonder_relatie(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[0].AFRelationship = pikepdf.Name.Unspecified


def uit(*pad: str) -> Callable[[pikepdf.Pdf], None]:
    def wijzig(pdf: pikepdf.Pdf) -> None:
        ding = pdf.Root
        for stap in pad[:-1]:
            ding = ding[stap]
        del ding[pad[-1]]

    return wijzig


def test_het_voorbeeld_is_goed(rapport):
    assert toets("rapportage.pdf", rapport, VERWACHT).groen


@pytest.mark.parametrize(
    ("wijzig", "code"),
    [
        (uit("/Lang"), "controle-pdf-metagegevens"),
        (uit("/MarkInfo"), "controle-pdf-metagegevens"),
        (uit("/ViewerPreferences", "/DisplayDocTitle"), "controle-pdf-metagegevens"),
        (andere_titel_in_xmp, "controle-pdf-metagegevens"),
        (zonder_ua, "controle-pdf-metagegevens"),
        (lagere_pdfa, "controle-pdf-metagegevens"),
        (zonder_tabvolgorde, "controle-pdf-metagegevens"),
        (uit("/Outlines"), "controle-pdf-bladwijzers"),
        (zonder("Figure", "/Alt"), "controle-pdf-figuur"),
        (zonder("Figure", "/A", "/BBox"), "controle-pdf-figuur"),
        (schuif_de_figuur_van_de_bladzijde, "controle-pdf-figuur"),
        (zonder("TH", "/A", "/Scope"), "controle-pdf-tabelkop"),
        (zonder("TD", "/A", "/Headers"), "controle-pdf-tabelkop"),
        (wijs_naar_een_kop_die_er_niet_is, "controle-pdf-tabelkop"),
        (zonder("Note", "/ID"), "controle-pdf-noot"),
        (zet_een_alinea_los_in_een_lijst, "controle-pdf-lijst"),
        (verhoog_een_kop, "controle-pdf-kopsprong"),
        (lambda pdf: eerste_link(pdf).__delitem__("/Contents"), "controle-pdf-koppeling"),
        (lambda pdf: eerste_link(pdf).__delitem__("/StructParent"), "controle-pdf-koppeling"),
        (noem_link_naar_haar_doel, "controle-pdf-koppeling"),
        (noem_een_andere_letter, "controle-pdf-letter"),
        (haal_de_letter_eruit, "controle-pdf-letter"),
        (zonder_relatie, "controle-pdf-bijlage"),
    ],
)
def test_elk_gebrek_wordt_gevonden(rapport, wijzig, code):
    assert codes(gewijzigd(rapport, wijzig)) == {code}


@pytest.mark.parametrize("anders", [{"editie": "MPP 2023-2"}, {"verklaring": "Officiële publicatie"}])
def test_elke_bladzijde_zegt_welke_editie_en_dat_het_een_reconstructie_is(rapport, anders):
    problemen = toets("rapportage.pdf", rapport, replace(VERWACHT, **anders)).problemen
    assert {p.code for p in problemen} == {"controle-pdf-paginaregel"}
    assert [p.gegevens["pagina"] for p in problemen] == list(range(1, 11))


def test_de_tekst_van_een_bladzijde_is_die_van_een_gewone_lezer(rapport):
    def tekens(tekst: str) -> str:
        return "".join(sorted("".join(tekst.split())))

    with pikepdf.open(BytesIO(rapport)) as pdf:
        eigen = [tekens(tekst) for tekst in paginateksten(pdf)]
    assert eigen == [tekens(pagina.extract_text()) for pagina in PdfReader(BytesIO(rapport)).pages]


def test_een_bladzijde_zonder_nummer_of_concept_wordt_gevonden(rapport):
    def zonder_inhoud(pdf: pikepdf.Pdf) -> None:
        pdf.pages[3].obj.Contents = pdf.make_stream(b"")

    problemen = toets("rapportage.pdf", gewijzigd(rapport, zonder_inhoud), VERWACHT).problemen
    assert {p.gegevens["tekst"] for p in problemen} == {*VERWACHT.regels, "pagina 4 van 10"}
    assert {p.gegevens["pagina"] for p in problemen} == {4}
