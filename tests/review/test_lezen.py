"""What reviewers left is found: every comment, every change, by whom, when, and at which line of which chapter."""

import copy

import pytest
from lxml import etree

from mpp.review.lezen import gewijzigde_getallen
from tests.review.wijzigen import Document, merk
from tests.word.proef import EEN, NS, W
from tests.word.test_word import soffice

REGELS = EEN.split("\n")


def regel(met: str) -> str:
    return f"een.qmd:{next(nr for nr, r in enumerate(REGELS, start=1) if met in r)}"


def test_in_een_document_zoals_het_is_gemaakt_is_niets_te_vinden(lees, gemaakt):
    assert lees(gemaakt) == ()


def test_een_opmerking_staat_bij_haar_zin(lees, document):
    document.opmerking("eerst wat er was", "Wat bedoelt u?")
    (v,) = lees(document)
    assert (v.soort, v.auteur, v.datum, v.plaats, v.wat, v.gevolg) == (
        "opmerking",
        "Pieters",
        "2023-05-02 09:30",
        regel("Per spoor"),
        "Wat bedoelt u?",
        "lezen",
    )


def test_een_antwoord_op_een_opmerking_is_een_antwoord(lees, document):
    eerste = document.opmerking("eerst wat er was", "Wat bedoelt u?")
    document.opmerking("dan wat er kwam", "De volgorde.", wie="Bakker", op=eerste)
    assert [(v.soort, v.auteur) for v in lees(document)] == [("opmerking", "Pieters"), ("antwoord", "Bakker")]


@pytest.mark.parametrize(
    ("woorden", "waar"),
    [
        ("Tabellen", "## Tabellen"),
        ("lang", "| lang"),
        ("Zaken per soort", ": Zaken per soort"),
        ("De duur van een zaak.", "De duur van een zaak."),
        ("Een noot met uitleg", "[^1]: Een noot"),
        ("Een kader met tekst.", "Een kader met tekst."),
        ("Tweede punt", "- Tweede punt"),
    ],
)
def test_een_opmerking_bij_een_kop_cel_bijschrift_noot_kader_of_punt_staat_daar(lees, document, woorden, waar):
    document.opmerking(woorden, "Klopt dit?")
    (v,) = lees(document)
    assert v.plaats == regel(waar)


def test_een_opmerking_bij_een_getal_gaat_naar_de_eigenaar(lees, document):
    document.opmerking("45.740", "Dit lijkt ons te hoog.", in_alinea="De dienst")
    (v,) = lees(document)
    assert v.gevolg == "vraag"
    assert any(wie.startswith("IND (") for wie in v.aan)


def test_invoegingen_verwijderingen_en_vervangingen(lees, document):
    document.weg("eerste ", "Dit is de eerste alinea.")
    document.vervang("eenvoudige", "heldere")
    document.erbij(document.run("Eerste punt"), " en meer", wie="Bakker")
    assert [(v.soort, v.auteur, v.wat) for v in lees(document)] == [
        ("verwijdering", "Jansen", "‘eerste ’ weg"),
        ("vervanging", "Jansen", "‘eenvoudige’ wordt ‘heldere’"),
        ("invoeging", "Bakker", "‘ en meer’ erbij"),
    ]


def test_een_verplaatsing_is_er_een(lees, document):
    document.weg("Eerste punt", hoe="moveFrom")
    document.erbij(document.run("Een kader"), " Eerste punt", hoe="moveTo")
    assert {(v.soort, v.gevolg) for v in lees(document)} == {("verplaatsing", "lezen")}


def test_opmaak_van_tekst_en_alinea_wordt_genoemd(lees, document):
    vorm = etree.Element(f"{W}rPr")
    document.run("Eerste punt").insert(0, vorm)
    merk(vorm, "rPrChange")
    merk(document.alinea("Een kader").find("w:pPr", NS), "pPrChange")
    assert {(v.soort, v.wat) for v in lees(document)} == {
        ("opmaak", "opmaak van tekst gewijzigd: ‘Eerste punt’"),
        ("opmaak", "opmaak van de alinea gewijzigd"),
    }


def test_een_rij_die_wegging_wordt_genoemd_bij_haar_rij(lees, document):
    rij = document.alinea("lang").getparent().getparent()
    merk(rij.find("w:trPr", NS), "del")
    (v,) = lees(document)
    assert (v.soort, v.wat, v.plaats) == ("tabel", "rij verwijderd", regel("| lang"))


