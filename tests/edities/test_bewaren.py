"""An edition is put away whole, once, and only as it was locked."""

import datetime

import pytest

from mpp.edities.map import AANVULLING, AKKOORDEN, FEITEN, GEPUBLICEERD, JOURNAAL, RISICOS, SLOT, STUKKEN, UITKOMSTEN, Editiemap
from mpp.edities.uitkomsten import lees_uitkomsten
from mpp.padnamen import PARAMETERS
from mpp.parameters.slot import schrijf_slot
from mpp.problemen import Fout
from mpp.ronde.bewaren import bewaar
from mpp.ronde.correctie import corrigeer
from mpp.ronde.staat import Stap, nalopen
from mpp.ronde.vergrendelen import vergrendel
from mpp.uitkomsten import SCENARIOS, bereken, indicatoren
from tests.edities.volgende import kopie
from tests.ronde.stappen import maak_openbaar


@pytest.fixture
def project(tmp_path):
    return kopie(tmp_path)


def codes(u) -> list[str]:
    with pytest.raises(Fout) as fout:
        bewaar(u)
    return [p.code for p in fout.value.problemen]


def test_alle_stukken_gaan_mee_zoals_zij_zijn_en_de_wortel_blijft(project):
    correctie = project.wortel / "correcties" / "1.yml"
    correctie.parent.mkdir()
    correctie.write_text("wat: iets\n", encoding="utf-8")
    realisaties = project.wortel / "monitor" / "realisaties.csv"
    realisaties.parent.mkdir()
    realisaties.write_text("stand,2023-07-31\n", encoding="utf-8")
    (project.wortel / RISICOS).write_text("risicos: []\n", encoding="utf-8")
    maak_openbaar(project.laad())
    eerder = {pad: pad.read_bytes() for pad in project.wortel.rglob("*") if pad.is_file()}
    map_ = bewaar(project.bereken())
    assert map_ == project.wortel / "edities" / "2023-1"
    assert {pad.name for pad in map_.iterdir()} == set(STUKKEN) - {AANVULLING, FEITEN}
    for naam in (PARAMETERS, SLOT, GEPUBLICEERD, AKKOORDEN, JOURNAAL, RISICOS, "correcties/1.yml"):
        assert (map_ / naam).read_bytes() == (project.wortel / naam).read_bytes()
    assert (map_ / "realisaties.csv").read_bytes() == realisaties.read_bytes()
    assert {pad: pad.read_bytes() for pad in eerder} == eerder


def test_de_uitkomsten_zijn_wat_de_editie_publiceerde(project, u):
    map_ = Editiemap(project.wortel, bewaar(project.bereken()).name)
    gelezen = lees_uitkomsten(map_.pad(UITKOMSTEN), map_.naam(UITKOMSTEN), map_.id)
    assert gelezen == {(id, j, s): u.waarde(id, j, s) for id in indicatoren("intern") for j in u.jaren for s in SCENARIOS}


def test_een_editie_waarvan_nog_niets_is_verteld_krijgt_een_kop(project):
    (project.wortel / GEPUBLICEERD).unlink()
    maak_openbaar(project.laad())
    tekst = (bewaar(project.bereken()) / GEPUBLICEERD).read_text(encoding="utf-8")
    assert tekst == 'editie: {id: "2023-1", naam: "MPP 2023-1", openbaar: 2023-04-28}\ncijfers: []\n'


def test_van_een_concept_wordt_geen_uitkomst_bewaard_en_geen_dag_waarop_zij_openbaar_werd(project):
    for naam in (JOURNAAL, GEPUBLICEERD):
        (project.wortel / naam).unlink()
    schrijf_slot(project.laad())
    map_ = bewaar(project.bereken())
    assert not (map_ / UITKOMSTEN).exists()
    assert (map_ / GEPUBLICEERD).read_text(encoding="utf-8") == 'editie: {id: "2023-1", naam: "MPP 2023-1"}\ncijfers: []\n'
    assert list(Editiemap(project.wortel, map_.name).toets()) == []


@pytest.mark.parametrize("stuk", [UITKOMSTEN, SLOT, AKKOORDEN])
def test_een_stuk_dat_weg_is_of_anders_dan_toen_wordt_gemeld(project, stuk):
    u = project.bereken()
    map_ = Editiemap(project.wortel, bewaar(u).name)
    assert list(map_.toets()) == []
    met = map_.pad(stuk).read_bytes()
    map_.pad(stuk).write_bytes(met + b"#\n")
    assert [(p.code, p.bestand) for p in map_.toets()] == [("editie-stuk-gewijzigd", f"edities/2023-1/{stuk}")]
    map_.pad(stuk).unlink()
    assert {p.code for p in map_.toets()} == {"editie-stuk-ontbreekt"}


def test_wat_later_over_een_editie_bekend_wordt_mag_erbij(project):
    map_ = Editiemap(project.wortel, bewaar(project.bereken()).name)
    with map_.pad(GEPUBLICEERD).open("a", encoding="utf-8") as uit:
        uit.write("# later bekend\n")
    assert list(map_.toets()) == []


def test_een_editie_wordt_een_keer_bewaard(project):
    u = project.bereken()
    map_ = bewaar(u)
    (map_ / GEPUBLICEERD).write_text("van toen", encoding="utf-8")
    assert codes(u) == ["editie-bestaat"]
    assert (map_ / GEPUBLICEERD).read_text(encoding="utf-8") == "van toen"


def test_wat_niet_is_vergrendeld_wordt_niet_bewaard(project):
    (project.wortel / SLOT).unlink()
    assert codes(project.bereken()) == ["editie-niet-vergrendeld"]
    assert not (project.wortel / "edities" / "2023-1").exists()


def test_wat_na_het_vergrendelen_is_gewijzigd_wordt_niet_bewaard(project):
    tekst = project.parameters.read_text(encoding="utf-8")
    project.parameters.write_text(tekst.replace("zaad: 20230428", "zaad: 20230429"), encoding="utf-8")
    assert codes(project.bereken()) == ["editie-slot-past-niet"]


def test_een_bewaring_die_mislukt_laat_niets_achter(project, monkeypatch):
    u = project.bereken()
    eerder = sorted(project.wortel.rglob("*"))

    def mislukt(*_):
        raise OSError("de schijf is vol")

    monkeypatch.setattr("mpp.plaatsen._wissel", mislukt)
    assert codes(u) == ["uitvoer-onschrijfbaar"]
    assert sorted(project.wortel.rglob("*")) == eerder


def test_een_weggelegde_editie_wordt_niet_meer_vergrendeld_vastgesteld_of_gecorrigeerd(project):
    bewaar(project.bereken())
    ps = Editiemap(project.wortel, "2023-1").laad()
    dag = datetime.date(2023, 6, 1)
    for stap in (
        lambda: vergrendel(ps),
        lambda: corrigeer(ps, "correctie", "Een ander cijfer.", "Het was fout.", dag, "APM", dag),
        lambda: nalopen(bereken(ps), Stap("openbaar", "APM", dag), dag, None),
    ):
        with pytest.raises(Fout) as fout:
            stap()
        assert [(p.code, p.bestand) for p in fout.value.problemen] == [("editie-weggelegd", "edities/2023-1/parameters.yml")]
