"""Gemeenten: housing permit holders, bounded by the taakstelling and by who is ready to be housed."""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, Rij, S, V
from mpp.productiemodel.wachtrij import Blik

deel = Deel()

deel.voorraad(
    "gemeenten.achterstand",
    laag="taakstelling",
    begin="gemeenten.begin_achterstand",
)
deel.voorraad(
    "gemeenten.uitgesteld",
    laag="uitstel",
    begin="gemeenten.begin_uitgesteld",
)


def in_een_maand(per_halfjaar: Reeks | float) -> Reeks | float:
    """The share that, taken each month of what is then left, comes to `per_halfjaar` over six months."""
    return 1 - (1 - per_halfjaar) ** (1 / 6)


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
    rechtstreeks: Reeks = S("gemeenten.rechtstreeks"),
) -> Reeks:
    """Mensen die deze maand huisvesting nodig krijgen."""
    return vergunning + nareis + hervestiging + rechtstreeks


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
    rij: Blik = Rij("coa.bezetting_vergunninghouders"), wachttijd: float = P("gemeenten.wachttijd_huisvesting", "weken")
) -> Reeks:
    """Vergunninghouders in de opvang voor wie de tijd is verstreken die koppelen en het vinden van een woning kost."""
    return rij.ouder_dan(wachttijd * 12 / 52)


@deel.grootheid("gemeenten.ruimte")
def ruimte(
    taakstelling: Reeks = S("gemeenten.taakstelling"),
    achterstand: Reeks = V("gemeenten.achterstand"),
    inhaal: float = P("gemeenten.inhaal_achterstand", "aandeel"),
    rechtstreeks: Reeks = S("gemeenten.rechtstreeks"),
) -> Reeks:
    """Woningen die van gemeenten voor mensen uit de opvang worden gevraagd: de taakstelling en een deel van de
    achterstand, zonder wie rechtstreeks komt.
    """
    return np.maximum(taakstelling + in_een_maand(inhaal) * np.maximum(achterstand, 0) - rechtstreeks, 0)


@deel.grootheid("gemeenten.te_plaatsen")
def te_plaatsen(
    klaar: Reeks = S("gemeenten.klaar_voor_huisvesting"),
    uitgesteld: Reeks = V("gemeenten.uitgesteld"),
    ruimte: Reeks = S("gemeenten.ruimte"),
) -> Reeks:
    """Vergunninghouders die deze maand uit de opvang aan de beurt zijn: wie klaar is en niet eerder werd uitgesteld,
    voor zover er ruimte is.
    """
    return np.minimum(np.maximum(klaar - uitgesteld, 0), ruimte)


@deel.stroom("gemeenten.niet_gerealiseerd", naar="gemeenten.uitgesteld")
def niet_gerealiseerd(
    te_plaatsen: Reeks = S("gemeenten.te_plaatsen"), realisatie: float = P("gemeenten.realisatiegraad", "aandeel")
) -> Reeks:
    """Vergunninghouders die aan de beurt zijn en voor wie gemeenten de woning niet realiseren."""
    return te_plaatsen * (1 - realisatie)


@deel.stroom("gemeenten.ingehaald", van="gemeenten.uitgesteld")
def ingehaald(
    uitgesteld: Reeks = V("gemeenten.uitgesteld"),
    inhaal: float = P("gemeenten.inhaal_achterstand", "aandeel"),
    realisatie: float = P("gemeenten.realisatiegraad", "aandeel"),
    klaar: Reeks = S("gemeenten.klaar_voor_huisvesting"),
    te_plaatsen: Reeks = S("gemeenten.te_plaatsen"),
    ruimte: Reeks = S("gemeenten.ruimte"),
) -> Reeks:
    """Eerder uitgestelde vergunninghouders die alsnog een woning krijgen, voor zover er ruimte is. Ook van wie wordt
    ingehaald, realiseren gemeenten een deel.
    """
    return np.minimum(uitgesteld * in_een_maand(inhaal) * realisatie, np.minimum(klaar, ruimte) - te_plaatsen)


@deel.stroom("coa.naar_gemeenten", van="coa.bezetting_vergunninghouders")
def naar_gemeenten(
    te_plaatsen: Reeks = S("gemeenten.te_plaatsen"),
    realisatie: float = P("gemeenten.realisatiegraad", "aandeel"),
    ingehaald: Reeks = S("gemeenten.ingehaald"),
) -> Reeks:
    """Vergunninghouders die uit de opvang naar een gemeente verhuizen: van wie aan de beurt is het deel dat gemeenten
    realiseren, en wie van eerder wordt ingehaald.
    """
    return te_plaatsen * realisatie + ingehaald


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