def test_een_alinea_die_is_gesplitst_blijft_wat_zij_was(lees, document):
    alinea = document.alinea("Een kader")
    vorm = etree.SubElement(alinea.find("w:pPr", NS), f"{W}rPr")
    merk(vorm, "ins")
    tweede = etree.Element(f"{W}p")
    tweede.append(document.run(" met tekst."))
    alinea.addnext(tweede)
    assert [(v.soort, v.wat) for v in lees(document)] == [("alinea", "een alinea gesplitst of toegevoegd")]


def test_wat_zonder_wijzigingen_bijhouden_is_gewijzigd_wordt_ook_gevonden(lees, document):
    document.typ("eenvoudige", "heldere")
    (v,) = lees(document)
    assert (v.soort, v.wat, v.plaats, v.gevolg) == ("niet bijgehouden", "‘eenvoudige’ wordt ‘heldere’", regel("Per spoor"), "over te nemen")


def test_een_alinea_die_zonder_bijhouden_wegging_of_erbij_kwam_wordt_gevonden(lees, document):
    weg, nieuw = document.alinea("Eerste punt"), copy.deepcopy(document.alinea("Een kader"))
    for merk_ in nieuw.iter(f"{W}bookmarkStart"):
        merk_.set(f"{W}name", "ander")
    document.alinea("Een kader").addnext(nieuw)
    weg.getparent().remove(weg)
    assert {v.wat for v in lees(document)} == {"‘Eerste punt.’ weg", "‘Een kader met tekst.’ erbij"}


def test_een_wijziging_van_een_getal_is_een_vraag_aan_de_eigenaar_van_zijn_parameters(lees, document, u):
    document.vervang("45.740", "46.000", "De dienst")
    (v,) = lees(document)
    assert v.gevolg == "vraag"
    namen = [naam for wie in v.aan for naam in wie.partition("(")[2].rstrip(")").split(", ")]
    assert namen
    for wie in v.aan:
        eigenaar, _, ids = wie.partition(" (")
        assert {u.ps.reeksen[id].eigenaar for id in ids.rstrip(")").split(", ")} == {eigenaar}
    assert gewijzigde_getallen([v]) == []


def test_een_getal_dat_zonder_bijhouden_is_gewijzigd_wordt_heel_genoemd(lees, document):
    document.typ("45.740", "45.999", "De dienst")
    (v,) = lees(document)
    assert v.wat == "‘45.740’ wordt ‘45.999’"
    assert gewijzigde_getallen([v]) == [v]


def test_een_getypt_getal_is_een_vraag(lees, document):
    document.erbij(document.run("Een kader"), " van 500 woorden")
    (v,) = lees(document)
    assert (v.gevolg, v.waarom) == ("vraag", "er is een getal getypt, en een getal in de tekst is berekend")


def test_een_nummer_een_verwijzing_en_een_noot_zijn_geen_tekst(lees, document):
    document.vervang("1.1", "2.1", "1.1\u00a0Tabellen")
    document.vervang("Figuur\u00a01.1", "Figuur 2", "De dienst")
    assert [(v.gevolg, v.waarom) for v in lees(document)] == [
        ("lezen", "de verwijzing volgt uit haar doel"),
        ("lezen", "het nummer volgt uit de volgorde"),
    ]


def test_meer_bestanden_van_meer_lezers_komen_in_een_lijst(lees, gemaakt):
    een, ander = Document(gemaakt), Document(gemaakt)
    een.vervang("eenvoudige", "heldere", wie="Jansen")
    ander.vervang("eenvoudige", "korte", wie="Bakker")
    assert [(v.nummer, v.uit, v.auteur) for v in lees(een, ander)] == [(1, "commentaar0.docx", "Jansen"), (2, "commentaar1.docx", "Bakker")]


def test_wat_libreoffice_teruggeeft_wordt_gelezen_en_niets_meer(lees, document, tmp_path):
    document.vervang("eenvoudige", "heldere")
    document.opmerking("Eerste punt", "Graag korter.")
    (tmp_path / "r.docx").write_bytes(document.met_relaties())
    soffice("docx:MS Word 2007 XML", tmp_path, tmp_path / "terug")
    gevonden = lees((tmp_path / "terug/r.docx").read_bytes())
    assert [(v.soort, v.auteur, v.plaats, v.wat) for v in gevonden] == [
        ("vervanging", "Jansen", regel("Per spoor"), "‘eenvoudige’ wordt ‘heldere’"),
        ("opmerking", "Pieters", regel("- Eerste punt"), "Graag korter."),
    ]
