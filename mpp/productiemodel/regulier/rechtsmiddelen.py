"""Objections at the IND, appeals at the courts (RvdR) and higher appeals at the Raad van State.

A case stays in this layer until its decision stands: from objection to appeal to higher appeal, and back to the
objection when the court finds for the applicant, for then the IND decides on it again.
"""

from __future__ import annotations

from mpp.productiemodel.bouwstenen import Vervolg, afdoening, uitspraken
from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S

deel = Deel()

deel.voorraad(
    "ind.regulier.bezwaar_voorraad",
    laag="rechtsmiddelen",
    begin="ind.regulier.begin_bezwaar",
)
deel.voorraad(
    "rvdr.regulier.beroepen_voorraad",
    laag="rechtsmiddelen",
    begin="rvdr.regulier.begin_beroepen",
)
deel.voorraad(
    "rvs.regulier.hoger_beroep_voorraad",
    laag="rechtsmiddelen",
    begin="rvs.regulier.begin_hoger_beroep",
)


@deel.stroom("ind.regulier.bezwaar_nieuw", naar="ind.regulier.bezwaar_voorraad")
def nieuw(afwijzingen: Reeks = S("ind.regulier.afwijzingen"), kans: float = P("ind.regulier.bezwaar_per_afwijzing", "aandeel")) -> Reeks:
    """Nieuwe bezwaren: een deel van de aanvragen mvv en vvr die niet zijn ingewilligd."""
    return afwijzingen * kans


deel.met(
    afdoening(
        "ind.regulier.bezwaar_afgedaan",
        voorraad="ind.regulier.bezwaar_voorraad",
        instroom="ind.regulier.bezwaar_nieuw",
        plan="ind.regulier.bezwaar_productie",
        eenheid="zaken",
        duur="ind.regulier.bezwaar_behandelduur",
        wat="bezwaren",
    )
)
deel.met(
    uitspraken(
        "ind.regulier.bezwaar_",
        voorraad="ind.regulier.bezwaar_voorraad",
        afgedaan="ind.regulier.bezwaar_afgedaan",
        wat="bezwaren",
        gevolg="de aanvrager krijgt alsnog wat is gevraagd",
        vervolg=Vervolg(
            "rvdr.regulier.beroepen_instroom",
            "rvdr.regulier.beroepen_voorraad",
            "rvdr.regulier.beroep_per_bezwaar",
            "aandeel",
            "Beroepen",
        ),
    )
)
deel.met(
    afdoening(
        "rvdr.regulier.beroepen_afgedaan",
        voorraad="rvdr.regulier.beroepen_voorraad",
        instroom="rvdr.regulier.beroepen_instroom",
        plan="rvdr.regulier.capaciteit",
        eenheid="zaken",
        duur="rvdr.regulier.beroep_behandelduur",
        wat="beroepen",
        volgens="de capaciteit",
    )
)
deel.met(
    uitspraken(
        "rvdr.regulier.",
        voorraad="rvdr.regulier.beroepen_voorraad",
        afgedaan="rvdr.regulier.beroepen_afgedaan",
        wat="beroepen",
        gevolg="de IND beslist opnieuw op het bezwaar",
        naar="ind.regulier.bezwaar_voorraad",
        vervolg=Vervolg(
            "rvs.regulier.hoger_beroep_instroom",
            "rvs.regulier.hoger_beroep_voorraad",
            "rvs.regulier.hoger_beroep_per_uitspraak",
            "aandeel",
            "Hogere beroepen",
        ),
    )
)
deel.met(
    afdoening(
        "rvs.regulier.hoger_beroep_afgedaan",
        voorraad="rvs.regulier.hoger_beroep_voorraad",
        instroom="rvs.regulier.hoger_beroep_instroom",
        plan="rvs.regulier.capaciteit",
        eenheid="zaken",
        duur="rvs.regulier.hoger_beroep_behandelduur",
        wat="hogere beroepen",
        volgens="de capaciteit",
    )
)
deel.met(
    uitspraken(
        "rvs.regulier.",
        voorraad="rvs.regulier.hoger_beroep_voorraad",
        afgedaan="rvs.regulier.hoger_beroep_afgedaan",
        wat="hogere beroepen",
        gevolg="de IND beslist opnieuw op het bezwaar",
        naar="ind.regulier.bezwaar_voorraad",
    )
)


@deel.grootheid("ind.regulier.bezwaar_instroom")
def bezwaar_instroom(
    nieuw: Reeks = S("ind.regulier.bezwaar_nieuw"),
    gegrond: Reeks = S("rvdr.regulier.gegrond"),
    gegrond_rvs: Reeks = S("rvs.regulier.gegrond"),
) -> Reeks:
    """Instroom van bezwaren: nieuwe, en die na een gegrond beroep of hoger beroep terugkomen."""
    return nieuw + gegrond + gegrond_rvs
