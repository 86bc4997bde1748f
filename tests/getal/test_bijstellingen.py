"""The adjustments since the previous edition, as a chapter tells them: numbers with their origin, words that follow from them."""

import re

import pytest

from mpp.edities.oorzaken import oorzaken
from mpp.edities.vergelijking import HOOFDINDICATOREN
from mpp.getal import bijstellingen
from mpp.getal.bijstellingen import (
    al_dan_niet,
    bijstelling,
    drempel,
    effect,
    gepubliceerd_vorig,
    grootste_oorzaak,
    herrekening,
    niet_significant,
    p_vorig,
    relatief,
    tabel_oorzaken,
    tabel_significant,
    vorig,
)
from mpp.getal.cijfers import n
from mpp.getal.getal import Getal
from mpp.getal.gewijzigd import tabel_gewijzigd
from mpp.problemen import Fout
from mpp.uitkomsten import indicator
from mpp.weergave.afronding import rond


def markdown(cel) -> str:
    return cel if isinstance(cel, str) else cel._repr_markdown_()


def test_vergeleken_wordt_met_wat_hetzelfde_model_voor_de_vorige_editie_geeft(u):
    """Occupancy and capacity are one figure over the other: they change alike."""
    assert gepubliceerd_vorig("coa.capaciteit", 2023, u=u).waarde == 75544
    assert vorig("coa.capaciteit", 2023, u=u).waarde == pytest.approx(75544 + effect("coa.capaciteit", 2023, "model", u=u).waarde)
    assert herrekening("coa.capaciteit", 2023, u=u).waarde == pytest.approx(effect("coa.capaciteit", 2023, "model", u=u).waarde)
    assert relatief("coa.bezetting", 2023, u=u).waarde == pytest.approx(relatief("coa.capaciteit", 2023, u=u).waarde)
    with pytest.raises(Fout) as fout:
        gepubliceerd_vorig("coa.bezetting", 2023, u=u)
    assert [p.code for p in fout.value.problemen] == ["getal-gepubliceerd-onbekend"]


def test_een_getal_noemt_de_edities_en_het_deel_waar_het_van_is(u):
    getal = effect("instroom.totaal", 2023, "prognose", u=u)
    assert (getal.bron, getal.sleutel) == ("verschil:2022-2:instroom.totaal:prognose", "2023|medio")
    assert p_vorig("ind.spoor4.beginvoorraad", u=u).bron == "verschil:2022-2:ind.spoor4.beginvoorraad:parameter"
    with pytest.raises(Fout) as fout:
        p_vorig("ind.spoor4.beginvoorraad", 2023, u=u)
    assert [p.code for p in fout.value.problemen] == ["getal-periode-onbekend"]


def test_de_bijstelling_is_nieuw_min_vorig(u):
    for id in HOOFDINDICATOREN:
        assert bijstelling(id, 2024, u=u).waarde == pytest.approx(n(id, 2024, u=u).waarde - vorig(id, 2024, u=u).waarde)


def test_het_verschil_van_een_aandeel_is_in_procentpunten(u):
    assert vorig("ind.spoor4.buiten_termijn", 2023, u=u).eenheid == "aandeel"
    assert bijstelling("ind.spoor4.buiten_termijn", 2023, u=u).eenheid == "procentpunt"


def test_een_oorzaak_waarin_niets_is_gewijzigd_heeft_geen_effect(u):
    assert effect("instroom.totaal", 2023, "voogdij", u=u).waarde == 0
    with pytest.raises(KeyError):
        effect("instroom.totaal", 2023, "weer", u=u)


def test_significant_is_meer_dan_de_drempel(u, monkeypatch):
    for grens in (0.0, 0.05, 0.2, 9.0):
        monkeypatch.setattr(bijstellingen, "DREMPEL", grens)
        getoond = [markdown(rij[0]) for rij in tabel_significant(2023, u=u).rijen]
        verwacht = [id for id in HOOFDINDICATOREN if abs(relatief(id, 2023, u=u).waarde) > grens]
        assert getoond == [f"{indicator(id).naam} ({indicator(id).eenheid})" for id in verwacht]
        assert drempel().waarde == grens
        for id in HOOFDINDICATOREN:
            assert al_dan_niet(id, 2023, u=u).tekst == f"{'een' if id in verwacht else 'geen'} significante bijstelling"
            assert (indicator(id).naam.lower() in niet_significant(2023, u=u).tekst.lower()) or id in verwacht
    assert "geen" not in niet_significant(2023, u=u).tekst
    monkeypatch.setattr(bijstellingen, "DREMPEL", 0.0)
    assert niet_significant(2023, u=u).tekst == "geen"


