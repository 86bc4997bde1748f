"""IND: the applications of all purposes together, per product and for regulier as a whole."""

from __future__ import annotations

from typing import Final

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks, verhouding
from mpp.productiemodel.regulier.doelen import DOELEN, PRODUCTEN
from mpp.productiemodel.verwijzing import S, V

#: What is added up, and how it reads before "aanvragen".
SOORTEN: Final = {"instroom": "Ingediende", "beslissingen": "Afgedane", "inwilligingen": "Ingewilligde", "afwijzingen": "Niet ingewilligde"}


def per_doel(doel: str) -> Deel:
    """The inflow of one purpose."""
    deel = Deel(doel=DOELEN[doel])

    @deel.grootheid(f"ind.regulier.{doel}.instroom")
    def instroom(mvv: Reeks = S(f"ind.mvv.{doel}.instroom"), vvr: Reeks = S(f"ind.vvr.{doel}.instroom")) -> Reeks:
        """Aanvragen voor {doel}, met en zonder mvv."""
        return mvv + vvr

    return deel


def per_product(product: str, soort: str) -> Deel:
    """Of one product what was received, decided, granted or not granted."""
    deel = Deel(product=PRODUCTEN[product], soort=SOORTEN[soort])

    @deel.grootheid(f"ind.{product}.{soort}")
    def som(
        arbeid: Reeks = S(f"ind.{product}.arbeid.{soort}"),
        studie: Reeks = S(f"ind.{product}.studie.{soort}"),
        gezin: Reeks = S(f"ind.{product}.gezin.{soort}"),
        overig: Reeks = S(f"ind.{product}.overig.{soort}"),
    ) -> Reeks:
        """{soort} aanvragen {product}, alle doelen samen."""
        return arbeid + studie + gezin + overig

    return deel


def samen(soort: str) -> Deel:
    """Of both products what was received, decided, granted or not granted."""
    deel = Deel(soort=SOORTEN[soort])

    @deel.grootheid(f"ind.regulier.{soort}")
    def som(mvv: Reeks = S(f"ind.mvv.{soort}"), vvr: Reeks = S(f"ind.vvr.{soort}")) -> Reeks:
        """{soort} aanvragen mvv en vvr, alle doelen samen."""
        return mvv + vvr

    return deel


def voorraad(product: str) -> Deel:
    """The stock of one product."""
    deel = Deel(product=PRODUCTEN[product])

    @deel.stand(f"ind.{product}.voorraad")
    def som(
        arbeid: Reeks = V(f"ind.{product}.arbeid.voorraad"),
        studie: Reeks = V(f"ind.{product}.studie.voorraad"),
        gezin: Reeks = V(f"ind.{product}.gezin.voorraad"),
        overig: Reeks = V(f"ind.{product}.overig.voorraad"),
    ) -> Reeks:
        """Openstaande aanvragen {product}, alle doelen samen."""
        return arbeid + studie + gezin + overig

    return deel


regulier = Deel()


@regulier.stand("ind.regulier.voorraad")
def voorraad_regulier(mvv: Reeks = V("ind.mvv.voorraad"), vvr: Reeks = V("ind.vvr.voorraad")) -> Reeks:
    """Openstaande aanvragen mvv en vvr, alle doelen samen."""
    return mvv + vvr


@regulier.grootheid("ind.regulier.inwilligingspercentage")
def inwilligingspercentage(
    ingewilligd: Reeks = S("ind.regulier.inwilligingen"), beslissingen: Reeks = S("ind.regulier.beslissingen")
) -> Reeks:
    """Inwilligingen als deel van alle afdoeningen van aanvragen mvv en vvr."""
    return verhouding(ingewilligd, beslissingen)


DELEN: Final[tuple[Deel, ...]] = (
    *(per_doel(doel) for doel in DOELEN),
    *(per_product(product, soort) for soort in SOORTEN for product in PRODUCTEN),
    *(samen(soort) for soort in SOORTEN),
    *(voorraad(product) for product in PRODUCTEN),
    regulier,
)
