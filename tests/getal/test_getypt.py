"""What counts as a number that was typed."""

import re

import pytest

from mpp.getal.getypt import getypt


def gevonden(tekst: str) -> list[str]:
    return [vondst.tekst for vondst in getypt(tekst)]


@pytest.mark.parametrize(
    ("tekst", "getallen"),
    [
        ("na veertien weken", ["veertien weken"]),
        ("een afwijking van vijftien procent", ["vijftien procent"]),
        ("Vijf jaar vooruit", ["Vijf jaar"]),
        ("tweeëntwintig maanden en honderdtwintig dagen", ["tweeëntwintig maanden", "honderdtwintig dagen"]),
        ("zo'n tweehonderd mensen", ["tweehonderd mensen"]),
        ("vier en een half jaar, anderhalf jaar", ["vier en een half jaar", "anderhalf jaar"]),
        ("twee miljoen euro", ["twee miljoen euro"]),
        ("een kans van een op acht, of één op tien", ["een op acht", "één op tien"]),
        ("een op de drie, twee van de drie, negentien op twintig", ["een op de drie", "twee van de drie", "negentien op twintig"]),
        ("een derde, twee derde, een kwart en driekwart", ["een derde", "twee derde", "een kwart", "driekwart"]),
        ("met een kans van de helft", ["de helft"]),
        ("twee keer zo groot en drie keer meer", ["twee keer zo", "drie keer meer"]),
        ("67.000 mensen in 2024", ["67.000"]),
    ],
)
def test_een_getal_in_cijfers_of_woorden_wordt_gevonden(tekst, getallen):
    assert gevonden(tekst) == getallen


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("naar verwachting zeventigduizend asielzoekers", "zeventigduizend asielzoekers"),
        ("zeventigduizend", "zeventigduizend"),
        ("tweeduizendvijfhonderd gezinnen", "tweeduizendvijfhonderd gezinnen"),
        ("vijftig voogden", "vijftig voogden"),
        ("dertien rechters", "dertien rechters"),
        ("zes nieuwe opvangplekken", "zes nieuwe opvangplekken"),
        ("acht statushouders", "acht statushouders"),
        ("twee extra woningen", "twee extra woningen"),
        ("een miljoen", "een miljoen"),
        ("drie %", "drie"),
        ("vijftig%", "vijftig"),
    ],
)
def test_een_telwoord_bij_wat_er_wordt_geteld_of_van_dertien_af_is_een_getal(tekst, getal):
    assert gevonden(tekst) == [getal]


@pytest.mark.parametrize(
    "tekst",
    ["tweemaal zo veel", "een verdubbeling", "de instroom verdubbelt", "een halvering", "is gehalveerd", "het drievoudige",
     "verdrievoudigt", "dubbel zo veel", "tientallen gezinnen", "duizenden mensen", "een dozijn"],
)  # fmt: skip
def test_een_veelvoud_en_een_orde_van_grootte_zijn_getallen(tekst):
    assert len(gevonden(tekst)) >= 1


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("2½ jaar", "2½"),
        ("een ¾ deel", "¾"),
        ("¹² mensen", "¹²"),
        ("６７ mensen", "６７"),
        ("Ⅻ weken", "Ⅻ"),
        ("⑤ mensen", "⑤"),
        ("XII weken", "XII weken"),
    ],
)
def test_een_getal_in_andere_tekens_is_een_getal(tekst, getal):
    assert "".join(gevonden(tekst)).startswith(getal)


