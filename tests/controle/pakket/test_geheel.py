"""The folder of a package, its manifest and the zip beside it."""

import json
import zipfile
from dataclasses import replace
from itertools import chain

import pytest

from mpp import manifest
from mpp.controle.pakket.geheel import _zip, keur_pakket
from mpp.controle.pakket.inhoud import lees_pakket
from mpp.controle.pakket.keuring import Keuring
from mpp.documenten.opmaak import Bladzijden
from mpp.inpakken import inpakken
from mpp.problemen import Fout, probleem
from mpp.uitgave.pakketcontrole import kijk_pakket_na
from tests.controle.pakket.conftest import STATUS
from tests.editie import PROJECT

pytestmark = pytest.mark.lang


@pytest.fixture
def pakket(tmp_path, u, monkeypatch):
    """A package of a beleidscontrole without variants: a manifest and nothing else."""
    monkeypatch.setattr("mpp.controle.pakket.opnieuw.varianten", lambda wortel, editie="": {})
    map_ = tmp_path / "beleidscontrole-2023-1"
    map_.mkdir()
    (map_ / manifest.NAAM).write_bytes(manifest.manifest(u.ps, STATUS, {}, "beleidscontrole"))
    pak_in(map_, u)
    return map_


def pak_in(map_, u) -> None:
    in_map = {f"{map_.name}/{pad.name}": pad.read_bytes() for pad in sorted(map_.iterdir())}
    map_.with_suffix(".zip").write_bytes(inpakken(in_map, u.editie.vastgesteld))


def problemen(pakket, u) -> list[str]:
    pak_in(pakket, u)
    return [p.wat for p in keur_pakket(pakket, u, STATUS).problemen]


def test_een_pakket_waar_niets_aan_is_veranderd(pakket, u):
    uitslag = keur_pakket(pakket, u, STATUS)
    assert uitslag.problemen == []
    assert uitslag.gezien == uitslag.verantwoord > 100
    assert uitslag.per_document == {manifest.NAAM: (uitslag.gezien, uitslag.verantwoord), f"{pakket.name}.zip": (0, 0)}


def test_een_ander_cijfer_in_het_manifest(pakket, u):
    tekst = (pakket / manifest.NAAM).read_text(encoding="utf-8")
    (pakket / manifest.NAAM).write_text(tekst.replace('"vastgesteld": "2023', '"vastgesteld": "2024'), encoding="utf-8")
    assert problemen(pakket, u) == ["Op regel 9 staat 2024 waar 2023 moet staan."]


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


@pytest.mark.parametrize("naam", ["los.txt", "los.pdf", "los.csv", "los.html", "los.svg"])
def test_een_bestand_dat_er_niet_bij_hoort(pakket, u, naam):
    (pakket / naam).write_text("12", encoding="utf-8")
    assert f"{naam} hoort niet bij dit pakket." in problemen(pakket, u)


def test_elk_document_is_er(u):
    bestanden = {manifest.NAAM: manifest.manifest(u.ps, STATUS, {})}
    zinnen = [
        p.wat
        for deel in chain(*Keuring(u, STATUS).delen(bestanden))
        if deel.func.__name__ == "sjabloon"
        for v in deel()
        for p in v.problemen
    ]
    namen = ("infographic", "kamerbrief-bijlage", "monitor", "oplegnota", "prognose", "productiemodel")
    assert sorted(zinnen) == sorted(f"{naam}.{soort} ontbreekt." for naam in namen for soort in ("html", "pdf"))


def test_een_document_dat_niet_te_lezen_is_wordt_gemeld(u):
    bestanden = {manifest.NAAM: manifest.manifest(u.ps, STATUS, {}), "infographic.pdf": b"geen pdf", "infographic.html": b""}
    (deel,) = chain(*Keuring(u, STATUS).delen(bestanden, alleen="infographic.pdf"))
    pagina, pdf = deel()
    assert pagina.problemen
    assert [p.gegevens["wat"].partition("(")[0] for p in pdf.problemen] == ["is niet zoals de code het maakt "]


