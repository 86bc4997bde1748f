"""IND: spoor 1, 2 and 4. The prognoseplan sets the production; when inflow varies, stocks move."""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.onderdelen import Deel, Wachtrijregels
from mpp.productiemodel.reeks import Reeks, verhouding
from mpp.productiemodel.verwijzing import P, Pjaren, Rij, S, Som, V
from mpp.productiemodel.wachtrij import Blik

deel = Deel("IND")

deel.voorraad("ind.spoor1.voorraad", "Openstaande zaken in spoor 1.", laag="zaken", begin="ind.spoor1.beginvoorraad")
deel.voorraad("ind.spoor2.voorraad", "Openstaande zaken in spoor 2.", laag="zaken", begin="ind.spoor2.beginvoorraad")
deel.voorraad(
    "ind.spoor4.voorraad",
    "Openstaande zaken in spoor 4, afgedaan op volgorde van binnenkomst.",
    laag="zaken",
    begin="ind.spoor4.beginvoorraad",
    rij=Wachtrijregels(
        ouder={6: "ind.spoor4.begin_ouder_6", 9: "ind.spoor4.begin_ouder_9", 12: "ind.spoor4.begin_ouder_12"},
        oudste="ind.spoor4.begin_oudste",
        nieuw="ind.spoor4.beslissingen_nieuw",
    ),
)


@deel.grootheid("ind.spoor1.beslissingen")
def beslissingen_spoor1(
    voorraad: Reeks = V("ind.spoor1.voorraad"),
    instroom: Reeks = S("ind.spoor1.instroom"),
    productie: float = P("ind.spoor1.productie"),
    duur: float = P("ind.spoor1.behandelduur"),
) -> Reeks:
    """Afgedane zaken in spoor 1: het prognoseplan gelijk over de maanden, maar niet sneller dan de behandelduur
    zonder wachttijd.
    """
    return np.minimum(productie / 12, (voorraad + instroom) / duur)


@deel.stroom("ind.spoor4.zij_instroom", van="ind.spoor1.voorraad", naar="ind.spoor4.voorraad", intern=True)
def zij_instroom(beslissingen: Reeks = S("ind.spoor1.beslissingen"), aandeel: float = P("ind.spoor1.aandeel_zij_instroom")) -> Reeks:
    """Zij-instroom: zaken uit spoor 1 die alsnog in spoor 4 komen omdat overdracht niet mogelijk is of de termijn
    is verlopen.
    """
    return beslissingen * aandeel


@deel.stroom("ind.spoor1.overig", van="ind.spoor1.voorraad", intern=True)
def overig_spoor1(beslissingen: Reeks = S("ind.spoor1.beslissingen"), aandeel: float = P("ind.spoor1.aandeel_overig")) -> Reeks:
    """Ingetrokken of buiten behandeling gestelde zaken in spoor 1."""
    return beslissingen * aandeel


@deel.stroom("ind.spoor1.afwijzingen", van="ind.spoor1.voorraad", intern=True)
def afwijzingen_spoor1(
    beslissingen: Reeks = S("ind.spoor1.beslissingen"),
    zij: Reeks = S("ind.spoor4.zij_instroom"),
    overig: Reeks = S("ind.spoor1.overig"),
) -> Reeks:
    """Dublinbeslissingen: de aanvraag wordt niet in behandeling genomen, overdracht aan een andere lidstaat volgt."""
    return beslissingen - zij - overig


@deel.grootheid("ind.spoor2.beslissingen")
def beslissingen_spoor2(
    voorraad: Reeks = V("ind.spoor2.voorraad"),
    instroom: Reeks = S("ind.spoor2.instroom"),
    productie: float = P("ind.spoor2.productie"),
    duur: float = P("ind.spoor2.behandelduur"),
) -> Reeks:
    """Afgedane zaken in spoor 2: het prognoseplan gelijk over de maanden, maar niet sneller dan de behandelduur
    zonder wachttijd.
    """
    return np.minimum(productie / 12, (voorraad + instroom) / duur)


@deel.stroom("ind.spoor2.overig", van="ind.spoor2.voorraad", intern=True)
def overig_spoor2(beslissingen: Reeks = S("ind.spoor2.beslissingen"), aandeel: float = P("ind.spoor2.aandeel_overig")) -> Reeks:
    """Ingetrokken of buiten behandeling gestelde zaken in spoor 2."""
    return beslissingen * aandeel


@deel.stroom("ind.spoor2.afwijzingen", van="ind.spoor2.voorraad", intern=True)
def afwijzingen_spoor2(beslissingen: Reeks = S("ind.spoor2.beslissingen"), overig: Reeks = S("ind.spoor2.overig")) -> Reeks:
    """Afwijzingen in spoor 2."""
    return beslissingen - overig


@deel.stroom("ind.spoor4.herbeoordeling", naar="ind.spoor4.voorraad", intern=True)
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


@deel.grootheid("ind.spoor4.beslissingen")
def beslissingen_spoor4(
    voorraad: Reeks = V("ind.spoor4.voorraad"),
    instroom: Reeks = S("ind.spoor4.instroom"),
    productie: float = P("ind.spoor4.productie"),
) -> Reeks:
    """Afgedane zaken in spoor 4: het prognoseplan gelijk over de maanden, voor zover er zaken zijn."""
    return np.minimum(productie / 12, voorraad + instroom)


