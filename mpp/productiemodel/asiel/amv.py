"""Amv in the chain: the part of spoor 4 and of reception that is theirs.

They are counted in the whole as well, so each has a layer of its own; never more of them than of the whole.
"""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks, verhouding
from mpp.productiemodel.verwijzing import P, S, V

deel = Deel()

deel.voorraad("ind.amv.voorraad", laag="zaken van amv", begin="ind.amv.beginvoorraad")
deel.voorraad("coa.amv.bezetting", laag="opvang van amv", begin="coa.amv.begin")


@deel.stroom("ind.amv.instroom", naar="ind.amv.voorraad")
def instroom_ind(amv: Reeks = S("instroom.amv"), spoor4: Reeks = S("ind.spoor4.eerste_aanvragen")) -> Reeks:
    """Eerste aanvragen van amv; zij worden in spoor 4 behandeld."""
    return np.minimum(amv, spoor4)


@deel.grootheid("ind.amv.beslissingen")
def beslissingen(
    amv: Reeks = V("ind.amv.voorraad"),
    instroom: Reeks = S("ind.amv.instroom"),
    voorraad: Reeks = V("ind.spoor4.voorraad"),
    instroom_spoor4: Reeks = S("ind.spoor4.instroom"),
    beslissingen: Reeks = S("ind.spoor4.beslissingen"),
) -> Reeks:
    """Afgedane zaken van amv: hetzelfde deel van hun zaken als van alle zaken in spoor 4."""
    alle = voorraad + instroom_spoor4
    return beslissingen * verhouding(np.minimum(amv + instroom, alle), alle)


@deel.stroom("ind.amv.inwilligingen", van="ind.amv.voorraad")
def inwilligingen(
    beslissingen: Reeks = S("ind.amv.beslissingen"),
    percentage: float = P("ind.amv.inwilligingspercentage", "aandeel"),
    alle: Reeks = S("ind.spoor4.beslissingen"),
    ingewilligd: Reeks = S("ind.spoor4.inwilligingen"),
) -> Reeks:
    """Inwilligingen van amv: hun eigen inwilligingspercentage, voor zover dat past in de inwilligingen en in de andere
    afdoeningen van heel spoor 4.
    """
    return np.clip(beslissingen * percentage, beslissingen - (alle - ingewilligd), ingewilligd)


@deel.stroom("ind.amv.niet_ingewilligd", van="ind.amv.voorraad")
def niet_ingewilligd(beslissingen: Reeks = S("ind.amv.beslissingen"), ingewilligd: Reeks = S("ind.amv.inwilligingen")) -> Reeks:
    """Zaken van amv die zijn afgewezen of op een andere manier afgedaan."""
    return beslissingen - ingewilligd


@deel.stroom("coa.amv.instroom", naar="coa.amv.bezetting")
def instroom_coa(
    amv: Reeks = S("instroom.amv"),
    aandeel: float = P("coa.amv.aandeel", "aandeel"),
    eerste: Reeks = S("instroom.eerste_aanvragen"),
    aandeel_eerste: float = P("coa.aandeel_eerste_aanvragen", "aandeel"),
) -> Reeks:
    """Amv die in de opvang van het COA komen; de jongsten gaan naar opvanggezinnen van Nidos. Nooit meer dan alle eerste
    aanvragers die in de opvang komen.
    """
    return np.minimum(amv * aandeel, eerste * aandeel_eerste)


@deel.stroom("coa.amv.naar_nidos", van="coa.amv.bezetting")
def naar_nidos(
    bezetting: Reeks = V("coa.amv.bezetting"),
    instroom: Reeks = S("coa.amv.instroom"),
    voorraad: Reeks = V("ind.amv.voorraad"),
    aanvragen: Reeks = S("ind.amv.instroom"),
    ingewilligd: Reeks = S("ind.amv.inwilligingen"),
) -> Reeks:
    """Amv die na een vergunning naar een kleine woonvorm of opvanggezin van Nidos gaan: van wie een vergunning krijgt,
    het deel dat nog als amv in de opvang van het COA woont.
    """
    zaken = voorraad + aanvragen
    return ingewilligd * verhouding(np.minimum(bezetting + instroom, zaken), zaken)


@deel.stroom("coa.amv.einde_voogdij", van="coa.amv.bezetting")
def einde_voogdij(
    bezetting: Reeks = V("coa.amv.bezetting"),
    naar_nidos: Reeks = S("coa.amv.naar_nidos"),
    uitstroom: Reeks = S("nidos.uitstroom"),
    pupillen: Reeks = V("nidos.pupillen"),
) -> Reeks:
    """Amv in de opvang die achttien worden, met hun familie worden herenigd of vertrekken: in dezelfde mate als alle
    pupillen van Nidos. Wie achttien wordt, blijft zo nodig in de opvang, maar telt niet meer als amv.
    """
    return np.maximum(bezetting - naar_nidos, 0) * verhouding(uitstroom, pupillen)


@deel.grootheid("coa.amv.uitstroom")
def uitstroom_coa(naar_nidos: Reeks = S("coa.amv.naar_nidos"), einde: Reeks = S("coa.amv.einde_voogdij")) -> Reeks:
    """Amv die de opvang voor amv van het COA verlaten: naar Nidos, of doordat de voogdij eindigt."""
    return naar_nidos + einde


@deel.stand("coa.amv.capaciteit")
def capaciteit(bezetting: Reeks = V("coa.amv.bezetting"), norm: float = P("coa.bezettingspercentage", "aandeel")) -> Reeks:
    """Opvangplekken voor amv die nodig zijn bij het aan te houden bezettingspercentage."""
    return bezetting / norm
