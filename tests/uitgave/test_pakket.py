"""The package: one folder and one zip, complete, and the same bytes wherever it is made."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace

import pytest

from mpp.problemen import Fout
from mpp.uitgave.pakket import maak_pakket
from tests.uitgave.test_plaatsen import inhoud


def test_het_manifest_noemt_elk_bestand_met_omvang_en_hash(u, vast, met_documenten, tmp_path):
    met_documenten("een", "twee")
    pakket = maak_pakket(u, vast, tmp_path / "uit")
    bestanden = inhoud(pakket)
    manifest = json.loads(bestanden.pop("manifest.json"))
    assert manifest["bestanden"] == [
        {"pad": pad, "bytes": len(bestanden[pad]), "sha256": hashlib.sha256(bestanden[pad]).hexdigest()} for pad in sorted(bestanden)
    ]


def test_het_manifest_zegt_waaruit_en_waarmee_het_pakket_is_gemaakt(u, concept, met_documenten, tmp_path):
    met_documenten("een")
    manifest = json.loads((maak_pakket(u, concept, tmp_path / "uit") / "manifest.json").read_bytes())
    assert manifest["editie"]["naam"] == "MPP 2023-1 (openbare reconstructie)"
    assert (manifest["editie"]["versie"], manifest["editie"]["soort"]) == ("2023-1", "openbare reconstructie")
    assert manifest["parameters"] == {"bestand": "parameters.yml", "sha256": u.ps.hash, "onderdelen": u.ps.hashes}
    assert "mpp/manifest.py" in manifest["code"]["onderdelen"]
    assert manifest["status"] == {
        "staat": "concept",
        "concept": True,
        "gewijzigd": False,
        "redenen": ["er is geen slot"],
        "classificatie": "openbaar",
        "route": "B",
        "zonder_akkoord": ["IND"],
        "akkoord": {
            "invoer": {"gegeven": 0, "geweigerd": 0, "vervallen": 0, "open": 1, "niet gevraagd": 0},
            "uitkomsten": {"gegeven": 0, "geweigerd": 0, "vervallen": 0, "open": 0, "niet gevraagd": 0},
        },
        "niet_gevraagd": None,
    }
    assert manifest["omgeving"]["pakketten"]["weasyprint"] == "70.0"
    assert "niet vastgesteld" not in manifest["omgeving"]["systeembibliotheken"].values()


def test_het_manifest_verandert_met_een_tekst(u, vast, met_documenten, tmp_path):
    met_documenten("een")
    (tmp_path / "_quarto.yml").write_text("project: {type: book}\n")
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "a.qmd").write_text("# A\n")
    eerst = json.loads((maak_pakket(u, vast, tmp_path / "uit") / "manifest.json").read_bytes())
    (tmp_path / "chapters" / "a.qmd").write_text("# B\n")
    later = json.loads((maak_pakket(u, vast, tmp_path / "uit") / "manifest.json").read_bytes())
    assert {deel for deel in eerst if eerst[deel] != later[deel]} == {"teksten"}


@pytest.mark.parametrize("map_", ["edities/2022-2", "toetsing"])
def test_het_manifest_verandert_met_een_eerdere_editie_of_terugblik(u, vast, met_documenten, tmp_path, map_):
    met_documenten("een")
    eerst = json.loads((maak_pakket(u, vast, tmp_path / "uit") / "manifest.json").read_bytes())
    (tmp_path / map_).mkdir(parents=True)
    (tmp_path / map_ / "2022.yml").write_text("cijfers: []\n", encoding="utf-8")
    later = json.loads((maak_pakket(u, vast, tmp_path / "uit") / "manifest.json").read_bytes())
    assert {deel for deel in eerst if eerst[deel] != later[deel]} == {"gegevens"}


def test_de_zip_bevat_hetzelfde_als_de_map(u, vast, met_documenten, tmp_path):
    met_documenten("een", "twee")
    pakket = maak_pakket(u, vast, tmp_path / "uit")
    assert pakket.name == "mpp-2023-1"
    with zipfile.ZipFile(tmp_path / "uit" / "mpp-2023-1.zip") as zip_:
        assert {naam: zip_.read(naam) for naam in zip_.namelist()} == {f"mpp-2023-1/{pad}": b for pad, b in inhoud(pakket).items()}


def test_twee_mappen_krijgen_dezelfde_bytes(u, vast, met_documenten, tmp_path):
    met_documenten("een", "twee")
    maak_pakket(u, vast, tmp_path / "hier")
    maak_pakket(u, vast, tmp_path / "ergens" / "anders")
    assert inhoud(tmp_path / "hier") == inhoud(tmp_path / "ergens" / "anders")


def test_een_concept_vervangt_een_definitief_pakket_niet(u, vast, concept, met_documenten, tmp_path):
    met_documenten("een")
    maak_pakket(u, vast, tmp_path / "uit")
    maak_pakket(u, concept, tmp_path / "uit")
    assert sorted(p.name for p in (tmp_path / "uit").iterdir()) == [
        "mpp-2023-1",
        "mpp-2023-1-CONCEPT",
        "mpp-2023-1-CONCEPT.zip",
        "mpp-2023-1.zip",
    ]


@pytest.mark.parametrize(("mislukt", "soort"), [("fout", Fout), ("onze_fout", ZeroDivisionError)])
def test_bij_een_fout_blijft_het_eerdere_pakket_zoals_het_was(u, vast, met_documenten, tmp_path, mislukt, soort):
    met_documenten("een", "twee")
    maak_pakket(u, vast, tmp_path)
    eerder = inhoud(tmp_path)
    met_documenten("een", mislukt)
    with pytest.raises(soort):
        maak_pakket(u, vast, tmp_path)
    assert inhoud(tmp_path) == eerder


def test_een_zip_is_te_lezen_zonder_iets_van_deze_computer(u, vast, met_documenten, tmp_path):
    met_documenten("een")
    maak_pakket(u, vast, tmp_path)
    with zipfile.ZipFile(io.BytesIO((tmp_path / "mpp-2023-1.zip").read_bytes())) as zip_:
        assert {info.date_time for info in zip_.infolist()} == {(2023, 4, 28, 0, 0, 0)}
        assert {info.external_attr >> 16 for info in zip_.infolist()} == {0o100644}


def test_de_varianten_staan_naast_het_pakket_in_een_map_en_zip_met_eigen_manifest(u, vast, met_documenten, met_varianten, tmp_path):
    met_documenten("een")
    met_varianten("baa", "nareis")
    pakket = maak_pakket(u, vast, tmp_path)
    assert sorted(p.name for p in tmp_path.glob("*-2023-1*")) == [
        "beleidscontrole-2023-1",
        "beleidscontrole-2023-1.zip",
        "mpp-2023-1",
        "mpp-2023-1.zip",
    ]
    beleid = inhoud(tmp_path / "beleidscontrole-2023-1")
    assert set(beleid) == {"beleidscontrole-baa.txt", "beleidscontrole-nareis.txt", "manifest.json"}
    manifest = json.loads(beleid["manifest.json"])
    assert manifest["soort"] == "beleidscontrole"
    assert [b["pad"] for b in manifest["bestanden"]] == ["beleidscontrole-baa.txt", "beleidscontrole-nareis.txt"]
    assert json.loads((pakket / "manifest.json").read_bytes())["soort"] == "mpp"
    with zipfile.ZipFile(tmp_path / "beleidscontrole-2023-1.zip") as zip_:
        assert set(zip_.namelist()) == {f"beleidscontrole-2023-1/{pad}" for pad in beleid}


def test_het_pakket_van_de_mpp_is_gelijk_met_en_zonder_varianten(u, vast, met_documenten, met_varianten, tmp_path):
    met_documenten("een", "twee")
    zonder = inhoud(maak_pakket(u, vast, tmp_path / "zonder"))
    met_varianten("baa")
    assert inhoud(maak_pakket(u, vast, tmp_path / "met")) == zonder
    assert (tmp_path / "met" / "mpp-2023-1.zip").read_bytes() == (tmp_path / "zonder" / "mpp-2023-1.zip").read_bytes()


def test_de_tekst_van_een_variant_telt_alleen_in_haar_eigen_manifest(u, vast, met_documenten, met_varianten, tmp_path):
    met_documenten("een")
    met_varianten("baa")
    (tmp_path / "varianten").mkdir()

    def manifesten() -> dict[str, dict]:
        maak_pakket(u, vast, tmp_path / "uit")
        return {s: json.loads((tmp_path / "uit" / f"{s}-2023-1" / "manifest.json").read_bytes()) for s in ("mpp", "beleidscontrole")}

    (tmp_path / "varianten" / "baa.yml").write_text("variant: {}\n", encoding="utf-8")
    eerst = manifesten()
    (tmp_path / "varianten" / "baa.yml").write_text("variant: {titel: Anders}\n", encoding="utf-8")
    later = manifesten()
    assert eerst["mpp"] == later["mpp"]
    anders = {deel for deel in eerst["beleidscontrole"] if eerst["beleidscontrole"][deel] != later["beleidscontrole"][deel]}
    assert anders == {"varianten"}


def test_alleen_de_beleidscontroles_zijn_concept_als_alleen_een_variant_is_gewijzigd(u, vast, met_documenten, met_varianten, tmp_path):
    met_documenten("een")
    met_varianten("baa")
    status = replace(vast, redenen_varianten=("de varianten zijn gewijzigd",))
    assert maak_pakket(u, status, tmp_path / "uit").name == "mpp-2023-1"
    assert json.loads((tmp_path / "uit" / "mpp-2023-1" / "manifest.json").read_bytes())["status"]["redenen"] == []
    beleid = tmp_path / "uit" / "beleidscontrole-2023-1-CONCEPT"
    assert sorted(p.name for p in beleid.iterdir()) == ["beleidscontrole-baa-CONCEPT.txt", "manifest.json"]
    assert json.loads((beleid / "manifest.json").read_bytes())["status"]["redenen"] == ["de varianten zijn gewijzigd"]


def test_een_fout_in_een_variant_laat_alles_zoals_het_was(u, vast, met_documenten, met_varianten, tmp_path):
    met_documenten("een")
    met_varianten("baa", maker="kapotte_variant")
    with pytest.raises(Fout) as fout:
        maak_pakket(u, vast, tmp_path / "uit")
    assert [p.gegevens["id"] for p in fout.value.problemen] == ["baa"]
    assert not (tmp_path / "uit").exists()


def test_een_concept_staat_ook_in_de_naam_van_de_beleidscontrole(u, concept, met_documenten, met_varianten, tmp_path):
    met_documenten("een")
    met_varianten("baa")
    maak_pakket(u, concept, tmp_path / "uit")
    assert (tmp_path / "uit" / "beleidscontrole-2023-1-CONCEPT" / "beleidscontrole-baa-CONCEPT.txt").is_file()
