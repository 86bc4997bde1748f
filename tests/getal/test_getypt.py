"""What counts as a number that was typed."""

import pytest

from mpp.getal.getypt import getypt


def gevonden(tekst: str) -> list[str]:
    return [vondst[0] for vondst in getypt(tekst)]


@pytest.mark.parametrize(
    ("tekst", "getallen"),
    [
        ("na veertien weken", ["veertien weken"]),
        ("een afwijking van vijftien procent", ["vijftien procent"]),
        ("Vijf jaar vooruit", ["Vijf jaar"]),
        ("tweeëntwintig maanden en honderdtwintig dagen", ["tweeëntwintig maanden"]),
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
    "tekst",
    [
        "drie scenario's, drie domeinen en twee soorten beroep",
        "het tweede halfjaar, de eerste helft van het jaar en dezelfde helft",
        "twee keer per jaar",
        "een zaak, één aanvraag en een jaar later",
        "een vierde scenario en een veilig derde land",
        "spoor 4, MPP 2023-1 en 1 januari 2023",
        "nodig, prettig en gewichtig",
        "een van de partners",
    ],
)
def test_wat_geen_getal_uit_de_berekening_is_mag(tekst):
    assert gevonden(tekst) == []


def test_een_vondst_wijst_de_plaats_aan():
    tekst = "In 2023 komen er 12 bij, na zes weken."
    assert [tekst[vondst.start() : vondst.end()] for vondst in getypt(tekst)] == ["12", "zes weken"]
