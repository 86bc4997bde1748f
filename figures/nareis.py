"""Family reunion: applications that are open at the IND, people who arrived."""

from __future__ import annotations

from figures.stijl.panelen import panelen

TITEL = "Nareis: openstaande aanvragen en ingereisde gezinsleden"
ONDERTITEL = "Realisatie en prognose in drie scenario’s tot en met {laatste}"
BRON = "realisatie [ind.nareis.voorraad instroom.nareis]; prognose MPP-productiemodel"
PANELEN = {
    "Openstaande aanvragen op 31 december": ("ind.nareis.voorraad", "personen"),
    "Ingereisde nareizigers per jaar": ("instroom.nareis", "personen"),
}
"""Per panel: its name, the indicator, the unit."""

teken, alt, gegevens = panelen(TITEL, ONDERTITEL, BRON, PANELEN, hoogte=54)