@deel.grootheid("ind.spoor4.beslissingen_nieuw", intern=True)
def beslissingen_nieuw(
    beslissingen: Reeks = S("ind.spoor4.beslissingen"),
    voorraad: Reeks = V("ind.spoor4.voorraad"),
    instroom: Reeks = S("ind.spoor4.instroom"),
    aandeel: float = P("ind.spoor4.aandeel_nieuwe_instroom"),
) -> Reeks:
    """Afdoeningen uit de nieuwe instroom; de rest van de capaciteit gaat naar de oudste zaken, eerst binnen eerst
    uit.
    """
    return np.maximum(np.minimum(beslissingen * aandeel, instroom), beslissingen - voorraad)


@deel.stroom("ind.spoor4.inwilligingen", van="ind.spoor4.voorraad")
def inwilligingen(beslissingen: Reeks = S("ind.spoor4.beslissingen"), percentage: float = P("ind.spoor4.inwilligingspercentage")) -> Reeks:
    """Inwilligingen in spoor 4: het inwilligingspercentage over alle afdoeningen."""
    return beslissingen * percentage


@deel.stroom("ind.spoor4.overig", van="ind.spoor4.voorraad")
def overig_spoor4(beslissingen: Reeks = S("ind.spoor4.beslissingen"), aandeel: float = P("ind.spoor4.aandeel_overig")) -> Reeks:
    """Ingetrokken of buiten behandeling gestelde zaken in spoor 4."""
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


@deel.grootheid("ind.spoor4.doorlooptijd")
def doorlooptijd(
    rij: Blik = Rij("ind.spoor4.voorraad"),
    beslissingen: Reeks = S("ind.spoor4.beslissingen"),
    nieuw: Reeks = S("ind.spoor4.beslissingen_nieuw"),
    behandelduur: float = P("ind.spoor4.behandelduur_nieuw"),
) -> Reeks:
    """Weken tussen aanvraag en beslissing, gemiddeld over de afgedane zaken: de wachttijd van de oudste zaken en de
    behandelduur van de nieuwe.
    """
    weken = nieuw * behandelduur + (beslissingen - nieuw) * rij.wachttijd_voorste() * 52 / 12
    return verhouding(weken, beslissingen)


@deel.stand("ind.asiel.voorraad")
def voorraad_asiel(
    spoor1: Reeks = V("ind.spoor1.voorraad"),
    spoor2: Reeks = V("ind.spoor2.voorraad"),
    spoor4: Reeks = V("ind.spoor4.voorraad"),
) -> Reeks:
    """Openstaande zaken in spoor 1, 2 en 4."""
    return spoor1 + spoor2 + spoor4


def _te_laat(rij: Blik, per_jaar: Reeks, oud: float, verlengd: float, verlengd_sinds: float, sinds: float = np.inf) -> Reeks:
    """How many waiting cases are beyond the term of their month of application, for no longer than `sinds` months."""
    ervoor, nu = -1 - verlengd_sinds, rij.maand - 1
    termijnen = [
        (-np.inf, ervoor, oud),
        (ervoor, -1, verlengd),
        *((12 * j - 1, 12 * j + 11, termijn) for j, termijn in enumerate(per_jaar)),
    ]
    te_laat = rij.niemand
    for van, tot, termijn in termijnen:
        te_laat = te_laat + rij.gekomen_tussen(max(van, nu - termijn - sinds), min(tot, nu - termijn))
    return te_laat


@deel.stand("ind.spoor4.zaken_buiten_termijn", intern=True)
def zaken_buiten_termijn(
    rij: Blik = Rij("ind.spoor4.voorraad"),
    termijnen: Reeks = Pjaren("ind.beslistermijn"),
    oud: float = P("ind.beslistermijn_oud"),
    verlengd: float = P("ind.beslistermijn_verlengd"),
    verlengd_sinds: float = P("ind.verlenging_maanden_voor_begin"),
) -> Reeks:
    """Zaken in spoor 4 die langer openstaan dan de wettelijke beslistermijn die gold bij de aanvraag."""
    return _te_laat(rij, termijnen, oud, verlengd, verlengd_sinds)


@deel.stand("ind.spoor4.buiten_termijn")
def buiten_termijn(te_laat: Reeks = V("ind.spoor4.zaken_buiten_termijn"), voorraad: Reeks = V("ind.spoor4.voorraad")) -> Reeks:
    """Deel van de voorraad spoor 4 dat buiten de wettelijke beslistermijn valt."""
    return verhouding(te_laat, voorraad)


@deel.grootheid("ind.spoor4.termijn_verstreken", intern=True)
def termijn_verstreken(
    rij: Blik = Rij("ind.spoor4.voorraad"),
    termijnen: Reeks = Pjaren("ind.beslistermijn"),
    oud: float = P("ind.beslistermijn_oud"),
    verlengd: float = P("ind.beslistermijn_verlengd"),
    verlengd_sinds: float = P("ind.verlenging_maanden_voor_begin"),
) -> Reeks:
    """Openstaande zaken in spoor 4 waarvan de wettelijke beslistermijn in de afgelopen maand is verstreken."""
    return _te_laat(rij, termijnen, oud, verlengd, verlengd_sinds, sinds=1)


@deel.grootheid("ind.ingebrekestellingen")
def ingebrekestellingen(
    verstreken: Reeks = S("ind.spoor4.termijn_verstreken"), aandeel: float = P("ind.aandeel_ingebrekestelling")
) -> Reeks:
    """Ingebrekestellingen in spoor 4: een deel van de aanvragers stelt de IND in gebreke zodra de termijn is
    verstreken, een keer per zaak.
    """
    return verstreken * aandeel
