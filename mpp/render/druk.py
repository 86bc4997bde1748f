"""The book as one HTML document for print: cover, table of contents, chapters, every id once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from markupsafe import Markup

from mpp.render.boek import Boek, Hoofdstuk
from mpp.render.nabewerking import Kop, zonder_herkomst
from mpp.render.omslag import Omslag
from mpp.sjabloon import vul

SJABLOON: Final = Path(__file__).parent / "sjablonen" / "druk.html.j2"
_KORT = re.compile(r'class="verwijzing">([^< \n]+)</a>')


def druk_html(boek: Boek, omslag: Omslag, colofon: Sequence[tuple[str, str]], toelichting: str) -> str:
    """The document that becomes the PDF; `colofon` are pairs of term and text on the cover."""
    boek = boek.met_eigen_ids()

    def adres(doel: Hoofdstuk, label: str) -> str:
        return "#" + (label or doel.gemaakt.id)

    return vul(
        SJABLOON,
        bondig=True,
        taal="nl",
        titel=boek.titel,
        ondertitel=boek.ondertitel,
        soort="Rapportage",
        colofon=colofon,
        toelichting=toelichting,
        inhoud=[_inhoud(hoofdstuk) for hoofdstuk in boek.hoofdstukken],
        hoofdstukken=[
            {"id": h.gemaakt.id, "bijlage": h.is_bijlage, "html": Markup(_bijeen(zonder_herkomst(boek.html(h, adres))))}
            for h in boek.hoofdstukken
        ],
        **vars(omslag),
    )


def _bijeen(html: str) -> str:
    """The HTML with each reference that is a word and a number (Tabel C.7) marked to stay on one line."""
    return _KORT.sub(r'class="verwijzing kort">\1</a>', html)


def _inhoud(hoofdstuk: Hoofdstuk) -> dict[str, object]:
    """The entry of a chapter in the table of contents, with its numbered sections; an appendix shows none."""
    titel, *koppen = hoofdstuk.koppen
    secties = [_regel(kop) for kop in koppen if kop.niveau == 2 and kop.nummer]
    return {**_regel(titel), "kinderen": [] if hoofdstuk.is_bijlage else secties}


def _regel(kop: Kop) -> dict[str, object]:
    return {"id": kop.id, "nummer": kop.nummer, "titel": Markup(kop.titel)}
