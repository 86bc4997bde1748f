"""The picture around one element: every box a stock and every arrow a flow that the model declares."""

import re
from xml.etree import ElementTree

import pytest

from figures.stijl import stroombeeld
from figures.stijl.labels import cijfer
from mpp.herkomst import Herkomst
from mpp.productiemodel.onderdelen import BUITEN
from mpp.productiemodel.verwijzing import P
from mpp.uitkomsten import indicator
from tests.editie import uitkomsten

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def herkomst() -> Herkomst:
    return Herkomst(uitkomsten())


@pytest.fixture(scope="module")
def jaar(herkomst) -> int:
    return herkomst.u.jaren[1]


def test_elk_onderdeel_heeft_een_beeld_behalve_wat_alleen_uit_parameters_volgt_en_nergens_in_meetelt(herkomst, jaar):
    keten = herkomst.keten
    gelezen = {getattr(ref, "id", "") for b in keten.berekeningen.values() for ref in b.leest.values()}
    for id in keten.onderdelen:
        los = id not in gelezen and id not in keten.stromen and all(isinstance(ref, P) for ref in keten.leest(id))
        assert bool(stroombeeld.voorraden(keten, id)) != los, id
        if los:
            with pytest.raises(ValueError, match=re.escape(id)):
                stroombeeld.beeld(herkomst, id, jaar)


def test_elke_pijl_is_een_stroom_van_het_model_met_zijn_aantal_in_het_jaar(herkomst, jaar):
    keten = herkomst.keten
    for vak in stroombeeld.vakken(herkomst, "coa.bezetting", jaar) + stroombeeld.vakken(herkomst, "ind.asiel.voorraad", jaar):
        for s in (*vak.erbij, *vak.eraf):
            van, naar = keten.stromen[s.id].van, keten.stromen[s.id].naar
            assert (s.ander or BUITEN, vak.id) == (van, naar) if s in vak.erbij else (vak.id, s.ander or BUITEN) == (van, naar)
            assert s.aantal == pytest.approx(herkomst.waarde(s.id, jaar))
        assert vak.begin + sum(s.aantal for s in vak.erbij) - sum(s.aantal for s in vak.eraf) == pytest.approx(vak.eind)
        assert {s.id for s in (*vak.erbij, *vak.eraf)} == {s.id for s in keten.stromen.values() if vak.id in (s.van, s.naar)}


def test_een_voorraad_is_haar_eigen_vak_een_stand_die_van_haar_voorraden_en_een_stroom_wat_zij_verbindt(herkomst):
    keten = herkomst.keten
    for id in keten.voorraden:
        assert stroombeeld.voorraden(keten, id) == (id,)
    for s in keten.stromen.values():
        assert set(stroombeeld.voorraden(keten, s.id)) == {s.van, s.naar} - {BUITEN}
    assert stroombeeld.voorraden(keten, "coa.bezetting") == (
        "coa.bezetting_procedure",
        "coa.bezetting_vergunninghouders",
        "coa.bezetting_vertrek",
    )


def test_een_grootheid_toont_de_voorraden_van_de_stromen_waaruit_zij_bestaat(herkomst):
    assert stroombeeld.voorraden(herkomst.keten, "dtv.instroom") == ("dtv.caseload",)


@pytest.mark.parametrize("id", ["coa.bezetting", "ind.spoor4.zij_instroom", "instroom.totaal"])
def test_het_beeld_is_toegankelijk_en_steeds_hetzelfde(herkomst, jaar, id):
    bestand = stroombeeld.beeld(herkomst, id, jaar)
    wortel = ElementTree.fromstring(bestand)
    namen = [wortel.find(f"{SVG}{soort}") for soort in ("title", "desc")]
    assert bestand == stroombeeld.beeld(herkomst, id, jaar)
    assert wortel.get("role") == "img"
    assert wortel.get("aria-labelledby").split() == [deel.get("id") for deel in namen]
    assert namen[0].text.startswith(indicator(id, "model").naam)
    assert namen[1].text == stroombeeld.beschrijving(herkomst, id, jaar)
    assert b"<text" not in bestand
    assert not re.search(rb'(?:href|src)="(?!#)', bestand)


def test_de_beschrijving_noemt_elk_getal_van_het_beeld(herkomst, jaar):
    tekst = stroombeeld.beschrijving(herkomst, "coa.bezetting", jaar)
    for vak in stroombeeld.vakken(herkomst, "coa.bezetting", jaar):
        for waarde in (vak.begin, vak.eind, *(s.aantal for s in (*vak.erbij, *vak.eraf))):
            assert cijfer(waarde) in tekst
