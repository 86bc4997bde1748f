"""One catalogue: every problem has a text, every text is used, every problem has a test."""

import re
from pathlib import Path

import pytest

from mpp.problemen import Fout, catalogus, probleem

WORTEL = Path(__file__).parents[2]
CODES = sorted(catalogus())


def _bevat(map_: str, code: str) -> bool:
    return any(
        re.search(rf"[\"']{re.escape(code)}[\"']", pad.read_text(encoding="utf-8"))
        for pad in (WORTEL / map_).rglob("*")
        if pad.suffix in (".py", ".lua") and pad != Path(__file__)
    )


@pytest.mark.parametrize("code", CODES)
def test_elk_probleem_zegt_wat_waarom_en_hoe_te_herstellen(code):
    soort = catalogus()[code]
    for tekst in (soort.wat, soort.oorzaak, soort.remedie):
        assert tekst.strip().endswith((".", "?")), tekst


@pytest.mark.parametrize("code", CODES)
def test_elk_probleem_komt_in_de_code_voor(code):
    assert _bevat("mpp", code)


@pytest.mark.parametrize("code", CODES)
def test_elk_probleem_wordt_getoetst(code):
    assert _bevat("tests", code)


def test_een_probleem_zonder_zijn_gegevens_is_onze_fout():
    with pytest.raises(ValueError, match="periode"):
        probleem("parameter-negatief", id="x", waarde=-1)
    with pytest.raises(KeyError):
        probleem("bestaat-niet")


def test_een_fout_toont_alles_op_volgorde_van_plaats():
    een = probleem("parameters-ontbreken", bestand="b.yml", regel=3, pad="x")
    twee = probleem("parameters-ontbreken", bestand="a.yml", regel=9, pad="y")
    assert Fout([een, twee]).problemen == [twee, een]
    assert str(een).startswith("b.yml:3: ")
