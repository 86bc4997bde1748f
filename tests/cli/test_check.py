"""`mpp check --pakket`: every number in a finished package."""

import zipfile

from mpp.uitgave import manifest
from mpp.uitgave.status import bepaal_status
from tests.editie import uitkomsten


def pakket(map_, **anders: str):
    """A package without documents, in its folder."""
    map_.mkdir()
    u = uitkomsten()
    tekst = manifest.manifest(u.ps, bepaal_status(u.ps), {}).decode()
    for van, naar in anders.items():
        assert van in tekst
        tekst = tekst.replace(van, naar)
    (map_ / manifest.NAAM).write_text(tekst, encoding="utf-8")
    return map_


def test_per_document_staat_hoeveel_getallen_er_zijn_en_hoeveel_verantwoord(mpp, tmp_path):
    uitslag = mpp("check", "--pakket", str(pakket(tmp_path / "mpp-2023-1").parent))
    kop, document, *_, samen = uitslag.uit.splitlines()
    assert kop == "mpp-2023-1:"
    assert document.split()[0] == "infographic.html"
    assert samen.split()[0] == "samen"
    manifest_ = next(regel.split() for regel in uitslag.uit.splitlines() if regel.split()[0] == "manifest.json")
    assert manifest_[1] == manifest_[3] != "0"
    assert (uitslag.code, "infographic.html ontbreekt" in uitslag.fout) == (2, True)


def test_een_getal_dat_niet_te_verantwoorden_is_staat_er_met_zijn_plaats(mpp, tmp_path):
    map_ = pakket(tmp_path / "mpp-2023-1", vastgesteld="vastgesteld-9")
    uitslag = mpp("check", "--pakket", str(map_))
    assert uitslag.code == 2
    assert "manifest.json: Op regel" in uitslag.fout
    assert "Elk getal is verantwoord." not in uitslag.uit


def test_een_zip_die_anders_is_dan_de_map(mpp, tmp_path):
    map_ = pakket(tmp_path / "mpp-2023-1")
    with zipfile.ZipFile(tmp_path / "mpp-2023-1.zip", "w") as zip_:
        zip_.writestr("mpp-2023-1/manifest.json", "{}")
    uitslag = mpp("check", "--pakket", str(map_))
    assert (uitslag.code, "is in mpp-2023-1.zip anders dan in de map" in uitslag.fout) == (2, True)


def test_een_map_zonder_pakket(mpp, tmp_path):
    uitslag = mpp("check", "--pakket", str(tmp_path))
    assert (uitslag.code, "is geen pakket" in uitslag.fout) == (2, True)
