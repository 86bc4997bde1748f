"""The pages for people: the data dictionary as HTML and the readme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mpp import stijl
from mpp.opendata.bestanden import Rij
from mpp.opendata.publicatie import Publicatie
from mpp.opendata.tabel import HIER, tabellen
from mpp.opendata.uitgever import uitgever
from mpp.opendata.woordenboek import GROEPEN, Begrip
from mpp.sjabloon import vul


def woordenboek(p: Publicatie, begrippen: Sequence[Begrip]) -> bytes:
    """The data dictionary as one HTML page, a section per group, every entry with its own anchor and address."""
    groepen = [(naam, titel, [b for b in begrippen if b.groep == naam]) for naam, titel in GROEPEN.items()]
    inhoud = vul(HIER / "woordenboek.html.j2", bondig=True, p=p, groepen=groepen, uitgever=uitgever(), stijl=stijl.regels(letters=True))
    return inhoud.encode()


def leesmij(p: Publicatie, rijen: Mapping[str, Sequence[Rij]]) -> bytes:
    """The readme of the folder, in Dutch: what is in it, how to read it, and what it is not."""
    tabellen_met_aantal = [(tabellen()[naam], len(inhoud)) for naam, inhoud in rijen.items()]
    return vul(HIER / "leesmij.md.j2", bondig=True, p=p, tabellen=tabellen_met_aantal, uitgever=uitgever()).encode()
