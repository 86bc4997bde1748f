"""Politie: identificatie en registratie (I&R)."""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S, V

deel = Deel()

deel.voorraad(
    "politie.wachtend",
    laag="registratie",
    begin="politie.begin_wachtend",
)


@deel.stroom("politie.aanmeldingen", naar="politie.wachtend")
def aanmeldingen(eerste: Reeks = S("instroom.eerste_aanvragen")) -> Reeks:
    """Mensen die zich voor een eerste aanvraag melden. Hun zaak telt vanaf de aanmelding bij de IND mee, ook als de
    registratie nog niet klaar is.
    """
    return eerste


@deel.stroom("politie.registraties", van="politie.wachtend")
def registraties(
    wachtend: Reeks = V("politie.wachtend"),
    aanmeldingen: Reeks = S("politie.aanmeldingen"),
    capaciteit: float = P("politie.capaciteit_per_dag", "personen per dag"),
    dagen: float = P("politie.dagen_per_maand", "dagen"),
) -> Reeks:
    """Registraties bij I&R: ieder die zich meldt of wacht, voor zover de capaciteit per dag dat toelaat."""
    return np.minimum(capaciteit * dagen, wachtend + aanmeldingen)


@deel.grootheid("politie.registraties_per_dag")
def registraties_per_dag(aanmeldingen: Reeks = S("politie.aanmeldingen"), dagen: float = P("politie.dagen_per_maand", "dagen")) -> Reeks:
    """Registraties per dag die nodig zijn om geen achterstand te laten ontstaan."""
    return aanmeldingen / dagen


@deel.grootheid("politie.tekort_per_dag")
def tekort_per_dag(
    nodig: Reeks = S("politie.registraties_per_dag"), capaciteit: float = P("politie.capaciteit_per_dag", "personen per dag")
) -> Reeks:
    """Registraties per dag die nodig zijn en waarvoor geen capaciteit is."""
    return np.maximum(nodig - capaciteit, 0)
