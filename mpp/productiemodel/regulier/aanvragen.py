"""IND: applications for a visa for entry (mvv) or for a residence permit without one (vvr), by purpose.

The inflow of a purpose is foreseen from history, and a share of it asks for an mvv; each product and purpose has
its own stock and its own line in the prognoseplan.
"""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.regulier.doelen import DOELEN, PRODUCTEN
from mpp.productiemodel.verwijzing import P, S, V
from mpp.productiemodel.waarden import Waarde


def aanvragen(product: str, doel: str) -> Deel:
    """The stock of one product and purpose, with what comes in and what is decided."""
    deel = Deel("IND", product=PRODUCTEN[product], doel=DOELEN[doel])
    zaak, soort = f"ind.{product}.{doel}", f"ind.regulier.{doel}"

    deel.voorraad(
        f"{zaak}.voorraad",
        f"Openstaande aanvragen {PRODUCTEN[product]} voor {DOELEN[doel]}.",
        laag="regulier",
        begin=f"{zaak}.beginvoorraad",
    )

    if product == "mvv":

        @deel.stroom(f"{zaak}.instroom", naar=f"{zaak}.voorraad")
        def instroom_mvv(aantal: Waarde = P(f"{soort}.instroom"), met_mvv: Waarde = P(f"{soort}.aandeel_mvv")) -> Waarde:
            """Aanvragen {product} voor {doel}: het deel van de aanvragen waarvoor een mvv nodig is, gelijk over de
            maanden verdeeld.
            """
            return aantal * met_mvv / 12

    else:

        @deel.stroom(f"{zaak}.instroom", naar=f"{zaak}.voorraad")
        def instroom_vvr(aantal: Waarde = P(f"{soort}.instroom"), met_mvv: Waarde = P(f"{soort}.aandeel_mvv")) -> Waarde:
            """Aanvragen {product} voor {doel}: het deel van de aanvragen waarvoor geen mvv nodig is, gelijk over de
            maanden verdeeld.
            """
            return aantal * (1 - met_mvv) / 12

    @deel.grootheid(f"{zaak}.beslissingen")
    def beslissingen(
        voorraad: Reeks = V(f"{zaak}.voorraad"),
        instroom: Reeks = S(f"{zaak}.instroom"),
        productie: float = P(f"{zaak}.productie"),
        duur: float = P(f"{soort}.behandelduur"),
    ) -> Reeks:
        """Afgedane aanvragen {product} voor {doel}: het prognoseplan gelijk over de maanden, maar niet sneller dan de
        behandelduur zonder wachttijd.
        """
        return np.minimum(productie / 12, (voorraad + instroom) / duur)

    @deel.stroom(f"{zaak}.inwilligingen", van=f"{zaak}.voorraad")
    def inwilligingen(beslissingen: Reeks = S(f"{zaak}.beslissingen"), percentage: float = P(f"{soort}.inwilligingspercentage")) -> Reeks:
        """Ingewilligde aanvragen {product} voor {doel}: het inwilligingspercentage over alle afdoeningen."""
        return beslissingen * percentage

    @deel.stroom(f"{zaak}.afwijzingen", van=f"{zaak}.voorraad", intern=True)
    def afwijzingen(beslissingen: Reeks = S(f"{zaak}.beslissingen"), ingewilligd: Reeks = S(f"{zaak}.inwilligingen")) -> Reeks:
        """Aanvragen {product} voor {doel} die zijn afgewezen, ingetrokken of buiten behandeling gesteld."""
        return beslissingen - ingewilligd

    return deel
