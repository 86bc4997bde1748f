"""Regulier: applications for mvv and vvr, and requests for naturalisation."""

from __future__ import annotations

from figures.stijl.panelen import panelen

TITEL = "Reguliere migratie en naturalisatie"
ONDERTITEL = "Realisatie en prognose in drie scenario’s tot en met {laatste}"
BRON = "realisatie [ind.regulier.instroom ind.naturalisatie.instroom]; prognose MPP-productiemodel"
PANELEN = {
    "Aanvragen mvv en vvr per jaar": ("ind.regulier.instroom", "aanvragen"),
    "Verzoeken om naturalisatie per jaar": ("ind.naturalisatie.instroom", "aanvragen"),
}
"""Per panel: its name, the indicator, the unit."""

teken, alt, gegevens = panelen(TITEL, ONDERTITEL, BRON, PANELEN, hoogte=50)
