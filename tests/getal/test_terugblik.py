"""The look backs in a text: tables and words that follow from the model and from what happened."""

import pytest

from mpp.getal.tabel import LEEG
from mpp.getal.terugblik import (
    dichtbij,
    grens,
    tabel_later_bekend,
    tabel_niet_vergeleken,
    tabel_redenen,
    tabel_terugblik,
    terug,
    teruggezien,
    toetsjaar,
    welke_dichtbij,
)
from mpp.uitkomsten.toetsing import is_dichtbij


def kolom(tabel, kop):
    return [rij[list(tabel.koppen).index(kop)] for rij in tabel.rijen]


def test_de_tabel_geeft_model_en_realisatie_met_de_afwijking(u):
    tabel = tabel_terugblik("2022", u=u)
    for echt, model, afwijking in zip(*(kolom(tabel, kop) for kop in ("Gerealiseerd", "Model", "Afwijking")), strict=True):
        assert model.waarde / echt.waarde - 1 == pytest.approx(afwijking.waarde)
        assert echt.bron.startswith("realisatie:")
        assert model.bron.startswith("toets:2022:")


def test_wat_achteraf_bekend_was_staat_er_alleen_als_het_bekend_is(u):
    assert "Model met de invoer die kwam" in tabel_terugblik("2022", u=u).koppen
    assert "Model met de invoer die kwam" not in tabel_terugblik("2020", u=u).koppen
    assert "Jaar" in tabel_terugblik("2020", u=u).koppen


@pytest.mark.parametrize("id", ["2022", "2020"])
def test_een_reden_staat_bij_wat_verder_afwijkt_en_nergens_anders(u, id):
    dichterbij = [abs(cel.waarde) <= grens().waarde for cel in kolom(tabel_terugblik(id, u=u), "Afwijking")]
    assert len(tabel_redenen(id, u=u).rijen) == dichterbij.count(False)
    assert dichtbij(id, u=u).waarde == dichterbij.count(True)
    assert f" {dichterbij.count(True)} van de {len(dichterbij)} " in dichtbij(id, u=u).tekst
    assert welke_dichtbij(id, u=u).waarde == dichterbij.count(True)


def test_een_afwijking_telt_onafgerond_en_is_te_zien_aan_welke_kant_van_de_grens_zij_ligt(u):
    """−5,49% reads as −5% in whole percents, and is not within 5%."""
    tabel = tabel_terugblik("2022", u=u)
    afwijkingen = dict(zip(kolom(tabel, "Indicator"), kolom(tabel, "Afwijking daarvan"), strict=True))
    spoor4 = afwijkingen["Voorraad spoor 4 (zaken)"]
    assert (round(spoor4.waarde, 2), spoor4.tekst) == (0.04, "+4,2%")
    assert is_dichtbij(-0.05)
    assert not is_dichtbij(-0.0549)
    assert dichtbij("2022", achteraf=True, u=u).tekst == "liggen 5 van de 16 cijfers"
    assert "DT&V" not in welke_dichtbij("2022", achteraf=True, u=u).tekst


def test_wat_volgt_uit_de_invoer_die_kwam_telt_dan_niet_als_getroffen(u):
    tabel = tabel_terugblik("2022", u=u)
    daarna = dict(zip(kolom(tabel, "Indicator"), kolom(tabel, "Afwijking daarvan"), strict=True))
    assert daarna["Instroom amv (personen)"] == LEEG
    assert tabel.noten == ("· Volgt uit de invoer die kwam.",)
    assert "amv" not in welke_dichtbij("2022", achteraf=True, u=u).tekst
    assert " van de 17 " in dichtbij("2022", u=u).tekst


def test_bij_een_cijfer_kan_staan_wat_de_terugblik_ervan_gaf(u):
    assert teruggezien("2022", "ind.dwangsommen", 2022, u=u).tekst == "20 en was de realisatie 3,4 (+487,5%)"


def test_namen_worden_een_opsomming(u):
    assert "Bezetting COA (2021)" in welke_dichtbij("2020", u=u).tekst
    assert " en " in welke_dichtbij("2022", achteraf=True, u=u).tekst
    assert dichtbij("2022", achteraf=True, u=u).waarde > dichtbij("2022", u=u).waarde


def test_jaar_en_cijfer_van_een_terugblik_zijn_op_te_vragen(u):
    assert [toetsjaar("2020", u=u).tekst, toetsjaar("2020", -1, u=u).tekst, toetsjaar("2022", u=u).tekst] == ["2020", "2021", "2022"]
    assert terug("2022", "coa.bezetting", 2022, u=u).waarde == kolom(tabel_terugblik("2022", u=u), "Model")[0].waarde
    with pytest.raises(KeyError):
        terug("2022", "coa.bezetting", 2023, u=u)


def test_wat_niet_is_vergeleken_staat_er_een_keer_per_reden(u):
    redenen = {reden.tekst: wat for wat, reden in tabel_niet_vergeleken("2022", u=u).rijen}
    assert len(redenen) == len(tabel_niet_vergeleken("2022", u=u).rijen)
    assert redenen["Invoer: zoals vastgesteld."] == "Taakstelling huisvesting vergunninghouders"
    assert redenen["Invoer; het totaal is vergeleken."].startswith("Instroom DT&V van de politie, instroom DT&V")
    assert "Regulier" in redenen.values()


def test_wat_op_latere_cijfers_rust_wordt_genoemd(u):
    assert len(tabel_later_bekend("2022", u=u).rijen) > 3
