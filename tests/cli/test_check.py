"""`mpp check --pakket`: every number in a finished package."""

import zipfile

from mpp import manifest
from mpp.cli.staat import toon_latere_kennis
from mpp.parameters import Parameterset
from mpp.ronde.kennis import latere_kennis
from mpp.ronde.status import bepaal_status
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
    kop, *documenten, samen = uitslag.uit.splitlines()
    assert kop == "mpp-2023-1:"
    assert "infographic.html" in {regel.split()[0] for regel in documenten}
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


def test_latere_kennis_staat_er_met_haar_kenmerk_en_reden(capsys):
    ps = uitkomsten().ps
    toon_latere_kennis(ps)
    regels = capsys.readouterr().out.splitlines()
    assert regels[0] == f"Let op: latere kennis, van na {ps.editie.vastgesteld} of over een tijd na {ps.editie.peildatum}:"
    for k in latere_kennis(ps):
        assert any(f"{k.id} ({k.periode})" in regel and (not k.reden or regel.endswith(k.reden)) for regel in regels)
    assert not [regel for regel in regels if "geen reden gegeven" in regel]


def test_een_invoerwaarde_met_een_latere_bron_zonder_reden_valt_op(capsys):
    ps = uitkomsten().ps
    kaal = {"later": None, "bron": "kamerbrief-2023-07", "aanname": None}
    zonder = tuple(p.model_copy(update=kaal) if p.id == "ind.spoor2.zwaarte" else p for p in ps.parameters.values())
    toon_latere_kennis(Parameterset(ps.bestand.model_copy(update={"parameters": zonder}), ps.boom, ps.pad))
    assert "  ind.spoor2.zwaarte (vast), bron kamerbrief-2023-07: geen reden gegeven" in capsys.readouterr().out.splitlines()
