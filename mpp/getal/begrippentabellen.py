"""Tables of the glossary."""

from __future__ import annotations

from mpp.getal.tabel import Tabel
from mpp.glossarium import Glossarium, lees_glossarium
from mpp.projectmap import projectmap


def _glossarium() -> Glossarium:
    return lees_glossarium(projectmap() / "glossary.yml")


def tabel_afkortingen() -> Tabel:
    """Every abbreviation with its meaning."""
    rijen = [[a.afkorting, a.voluit, a.uitleg] for a in _glossarium().afkortingen]
    return Tabel(["Afkorting", "Voluit", "Uitleg"], rijen, [14, 36, 50], cijfers=False)


def tabel_begrippen() -> Tabel:
    """Every term with its meaning."""
    rijen = [[b.term, b.uitleg + (f" Ook: {', '.join(b.ook)}." if b.ook else "")] for b in _glossarium().begrippen]
    return Tabel(["Begrip", "Betekenis"], rijen, [26, 74], cijfers=False)
