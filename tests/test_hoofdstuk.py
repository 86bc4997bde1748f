"""What a chapter imports: every word speaks of the results that were handed over, or else of those of the project it stands in."""

from collections.abc import Iterator
from inspect import Parameter, signature
from pathlib import Path

import pytest

from mpp import hoofdstuk
from mpp.getal import cijfers, telwoorden
from mpp.getal.woordenschat import WOORDEN
from mpp.parameters.wat_als import stel
from mpp.problemen import Fout
from mpp.projectmap import OMGEVING
from mpp.uitkomsten import Uitkomsten, bereken
from mpp.varianten import WAT_ALS
from tests.editie import PROJECT


@pytest.fixture(autouse=True)
def _er_is_niets_overhandigd() -> Iterator[None]:
    yield
    hoofdstuk.gebruik(None)


@pytest.fixture
def anders(u) -> Uitkomsten:
    """Results that are in no file."""
    return bereken(stel(u.ps, ["ind.spoor4.productie@2024=30000"], WAT_ALS))


@pytest.fixture
def parameters(tmp_path, monkeypatch) -> Path:
    """A parameter file of one's own, that of the project where a kernel of Quarto's stands."""
    pad = tmp_path / "parameters.yml"
    pad.write_text(PROJECT.parameters.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setenv(OMGEVING, str(pad))
    return pad


def in_een_hoofdstuk(uitdrukking: str) -> object:
    """The value of an expression in a chapter."""
    namen: dict[str, object] = {}
    exec("from mpp.hoofdstuk import *", namen)
    return eval(uitdrukking, namen)


@pytest.mark.parametrize("naam", WOORDEN)
def test_een_woord_krijgt_zijn_uitkomsten_altijd_en_bij_naam(naam):
    """None has other ones for when it gets none."""
    u = signature(WOORDEN[naam]).parameters.get("u")
    assert u is None or (u.kind, u.default) == (Parameter.KEYWORD_ONLY, Parameter.empty)


def test_elk_woord_spreekt_van_de_uitkomsten_die_zijn_overhandigd(u, anders):
    for van in (u, anders, u):
        hoofdstuk.gebruik(van)
        assert in_een_hoofdstuk("u") is van
        assert in_een_hoofdstuk('n("coa.bezetting", 2024)') == cijfers.n("coa.bezetting", 2024, u=van)
    assert cijfers.n("coa.bezetting", 2024, u=u).tekst != cijfers.n("coa.bezetting", 2024, u=anders).tekst


def test_een_woord_dat_van_geen_uitkomsten_spreekt_is_zichzelf(u):
    hoofdstuk.gebruik(u)
    assert in_een_hoofdstuk("telwoord") is telwoorden.telwoord


def test_een_hoofdstuk_krijgt_elk_woord_en_verder_niets(u):
    hoofdstuk.gebruik(u)
    assert set(in_een_hoofdstuk("list(globals())")) - {"__builtins__"} == {*WOORDEN, "figuur", "tabel_monitor", "u"}
    with pytest.raises(AttributeError, match="huidige"):
        hoofdstuk.huidige  # noqa: B018


def test_zonder_overhandiging_spreekt_het_van_het_project(parameters):
    assert in_een_hoofdstuk("u.ps.pad") == parameters
    assert in_een_hoofdstuk("u") is in_een_hoofdstuk("u")


def test_wat_is_overhandigd_gaat_voor_wat_in_het_bestand_staat(parameters, anders):
    hoofdstuk.gebruik(anders)
    parameters.unlink()
    assert in_een_hoofdstuk("u") is anders


def test_in_een_proces_volgen_de_uitkomsten_wat_er_in_het_bestand_staat(parameters):
    """Quarto may keep a kernel while the file is changed."""
    eerst = in_een_hoofdstuk("u")
    tekst = parameters.read_text(encoding="utf-8")
    parameters.write_text(tekst.replace("soort: openbare reconstructie", "soort: toets van het model"), encoding="utf-8")
    assert (eerst.editie.soort, in_een_hoofdstuk("u.editie.soort")) == ("openbare reconstructie", "toets van het model")
    assert in_een_hoofdstuk("editie()").tekst == "MPP 2023-1"
    parameters.unlink()
    with pytest.raises(Fout) as fout:
        in_een_hoofdstuk("u")
    assert [p.code for p in fout.value.problemen] == ["parameters-ontbreken"]
