"""The journal is only ever added to: a line that was changed, removed or moved is refused, at that line."""

import json

import pytest

from mpp.parameters import slot
from mpp.problemen import Fout
from mpp.ronde.journaal import lees_journaal
from mpp.ronde.staat import STAPPEN
from tests.ronde.stappen import OFFICIEEL, RECONSTRUCTIE, VANDAAG, anders, dag, editie, stel_vast, tot_topberaad


def regels(ps) -> list[str]:
    return slot.journaalpad(ps).read_text(encoding="utf-8").splitlines()


def schrijf(ps, nieuw: list[str]) -> None:
    slot.journaalpad(ps).write_text("\n".join(nieuw) + "\n", encoding="utf-8")


def gevonden(ps) -> list[tuple[str, str | None, int | None]]:
    with pytest.raises(Fout) as fout:
        lees_journaal(ps)
    assert all(str(p) for p in fout.value.problemen)
    return [(p.code, p.bestand, p.regel) for p in fout.value.problemen]


def test_zonder_journaal_is_een_editie_concept(tmp_path):
    journaal = lees_journaal(editie(tmp_path, OFFICIEEL))
    assert (journaal.staat, journaal.laatste, journaal.slot, journaal.versies) == ("concept", None, None, ())


def test_elke_stap_is_een_regel_met_nummer_dag_door_wie_slot_en_de_hash_van_de_regel_ervoor(tmp_path):
    ps = editie(tmp_path, OFFICIEEL)
    vast = slot.vingerafdruk_slot(slot.inhoud(ps))
    stel_vast(ps, "werkgroep", "2023-04-01")
    stel_vast(ps, "topberaad", "2023-04-28")
    eerste, tweede = lees_journaal(ps).regels
    assert (eerste.nummer, eerste.datum, eerste.stap, eerste.door) == (1, dag("2023-04-01"), STAPPEN["werkgroep"], "een voorzitter")
    assert (tweede.nummer, tweede.datum, tweede.stap) == (2, dag("2023-04-28"), STAPPEN["topberaad"])
    assert (eerste.slot, tweede.slot) == (vast, vast)
    assert (eerste.vorige, tweede.vorige) == (None, eerste.hash)
    assert len(regels(ps)) == 3


def test_een_regel_erbij_laat_de_eerdere_staan_zoals_zij_zijn(tmp_path):
    ps = editie(tmp_path, OFFICIEEL)
    stel_vast(ps, "werkgroep", "2023-04-01")
    eerder = regels(ps)
    stel_vast(ps, "topberaad", "2023-04-28")
    assert regels(ps)[: len(eerder)] == eerder


@pytest.mark.parametrize(
    ("verander", "code", "regel"),
    [
        (lambda r: [r[0], r[2]], "journaal-volgorde", 2),
        (lambda r: [r[0], r[2], r[1]], "journaal-volgorde", 2),
        (lambda r: [r[0], r[1], r[1], r[2]], "journaal-volgorde", 3),
        (lambda r: [r[0], r[1].replace("een voorzitter", "een ander"), r[2]], "journaal-gewijzigd", 3),
        (lambda r: [r[0], r[1].replace("2023-04-01", "2023-04-02"), r[2]], "journaal-gewijzigd", 3),
        (lambda r: [r[0], r[1], r[2].replace("een voorzitter", "een ander")], "journaal-anders-dan-slot", 3),
        (lambda r: [r[0], r[1]], "journaal-anders-dan-slot", 2),
        (lambda r: [r[0], r[1], r[2].replace('"door"', '"wie"')], "journaal-regel-onjuist", 3),
        (lambda r: [r[0], r[1], "- los"], "journaal-regel-onjuist", 3),
        (lambda r: ["regel: 1"], "journaal-onleesbaar", 1),
        (lambda r: [r[0], "- {a: 1"], "journaal-onleesbaar", 2),
    ],
)
def test_een_regel_die_weg_is_veranderd_of_verplaatst_wordt_geweigerd_met_haar_plaats(tmp_path, verander, code, regel):
    ps = tot_topberaad(tmp_path)
    schrijf(ps, verander(regels(ps)))
    ((gevonden_code, bestand, plek),) = gevonden(ps)
    assert (gevonden_code, bestand) == (code, "journaal.yml")
    assert plek in (regel, regel + 1)  # YAML tells of a block that is not closed on the line after


def test_een_journaal_dat_er_niet_meer_is_wordt_gemist(tmp_path):
    ps = tot_topberaad(tmp_path)
    slot.journaalpad(ps).unlink()
    assert gevonden(ps) == [("journaal-anders-dan-slot", "journaal.yml", None)]


def schakel(ps, *stappen: tuple[str, str]) -> None:
    """A journal of which the lines are bound to each other as they should, whatever they say."""
    from mpp.ronde.journaal import Journaalregel

    vorige = None
    nieuw = []
    for nummer, (stap, datum) in enumerate(stappen, start=1):
        regel = Journaalregel(nummer=nummer, datum=dag(datum), stap=stap, door="een voorzitter", slot="0" * 64, vorige=vorige)
        vorige = regel.hash
        nieuw.append(f"- {json.dumps(regel.inhoud)}")
    schrijf(ps, nieuw)
    slot.schrijf_slot(ps)


@pytest.mark.parametrize(
    ("tekst", "stappen", "code", "regel"),
    [
        (OFFICIEEL, [(STAPPEN["topberaad"], "2023-04-28")], "journaal-stap", 1),
        (OFFICIEEL, [(STAPPEN["openbaar"], "2023-04-28")], "journaal-stap", 1),
        (OFFICIEEL, [("correctie", "2023-04-28")], "journaal-stap", 1),
        (OFFICIEEL, [(STAPPEN["werkgroep"], "2023-04-01"), (STAPPEN["werkgroep"], "2023-04-02")], "journaal-stap", 2),
        (RECONSTRUCTIE, [(STAPPEN["werkgroep"], "2023-04-01")], "journaal-stap", 1),
        (OFFICIEEL, [(STAPPEN["werkgroep"], "2023-04-02"), (STAPPEN["topberaad"], "2023-04-01")], "journaal-datum", 2),
    ],
)
def test_ook_in_een_gesloten_keten_slaat_geen_stap_over(tmp_path, tekst, stappen, code, regel):
    ps = editie(tmp_path, tekst)
    schakel(ps, *stappen)
    assert gevonden(ps) == [(code, "journaal.yml", regel)]


def test_een_correctie_laat_de_staat_zoals_zij_was(tmp_path):
    ps = editie(tmp_path, OFFICIEEL)
    schakel(ps, (STAPPEN["werkgroep"], "2023-04-01"), (STAPPEN["topberaad"], "2023-04-28"), ("correctie", "2023-05-01"))
    assert lees_journaal(ps).staat == STAPPEN["topberaad"]


def test_een_ander_parameterbestand_in_dezelfde_map_heeft_een_eigen_journaal(tmp_path):
    ps = tot_topberaad(tmp_path)
    ander = tmp_path / "proef.yml"
    ander.write_text(ps.pad.read_text(encoding="utf-8"), encoding="utf-8")
    assert lees_journaal(anders(type(ps)(ps.bestand, ps.boom, ander), "2023-04-28", "2023-04-27")).staat == "concept"
    assert dag("2023-04-28") < VANDAAG