@pytest.mark.parametrize("teken", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"])
def test_een_teken_dat_niemand_ziet_verbergt_geen_getal(teken):
    tekst = f"zeventig{teken}duizend asielzoekers"
    (vondst,) = getypt(tekst)
    assert tekst[vondst.begin : vondst.eind] == tekst
    assert [v.tekst for v in getypt(f"1{teken}2 mensen")] == ["12"]


@pytest.mark.parametrize(
    "tekst",
    [
        "2050 opvangplekken",
        "1950 nieuwe aanvragen",
        "van 2050 mensen",
        "2000 procent",
        "In 2050 opvangplekken is voorzien.",
        "Er is voorzien in 2050 opvangplekken.",
        "In totaal kwamen 2050 alleenstaande minderjarige vreemdelingen aan.",
        "Het zijn er nu 2050.",
        "tegen 1980 in het vorige kwartaal",
        "Er kwamen 2050 Oekraïners.",
        "Toen kwamen 2050 Syriërs aan.",
        "een tekort van 2010 mln euro",
        "gemiddeld 2050 per maand",
        "Dat zijn 2030 meer.",
        "ruim 2050",
        "2050 vonnissen zijn gewezen",
        "2050 uitzettingen",
        "De instroom bedraagt 2050.",
        "Het aantal open aanvragen is 2050.",
        "De voorraad daalt naar 2050.",
        "De bezetting komt uit op 2050.",
        "De IND besliste 2050 keer.",
        "De instroom is 2050.",
        "In medio was dat 1990; daarna minder.",
    ],
)
def test_een_aantal_gaat_niet_voor_een_jaar_door(tekst):
    assert gevonden(tekst) == re.findall(r"\d{4}", tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Wie in 2023 of 2024 aanvragen indient",
        "In 2023 en 2024 plaatsen gemeenten mensen. In 2023 plaatsen zij er meer dan in 2022.",
        "De jaren zijn 2023 en 2024; 2023 was druk en 2023 kende minder aanvragen.",
        "de realisatie over 2022 en de raming voor 2023 tot en met 2027, of 2023–2027, 2023-2024 en (2023)",
        "De cijfers van 2023 tonen, de aantallen van 2022 laten zien, de instroom van 2023 is hoger dan die van 2022",
        "Eind 2022 wachtten mensen, dat in 2023 zaken zijn behandeld, in 2023 worden zaken behandeld",
        "Jaarverantwoording 2021 Ketenvoorzieningen, Rapportage 2019 Richtlijnen",
        "Het eerste jaar van de prognose is 2023. Dat jaar was 2022; het laatste is 2027",
        "Totaal 2023, Instroom 2023 per maand, Begroting 2024, prijspeil 2023, MPP 2023",
        "de Vreemdelingenwet 2000 en het Vluchtelingenverdrag van 1951",
        "De spreidingswet is voorzien in 2024. Vergeleken met 2024 minder.",
        "sinds 2022 Oekraïners, na 2024 plaatsen, uiterlijk 2025 moeten alle plekken er zijn, per 2024 gelden regels",
    ],
)
def test_een_jaar_is_geen_aantal(tekst):
    assert gevonden(tekst) == []


@pytest.mark.parametrize(
    "tekst",
    ["drie opvanglocaties", "drie beroepszaken", "twaalf hogerberoepszaken", "vier uitzettingen", "drie overdrachten", "drie vonnissen",
     "vijf werkdagen", "acht tolken", "negen verzorgers", "zeven per maand", "tweeënhalf jaar", "een factor drie",
     "een viertal uitzettingen", "drie keer zoveel", "anderhalf keer",
     "twee procentpunten", "twee miljoen", "een half miljoen", "een half procent", "een tiental", "een tiental zaken",
     "een twintigtal", "een honderdtal", "het dubbele", "een kwart"],
)  # fmt: skip
def test_een_getal_in_woorden_telt_wat_het_ook_telt(tekst):
    assert len(gevonden(tekst)) == 1


@pytest.mark.parametrize(
    ("tekst", "getallen"), [("vijf", ["vijf"]), ("| in de opvang | vijf |", ["vijf"]), ("| vijf | nul |", ["vijf", "nul"])]
)
def test_een_getal_in_woorden_dat_alleen_staat_telt_ook(tekst, getallen):
    assert gevonden(tekst) == getallen


@pytest.mark.parametrize("tekst", ["acht\naanvragen", "acht\u00a0aanvragen", "acht\u202faanvragen"])
def test_een_ander_wit_verbergt_geen_getal(tekst):
    assert gevonden(tekst) == ["acht aanvragen"]


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [("pagina 5.000", "5.000"), ("Tabel 5.000", "5.000"), ("Hoofdstuk 12.345", "12.345"), ("noot 12345", "12345"),
     ("artikel 45000", "45000"), ("artikel 45.000", "45.000"), ("99 maart", "99"), ("70 mei", "70"),
     ("COA-500", "500"), ("IND-70", "70"), ("stap 5.000", "5.000"), ("spoor 4.500", "4.500")],
)  # fmt: skip
def test_een_naam_met_een_cijfer_verbergt_geen_aantal(tekst, getal):
    assert gevonden(tekst) == [getal]


