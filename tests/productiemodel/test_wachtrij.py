"""First in, first out by cumulative counts is the same as keeping every cohort apart."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mpp.productiemodel.kern import Keten
from mpp.productiemodel.onderdelen import Deel, Wachtrijregels
from mpp.productiemodel.verwijzing import P, Prognosejaar, Rij, S, V
from tests.productiemodel.conftest import Proefset

OUDSTE, BEGIN = 8, 1_000.0
GETALLEN = st.lists(st.floats(0, 500), min_size=12, max_size=12)
HELE_GETALLEN = st.lists(st.integers(0, 500), min_size=12, max_size=12)


def rij_met(instroom, capaciteit, aandeel_nieuw):
    """A chain of one queue: month by month `instroom` comes, at most `capaciteit` leaves, partly from the new."""
    deel, maand = Deel(), iter(range(12))
    deel.voorraad(
        "wacht",
        laag="zaken",
        begin="begin",
        rij=Wachtrijregels(ouder={2: "ouder_2", 5: "ouder_5"}, oudste="oudste", nieuw="nieuw"),
    )
    nu = {}

    @deel.stroom("erbij", naar="wacht")
    def erbij(jaar=Prognosejaar()):
        nu["t"] = next(maand)
        return np.full_like(jaar, instroom[nu["t"]])

    @deel.grootheid("afgedaan")
    def afgedaan(wacht=V("wacht"), erbij=S("erbij")):
        return np.minimum(wacht + erbij, capaciteit[nu["t"]])

    @deel.grootheid("nieuw")
    def nieuw(afgedaan=S("afgedaan"), wacht=V("wacht"), erbij=S("erbij"), aandeel=P("aandeel", "zaken")):
        return np.maximum(np.minimum(afgedaan * aandeel, erbij), afgedaan - wacht)

    @deel.stroom("eraf", van="wacht")
    def eraf(afgedaan=S("afgedaan")):
        return afgedaan

    for maanden in range(OUDSTE + 13):

        @deel.stand(f"ouder_dan_{maanden}")
        def ouder_dan(rij=Rij("wacht"), maanden=P(f"maanden_{maanden}", "zaken")):
            return rij.ouder_dan(maanden)

    @deel.stand("ouder_dan_deel")
    def ouder_dan_deel(rij=Rij("wacht")):
        return rij.ouder_dan(2.25)

    @deel.stand("gekomen_tussen")
    def gekomen_tussen(rij=Rij("wacht")):
        return rij.gekomen_tussen(1, 4)

    @deel.stand("wachttijd")
    def wachttijd(rij=Rij("wacht")):
        return rij.wachttijd_voorste()

    leeftijden = {f"maanden_{m}": m for m in range(OUDSTE + 13)}
    set_ = Proefset(begin=BEGIN, ouder_2=0.6, ouder_5=0.3, oudste=OUDSTE, aandeel=aandeel_nieuw, **leeftijden)
    return Keten([deel]).rekenen(set_, np.zeros((1, 1)))


def cohorten(instroom, capaciteit, aandeel_nieuw):
    """The same, with every month of entry kept apart: the waiting by age, after each month."""
    ouder = np.interp(np.arange(OUDSTE + 1), [0, 2, 5, OUDSTE], [1, 0.6, 0.3, 0])
    rij = [BEGIN * (ouder[k] - ouder[k + 1]) for k in range(OUDSTE)][::-1]  # oldest first
    standen = []
    for erbij, kan in zip(instroom, capaciteit, strict=True):
        totaal = sum(rij)
        afgedaan = min(totaal + erbij, kan)
        direct = max(min(afgedaan * aandeel_nieuw, erbij), afgedaan - totaal)
        te_gaan = afgedaan - direct
        for i, aantal in enumerate(rij):
            weg = min(aantal, te_gaan)
            rij[i], te_gaan = aantal - weg, te_gaan - weg
        rij = [*rij, erbij - direct]
        standen.append(np.array(rij))
    return standen


@given(instroom=GETALLEN, capaciteit=GETALLEN, aandeel=st.floats(0, 1))
def test_wie_hoe_lang_wacht_is_gelijk_aan_die_van_de_cohorten(instroom, capaciteit, aandeel):
    uit, verwacht = rij_met(instroom, capaciteit, aandeel), cohorten(instroom, capaciteit, aandeel)
    for t, stand in enumerate(verwacht):
        assert uit.reeksen["wacht"][0, t] == pytest.approx(stand.sum(), abs=1e-6)
        for maanden in range(OUDSTE + 13):
            assert uit.reeksen[f"ouder_dan_{maanden}"][0, t] == pytest.approx(stand[: max(len(stand) - maanden, 0)].sum(), abs=1e-6)


@given(instroom=GETALLEN)
def test_wie_een_deel_van_een_maand_langer_wacht_is_een_deel_van_wie_in_die_maand_kwam(instroom):
    reeksen = rij_met(instroom, [0.0] * 12, 0.0).reeksen
    assert reeksen["ouder_dan_deel"] == pytest.approx(0.75 * reeksen["ouder_dan_2"] + 0.25 * reeksen["ouder_dan_3"])


@given(instroom=GETALLEN, capaciteit=GETALLEN, aandeel=st.floats(0, 1))
def test_wie_tussen_twee_maanden_kwam_en_nog_wacht_is_gelijk_aan_die_cohorten(instroom, capaciteit, aandeel):
    """From the third month of the forecast up to the fifth, as far as those have come."""
    uit = rij_met(instroom, capaciteit, aandeel).reeksen["gekomen_tussen"][0]
    verwacht = [stand[OUDSTE + 2 : OUDSTE + 5].sum() for stand in cohorten(instroom, capaciteit, aandeel)]
    assert uit == pytest.approx(verwacht, abs=1e-6)


@given(instroom=HELE_GETALLEN, capaciteit=HELE_GETALLEN)
def test_de_wachttijd_van_de_voorste_is_die_van_het_oudste_cohort(instroom, capaciteit):
    uit, verwacht = rij_met(instroom, capaciteit, 0.0), cohorten(instroom, capaciteit, 0.0)
    for t, stand in enumerate(verwacht):
        bezet = np.flatnonzero(stand > 1e-3)
        if bezet.size:
            leeftijd = len(stand) - bezet[0]  # the oldest waiting are this many months old at most
            assert leeftijd - 1 - 1e-3 <= uit.reeksen["wachttijd"][0, t] <= leeftijd + 1e-3


def test_een_leeg_begin_en_geen_instroom_geven_een_lege_rij():
    uit = rij_met([0.0] * 12, [5_000.0] * 12, 0.3)
    assert uit.reeksen["wacht"][0].tolist() == [0.0] * 12
    assert uit.reeksen["wachttijd"][0, -1] == 0
