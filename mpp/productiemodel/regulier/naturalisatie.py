"""IND: requests to become Dutch, decided first in, first out."""

from __future__ import annotations

from typing import Final

import numpy as np

from mpp.productiemodel.onderdelen import Deel, Wachtrijregels
from mpp.productiemodel.reeks import Reeks, verhouding
from mpp.productiemodel.verwijzing import P, Rij, S, V
from mpp.productiemodel.waarden import Waarde
from mpp.productiemodel.wachtrij import Blik

_DAGEN_PER_MAAND: Final = 365 / 12

deel = Deel("IND")

deel.voorraad(
    "ind.naturalisatie.voorraad",
    "Openstaande verzoeken om naturalisatie.",
    laag="naturalisatie",
    begin="ind.naturalisatie.beginvoorraad",
    rij=Wachtrijregels(ouder={}, oudste="ind.naturalisatie.begin_oudste"),
)


@deel.stroom("ind.naturalisatie.instroom", naar="ind.naturalisatie.voorraad")
def instroom(aantal: Waarde = P("ind.naturalisatie.instroom")) -> Waarde:
    """Verzoeken om naturalisatie, gelijk over de maanden verdeeld."""
    return aantal / 12


@deel.grootheid("ind.naturalisatie.beslissingen")
def beslissingen(
    voorraad: Reeks = V("ind.naturalisatie.voorraad"),
    instroom: Reeks = S("ind.naturalisatie.instroom"),
    productie: float = P("ind.naturalisatie.productie"),
    duur: float = P("ind.naturalisatie.behandelduur"),
) -> Reeks:
    """Afgedane verzoeken om naturalisatie: het prognoseplan gelijk over de maanden, maar niet sneller dan de
    behandelduur zonder wachttijd.
    """
    return np.minimum(productie / 12, (voorraad + instroom) / duur)


@deel.stroom("ind.naturalisatie.inwilligingen", van="ind.naturalisatie.voorraad")
def inwilligingen(
    beslissingen: Reeks = S("ind.naturalisatie.beslissingen"), percentage: float = P("ind.naturalisatie.inwilligingspercentage")
) -> Reeks:
    """Ingewilligde verzoeken om naturalisatie: het inwilligingspercentage over alle afdoeningen."""
    return beslissingen * percentage


@deel.stroom("ind.naturalisatie.afwijzingen", van="ind.naturalisatie.voorraad", intern=True)
def afwijzingen(
    beslissingen: Reeks = S("ind.naturalisatie.beslissingen"), ingewilligd: Reeks = S("ind.naturalisatie.inwilligingen")
) -> Reeks:
    """Verzoeken om naturalisatie die zijn afgewezen, ingetrokken of buiten behandeling gesteld."""
    return beslissingen - ingewilligd


@deel.grootheid("ind.naturalisatie.inwilligingspercentage")
def inwilligingspercentage(
    ingewilligd: Reeks = S("ind.naturalisatie.inwilligingen"), beslissingen: Reeks = S("ind.naturalisatie.beslissingen")
) -> Reeks:
    """Inwilligingen als deel van alle afdoeningen van verzoeken om naturalisatie."""
    return verhouding(ingewilligd, beslissingen)


@deel.grootheid("ind.naturalisatie.doorlooptijd")
def doorlooptijd(rij: Blik = Rij("ind.naturalisatie.voorraad")) -> Reeks:
    """Dagen tussen verzoek en beslissing: de wachttijd van de oudste verzoeken, die het eerst worden afgedaan."""
    return rij.wachttijd_voorste() * _DAGEN_PER_MAAND
