"""The texts of the edition keep to the house: computed numbers, neutral words, known abbreviations, a plain glossary."""

import re
from pathlib import Path

import pytest

from mpp.glossarium import lees_glossarium
from mpp.parameters import laad
from mpp.render.qmd import lees_qmd
from mpp.render.subset import INLINE

WORTEL = Path(__file__).parents[2]
HOOFDSTUKKEN = ["index.qmd", *sorted(f"chapters/{p.name}" for p in (WORTEL / "chapters").glob("*.qmd"))]
OORDELEN = re.compile(
    r"\b(helaas|gelukkig|fors\w*|explosie\w*|slechts|maar liefst|enorm\w*|dramatisch\w*|zorgwekkend\w*|alarmerend\w*|crisis)\b", re.I
)
NAMEN_MET_CIJFER = re.compile(r"\b[Ss]po(?:or|ren) \d(?:, \d| en \d| of \d)*|\b\d{1,2} (?:januari|december)\b|^\d\. |\b[Aa]rtikel \d+")


def proza(pad: str) -> list[tuple[int, str]]:
    """The lines of a chapter outside code, without inline expressions, attributes and addresses."""
    regels = [(r.nummer, re.sub(r"\{[^{}]*\}|\]\([^)]*\)", "", INLINE.sub("", r.tekst))) for r in lees_qmd(WORTEL, pad).tekstregels()]
    return [(nummer, re.sub(r"@[\w-]+", "", tekst)) for nummer, tekst in regels if not tekst.startswith("|:")]


@pytest.mark.parametrize("pad", HOOFDSTUKKEN)
def test_geen_cijfer_is_getypt(pad):
    assert [(nr, tekst) for nr, tekst in proza(pad) if re.search(r"\d", NAMEN_MET_CIJFER.sub("", tekst))] == []


@pytest.mark.parametrize("pad", HOOFDSTUKKEN)
def test_geen_woord_geeft_een_oordeel(pad):
    assert [(nr, m.group()) for nr, tekst in proza(pad) for m in OORDELEN.finditer(tekst)] == []


#: Words that hold only as long as the numbers after them do not change, and computed words before what does not suit all they can be.
GETYPTE_CONCLUSIES = {
    "ruim of bijna staat getypt: gebruik ongeveer()": r"\b(?:ruim|bijna|krap|meer dan|minder dan) `\{python\} [^`]*`",
    "gelijk dan: gebruik hoger_lager_dan()": r"(?:hoger_lager|meer_minder)\([^`]*` dan\b",
    "blijft gelijk van: zet een dubbele punt": r"stijgt_daalt\([^`]*`(?: in \w+)?(?: daardoor)? (?:van|naar|met)\b",
    "de richting staat getypt": r"\b(?:stijgt|daalt|steeg|daalde|toeneemt|afneemt|neemt (?:toe|af)) (?:van|naar|tot|met) `\{python\}",
    "de vergelijking staat getypt": r"`\{python\} [^`]*` (?:\w+ )?(?:hoger|lager|meer|minder|boven|onder|groter|kleiner) dan\b",
    "ook staat voor een berekend woord": r"\book `\{python\} (?:hoger|meer|stijgt|stijging|ligging)",
}


@pytest.mark.parametrize("pad", HOOFDSTUKKEN)
def test_geen_conclusie_is_om_een_getal_heen_getypt(pad):
    regels = [(r.nummer, r.tekst) for r in lees_qmd(WORTEL, pad).tekstregels()]
    assert [(nr, reden) for nr, tekst in regels for reden, vorm in GETYPTE_CONCLUSIES.items() if re.search(vorm, tekst)] == []


def test_elke_eigenaar_heeft_een_tabel_in_de_bijlage_met_parameters():
    tabellen = re.findall(r'tabel_parameters\("(.+?)"\)', (WORTEL / "chapters/bijlage-b-parameters.qmd").read_text(encoding="utf-8"))
    assert sorted(tabellen) == sorted({p.eigenaar for p in laad(WORTEL / "parameters.yml").parameters.values()})


@pytest.mark.parametrize("pad", HOOFDSTUKKEN)
def test_elke_afkorting_is_verklaard(pad):
    assert lees_glossarium(WORTEL / "glossary.yml").onbekend("\n".join(tekst for _, tekst in proza(pad))) == []


def test_elke_uitleg_is_een_korte_zin():
    glossarium = lees_glossarium(WORTEL / "glossary.yml")
    for uitleg in [*(a.uitleg for a in glossarium.afkortingen), *(b.uitleg for b in glossarium.begrippen)]:
        assert uitleg.endswith("."), uitleg
        assert len(uitleg.split()) <= 26, uitleg


def test_een_begrip_heeft_een_eigen_adres():
    begrippen = lees_glossarium(WORTEL / "glossary.yml").begrippen
    assert len({b.uri_slug for b in begrippen}) == len(begrippen)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", b.uri_slug) for b in begrippen)


def test_een_synoniem_wijst_naar_een_begrip():
    woorden = [w.casefold() for b in lees_glossarium(WORTEL / "glossary.yml").begrippen for w in (b.term, *b.ook)]
    assert len(woorden) == len(set(woorden))
