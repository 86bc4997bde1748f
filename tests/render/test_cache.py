"""A chapter is made again when anything it depends on has changed, and only then; what is kept gives the same bytes."""

import pytest

from mpp.render import boek as boekmodule
from mpp.render import cache
from mpp.render.boek import maak_boek
from mpp.render.omslag import Omslag
from mpp.render.site import maak_site

from .conftest import schrijf

BESTANDEN = {
    "index.qmd": "# Vooraf\n\n{{< include _deel.qmd >}}\n\nZie @sec-een.\n",
    "een.qmd": '# Een {#sec-een}\n\n::: {#fig-a}\n![](lijn.svg){fig-alt="Lijn"}\n\nBijschrift.\n:::\n\n{{< var naam >}}\n',
    "_deel.qmd": "Deel.\n",
    "_variables.yml": "naam: Piet\n",
    "lijn.svg": "<svg/>",
    "figures/lijn.py": "x = 1\n",
    "glossary.yml": "a: b\n",
}
OMSLAG = Omslag("MPP", "openbaar", False, "Reconstructie")


@pytest.fixture
def gemaakte(tmp_path, uitkomsten, monkeypatch):
    """The chapters that are made, not taken from the cache, each time the book is."""
    schrijf(tmp_path, BESTANDEN)
    maak_alle = boekmodule._maak_alle
    gemaakt: list[str] = []
    monkeypatch.setattr(boekmodule, "_maak_alle", lambda qmds, *rest: gemaakt.extend(q.pad for q in qmds) or maak_alle(qmds, *rest))

    def _gemaakte(**opties):
        gemaakt.clear()
        boek = maak_boek(tmp_path, uitkomsten, **opties)
        return sorted(gemaakt), maak_site(boek, OMSLAG)

    return _gemaakte


def test_wat_bewaard_is_wordt_niet_opnieuw_gemaakt_en_is_gelijk(gemaakte):
    eerst, bytes_eerst = gemaakte()
    dan, bytes_dan = gemaakte()
    assert (eerst, dan) == (["een.qmd", "index.qmd"], [])
    assert bytes_eerst == bytes_dan


def test_een_definitieve_uitgave_gebruikt_niets_van_eerder(gemaakte):
    gemaakte()
    assert gemaakte(bewaard=False)[0] == ["een.qmd", "index.qmd"]


@pytest.mark.parametrize(
    ("bestand", "opnieuw"),
    [
        ("een.qmd", ["een.qmd"]),
        ("_deel.qmd", ["index.qmd"]),
        ("lijn.svg", ["een.qmd"]),
        ("_variables.yml", ["een.qmd", "index.qmd"]),
        ("figures/lijn.py", ["een.qmd", "index.qmd"]),
        ("glossary.yml", ["een.qmd", "index.qmd"]),
    ],
)
def test_wat_veranderd_is_wordt_opnieuw_gemaakt(gemaakte, tmp_path, bestand, opnieuw):
    gemaakte()
    (tmp_path / bestand).write_text(BESTANDEN[bestand] + "\n")
    assert gemaakte()[0] == opnieuw
    assert gemaakte()[0] == []


def test_een_veranderde_parameter_maakt_alles_opnieuw(gemaakte, uitkomsten):
    gemaakte()
    uitkomsten.ps.hash = "anders"
    assert gemaakte()[0] == ["een.qmd", "index.qmd"]


def test_veranderde_code_maakt_alles_opnieuw(gemaakte, monkeypatch):
    gemaakte()
    monkeypatch.setattr(cache, "_code", lambda: [("mpp/getal.py", b"anders")])
    assert gemaakte()[0] == ["een.qmd", "index.qmd"]


def test_een_ander_nummer_maakt_het_hoofdstuk_opnieuw(gemaakte, tmp_path):
    gemaakte()
    (tmp_path / "index.qmd").write_text(BESTANDEN["index.qmd"].replace("# Vooraf", "# Vooraf {.unnumbered}"))
    assert gemaakte()[0] == ["een.qmd", "index.qmd"]


def test_een_onleesbaar_bewaard_bestand_telt_niet(gemaakte, tmp_path):
    gemaakte()
    (tmp_path / cache.MAP / "hoofdstukken" / "een.json").write_text('{"sleutel": ')
    assert gemaakte()[0] == ["een.qmd"]


def test_twee_mappen_geven_dezelfde_bytes(tmp_path, uitkomsten):
    sites = []
    for naam in ("a", "een-langere-map"):
        (tmp_path / naam).mkdir()
        sites.append(maak_site(maak_boek(schrijf(tmp_path / naam, BESTANDEN), uitkomsten, bewaard=False), OMSLAG))
    assert sites[0] == sites[1]
