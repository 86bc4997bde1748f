"""An addendum to the prognosis, after the edition was adopted: what, why and which numbers stand in the document itself."""

from dataclasses import replace

from lxml import html

from mpp.documenten.prognose import bladzijden
from mpp.ronde.correctie import Cijfer, Correctie
from tests.documenten.prognose.conftest import STATUS
from tests.documenten.prognose.lees import koppen, onder, woorden

WAT, WAAROM = "De instroombeperkende maatregelen zijn uit de prognose gehaald.", "Zij waren niet vastgesteld."


def pagina(u, *correcties: Correctie):
    status = replace(STATUS, versie=correcties[-1].versie, correcties=correcties)
    blad = bladzijden(u, status)
    assert blad.problemen == ()
    return html.document_fromstring(blad.web)


def correctie(nummer: int, soort: str) -> Correctie:
    return Correctie(
        versie=f"2023-1.{nummer}",
        soort=soort,
        datum="2023-06-01",
        door="APM",
        wat=WAT,
        waarom=WAAROM,
        cijfers=(Cijfer(reeks="instroom.herhaald", label="Herhaalde aanvragen", eenheid="personen", periode="2023", oud=1500, nieuw=1700),),
        onderdelen=("prognose",),
    )


def test_een_addendum_staat_onder_een_eigen_kop_met_wat_en_waarom(u):
    blad = pagina(u, correctie(1, "addendum"))
    tekst = onder(blad, "Addendum")
    assert f"Versie 2023-1.1 (addendum, 1 juni 2023): {WAT} Waarom: {WAAROM}" in tekst
    assert "Herhaalde aanvragen (personen), 2023: was 1.500, is 1.700." in tekst
    assert "Vastgelegd door APM." in tekst
    assert "Ook gewijzigd in de invoer: prognose." in tekst


def test_het_laatste_addendum_staat_eerst(u):
    tekst = onder(pagina(u, correctie(1, "addendum"), correctie(2, "addendum")), "Addendum")
    assert tekst.index("Versie 2023-1.2") < tekst.index("Versie 2023-1.1")


def test_een_correctie_is_geen_addendum_en_staat_boven_aan(u):
    blad = pagina(u, correctie(1, "correctie"))
    assert "Addendum" not in list(koppen(blad))
    assert [woorden(p) for p in blad.find_class("correctie")] == [f"Versie 2023-1.1 (correctie, 1 juni 2023): {WAT} Waarom: {WAAROM}"]
