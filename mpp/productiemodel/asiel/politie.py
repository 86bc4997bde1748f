"""Politie: identificatie en registratie (I&R)."""

from __future__ import annotations

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S

deel = Deel("Politie")


@deel.grootheid("politie.registraties")
def registraties(eerste: Reeks = S("instroom.eerste_aanvragen")) -> Reeks:
    """Registraties bij I&R: ieder die een eerste aanvraag doet, in de maand van aanmelding."""
    return eerste


@deel.grootheid("politie.registraties_per_dag")
def registraties_per_dag(registraties: Reeks = S("politie.registraties"), dagen: float = P("politie.dagen_per_maand")) -> Reeks:
    """Registraties per dag die nodig zijn om geen achterstand te laten ontstaan."""
    return registraties / dagen
