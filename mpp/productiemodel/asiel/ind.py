"""IND: spoor 1, 2 and 4. The prognoseplan sets the production; when inflow varies, stocks move."""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.bouwstenen import afdoening
from mpp.productiemodel.onderdelen import Deel, Wachtrijregels
from mpp.productiemodel.reeks import Reeks, verhouding
from mpp.productiemodel.verwijzing import Maandnummer, P, S, Som, V

deel = Deel()

deel.voorraad("ind.spoor1.voorraad", laag="zaken", begin="ind.spoor1.beginvoorraad")
deel.voorraad("ind.spoor2.voorraad", laag="zaken", begin="ind.spoor2.beginvoorraad")
deel.voorraad(
    "ind.spoor4.voorraad",
    laag="zaken",
    begin="ind.spoor4.beginvoorraad",
    rij=Wachtrijregels(
        ouder={6: "ind.spoor4.begin_ouder_6", 9: "ind.spoor4.begin_ouder_9", 12: "ind.spoor4.begin_ouder_12"},
        oudste="ind.spoor4.begin_oudste",
        nieuw="ind.spoor4.beslissingen_nieuw",
    ),
)


deel.met(
    afdoening(
        "ind.spoor1.beslissingen",
        voorraad="ind.spoor1.voorraad",
        instroom="ind.spoor1.instroom",
        plan="ind.spoor1.productie",
        eenheid="zaken",
        duur="ind.spoor1.behandelduur",
        wat="zaken in spoor 1",
    )
)


@deel.stroom("ind.spoor4.zij_instroom", van="ind.spoor1.voorraad", naar="ind.spoor4.voorraad")
def zij_instroom(
    beslissingen: Reeks = S("ind.spoor1.beslissingen"), aandeel: float = P("ind.spoor1.aandeel_zij_instroom", "aandeel")
) -> Reeks:
    """Zij-instroom: zaken uit spoor 1 die alsnog in spoor 4 komen omdat overdracht niet mogelijk is of de termijn
    is verlopen.
    """
    return beslissingen * aandeel


@deel.stroom("ind.spoor1.overig", van="ind.spoor1.voorraad")
def overig_spoor1(beslissingen: Reeks = S("ind.spoor1.beslissingen"), aandeel: float = P("ind.spoor1.aandeel_overig", "aandeel")) -> Reeks:
    """Ingetrokken of buiten behandeling gestelde zaken in spoor 1."""
    return beslissingen * aandeel


@deel.stroom("ind.spoor1.afwijzingen", van="ind.spoor1.voorraad")
def afwijzingen_spoor1(
    beslissingen: Reeks = S("ind.spoor1.beslissingen"),
    zij: Reeks = S("ind.spoor4.zij_instroom"),
    overig: Reeks = S("ind.spoor1.overig"),
) -> Reeks:
    """Dublinbeslissingen: de aanvraag wordt niet in behandeling genomen, overdracht aan een andere lidstaat volgt."""
    return beslissingen - zij - overig


deel.met(
    afdoening(
        "ind.spoor2.beslissingen",
        voorraad="ind.spoor2.voorraad",
        instroom="ind.spoor2.instroom",
        plan="ind.spoor2.productie",
        eenheid="zaken",
        duur="ind.spoor2.behandelduur",
        wat="zaken in spoor 2",
    )
)


@deel.stroom("ind.spoor2.overig", van="ind.spoor2.voorraad")
def overig_spoor2(beslissingen: Reeks = S("ind.spoor2.beslissingen"), aandeel: float = P("ind.spoor2.aandeel_overig", "aandeel")) -> Reeks:
    """Ingetrokken of buiten behandeling gestelde zaken in spoor 2."""
    return beslissingen * aandeel


@deel.stroom("ind.spoor2.afwijzingen", van="ind.spoor2.voorraad")
def afwijzingen_spoor2(beslissingen: Reeks = S("ind.spoor2.beslissingen"), overig: Reeks = S("ind.spoor2.overig")) -> Reeks:
    """Afwijzingen in spoor 2."""
    return beslissingen - overig


@deel.stroom("ind.spoor4.herbeoordeling", naar="ind.spoor4.voorraad")
def herbeoordeling(gegrond: Reeks = Som("rvdr.gegrond", 1), gegrond_rvs: Reeks = Som("rvs.gegrond", 1)) -> Reeks:
    """Zaken die na een gegrond beroep of hoger beroep opnieuw moeten worden beoordeeld, een maand na de uitspraak."""
    return gegrond + gegrond_rvs