@pytest.mark.parametrize(
    "tekst",
    [
        "drie scenario's, drie domeinen en twee soorten beroep",
        "vier producten, twee oorzaken, drie groepen en twee verschillende stromen",
        "het tweede halfjaar, de eerste helft van het jaar en dezelfde helft",
        "twee keer per jaar, tweemaal per jaar",
        "een zaak, één aanvraag en een jaar later",
        "een vierde scenario en een veilig derde land",
        "wie achttien wordt, de jaren negentig",
        "afgerond op tientallen, afgerond op een tiental, op het dichtstbijzijnde honderdtal",
        "spoor 4, MPP 2023-1 en 1 januari 2023",
        "1 juli 2023, artikel 3 EVRM, pagina 2, hoofdstuk 3, tabel 4.1",
        "Dublin III, A4, G7, COVID-19",
        "in 2023, eind 2022 en de taakstelling van 2024; in 2023 mensen huisvesten",
        "nodig, prettig en gewichtig",
        "een van de partners, een van de vier sporen, een van de drie genoemde scenario's",
        "een derde reden, een vierde spoor, ten derde, een derde partij",
        "De twee vallen samen. Deze drie lopen uiteen. De twee organisaties zoeken, alle vier dalen",
        "drie ministeries, twee bewindspersonen, om twee redenen, een drietal redenen, twee open vragen, twee Kamerbrieven",
        "De politie bestaat uit tien eenheden en twee directies; drie acties, drie casussen, vier dimensies, vier leden",
        "Het rapport bevat twintig aanbevelingen over negen handelingsperspectieven, in drievoud, in drie Kamers",
        "één van de zeven aanmeldcentra, een derde en definitieve versie, twee akkoorden, drie rechtbanken",
        "artikel 3.6ba, artikelen 28 en 29, art. 64, lid 1 en 2, artikel 6:162 BW, artikel 3.109a Vb, artikel 29, eerste lid",
        "Richtlijn 2013/32/EU, Verordening (EU) nr. 604/2013 en verordening 2016/399",
        "Kamerstukken II 2022/23, 19 637, nr. 3053, Kamerstuk 19637 en Stb. 2022, 345",
        "ECLI:NL:RVS:2022:3353, 20-04-2023, 2023-04-20, de 1e keer en het 2de halfjaar",
        "Tabel A.3, figuur 4.1 en 4.2, paragraaf 3.2.1, pagina's 12 en 13, noot 12",
        "MPP 2022-1 en 2023-1, spoor 1/2, 1 en 2 januari, 3 tot 5 mei 2023, Vc C2/7.1",
        "m² en CO₂",
    ],
)
def test_wat_geen_getal_uit_de_berekening_is_mag(tekst):
    assert gevonden(tekst) == []


