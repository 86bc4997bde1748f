"""The pages for people: the data dictionary as HTML and the readme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mpp.opendata.bestanden import Rij
from mpp.opendata.publicatie import Publicatie
from mpp.opendata.tabel import HIER, tabellen
from mpp.opendata.uitgever import uitgever
from mpp.opendata.woordenboek import GROEPEN, Begrip
from mpp.render.opmaak import stijlregels


def woordenboek(p: Publicatie, begrippen: Sequence[Begrip]) -> bytes:
    """The data dictionary as one HTML page, a section per group, every entry with its own anchor and address."""
    groepen = [(naam, titel, [b for b in begrippen if b.groep == naam]) for naam, titel in GROEPEN.items()]
    return _vul("woordenboek.html.j2", p=p, groepen=groepen, uitgever=uitgever(), stijl=stijlregels(letters=True))


def leesmij(p: Publicatie, rijen: Mapping[str, Sequence[Rij]]) -> bytes:
    """The readme of the folder, in Dutch: what is in it, how to read it, and what it is not."""
    tabellen_met_aantal = [(tabellen()[naam], len(inhoud)) for naam, inhoud in rijen.items()]
    return _vul("leesmij.md.j2", p=p, tabellen=tabellen_met_aantal, uitgever=uitgever())


def _vul(sjabloon: str, **inhoud: Any) -> bytes:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from mpp.getal.opmaak import datum

    omgeving = Environment(
        loader=FileSystemLoader(HIER),
        undefined=StrictUndefined,
        autoescape=".html." in sjabloon,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    omgeving.filters["datum"] = datum
    return omgeving.get_template(sjabloon).render(inhoud).encode()
