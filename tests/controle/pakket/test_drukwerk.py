"""A PDF says what the HTML of the same document says, page by page: every word, number and sign, and nothing besides."""

import datetime
import io
from collections.abc import Callable

import pikepdf
import pytest

from mpp.controle.paginatekst import Vreemd
from mpp.controle.pakket import drukwerk
from mpp.controle.pakket.inhoud import lees_pdf
from mpp.controle.pakket.verslag import Verslag
from mpp.controle.pakket.webtekst import webtekst
from mpp.pdf import PdfMeta, maak_pdf
from mpp.render.omslag import Omslag
from tests.controle.pakket.ingrepen_pdf import letter, vorm
from tests.editie import VASTGESTELD

KAFT = Omslag("MPP 2023-1 (openbare reconstructie)", "openbaar", False, "Openbare reconstructie – geen officiële publicatie", VASTGESTELD)
META = PdfMeta(titel="Proef", onderwerp="Proef", auteur="mpp", datum=datetime.date(2023, 4, 28))
PAGINAREGEL = (
    '@page { size: A5; @top-left { content: "MPP 2023-1 (openbare reconstructie)" } @top-right { content: "openbaar" } '
    '@bottom-left { content: "Openbare reconstructie – geen officiële publicatie" } '
    '@bottom-right { content: "pagina " counter(page) " van " counter(pages) } } h1 { break-before: page } '
    'ul { list-style-type: "–  " }'
)
INHOUD = """
<h1>Eerste</h1><p>In 2023 kwamen er +66.940 mensen en in 2024 waren het er 69.420, 49% van het maximum.</p>
<ol><li>een punt</li><li>nog een punt</li></ol><ul><li>en een streep</li></ul>
<h1>Tweede</h1><table><thead><tr><th scope="col">Naam</th><th scope="col">2023</th></tr></thead>
<tbody><tr><th scope="row">Bezetting</th><td>70.770</td></tr></tbody></table>
"""


def kaal(stuk: str) -> str:
    return stuk.strip("<>").removeprefix("in ")


def bladzijden(inhoud: str) -> str:
    stijl = f'<style>html {{ font-family: "IBM Plex Sans" }} {PAGINAREGEL}</style>'
    kop = f'<head><meta charset="utf-8"><title>Proef</title>{stijl}</head>'
    return f'<!DOCTYPE html><html lang="nl">{kop}<body><main>{inhoud}</main></body></html>'


def open_pdf(inhoud: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(inhoud))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return maak_pdf(bladzijden(INHOUD), meta=META)


@pytest.fixture
def toets():
    def van(pdf: bytes, inhoud: str = INHOUD) -> Verslag:
        verslag = Verslag("proef.pdf")
        drukwerk.toets(lees_pdf(pdf), drukwerk.Verwacht(webtekst(bladzijden(inhoud)), [], KAFT, META), verslag)
        return verslag

    return van


@pytest.fixture
def veranderd(pdf):
    """The PDF after something was done to it."""

    def doe(ingreep: Callable[[pikepdf.Pdf], object]) -> bytes:
        with open_pdf(pdf) as document:
            ingreep(document)
            uit = io.BytesIO()
            document.save(uit)
        return uit.getvalue()

    return doe


def test_alles_op_elke_bladzijde_is_dat_van_de_html(toets, pdf):
    verslag = toets(pdf)
    assert verslag.problemen == []
    assert verslag.gezien == verslag.verantwoord > 10


@pytest.mark.parametrize(
    ("van", "naar", "pagina"),
    [
        ("66.940", "66.840", 1),
        ("in 2024", "in 2025", 1),
        ("70.770", "70.771", 2),
        (">2023<", ">2022<", 2),
        ("mensen", "zaken", 1),
        ("maximum", "minimum", 1),
        ("Bezetting", "Instroom", 2),
        ("Bezetting", "bezetting", 2),
    ],
)
def test_een_ander_woord_of_cijfer_wordt_gevonden_met_bladzijde_en_zin(toets, van, naar, pagina):
    verslag = toets(maak_pdf(bladzijden(INHOUD.replace(van, naar)), meta=META))
    assert [p.code for p in verslag.problemen] == ["pakket-pdf-anders"]
    gegevens = verslag.problemen[0].gegevens
    assert (gegevens["pagina"], gegevens["pdf"], gegevens["html"]) == (pagina, kaal(naar), kaal(van))
    assert kaal(naar) in gegevens["zin"]