GEWONE_ZINNEN = (
    "De MPP wordt in 2023 twee keer per jaar opgesteld, in het voorjaar en in het najaar.",
    "Op basis van de Vreemdelingenwet 2000 en de Vreemdelingencirculaire 2000 (paragraaf C1/2.2 en C2/7.1) beslist de IND.",
    "Op grond van artikel 8, eerste lid, onder a tot en met e, van de Vreemdelingenwet 2000 is er rechtmatig verblijf.",
    "Artikel 29, tweede lid, onder b, Vw 2000 en artikel 3.109, vijfde lid, Vb 2000 zijn van toepassing.",
    "De artikelen 59, 59a en 59b van de Vw 2000 regelen de bewaring.",
    "Artikel 8:54 Awb maakt vereenvoudigde afdoening mogelijk.",
    "Dit is vastgelegd in Verordening (EU) 2024/1348 en Richtlijn 2013/33/EU.",
    "Het Protocol van New York van 1967 en het Vluchtelingenverdrag van 1951 blijven gelden.",
    "In de brief van 28 april 2023 (Kamerstukken II 2022/23, 19 637, nr. 3105) is de raming gemeld.",
    "De Spreidingswet treedt naar verwachting op 1 januari 2024 in werking.",
    "De eerste fase loopt tot en met 2024, de tweede van 2025 tot 2027.",
    "Vanaf medio 2022 nam de instroom toe en in de zomer van 2022 sliepen mensen buiten.",
    "Sinds maart 2022 vangen gemeenten ontheemden uit Oekraïne op.",
    "In 2015 en 2016 was de instroom eveneens hoog.",
    "De cijfers over 2021 en 2022 zijn gerealiseerd; die over 2023 zijn een raming.",
    "De stand per 1 januari 2023 is het uitgangspunt.",
    "Voor 2024 en verder is geen besluit genomen.",
    "Het jaar 2020 week af door de coronamaatregelen.",
    "De begroting voor 2024 wordt op Prinsjesdag 2023 aangeboden.",
    "Voorjaarsnota 2023, Miljoenennota 2024 en Najaarsnota 2022 gebruiken de prognose.",
    "Het Meerjarig Financieel Kader 2021-2027 van de Unie biedt dekking.",
    "De Commissie-Van Zwol (2018) en het rapport van 2019 deden aanbevelingen.",
    "In het derde kwartaal van 2022 liep de voorraad op.",
    "Tussen april en september 2022 was er een crisisnoodopvang.",
    "De prognose kent drie scenario’s, die de drie betrokken directies samen hebben vastgesteld.",
    "Dat is een van de redenen dat het tweede halfjaar hoger uitvalt.",
    "De IND, het COA en de DT&V zijn drie van de uitvoeringsorganisaties.",
    "Er zijn twee manieren om een zaak af te doen.",
    "In de eerste plaats, in de tweede plaats en ten derde.",
    "De ene helft van het gezin reist eerder, de andere later.",
    "Een derde optie is uitstel; een vierde mogelijkheid is verlenging.",
    "De G4, de G40 en de VNG zijn akkoord; de EU27 niet.",
    "Het gaat om vier typen locaties: centraal, decentraal, crisis en nood.",
    "De vijf regio's van het COA, de tien eenheden van de politie en de elf rechtbanken werken mee.",
    "Zie bijlage B, tabel B.3, de figuren 4.2 en 4.3 en hoofdstuk 6.",
    "De leden 3 en 4 van het protocol; stap 2 en 3 van het proces.",
    "De raming van 2022 sloot aan; die van 2023 wijkt af.",
    "Van 2022 op 2023 stijgt de bezetting.",
    "Mensen die in 2022 asiel vroegen, krijgen in 2023 of 2024 een beslissing.",
    "Gezinsleden die in 2023 nareizen, vragen in 2024 woningen.",
    "Omdat in 2023 plekken sluiten, is in 2024 opvang nodig.",
    "Als gemeenten in 2023 woningen leveren, daalt in 2024 het aantal statushouders in de opvang.",
    "In 2023 huisvesten gemeenten meer vergunninghouders dan in 2022.",
    "In 2024 wachten mensen langer op een besluit.",
    "Eind 2023 verblijven vergunninghouders langer in de opvang.",
    "Begin 2022 stonden locaties leeg.",
    "In 2023 vragen personen uit Syrië het vaakst asiel aan.",
    "In 2022 zaten gezinnen vaak in tijdelijke opvang.",
    "Zo nodig wordt in 2024 plaatsen bijgebouwd.",
    "Het besluit van 2023 heeft gevolgen voor 2024, 2025 en 2026.",
    "De voorraad van eind 2022 wordt in 2023 deels afgedaan.",
    "De taakstelling 2023 en de taakstelling voor de eerste helft van 2024 staan vast.",
    "In de periode 2023–2027 daalt het aandeel.",
    "Per 2024 vervalt de regeling, uiterlijk in 2026.",
    "De percentages van 2021 zijn gebruikt; in 2022 personen gevolgd.",
    "Rond 2025 wordt een evenwicht verwacht.",
    "De twee lijnen lopen na 2025 uiteen.",
    "Alle drie komen lager uit, en geen van de drie stijgt.",
    "De kans is het grootst in een van de twee uiterste scenario’s.",
    "Drie partners hebben niet ingestemd.",
    "Vier kanttekeningen zijn op hun plaats.",
    "Zeven van de in 2022 genoemde maatregelen",
    "Vierde nota, derde termijn en tweede lezing.",
    "Het is niet een of twee keer voorgekomen.",
    "Nul op de meter en een nulmeting zijn hier niet bedoeld.",
    "Het twaalfde hoofdstuk en de twintigste eeuw.",
    "de jaren tachtig en de jaren 2010 tot 2015",
    "nummer 1 en 2 van de lijst",
)


@pytest.mark.parametrize("zin", GEWONE_ZINNEN)
def test_een_gewone_zin_van_een_rapport_heeft_geen_getypt_getal(zin):
    assert gevonden(zin) == []


def test_een_vondst_wijst_de_plaats_aan():
    tekst = "In 2023 komen er 12 bij, na zes weken."
    assert [tekst[vondst.begin : vondst.eind] for vondst in getypt(tekst)] == ["12", "zes weken"]
