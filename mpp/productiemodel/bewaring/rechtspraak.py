"""Rechtspraak: appeals against detention at the courts (RvdR) and at the Raad van State."""

from __future__ import annotations

from mpp.productiemodel.bewaring.duur import vertrekt
from mpp.productiemodel.bouwstenen import Vervolg, uitspraken
from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S, V

deel = Deel()

deel.voorraad(
    "rvdr.bewaring.voorraad",
    laag="rechtspraak",
    begin="rvdr.bewaring.beginvoorraad",
)
deel.voorraad(
    "rvs.bewaring.voorraad",
    laag="rechtspraak",
    begin="rvs.bewaring.beginvoorraad",
)


@deel.stroom("rvdr.bewaring.instroom", naar="rvdr.bewaring.voorraad")
def instroom(geplaatst: Reeks = S("dji.instroom"), per_maatregel: float = P("rvdr.bewaring.beroepen_per_maatregel", "factor")) -> Reeks:
    """Beroepen tegen bewaring, eerste en vervolgberoepen: een aantal per persoon die in bewaring wordt geplaatst."""
    return geplaatst * per_maatregel


@deel.grootheid("rvdr.bewaring.afgedaan")
def afgedaan(
    voorraad: Reeks = V("rvdr.bewaring.voorraad"),
    instroom: Reeks = S("rvdr.bewaring.instroom"),
    duur: float = P("rvdr.bewaring.behandelduur", "dagen"),
) -> Reeks:
    """Afgedane beroepen tegen bewaring, bij de gemiddelde behandelduur; de wet stelt korte termijnen, waardoor zij
    voorgaan op andere zaken.
    """
    return vertrekt(voorraad, instroom, duur)


deel.met(
    uitspraken(
        "rvdr.bewaring.",
        voorraad="rvdr.bewaring.voorraad",
        afgedaan="rvdr.bewaring.afgedaan",
        wat="beroepen tegen bewaring",
        gevolg="de rechter geeft de vreemdeling gelijk",
        vervolg=Vervolg(
            "rvs.bewaring.instroom",
            "rvs.bewaring.voorraad",
            "rvs.bewaring.hoger_beroep_per_uitspraak",
            "factor",
            "Hogere beroepen tegen bewaring",
        ),
    )
)


@deel.stroom("rvs.bewaring.afgedaan", van="rvs.bewaring.voorraad")
def hoger_beroep_afgedaan(
    voorraad: Reeks = V("rvs.bewaring.voorraad"),
    instroom: Reeks = S("rvs.bewaring.instroom"),
    duur: float = P("rvs.bewaring.behandelduur", "dagen"),
) -> Reeks:
    """Afgedane hogere beroepen tegen bewaring, bij de gemiddelde behandelduur."""
    return vertrekt(voorraad, instroom, duur)
