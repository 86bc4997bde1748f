"""IND: applications for a visa for entry (mvv) or for a residence permit without one (vvr), by purpose.

The inflow of a purpose is foreseen from history, and a share of it asks for an mvv; each product and purpose has
its own stock and its own line in the prognoseplan.
"""

from __future__ import annotations

from mpp.productiemodel.bouwstenen import afdoening, inwilliging
from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.regulier.doelen import DOELEN, PRODUCTEN
from mpp.productiemodel.verwijzing import P
from mpp.productiemodel.waarden import Waarde


def aanvragen(product: str, doel: str) -> Deel:
    """The stock of one product and purpose, with what comes in and what is decided."""
    deel = Deel(product=PRODUCTEN[product], doel=DOELEN[doel])
    zaak, soort = f"ind.{product}.{doel}", f"ind.regulier.{doel}"

    deel.voorraad(
        f"{zaak}.voorraad",
        laag="regulier",
        begin=f"{zaak}.beginvoorraad",
    )

    if product == "mvv":

        @deel.stroom(f"{zaak}.instroom", naar=f"{zaak}.voorraad")
        def instroom_mvv(
            aantal: Waarde = P(f"{soort}.instroom", "aanvragen"), met_mvv: Waarde = P(f"{soort}.aandeel_mvv", "aandeel")
        ) -> Waarde:
            """Aanvragen {product} voor {doel}: het deel van de aanvragen waarvoor een mvv nodig is, gelijk over de
            maanden verdeeld.
            """
            return aantal * met_mvv / 12

    else:

        @deel.stroom(f"{zaak}.instroom", naar=f"{zaak}.voorraad")
        def instroom_vvr(
            aantal: Waarde = P(f"{soort}.instroom", "aanvragen"), met_mvv: Waarde = P(f"{soort}.aandeel_mvv", "aandeel")
        ) -> Waarde:
            """Aanvragen {product} voor {doel}: het deel van de aanvragen waarvoor geen mvv nodig is, gelijk over de
            maanden verdeeld.
            """
            return aantal * (1 - met_mvv) / 12

    wat = f"aanvragen {PRODUCTEN[product]} voor {DOELEN[doel]}"
    deel.met(
        afdoening(
            f"{zaak}.beslissingen",
            voorraad=f"{zaak}.voorraad",
            instroom=f"{zaak}.instroom",
            plan=f"{zaak}.productie",
            eenheid="aanvragen",
            duur=f"{soort}.behandelduur",
            wat=wat,
        )
    )
    deel.met(inwilliging(zaak, percentage=f"{soort}.inwilligingspercentage", wat=wat))
    return deel
