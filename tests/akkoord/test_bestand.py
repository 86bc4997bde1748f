"""`akkoorden.yml` is read whole or refused with every problem, each with its line."""

import pytest

from mpp.parameters.akkoordbestand import leeg
from mpp.parameters.slot import controleer_slot, schrijf_slot
from mpp.problemen import Fout
from mpp.uitkomsten.invoer import toets_invoer
from tests.akkoord.conftest import KOP, rij


def problemen(editie, akkoorden: str):
    with pytest.raises(Fout) as fout:
        editie(akkoorden=akkoorden)
    assert {p.bestand for p in fout.value.problemen} == {"akkoorden.yml"}
    return fout.value.problemen


@pytest.mark.parametrize("leeg", ["door", "datum", "hash", "besluit", "organisatie"])
def test_een_akkoord_zegt_wie_het_gaf_wanneer_en_op_welke_waarde(editie, u, leeg):
    (p,) = problemen(editie, f"invoer:\n{rij(u.ps, **{leeg: ''})}")
    assert (p.code, p.regel) == ("parameters-sleutel-ontbreekt", 4)
    assert leeg in p.wat


@pytest.mark.parametrize(
    "naam", ['" "', '"?"', "n.n.b.", "onbekend", "N.v.t.", '"-"', "nader te bepalen", "nog in te vullen", "TBD", "xx", "x", "2023"]
)
def test_een_naam_is_een_naam(editie, u, naam):
    (p,) = problemen(editie, f"invoer:\n{rij(u.ps, door=naam)}")
    assert (p.code, p.regel) == ("parameters-waarde-ongeldig", 4)
    assert "door" in p.wat


@pytest.mark.parametrize("naam", ["A. Bakker", "J. de Niet", "Li", "directeur COA", "Bo te Water"])
def test_wat_een_naam_is_mag(editie, u, naam):
    assert editie(akkoorden=f"invoer:\n{rij(u.ps, door=naam)}").ps.akkoorden.laatste


@pytest.mark.parametrize(
    ("akkoorden", "code", "regel"),
    [
        ({"datum": "2024-04-29"}, "tijd-kan-niet", 4),
        ({"datum": "2021-12-01"}, "tijd-kan-niet", 4),
        ({"datum": "2023-02-30"}, "dag-bestaat-niet", 4),
        ({"datum": "soms"}, "parameters-waarde-ongeldig", 4),
        ({"besluit": "misschien"}, "parameters-waarde-ongeldig", 4),
        ({"hash": "abc"}, "parameters-waarde-ongeldig", 4),
        ({"besluit": "nee"}, "akkoord-zonder-reden", 4),
        ({"organisatie": "INDD"}, "parameters-waarde-ongeldig", 4),
        ({"organisatie": "BZ"}, "akkoord-andere-organisatie", 4),
        ({"parameter": "ind.inwilligin"}, "akkoord-parameter-onbekend", 4),
        ({"kleur": "rood"}, "parameters-sleutel-onbekend", 4),
        ({"opmerking": '"=HYPERLINK(1)"'}, "tekst-als-formule", 4),
    ],
)
def test_elk_bezwaar_tegen_een_akkoord_staat_op_zijn_regel(editie, u, akkoorden, code, regel):
    gevonden = problemen(editie, f"invoer:\n{rij(u.ps, **akkoorden)}")
    assert [(p.code, p.regel) for p in gevonden] == [(code, regel)]
    assert all(p.wat and p.oorzaak and p.remedie for p in gevonden)


def test_wat_later_kwam_staat_later(editie, u):
    (p,) = problemen(editie, f"invoer:\n{rij(u.ps)}{rij(u.ps, datum='2023-01-31')}")
    assert (p.code, p.regel) == ("akkoord-volgorde", 5)


def test_een_reden_waarom_niemand_is_gevraagd_zegt_iets(editie):
    (p,) = problemen(editie, 'niet_gevraagd: "?"\n')
    assert (p.code, p.regel) == ("parameters-waarde-ongeldig", 3)


def test_een_onbekende_sectie_en_een_leeg_bestand(editie, tmp_path):
    (p,) = problemen(editie, "uitvoer: []\n")
    assert (p.code, p.regel) == ("parameters-sleutel-onbekend", 3)
    assert "uitkomsten" in p.remedie
    (tmp_path / "akkoorden.yml").write_text("# niets\n", encoding="utf-8")
    with pytest.raises(Fout) as fout:
        editie()
    assert [p.code for p in fout.value.problemen] == ["yaml-ongeldig"]


def test_akkoorden_van_een_andere_editie_gelden_niet(editie, tmp_path):
    editie(akkoorden="")
    (tmp_path / "akkoorden.yml").write_text(KOP.replace("2023-1", "2022-2"), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        editie()
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("akkoorden-andere-editie", 2)]


@pytest.mark.parametrize(
    ("indicator", "code"), [("coa.bezeting", "akkoord-indicator-onbekend"), ("ind.asiel.voorraad", "akkoord-andere-organisatie")]
)
def test_een_akkoord_op_uitkomsten_gaat_over_een_eigen_indicator(editie, indicator, code):
    velden = f"organisatie: COA, indicator: {indicator}, hash: '0123456789abcdef', besluit: ja, door: A. Bakker, datum: 2023-03-01"
    gevonden = [p for p in toets_invoer(editie(akkoorden=f"uitkomsten:\n  - {{{velden}}}\n").ps) if p.bestand == "akkoorden.yml"]
    assert [(p.code, p.regel) for p in gevonden] == [(code, 4)]


def test_een_nieuwe_editie_begint_zonder_akkoorden(editie, tmp_path):
    (tmp_path / "akkoorden.yml").write_text(leeg("2023-1"), encoding="utf-8")
    assert editie().ps.akkoorden.laatste == {}


def test_een_ander_akkoord_verbreekt_het_slot(editie, u):
    ps = editie(akkoorden=f"invoer:\n{rij(u.ps)}").ps
    schrijf_slot(ps)
    assert controleer_slot(ps) == ((), ())
    ps = editie(akkoorden=f"invoer:\n{rij(u.ps, door='B. de Boer')}").ps
    (reden,) = controleer_slot(ps).alles
    assert "akkoorden" in reden
    assert reden.endswith("anders: akkoorden.yml")
