"""The book as a reader of the PDF gets it: what three programs extract from it, and what may not lie over what."""

import io
import re
import subprocess

import pypdf
import pypdfium2
import pytest

from mpp.documenten.rapportage import _op_zijn_regel
from mpp.pdf import maak_pdf
from mpp.problemen import Fout
from mpp.render.druk import druk_html
from mpp.render.omslag import Omslag
from mpp.render.qmd import lees_qmd
from tests.editie import VASTGESTELD
from tests.pdf import voorbeeld

OMSLAG = Omslag("MPP", "openbaar", False, "Reconstructie", VASTGESTELD)
GETAL = """```{python}
#| include: false
class Getal:
    def _repr_markdown_(self):
        return '`<data class="getal" value="70770">70.770</data>`{=html}'
g = Getal()
```

"""


@pytest.fixture
def pdf(maak):
    """The PDF of a book of one chapter, after an index."""

    def _pdf(bron: str, **ander: str) -> bytes:
        boek = maak({"index.qmd": "# Vooraf {.unnumbered}\n", "een.qmd": "# Een {#sec-een}\n\n" + bron, **ander})
        html = druk_html(boek, OMSLAG, [("Editie", "MPP")], "Toelichting")
        return maak_pdf(html, bronnen=boek.beelden(), meta=voorbeeld.META)

    return _pdf


def _pdftotext(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def _pypdf(pdf: bytes) -> str:
    return "\n".join(pagina.extract_text() for pagina in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def _pdfium(pdf: bytes) -> str:
    return "\n".join(pagina.get_textpage().get_text_range() for pagina in pypdfium2.PdfDocument(pdf))


@pytest.mark.parametrize("lees", [_pdftotext, _pypdf, _pdfium])
def test_het_nummer_van_een_noot_staat_los_van_het_getal_ervoor(pdf, lees):
    bron = GETAL + "Er zijn `{python} g`[^a] zaken, en `{python} g` [^b][^a].\n\n[^a]: Een.\n[^b]: Twee.\n"
    woorden = lees(pdf(bron)).split()
    assert woorden.count("70.770") == 2
    assert not [woord for woord in woorden if re.fullmatch(r"70\.770\d+,?", woord)]
    na = [woorden[i + 1] for i, woord in enumerate(woorden) if woord == "70.770"]
    assert na == ["1", "2,"]


def test_ook_op_de_webpagina_staat_het_nummer_los(html):
    uit = html(GETAL + "Er zijn `{python} g`[^a] zaken.\n\n[^a]: Een.\n")
    assert '</data>\u202f<a href="#fn1" class="footnote-ref"' in uit


@pytest.mark.parametrize(
    ("bron", "nummers"),
    [
        ("5. vijf\n6. zes", ["5. vijf", "6. zes"]),
        ("a. een\nb. twee", ["a. een", "b. twee"]),
        ("iii. drie\niv. vier", ["iii. drie", "iv. vier"]),
        ("1. een\n\nTussen.\n\n2. twee", ["1. een", "2. twee"]),
        ("c. drie\n    3. diep", ["c. drie", "3. diep"]),
    ],
)
def test_een_lijst_houdt_haar_eerste_nummer_en_haar_letters(pdf, html, bron, nummers):
    regels = [
        " ".join(regel.split())
        for regel in subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf(bron + "\n"), capture_output=True, check=True)
        .stdout.decode()
        .splitlines()
    ]
    assert [regel for regel in regels if regel in nummers] == nummers


def test_een_lijst_houdt_haar_eerste_nummer_op_de_webpagina(html):
    uit = html("5. vijf\n\nTussen.\n\nb. twee\n")
    assert '<ol start="5" type="1"' in uit
    assert '<ol start="2" type="a"' in uit


def _tabel(kolommen: int, getal: str) -> str:
    koppen = " | ".join(f"K{i}" for i in range(kolommen))
    rij = " | ".join([getal] * kolommen)
    return f"::: {{#tbl-smal}}\n| Naam | {koppen} |\n|---|{'--:|' * kolommen}\n| Zaken | {rij} |\n\nBijschrift.\n:::\n"


def test_een_kolom_die_over_de_volgende_loopt_wordt_bij_haar_tabel_genoemd(pdf, tmp_path):
    with pytest.raises(Fout) as fout:
        pdf(_tabel(12, "1.234.567.890"))
    een = [lees_qmd(tmp_path, "een.qmd")]
    smal = [_op_zijn_regel(p, een) for p in fout.value.problemen if p.code == "pdf-kolom-te-smal"]
    assert {f"K{i}" for i in range(1, 11)} <= {p.gegevens["kolom"] for p in smal}, "of two that touch one is named"
    assert {p.gegevens["tabel"] for p in smal} == {"tbl-smal"}
    assert {p.plaats for p in smal} == {"een.qmd:3"}
    assert "1.234.567.890" in str(smal[0])


def test_een_tabel_die_past_is_goed(pdf):
    assert "1.234.567" in _pdftotext(pdf(_tabel(5, "1.234.567")))


def test_tekst_over_tekst_wordt_gemeld():
    lichaam = '<p style="position: absolute; top: 0">Boven en onder</p><p style="position: absolute; top: 2pt">Onder en boven</p>'
    html = f'<!DOCTYPE html><html lang="nl"><head><title>Proef</title></head><body>{lichaam}</body></html>'
    with pytest.raises(Fout) as fout:
        maak_pdf(html, meta=voorbeeld.META)
    (p,) = fout.value.problemen
    assert p.code == "pdf-tekst-over-tekst"
    assert {p.gegevens["tekst"], p.gegevens["ander"]} == {"Boven en onder", "Onder en boven"}
