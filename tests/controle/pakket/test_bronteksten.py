"""Which typed numbers the sources of a document excuse: names, dates and years, never a number of something."""

import pytest

from mpp.controle.pakket.bronteksten import Bronteksten

from .conftest import STATUS


@pytest.fixture
def verklaard(tmp_path, u):
    """Whether the first run of digits in a text that a source holds as it is, is excused."""

    def _verklaard(tekst: str, getal: str, bron: str | None = None) -> bool:
        (tmp_path / "index.qmd").write_text(f"# Een\n\n{bron or tekst}\n", encoding="utf-8")
        begin = tekst.index(getal)
        return Bronteksten(tmp_path, u, STATUS).verklaard(tekst, begin, begin + len(getal), (0, len(tekst)))

    return _verklaard


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("In 2023 gaat de wet in.", "2023"),
        ("Op 31 maart 2022 was het zover.", "31"),
        ("Zie artikel 59b en spoor 4.", "59"),
        ("De gegevens staan onder CC BY 4.0 en in UTF-8.", "4.0"),
    ],
)
def test_een_naam_of_jaar_dat_een_bron_noemt_mag(verklaard, tekst, getal):
    assert verklaard(tekst, getal)


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("In 2050 opvangplekken is voorzien.", "2050"),
        ("Er kwamen 2050 Syriërs aan.", "2050"),
        ("Dat kost 2010 mln euro.", "2010"),
        ("Zie pagina 5000 van dit boek.", "5000"),
        ("Het waren 99 maart en 70.770 zaken.", "99"),
        ("Het zijn er vier opvanglocaties.", "vier"),
    ],
)
def test_een_aantal_dat_een_bron_noemt_mag_niet(verklaard, tekst, getal):
    assert not verklaard(tekst, getal)


def test_een_feit_na_de_zin_hoort_er_niet_bij_of_het_nu_wordt_verteld_of_niet(verklaard):
    bron = 'Het zijn alle drie.\n`{python} feit("vervallen")`\nDaarna gaat het verder.'
    assert verklaard("Het zijn alle drie. Daarna gaat het verder.", "drie", bron)
    assert verklaard("Het zijn alle drie. Dit staat in het feit. Daarna gaat het verder.", "drie", bron)
