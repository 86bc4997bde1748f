"""Unaccompanied minors: inflow and pupils of Nidos."""

from __future__ import annotations

from figures.stijl.panelen import panelen

TITEL = "Alleenstaande minderjarige vreemdelingen"
ONDERTITEL = "Realisatie en prognose in drie scenario’s tot en met {laatste}"
BRON = "realisatie [instroom.amv]; prognose MPP-productiemodel"
PANELEN = {
    "Eerste asielaanvragen door amv per jaar": ("instroom.amv", "personen"),
    "Pupillen van Nidos op 31 december": ("nidos.pupillen", "personen"),
}
"""Per panel: its name, the indicator, the unit."""

teken, alt, gegevens = panelen(TITEL, ONDERTITEL, BRON, PANELEN, hoogte=43)
