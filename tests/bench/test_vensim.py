"""The chain as a Vensim model: every element of it, and nothing that is not defined in it."""

import re

import numpy as np
import pytest

from bench.vensim import Tekst, als_vensim, naam, zonder_rijen
from mpp.productiemodel import Keten, asiel
from tests.editie import PROJECT

FUNCTIES = {"INTEG", "MIN", "MAX", "ZIDZ", "DELAY FIXED", "IF THEN ELSE", "WITH LOOKUP", "AND"}


@pytest.fixture(scope="module")
def ps():
    return PROJECT.laad()


@pytest.fixture(scope="module")
def keten():
    return zonder_rijen(Keten(asiel.DELEN))[0]


@pytest.fixture(scope="module")
def vergelijkingen(ps, keten):
    model = als_vensim(keten, ps, np.full(len(ps.editie.jaren), 40_000.0))
    return dict(regel.removesuffix(" ~~|").split(" = ", 1) for regel in model.splitlines()[1:])


def test_elk_onderdeel_en_elke_parameter_staat_erin(ps, keten, vergelijkingen):
    assert {naam(id) for id in keten.onderdelen} <= vergelijkingen.keys()
    assert {f"par {naam(id)}" for id in keten.parameters()} <= vergelijkingen.keys()


def test_elke_naam_in_een_vergelijking_is_er_een(vergelijkingen):
    bekend = vergelijkingen.keys() | FUNCTIES | {"Time"}
    for formule in vergelijkingen.values():
        namen = {n.strip() for n in re.findall(r"[A-Za-z][A-Za-z0-9 ]*", re.sub(r"\d[\d.]*e[+-]?\d+", "0", formule))}
        assert namen <= bekend, formule


def test_een_voorraad_verandert_door_precies_zijn_stromen(keten, vergelijkingen):
    for id in keten.voorraden:
        stromen = {naam(s.id) for s in keten.stromen.values() if id in (s.van, s.naar)}
        binnen = vergelijkingen[naam(id)].removeprefix("INTEG(").rsplit(", ", 1)[0]
        assert {deel.strip() for deel in re.split(r"[+-] ", binnen) if deel.strip()} == stromen


def test_zonder_rijen_blijven_voorraden_en_stromen_dezelfde(keten):
    heel = Keten(asiel.DELEN)
    assert keten.voorraden.keys() == heel.voorraden.keys()
    assert [(s.id, s.van, s.naar) for s in keten.stromen.values()] == [(s.id, s.van, s.naar) for s in heel.stromen.values()]
    assert not any(v.rij for v in keten.voorraden.values())


def test_wat_numpy_met_een_naam_doet_wordt_tekst():
    a, b = Tekst("a"), Tekst("b")
    assert (np.minimum(a / 12, b) - 1).tekst == "(MIN((a / 12.0), b) - 1.0)"
    assert np.where(np.isnan(a), b, a).tekst == "IF THEN ELSE((a < -1e+29), b, a)"
    assert np.divide(a, b, out=np.zeros_like(b), where=b > 0).tekst == "ZIDZ(a, b)"
    with pytest.raises(KeyError):
        np.sqrt(a)
