"""Several PDFs as one: pages, tags, links, bookmarks and what is attached of each; and a line on every page that nobody hears."""

from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from mpp.controle import verapdf
from mpp.pdf.samen import Deel, voeg_samen
from mpp.pdf.stempel import stempel

VOORBLAD = '<h1>Stukken</h1><p id="ad-1"><a href="#ad-1">Bijlage 1</a></p><p id="ad-2"><a href="#ad-2">Bijlage 2</a></p>'
TABEL = (
    '<h1 id="kop">{0}</h1><p><a href="#eind">Naar het eind</a></p><table><thead><tr><th scope="col" id="a">Jaar</th>'
    '<th scope="col" id="b">Aantal</th></tr></thead><tbody><tr><th scope="row" id="r">2023</th>'
    '<td headers="r b">12</td></tr></tbody></table>'
    '<h2 id="eind" style="break-before: page">Eind van {0}</h2><p>Tekst.</p>'
)


@pytest.fixture
def delen(maak, rapport):
    return [Deel(maak(TABEL.format("Een")), "Bijlage 1", "ad-1"), Deel(rapport, "Bijlage 2", "ad-2")]


@pytest.fixture
def geheel(maak, delen) -> bytes:
    return voeg_samen(maak(VOORBLAD), delen)


def aantal(inhoud: bytes) -> int:
    return len(PdfReader(BytesIO(inhoud)).pages)


def test_alle_bladzijden_staan_er_in_volgorde_en_onveranderd(maak, delen, geheel):
    los = [pagina.extract_text() for inhoud in (maak(VOORBLAD), *(d.inhoud for d in delen)) for pagina in PdfReader(BytesIO(inhoud)).pages]
    assert [pagina.extract_text() for pagina in PdfReader(BytesIO(geheel)).pages] == los


def test_elke_koppeling_leidt_naar_haar_eigen_bladzijde(geheel, delen):
    lezer = PdfReader(BytesIO(geheel))
    naar = {naam: lezer.get_destination_page_number(doel) for naam, doel in lezer.named_destinations.items()}
    merken = [a.get_object() for pagina in lezer.pages for a in pagina.get("/Annots", [])]
    koppelingen = [str(merk["/Dest"]) for merk in merken if "/Dest" in merk]
    assert set(koppelingen) <= naar.keys()
    assert (naar["ad-1"], naar["ad-2"]) == (1, 1 + aantal(delen[0].inhoud))
    assert naar["1-eind"] == 2


def test_plaatsen_blijven_bekend_ook_als_het_er_veel_zijn(maak):
    noten = "".join(f'<p id="noot-{nr}"><a href="#noot-{nr}">Noot</a></p>' for nr in range(80))
    geheel = voeg_samen(maak(VOORBLAD), [Deel(maak(f"<h1>Noten</h1>{noten}"), "Bijlage 1", "ad-1"), Deel(maak(TABEL), "Bijlage 2", "ad-2")])
    naar = PdfReader(BytesIO(geheel)).named_destinations
    assert {f"1-noot-{nr}" for nr in range(80)} | {"ad-1", "ad-2", "2-eind"} <= naar.keys()


def test_bladwijzers_staan_per_deel_onder_haar_titel(geheel):
    lezer = PdfReader(BytesIO(geheel))
    op_top = [b for b in lezer.outline if not isinstance(b, list)]
    assert [b.title for b in op_top] == ["Stukken", "Bijlage 1", "Bijlage 2"]
    onder = next(b for b in lezer.outline if isinstance(b, list))
    assert onder[0].title == "Een"
    assert lezer.get_destination_page_number(op_top[2]) == 3


