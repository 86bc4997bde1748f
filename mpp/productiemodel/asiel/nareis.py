"""Nareis: from the grant of a permit to the arrival of the family."""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.bouwstenen import inwilliging
from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S, V

deel = Deel()

deel.voorraad(
    "ind.nareis.voorraad",
    laag="nareis",
    begin="ind.nareis.beginvoorraad",
)
deel.voorraad(
    "ind.nareis.wacht_op_mvv",
    laag="nareis",
    begin="ind.nareis.begin_wacht_op_mvv",
)
deel.voorraad(
    "ind.nareis.nog_niet_ingereisd",
    laag="nareis",
    begin="ind.nareis.begin_nog_niet_ingereisd",
)


@deel.stroom("ind.nareis.aanvragen", naar="ind.nareis.voorraad")
def aanvragen(
    inwilligingen: Reeks = S("ind.spoor4.inwilligingen"),
    aanvragers: float = P("ind.nareis.aandeel_aanvragers", "aandeel"),
    gezin: float = P("ind.nareis.gezinsleden_per_aanvrager", "factor"),
) -> Reeks:
    """Gezinsleden voor wie een mvv nareis wordt aangevraagd: een deel van de vergunninghouders vraagt nareis aan,
    voor een aantal gezinsleden.
    """
    return inwilligingen * aanvragers * gezin


@deel.grootheid("ind.nareis.beslissingen")
def beslissingen(
    voorraad: Reeks = V("ind.nareis.voorraad"),
    aanvragen: Reeks = S("ind.nareis.aanvragen"),
    productie: float = P("ind.nareis.productie", "personen"),
) -> Reeks:
    """Beslissingen op mvv nareis: het prognoseplan gelijk over de maanden, voor zover er aanvragen zijn."""
    return np.minimum(productie / 12, voorraad + aanvragen)


deel.met(
    inwilliging(
        "ind.nareis",
        percentage="ind.nareis.inwilligingspercentage",
        wat="aanvragen mvv nareis, geteld in gezinsleden",
        naar="ind.nareis.wacht_op_mvv",
    )
)


@deel.stroom("bz.mvv_nareis", van="ind.nareis.wacht_op_mvv", naar="ind.nareis.nog_niet_ingereisd")
def mvv_nareis(wachtend: Reeks = V("ind.nareis.wacht_op_mvv"), duur: float = P("ind.nareis.inreisduur", "maanden")) -> Reeks:
    """Machtigingen tot voorlopig verblijf voor nareis die de posten afgeven, een per ingewilligd gezinslid: de afgifte kost
    gemiddeld de helft van de duur tussen inwilliging en inreis.
    """
    return wachtend / (duur / 2)


@deel.grootheid("ind.nareis.einde_inreistermijn")
def einde_inreistermijn(wachtend: Reeks = V("ind.nareis.nog_niet_ingereisd"), duur: float = P("ind.nareis.inreisduur", "maanden")) -> Reeks:
    """Gezinsleden met een mvv die deze maand inreizen of van wie de mvv vervalt: de reis kost de andere helft van de duur
    tussen inwilliging en inreis.
    """
    return wachtend / (duur / 2)


@deel.stroom("instroom.nareis", van="ind.nareis.nog_niet_ingereisd")
def ingereisd(einde: Reeks = S("ind.nareis.einde_inreistermijn"), aandeel: float = P("ind.nareis.aandeel_ingereisd", "aandeel")) -> Reeks:
    """Ingereisde nareizigers."""
    return einde * aandeel


@deel.stroom("ind.nareis.vervallen", van="ind.nareis.nog_niet_ingereisd")
def vervallen(einde: Reeks = S("ind.nareis.einde_inreistermijn"), ingereisd: Reeks = S("instroom.nareis")) -> Reeks:
    """Gezinsleden van wie de mvv nareis vervalt zonder inreis."""
    return einde - ingereisd


@deel.grootheid("instroom.totaal")
def totale_instroom(
    eerste: Reeks = S("instroom.eerste_aanvragen"),
    herhaald: Reeks = S("instroom.herhaald"),
    nareis: Reeks = S("instroom.nareis"),
    hervestiging: Reeks = S("instroom.hervestiging_relocatie"),
) -> Reeks:
    """Totale asielinstroom: eerste aanvragen, tweede en opvolgende aanvragen, nareis en hervestiging en relocatie,
    zonder Oekraïne.
    """
    return eerste + herhaald + nareis + hervestiging
