"""IND: requests to become Dutch, decided first in, first out."""

from __future__ import annotations

from typing import Final

from mpp.productiemodel.bouwstenen import afdoening, gelijk_verdeeld, inwilliging
from mpp.productiemodel.onderdelen import Deel, Wachtrijregels
from mpp.productiemodel.reeks import Reeks, verhouding
from mpp.productiemodel.verwijzing import Rij, S
from mpp.productiemodel.wachtrij import Blik

_DAGEN_PER_MAAND: Final = 365 / 12
_WAT: Final = "verzoeken om naturalisatie"

deel = Deel()

deel.voorraad(
    "ind.naturalisatie.voorraad",
    laag="naturalisatie",
    begin="ind.naturalisatie.beginvoorraad",
    rij=Wachtrijregels(ouder={}, oudste="ind.naturalisatie.begin_oudste"),
)


deel.met(
    gelijk_verdeeld("ind.naturalisatie.instroom", naar="ind.naturalisatie.voorraad", eenheid="aanvragen", wat="Verzoeken om naturalisatie")
)
deel.met(
    afdoening(
        "ind.naturalisatie.beslissingen",
        voorraad="ind.naturalisatie.voorraad",
        instroom="ind.naturalisatie.instroom",
        plan="ind.naturalisatie.productie",
        eenheid="aanvragen",
        duur="ind.naturalisatie.behandelduur",
        wat=_WAT,
    )
)
deel.met(inwilliging("ind.naturalisatie", percentage="ind.naturalisatie.inwilligingspercentage", wat=_WAT))


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
