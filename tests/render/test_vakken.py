"""A text that does not fit its box is told, also when no page shows what was left of it."""

from __future__ import annotations

import pytest
from weasyprint import HTML

from mpp.documenten.vakken import Uitloop, uitloop

STIJL = """<style>
  @page { size: 100mm; margin: 6mm }
  body, p, ul { margin: 0; font-size: 10pt; line-height: 5mm; width: 88mm }
  .vak { height: 60mm }
  .vol { height: 87mm }
</style>"""


def gemeten(inhoud: str) -> list[Uitloop]:
    return uitloop(HTML(string=f"<!doctype html><html lang=nl><head><title>t</title>{STIJL}</head><body>{inhoud}</body></html>").render())


def regels(aantal: int, naam: str = "tekst") -> str:
    return f'<p data-tekst="{naam}">' + "<br>".join(f"regel {i}" for i in range(aantal)) + "</p>"


def test_wat_past_wordt_niet_gemeld():
    assert gemeten(f'<div class="vak">{regels(12)}</div><div class="vak vol">{regels(17)}</div>') == []


def test_de_regels_buiten_het_vak_worden_geteld_en_gemeten():
    assert gemeten(f'<div class="vak">{regels(14)}</div>') == [Uitloop("tekst", 2, 10.0)]


@pytest.mark.parametrize(
    ("inhoud", "weg"),
    [
        (f"{regels(17, 'eerste')}{regels(1, 'tweede')}", ["tweede"]),
        (f"{regels(10, 'eerste')}{regels(12, 'tweede')}{regels(3, 'derde')}", ["tweede", "derde"]),
    ],
)
def test_wat_op_geen_bladzijde_staat_wordt_gemeld(inhoud, weg):
    gevonden = gemeten(f'<div class="vak vol">{inhoud}</div><div class="vak">{regels(2, "laatste")}</div>')
    assert [u.tekst for u in gevonden] == weg


def test_een_woord_dat_te_breed_is_steekt_opzij_uit():
    (gevonden,) = gemeten(f'<div class="vak"><p data-tekst="breed">{"w" * 90}</p></div>')
    assert (gevonden.tekst, gevonden.opzij) == ("breed", True)


def test_een_afgebroken_woord_een_nummer_en_een_spatie_tellen_niet_als_letter():
    tekst = "zoveel&shy;tekst " * 8
    assert gemeten(f'<div class="vak"><ol><li data-tekst="a">{tekst}</li><li data-tekst="b"> <b>{tekst}</b> </li></ol></div>') == []
