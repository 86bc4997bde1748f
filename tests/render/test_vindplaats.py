"""Where in a chapter something stands that is only known by its text."""

import pytest

from mpp.documenten.rapportage import _op_zijn_regel
from mpp.problemen import probleem
from mpp.render.vindplaats import vindplaats, vindplaats_in

EEN = "\n# Een\n\nDe bezetting van de opvang stijgt.\n\n```{python}\ntabel('opvang')\n```\n\nDe voorraad daalt → en zo.\n"


@pytest.mark.parametrize(
    ("tekst", "regel"),
    [
        ("bezetting van de", 4),
        ("De bezetting daalt in de opvang", 4),
        ("tabel('opvang')", 7),
        ("→", 10),
        ("woorden die nergens staan", 2),
        ("", 2),
    ],
)
def test_de_regel_met_de_tekst_en_anders_die_er_het_meest_op_lijkt(lees, tekst, regel):
    assert vindplaats(lees(EEN), tekst).nummer == regel


def test_in_het_hoofdstuk_dat_het_best_past(lees):
    een, twee = lees(EEN), lees("# Twee\n\nDe bezetting van de gemeenten stijgt niet.\n")
    assert vindplaats_in([een, twee], "gemeenten stijgt") == next(r for r in twee.tekstregels() if r.nummer == 3)
    assert vindplaats_in([een, twee], "niets hiervan") is vindplaats_in([], "opvang") is None


def test_een_berekend_getal_dat_uitsteekt_krijgt_de_regel_van_zijn_tabel(lees):
    een = lees("# Een\n\n```{python}\n#| label: tbl-a\n#| tbl-cap: Een tabel\ntabel()\n```\n")
    gevonden = probleem("pdf-te-breed", pagina=3, wat="de tekst '23.360' in tbl-a", over=1, tabel="tbl-a")
    assert _op_zijn_regel(gevonden, [een]).plaats == "een.qmd:4"


@pytest.mark.parametrize(
    ("gevonden", "regel"),
    [
        (probleem("pdf-woord-te-breed", pagina=3, wat="de tekst '23.360' in 'De voorraad daalt 23.360'", over=4), 10),
        (probleem("pdf-teken-ontbreekt", teken="→"), 10),
        (probleem("pdf-te-breed", pagina=3, wat="de tekst 'De voorraad daalt'", over=4), 10),
        (probleem("pdf-taal", taal="en", verwacht="nl"), None),
    ],
)
def test_wat_in_de_pdf_misgaat_krijgt_de_regel_van_het_hoofdstuk(lees, gevonden, regel):
    geplaatst = _op_zijn_regel(gevonden, [lees(EEN)])
    assert (geplaatst.regel, geplaatst.bestand) == (regel, "een.qmd" if regel else None)
    assert geplaatst.wat == gevonden.wat
