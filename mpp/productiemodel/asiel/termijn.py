"""IND: how long cases in spoor 4 wait, which are beyond the legal term, and what follows from that."""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks, verhouding
from mpp.productiemodel.verwijzing import P, Pjaren, Rij, S, V
from mpp.productiemodel.wachtrij import Blik

deel = Deel()


@deel.grootheid("ind.spoor4.doorlooptijd")
def doorlooptijd(
    rij: Blik = Rij("ind.spoor4.voorraad"),
    beslissingen: Reeks = S("ind.spoor4.beslissingen"),
    nieuw: Reeks = S("ind.spoor4.beslissingen_nieuw"),
    behandelduur: float = P("ind.spoor4.behandelduur_nieuw", "weken"),
    aandeel_va: float = P("ind.va.aandeel", "aandeel"),
    langer_va: float = P("ind.va.behandelduur_langer", "weken"),
) -> Reeks:
    """Weken tussen aanvraag en beslissing, gemiddeld over de afgedane zaken: de wachttijd van de oudste zaken en de
    behandelduur van de nieuwe, die in de VA langer is dan in de AA.
    """
    weken = nieuw * (behandelduur + aandeel_va * langer_va) + (beslissingen - nieuw) * rij.wachttijd_voorste() * 52 / 12
    return verhouding(weken, beslissingen)


def _te_laat(rij: Blik, per_jaar: Reeks, oud: float, verlengd: float, verlengd_sinds: float, sinds: float = np.inf) -> Reeks:
    """How many waiting cases are beyond the term of their month of application, for no longer than `sinds` months."""
    ervoor, nu = -1 - verlengd_sinds, rij.maand - 1
    termijnen = [
        (-np.inf, ervoor, oud),
        (ervoor, -1, verlengd),
        *((12 * j - 1, 12 * j + 11, termijn) for j, termijn in enumerate(per_jaar)),
    ]
    te_laat = rij.niemand
    for van, tot, termijn in termijnen:
        te_laat = te_laat + rij.gekomen_tussen(np.maximum(van, nu - termijn - sinds), np.minimum(tot, nu - termijn))
    return te_laat


@deel.stand("ind.spoor4.zaken_buiten_termijn")
def zaken_buiten_termijn(
    rij: Blik = Rij("ind.spoor4.voorraad"),
    termijnen: Reeks = Pjaren("ind.beslistermijn", "maanden"),
    oud: float = P("ind.beslistermijn_oud", "maanden"),
    verlengd: float = P("ind.beslistermijn_verlengd", "maanden"),
    verlengd_sinds: float = P("ind.verlenging_maanden_voor_begin", "maanden"),
) -> Reeks:
    """Zaken in spoor 4 die langer openstaan dan de wettelijke beslistermijn die gold bij de aanvraag."""
    return _te_laat(rij, termijnen, oud, verlengd, verlengd_sinds)


@deel.stand("ind.spoor4.buiten_termijn")
def buiten_termijn(te_laat: Reeks = V("ind.spoor4.zaken_buiten_termijn"), voorraad: Reeks = V("ind.spoor4.voorraad")) -> Reeks:
    """Deel van de voorraad spoor 4 dat buiten de wettelijke beslistermijn valt."""
    return verhouding(te_laat, voorraad)


@deel.grootheid("ind.spoor4.termijn_verstreken")
def termijn_verstreken(
    rij: Blik = Rij("ind.spoor4.voorraad"),
    termijnen: Reeks = Pjaren("ind.beslistermijn", "maanden"),
    oud: float = P("ind.beslistermijn_oud", "maanden"),
    verlengd: float = P("ind.beslistermijn_verlengd", "maanden"),
    verlengd_sinds: float = P("ind.verlenging_maanden_voor_begin", "maanden"),
) -> Reeks:
    """Openstaande zaken in spoor 4 waarvan de wettelijke beslistermijn in de afgelopen maand is verstreken."""
    return _te_laat(rij, termijnen, oud, verlengd, verlengd_sinds, sinds=1)


@deel.grootheid("ind.ingebrekestellingen")
def ingebrekestellingen(
    verstreken: Reeks = S("ind.spoor4.termijn_verstreken"), aandeel: float = P("ind.aandeel_ingebrekestelling", "aandeel")
) -> Reeks:
    """Ingebrekestellingen in spoor 4: een deel van de aanvragers stelt de IND in gebreke zodra de termijn is
    verstreken, een keer per zaak.
    """
    return verstreken * aandeel
