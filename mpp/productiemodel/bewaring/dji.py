"""DJI: who is held in detention, for how long, and the places that takes."""

from __future__ import annotations

from mpp.productiemodel.bewaring.duur import vertrekt
from mpp.productiemodel.bouwstenen import gelijk_verdeeld
from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks, verhouding
from mpp.productiemodel.verwijzing import P, S, V

deel = Deel()

deel.voorraad("dji.bezetting", laag="bewaring", begin="dji.begin_bezetting")


@deel.stroom("dji.instroom_art59", naar="dji.bezetting")
def instroom_art59(
    gedwongen: Reeks = S("dtv.vertrek_gedwongen"), per_vertrek: float = P("dji.inbewaringstellingen_per_vertrek", "factor")
) -> Reeks:
    """Inbewaringstellingen op grond van artikel 59 van de Vreemdelingenwet: zij bereiden gedwongen vertrek voor en
    volgen het aantal mensen dat de DT&V gedwongen laat vertrekken.
    """
    return gedwongen * per_vertrek


deel.met(
    gelijk_verdeeld(
        "dji.instroom_grens",
        naar="dji.bezetting",
        eenheid="personen",
        wat="Grensdetentie op grond van artikel 6 van de Vreemdelingenwet",
    )
)


@deel.grootheid("dji.instroom")
def instroom(art59: Reeks = S("dji.instroom_art59"), grens: Reeks = S("dji.instroom_grens")) -> Reeks:
    """Mensen die in bewaring of grensdetentie worden geplaatst."""
    return art59 + grens


@deel.grootheid("dji.uitstroom")
def uitstroom(
    bezetting: Reeks = V("dji.bezetting"), instroom: Reeks = S("dji.instroom"), duur: float = P("dji.verblijfsduur", "dagen")
) -> Reeks:
    """Mensen die de bewaring verlaten, bij de gemiddelde duur van de bewaring."""
    return vertrekt(bezetting, instroom, duur)


@deel.stroom("dji.vertrek", van="dji.bezetting")
def vertrek(uitstroom: Reeks = S("dji.uitstroom"), aandeel: float = P("dji.aandeel_vertrek", "aandeel")) -> Reeks:
    """Aantoonbaar vertrek uit Nederland vanuit de bewaring."""
    return uitstroom * aandeel


@deel.stroom("dji.opheffing", van="dji.bezetting")
def opheffing(uitstroom: Reeks = S("dji.uitstroom"), vertrek: Reeks = S("dji.vertrek")) -> Reeks:
    """Opheffing van de bewaring zonder vertrek, door de rechter of door wie de maatregel heeft opgelegd."""
    return uitstroom - vertrek


@deel.grootheid("dji.dagen")
def dagen(uitstroom: Reeks = S("dji.uitstroom"), duur: float = P("dji.verblijfsduur", "dagen")) -> Reeks:
    """Dagen die in de maand in bewaring worden doorgebracht: de uitstroom maal de gemiddelde duur."""
    return uitstroom * duur


@deel.grootheid("dji.duur")
def duur(dagen: Reeks = S("dji.dagen"), uitstroom: Reeks = S("dji.uitstroom")) -> Reeks:
    """Dagen in bewaring per mens die de bewaring verlaat."""
    return verhouding(dagen, uitstroom)


@deel.stand("dji.capaciteit")
def capaciteit(bezetting: Reeks = V("dji.bezetting"), norm: float = P("dji.bezettingspercentage", "aandeel")) -> Reeks:
    """Plaatsen die nodig zijn om bij het aangehouden bezettingspercentage de bezetting te kunnen plaatsen."""
    return bezetting / norm


@deel.grootheid("dji.kosten")
def kosten(
    dagen: Reeks = S("dji.dagen"), norm: float = P("dji.bezettingspercentage", "aandeel"), prijs: float = P("dji.dagprijs", "euro per dag")
) -> Reeks:
    """Kosten in miljoen euro van de plaatsen die in de maand gemiddeld nodig zijn, bij de prijs per plaats per dag."""
    return dagen / norm * prijs / 1e6
