"""Where an indicator may be shown."""

import pytest

from mpp.problemen import Fout
from mpp.productiemodel import keten
from mpp.uitkomsten import indicator, indicatoren, register
from mpp.uitkomsten.register import NIVEAUS


def test_alles_wat_het_model_berekent_staat_in_het_register_en_niets_anders():
    assert register().keys() == keten().onderdelen.keys()


def test_wat_ruimer_mag_worden_getoond_mag_ook_op_een_nauwer_niveau():
    extern, intern, model = (indicatoren(niveau) for niveau in NIVEAUS)
    assert extern.keys() < intern.keys() < model.keys() == register().keys()
    assert list(intern) == [id for id in register() if id in intern]


@pytest.mark.parametrize(("id", "mag"), [("coa.bezetting", 3), ("ind.spoor4.verschoven_capaciteit", 2), ("gemeenten.ruimte", 1)])
def test_een_indicator_is_er_alleen_waar_zij_mag_worden_getoond(id, mag):
    for niveau in NIVEAUS[-mag:]:
        assert indicator(id, niveau).id == id
    for niveau in NIVEAUS[:-mag]:
        with pytest.raises(Fout) as fout:
            indicator(id, niveau)
        (probleem,) = fout.value.problemen
        assert probleem.code == "indicator-niveau"
        assert id in probleem.wat
        assert niveau in probleem.oorzaak


def test_de_delen_van_een_totaal_mogen_staan_waar_het_totaal_mag_staan():
    for i in register().values():
        assert {*i.delen, *filter(None, (i.teller, i.noemer, i.gewicht))} <= indicatoren(i.niveau).keys(), i.id
