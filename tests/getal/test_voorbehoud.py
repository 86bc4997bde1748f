"""What a realisation leaves out is said wherever it stands, in every edition that shows it, and nothing is said of any other."""

import pytest

from mpp.getal.cijfers import n, r
from mpp.getal.tabellen import tabel_indicatoren
from mpp.getal.totalen import GEREALISEERD, gerealiseerd_telt_op
from mpp.getal.voorbehoud import zonder, zonder_zin
from mpp.problemen import Fout

DELEN = ["instroom.eerste_aanvragen", "instroom.herhaald", "instroom.nareis", "instroom.hervestiging_relocatie", "instroom.totaal"]


def test_achter_het_getal(u):
    assert zonder(r("instroom.totaal", 2022, u=u), u=u).tekst == ", zonder hervestiging en relocatie"
    assert zonder(r("instroom.totaal", 2021, u=u), u=u).tekst == ""
    assert zonder(n("instroom.totaal", 2023, u=u), u=u).tekst == ""


def test_in_een_zin_over_alle_jaren_of_die_worden_getoond(u):
    zin = "De realisatie van 2022 is zonder hervestiging en relocatie."
    assert zonder_zin("instroom.totaal", u=u).tekst == zin
    assert zonder_zin("instroom.totaal", 2021, 2022, u=u).tekst == zin
    assert zonder_zin("instroom.totaal", 2021, u=u).tekst == ""
    assert zonder_zin("instroom.nareis", u=u).tekst == ""


def test_van_een_realisatie_die_er_niet_is(u):
    with pytest.raises(Fout, match="bedoeld is misschien"):
        zonder_zin("instroom.totaaal", u=u)


def test_een_tabel_waarvan_de_gerealiseerde_delen_niet_optellen_zegt_dat(u):
    assert not gerealiseerd_telt_op(u, DELEN, [2022])
    assert GEREALISEERD in tabel_indicatoren(DELEN, realisaties=[2021, 2022], u=u).noten
    assert GEREALISEERD not in tabel_indicatoren(DELEN[:-1], realisaties=[2021, 2022], u=u).noten
    assert GEREALISEERD not in tabel_indicatoren(DELEN, u=u).noten
