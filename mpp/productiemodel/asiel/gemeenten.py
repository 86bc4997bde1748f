"""Gemeenten: housing permit holders, bounded by the taakstelling and by who is ready to be housed."""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, Rij, S, V, VorigHalfjaar
from mpp.productiemodel.wachtrij import Blik

deel = Deel("Gemeenten")

deel.voorraad(
    "gemeenten.achterstand",
    "Taakstelling die nog niet is gerealiseerd; onder nul een voorsprong.",
    laag="taakstelling",
    begin="gemeenten.begin_achterstand",
)


@deel.grootheid("gemeenten.rechtstreeks", intern=True)
def rechtstreeks(
    nareis: Reeks = S("instroom.nareis"),
    via_coa: Reeks = S("coa.instroom_nareis"),
    hervestiging: Reeks = S("instroom.hervestiging_relocatie"),
    hervestiging_via_coa: Reeks = S("coa.instroom_hervestiging"),
) -> Reeks:
    """Vergunninghouders die zonder verblijf in de opvang in een gemeente komen wonen."""
    return nareis - via_coa + hervestiging - hervestiging_via_coa


@deel.grootheid("gemeenten.te_huisvesten", intern=True)
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
    ervoor: Reeks = VorigHalfjaar("gemeenten.te_huisvesten"),
    vastgesteld: float = P("gemeenten.taakstelling_vastgesteld"),
) -> Reeks:
    """Taakstelling, gelijk over het halfjaar verdeeld: de vastgestelde, en zolang die er niet is het aantal mensen
    dat in het vorige halfjaar huisvesting nodig kreeg.
    """
    return (ervoor if np.isnan(vastgesteld) else np.full_like(ervoor, vastgesteld)) / 6


@deel.grootheid("gemeenten.klaar_voor_huisvesting", intern=True)
def klaar_voor_huisvesting(
    rij: Blik = Rij("coa.bezetting_vergunninghouders"), wachttijd: float = P("gemeenten.wachttijd_huisvesting")
) -> Reeks:
    """Vergunninghouders in de opvang voor wie de tijd is verstreken die koppelen en het vinden van een woning kost."""
    return rij.ouder_dan(wachttijd * 12 / 52)


@deel.grootheid("gemeenten.ruimte", intern=True)
def ruimte(
    taakstelling: Reeks = S("gemeenten.taakstelling"),
    achterstand: Reeks = V("gemeenten.achterstand"),
    inhaal: float = P("gemeenten.inhaal_achterstand"),
    realisatie: float = P("gemeenten.realisatiegraad"),
    rechtstreeks: Reeks = S("gemeenten.rechtstreeks"),
) -> Reeks:
    """Woningen voor mensen uit de opvang: de taakstelling en een deel van de achterstand, voor zover gerealiseerd,
    zonder wie rechtstreeks komt.
    """
    return np.maximum(realisatie * (taakstelling + inhaal * np.maximum(achterstand, 0) / 6) - rechtstreeks, 0)


@deel.stroom("coa.naar_gemeenten", van="coa.bezetting_vergunninghouders", organisatie="COA", intern=True)
def naar_gemeenten(klaar: Reeks = S("gemeenten.klaar_voor_huisvesting"), ruimte: Reeks = S("gemeenten.ruimte")) -> Reeks:
    """Vergunninghouders die uit de opvang naar een gemeente verhuizen."""
    return np.minimum(klaar, ruimte)


@deel.stroom("gemeenten.gehuisvest", van="gemeenten.achterstand")
def gehuisvest(uit_opvang: Reeks = S("coa.naar_gemeenten"), rechtstreeks: Reeks = S("gemeenten.rechtstreeks")) -> Reeks:
    """Gehuisveste vergunninghouders, uit de opvang en rechtstreeks."""
    return uit_opvang + rechtstreeks


@deel.grootheid("coa.uitstroom", organisatie="COA")
def uitstroom_coa(
    gemeenten: Reeks = S("coa.naar_gemeenten"),
    vertrek: Reeks = S("coa.vertrek"),
    verlaten: Reeks = S("coa.procedure_verlaten"),
) -> Reeks:
    """Mensen die de opvang verlaten: naar een gemeente, na een afwijzing of tijdens de procedure."""
    return gemeenten + vertrek + verlaten
