"""What the chain has more than once: a number a year, work by a plan, a decision, a ruling.

Each gives a part that the file of a partner takes in with `Deel.met`. `wat` is what is counted, in Dutch and plural; `eenheid` the
unit of the number a year.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mpp.productiemodel.onderdelen import BUITEN, Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S, V
from mpp.productiemodel.waarden import Waarde


def gelijk_verdeeld(id: str, *, naar: str, eenheid: str, wat: str) -> Deel:
    """A flow into the stock `naar`: the number a year in the parameter of the same id, a twelfth of it each month."""
    deel = Deel(wat=wat)

    @deel.stroom(id, naar=naar)
    def stroom(aantal: Waarde = P(id, eenheid)) -> Waarde:
        """{wat}, gelijk over de maanden verdeeld."""
        return aantal / 12

    return deel


def afdoening(
    id: str, *, voorraad: str, instroom: str, plan: str, duur: str, eenheid: str, wat: str, volgens: str = "het prognoseplan"
) -> Deel:
    """What is done of a stock: a twelfth of the yearly number in `plan` each month, but no faster than `duur` months allow.

    `volgens` says what the plan is.
    """
    deel = Deel(wat=wat, volgens=volgens)

    @deel.grootheid(id)
    def afgedaan(
        voorraad: Reeks = V(voorraad), instroom: Reeks = S(instroom), per_jaar: float = P(plan, eenheid), duur: float = P(duur, "maanden")
    ) -> Reeks:
        """Afgedane {wat}: {volgens} gelijk over de maanden, maar niet sneller dan de behandelduur zonder wachttijd."""
        return np.minimum(per_jaar / 12, (voorraad + instroom) / duur)

    return deel


def inwilliging(zaak: str, *, percentage: str, wat: str, naar: str = BUITEN) -> Deel:
    """The decisions of `zaak` (its stock is `zaak.voorraad`), divided into grants, which go to `naar`, and all others."""
    deel = Deel(wat=wat)

    @deel.stroom(f"{zaak}.inwilligingen", van=f"{zaak}.voorraad", naar=naar)
    def inwilligingen(beslissingen: Reeks = S(f"{zaak}.beslissingen"), percentage: float = P(percentage, "aandeel")) -> Reeks:
        """Ingewilligde {wat}: het inwilligingspercentage over alle afdoeningen."""
        return beslissingen * percentage

    @deel.stroom(f"{zaak}.afwijzingen", van=f"{zaak}.voorraad")
    def afwijzingen(beslissingen: Reeks = S(f"{zaak}.beslissingen"), ingewilligd: Reeks = S(f"{zaak}.inwilligingen")) -> Reeks:
        """Niet ingewilligde {wat}: afgewezen, ingetrokken of buiten behandeling gesteld."""
        return beslissingen - ingewilligd

    return deel


@dataclass(frozen=True)
class Vervolg:
    """The next legal remedy: the flow to it and the stock where that ends, the share that goes on with its unit, and `wat` it is."""

    stroom: str
    naar: str
    kans: str
    eenheid: str
    wat: str


def uitspraken(
    zaak: str, *, voorraad: str, afgedaan: str, wat: str, gevolg: str, naar: str = BUITEN, vervolg: Vervolg | None = None
) -> Deel:
    """What becomes of the cases of a legal remedy that are done: won, taken further, or final.

    `zaak` is how the ids begin (`rvdr.regulier.`); a case that is won goes to `naar`, and `gevolg` says what that means.
    """
    deel = Deel(wat=wat, gevolg=gevolg, vervolg=vervolg.wat if vervolg else "")

    @deel.stroom(f"{zaak}gegrond", van=voorraad, naar=naar)
    def gegrond(afgedaan: Reeks = S(afgedaan), aandeel: float = P(f"{zaak}aandeel_gegrond", "aandeel")) -> Reeks:
        """Gegronde {wat}: {gevolg}."""
        return afgedaan * aandeel

    if vervolg is None:

        @deel.stroom(f"{zaak}onherroepelijk", van=voorraad)
        def onherroepelijk(afgedaan: Reeks = S(afgedaan), gegrond: Reeks = S(f"{zaak}gegrond")) -> Reeks:
            """Afgedane {wat} waarna de beslissing vaststaat."""
            return afgedaan - gegrond

        return deel

    @deel.stroom(vervolg.stroom, van=voorraad, naar=vervolg.naar)
    def verder(
        afgedaan: Reeks = S(afgedaan), gegrond: Reeks = S(f"{zaak}gegrond"), kans: float = P(vervolg.kans, vervolg.eenheid)
    ) -> Reeks:
        """{vervolg}: een deel van de afgedane {wat} die niet gegrond zijn."""
        return (afgedaan - gegrond) * kans

    @deel.stroom(f"{zaak}onherroepelijk", van=voorraad)
    def zonder_vervolg(afgedaan: Reeks = S(afgedaan), gegrond: Reeks = S(f"{zaak}gegrond"), verder: Reeks = S(vervolg.stroom)) -> Reeks:
        """Afgedane {wat} waarna de beslissing vaststaat."""
        return afgedaan - gegrond - verder

    return deel
