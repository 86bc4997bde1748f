"""Objections at the IND, appeals at the courts (RvdR) and higher appeals at the Raad van State.

A case stays in this layer until its decision stands: from objection to appeal to higher appeal, and back to the
objection when the court finds for the applicant, for then the IND decides on it again.
"""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S, V

deel = Deel("IND")

deel.voorraad(
    "ind.regulier.bezwaar_voorraad",
    "Openstaande bezwaren tegen beslissingen op aanvragen mvv en vvr.",
    laag="rechtsmiddelen",
    begin="ind.regulier.begin_bezwaar",
)
deel.voorraad(
    "rvdr.regulier.beroepen_voorraad",
    "Openstaande beroepen in reguliere zaken.",
    laag="rechtsmiddelen",
    begin="rvdr.regulier.begin_beroepen",
    organisatie="RvdR",
)
deel.voorraad(
    "rvs.regulier.hoger_beroep_voorraad",
    "Openstaande hogere beroepen in reguliere zaken.",
    laag="rechtsmiddelen",
    begin="rvs.regulier.begin_hoger_beroep",
    organisatie="RvS",
)


@deel.stroom("ind.regulier.bezwaar_nieuw", naar="ind.regulier.bezwaar_voorraad", intern=True)
def nieuw(afwijzingen: Reeks = S("ind.regulier.afwijzingen"), kans: float = P("ind.regulier.bezwaar_per_afwijzing")) -> Reeks:
    """Nieuwe bezwaren: een deel van de aanvragen mvv en vvr die niet zijn ingewilligd."""
    return afwijzingen * kans


@deel.grootheid("ind.regulier.bezwaar_afgedaan")
def bezwaar_afgedaan(
    voorraad: Reeks = V("ind.regulier.bezwaar_voorraad"),
    nieuw: Reeks = S("ind.regulier.bezwaar_nieuw"),
    productie: float = P("ind.regulier.bezwaar_productie"),
    duur: float = P("ind.regulier.bezwaar_behandelduur"),
) -> Reeks:
    """Afgedane bezwaren: het prognoseplan gelijk over de maanden, maar niet sneller dan de behandelduur zonder
    wachttijd.
    """
    return np.minimum(productie / 12, (voorraad + nieuw) / duur)


@deel.stroom("ind.regulier.bezwaar_gegrond", van="ind.regulier.bezwaar_voorraad")
def bezwaar_gegrond(
    afgedaan: Reeks = S("ind.regulier.bezwaar_afgedaan"), aandeel: float = P("ind.regulier.bezwaar_aandeel_gegrond")
) -> Reeks:
    """Gegronde bezwaren: de aanvrager krijgt alsnog wat is gevraagd."""
    return afgedaan * aandeel


@deel.stroom(
    "rvdr.regulier.beroepen_instroom", organisatie="RvdR", van="ind.regulier.bezwaar_voorraad", naar="rvdr.regulier.beroepen_voorraad"
)
def beroepen_instroom(
    afgedaan: Reeks = S("ind.regulier.bezwaar_afgedaan"),
    gegrond: Reeks = S("ind.regulier.bezwaar_gegrond"),
    kans: float = P("rvdr.regulier.beroep_per_bezwaar"),
) -> Reeks:
    """Beroepen: een deel van de afgedane bezwaren die niet gegrond zijn."""
    return (afgedaan - gegrond) * kans


@deel.stroom("ind.regulier.bezwaar_onherroepelijk", van="ind.regulier.bezwaar_voorraad", intern=True)
def bezwaar_onherroepelijk(
    afgedaan: Reeks = S("ind.regulier.bezwaar_afgedaan"),
    gegrond: Reeks = S("ind.regulier.bezwaar_gegrond"),
    beroepen: Reeks = S("rvdr.regulier.beroepen_instroom"),
) -> Reeks:
    """Afgedane bezwaren waarna de beslissing vaststaat."""
    return afgedaan - gegrond - beroepen


@deel.grootheid("rvdr.regulier.beroepen_afgedaan", organisatie="RvdR")
def beroepen_afgedaan(
    voorraad: Reeks = V("rvdr.regulier.beroepen_voorraad"),
    instroom: Reeks = S("rvdr.regulier.beroepen_instroom"),
    capaciteit: float = P("rvdr.regulier.capaciteit"),
    duur: float = P("rvdr.regulier.beroep_behandelduur"),
) -> Reeks:
    """Afgedane beroepen: de capaciteit gelijk over de maanden, maar niet sneller dan de behandelduur zonder wachttijd."""
    return np.minimum(capaciteit / 12, (voorraad + instroom) / duur)


