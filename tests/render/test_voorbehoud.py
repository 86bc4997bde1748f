"""A realisation that leaves something out is refused at its line in a chapter that does not say so; one that says it is not."""

from types import SimpleNamespace

import pytest

from mpp.problemen import Fout

from .conftest import plaatsen

BEGIN = """\
```{python}
#| include: false
from mpp.getal.getal import Getal
from mpp.getal.tabel import Tabel
x = Getal(40, "personen", 10, "realisatie:instroom", "2022")
```

"""
EERSTE = BEGIN.count("\n") + 3
"""The line of what comes after it, with the heading."""
TABEL = """\
::: {#tbl-x}

```{python}
Tabel(["Wat", "Hoeveel"], [["Instroom", x]], [50, 50], noten=%s)
```

Instroom%s.
:::
"""


@pytest.fixture
def uitkomsten(uitkomsten):
    uitkomsten.ps.realisaties = {"instroom": SimpleNamespace(waarden={"2022": SimpleNamespace(zonder="wie er al was")})}
    return uitkomsten


def fouten(html, tekst: str) -> list[tuple[str, str]]:
    with pytest.raises(Fout) as fout:
        html(BEGIN + tekst)
    return plaatsen(fout.value)


def test_in_een_alinea(html):
    zin = "Er kwamen er\n`{python} x` vorig jaar%s.\n\nHet volgende jaar nog eens,\nzonder wie er al was: `{python} x`.\n"
    assert fouten(html, zin % "") == [("voorbehoud-ongezegd", f"een.qmd:{EERSTE + 1}")]
    assert "40" in html(BEGIN + zin % ", zonder wie er al was")


def test_een_alinea_verder_telt_niet(html):
    tekst = "Zonder wie er al was.\n\n- Er kwamen er `{python} x`.\n- Zonder wie er al was: `{python} x`.\n"
    assert fouten(html, tekst) == [("voorbehoud-ongezegd", f"een.qmd:{EERSTE + 2}")]


def test_in_een_tabel(html):
    assert fouten(html, TABEL % ("()", "")) == [("voorbehoud-ongezegd", f"een.qmd:{EERSTE + 2}")]
    for noten, bijschrift in (('("Zonder wie er al was.",)', ""), ("()", ", zonder wie er al was")):
        assert "40" in html(BEGIN + TABEL % (noten, bijschrift))


def test_het_bericht_zegt_wat_er_moet_staan(html):
    with pytest.raises(Fout) as fout:
        html(BEGIN + "Er kwamen er `{python} x`.\n")
    (p,) = fout.value.problemen
    assert p.wat == "Bij 40 staat niet dat dit zonder wie er al was is, in ‘Er kwamen er 40.’."
    assert "`{python} zonder(r(...))`" in p.remedie