def test_een_verschil_dat_door_afronding_anders_leest_wordt_gezegd(u, monkeypatch):
    tabel = tabel_significant(2023, u=u)
    sluit = [rij[3].afgerond - rij[2].afgerond == float(rond(rij[4].waarde, rij[4].op)) for rij in tabel.rijen]
    assert not all(sluit)
    assert "Door afronding is een verschil niet overal dat van de getoonde waarden." in tabel.noten
    nu, toen = (Getal(waarde, "personen", 10.0, "proef") for waarde in (1000.0, 500.0))
    monkeypatch.setattr(bijstellingen, "n", lambda *_, **__: nu)
    monkeypatch.setattr(bijstellingen, "vorig", lambda *_, **__: toen)
    assert not any("afronding" in noot for noot in tabel_significant(2023, u=u).noten)


def test_een_bijstelling_naar_beneden_heeft_een_min(u):
    rijen = {markdown(rij[0]): rij for rij in tabel_significant(2023, u=u).rijen}
    verschil, relatief_ = rijen["Instroom BNTB (zaken)"][4:6]
    assert (verschil.tekst[0], relatief_.tekst[0]) == ("−", "−")
    assert rijen["Totale asielinstroom (personen)"][5].tekst.startswith("+")


def test_de_grootste_oorzaak_werkt_in_de_richting_van_de_bijstelling_en_is_een_oorzaak(u):
    assert grootste_oorzaak("instroom.totaal", 2023, u=u).tekst == "toekomstscenario's"
    for id in HOOFDINDICATOREN:
        assert grootste_oorzaak(id, 2023, u=u).waarde * bijstelling(id, 2023, u=u).waarde >= 0
        assert "herrekening" not in grootste_oorzaak(id, 2023, u=u).tekst


def test_een_oorzaak_herhaalt_niet_de_naam_van_wat_zij_verklaart():
    """Words of five letters or more: amv is what both are about."""

    def woorden(naam):
        return set(re.findall(r"[a-z]{5,}", naam.lower()))

    for oorzaak in oorzaken().values():
        for id in HOOFDINDICATOREN:
            assert not woorden(oorzaak.naam) & woorden(indicator(id).naam), (oorzaak.naam, indicator(id).naam)


def test_de_tabel_van_oorzaken_loopt_van_gepubliceerd_over_herrekend_naar_deze_editie(u):
    tabel = tabel_oorzaken(["instroom.totaal", "coa.capaciteit", "ind.asiel.voorraad"], 2023, u=u)
    gepubliceerd, stap, herrekend, *oorzaken_, laatste = tabel.rijen
    assert [markdown(rij[0]).rpartition(", ")[2] for rij in (gepubliceerd, herrekend)] == ["eigen uitkomst", "herrekend"]
    assert stap[0] == "Verschil met de herrekening"
    assert (gepubliceerd[3], stap[3]) == ("·", "·")
    assert gepubliceerd[2].waarde + stap[2].waarde == pytest.approx(herrekend[2].waarde)
    for kolom, id in ((1, "instroom.totaal"), (2, "coa.capaciteit"), (3, "ind.asiel.voorraad")):
        assert laatste[kolom].waarde == n(id, 2023, u=u).waarde
        assert herrekend[kolom].waarde + sum(rij[kolom].waarde for rij in oorzaken_) == pytest.approx(laatste[kolom].waarde, abs=10)
    assert "Verschil met de herrekening" not in [rij[0] for rij in oorzaken_]
    assert oorzaken_[0][1].tekst.startswith("+")
    assert any(rij[2].tekst.startswith("−") for rij in oorzaken_)


def test_gewijzigde_waarden_komen_met_hun_grondslag(u):
    rijen = {markdown(rij[0]): rij for rij in tabel_gewijzigd(u=u).rijen}
    assert "**Beginstanden**" in rijen
    voorraad = next(rij for naam, rij in rijen.items() if "Voorraad spoor 4" in naam)
    assert [deel in voorraad[i] for i, deel in ((1, "27.080"), (2, "31.470"), (3, "ind-2022-11"))] == [True] * 3
    productie = next(rij for naam, rij in rijen.items() if "spoor 1 (zaken)" in naam and "Prognoseplan" in naam)
    assert ">2025–2027</span>" in productie[2]
    assert productie[3].startswith("Aanname: ")