@deel.stroom(
    "rvdr.regulier.gegrond", organisatie="RvdR", van="rvdr.regulier.beroepen_voorraad", naar="ind.regulier.bezwaar_voorraad", intern=True
)
def beroep_gegrond(afgedaan: Reeks = S("rvdr.regulier.beroepen_afgedaan"), aandeel: float = P("rvdr.regulier.aandeel_gegrond")) -> Reeks:
    """Gegronde beroepen: de IND beslist opnieuw op het bezwaar."""
    return afgedaan * aandeel


@deel.stroom(
    "rvs.regulier.hoger_beroep_instroom",
    organisatie="RvS",
    van="rvdr.regulier.beroepen_voorraad",
    naar="rvs.regulier.hoger_beroep_voorraad",
)
def hoger_beroep_instroom(
    afgedaan: Reeks = S("rvdr.regulier.beroepen_afgedaan"),
    gegrond: Reeks = S("rvdr.regulier.gegrond"),
    kans: float = P("rvs.regulier.hoger_beroep_per_uitspraak"),
) -> Reeks:
    """Hogere beroepen: een deel van de afgedane beroepen die niet gegrond zijn."""
    return (afgedaan - gegrond) * kans


@deel.stroom("rvdr.regulier.onherroepelijk", organisatie="RvdR", van="rvdr.regulier.beroepen_voorraad", intern=True)
def beroep_onherroepelijk(
    afgedaan: Reeks = S("rvdr.regulier.beroepen_afgedaan"),
    gegrond: Reeks = S("rvdr.regulier.gegrond"),
    hoger: Reeks = S("rvs.regulier.hoger_beroep_instroom"),
) -> Reeks:
    """Afgedane beroepen waarna de beslissing vaststaat."""
    return afgedaan - gegrond - hoger


@deel.grootheid("rvs.regulier.hoger_beroep_afgedaan", organisatie="RvS")
def hoger_beroep_afgedaan(
    voorraad: Reeks = V("rvs.regulier.hoger_beroep_voorraad"),
    instroom: Reeks = S("rvs.regulier.hoger_beroep_instroom"),
    capaciteit: float = P("rvs.regulier.capaciteit"),
    duur: float = P("rvs.regulier.hoger_beroep_behandelduur"),
) -> Reeks:
    """Afgedane hogere beroepen: de capaciteit gelijk over de maanden, maar niet sneller dan de behandelduur zonder
    wachttijd.
    """
    return np.minimum(capaciteit / 12, (voorraad + instroom) / duur)


@deel.stroom(
    "rvs.regulier.gegrond", organisatie="RvS", van="rvs.regulier.hoger_beroep_voorraad", naar="ind.regulier.bezwaar_voorraad", intern=True
)
def hoger_beroep_gegrond(
    afgedaan: Reeks = S("rvs.regulier.hoger_beroep_afgedaan"), aandeel: float = P("rvs.regulier.aandeel_gegrond")
) -> Reeks:
    """Gegronde hogere beroepen: de IND beslist opnieuw op het bezwaar."""
    return afgedaan * aandeel


@deel.stroom("rvs.regulier.ongegrond", organisatie="RvS", van="rvs.regulier.hoger_beroep_voorraad", intern=True)
def hoger_beroep_ongegrond(afgedaan: Reeks = S("rvs.regulier.hoger_beroep_afgedaan"), gegrond: Reeks = S("rvs.regulier.gegrond")) -> Reeks:
    """Hogere beroepen waarna de beslissing vaststaat."""
    return afgedaan - gegrond


@deel.grootheid("ind.regulier.bezwaar_instroom")
def bezwaar_instroom(
    nieuw: Reeks = S("ind.regulier.bezwaar_nieuw"),
    gegrond: Reeks = S("rvdr.regulier.gegrond"),
    gegrond_rvs: Reeks = S("rvs.regulier.gegrond"),
) -> Reeks:
    """Instroom van bezwaren: nieuwe, en die na een gegrond beroep of hoger beroep terugkomen."""
    return nieuw + gegrond + gegrond_rvs
