"""Rechtspraak: appeals against detention at the courts (RvdR) and at the Raad van State."""

from __future__ import annotations

from mpp.productiemodel.bewaring.duur import vertrekt
from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S, V

deel = Deel("RvdR")

deel.voorraad(
    "rvdr.bewaring.voorraad",
    "Openstaande beroepen tegen bewaring.",
    laag="rechtspraak",
    begin="rvdr.bewaring.beginvoorraad",
)
deel.voorraad(
    "rvs.bewaring.voorraad",
    "Openstaande hogere beroepen tegen bewaring.",
    laag="rechtspraak",
    begin="rvs.bewaring.beginvoorraad",
    organisatie="RvS",
)


@deel.stroom("rvdr.bewaring.instroom", naar="rvdr.bewaring.voorraad")
def instroom(geplaatst: Reeks = S("dji.instroom"), per_maatregel: float = P("rvdr.bewaring.beroepen_per_maatregel")) -> Reeks:
    """Beroepen tegen bewaring, eerste en vervolgberoepen: een aantal per persoon die in bewaring wordt geplaatst."""
    return geplaatst * per_maatregel


@deel.grootheid("rvdr.bewaring.afgedaan")
def afgedaan(
    voorraad: Reeks = V("rvdr.bewaring.voorraad"),
    instroom: Reeks = S("rvdr.bewaring.instroom"),
    duur: float = P("rvdr.bewaring.behandelduur"),
) -> Reeks:
    """Afgedane beroepen tegen bewaring, bij de gemiddelde behandelduur; de wet stelt korte termijnen, waardoor zij
    voorgaan op andere zaken.
    """
    return vertrekt(voorraad, instroom, duur)


@deel.stroom("rvdr.bewaring.gegrond", van="rvdr.bewaring.voorraad")
def gegrond(afgedaan: Reeks = S("rvdr.bewaring.afgedaan"), aandeel: float = P("rvdr.bewaring.aandeel_gegrond")) -> Reeks:
    """Gegronde beroepen tegen bewaring."""
    return afgedaan * aandeel


@deel.stroom("rvs.bewaring.instroom", organisatie="RvS", van="rvdr.bewaring.voorraad", naar="rvs.bewaring.voorraad")
def hoger_beroep(
    afgedaan: Reeks = S("rvdr.bewaring.afgedaan"),
    gegrond: Reeks = S("rvdr.bewaring.gegrond"),
    kans: float = P("rvs.bewaring.hoger_beroep_per_uitspraak"),
) -> Reeks:
    """Hogere beroepen tegen bewaring: een deel van de afgedane beroepen die niet gegrond zijn."""
    return (afgedaan - gegrond) * kans


@deel.stroom("rvdr.bewaring.onherroepelijk", van="rvdr.bewaring.voorraad", intern=True)
def onherroepelijk(
    afgedaan: Reeks = S("rvdr.bewaring.afgedaan"),
    gegrond: Reeks = S("rvdr.bewaring.gegrond"),
    hoger: Reeks = S("rvs.bewaring.instroom"),
) -> Reeks:
    """Afgedane beroepen tegen bewaring waarna de uitspraak vaststaat."""
    return afgedaan - gegrond - hoger


@deel.stroom("rvs.bewaring.afgedaan", organisatie="RvS", van="rvs.bewaring.voorraad")
def hoger_beroep_afgedaan(
    voorraad: Reeks = V("rvs.bewaring.voorraad"),
    instroom: Reeks = S("rvs.bewaring.instroom"),
    duur: float = P("rvs.bewaring.behandelduur"),
) -> Reeks:
    """Afgedane hogere beroepen tegen bewaring, bij de gemiddelde behandelduur."""
    return vertrekt(voorraad, instroom, duur)
