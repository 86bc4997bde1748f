"""When the model has come to read a parameter, an edition from before it stays readable as data, and is run again once it has a value."""

import json
import re

import pytest

from mpp.edities.eerder import eerdere_edities, laad_editie
from mpp.edities.kant import lees_kant
from mpp.edities.map import AANVULLING, INHOUD, Editiemap, hashes
from mpp.edities.vergelijking import Vergelijking, met_vorige
from mpp.padnamen import PARAMETERS
from mpp.problemen import Fout
from mpp.uitgave.nakijken import _eerder
from tests.edities.volgende import kopie

WEG = "gemeenten.realisatiegraad"


@pytest.fixture
def project(tmp_path):
    return kopie(tmp_path)


@pytest.fixture
def vorige(project):
    """The folder of MPP 2022-2, from before the model read one of its parameters; and the record of that parameter."""
    map_ = Editiemap(project.wortel, "2022-2")
    record = _record(map_, WEG)
    map_.pad(PARAMETERS).write_text(map_.pad(PARAMETERS).read_text(encoding="utf-8").replace(record, ""), encoding="utf-8")
    return map_, _los(record)


def _record(map_: Editiemap, id: str) -> str:
    """The record of a parameter in the file of an edition, as it stands there."""
    tekst = map_.pad(PARAMETERS).read_text(encoding="utf-8")
    return re.search(rf"^  - id: {re.escape(id)}\n(?:    .*\n|\n)+", tekst, re.MULTILINE)[0]


def _los(record: str) -> str:
    """The same for another file: what its anchors stand for written out."""
    return re.sub(r"\*(?:overgenomen|later)\w*", "Zoals in de editie erna.", record)


def codes(doe) -> list[tuple[str, str]]:
    with pytest.raises(Fout) as fout:
        doe()
    return [(p.code, p.bestand) for p in fout.value.problemen]


def test_zonder_waarde_wordt_genoemd_welke_parameter_er_ontbreekt_en_waar_zij_hoort(project, vorige):
    with pytest.raises(Fout) as fout:
        met_vorige(project.bereken())
    (p,) = fout.value.problemen
    assert (p.code, p.bestand, WEG in p.wat) == ("editie-parameter-ontbreekt", "edities/2022-2/aanvulling.yml", True)


def test_van_een_editie_waarmee_niet_wordt_vergeleken_hoeft_er_geen_waarde_te_zijn(project, vorige):
    ps = project.laad()
    assert [p.code for p in _eerder(ps)] == ["editie-parameter-ontbreekt"]
    assert _eerder(ps.met_editie(vorige="2022-1")) == []


def test_wat_zij_publiceerde_wordt_ook_zonder_waarde_gelezen(project, vorige, u):
    assert eerdere_edities(project.laad())["2022-2"].cijfers == eerdere_edities(u.ps)["2022-2"].cijfers


def test_met_de_waarde_in_een_aanvulling_wordt_zij_herrekend_en_haar_eigen_bestand_blijft(project, vorige, u, mpp, monkeypatch):
    map_, record = vorige
    voor = map_.pad(PARAMETERS).read_bytes()
    map_.pad(AANVULLING).write_text(f"parameters:\n{record}", encoding="utf-8")
    assert list(map_.toets()) == []
    ps = project.laad()
    nu, toen = (Vergelijking(*(lees_kant(id, basis) for id in ("2022-2", "2023-1"))) for basis in (ps, u.ps))
    assert nu.verschil("coa.bezetting", 2024).effecten == pytest.approx(toen.verschil("coa.bezetting", 2024).effecten)
    assert map_.pad(PARAMETERS).read_bytes() == voor
    monkeypatch.chdir(project.wortel)
    assert mpp("explain", "coa.bezetting", "2024", "--depth", "0", "--parameters", "edities/2022-2/parameters.yml").code == 0


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        ("iets: 1\n", "editie-aanvulling-onjuist"),
        ("- iets\n", "editie-aanvulling-onjuist"),
        ("parameters:\n  - {id: coa.leegstand}\n", "editie-aanvulling-dubbel"),
        ("bronnen:\n  nos-2022-11: {titel: x}\n", "editie-aanvulling-dubbel"),
        (f"parameters:\n  - {{id: {WEG}}}\n", "parameters-sleutel-ontbreekt"),
    ],
)
def test_in_een_aanvulling_staat_alleen_wat_ontbreekt_en_dat_heel(project, vorige, inhoud, code):
    map_, _ = vorige
    bekend = next(id for id in map_.laad().parameters if id != WEG)
    map_.pad(AANVULLING).write_text(inhoud.replace("coa.leegstand", bekend), encoding="utf-8")
    assert (code, "edities/2022-2/aanvulling.yml") in codes(lambda: laad_editie(map_))


def test_wat_het_model_niet_meer_leest_staat_een_weggelegde_editie_niet_in_de_weg(project):
    map_ = Editiemap(project.wortel, "2022-2")
    tekst = map_.pad(PARAMETERS).read_text(encoding="utf-8")
    map_.pad(PARAMETERS).write_text(tekst.replace(f"  - id: {WEG}\n", f"  - id: {WEG}_oud\n"), encoding="utf-8")
    assert ("editie-parameter-ontbreekt", "edities/2022-2/aanvulling.yml") in codes(lambda: laad_editie(map_))
    eigen = _los(_record(map_, f"{WEG}_oud").replace(f"{WEG}_oud", WEG))
    map_.pad(AANVULLING).write_text(f"parameters:\n{eigen}", encoding="utf-8")
    assert ("parameter-ongelezen", "edities/2022-2/parameters.yml") in codes(lambda: laad_editie(map_))
    stukken = {pad.relative_to(map_.map).as_posix(): pad.read_bytes() for pad in map_.map.rglob("*") if pad.is_file()}
    map_.pad(INHOUD).write_text(json.dumps(hashes(stukken)), encoding="utf-8")
    assert WEG in laad_editie(map_).parameters
    assert f"{WEG}_oud" not in laad_editie(map_).parameters