def met_zip(pakket, u, *delen: tuple[str, bytes]) -> list[str]:
    """What is said of a package with this zip beside it."""
    with zipfile.ZipFile(pakket.with_suffix(".zip"), "w") as zip_:
        for naam, inhoud in delen:
            zip_.writestr(zipfile.ZipInfo(naam, (*u.editie.vastgesteld.timetuple()[:3], 0, 0, 0)), inhoud)
    return [p.wat for p in keur_pakket(pakket, u, STATUS).problemen]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_de_zip_is_gelijk_aan_de_map(pakket, u):
    naam, inhoud = f"{pakket.name}/{manifest.NAAM}", (pakket / manifest.NAAM).read_bytes()
    anders = f"manifest.json is in {pakket.name}.zip anders dan in de map."
    assert problemen(pakket, u) == []
    assert met_zip(pakket, u, (naam, inhoud)) == [f"{pakket.name}.zip is anders ingepakt dan mpp package het doet."]
    assert met_zip(pakket, u, (naam, b"{}")) == [anders]
    assert met_zip(pakket, u, (naam, inhoud), (naam, b"{}")) == [anders]
    assert met_zip(pakket, u, (naam, inhoud), (manifest.NAAM, inhoud)) == [anders]
    assert met_zip(pakket, u) == [anders]
    pakket.with_suffix(".zip").write_bytes(b"geen zip")
    (tekst,) = (p.wat for p in keur_pakket(pakket, u, STATUS).problemen)
    assert tekst.startswith(f"{pakket.name}.zip is niet te lezen")


def test_een_zip_waarin_een_bit_is_omgevallen_of_die_is_afgebroken_is_een_gewoon_probleem(pakket, u):
    pad = pakket.with_suffix(".zip")
    heel = pad.read_bytes()
    for plek in range(30, len(heel), max(len(heel) // 60, 1)):
        for kapot in (heel[:plek] + bytes([heel[plek] ^ 6]) + heel[plek + 1 :], heel[:plek]):
            pad.write_bytes(kapot)
            assert _zip(pakket, lees_pakket(pakket), u).problemen, plek


def test_een_zip_die_er_niet_is_wordt_gemist(pakket, u):
    pakket.with_suffix(".zip").unlink()
    assert [p.wat for p in keur_pakket(pakket, u, STATUS).problemen] == [f"{pakket.name}.zip ontbreekt."]


@pytest.mark.parametrize("inhoud", [None, b"geen json", b"[]", b"{}"])
def test_een_map_zonder_leesbaar_manifest_is_geen_pakket(tmp_path, inhoud):
    if inhoud is not None:
        (tmp_path / manifest.NAAM).write_bytes(inhoud)
    with pytest.raises(Fout) as fout:
        list(kijk_pakket_na(tmp_path, PROJECT))
    assert [p.code for p in fout.value.problemen] == ["pakket-onleesbaar"]


def test_een_document_waarvan_de_teksten_niet_kloppen_wordt_niet_als_goed_gezien(u, monkeypatch):
    blad = Bladzijden("", "", None, (probleem("tekst-leeg", bestand="infographic/teksten.yml", regel=3, sleutel="x"),))
    monkeypatch.setattr("mpp.controle.pakket.opnieuw.sjablonen", lambda u, status, *, beleid: {"infographic": lambda status: blad})
    with pytest.raises(Fout) as fout:
        Keuring(u, STATUS).sjabloon({}, "infographic", beleid=False)
    assert [p.code for p in fout.value.problemen] == ["tekst-leeg"]


def test_stukken_van_het_topberaad_zonder_het_pakket_ernaast_zijn_niet_na_te_kijken(tmp_path, u):
    map_ = tmp_path / "topberaad-2023-1"
    map_.mkdir()
    (map_ / "manifest.json").write_bytes(manifest.manifest(u.ps, STATUS, {}, "topberaad"))
    with pytest.raises(Fout) as fout:
        keur_pakket(map_, u, STATUS)
    assert [(p.code, p.gegevens["naast"]) for p in fout.value.problemen] == [("pakket-zonder-bron", "mpp-2023-1")]
