"""Detention: who comes in, realisation and the three scenarios."""

from __future__ import annotations

from figures.stijl.panelen import panelen

TITEL = "Instroom in vreemdelingenbewaring"
ONDERTITEL = "Personen per jaar: realisatie en prognose in drie scenario’s tot en met {laatste}"
BRON = "realisatie [dji.instroom]; prognose MPP-productiemodel"
PANELEN = {"De instroom in vreemdelingenbewaring in personen per jaar": ("dji.instroom", "personen")}
"""Per panel: its name, the indicator, the unit."""

teken, alt, gegevens = panelen(TITEL, ONDERTITEL, BRON, PANELEN, hoogte=48)
