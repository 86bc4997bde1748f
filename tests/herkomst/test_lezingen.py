"""What an element reads is told in words, from its declaration."""

import pytest

from mpp.herkomst.lezingen import lezingen
from mpp.productiemodel import Keten
from mpp.productiemodel.onderdelen import Deel, Wachtrijregels
from mpp.productiemodel.verwijzing import ALLE_MAANDEN, Maandnummer, P, Pjaren, Prognosejaar, Rij, S, Som, V, Verwijzing

WOORDEN = {
    P("p", "zaken"): [("in de maand", "parameter", "p")],
    Pjaren("p", "zaken"): [("van elk jaar", "parameter", "p")],
    S("eerst"): [("in de maand", "onderdeel", "eerst")],
    V("wachtend"): [("aan het begin van de maand", "onderdeel", "wachtend")],
    Rij("wachtend"): [("de wachtrij, op volgorde van binnenkomst", "onderdeel", "wachtend")],
    Som("eerst", 1): [("in de maand ervoor", "onderdeel", "eerst")],
    Som("eerst", 11, voor=P("p", "zaken")): [
        ("in de 11 maanden ervoor", "onderdeel", "eerst"),
        ("in het jaar voor de prognose", "parameter", "p"),
    ],
    Som("eerst", ALLE_MAANDEN): [("in alle maanden ervoor", "onderdeel", "eerst")],
    Prognosejaar(): [("van het jaar", "prognose", "prognose")],
    Maandnummer(): [("1 in januari van het eerste jaar", "maand", "maandnummer")],
}


def keten(ref=None) -> Keten:
    deel = Deel()
    regels = Wachtrijregels(ouder={3: "ouder_3"}, oudste="oudste", nieuw="direct")
    deel.voorraad("wachtend", laag="zaken", begin="begin", rij=regels)

    @deel.grootheid("eerst")
    def eerst(jaar=Prognosejaar()):
        return jaar

    @deel.grootheid("direct")
    def direct(deel=P("aandeel_direct", "zaken")):
        return deel

    @deel.stroom("erin", naar="wachtend")
    def erin(eerst=S("eerst")):
        return eerst

    @deel.stroom("eruit", van="wachtend")
    def eruit(wachtend=V("wachtend")):
        return wachtend

    @deel.stand("nu")
    def nu(wachtend=V("wachtend")):
        return wachtend

    if ref is not None:

        @deel.grootheid("leest")
        def leest(x=ref):
            return x

    return Keten((deel,))


@pytest.mark.parametrize("ref", WOORDEN, ids=repr)
def test_elke_soort_lezing_heeft_haar_woorden(ref):
    assert [(gelezen.hoe, gelezen.wat, gelezen.id) for gelezen in lezingen(keten(ref), "leest")] == WOORDEN[ref]


def test_alle_soorten_lezing_staan_hierboven():
    assert {type(ref) for ref in WOORDEN} == set(Verwijzing.__subclasses__())


def test_een_stand_leest_een_voorraad_aan_het_eind_van_de_maand():
    assert [gelezen.hoe for gelezen in lezingen(keten(), "nu")] == ["aan het eind van de maand"]


def test_een_voorraad_leest_haar_begin_haar_stromen_en_wat_haar_wachtrij_voorbijgaat():
    gelezen = {(g.naam, g.id) for g in lezingen(keten(), "wachtend")}
    assert gelezen == {
        *{("begin", "begin"), ("ouderdom", "ouder_3"), ("ouderdom", "oudste")},
        *{("nieuw", "direct"), ("erbij", "erin"), ("eraf", "eruit")},
    }
    assert set(keten().parameters("nu")) == {"begin", "ouder_3", "oudste", "aandeel_direct"}
