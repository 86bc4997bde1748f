"""The lock holds until something that decides the numbers changes, and then says what."""

import json
from pathlib import Path

import pytest

from mpp.parameters import laad, slot
from tests.parameters.test_laden import GOED


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    pad = tmp_path / "parameters.yml"
    pad.write_text(GOED, encoding="utf-8")
    return pad


def test_zonder_slot_geen_vergrendeling(pad):
    assert slot.controleer_slot(laad(pad)) == ["er is geen parameters.lock; de parameters zijn niet vergrendeld"]


def test_een_vers_slot_houdt_ook_na_een_andere_opmaak(pad):
    slot.schrijf_slot(laad(pad))
    pad.write_text("# opmerking\n" + GOED, encoding="utf-8")
    assert slot.controleer_slot(laad(pad)) == []


def test_een_gewijzigde_parameter_verbreekt_het_slot(pad):
    slot.schrijf_slot(laad(pad))
    pad.write_text(GOED.replace("laag: 0.7,", "laag: 0.71,"), encoding="utf-8")
    assert slot.controleer_slot(laad(pad)) == ["de parameters zijn gewijzigd na het vergrendelen; anders: ind.inwilliging"]


def test_het_slot_zegt_wat_er_is_bijgekomen_en_wat_weg_is(pad):
    slot.schrijf_slot(laad(pad))
    anders = GOED.replace("id: ind.afwijzing", "id: ind.afgewezen").replace("[ind.afwijzing]", "[ind.afgewezen]")
    bron = "bronnen:\n  ind-2022: {titel: a, uitgever: b, datum: 2022, soort: ngo}"
    pad.write_text(anders.replace("bronnen:", bron), encoding="utf-8")
    (reden,) = slot.controleer_slot(laad(pad))
    assert reden.endswith("; anders: bronnen, ind.inwilliging; nieuw: ind.afgewezen; verwijderd: ind.afwijzing")


def test_van_een_lange_lijst_worden_de_eerste_genoemd(pad):
    slot.schrijf_slot(laad(pad))
    realisaties = "".join(
        f"\n  - {{id: dtv.r{i}, label: Dossiers, eenheid: dossiers, eigenaar: DT&V, periode: jaar, bron: ind-2023, waarden: {{2022: 1}}}}"
        for i in range(20)
    )
    pad.write_text(GOED.replace("realisaties: []", f"realisaties:{realisaties}"), encoding="utf-8")
    (reden,) = slot.controleer_slot(laad(pad))
    assert reden.endswith("realisatie:dtv.r10, realisatie:dtv.r11 en 8 andere")


def test_een_ander_model_of_andere_versie_verbreekt_het_slot(pad, monkeypatch):
    slot.schrijf_slot(laad(pad))
    monkeypatch.setattr(slot, "__version__", "0.0.1")
    monkeypatch.setattr(slot, "_REKENKAMERS", ("prognose",))
    assert slot.controleer_slot(laad(pad)) == [
        "de versie van mpp is anders dan bij het vergrendelen",
        "het rekenmodel is gewijzigd na het vergrendelen",
    ]


@pytest.mark.parametrize("naam", ["edities/2022-2.yml", "edities/parameters/2022-2.yml", "toetsing/2022.yml"])
def test_een_andere_eerdere_editie_of_terugblik_verbreekt_het_slot(pad, tmp_path, monkeypatch, naam):
    monkeypatch.chdir(tmp_path)
    slot.schrijf_slot(laad(pad))
    (tmp_path / naam).parent.mkdir(parents=True)
    (tmp_path / naam).write_text("cijfers: []\n", encoding="utf-8")
    assert slot.controleer_slot(laad(pad)) == ["de eerdere edities of de terugblikken zijn gewijzigd na het vergrendelen"]


def test_elke_regel_van_het_slot_heeft_haar_reden(pad):
    """Of each thing that the lock records a change is told; which values changed is told with the parameters."""
    ps = laad(pad)
    vast = slot.inhoud(ps)
    assert len(set(slot._REDENEN.values())) == len(vast) - 1
    for sleutel in vast.keys() - {"waarden"}:
        slot.slotpad(ps).write_text(json.dumps({**vast, sleutel: "iets anders"}), encoding="utf-8")
        (reden,) = slot.controleer_slot(ps)
        assert reden.startswith(slot._REDENEN[sleutel])


def test_een_variant_verbreekt_het_slot_niet(pad, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    slot.schrijf_slot(laad(pad))
    (tmp_path / "varianten").mkdir()
    (tmp_path / "varianten" / "baa.yml").write_text("variant: {}\n", encoding="utf-8")
    assert slot.controleer_slot(laad(pad)) == []


def test_een_onleesbaar_slot_telt_niet(pad):
    slot.slotpad(laad(pad)).write_text("geen json", encoding="utf-8")
    assert slot.controleer_slot(laad(pad)) == ["parameters.lock is onleesbaar"]
    slot.slotpad(laad(pad)).write_text("[]", encoding="utf-8")
    assert slot.controleer_slot(laad(pad)) == ["parameters.lock heeft niet de vorm van een slot van deze versie"]


def test_twee_keer_vergrendelen_geeft_dezelfde_bytes(pad):
    eerste = slot.schrijf_slot(laad(pad)).read_bytes()
    assert slot.schrijf_slot(laad(pad)).read_bytes() == eerste


def test_een_slot_op_niets_is_geen_slot(pad, monkeypatch, tmp_path):
    monkeypatch.setattr(slot, "_PAKKET", tmp_path / "mpp")
    with pytest.raises(FileNotFoundError):
        slot.inhoud(laad(pad))
