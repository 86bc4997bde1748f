"""Every chart of the edition, one file each: TITEL, ONDERTITEL, BRON, teken(u, breedte), alt(u), gegevens(u).

The realisations that it shows stand between square brackets in BRON: so their publishers, and what they leave out, are told.
"""

from __future__ import annotations

import re
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten

NAMEN = (
    "instroom",
    "kansdichtheid",
    "seizoen",
    "bijstellingen",
    "ind_voorraad",
    "ind_spoor4",
    "ind_termijn",
    "nareis",
    "coa_bezetting",
    "coa_samenstelling",
    "huisvesting",
    "dtv",
    "nidos",
    "rechtspraak",
    "regulier",
    "bewaring",
    "politie",
    "waaier",
    "dichtheid",
    "dichtheid_vooraf",
    "eerste_aanvragen",
    "tornado",
    "keten",
)

# What matplotlib writes: a declaration, the size in points, and for a catalogue what is no drawing.
_SVG = re.compile(
    r'.*?<svg [^>]*height="(?P<hoogte>[\d.]+)pt"[^>]*>\s*<title>.*?</metadata>(?P<inhoud>.*)</svg>\s*',
    re.DOTALL,
)


def lees(naam: str) -> ModuleType:
    """The chart module `naam`. Raises KeyError for a name that is not a chart."""
    if naam not in NAMEN:
        raise KeyError(naam)
    return import_module(f"figures.{naam}")


def alt(naam: str, u: Uitkomsten) -> str:
    """What chart `naam` shows, in words, with what the realisations in it leave out."""
    from figures.stijl.reeksen import zonder
    from figures.stijl.vel import REALISATIES

    module = lees(naam)
    weg = "; ".join(filter(None, (zonder(u, ids.split()) for ids in REALISATIES.findall(module.BRON))))
    return f"{module.alt(u)} Realisatie {weg}." if weg else str(module.alt(u))


def svg(naam: str, u: Uitkomsten, breedte: float = 6.3, *, kop: bool = True) -> bytes:
    """Chart `naam` as SVG, `breedte` inches wide, with or without its title; the same bytes every time."""
    from figures.stijl import svg as als_svg

    module = lees(naam)
    return als_svg(module.teken(u, breedte, kop=kop), module.TITEL)


def naast_elkaar(links: str, rechts: str, u: Uitkomsten) -> bytes:
    """Two charts of half the width side by side, as one SVG of the full measure."""
    from figures.stijl.vel import HALF, HEEL

    bladen = [_SVG.fullmatch(svg(naam, u, HALF).decode()) for naam in (links, rechts)]
    assert all(bladen)
    hoogte = max(float(blad["hoogte"]) for blad in bladen if blad)
    delen = "".join(
        f'<g transform="translate({naar_rechts:g} 0)">{blad["inhoud"]}</g>\n'
        for blad, naar_rechts in zip(bladen, (0, 72 * (HEEL - HALF)), strict=True)
        if blad
    )
    maat = f'width="{72 * HEEL:.6f}pt" height="{hoogte:.6f}pt" viewBox="0 0 {72 * HEEL:.6f} {hoogte:.6f}"'
    namen = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"'
    return f'<?xml version="1.0" encoding="utf-8"?>\n<svg {namen} {maat}>\n{delen}</svg>\n'.encode()
