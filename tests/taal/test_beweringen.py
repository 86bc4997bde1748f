"""A number is of the year, the scenario, the moment, the unit and the subject that its sentence names, or that is told."""

import pytest

from mpp.getal.getal import Getal, Naam
from mpp.getal.telwoorden import een_op
from mpp.taal.beweringen import tegenspraken
from tests.taal.zin import alinea, jaar, n, r

Y0, Y1, Y2 = jaar(2022), jaar(2023), jaar(2024)
INSTROOM, BEZETTING = n("instroom.totaal", 2023), n("coa.bezetting", 2023)
VORIG = r("instroom.totaal", 2022)
LAAG, HOOG = n("coa.bezetting", 2023, "minimum"), n("coa.bezetting", 2023, "maximum")
DEEL = Getal(0.5, "aandeel", 0.01, "indicator:coa.bezetting[2023|medio] / indicator:coa.capaciteit[2023|medio]")


def gevonden(tekst, *plekken, streng=False):
    return [(fout.plek.tekst, fout.zegt, fout.is_) for fout in tegenspraken(alinea(tekst, *plekken), streng=streng)]


@pytest.mark.parametrize(
    ("tekst", "plekken"),
    [
        ("In {} komen er {} mensen voor asiel.", (Y1, INSTROOM)),
        ("In {} is de instroom {} mensen; in {} waren het er {}.", (Y1, INSTROOM, Y0, VORIG)),
        ("De instroom gaat van {} in {} naar {} in {}.", (VORIG, Y0, INSTROOM, Y1)),
        ("Eind {} wonen er {} mensen in de opvang, en een jaar later {}.", (Y1, BEZETTING, n("coa.bezetting", 2024))),
        ("Bij het begin van {} zijn {} plekken nodig.", (Y2, n("coa.capaciteit", 2023))),
        ("Van {} tot en met {} is de instroom {}.", (Y1, jaar(2027), n("instroom.totaal", 2025))),
        ("De instroom is {}, hoger dan in {}.", (INSTROOM, Y0)),
        ("In het minimum wonen in de opvang {} personen en in het maximum {}.", (LAAG, HOOG)),
        ("De bandbreedte van de bezetting in de opvang loopt van {} tot {} personen.", (LAAG, HOOG)),
        ("De voorraad asiel is {} zaken.", (n("ind.asiel.voorraad", 2023),)),
        ("De instroom is {} ({}).", (INSTROOM, Naam("NRC, 6 januari 2021", "bron:nrc"))),
        ("Eind {} was {} van de plekken in de opvang bezet.", (Y1, DEEL)),
    ],
)
def test_een_zin_die_klopt(tekst, plekken):
    assert gevonden(tekst, *plekken) == []
    assert gevonden(tekst, *plekken, streng=True) == []


@pytest.mark.parametrize(
    ("tekst", "plekken", "zegt", "is_"),
    [
        ("In {} komen er {} mensen.", (Y1, n("instroom.totaal", 2024)), "2023", "2024"),
        ("In {} waren het er {}.", (Y1, VORIG), "2023", "2022"),
        ("In het minimum zijn dat {} personen.", (BEZETTING,), "scenario minimum", "scenario medio"),
        ("Het maximum is {} personen.", (n("coa.bezetting", 2023, "minimum"),), "scenario maximum", "scenario minimum"),
        ("In {} komen er {} mensen bij.", (Y1, n("ind.spoor4.instroom", 2023)), "mensen", "een aantal zaken"),
        ("Er zijn {} zaken open.", (BEZETTING,), "zaken", "een aantal personen"),
        ("Er zijn {} dossiers.", (n("ind.asiel.voorraad", 2023),), "dossiers", "een aantal zaken"),
        ("Er zijn {} vergunninghouders.", (n("coa.bezetting_procedure", 2023),), "vergunninghouders", "Bezetting: mensen in de procedure"),
        ("Er zijn {} mensen.", (n("ind.spoor4.inwilligingspercentage", 2023, waarde=0.78),), "mensen", "een percentage"),
    ],
)
def test_een_getal_van_iets_anders(tekst, plekken, zegt, is_):
    assert gevonden(tekst, *plekken) == [(plekken[-1].tekst, zegt, is_)]
    assert (plekken[-1].tekst, zegt, is_) in gevonden(tekst, *plekken, streng=True)


