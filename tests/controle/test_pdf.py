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


def zet_een_lijst_in_een_lijst(pdf: pikepdf.Pdf) -> None:
    lijst = next(elementen(pdf, "L"))
    binnen = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.L, P=lijst, K=lijst.K, A=lijst.A)
    lijst.K = pikepdf.Array([pdf.make_indirect(binnen)])


def maak_een_alinea_leeg(pdf: pikepdf.Pdf) -> None:
    lijst = next(elementen(pdf, "Sect"))
    lijst.K.append(pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.P, P=lijst, K=pikepdf.Array())))


def herhaal_de_kop_van_een_tabel(pdf: pikepdf.Pdf) -> None:
    """As on each further page: a head of rows of its own."""
    tabel = next(tabel for tabel in elementen(pdf, "Table") if any(deel.S == "/TBody" for deel in tabel.K))
    next(deel for deel in tabel.K if deel.S == "/TBody").S = pikepdf.Name.THead


def zet_het_bijschrift_achter_de_tabel(pdf: pikepdf.Pdf) -> None:
    tabel = next(elementen(pdf, "Table"))
    tabel.K = pikepdf.Array([*list(tabel.K)[1:], tabel.K[0]])


def knip_een_koppeling_in_stukjes(pdf: pikepdf.Pdf) -> None:
    """As with each dot before a page number in a piece of its own."""
    for link in elementen(pdf, "Link"):
        stukken = [deel for deel in link.K if isinstance(deel, int)]
        if stukken:
            pagina = next(pagina for pagina in pdf.pages if pagina.obj.objgen == link.Pg.objgen)
            extra = range(9000, 9020)
            pagina.contents_add(b" ".join(b"/Span <</MCID %d>> BDC EMC" % nummer for nummer in extra))
            pagina.contents_coalesce()
            link.K.extend(extra)
            return
    raise AssertionError("no link with text")


def maak_van_de_inhoudsopgave_een_lijst(pdf: pikepdf.Pdf) -> None:
    for toc in elementen(pdf, "TOC"):
        toc.S = pikepdf.Name.L


def geef_een_noot_het_kenmerk_van_een_andere(pdf: pikepdf.Pdf) -> None:
    noot = next(elementen(pdf, "Note"))
    alinea = noot.K[0]
    tweede = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Note, ID=noot.ID, P=noot.P, Pg=noot.Pg, K=[alinea.K[-1]])
    del alinea.K[-1]
    noot.P.K.append(pdf.make_indirect(tweede))


def maak_een_koppeling_los_van_haar_tekst(pdf: pikepdf.Pdf) -> None:
    link = next(elementen(pdf, "Link"))
    link.K = pikepdf.Array([deel for deel in link.K if not isinstance(deel, pikepdf.Dictionary) or "/Obj" not in deel])


def neem_een_koppeling_in_een_koppeling_op(pdf: pikepdf.Pdf) -> None:
    """As with what CSS puts behind a link."""
    link = next(link for link in elementen(pdf, "Link") if isinstance(link.K[0], pikepdf.Dictionary) and len(link.K) > 1)
    deel = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Link, P=link, Pg=link.Pg, K=pikepdf.Array(list(link.K)[1:]))
    link.K = pikepdf.Array([link.K[0], pdf.make_indirect(deel)])


def haal_een_stuk_uit_de_boom(pdf: pikepdf.Pdf) -> None:
    alinea = next(alinea for alinea in elementen(pdf, "P") if len(alinea.K) > 1)
    del alinea.K[0]


def lees_een_stuk_twee_keer(pdf: pikepdf.Pdf) -> None:
    alinea = next(elementen(pdf, "P"))
    alinea.K.append(alinea.K[0])


def merk_de_kopregel_als_gewone_opmaak(pdf: pikepdf.Pdf) -> None:
    inhoud = pdf.pages[2].Contents.read_bytes()
    pdf.pages[2].obj.Contents = pdf.make_stream(inhoud.replace(b"/Subtype /Header", b""))


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
        (geef_een_noot_het_kenmerk_van_een_andere, "controle-pdf-noot"),
        (zet_een_alinea_los_in_een_lijst, "controle-pdf-opbouw"),
        (zet_een_lijst_in_een_lijst, "controle-pdf-opbouw"),
        (maak_een_alinea_leeg, "controle-pdf-opbouw"),
        (herhaal_de_kop_van_een_tabel, "controle-pdf-opbouw"),
        (zet_het_bijschrift_achter_de_tabel, "controle-pdf-opbouw"),
        (knip_een_koppeling_in_stukjes, "controle-pdf-opbouw"),
        (zonder("L", "/A", "/ListNumbering"), "controle-pdf-opbouw"),
        (maak_van_de_inhoudsopgave_een_lijst, "controle-pdf-opbouw"),
        (maak_een_koppeling_los_van_haar_tekst, "controle-pdf-koppeling-los"),
        (neem_een_koppeling_in_een_koppeling_op, "controle-pdf-koppeling-los"),
        (haal_een_stuk_uit_de_boom, "controle-pdf-buiten-boom"),
        (lees_een_stuk_twee_keer, "controle-pdf-buiten-boom"),
        (merk_de_kopregel_als_gewone_opmaak, "controle-pdf-rand"),
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


def aantal_bladzijden(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize("anders", [{"editie": "MPP 2023-2"}, {"verklaring": "Officiële publicatie"}])
def test_elke_bladzijde_zegt_welke_editie_en_dat_het_een_reconstructie_is(rapport, anders):
    problemen = toets("rapportage.pdf", rapport, replace(VERWACHT, **anders)).problemen
    assert {p.code for p in problemen} == {"controle-pdf-paginaregel"}
    assert [p.gegevens["pagina"] for p in problemen] == list(range(1, aantal_bladzijden(rapport) + 1))


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
    assert {p.gegevens.get("tekst") for p in problemen} == {*VERWACHT.regels, f"pagina 4 van {aantal_bladzijden(rapport)}", None}
    assert {p.code for p in problemen} == {"controle-pdf-paginaregel", "controle-pdf-buiten-boom", "controle-pdf-rand"}
    assert {p.gegevens["pagina"] for p in problemen} == {4}
