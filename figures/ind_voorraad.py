"""Open asylum applications at the IND: realisation and the three scenarios."""

from __future__ import annotations

from figures.stijl.panelen import panelen

TITEL = "Openstaande asielaanvragen bij de IND"
ONDERTITEL = "Zaken in spoor 1, 2 en 4 op 31 december: realisatie en prognose in drie scenario’s tot en met {laatste}"
BRON = "realisatie [ind.asiel.voorraad]; prognose MPP-productiemodel"
PANELEN = {"De openstaande asielaanvragen bij de IND op 31 december": ("ind.asiel.voorraad", "zaken")}
"""Per panel: its name, the indicator, the unit."""

teken, alt, gegevens = panelen(TITEL, ONDERTITEL, BRON, PANELEN, hoogte=58)