@pytest.mark.parametrize(
    ("van", "naar"), [("+66", "66"), ("49%", "49"), ("69.420,", "69.420."), ("<ol>", '<ol style="counter-reset: list-item 3">')]
)
def test_een_teken_of_een_nummer_van_een_lijst_telt_ook(toets, van, naar):
    assert toets(maak_pdf(bladzijden(INHOUD.replace(van, naar)), meta=META)).problemen


def test_een_getal_dat_de_pdf_niet_heeft_wordt_gemist(toets, pdf):
    verslag = toets(pdf, INHOUD.replace("</ol>", "</ol><p>12.340</p>"))
    assert [(p.gegevens["pdf"], p.gegevens["html"]) for p in verslag.problemen] == [("niets", "12.340")]


def test_een_pdf_die_alleen_opnieuw_is_opgeslagen(toets, veranderd):
    assert toets(veranderd(lambda document: None)).problemen == []


def weg(document):
    del document.pages[0]


def titel(document):
    document.docinfo["/Title"] = pikepdf.String("Proef 12")


def bladwijzer(document):
    with document.open_outline() as inhoud:
        inhoud.root[0].title = "Eerste 12"


def metagegeven(document):
    with document.open_metadata(set_pikepdf_as_editor=False) as xmp:
        xmp["xmp:CreateDate"] = "1999-01-01T00:00:00Z"


@pytest.mark.parametrize("ingreep", [weg, titel, bladwijzer, metagegeven])
def test_een_andere_bladzijde_titel_bladwijzer_of_datum(toets, veranderd, ingreep):
    assert toets(veranderd(ingreep)).problemen


def schrijf(opdracht: bytes) -> Callable[[pikepdf.Pdf], None]:
    def doe(document: pikepdf.Pdf) -> None:
        pagina = document.pages[0]
        pagina.Resources.Font["/Zz"] = letter()
        pagina.Resources.XObject["/Zx"] = vorm(document)
        pagina.Contents = document.make_stream(pagina.Contents.read_bytes() + opdracht)

    return doe


def paginanaam(document):
    document.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.D, St=40)])


def vervangtekst(document):
    next(d for d in document.objects if isinstance(d, pikepdf.Dictionary) and d.get("/Type") == "/StructElem")["/ActualText"] = (
        pikepdf.String("99")
    )


def stempel(document):
    beeld = pikepdf.Dictionary(N=vorm(document))
    soort = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[1, 1, 9, 9], AP=beeld)
    document.pages[0].obj["/Annots"] = pikepdf.Array([document.make_indirect(soort)])


def letters_verwisseld(document):
    """Every 2 reads as a 3, and is drawn as before."""
    for ding in document.objects:
        if isinstance(ding, pikepdf.Dictionary) and "/ToUnicode" in ding:
            ding.ToUnicode.write(ding.ToUnicode.read_bytes().replace(b"<0032>\n", b"<0033>\n"))


def andere_vorm(document):
    """Every letter is drawn as one of another cut."""
    from mpp.lettertypen import truetype

    vet = next(pad for pad in truetype() if pad.stem == "IBMPlexSans-Bold").read_bytes()
    for ding in document.objects:
        if isinstance(ding, pikepdf.Dictionary) and "/FontFile2" in ding:
            ding.FontFile2.write(vet)


@pytest.mark.parametrize(
    "ingreep",
    [
        schrijf(b"BT /Zz 30 Tf 100 400 Td (99) Tj ET\n"),
        schrijf(b"BT /Zz 30 Tf 100 400 Td [(99)] TJ ET\n"),
        schrijf(b"q /Zx Do Q\n"),
        schrijf(b"/Span <</ActualText (99)>> BDC EMC\n"),
        schrijf(b"BI /W 1 /H 1 ID x EI\n"),
        paginanaam,
        vervangtekst,
        stempel,
        letters_verwisseld,
        andere_vorm,
    ],
)
def test_iets_dat_een_pdf_van_ons_nooit_heeft(toets, veranderd, ingreep):
    with pytest.raises(Vreemd):
        toets(veranderd(ingreep))
