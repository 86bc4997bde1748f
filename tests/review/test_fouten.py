"""A document that cannot be used: what, why and how to mend, exit 2, and nothing written."""

import io
import zipfile

import pytest

from mpp.cli.review import importeer
from mpp.problemen import Fout
from mpp.review.verslag import pagina
from mpp.word.onderdelen import KAART
from tests.review.wijzigen import Document
from tests.word.proef import als_docx, maak


def zonder(inhoud: bytes, weg: str = "", **anders: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w") as zip_:
        for naam in bron.namelist():
            if naam != weg:
                zip_.writestr(naam, anders.get(naam, bron.read(naam)))
    return uit.getvalue()


@pytest.mark.parametrize(
    ("wat", "code"),
    [
        (lambda d: b"geen zip", "review-onleesbaar"),
        (lambda d: d[: len(d) // 2], "review-onleesbaar"),
        (lambda d: zonder(d, **{"word/document.xml": b"<w:p"}), "review-onleesbaar"),
        (lambda d: zonder(d, "word/document.xml"), "review-geen-word"),
        (lambda d: zonder(d, KAART), "review-niet-van-ons"),
        (lambda d: zonder(d, **{KAART: zipfile.ZipFile(io.BytesIO(d)).read(KAART).replace(b"45.740", b"45.741")}), "review-kaart"),
    ],
)
def test_een_bestand_dat_geen_document_van_ons_is(lees, gemaakt, wat, code):
    with pytest.raises(Fout) as fout:
        lees(wat(gemaakt))
    assert [p.code for p in fout.value.problemen] == [code]
    assert fout.value.problemen[0].bestand.endswith("commentaar0.docx")


@pytest.mark.parametrize(
    ("anders", "code"),
    [({"editie": "2022-2"}, "review-andere-editie"), ({"parameters": "0" * 64}, "review-andere-parameters")],
)
def test_een_document_van_een_andere_editie_of_met_andere_parameters(lees, u, tmp_path, anders, code):
    with pytest.raises(Fout) as fout:
        lees(als_docx(maak(tmp_path / "boek"), u, **anders))
    assert [p.code for p in fout.value.problemen] == [code]


def test_van_meer_bestanden_wordt_elk_dat_niet_deugt_genoemd(lees, gemaakt):
    with pytest.raises(Fout) as fout:
        lees(b"een", gemaakt, b"twee")
    assert [p.bestand.rpartition("/")[2] for p in fout.value.problemen] == ["commentaar0.docx", "commentaar2.docx"]


def test_de_pagina_noemt_alles_en_laadt_niets_van_elders(lees, document):
    document.vervang("eenvoudige", "heldere")
    document.vervang("45.740", "<b>1</b>", "De dienst")
    tekst = pagina(lees(document), "MPP 2023-1", ["a.docx"]).decode()
    for woord in ("Jansen", "een.qmd:", "<ins>heldere</ins>", "&lt;b&gt;1&lt;/b&gt;", "Vraag aan", '<html lang="nl">'):
        assert woord in tekst
    assert "http://" not in tekst
    assert "<script" not in tekst


@pytest.fixture
def hier(monkeypatch, project, tmp_path, u):
    """The commands of mpp in the project of the small book, with the shipped parameters."""
    from mpp.projectmap import Projectmap

    monkeypatch.setattr(Projectmap, "laad", lambda self: u.ps)
    monkeypatch.chdir(project)
    return project


def test_de_opdracht_toont_de_lijst_en_schrijft_de_pagina(hier, document, tmp_path, mpp):
    document.vervang("eenvoudige", "heldere")
    (tmp_path / "terug.docx").write_bytes(document.bewaar())
    uit = mpp("review", "import", str(tmp_path / "terug.docx"))
    assert uit.code == 0
    assert "vervanging: ‘eenvoudige’ wordt ‘heldere’" in " ".join(uit.uit.split())
    assert (hier / "_output/review/commentaar.html").is_file()
    uit = mpp("review", "import", str(tmp_path / "terug.docx"), "--neem-over", "1")
    assert uit.code == 0
    assert "**heldere**" in (hier / "een.qmd").read_text()


def test_een_getal_dat_buiten_het_slot_om_is_gewijzigd_is_een_fout_en_staat_in_de_lijst(hier, gemaakt, tmp_path, mpp):
    document = Document(gemaakt)
    document.typ("45.740", "45.999", "De dienst")
    (tmp_path / "terug.docx").write_bytes(document.bewaar())
    with pytest.raises(Fout) as fout:
        importeer([tmp_path / "terug.docx"])
    assert [p.code for p in fout.value.problemen] == ["review-getal-gewijzigd"]
    uit = mpp("review", "import", str(tmp_path / "terug.docx"))
    assert uit.code == 2
    assert "een getal gewijzigd zonder wijzigingen bij te houden: ‘45.740’ wordt ‘45.999’" in " ".join(uit.fout.split())
    assert "Leg de vraag voor aan IND" in " ".join(uit.fout.split())
    assert "45.999" in (hier / "_output/review/commentaar.html").read_text()
