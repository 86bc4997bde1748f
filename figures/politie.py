"""Identification and registration: how many a day in the busiest month, and who waits for it."""

from __future__ import annotations

from figures.stijl.panelen import panelen

TITEL = "Registraties bij identificatie en registratie (I&R)"
ONDERTITEL = "Prognose in drie scenario’s, {eerste} tot en met {laatste}"
BRON = "MPP-productiemodel"
PANELEN = {
    "Benodigde registraties per dag in de drukste maand": ("politie.registraties_per_dag", "personen per dag"),
    "Wachtenden op registratie op 31 december": ("politie.wachtend", "personen"),
}
"""Per panel: its name, the indicator, the unit."""

teken, alt, gegevens = panelen(TITEL, ONDERTITEL, BRON, PANELEN, hoogte=43)
