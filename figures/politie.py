"""Identification and registration: people a year, and a day in the busiest month."""

from __future__ import annotations

from figures.stijl.panelen import panelen

TITEL = "Registraties bij identificatie en registratie (I&R)"
ONDERTITEL = "Prognose in drie scenario’s, {eerste} tot en met {laatste}"
BRON = "MPP-productiemodel"
PANELEN = {
    "Registraties per jaar": ("politie.registraties", "personen"),
    "Registraties per dag in de drukste maand": ("politie.registraties_per_dag", "personen per dag"),
}
"""Per panel: its name, the indicator, the unit."""

teken, alt, gegevens = panelen(TITEL, ONDERTITEL, BRON, PANELEN, hoogte=43)
