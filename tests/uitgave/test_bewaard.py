"""What was made before is not made again while nothing under it changed, and what is kept is what would be made."""

import multiprocessing
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mpp.bronbestanden import GROEPEN, bronbestanden
from mpp.documenten.document import DOCUMENTEN, UITLEG, Document, varianten
from mpp.documenten.rapportage import gekeurd_boek
from mpp.ronde.status import bepaal_status
from mpp.uitgave import samenstellen
from mpp.uitgave.bewaard import Bewaarplaats
from mpp.uitgave.pakket import maak_pakket
from mpp.uitgave.samenstellen import stel_samen
from tests.editie import PROJECT, uitkomsten

ALLE = {**DOCUMENTEN, UITLEG.naam: UITLEG, **varianten(PROJECT.wortel)}
STATUS = bepaal_status(uitkomsten())


def namen_van(plek: Bewaarplaats, document: Document) -> set[str]:
    return {naam.partition("/")[2] for naam, _ in plek.bronnen(document)}


@pytest.fixture
def gemaakt(monkeypatch):
    """Which documents were made, in the process that made them."""
    namen = []

    def noteer(document, *rest):
        namen.append(document.naam)
        return echt(document, *rest)

    echt = samenstellen._probeer
    monkeypatch.setattr(samenstellen, "_probeer", noteer)
    monkeypatch.setattr(samenstellen, "kan_vorken", lambda: False)
    return namen


@pytest.fixture
def twee(met_documenten, u):
    (u.ps.wortel / "twee").mkdir()
    (u.ps.wortel / "twee" / "teksten.yml").write_text("titel: a", encoding="utf-8")
    return met_documenten("een", "twee")


def test_waaronder_niets_veranderde_wordt_niet_opnieuw_gemaakt(twee, u, vast, gemaakt):
    eerst = stel_samen(twee, u, vast, bewaard=True)
    assert gemaakt == ["een", "twee"]
    assert stel_samen(twee, u, vast, bewaard=True) == eerst
    assert gemaakt == ["een", "twee"]


def test_van_een_tekst_wordt_alleen_het_document_ervan_opnieuw_gemaakt(twee, u, vast, gemaakt):
    stel_samen(twee, u, vast, bewaard=True)
    (u.ps.wortel / "twee" / "teksten.yml").write_text("titel: b", encoding="utf-8")
    stel_samen(twee, u, vast, bewaard=True)
    assert gemaakt == ["een", "twee", "twee"]


def test_zonder_dat_erom_is_gevraagd_wordt_alles_gemaakt(twee, u, vast, gemaakt):
    stel_samen(twee, u, vast, bewaard=True)
    stel_samen(twee, u, vast)
    assert gemaakt == ["een", "twee"] * 2


def test_een_andere_staat_maakt_een_ander_document(twee, u, vast, gemaakt):
    stel_samen(twee, u, vast, bewaard=True)
    assert stel_samen(twee, u, replace(vast, route="B"), bewaard=True)["twee.txt"] == b"B"


@pytest.mark.parametrize(
    "schade", [lambda b: b[:-1], lambda b: b[:200] + bytes([b[200] ^ 1]) + b[201:], lambda b: b"", lambda b: b"\xff" * 300]
)
def test_wat_beschadigd_is_wordt_opnieuw_gemaakt(twee, u, vast, gemaakt, schade):
    eerst = stel_samen(twee, u, vast, bewaard=True)
    (pad,) = (u.ps.wortel / ".mpp-cache" / "documenten").glob("een")
    pad.write_bytes(schade(pad.read_bytes()))
    assert stel_samen(twee, u, vast, bewaard=True) == eerst
    assert gemaakt == ["een", "twee", "een"]


def test_een_document_met_een_probleem_wordt_niet_bewaard(met_documenten, u, vast):
    from mpp.problemen import Fout

    documenten = met_documenten("een", "fout")
    for _ in range(2):
        with pytest.raises(Fout):
            stel_samen(documenten, u, vast, bewaard=True)
    assert [pad.name for pad in (u.ps.wortel / ".mpp-cache" / "documenten").iterdir()] == ["een"]


