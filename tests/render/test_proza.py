"""What an author types is words; numbers are computed and abbreviations are explained, or the line is told."""

from pathlib import Path

import pytest

from mpp.glossarium import Afkorting, Glossarium
from mpp.render.proza import controleer, controleer_project
from mpp.render.qmd import lees_qmd

GLOSSARIUM = Glossarium(
    (
        Afkorting("COA", "Centraal Orgaan opvang asielzoekers", "Vangt op.", "coa"),
        Afkorting("MPP", "Meerjaren Productie Prognose", "Een prognose.", "mpp"),
    ),
    (),
)


@pytest.mark.parametrize(
    ("regel", "codes"),
    [
        ("Het COA telt `{python} n(1)` mensen.", []),
        ("In 2023 en op 31 december, spoor 4, MPP 2023-1.", []),
        ("1. een lijst", []),
        ("## Kop {#sec-een-2}", []),
        ("Zie @tbl-x1 en [de wet](https://x.nl/1).[^2]", []),
        ("Er komen 67.000 mensen.", ["proza-getal-getypt"]),
        ("Dat is 3% van 12,5 miljoen.", ["proza-getal-getypt", "proza-getal-getypt"]),
        ("De WXZ telt.", ["afkorting-onbekend"]),
    ],
)
def test_getypte_getallen_en_onbekende_afkortingen_worden_per_regel_gemeld(tmp_path, regel, codes):
    (tmp_path / "een.qmd").write_text(f"# Een\n\n{regel}\n", encoding="utf-8")
    gevonden = list(controleer(lees_qmd(tmp_path, "een.qmd"), GLOSSARIUM))
    assert [(p.code, p.bestand, p.regel) for p in gevonden] == [(code, "een.qmd", 3) for code in codes]
    assert all(str(p) for p in gevonden)


def test_de_hoofdstukken_van_de_editie_zijn_schoon():
    assert controleer_project(Path(__file__).parents[2]) == []
