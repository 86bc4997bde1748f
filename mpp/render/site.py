"""The website of the book: a page a chapter, plain HTML and CSS, everything it needs beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from markupsafe import Markup

from mpp import lettertypen, stijl
from mpp.render.boek import Boek, Hoofdstuk
from mpp.render.omslag import Omslag
from mpp.sjabloon import vul

SJABLOON: Final = Path(__file__).parent / "sjablonen" / "pagina.html.j2"


def maak_site(boek: Boek, omslag: Omslag) -> dict[str, bytes]:
    """Every file of the site by its relative path."""
    navigatie = [{"naam": h.naam, "titel": Markup(h.koppen[0].titel), "nummer": h.koppen[0].nummer} for h in boek.hoofdstukken]
    bestanden = {**stijl.bestanden(), **lettertypen.voor_web(), **boek.beelden()}
    for i, hoofdstuk in enumerate(boek.hoofdstukken):
        pagina = vul(
            SJABLOON,
            bondig=True,
            titel=boek.titel,
            ondertitel=boek.ondertitel,
            hoofdstuk={**navigatie[i], "id": hoofdstuk.gemaakt.id, "html": Markup(boek.html(hoofdstuk, _adres(hoofdstuk)))},
            navigatie=navigatie,
            paragrafen=[{"id": k.id, "nummer": k.nummer, "titel": Markup(k.titel)} for k in hoofdstuk.koppen if k.niveau == 2],
            vorige=navigatie[i - 1] if i else None,
            volgende=navigatie[i + 1] if i + 1 < len(navigatie) else None,
            **vars(omslag),
        )
        bestanden[f"{hoofdstuk.naam}.html"] = pagina.encode()
    return bestanden


def _adres(vanaf: Hoofdstuk) -> Callable[[Hoofdstuk, str], str]:
    """Where a label is to be found from the page of `vanaf`."""

    def adres(doel: Hoofdstuk, label: str) -> str:
        pagina = "" if doel is vanaf else f"{doel.naam}.html"
        anker = f"#{label}" if label and (label != doel.gemaakt.id or not pagina) else ""
        return (pagina + anker) or f"{doel.naam}.html"

    return adres