def test_de_boom_van_tags_is_een_en_elk_stuk_weet_op_welke_bladzijde_het_staat(geheel):
    with pikepdf.open(BytesIO(geheel)) as pdf:
        boom = pdf.Root.StructTreeRoot
        assert [k.S for k in boom.K] == ["/Document"]
        nummers = list(boom.ParentTree.Nums)
        ouders = {int(nummer): ouder for nummer, ouder in zip(nummers[::2], nummers[1::2], strict=True)}
        assert list(ouders) == list(range(len(ouders)))
        for pagina in pdf.pages:
            eigen = [e for e in ouders[int(pagina.obj.StructParents)] if "/Pg" in e]
            assert eigen
            assert all(e.Pg.objgen == pagina.obj.objgen for e in eigen)
            for koppeling in pagina.obj.get("/Annots", []):
                assert ouders[int(koppeling.StructParent)].S == "/Link"


def test_cellen_van_twee_delen_hebben_nooit_dezelfde_naam_en_elke_kop_bestaat(maak):
    tweemaal = voeg_samen(maak(VOORBLAD), [Deel(maak(TABEL.format(t)), t, f"ad-{i}") for i, t in enumerate(("Een", "Twee"), 1)])
    with pikepdf.open(BytesIO(tweemaal)) as pdf:
        cellen = [d for d in pdf.objects if isinstance(d, pikepdf.Dictionary) and d.get("/Type") == "/StructElem"]
        namen = [str(c.ID) for c in cellen if "/ID" in c]
        koppen = {str(k) for c in cellen if "/A" in c for a in _lijst(c.A) if "/Headers" in a for k in a.Headers}
        assert len(namen) == len(set(namen)) > 0
        assert koppen
        assert koppen <= set(namen)


def _lijst(kenmerken):
    return list(kenmerken) if isinstance(kenmerken, pikepdf.Array) else [kenmerken]


def test_wat_aan_een_deel_hangt_blijft_eraan_hangen(rapport, geheel):
    assert PdfReader(BytesIO(geheel)).attachments == PdfReader(BytesIO(rapport)).attachments != {}


def test_titel_en_metagegevens_zijn_die_van_het_voorblad(maak, geheel):
    with pikepdf.open(BytesIO(geheel)) as pdf, pikepdf.open(BytesIO(maak(VOORBLAD))) as voorblad:
        assert pdf.Root.Metadata.read_bytes() == voorblad.Root.Metadata.read_bytes()
        assert pdf.docinfo.Title == voorblad.docinfo.Title


def test_dezelfde_delen_geven_dezelfde_bytes(maak, delen, geheel):
    assert voeg_samen(maak(VOORBLAD), delen) == geheel


def test_een_stempel_staat_op_elke_bladzijde_en_de_bladzijde_blijft_zoals_zij_is(rapport):
    teksten = [f"bijlage ad 2a · blad {nr}" for nr in range(1, aantal(rapport) + 1)]
    gestempeld = stempel(rapport, teksten)
    paren = zip(PdfReader(BytesIO(rapport)).pages, PdfReader(BytesIO(gestempeld)).pages, teksten, strict=True)
    for voor, na, tekst in paren:
        woorden = na.extract_text().split()
        assert sorted(woorden) == sorted(voor.extract_text().split() + tekst.split())
    assert stempel(rapport, teksten) == gestempeld


def test_een_stempel_is_geen_deel_van_de_tekst_die_wordt_voorgelezen(rapport):
    with pikepdf.open(BytesIO(stempel(rapport, ["merk"] * aantal(rapport)))) as na:
        laatste = list(pikepdf.parse_content_stream(na.pages[0]))[-5:]
        assert [str(o.operator) for o in laatste] == ["BDC", "q", "Do", "Q", "EMC"]
        assert laatste[0].operands[0] == "/Artifact"


def test_een_stempel_voor_elke_bladzijde(rapport):
    with pytest.raises(ValueError, match="1 texts"):
        stempel(rapport, ["een"])


def test_het_geheel_is_toegankelijk_en_archiefwaardig(tmp_path, geheel):
    pad = tmp_path / "geheel.pdf"
    pad.write_bytes(stempel(geheel, [f"blad {nr}" for nr in range(aantal(geheel))]))
    uitslag = verapdf.toets([pad])
    if uitslag.niet_getoetst:
        pytest.skip(f"niet getoetst: {uitslag.niet_getoetst}")
    assert [str(p) for p in uitslag.problemen] == []
