"""The adjustments since the previous edition, as a chapter tells them: numbers with their origin, words that follow from them."""

from pathlib import Path

import pytest

from mpp.getal import bijstellingen, n
from mpp.getal.bijstellingen import (
    al_dan_niet,
    bijstelling,
    drempel,
    effect,
    grootste_oorzaak,
    niet_significant,
    p_vorig,
    relatief,
    tabel_gewijzigd,
    tabel_oorzaken,
    tabel_significant,
    vorig,
    vorig_berekend,
)
from mpp.problemen import Fout
from mpp.uitkomsten import indicator
from mpp.uitkomsten.vergelijking import HOOFDINDICATOREN

WORTEL = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _in_het_project(monkeypatch):
    monkeypatch.chdir(WORTEL)
    monkeypatch.delenv("MPP_PARAMETERS", raising=False)


def markdown(cel) -> str:
    return cel if isinstance(cel, str) else cel._repr_markdown_()


def test_een_gepubliceerd_cijfer_is_de_vorige_waarde():
    assert vorig("coa.capaciteit", 2023).waarde == 75544
    assert vorig_berekend("coa.capaciteit", 2023).waarde == pytest.approx(75544 + effect("coa.capaciteit", 2023, "model").waarde)
    assert vorig_berekend("coa.bezetting", 2023).waarde == vorig("coa.bezetting", 2023).waarde


def test_een_getal_noemt_de_edities_en_het_deel_waar_het_van_is():
    getal = effect("instroom.totaal", 2023, "prognose")
    assert (getal.bron, getal.sleutel) == ("verschil:2022-2:instroom.totaal:prognose", "2023|medio")
    assert p_vorig("ind.spoor4.beginvoorraad").bron == "verschil:2022-2:ind.spoor4.beginvoorraad:parameter"
    with pytest.raises(Fout) as fout:
        p_vorig("ind.spoor4.beginvoorraad", 2023)
    assert [p.code for p in fout.value.problemen] == ["getal-periode-onbekend"]


def test_de_bijstelling_is_nieuw_min_vorig():
    for id in HOOFDINDICATOREN:
        assert bijstelling(id, 2024).waarde == pytest.approx(n(id, 2024).waarde - vorig(id, 2024).waarde)


def test_het_verschil_van_een_aandeel_is_in_procentpunten():
    assert vorig("ind.spoor4.buiten_termijn", 2023).eenheid == "aandeel"
    assert bijstelling("ind.spoor4.buiten_termijn", 2023).eenheid == "procentpunt"


def test_een_oorzaak_waarin_niets_is_gewijzigd_heeft_geen_effect():
    assert effect("instroom.totaal", 2023, "voogdij").waarde == 0
    with pytest.raises(KeyError):
        effect("instroom.totaal", 2023, "weer")


def test_significant_is_meer_dan_de_drempel(monkeypatch):
    for grens in (0.0, 0.05, 0.2, 9.0):
        monkeypatch.setattr(bijstellingen, "DREMPEL", grens)
        getoond = [markdown(rij[0]) for rij in tabel_significant(2023).rijen]
        verwacht = [id for id in HOOFDINDICATOREN if relatief(id, 2023).waarde > grens]
        assert getoond == [f"{indicator(id).naam} ({indicator(id).eenheid})" for id in verwacht]
        assert drempel().waarde == grens
        for id in HOOFDINDICATOREN:
            assert al_dan_niet(id, 2023).tekst == f"{'een' if id in verwacht else 'geen'} significante bijstelling"
            assert (indicator(id).naam.lower() in niet_significant(2023).tekst.lower()) or id in verwacht
    assert "geen" not in niet_significant(2023).tekst


def test_de_grootste_oorzaak_werkt_in_de_richting_van_de_bijstelling():
    assert grootste_oorzaak("instroom.totaal", 2023).tekst == "eerste asielinstroom"
    for id in HOOFDINDICATOREN:
        assert grootste_oorzaak(id, 2023).waarde * bijstelling(id, 2023).waarde >= 0


def test_de_tabel_van_oorzaken_loopt_van_vorig_naar_deze_editie():
    tabel = tabel_oorzaken(["instroom.totaal", "coa.capaciteit"], 2023)
    eerste, *oorzaken, laatste = tabel.rijen
    assert markdown(eerste[0]).endswith(">MPP 2022-2</span>`{=html}")
    assert markdown(eerste[2]).endswith(r"\*")
    assert laatste[1].waarde == n("instroom.totaal", 2023).waarde
    for kolom, id in ((1, "instroom.totaal"), (2, "coa.capaciteit")):
        assert sum(rij[kolom].waarde for rij in oorzaken) == pytest.approx(bijstelling(id, 2023).waarde, abs=10)
    assert oorzaken[0][1].tekst.startswith("+")
    assert any(rij[2].tekst.startswith("−") for rij in oorzaken)


def test_gewijzigde_waarden_komen_met_hun_grondslag():
    rijen = {markdown(rij[0]): rij for rij in tabel_gewijzigd().rijen}
    assert "**Beginstanden**" in rijen
    voorraad = next(rij for naam, rij in rijen.items() if "Voorraad spoor 4" in naam)
    assert [deel in voorraad[i] for i, deel in ((1, "27.080"), (2, "31.470"), (3, "ind-2022-11"))] == [True] * 3
    productie = next(rij for naam, rij in rijen.items() if "spoor 1 (zaken)" in naam and "Prognoseplan" in naam)
    assert ">2025–2027</span>" in productie[2]
    assert productie[3].startswith("Aanname: ")