@deel.grootheid("ind.spoor4.instroom")
def instroom_spoor4(
    eerste: Reeks = S("ind.spoor4.eerste_aanvragen"),
    herhaald: Reeks = S("instroom.herhaald"),
    hervestiging: Reeks = S("instroom.hervestiging_relocatie"),
    zij: Reeks = S("ind.spoor4.zij_instroom"),
    herbeoordeling: Reeks = S("ind.spoor4.herbeoordeling"),
) -> Reeks:
    """Instroom spoor 4: eerste aanvragen in AA of VA, herhaalde aanvragen, hervestiging en relocatie, zij-instroom
    en herbeoordelingen.
    """
    return eerste + herhaald + hervestiging + zij + herbeoordeling


@deel.grootheid("ind.spoor4.verschoven_capaciteit")
def verschoven_capaciteit(
    productie1: float = P("ind.spoor1.productie", "zaken"),
    beslissingen1: Reeks = S("ind.spoor1.beslissingen"),
    zwaarte1: float = P("ind.spoor1.zwaarte", "aandeel"),
    productie2: float = P("ind.spoor2.productie", "zaken"),
    beslissingen2: Reeks = S("ind.spoor2.beslissingen"),
    zwaarte2: float = P("ind.spoor2.zwaarte", "aandeel"),
) -> Reeks:
    """Capaciteit voor spoor 4 uit spoor 1 en 2, in zaken van spoor 4: die sporen gaan voor, en wat daar van het
    prognoseplan niet nodig is, gaat naar spoor 4.
    """
    return (productie1 / 12 - beslissingen1) * zwaarte1 + (productie2 / 12 - beslissingen2) * zwaarte2


@deel.grootheid("ind.spoor4.capaciteit")
def capaciteit_spoor4(
    productie: float = P("ind.spoor4.productie", "zaken"),
    realisatie: float = P("ind.spoor4.planrealisatie", "aandeel"),
    zwaarte_va: float = P("ind.va.zwaarte", "factor"),
    aandeel_va: float = P("ind.va.aandeel", "aandeel"),
    aandeel_va_plan: float = P("ind.va.aandeel_prognoseplan", "aandeel"),
    verschoven: Reeks = S("ind.spoor4.verschoven_capaciteit"),
) -> Reeks:
    """Zaken die in spoor 4 kunnen worden afgedaan: het deel van het prognoseplan dat de IND realiseert, gelijk over de
    maanden, minder als meer zaken de verlengde procedure (VA) vragen dan waarmee het plan rekent, en de capaciteit die spoor 1 en 2
    overlaten.
    """
    mengsel = (1 + aandeel_va_plan * (zwaarte_va - 1)) / (1 + aandeel_va * (zwaarte_va - 1))
    return productie * realisatie / 12 * mengsel + verschoven


@deel.grootheid("ind.spoor4.beslissingen_prognoseplan")
def beslissingen_prognoseplan(
    voorraad: Reeks = V("ind.spoor4.voorraad"),
    instroom: Reeks = S("ind.spoor4.instroom"),
    capaciteit: Reeks = S("ind.spoor4.capaciteit"),
) -> Reeks:
    """Afgedane zaken in spoor 4 zonder het project BAA: de capaciteit, voor zover er zaken zijn."""
    return np.minimum(capaciteit, voorraad + instroom)


@deel.grootheid("ind.spoor4.beslissingen_nieuw")
def beslissingen_nieuw(
    beslissingen: Reeks = S("ind.spoor4.beslissingen_prognoseplan"),
    voorraad: Reeks = V("ind.spoor4.voorraad"),
    instroom: Reeks = S("ind.spoor4.instroom"),
    hervestiging: Reeks = S("instroom.hervestiging_relocatie"),
    aandeel: float = P("ind.spoor4.aandeel_nieuwe_instroom", "aandeel"),
) -> Reeks:
    """Afdoeningen uit de nieuwe instroom: hervestiging en relocatie, waarover bij aankomst wordt beslist, en een deel van de
    andere zaken; de rest van de capaciteit gaat naar de oudste zaken, eerst binnen eerst uit.
    """
    meteen = np.minimum(hervestiging, beslissingen)
    return np.maximum(np.minimum(meteen + (beslissingen - meteen) * aandeel, instroom), beslissingen - voorraad)