def test_de_kans_op_meer_is_niet_de_kans_op_minder():
    boven = een_op(Getal(0.125, "aandeel", 0.01, "prognose:kans", "2023|boven maximum"))
    assert gevonden("De kans dat het er meer zijn dan het maximum is {}.", boven) == []
    assert gevonden("De kans dat het er minder zijn dan het maximum is {}.", boven) == [
        ("een op acht", "de kans op minder", "de kans op meer")
    ]


def test_bij_twee_kansen_hoort_elke_bij_de_woorden_ervoor():
    tekst = "De kans dat het er minder zijn dan het minimum is {}, en de kans dat het er meer zijn dan het maximum {}."
    onder = een_op(Getal(0.125, "aandeel", 0.01, "prognose:kans", "2023|onder minimum"))
    boven = een_op(Getal(0.125, "aandeel", 0.01, "prognose:kans", "2023|boven maximum"))
    assert gevonden(tekst, onder, boven) == []
    assert len(gevonden(tekst, boven, onder)) == 2


@pytest.mark.parametrize(
    ("tekst", "plekken", "zegt", "is_"),
    [
        ("De opvang gaat van {} eind {} naar {} eind {}.", (BEZETTING, Y0, r("coa.bezetting", "2022-12-31"), Y1), "2022", "2023"),
        (
            "In de opvang wonen eind {} {} mensen. Een jaar eerder waren het er {}.",
            (Y1, BEZETTING, r("coa.bezetting", "2021-12-31")),
            "2023",
            "2021",
        ),
        (
            "De instroom loopt van {} tot {} personen.",
            (n("instroom.totaal", 2023, "maximum"), INSTROOM),
            "scenario minimum",
            "scenario maximum",
        ),
        ("In {} wonen er {} mensen in de opvang.", (Y1, BEZETTING), "in 2023", "een stand op het eind van dat jaar"),
        ("Eind {} is de asielinstroom {} mensen.", (Y1, INSTROOM), "eind 2023", "een aantal over het hele jaar"),
        ("Eind {} woonden er {} mensen in de opvang.", (Y0, r("coa.bezetting", "2022-06-01")), "eind 2022", "2022-06-01"),
        ("In {} is de instroom {} mensen.", (Y0, r("instroom.totaal", "2022-1")), "in 2022", "2022-1"),
        ("In {} zijn er {} pupillen bij Nidos.", (Y1, n("nidos.instroom", 2023)), "In 2023 zijn er … pupillen …", "Instroom Nidos"),
        ("Eind {} wonen er {} mensen in de opvang.", (Y1, n("dji.bezetting", 2023)), "in de opvang", "Bezetting bewaring"),
        ("De nareis komt in {} uit op {} personen.", (Y1, n("instroom.herhaald", 2023)), "nareis", "Tweede en opvolgende asielaanvragen"),
        (
            "De asielinstroom is in {} {} personen.",
            (Y1, n("instroom.nareis", 2023)),
            "De asielinstroom is in 2023 … …",
            "Ingereisde nareizigers",
        ),
    ],
)
def test_streng_hoort_een_getal_bij_wat_ernaast_staat(tekst, plekken, zegt, is_):
    assert (zegt, is_) in [(zegt, is_) for _, zegt, is_ in gevonden(tekst, *plekken, streng=True)]


def test_zonder_scenario_is_een_getal_van_medio():
    minimum = n("instroom.totaal", 2023, "minimum")
    assert gevonden("De asielinstroom is in {} {} personen.", Y1, minimum, streng=True) == [
        ("50.000", "scenario medio", "scenario minimum")
    ]


def test_wat_een_kop_noemt_geldt_voor_wat_eronder_staat():
    kop = alinea("Wie komen er in {}? (maximum)", Y1)
    nareis = n("instroom.nareis", 2023, "maximum")
    assert list(tegenspraken(alinea("Door nareis: {}.", nareis), context=kop, streng=True)) == []
    (fout,) = tegenspraken(alinea("Door nareis: {}.", n("instroom.nareis", 2024, "maximum")), context=kop, streng=True)
    assert (fout.zegt, fout.is_) == ("2023", "2024")
