"""Part of a year is held against the same part of the forecast."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mpp.monitor.periode import Periode, uit_sleutel
from mpp.monitor.vergelijken import eis_vergelijkbaar, tot_en_met, vergelijk
from mpp.monitor.verwachting import VanModel, cumulatief, over, per_maand
from mpp.problemen import Fout
from mpp.uitkomsten import SCENARIOS
from mpp.uitkomsten.register import indicatoren
from tests.monitor.delen import LIJST, Proef, lees, regel

NAREIS, STAND = "instroom.nareis", "coa.bezetting"
STROMEN = sorted(id for id, o in LIJST.alle.items() if o.is_stroom)


def van(map_, id, *regels, verwachting=None):
    return vergelijk(LIJST.alle[id], lees(map_, *regels), verwachting or Proef())


@given(id=st.sampled_from(STROMEN), grenzen=st.sets(st.integers(1, 11)), scenario=st.sampled_from(SCENARIOS))
def test_de_delen_van_een_jaar_zijn_samen_het_jaar(u, id, grenzen, scenario):
    delen = [range(van, tot) for van, tot in zip([0, *sorted(grenzen)], [*sorted(grenzen), 12], strict=True)]
    som = sum(over(VanModel(u), LIJST.alle[id], 2023, deel, scenario) for deel in delen)
    jaar = sum(u.waarde(deel, 2023, scenario) for deel in LIJST.alle[id].delen)
    assert som == pytest.approx(jaar)
    assert cumulatief(VanModel(u), LIJST.alle[id], 2023, scenario)[-1] == pytest.approx(jaar)


def test_een_jaar_van_elke_indicator_is_wat_de_uitkomsten_ervan_zeggen(u):
    for id in indicatoren("extern"):
        for jaar in (u.jaren[0], u.jaren[-1]):
            assert over(VanModel(u), LIJST.alle[id], jaar, range(12), "medio") == pytest.approx(u.waarde(id, jaar), nan_ok=True), id


def test_het_eerste_halfjaar_staat_naast_het_eerste_halfjaar_en_niet_naast_de_helft(u, tmp_path):
    v = van(
        tmp_path,
        "instroom.totaal_zonder_hervestiging",
        regel("instroom.totaal_zonder_hervestiging", "2023-1", 20122),
        verwachting=VanModel(u),
    )
    delen = ("instroom.eerste_aanvragen", "instroom.herhaald", "instroom.nareis")
    assert v.verwacht["medio"] == pytest.approx(sum(u.maanden(id)[:6].sum() for id in delen))
    assert v.verwacht["medio"] < sum(u.waarde(id, 2023) for id in delen) / 2


def test_maanden_en_een_som_tellen_op(tmp_path):
    v = van(tmp_path, NAREIS, regel(NAREIS, "2023-01", 90), regel(NAREIS, "2023-02 t/m 2023-06", 1800))
    assert (v.gekomen, v.verwacht, v.periode) == (1890, {"minimum": 1050.0, "medio": 2100.0, "maximum": 4200.0}, "januari tot en met juni")
    assert v.afwijking == pytest.approx(-0.1)
    assert v.sleutel == "2023-01..2023-06"
    assert not v.per_maand


def test_na_maanden_die_niet_bekend_zijn_staat_een_maand_naast_die_maand(tmp_path):
    onbekend = regel(NAREIS, "2023-01 t/m 2023-02", "onbekend", "IND,2023-02-10,,niet gepubliceerd")
    v = van(tmp_path, NAREIS, onbekend, regel(NAREIS, "2023-03", 330))
    assert (v.gekomen, v.verwacht["medio"], v.periode, v.per_maand) == (330, 300.0, "maart", True)


def test_tussen_maanden_die_niet_bekend_zijn_worden_alleen_de_bekende_vergeleken(tmp_path):
    onbekend = regel(NAREIS, "2023-02", "onbekend", "IND,2023-02-10,,niet gepubliceerd")
    v = van(tmp_path, NAREIS, regel(NAREIS, "2023-01", 100), onbekend, regel(NAREIS, "2023-03", 300))
    assert (v.gekomen, v.verwacht["medio"], v.periode, v.sleutel) == (400, 400.0, "januari en maart", "2023-01+2023-03")


def test_van_een_stand_telt_de_laatste(tmp_path):
    v = van(tmp_path, STAND, regel(STAND, "2023-04-30", 500), regel(STAND, "2023-06-30", 630))
    assert (v.gekomen, v.verwacht["medio"], v.periode) == (630, 600.0, "eind juni")


def test_een_percentage_is_dat_van_de_sommen_over_de_maanden(u):
    o = LIJST.alle["ind.spoor4.inwilligingspercentage"]
    inwilligingen, beslissingen = (u.maanden(f"ind.spoor4.{wat}")[:6].sum() for wat in ("inwilligingen", "beslissingen"))
    assert over(VanModel(u), o, 2023, range(6), "medio") == pytest.approx(inwilligingen / beslissingen)


@pytest.mark.parametrize(("waarde", "reden"), [(1150, True), (850, True), (1149, False), (851, False), (1149.6, True), (1000, False)])
def test_vanaf_vijftien_procent_zoals_die_is_getoond_is_er_reden_om_te_kijken(tmp_path, waarde, reden):
    v = van(tmp_path, NAREIS, regel(NAREIS, "2023-01", waarde), verwachting=Proef(factor=1000))
    assert v.reden_om_te_kijken is reden


def test_waar_niets_werd_verwacht_is_er_geen_afwijking(tmp_path):
    v = van(tmp_path, NAREIS, regel(NAREIS, "2023-01", 5), verwachting=Proef(factor=0))
    assert (v.afwijking, v.reden_om_te_kijken) == (None, False)


def test_zonder_realisatie_is_er_niets_te_vergelijken(tmp_path):
    v = van(tmp_path, STAND, regel(NAREIS, "2023-01", 5))
    assert (v.bekend, v.te_vergelijken, v.band, v.afwijking) == ((), False, None, None)


def test_de_band_loopt_van_het_minste_tot_het_meeste_ook_als_minimum_boven_maximum_ligt(u, tmp_path):
    v = van(tmp_path, "ind.nareis.voorraad", regel("ind.nareis.voorraad", "2023-06-30", 22000), verwachting=VanModel(u))
    laag, hoog = v.band
    assert v.verwacht[laag] == min(v.verwacht.values())
    assert v.verwacht[hoog] == max(v.verwacht.values())


def test_maanden_van_voor_de_editie_tellen_niet_mee(tmp_path):
    v = van(tmp_path, NAREIS, regel(NAREIS, "2023-1", 5000), regel(NAREIS, "2023-07", 700), verwachting=Proef(begin=6))
    assert (v.gekomen, v.verwacht["medio"], v.periode) == (700, 700.0, "juli")
    assert cumulatief(Proef(begin=6), v.onderwerp, 2023, "medio")[[5, 6, 7]].tolist() == [0, 700, 1500]


def test_een_periode_aan_weerszijden_van_de_peildatum(tmp_path):
    with pytest.raises(Fout) as fout:
        eis_vergelijkbaar(lees(tmp_path, regel(NAREIS, "2023-01 t/m 2023-07", 5000)), Proef(begin=6))
    (p,) = fout.value.problemen
    assert (p.code, p.regel) == ("monitor-over-de-peildatum", 3)
    assert "1 juli 2023" in p.wat


def test_realisaties_van_een_jaar_dat_de_editie_niet_heeft(tmp_path):
    with pytest.raises(Fout) as fout:
        eis_vergelijkbaar(lees(tmp_path, regel(NAREIS, "2022-01", 5)), Proef())
    (p,) = fout.value.problemen
    assert (p.code, p.wat) == ("monitor-andere-jaren", "De realisaties gaan over 2022, en MPP proef gaat over 2023.")


def test_tot_en_met_de_laatste_maand_waarvan_iets_bekend_is(tmp_path):
    onbekend = regel(NAREIS, "2023-02", "onbekend", "IND,2023-02-10,,niet gepubliceerd")
    assert tot_en_met(lees(tmp_path, regel(NAREIS, "2023-01", 1), onbekend)) == "januari"


@given(eerste=st.integers(1, 12), erbij=st.integers(0, 11), stand=st.booleans())
def test_een_oorsprong_noemt_haar_periode(eerste, erbij, stand):
    laatste = eerste if stand else min(12, eerste + erbij)
    periode = Periode(2023, eerste, laatste, stand)
    assert uit_sleutel(periode.sleutel) == periode


def test_per_maand_van_een_som_is_de_som_van_de_delen(u):
    o = LIJST.alle["instroom.totaal_zonder_hervestiging"]
    assert per_maand(VanModel(u), o, 2023, "medio") == pytest.approx(np.sum([u.maanden(id)[:12] for id in o.delen], axis=0))
