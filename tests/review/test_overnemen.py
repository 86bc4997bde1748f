"""A change of text comes into its chapter, the markup stays, and a number is never touched."""

import pytest

from mpp.problemen import Fout
from mpp.review.overnemen import neem_over
from mpp.review.zichtbaar import zichtbaar
from tests.review.wijzigen import Document
from tests.word.proef import EEN, GETAL, VOORAF


def codes(fout) -> list[str]:
    return [p.code for p in fout.value.problemen]


def een(project) -> str:
    return (project / "een.qmd").read_text()


def test_een_vervanging_komt_op_haar_regel(lees, document, project):
    document.vervang("eerst wat er was", "wat er eerst was")
    assert neem_over([1], lees(document), project) == (f"een.qmd:{EEN.split('Per spoor')[0].count(chr(10)) + 1}",)
    assert een(project) == EEN.replace("eerst wat er was", "wat er eerst was")


def test_de_opmaak_van_de_bron_blijft(lees, document, project):
    document.vervang("eenvoudige", "heldere")
    neem_over([1], lees(document), project)
    assert een(project) == EEN.replace("**eenvoudige**", "**heldere**")


def test_wat_naast_een_getal_staat_kan_gewijzigd_en_het_getal_blijft(lees, document, project):
    document.vervang(" zaken.", " dossiers.", "De dienst")
    neem_over([1], lees(document), project)
    assert een(project) == EEN.replace("` zaken.", "` dossiers.")
    assert een(project).count(GETAL) == EEN.count(GETAL)


@pytest.mark.parametrize(
    ("oud", "nieuw", "in_bron"),
    [
        ("Tabellen", "Overzichten", "## Overzichten {#sec-tabellen}"),
        ("Zaken per soort", "Aantal zaken", ": Aantal zaken {#tbl-een}"),
        ("uitleg", "toelichting", "[^1]: Een noot met toelichting over de duur."),
        ("Tweede punt", "Ander punt", "- Ander punt met *nadruk*"),
        ("veel", "weinig", "| lang  | weinig |"),
        ("kader met", "vak vol", "Een vak vol tekst."),
        ("Let op", "Opgelet", '::: {.callout-note title="Opgelet"}'),
    ],
)
def test_ook_in_een_kop_bijschrift_noot_punt_cel_en_kader(lees, document, project, oud, nieuw, in_bron):
    document.vervang(oud, nieuw)
    neem_over([1], lees(document), project)
    assert in_bron in een(project).split("\n") or in_bron in een(project)


def test_meer_wijzigingen_van_meer_lezers_in_een_alinea_na_elkaar(lees, gemaakt, project):
    a, b = Document(gemaakt), Document(gemaakt)
    a.vervang("eenvoudige", "heldere", wie="Jansen")
    b.vervang("Per spoor", "In elk spoor", wie="Bakker")
    b.weg(", dan wat er kwam", wie="Bakker")
    gevonden = lees(a, b)
    neem_over([1], gevonden, project)
    neem_over([2, 3], gevonden, project)
    assert "In elk spoor geldt een **heldere** regel: eerst wat er was." in een(project)


def test_wat_zonder_bijhouden_is_gewijzigd_kan_ook_worden_overgenomen(lees, document, project):
    document.typ("eerste alinea", "openingsalinea", "Dit is de eerste alinea.")
    neem_over([1], lees(document), project)
    assert (project / "index.qmd").read_text() == VOORAF.replace("eerste alinea", "openingsalinea")


def test_ook_als_de_alinea_intussen_is_verschoven(lees, document, project):
    document.vervang("eenvoudige", "heldere")
    (project / "een.qmd").write_text(EEN.replace("## Tabellen", "## Tabellen").replace("De dienst", "Nieuw.\n\nNog meer.\n\nDe dienst", 1))
    neem_over([1], lees(document), project)
    assert "**heldere**" in een(project)


def test_tekens_met_een_betekenis_in_markdown_worden_letterlijk(lees, document, project):
    document.erbij(document.run("Een kader"), " [met] *sterren*")
    neem_over([1], lees(document), project)
    assert "Een kader \\[met\\] \\*sterren\\* met tekst." in een(project)


def test_een_getal_wordt_nooit_overgenomen(lees, document, project):
    document.vervang("45.740", "46.000", "De dienst")
    document.typ("Eerste punt", "Eerste punt van 12")
    document.erbij(document.run("Een kader"), " met veertien zaken")
    gevonden = lees(document)
    with pytest.raises(Fout) as fout:
        neem_over([v.nummer for v in gevonden], gevonden, project)
    assert codes(fout) == ["review-getal"] * 3
    assert een(project) == EEN


def test_een_van_de_nummers_kan_niet_dan_wordt_er_niets_geschreven(lees, document, project):
    document.vervang("eenvoudige", "heldere")
    document.opmerking("Eerste punt", "Graag korter.")
    with pytest.raises(Fout) as fout:
        neem_over([1, 2, 3], lees(document), project)
    assert sorted(codes(fout)) == ["review-niet-over-te-nemen", "review-nummer-onbekend"]
    assert een(project) == EEN


def test_tweemaal_overnemen_kan_niet(lees, document, project):
    document.vervang("eenvoudige", "heldere")
    gevonden = lees(document)
    neem_over([1], gevonden, project)
    with pytest.raises(Fout) as fout:
        neem_over([1], gevonden, project)
    assert codes(fout) == ["review-al-overgenomen"]


def test_een_bron_die_intussen_anders_is_wordt_niet_gewijzigd(lees, document, project):
    document.vervang("eenvoudige", "heldere")
    (project / "een.qmd").write_text(EEN.replace("een **eenvoudige** regel", "een lastige afspraak"))
    with pytest.raises(Fout) as fout:
        neem_over([1], lees(document), project)
    assert codes(fout) == ["review-bron-anders"]


def test_opmaak_midden_in_de_woorden_blijft_aan_de_schrijver(lees, document, project):
    document.typ("eenvoudige", "", "Per spoor")
    document.typ(" regel: eerst", "afspraak: eerst", "Per spoor")
    gevonden = lees(document)
    with pytest.raises(Fout) as fout:
        neem_over([v.nummer for v in gevonden], gevonden, project)
    assert set(codes(fout)) == {"review-opmaak-ertussen"}
    assert een(project) == EEN


def test_een_onbekende_afkorting_wordt_niet_overgenomen(lees, document, project):
    document.vervang("Een kader", "Een QZX-kader")
    with pytest.raises(Fout) as fout:
        neem_over([1], lees(document), project)
    assert codes(fout) == ["afkorting-onbekend"]
    assert een(project) == EEN


def test_zichtbaar_is_wat_een_lezer_ziet_met_een_teken_voor_wat_wordt_berekend():
    assert (
        zichtbaar("Een **vet** woord, `{python} n('a')` en\n@tbl-een: 'zo'[^1].").tekst
        == "Een vet woord, \ufffc en \ufffc: \u2019zo\u2019\ufffc."
    )
    assert zichtbaar("- [tekst](https://a.nl) en *meer*").tekst == "tekst en meer"
    assert zichtbaar("## Kop {#sec-kop}").tekst == "Kop"
