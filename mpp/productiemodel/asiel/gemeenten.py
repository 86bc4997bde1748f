"""Gemeenten: housing permit holders, by the homes that come and by how fast people are matched to one."""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks, verhouding
from mpp.productiemodel.verwijzing import P, S, V

deel = Deel()

deel.voorraad(
    "gemeenten.achterstand",
    laag="taakstelling",
    begin="gemeenten.begin_achterstand",
)


@deel.grootheid("gemeenten.rechtstreeks")
def rechtstreeks(
    inwilligingen: Reeks = S("ind.spoor4.inwilligingen"),
    vergunning: Reeks = S("coa.vergunning"),
    nareis: Reeks = S("instroom.nareis"),
    via_coa: Reeks = S("coa.instroom_nareis"),
    hervestiging_via_coa: Reeks = S("coa.instroom_hervestiging"),
) -> Reeks:
    """Vergunninghouders die zonder op een woning te wachten in een gemeente komen wonen: wie de vergunning kreeg
    terwijl hij elders verbleef, amv die dan naar Nidos gaan, en nareizigers die niet via de opvang komen. Hervestigden
    tellen met hun inwilliging; wie via de opvang kwam, telt daar. Zij tellen mee voor de taakstelling.
    """
    return np.maximum(inwilligingen - vergunning - hervestiging_via_coa, 0) + nareis - via_coa


@deel.grootheid("gemeenten.te_huisvesten")
def te_huisvesten(
    vergunning: Reeks = S("coa.vergunning"),
    nareis: Reeks = S("coa.instroom_nareis"),
    hervestiging: Reeks = S("coa.instroom_hervestiging"),
    overig: Reeks = S("coa.overige_vergunninghouders"),
    rechtstreeks: Reeks = S("gemeenten.rechtstreeks"),
) -> Reeks:
    """Mensen die deze maand huisvesting nodig krijgen."""
    return vergunning + nareis + hervestiging + overig + rechtstreeks


@deel.stroom("gemeenten.taakstelling", naar="gemeenten.achterstand")
def taakstelling(
    te_huisvesten: Reeks = S("gemeenten.te_huisvesten"),
    vastgesteld: float = P("gemeenten.taakstelling_vastgesteld", "personen"),
) -> Reeks:
    """Taakstelling: de vastgestelde, gelijk over het halfjaar verdeeld; zolang die er niet is, het aantal mensen dat
    volgens deze prognose in het halfjaar huisvesting nodig krijgt.
    """
    return np.where(np.isnan(vastgesteld), te_huisvesten, vastgesteld / 6)


@deel.grootheid("gemeenten.klaar_voor_huisvesting")
def klaar_voor_huisvesting(
    wachtend: Reeks = V("coa.bezetting_vergunninghouders"), duur: float = P("gemeenten.koppelduur", "maanden")
) -> Reeks:
    """Vergunninghouders in de opvang die deze maand kunnen verhuizen: wie aan een gemeente is gekoppeld en een woning heeft
    gevonden, bij de gemiddelde duur die dat kost als er woningen genoeg zijn.
    """
    return wachtend / duur


@deel.grootheid("gemeenten.ruimte")
def ruimte(
    taakstelling: Reeks = S("gemeenten.taakstelling"),
    realisatie: float = P("gemeenten.realisatiegraad", "aandeel"),
    rechtstreeks: Reeks = S("gemeenten.rechtstreeks"),
) -> Reeks:
    """Woningen voor mensen uit de opvang: het deel van de taakstelling dat gemeenten realiseren, zonder wie rechtstreeks komt."""
    return np.maximum(realisatie * taakstelling - rechtstreeks, 0)


@deel.stroom("coa.naar_gemeenten", van="coa.bezetting_vergunninghouders")
def naar_gemeenten(klaar: Reeks = S("gemeenten.klaar_voor_huisvesting"), ruimte: Reeks = S("gemeenten.ruimte")) -> Reeks:
    """Vergunninghouders die uit de opvang naar een gemeente verhuizen: wie klaar is, voor zover er woningen zijn."""
    return np.minimum(klaar, ruimte)


@deel.grootheid("gemeenten.wachttijd")
def wachttijd(wachtend: Reeks = V("coa.bezetting_vergunninghouders"), verhuisd: Reeks = S("coa.naar_gemeenten")) -> Reeks:
    """Weken die een vergunninghouder in de opvang op een woning wacht: wie er wachten, gedeeld door wie er in de maand verhuizen."""
    return verhouding(wachtend, verhuisd) * 52 / 12


@deel.stroom("gemeenten.gehuisvest", van="gemeenten.achterstand")
def gehuisvest(uit_opvang: Reeks = S("coa.naar_gemeenten"), rechtstreeks: Reeks = S("gemeenten.rechtstreeks")) -> Reeks:
    """Gehuisveste vergunninghouders, uit de opvang en rechtstreeks."""
    return uit_opvang + rechtstreeks


@deel.grootheid("coa.uitstroom")
def uitstroom_coa(
    gemeenten: Reeks = S("coa.naar_gemeenten"),
    vertrek: Reeks = S("coa.vertrek"),
    verlaten: Reeks = S("coa.procedure_verlaten"),
    nidos: Reeks = S("coa.naar_nidos"),
) -> Reeks:
    """Mensen die de opvang verlaten: naar een gemeente of Nidos, na een afwijzing of tijdens de procedure."""
    return gemeenten + nidos + vertrek + verlaten
