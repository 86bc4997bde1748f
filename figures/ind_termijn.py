"""How long applications in spoor 4 are open: share beyond the legal term and weeks to a decision."""

from __future__ import annotations

from figures.stijl.panelen import panelen

TITEL = "Hoe lang een asielaanvraag in spoor 4 duurt"
ONDERTITEL = "Prognose in drie scenario’s, {eerste} tot en met {laatste}"
BRON = "MPP-productiemodel"
PANELEN = {
    "Deel van de voorraad buiten de wettelijke termijn": ("ind.spoor4.buiten_termijn", "aandeel"),
    "Weken van aanvraag tot beslissing, gemiddeld": ("ind.spoor4.doorlooptijd", "weken"),
}
"""Per panel: its name, the indicator, the unit."""

teken, alt, gegevens = panelen(TITEL, ONDERTITEL, BRON, PANELEN, hoogte=54)
