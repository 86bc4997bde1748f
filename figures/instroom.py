"""Total asylum inflow: realisation and the three scenarios."""

from __future__ import annotations

from figures.stijl.panelen import panelen

TITEL = "Totale asielinstroom"
ONDERTITEL = "Personen per jaar: realisatie en prognose in drie scenario’s tot en met {laatste}"
BRON = "realisatie [instroom.totaal]; prognose MPP-productiemodel"
PANELEN = {"De totale asielinstroom in personen per jaar": ("instroom.totaal", "personen")}
"""Per panel: its name, the indicator, the unit."""

teken, alt, gegevens = panelen(TITEL, ONDERTITEL, BRON, PANELEN, hoogte=58)
