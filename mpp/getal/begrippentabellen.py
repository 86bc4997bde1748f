"""Tables of the glossary."""

from __future__ import annotations

from mpp.getal.getal import Naam
from mpp.getal.tabel import Cel, Tabel
from mpp.glossarium import Glossarium, lees_glossarium
from mpp.uitkomsten import Uitkomsten


def _glossarium(u: Uitkomsten) -> Glossarium:
    return lees_glossarium(u.ps.wortel / "glossary.yml")


def tabel_afkortingen(*, u: Uitkomsten) -> Tabel:
    """Every abbreviation with its meaning."""
    rijen: list[list[Cel]] = [[a.afkorting, a.voluit, _uitleg(a.uitleg)] for a in _glossarium(u).afkortingen]
    return Tabel(["Afkorting", "Voluit", "Uitleg"], rijen, [14, 36, 50], cijfers=False)


def tabel_begrippen(*, u: Uitkomsten) -> Tabel:
    """Every term with its meaning."""
    rijen: list[list[Cel]] = [
        [b.term, _uitleg(b.uitleg + (f" Ook: {', '.join(b.ook)}." if b.ook else ""))] for b in _glossarium(u).begrippen
    ]
    return Tabel(["Begrip", "Betekenis"], rijen, [26, 74], cijfers=False)


def _uitleg(tekst: str) -> Naam:
    """A meaning: what numbers it has are of the law or of the protocol."""
    return Naam(tekst, "begrippenlijst")
