"""The folder of a package, its manifest and the zip beside it."""

import json
import zipfile
from dataclasses import replace

import pytest

from mpp.controle.pakket import keur_pakket
from mpp.problemen import Fout
from mpp.uitgave import manifest
from mpp.uitgave.nakijken import kijk_pakket_na
from tests.controle.pakket.conftest import STATUS
from tests.editie import PROJECT


@pytest.fixture
def pakket(tmp_path, u):
    """A package without documents."""
    map_ = tmp_path / "mpp-2023-1"
    map_.mkdir()
    (map_ / manifest.NAAM).write_bytes(manifest.manifest(u.ps, STATUS, {}))
    return map_


def problemen(pakket, u) -> list[str]:
    return [p.wat for p in keur_pakket(pakket, u, STATUS).problemen]


def test_een_pakket_waar_niets_aan_is_veranderd(pakket, u):
    uitslag = keur_pakket(pakket, u, STATUS)
    assert uitslag.problemen == []
    assert uitslag.gezien == uitslag.verantwoord > 100
    assert uitslag.per_document == {manifest.NAAM: (uitslag.gezien, uitslag.verantwoord)}


def test_een_ander_cijfer_in_het_manifest(pakket, u):
    tekst = (pakket / manifest.NAAM).read_text(encoding="utf-8")
    (pakket / manifest.NAAM).write_text(tekst.replace('"vastgesteld": "2023', '"vastgesteld": "2024'), encoding="utf-8")
    assert problemen(pakket, u) == ["Op regel 7 staat 2024 waar 2023 moet staan."]


@pytest.mark.parametrize("wat", ["parameters", "code", "teksten", "gegevens"])
def test_een_pakket_van_iets_anders_dan_hier_wordt_niet_nagerekend(pakket, u, wat):
    inhoud = json.loads((pakket / manifest.NAAM).read_text(encoding="utf-8"))
    inhoud[wat]["sha256"] = "ab" * 32
    (pakket / manifest.NAAM).write_text(json.dumps(inhoud), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        keur_pakket(pakket, u, STATUS)
    (probleem,) = fout.value.problemen
    assert probleem.code == "pakket-andere-invoer"
    assert probleem.wat.startswith(f"Het pakket is gemaakt met {wat} abababababababab, en hier is dat ")


def test_een_pakket_in_een_andere_staat_dan_hier_wordt_niet_nagerekend(pakket, u):
    with pytest.raises(Fout) as fout:
        keur_pakket(pakket, u, replace(STATUS, redenen=["er is geen slot"]))
    (probleem,) = fout.value.problemen
    assert probleem.wat == "Het pakket is gemaakt met de staat definitief, en hier is dat concept."


@pytest.mark.parametrize("naam", ["los.txt", "los.pdf", "los.csv"])
def test_een_bestand_dat_er_niet_bij_hoort(pakket, u, naam):
    (pakket / naam).write_text("12", encoding="utf-8")
    assert f"{naam} hoort niet bij dit pakket." in problemen(pakket, u)


def test_een_document_heeft_ook_een_pdf(pakket, u):
    (pakket / "los.html").write_text("<html><body><main><p>Tekst.</p></main></body></html>", encoding="utf-8")
    assert "los.pdf ontbreekt." in problemen(pakket, u)


def test_een_pdf_die_niet_te_lezen_is_wordt_gemeld(pakket, u):
    (pakket / "los.html").write_text("<html><body><main><p>Tekst.</p></main></body></html>", encoding="utf-8")
    (pakket / "los.pdf").write_bytes(b"geen pdf")
    assert any(tekst.startswith("los.pdf is niet te lezen") for tekst in problemen(pakket, u))


def test_de_zip_is_gelijk_aan_de_map(pakket, u):
    with zipfile.ZipFile(pakket.with_suffix(".zip"), "w") as zip_:
        zip_.writestr(f"{pakket.name}/{manifest.NAAM}", (pakket / manifest.NAAM).read_bytes())
    assert problemen(pakket, u) == []
    with zipfile.ZipFile(pakket.with_suffix(".zip"), "w") as zip_:
        zip_.writestr(f"{pakket.name}/{manifest.NAAM}", b"{}")
    assert problemen(pakket, u) == [f"manifest.json is in {pakket.name}.zip anders dan in de map."]
    pakket.with_suffix(".zip").write_bytes(b"geen zip")
    (tekst,) = problemen(pakket, u)
    assert tekst.startswith(f"{pakket.name}.zip is niet te lezen")


@pytest.mark.parametrize("inhoud", [None, b"geen json", b"[]", b"{}"])
def test_een_map_zonder_leesbaar_manifest_is_geen_pakket(tmp_path, inhoud):
    if inhoud is not None:
        (tmp_path / manifest.NAAM).write_bytes(inhoud)
    with pytest.raises(Fout) as fout:
        list(kijk_pakket_na(tmp_path, PROJECT))
    assert [p.code for p in fout.value.problemen] == ["pakket-onleesbaar"]
