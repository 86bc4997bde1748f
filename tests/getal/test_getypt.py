"""What counts as a number that was typed."""

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
        ("dertien rechters", "dertien"),
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


@pytest.mark.parametrize("tekst", ["2050 opvangplekken", "1950 nieuwe aanvragen", "van 2050 mensen", "2000 procent"])
def test_een_aantal_gaat_niet_voor_een_jaar_door(tekst):
    assert gevonden(tekst) == [next(deel for deel in tekst.split() if deel.isdigit())]


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
        "afgerond op tientallen",
        "spoor 4, MPP 2023-1 en 1 januari 2023",
        "1 juli 2023, artikel 3 EVRM, pagina 2, hoofdstuk 3, tabel 4.1",
        "Dublin III, A4, G7, COVID-19",
        "in 2023, eind 2022 en de taakstelling van 2024; in 2023 mensen huisvesten",
        "nodig, prettig en gewichtig",
        "een van de partners",
        "m² en CO₂",
    ],
)
def test_wat_geen_getal_uit_de_berekening_is_mag(tekst):
    assert gevonden(tekst) == []


def test_een_vondst_wijst_de_plaats_aan():
    tekst = "In 2023 komen er 12 bij, na zes weken."
    assert [tekst[vondst.begin : vondst.eind] for vondst in getypt(tekst)] == ["12", "zes weken"]
