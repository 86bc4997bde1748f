"""`mpp check --pakket`: every number in a finished package."""

import zipfile

from mpp.uitgave import manifest
from mpp.uitgave.status import bepaal_status
from tests.editie import uitkomsten


def pakket(map_, **anders: str):
    """A package without documents, in its folder."""
    map_.mkdir()
    u = uitkomsten()
    tekst = manifest.manifest(u.ps, bepaal_status(u), {}).decode()
    for van, naar in anders.items():
        assert van in tekst
        tekst = tekst.replace(van, naar)
    (map_ / manifest.NAAM).write_text(tekst, encoding="utf-8")
    return map_


def test_per_document_staat_hoeveel_getallen_er_zijn_en_hoeveel_verantwoord(mpp, tmp_path):
    uitslag = mpp("check", "--pakket", str(pakket(tmp_path / "mpp-2023-1").parent))
    assert uitslag.code == 0
    kop, document, samen, slot = uitslag.uit.splitlines()
    assert (kop, slot) == ("mpp-2023-1:", "Elk getal is verantwoord.")
    assert document.split()[0] == "manifest.json"
    assert document.split()[1] == document.split()[3] == samen.split()[1]


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