def test_een_pakket_dat_er_staat_wordt_niet_opnieuw_geplaatst(twee, u, vast, tmp_path):
    pakket = maak_pakket(u, vast, tmp_path / "uit")
    (eerst,) = {pad.stat().st_ino for pad in [pakket / "een.txt"]}
    assert maak_pakket(u, vast, tmp_path / "uit") == pakket
    assert (pakket / "een.txt").stat().st_ino == eerst


@pytest.mark.parametrize(
    "doe",
    [
        lambda pakket: (pakket / "een.txt").write_text("een!", encoding="utf-8"),
        lambda pakket: (pakket / "een.txt").unlink(),
        lambda pakket: (pakket / "erbij.txt").write_text("x", encoding="utf-8"),
        lambda pakket: pakket.with_suffix(".zip").write_bytes(b"geen zip"),
        lambda pakket: shutil.rmtree(pakket),
    ],
    ids=["veranderd", "weg", "erbij", "zip", "map"],
)
def test_een_pakket_dat_is_aangeraakt_wordt_hersteld(twee, u, vast, tmp_path, doe):
    def inhoud():
        return {p.relative_to(tmp_path): p.read_bytes() for p in (tmp_path / "uit").rglob("*") if p.is_file()}

    pakket = maak_pakket(u, vast, tmp_path / "uit")
    eerst = inhoud()
    doe(pakket)
    assert inhoud() != eerst
    maak_pakket(u, vast, tmp_path / "uit")
    assert inhoud() == eerst


def _lees_mee(document: Document, pad: Path) -> None:
    """Make the document, or what is read to make it, and write down each file that is opened, in the processes of its own too."""
    uit = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def hoor(gebeurtenis, gegevens):
        if gebeurtenis == "open" and isinstance(gegevens[0], str):
            os.write(uit, f"{os.path.abspath(gegevens[0])}\n".encode())

    sys.addaudithook(hoor)
    u = PROJECT.bereken()
    if document.via_quarto:
        gekeurd_boek(u, STATUS)
    elif document.is_sjabloon:
        document.vuller()(u, STATUS)
    else:
        document.maker()(u, STATUS)


@pytest.mark.lang
@pytest.mark.parametrize("naam", [*DOCUMENTEN, UITLEG.naam, min(varianten(PROJECT.wortel))])  # all variants are made by the same code
def test_een_document_leest_niets_dan_waar_het_op_rust(naam, tmp_path):
    """So a document under which nothing changed is what would be made: whatever else changed, it was not read."""
    document = ALLE[naam]
    apart = "spawn" if document.via_quarto else "fork"  # the book looks at every module that its process has loaded
    proces = multiprocessing.get_context(apart).Process(target=_lees_mee, args=(document, tmp_path / "gelezen"))
    proces.start()
    proces.join()
    assert proces.exitcode == 0
    wortel = PROJECT.wortel
    gelezen = {Path(regel) for regel in (tmp_path / "gelezen").read_text(encoding="utf-8").splitlines()}
    gelezen = {pad.relative_to(wortel).as_posix() for pad in gelezen if pad.is_relative_to(wortel) and pad.is_file()}
    gelezen = {pad for pad in gelezen if not pad.startswith((".", "_output/", "tests/")) and "__pycache__" not in pad}
    eigen = {"parameters.yml", "parameters.lock", "journaal.yml", "akkoorden.yml"}
    rust_op = namen_van(Bewaarplaats(uitkomsten(), STATUS), document)
    assert {"parameters.yml"} < gelezen
    assert gelezen - rust_op - eigen == set()


def test_elke_bron_ligt_onder_een_document():
    plek = Bewaarplaats(uitkomsten(), STATUS)
    onder = {naam: namen_van(plek, document) for naam, document in ALLE.items()}
    bronnen = {naam for groep in GROEPEN for naam in bronbestanden(groep, PROJECT.wortel)}
    rond = {naam for naam in bronnen if naam.startswith("topberaad/")}
    assert bronnen - set().union(*onder.values()) - rond == set()
    van = {naam: {d for d, bestanden in onder.items() if naam in bestanden} for naam in bronnen}
    assert van["infographic/teksten.yml"] == {"infographic"}
    assert van["website/teksten.yml"] == {*ALLE}  # they name the kinds of number, on the pages of every document
    assert van["chapters/01-samenvatting.qmd"] == {"rapportage"}
    assert van["glossary.yml"] == van["mpp/pdf/maak.py"] == van["requirements.txt"] == {*ALLE}