@deel.grootheid("ind.baa.beslissingen")
def beslissingen_baa(
    maand: float = Maandnummer(),
    aantal: float = P("ind.baa.beslissingen", "zaken"),
    eerste_maand: float = P("ind.baa.eerste_maand", "maanden"),
    duur: float = P("ind.baa.duur", "maanden"),
    voorraad: Reeks = V("ind.spoor4.voorraad"),
    beslissingen: Reeks = S("ind.spoor4.beslissingen_prognoseplan"),
    nieuw: Reeks = S("ind.spoor4.beslissingen_nieuw"),
) -> Reeks:
    """Extra beslissingen van het project BAA op kansrijke zaken uit de oude voorraad van spoor 4, gelijk over de
    maanden van het project, voor zover die voorraad er is; in de MPP nul.
    """
    per_maand = np.where((maand >= eerste_maand) & (maand < eerste_maand + duur), aantal / duur, 0.0)
    return np.clip(per_maand, 0, np.maximum(voorraad - (beslissingen - nieuw), 0))


@deel.grootheid("ind.spoor4.beslissingen")
def beslissingen_spoor4(prognoseplan: Reeks = S("ind.spoor4.beslissingen_prognoseplan"), baa: Reeks = S("ind.baa.beslissingen")) -> Reeks:
    """Afgedane zaken in spoor 4: volgens het prognoseplan en, in een variant, van het project BAA."""
    return prognoseplan + baa


@deel.grootheid("ind.va.beslissingen")
def beslissingen_va(beslissingen: Reeks = S("ind.spoor4.beslissingen"), aandeel: float = P("ind.va.aandeel", "aandeel")) -> Reeks:
    """Zaken in spoor 4 die in de verlengde asielprocedure (VA) zijn afgedaan."""
    return beslissingen * aandeel


@deel.grootheid("ind.aa.beslissingen")
def beslissingen_aa(beslissingen: Reeks = S("ind.spoor4.beslissingen"), va: Reeks = S("ind.va.beslissingen")) -> Reeks:
    """Zaken in spoor 4 die in de algemene asielprocedure (AA) zijn afgedaan: alle andere."""
    return beslissingen - va


@deel.stroom("ind.spoor4.inwilligingen", van="ind.spoor4.voorraad")
def inwilligingen(
    prognoseplan: Reeks = S("ind.spoor4.beslissingen_prognoseplan"),
    percentage: float = P("ind.spoor4.inwilligingspercentage", "aandeel"),
    baa: Reeks = S("ind.baa.beslissingen"),
    percentage_baa: float = P("ind.baa.inwilligingspercentage", "aandeel"),
) -> Reeks:
    """Inwilligingen in spoor 4: het inwilligingspercentage over alle afdoeningen, en dat van het project BAA over de
    zaken van dat project.
    """
    return prognoseplan * percentage + baa * percentage_baa


@deel.stroom("ind.spoor4.overig", van="ind.spoor4.voorraad")
def overig_spoor4(
    beslissingen: Reeks = S("ind.spoor4.beslissingen_prognoseplan"), aandeel: float = P("ind.spoor4.aandeel_overig", "aandeel")
) -> Reeks:
    """Ingetrokken of buiten behandeling gestelde zaken in spoor 4; in het project BAA zijn die er niet."""
    return beslissingen * aandeel


@deel.stroom("ind.spoor4.afwijzingen", van="ind.spoor4.voorraad")
def afwijzingen(
    beslissingen: Reeks = S("ind.spoor4.beslissingen"),
    ingewilligd: Reeks = S("ind.spoor4.inwilligingen"),
    overig: Reeks = S("ind.spoor4.overig"),
) -> Reeks:
    """Afwijzingen in spoor 4: afdoeningen die geen inwilliging zijn en niet overig."""
    return beslissingen - ingewilligd - overig


@deel.grootheid("ind.spoor4.inwilligingspercentage")
def inwilligingspercentage(ingewilligd: Reeks = S("ind.spoor4.inwilligingen"), beslissingen: Reeks = S("ind.spoor4.beslissingen")) -> Reeks:
    """Inwilligingen als deel van alle afdoeningen in spoor 4."""
    return verhouding(ingewilligd, beslissingen)


@deel.stand("ind.asiel.voorraad")
def voorraad_asiel(
    spoor1: Reeks = V("ind.spoor1.voorraad"),
    spoor2: Reeks = V("ind.spoor2.voorraad"),
    spoor4: Reeks = V("ind.spoor4.voorraad"),
) -> Reeks:
    """Openstaande zaken in spoor 1, 2 en 4."""
    return spoor1 + spoor2 + spoor4
