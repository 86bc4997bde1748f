"""A number in a text carries its value and origin; a word follows from its numbers."""

import pytest

from mpp.getal.getal import Getal, Naam, Zinsdeel
from mpp.getal.woorden import (
    aandeel,
    groei,
    hoger_lager,
    hoger_lager_dan,
    keer,
    ligging,
    meer_minder,
    met_teken,
    ongeveer,
    stijging_daling,
    stijgt_daalt,
    verandering,
    verschil,
)


def personen(waarde: float, id: str = "x", op: float = 10) -> Getal:
    return Getal(waarde, "personen", op, f"indicator:{id}", "2023|medio")


def test_een_getal_staat_als_data_in_html_en_zo_ook_in_markdown():
    html = '<data class="getal" value="67010" data-bron="indicator:x" data-sleutel="2023|medio" data-afronding="10">67.010</data>'
    assert personen(67012.4).__html__() == html
    assert personen(67012.4)._repr_markdown_() == f"`{html}`{{=html}}".replace("|", "&#124;")


def test_een_getal_wordt_nooit_een_kale_tekst():
    with pytest.raises(TypeError):
        str(personen(1))
    with pytest.raises(TypeError):
        f"{personen(1)}"


def test_rekenen_gaat_over_de_onafgeronde_waarden_en_onthoudt_de_herkomst():
    verschil_ = personen(14, "a") - personen(6, "b")
    assert verschil_.tekst == "10"
    assert verschil_.waarde == 8
    assert verschil_.bron == "indicator:a[2023|medio] - indicator:b[2023|medio]"
    assert (personen(10) + personen(20)).tekst == "30"
    assert (personen(30) / personen(20)).tekst == "1,5"
    drie = personen(1, "a") - (personen(2, "b") + personen(3, "c"))
    assert drie.bron == "indicator:a[2023|medio] - (indicator:b[2023|medio] + indicator:c[2023|medio])"


def test_wat_niet_bij_elkaar_hoort_wordt_niet_opgeteld_of_vergeleken():
    weken = Getal(3, "weken", 1, "indicator:w")
    for doe in (lambda: personen(1) + weken, lambda: personen(1) - weken, lambda: hoger_lager(personen(1), weken)):
        with pytest.raises(TypeError):
            doe()


def test_een_verschil_van_aandelen_is_in_procentpunten():
    assert (Getal(0.78, "aandeel", 0.01, "a") - Getal(0.71, "aandeel", 0.01, "b")).tekst == "7"


@pytest.mark.parametrize(
    ("a", "b", "woorden"),
    [
        (110, 100, ["hoger", "meer", "daalt", "daling"]),
        (120, 100, ["hoger", "meer", "daalt", "daling"]),
        (80, 100, ["lager", "minder", "stijgt", "stijging"]),
        (101, 100, ["gelijk", "evenveel", "blijft gelijk", "gelijk niveau"]),
    ],
)
def test_woorden_volgen_uit_wat_de_lezer_ziet(a, b, woorden):
    x, y = personen(a), personen(b)
    assert [hoger_lager(x, y).tekst, meer_minder(x, y).tekst, stijgt_daalt(x, y).tekst, stijging_daling(x, y).tekst] == woorden


def test_een_fijner_getal_wordt_vergeleken_zoals_het_grovere_is_afgerond():
    grof, fijn = personen(67_000, op=1000), personen(67_012, op=10)
    for a, b in ((grof, fijn), (fijn, grof)):
        assert hoger_lager(a, b).tekst == "gelijk"
        assert (abs(a - b).tekst, (a + b).tekst) == ("0", "134.000")


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [(67012, "ruim 67.000"), (66990, "bijna 67.000"), (67003, "67.000"), (67499, "ruim 67.000"), (67500, "bijna 68.000")],
)
def test_ruim_en_bijna_zijn_waar(waarde, tekst):
    assert ongeveer(personen(waarde), op=1000).tekst == tekst


def test_verhoudingen():
    assert keer(personen(140), personen(100)).tekst == "1,4 keer zo veel"
    assert aandeel(personen(31), personen(100)).tekst == "31%"
    assert groei(personen(100), personen(75)).tekst == "25%"
    assert verschil(personen(80), personen(100)).tekst == "20"


@pytest.mark.parametrize(("a", "woord"), [(110, "hoger dan"), (90, "lager dan"), (100, "gelijk aan"), (103, "gelijk aan")])
def test_wat_gelijk_is_is_gelijk_aan_en_niet_gelijk_dan(a, woord):
    assert hoger_lager_dan(personen(a), personen(100)).tekst == woord


@pytest.mark.parametrize(
    ("a", "woord"), [(90, "onder"), (100, "binnen"), (150, "binnen"), (200, "binnen"), (203, "binnen"), (210, "boven")]
)
def test_binnen_een_band_zijn_ook_zijn_grenzen(a, woord):
    assert ligging(personen(a), personen(100), personen(200)).tekst == woord
    assert ligging(personen(a), personen(200), personen(100)).tekst == woord


@pytest.mark.parametrize(("tot", "tekst"), [(144, "+44%"), (98, "−2%"), (100, "0%"), (100.3, "0%"), (99.7, "0%"), (0, "−100%")])
def test_een_verandering_heeft_haar_teken(tot, tekst):
    assert verandering(personen(100), personen(tot)).tekst == tekst
    assert verandering(personen(100), personen(tot), 0.001).waarde == pytest.approx(tot / 100 - 1)


def test_van_niets_is_geen_percentage_te_geven():
    niets = personen(0)
    for woord in (aandeel(personen(10), niets), groei(niets, personen(10)), verandering(niets, niets), keer(personen(10), niets)):
        assert woord.tekst.startswith("geen te bepalen ")


@pytest.mark.parametrize(("waarde", "tekst"), [(20, "+20"), (-20, "−20"), (0, "0"), (4, "0"), (-4, "0")])
def test_alleen_wat_boven_nul_leest_krijgt_een_plus(waarde, tekst):
    assert met_teken(personen(waarde)).tekst == tekst


def test_een_zinsdeel_houdt_de_herkomst_van_elk_getal():
    zinsdeel = Zinsdeel((personen(10, "a"), " van de ", personen(20, "b")))
    assert zinsdeel.tekst == "10 van de 20"
    for vorm in (zinsdeel.__html__(), zinsdeel._repr_markdown_()):
        assert vorm.count("<data ") == 2
        assert " van de " in vorm


def test_een_naam_draagt_zijn_herkomst():
    naam = Naam("Scenario's van <MPP 2023-1>", "editie:naam")
    html = '<span class="naam" data-bron="editie:naam">Scenario’s van &lt;MPP 2023-1&gt;</span>'
    assert naam.__html__() == html
    assert naam._repr_markdown_() == f"`{html}`{{=html}}"
