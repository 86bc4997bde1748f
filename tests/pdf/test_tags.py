"""What a screen reader meets in the PDF."""

from io import BytesIO

import pikepdf
import pytest

from tests.pdf.lees import elementen, soorten, tags

TWEE_NIVEAUS = """
<table><thead>
<tr><th rowspan="2" scope="col">Jaar</th><th colspan="2" scope="colgroup">Minimum</th><th colspan="2" scope="colgroup">Medio</th></tr>
<tr><th scope="col">a</th><th scope="col">b</th><th scope="col">c</th><th scope="col">d</th></tr>
</thead><tbody>
<tr><th rowspan="2" scope="rowgroup">2023</th><td>1</td><td>2</td><td>3</td><td>4</td></tr>
<tr><td>5</td><td>6</td><td>7</td><td>8</td></tr>
<tr><th colspan="5" scope="rowgroup">Later</th></tr>
<tr><th scope="row">2024</th><td>1</td><td>2</td><td>3</td><td>4</td></tr>
</tbody></table>"""


def koppen_van_cellen(pdf: bytes) -> list[set[tuple[int, int]]]:
    """The row and column of every header of every data cell, in reading order."""
    return [{tuple(int(deel) for deel in kop.decode().split("-")[1:]) for kop in tag.koppen} for tag in tags(pdf) if tag.soort == "TD"]


def test_een_cel_kent_de_koppen_boven_en_naast_zich(maak):
    cellen = koppen_van_cellen(maak(TWEE_NIVEAUS))
    assert cellen[:4] == [
        {(2, 0), (0, 1), (1, 1)},
        {(2, 0), (0, 1), (1, 2)},
        {(2, 0), (0, 3), (1, 3)},
        {(2, 0), (0, 3), (1, 4)},
    ]


def test_een_rijkop_over_meer_rijen_geldt_voor_al_die_rijen(maak):
    assert koppen_van_cellen(maak(TWEE_NIVEAUS))[4:8] == [
        {(2, 0), (0, 1), (1, 1)},
        {(2, 0), (0, 1), (1, 2)},
        {(2, 0), (0, 3), (1, 3)},
        {(2, 0), (0, 3), (1, 4)},
    ]


def test_een_tussenkop_geldt_voor_de_rijen_eronder(maak):
    assert koppen_van_cellen(maak(TWEE_NIVEAUS))[8] == {(5, 0), (0, 1), (1, 1), (4, 0)}


def test_elke_kopcel_zegt_welke_kant_zij_op_wijst(maak):
    richtingen = [str(tag.kenmerken["/Scope"]) for tag in tags(maak(TWEE_NIVEAUS)) if tag.soort == "TH"]
    assert richtingen == ["/Column"] * 7 + ["/Row", "/Column", "/Row"]


def test_zonder_scope_wijst_de_kop_boven_omlaag_en_de_eerste_kolom_opzij(maak):
    tabel = "<table><thead><tr><th>x<th>y</thead><tbody><tr><th>z<td>1</tbody></table>"
    richtingen = [str(tag.kenmerken["/Scope"]) for tag in tags(maak(tabel)) if tag.soort == "TH"]
    assert richtingen == ["/Column", "/Column", "/Row"]


def test_een_tabel_over_meer_bladzijden_houdt_haar_koppen(rapport):
    lang = [tag for tag in tags(rapport) if tag.soort == "TD" and tag.pagina in (7, 8)]
    assert len(lang) > 100
    assert all(len(tag.koppen) >= 3 for tag in lang)


@pytest.mark.parametrize("lijst", ["<ul><li><p>een</p><p>twee</p></li></ul>", "<ol><li>een<ol><li>twee</li></ol></li></ol>"])
def test_een_onderdeel_van_een_lijst_heeft_een_label_en_een_lijf(maak, lijst):
    onderdelen = [tag for tag in tags(maak(lijst)) if tag.soort == "LI"]
    assert onderdelen
    assert all(tag.kinderen == ("Lbl", "LBody") for tag in onderdelen)


def test_een_begrip_en_zijn_uitleg_zijn_samen_een_onderdeel(maak):
    onderdelen = [tag.kinderen for tag in tags(maak("<dl><dt>a<dd>b<dd>c<dt>d<dd>e</dl>")) if tag.soort == "LI"]
    assert onderdelen == [("Lbl", "LBody", "LBody"), ("Lbl", "LBody")]


def test_een_eindnoot_is_een_noot_met_een_eigen_kenmerk(rapport):
    noten = [tag for tag in tags(rapport) if tag.soort == "Note"]
    assert len(noten) == 1
    assert noten[0].id.startswith(b"noot-")


def test_sierwerk_en_de_kop_en_voet_van_de_bladzijde_worden_niet_voorgelezen(maak):
    beeld = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='8' height='8'%3E%3Crect width='8' height='8'/%3E%3C/svg%3E"
    kop = "<title>x</title><style>@page { @top-left { content: 'Kop' } }</style>"
    pdf = maak(f'<p>Tekst <img src="{beeld}" alt=""> <img src="{beeld}" alt="Blok" aria-hidden="true"></p>', kop=kop)
    assert "Figure" not in soorten(pdf)
    with pikepdf.open(BytesIO(pdf)) as geopend:
        gemarkeerd = [str(i.operands[0]) for i in pikepdf.parse_content_stream(geopend.pages[0], "BMC BDC")]
    assert gemarkeerd.count("/Artifact") >= 3
    assert gemarkeerd.count("/Span") == soorten(pdf).count("Span")


def test_een_figuur_ligt_waar_zij_getekend_is(rapport):
    figuur = next(tag for tag in tags(rapport) if tag.soort == "Figure")
    links, onder, rechts, boven = (float(maat) for maat in figuur.kenmerken["/BBox"])
    assert figuur.alt.startswith("Lijngrafiek")
    assert rechts - links == pytest.approx(160 / 25.4 * 72, abs=0.1)
    assert 200 < onder < boven < 600


def test_de_taal_van_een_deel_blijft_bewaard(rapport):
    with pikepdf.open(BytesIO(rapport)) as pdf:
        assert [str(deel.Lang) for deel in elementen(pdf, "Span") if "/Lang" in deel] == ["en"]


@pytest.mark.parametrize(
    ("link", "naam"),
    [
        ('<a href="https://example.org/">de <b>website</b></a>', "de website"),
        ('<a href="#plek" aria-label="Noot 1">1</a>', "Noot 1"),
        ('<a href="#plek"><img src="{}" alt="Naar de kaart"></a>', "Naar de kaart"),
    ],
)
def test_een_koppeling_heeft_een_naam_en_staat_een_keer_in_de_tags(maak, link, naam):
    beeld = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/%3E"
    pdf = maak(f'<p id="plek">Zie {link.format(beeld)}.</p>')
    with pikepdf.open(BytesIO(pdf)) as geopend:
        koppelingen = list(geopend.pages[0].Annots)
        assert [str(koppeling.Contents) for koppeling in koppelingen] == [naam]
        assert len(list(elementen(geopend, "Link"))) == 1
