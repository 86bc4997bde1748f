"""What an explanation tells of the months before the peildatum."""

import json

import pytest

from mpp.herkomst import Herkomst
from mpp.herkomst.tekst import als_tekst


@pytest.fixture(scope="module")
def herkomst(juli):
    return Herkomst(juli)


def test_wat_kwam_wordt_verteld_met_zijn_bron_en_dat_het_is_gespreid(herkomst):
    h = herkomst.herleid("instroom.eerste_aanvragen", 2023)
    (deel,) = h.uitleg.gerealiseerd
    assert (deel.sleutel, deel.maanden, deel.waarde) == ("2023-1", (1, 2, 3, 4, 5, 6), 15_000)
    assert (deel.gespreid, deel.geraamd, [b.sleutel for b in deel.bronnen]) == (True, False, ["nos-2024-02"])
    tekst = " ".join(als_tekst(h, 0).split())
    assert "Realisatie januari tot en met juni 2023, samen 15.000 van de 15.000 over 2023-1, gespreid" in tekst


def test_een_maand_die_apart_is_geteld_staat_er_los_van_en_een_raming_heet_zo(herkomst):
    delen = herkomst.herleid("ind.nareis.beslissingen", 2023).uitleg.gerealiseerd
    assert [(d.maanden, d.gespreid, d.geraamd) for d in delen] == [((1, 2), True, True), ((3,), False, False), ((4, 5, 6), True, True)]
    tekst = " ".join(als_tekst(herkomst.herleid("ind.nareis.beslissingen", 2023), 0).split())
    assert "Geraamd januari tot en met februari 2023" in tekst
    assert "Realisatie maart 2023, 1.110 (ind.nareis.beslissingen.maand)" in tekst


def test_een_totaal_volgt_uit_de_realisaties_van_zijn_delen(herkomst):
    blad = herkomst.herleid("instroom.totaal", 2023).uitleg
    assert blad.gerealiseerd == ()
    assert set(blad.volgt_uit) == {"instroom.eerste_aanvragen", "instroom.herhaald", "instroom.nareis", "instroom.hervestiging_relocatie"}


def test_een_voorraad_is_een_optelling_vanaf_de_peildatum(herkomst):
    (jaar, volgend) = herkomst.voorraadjaren("ind.spoor4.voorraad", 2024)
    assert (jaar.vanaf, volgend.vanaf, jaar.begin) == ("2023-07-01", "2024-01-01", 36_870)
    assert jaar.begin + sum(jaar.erbij.values()) - sum(jaar.eraf.values()) == pytest.approx(jaar.eind)
    assert "2023, vanaf 1 juli: 36.870" in als_tekst(herkomst.herleid("ind.spoor4.voorraad", 2023), 0)


def test_wat_niet_bekend_is_heet_zo_en_is_leeg_in_json(herkomst):
    h = herkomst.herleid("coa.vertrek", 2023)
    assert "niet bekend" in als_tekst(h, 0)
    gegevens = json.loads(json.dumps(h.als_gegevens(), allow_nan=False))
    assert gegevens["uitleg"]["waarde"] is None
    assert gegevens["uitleg"]["maanden"][:6] == [None] * 6


def test_de_prognose_vertelt_wat_er_kwam_en_wat_dat_met_de_kansen_doet(herkomst):
    tekst = " ".join(als_tekst(herkomst.herleid("instroom.eerste_aanvragen", 2023), 1).replace("│", " ").split())
    assert "Waarvan 15.000 voor de peildatum" in tekst
    assert "kans 15%, na wat er al kwam 40,56%" in tekst


def test_in_een_volgend_jaar_is_er_niets_gerealiseerd(herkomst):
    blad = herkomst.herleid("instroom.totaal", 2024).uitleg
    assert (blad.gerealiseerd, blad.volgt_uit) == ((), ())
