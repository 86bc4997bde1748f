"""Variants are no part of an adopted edition and may change after it; who read one must be able to see that, and why."""

import pytest

from mpp.getal.correcties import herzieningen
from mpp.parameters import slot
from mpp.problemen import Fout
from mpp.ronde.correctie import corrigeer
from mpp.ronde.journaal import HERZIEN, lees_journaal
from mpp.ronde.vergrendelen import Herziening, vergrendel
from tests.editie import proefuitkomsten
from tests.ronde.stappen import VANDAAG, anders, dag, status_van, tot_topberaad

WAAROM = "De capaciteit stond in plekken, niet in mensen."


def herziening(waarom=WAAROM, door="APM", dag_="2023-05-03") -> Herziening:
    return Herziening(waarom, door, dag(dag_), VANDAAG)


@pytest.fixture
def ps(tmp_path):
    """An adopted edition with a variant that is in its lock."""
    ps = tot_topberaad(tmp_path)
    variant(ps, "baa", "variant: {}\n")
    vergrendel(ps)
    return ps


def variant(ps, naam: str, tekst: str) -> None:
    pad = ps.wortel / "varianten" / f"{naam}.yml"
    pad.parent.mkdir(exist_ok=True)
    pad.write_text(tekst, encoding="utf-8")


def codes(fout) -> list[str]:
    return [p.code for p in fout.value.problemen]


def test_een_variant_die_na_de_vaststelling_is_gewijzigd_wordt_niet_zonder_reden_vergrendeld(ps):
    variant(ps, "baa", "variant: {titel: anders}\n")
    eerder = slot.slotpad(ps).read_bytes()
    with pytest.raises(Fout) as fout:
        vergrendel(ps)
    (gevonden,) = fout.value.problemen
    assert (gevonden.code, gevonden.bestand, "--waarom" in gevonden.remedie) == ("lock-varianten", "varianten/baa.yml", True)
    assert slot.slotpad(ps).read_bytes() == eerder


def test_de_reden_komt_in_het_journaal_en_de_editie_blijft_wat_zij_is(ps):
    eerder = lees_journaal(ps)
    variant(ps, "baa", "variant: {titel: anders}\n")
    vergrendel(ps, herziening())
    journaal = lees_journaal(ps)
    regel = journaal.laatste
    assert (regel.stap, regel.varianten, regel.waarom, regel.door) == (HERZIEN, ("varianten/baa.yml",), WAAROM, "APM")
    assert (journaal.staat, journaal.slot, journaal.versies, journaal.route) == (eerder.staat, eerder.slot, (), eerder.route)
    status = status_van(ps)
    assert (status.concept, status.redenen_varianten, status.versie) == (False, (), "")


def test_haar_document_zegt_wanneer_en_waarom_zij_is_herzien_en_dat_van_een_ander_niet(ps):
    variant(ps, "baa", "variant: {titel: anders}\n")
    vergrendel(ps, herziening())
    u = proefuitkomsten(ps)
    assert [naam.tekst for naam in herzieningen("baa.yml", u=u)] == [f"Herzien op 3 mei 2023: {WAAROM}"]
    assert herzieningen("nareis.yml", u=u) == ()


def test_een_variant_die_verdwijnt_staat_ook_in_het_journaal_en_een_die_erbij_komt_niet(ps):
    (ps.wortel / "varianten" / "baa.yml").unlink()
    variant(ps, "nareis", "variant: {}\n")
    vergrendel(ps, herziening())
    assert lees_journaal(ps).laatste.varianten == ("varianten/baa.yml",)


def test_een_correctie_noemt_de_varianten_die_tegelijk_zijn_gewijzigd(ps):
    variant(ps, "baa", "variant: {titel: anders}\n")
    ps = anders(ps, "laag: 0.7,", "laag: 0.71,")
    corrigeer(ps, "correctie", "De ondergrens was verkeerd.", "Een tikfout in de invoer.", dag("2023-05-03"), "APM", VANDAAG)
    regel = lees_journaal(ps).laatste
    assert (regel.versie, regel.varianten) == ("2023-1.1", ("varianten/baa.yml",))


@pytest.mark.parametrize(
    ("gegeven", "code"),
    [
        ({"waarom": "nvt"}, "opgave-zegt-niets"),
        ({"door": "-"}, "opgave-zegt-niets"),
        ({"dag_": "2023-04-01"}, "datum-voor-vorige-stap"),
        ({"dag_": "2024-01-01"}, "datum-in-toekomst"),
    ],
)
def test_een_reden_een_naam_en_een_dag_die_niet_kunnen_worden_geweigerd(ps, gegeven, code):
    variant(ps, "baa", "variant: {titel: anders}\n")
    with pytest.raises(Fout) as fout:
        vergrendel(ps, herziening(**gegeven))
    assert codes(fout) == [code]
    assert lees_journaal(ps).laatste.stap != HERZIEN


def test_in_een_concept_wordt_een_gewijzigde_variant_gewoon_vergrendeld(tmp_path):
    from tests.ronde.stappen import OFFICIEEL, editie

    ps = editie(tmp_path, OFFICIEEL)
    variant(ps, "baa", "variant: {}\n")
    vergrendel(ps)
    variant(ps, "baa", "variant: {titel: anders}\n")
    vergrendel(ps)
    assert lees_journaal(ps).regels == ()
