"""Output is put in place whole or not at all."""

from pathlib import Path

import pytest

from mpp.plaatsen import plaats
from mpp.problemen import Fout


def inhoud(map_: Path) -> dict[str, bytes]:
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*") if p.is_file()}


def test_een_map_wordt_in_haar_geheel_vervangen(tmp_path):
    plaats({"a/oud.txt": b"1", "a/x.txt": b"1"}, tmp_path)
    plaats({"a/x.txt": b"2"}, tmp_path)
    assert inhoud(tmp_path) == {"a/x.txt": b"2"}


def test_wat_er_verder_staat_blijft_staan(tmp_path):
    (tmp_path / "van de gebruiker.txt").write_bytes(b"eigen")
    assert plaats({"a.txt": b"1"}, tmp_path) == (tmp_path / "a.txt",)
    assert inhoud(tmp_path) == {"a.txt": b"1", "van de gebruiker.txt": b"eigen"}


@pytest.mark.parametrize("mislukt_bij", ["nieuw/a", "nieuw/b.txt", "b.txt"])
@pytest.mark.parametrize("soort", [OSError, KeyboardInterrupt])
def test_bij_een_mislukking_halverwege_staat_alles_er_weer_zoals_het_was(tmp_path, monkeypatch, mislukt_bij, soort):
    plaats({"a/x.txt": b"1", "b.txt": b"1"}, tmp_path)
    hernoem = Path.rename

    def stokt(pad, doel):
        if pad.as_posix().endswith(mislukt_bij) and "oud" not in pad.parts:
            monkeypatch.setattr(Path, "rename", hernoem)
            raise soort
        return hernoem(pad, doel)

    monkeypatch.setattr(Path, "rename", stokt)
    with pytest.raises((Fout, KeyboardInterrupt)):
        plaats({"a/x.txt": b"2", "b.txt": b"2"}, tmp_path)
    assert inhoud(tmp_path) == {"a/x.txt": b"1", "b.txt": b"1"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b.txt"]


def test_waar_niet_kan_worden_geschreven_is_een_probleem_van_de_gebruiker(tmp_path):
    (tmp_path / "bestand").write_bytes(b"eigen")
    with pytest.raises(Fout) as fout:
        plaats({"a.txt": b"1"}, tmp_path / "bestand")
    assert fout.value.problemen[0].code == "uitvoer-onschrijfbaar"
    assert (tmp_path / "bestand").read_bytes() == b"eigen"
