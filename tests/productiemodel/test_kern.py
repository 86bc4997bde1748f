"""What may be declared, and what the chain says of itself."""

import gc
import weakref

import numpy as np
import pytest

from mpp.parameters.eenheden import EENHEDEN
from mpp.problemen import Fout
from mpp.productiemodel import Keten, doorrekenen, kern
from mpp.productiemodel import keten as hele_keten
from mpp.productiemodel.onderdelen import BUITEN, Deel
from mpp.productiemodel.verwijzing import P, Rij, S, Som, V
from mpp.uitkomsten.register import register
from tests.productiemodel.conftest import Proefset


def deel_met():
    deel = Deel()
    deel.voorraad("a", laag="zaken", begin="begin")
    deel.voorraad("b", laag="opvang", begin="begin")
    deel.stand("stand")(lambda a=V("a"): a)
    return deel


@pytest.mark.parametrize(
    ("van", "naar", "leest", "melding"),
    [
        ("a", BUITEN, 12, "does not say what it reads"),
        ("a", BUITEN, S("later"), "declared before it"),
        ("a", BUITEN, S("stand"), "no flow or quantity"),
        ("a", BUITEN, Som("later", 3), "no flow or quantity"),
        ("a", BUITEN, V("x"), "no stock or stand"),
        ("a", BUITEN, Rij("a"), "queue"),
        ("a", "x", P("p", "zaken"), "no stock"),
        ("a", "b", P("p", "zaken"), "between the layers"),
    ],
)
def test_een_verklaring_die_niet_kan_wordt_geweigerd(van, naar, leest, melding):
    deel = deel_met()
    deel.stroom("s", van=van, naar=naar)(lambda x=leest: x)
    with pytest.raises(ValueError, match=melding):
        Keten([deel])


@pytest.mark.parametrize(("leest", "melding"), [(S("s"), "read off stocks"), (V("later"), "not declared before it")])
def test_een_stand_wordt_van_voorraden_en_eerdere_standen_afgelezen(leest, melding):
    deel = deel_met()
    deel.stroom("s")(lambda a=V("a"): a)
    deel.stand("nu")(lambda x=leest: x)
    deel.stand("later")(lambda a=V("a"): a)
    with pytest.raises(ValueError, match=melding):
        Keten([deel])


def test_een_naam_wordt_maar_een_keer_gebruikt():
    with pytest.raises(ValueError, match="twice"):
        Keten([deel_met(), deel_met()])


def test_het_model_gebruikt_elke_parameter_en_geen_andere(ps, keten):
    assert set(keten.parameters()) == set(ps.parameters)


def test_een_uitkomst_is_terug_te_lopen_tot_haar_parameters(keten):
    assert keten.leest("ind.spoor4.overig") == (S("ind.spoor4.beslissingen_prognoseplan"), P("ind.spoor4.aandeel_overig", "aandeel"))
    assert S("coa.vergunning") in keten.leest("coa.bezetting_vergunninghouders")
    instroom = {"instroom.seizoen", "instroom.effect_maatregelen", "instroom.ontheemden"}
    assert set(keten.parameters("politie.registraties_per_dag")) == {"politie.dagen_per_maand", *instroom}
    assert {"coa.bezettingspercentage", "ind.spoor4.productie", "gemeenten.realisatiegraad"} <= set(keten.parameters("coa.capaciteit"))
    assert "dtv.behandelduur" not in keten.parameters("coa.capaciteit")


def test_alleen_een_parameter_waarop_een_uitkomst_rust_verandert_haar(ps, keten, scenarios):
    def som(wijziging, indicator):
        return doorrekenen(ps.met(wijziging), scenarios)[indicator].sum()

    anders = {str(jaar): 9.0 for jaar in ps.editie.jaren}
    assert som({"dtv.behandelduur": anders}, "coa.capaciteit") == som({}, "coa.capaciteit")
    assert som({"coa.verblijfsduur_vertrek": anders}, "coa.capaciteit") != som({}, "coa.capaciteit")


def test_wat_niet_meer_nodig_is_blijft_niet_in_het_geheugen(ps, keten, scenarios, monkeypatch):
    """Else a server that computes thousands of draws again and again grows by hundreds of megabytes each time."""
    rijen = weakref.WeakSet()

    class Gevolgd(kern.Wachtrij):
        def __init__(self, *argumenten):
            super().__init__(*argumenten)
            rijen.add(self)

    monkeypatch.setattr(kern, "Wachtrij", Gevolgd)
    gc.disable()
    try:
        keten.rekenen(ps, scenarios[:, :1].repeat(scenarios.shape[1], axis=1))
        assert not rijen
    finally:
        gc.enable()


def test_een_ontbrekende_parameter_is_een_fout_voor_de_gebruiker(ps):
    deel = Deel()
    deel.voorraad("a", laag="zaken", begin="bestaat.niet")
    with pytest.raises(Fout, match=r"bestaat\.niet"):
        Keten([deel]).rekenen(ps, np.zeros((1, len(ps.editie.jaren))))


def test_elke_parameter_van_de_keten_wordt_in_een_eenheid_gelezen():
    eenheden = hele_keten().eenheden
    assert set(eenheden) == set(hele_keten().parameters())
    assert set(eenheden.values()) <= set(EENHEDEN)


def test_een_voorraad_telt_wat_haar_indicator_telt():
    for id, voorraad in hele_keten().voorraden.items():
        if id in register():
            assert voorraad.parameters[0].eenheid == register()[id].eenheid, id


def test_een_parameter_die_in_twee_eenheden_wordt_gelezen_wordt_geweigerd():
    deel = Deel()
    deel.grootheid("a")(lambda duur=P("duur", "weken"): duur)
    deel.grootheid("b")(lambda duur=P("duur", "maanden"): duur)
    with pytest.raises(ValueError, match="reads duur in maanden"):
        Keten([deel])


def test_instroom_van_een_andere_vorm_wordt_geweigerd(ps):
    with pytest.raises(ValueError, match="expected"):
        doorrekenen(ps, np.zeros((3, 2)))


def test_een_formule_die_voor_meer_producten_geldt_zegt_van_elk_wat_zij_betekent():
    deel = Deel(product="mvv", doel="studie")

    @deel.grootheid("a")
    def aanvragen(aantal=P("aantal", "zaken")):
        """Aanvragen {product} voor {doel}."""
        return aantal

    assert deel.onderdelen[0].betekenis == "Aanvragen mvv voor studie."


def test_een_formule_die_alleen_parameters_leest_geldt_voor_elke_run():
    deel = Deel()
    deel.voorraad("wacht", laag="zaken", begin="begin")
    deel.stroom("erbij", naar="wacht")(lambda aantal=P("aantal", "zaken"): aantal / 12)
    uit = Keten([deel]).rekenen(Proefset(begin=100, aantal=24), np.zeros((3, 1)))
    assert uit.reeksen["erbij"].shape == (3, 12)
    assert uit.reeksen["wacht"][:, -1].tolist() == [124, 124, 124]
