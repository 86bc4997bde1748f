"""Instroom: who comes, when in the year, and in which spoor the application is handled."""

from __future__ import annotations

from mpp.productiemodel.bouwstenen import gelijk_verdeeld
from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, Prognosejaar, S

deel = Deel()


@deel.grootheid("instroom.eerste_aanvragen")
def eerste_aanvragen(
    jaar: Reeks = Prognosejaar(),
    maatregelen: float = P("instroom.effect_maatregelen", "aandeel"),
    ontheemden: float = P("instroom.ontheemden", "personen"),
    seizoen: float = P("instroom.seizoen", "aandeel"),
) -> Reeks:
    """Eerste asielaanvragen: de Prognose Eerste Asielinstroom voor het jaar, min het deel dat door maatregelen niet
    komt en met de ontheemden uit Oekraïne die asiel aanvragen (in de MPP beide nul), verdeeld over de maanden
    volgens het seizoenspatroon.
    """
    return (jaar * (1 - maatregelen) + ontheemden) * seizoen


@deel.grootheid("instroom.amv")
def amv(eerste: Reeks = S("instroom.eerste_aanvragen"), aandeel: float = P("instroom.aandeel_amv", "aandeel")) -> Reeks:
    """Alleenstaande minderjarige vreemdelingen: een aandeel van de eerste aanvragen."""
    return eerste * aandeel


@deel.stroom("ind.spoor1.instroom", naar="ind.spoor1.voorraad")
def naar_spoor1(eerste: Reeks = S("instroom.eerste_aanvragen"), aandeel: float = P("ind.aandeel_spoor1", "aandeel")) -> Reeks:
    """Eerste aanvragen waarvoor een andere lidstaat verantwoordelijk is (Dublin)."""
    return eerste * aandeel


@deel.stroom("ind.spoor2.instroom", naar="ind.spoor2.voorraad")
def naar_spoor2(eerste: Reeks = S("instroom.eerste_aanvragen"), aandeel: float = P("ind.aandeel_spoor2", "aandeel")) -> Reeks:
    """Eerste aanvragen van mensen uit een veilig land of met bescherming in een andere lidstaat."""
    return eerste * aandeel


@deel.stroom("ind.spoor4.eerste_aanvragen", naar="ind.spoor4.voorraad")
def naar_spoor4(
    eerste: Reeks = S("instroom.eerste_aanvragen"),
    spoor1: Reeks = S("ind.spoor1.instroom"),
    spoor2: Reeks = S("ind.spoor2.instroom"),
) -> Reeks:
    """Eerste aanvragen die in de algemene of verlengde asielprocedure worden behandeld: wat niet in spoor 1 of 2
    gaat.
    """
    return eerste - spoor1 - spoor2


deel.met(gelijk_verdeeld("instroom.herhaald", naar="ind.spoor4.voorraad", eenheid="personen", wat="Tweede en opvolgende aanvragen (HASA)"))
deel.met(
    gelijk_verdeeld("instroom.hervestiging_relocatie", naar="ind.spoor4.voorraad", eenheid="personen", wat="Hervestiging en relocatie")
)
