"""No package stands unnoticed beside a newer one: what it replaces or contradicts is named, and moved away if asked."""

import shutil
from dataclasses import replace

import pytest

from mpp.problemen import Fout
from mpp.uitgave.eerder import MAP, lot, wat_er_staat
from mpp.uitgave.pakket import maak_pakket
from tests.uitgave.test_plaatsen import inhoud


@pytest.fixture
def uit(tmp_path):
    """The folder for the output."""
    (tmp_path / "uit").mkdir()
    return tmp_path / "uit"


@pytest.fixture
def maak(u, met_documenten, uit):
    """Make a package in this state, with what stands there moved aside or not; gives what was said of it."""
    met_documenten("een")

    def doe(status, *, opruimen: bool = False) -> list[str]:
        toen = wat_er_staat(uit, u.editie)
        pakket = maak_pakket(u, status, uit, opzij=toen if opruimen else ())
        return list(lot(toen, wat_er_staat(uit, u.editie), [pakket.name], uit / MAP if opruimen else uit))

    return doe


def namen(map_) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir())


def test_een_eerste_pakket_vervangt_niets(maak, vast):
    assert maak(vast) == []


def test_hetzelfde_pakket_nog_eens_is_geen_nieuws(maak, vast, uit):
    maak(vast)
    assert maak(vast) == []
    assert maak(vast, opruimen=True) == []
    assert namen(uit) == ["mpp-2023-1", "mpp-2023-1.zip"]


def test_een_definitief_pakket_naast_een_nieuwer_concept_wordt_genoemd(maak, vast, concept, uit):
    maak(replace(vast, staat="openbaar"))
    (regel,) = maak(concept)
    assert regel.startswith("mpp-2023-1 (versie 2023-1, openbaar, parameters ")
    assert "staat nog naast mpp-2023-1-CONCEPT; met --opruimen" in regel
    assert "mpp-2023-1" in namen(uit)


def test_met_opruimen_gaat_het_met_zijn_zip_naar_de_map_eerder(maak, vast, concept, uit):
    maak(vast)
    eerder = {f"mpp-2023-1/{pad}": b for pad, b in inhoud(uit / "mpp-2023-1").items()}
    (regel,) = maak(concept, opruimen=True)
    assert regel.endswith(f"staat nu in {uit / MAP}.")
    assert namen(uit) == [MAP, "mpp-2023-1-CONCEPT", "mpp-2023-1-CONCEPT.zip"]
    (map_,) = (uit / MAP).iterdir()
    bewaard = inhoud(map_)
    assert bewaard.pop("mpp-2023-1.zip")
    assert bewaard == eerder


def test_wat_onder_dezelfde_naam_stond_is_vervangen_of_bewaard(maak, u, vast, concept, uit):
    maak(concept)
    assert [regel.endswith("is vervangen.") for regel in maak(replace(concept, redenen=("iets anders",)))] == [True]
    maak(concept, opruimen=True)
    (map_,) = (uit / MAP).iterdir()
    assert b"iets anders" in (map_ / "mpp-2023-1-CONCEPT" / "manifest.json").read_bytes()


def test_een_vervangen_versie_en_een_losse_zip_worden_ook_gevonden(maak, vast, uit):
    maak(vast)
    shutil.rmtree(uit / "mpp-2023-1")
    (regel,) = maak(replace(vast, versie="2023-1.1"))
    assert regel.startswith("mpp-2023-1 (versie 2023-1, ")


@pytest.mark.parametrize("anders", ["oud.zip", "bewaard.ZIP", "mpp-2023-1.zip.bak"])
def test_een_zip_die_anders_is_gaan_heten_is_nog_een_pakket(maak, vast, concept, uit, anders):
    maak(vast)
    shutil.rmtree(uit / "mpp-2023-1")
    (uit / "mpp-2023-1.zip").rename(uit / anders)
    (regel,) = maak(concept)
    assert regel.startswith(f"{anders.removesuffix('.zip')} (versie 2023-1, ")
    maak(concept, opruimen=True)
    assert anders not in namen(uit)


def test_een_zip_die_opnieuw_is_ingepakt_zonder_haar_map_is_nog_een_pakket(maak, vast, concept, uit):
    maak(vast)
    shutil.make_archive(uit / "los", "zip", uit / "mpp-2023-1")
    for weg in ("mpp-2023-1.zip", "mpp-2023-1"):
        (uit / weg).unlink() if weg.endswith("zip") else shutil.rmtree(uit / weg)
    (regel,) = maak(concept)
    assert regel.startswith("los (versie 2023-1, ")


def test_losse_documenten_van_deze_editie_worden_genoemd_en_gaan_mee(maak, vast, uit):
    for naam in ("rapportage.pdf", "kamerbrief-bijlage-CONCEPT.html", "infographic-2023-1.1.pdf", "notitie.pdf"):
        (uit / naam).write_bytes(b"x")
    (regel,) = maak(vast)
    assert regel.startswith("infographic-2023-1.1.pdf, kamerbrief-bijlage-CONCEPT.html, rapportage.pdf (losse documenten")
    maak(vast, opruimen=True)
    assert namen(uit) == [MAP, "mpp-2023-1", "mpp-2023-1.zip", "notitie.pdf"]


def test_een_pakket_van_een_andere_editie_en_wat_geen_pakket_is_blijven_staan(maak, u, vast, uit):
    maak(vast)
    ander = uit / "mpp-2022-2"
    (uit / "mpp-2023-1").rename(ander)
    (ander / "manifest.json").write_text((ander / "manifest.json").read_text().replace('"id": "2023-1"', '"id": "2022-2"'))
    (uit / "mpp-2023-1.zip").write_bytes(b"geen zip")
    (uit / "los").mkdir()
    (uit / "los" / "manifest.json").write_text("[]")
    assert maak(vast, opruimen=True) == []
    assert namen(uit) == ["los", "mpp-2022-2", "mpp-2023-1", "mpp-2023-1.zip"]


def test_kan_het_nieuwe_er_niet_komen_dan_staat_het_eerdere_er_weer(maak, u, vast, concept, uit, monkeypatch):
    maak(vast)
    eerder = inhoud(uit)

    def stokt(*_):
        raise Fout([])

    monkeypatch.setattr("mpp.uitgave.pakket.plaats", stokt)
    with pytest.raises(Fout):
        maak(concept, opruimen=True)
    assert inhoud(uit) == eerder
