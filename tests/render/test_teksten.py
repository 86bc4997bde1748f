"""The texts of a communication: what is wrong with them is told with file and line."""

import pytest

from mpp.documenten.teksten import Teksten
from mpp.glossarium import Glossarium
from tests.editie import PROJECT


@pytest.fixture
def problemen(tmp_path):
    """Code and line of every problem of a file with one text."""

    def _problemen(tekst: str) -> list[tuple[str, int | None]]:
        pad = tmp_path / "teksten.yml"
        pad.write_text(f"kop:\n  titel: {tekst}\n", encoding="utf-8")
        teksten = Teksten(pad, {}, Glossarium((), ()), PROJECT.laad())
        teksten("kop.titel")
        return [(p.code, p.regel) for p in teksten.problemen()]

    return _problemen


@pytest.mark.parametrize("tekst", ["Aan\u200bmelden", "Aan\u2060melden", "Ee\u0301n"])
def test_een_teken_dat_niemand_ziet(problemen, tekst):
    assert problemen(tekst) == [("teken-vreemd", 2)]


@pytest.mark.parametrize("tekst", ["Aan\u00admelden", "Eén", "Zo’n – mooie – dag"])
def test_wat_een_lezer_ziet_mag(problemen, tekst):
    assert problemen(tekst) == []
