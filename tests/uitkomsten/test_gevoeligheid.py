"""What moves the outcomes most, on a chain so simple that it can be worked out by hand."""

import numpy as np
import pytest

from mpp.uitkomsten import bereken, register
from mpp.uitkomsten.gevoeligheid import INSTROOM
from mpp.uitkomsten.trekkingen import trek, waarden_van
from tests.editie import PROJECT

PUPILLEN, BEROEPEN = "nidos.beginpupillen", "rvdr.begin_beroepen"
INDICATOR = "coa.instroom"


def lineair(ps, instroom, anders=None):
    """Every indicator is, each year, the inflow and twice the opening stock of Nidos and that of the appeals."""

    def waarde(id):
        return anders[id] if anders and id in anders else np.full((len(instroom), 1), ps.vast(id))

    jaar = instroom + 2 * waarde(PUPILLEN) + waarde(BEROEPEN)
    return {id: np.repeat(jaar / 12, 12, axis=1) for id in register()}


def reken_met(monkeypatch, model):
    """Puts `model` in the place of the chain."""

    def per_jaar(ps, instroom, bewaar, anders):
        maanden = model(ps, instroom, anders)
        return ({id: maanden[id][:, 12 * j : 12 * j + 12] for id in bewaar} for j in range(len(ps.editie.jaren)))

    monkeypatch.setattr("mpp.productiemodel.doorrekenen", model)
    monkeypatch.setattr("mpp.productiemodel.per_jaar", per_jaar)


@pytest.fixture
def u(monkeypatch):
    reken_met(monkeypatch, lineair)
    return bereken(PROJECT.laad(), trekkingen=10_000)


def test_de_tornado_van_een_lineaire_keten_is_wat_de_hand_uitrekent(u):
    jaar = u.jaren[1]
    invloeden = {i.onzekerheid: (i.laag, i.hoog) for i in u.gevoeligheid.invloeden(INDICATOR, jaar)}
    pupillen, beroepen = u.ps[PUPILLEN].waarden["vast"], u.ps[BEROEPEN].waarden["vast"]
    minimum, medio, maximum = (u.prognose.scenario(s)[1] for s in u.scenarios)
    assert invloeden[INSTROOM] == pytest.approx((minimum - medio, maximum - medio))
    assert invloeden[PUPILLEN] == pytest.approx((2 * (pupillen.laag - pupillen.waarde), 2 * (pupillen.hoog - pupillen.waarde)))
    assert invloeden[BEROEPEN] == pytest.approx((beroepen.laag - beroepen.waarde, beroepen.hoog - beroepen.waarde))
    rest = [effect for naam, effect in invloeden.items() if naam not in (INSTROOM, PUPILLEN, BEROEPEN)]
    assert np.abs(rest).max() == pytest.approx(0, abs=1e-6)


def test_elke_onzekerheid_komt_een_keer_voor_en_de_grootste_staat_voorop(u):
    invloeden = u.gevoeligheid.invloeden(INDICATOR, u.jaren[0])
    assert sorted(i.onzekerheid for i in invloeden) == sorted([INSTROOM, *(p.id for p in u.ps.parameters.values() if p.heeft_band)])
    assert [i.grootste for i in invloeden] == sorted((max(abs(i.laag), abs(i.hoog)) for i in invloeden), reverse=True)


def test_het_aandeel_is_het_deel_van_de_variantie_van_de_som(u):
    """The variance of a sum of independent terms is the sum of theirs: each share follows from the draws of its own term."""
    jaar, n = u.jaren[0], u.trekkingen
    getrokken = waarden_van(u.ps, trek(u.ps, u.prognose.sectie.zaad, n))
    termen = {INSTROOM: u.prognose.trekkingen(n)[:, 0], PUPILLEN: 2 * getrokken[PUPILLEN][:, 0], BEROEPEN: getrokken[BEROEPEN][:, 0]}
    totaal = sum(np.var(term) for term in termen.values())
    aandelen = {i.onzekerheid: i.aandeel for i in u.gevoeligheid.invloeden(INDICATOR, jaar)}
    for naam, term in termen.items():
        assert aandelen[naam] == pytest.approx(np.var(term) / totaal, abs=0.01)
    assert max(aandeel for naam, aandeel in aandelen.items() if naam not in termen) < 0.01


def test_de_instroom_telt_mee_over_alle_jaren_tot_en_met_dat_van_de_uitkomst(u, monkeypatch):
    """What builds up from year to year follows from the inflow of all of them, not from that of its own year."""
    reken_met(monkeypatch, lambda ps, instroom, anders=None: lineair(ps, instroom.cumsum(axis=1)))
    opgeteld = bereken(u.ps, trekkingen=2_000)
    (instroom,) = (i for i in opgeteld.gevoeligheid.invloeden(INDICATOR, u.jaren[3]) if i.onzekerheid == INSTROOM)
    assert instroom.aandeel == pytest.approx(1, abs=0.01)


def test_wat_niet_verandert_heeft_geen_spreiding_om_te_verdelen(u, monkeypatch):
    reken_met(monkeypatch, lambda ps, instroom, anders=None: {id: np.ones((len(instroom), 60)) for id in register()})
    stil = bereken(u.ps, trekkingen=100)
    assert {i.aandeel for i in stil.gevoeligheid.invloeden(INDICATOR, u.jaren[0])} == {0.0}


def test_een_onzekerheid_heet_naar_haar_parameter_zonder_tussenzin(u):
    assert u.gevoeligheid.naam(PUPILLEN) == u.ps[PUPILLEN].label
    assert u.gevoeligheid.naam("ind.spoor4.productie") == "Prognoseplan: af te doen zaken in spoor 4"
    assert u.gevoeligheid.naam(INSTROOM) == "Eerste asielaanvragen"
