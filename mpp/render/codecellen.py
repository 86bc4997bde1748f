"""Code cells in a chapter: the options and forms that both engines read the same; all else is a problem with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mpp.problemen import Probleem, lijkt_op
from mpp.render.kenmerken import labelproblemen
from mpp.render.qmd import Cel, Qmd, Regel

CELOPTIES: Mapping[str, tuple[Any, ...] | type] = {
    "label": str,
    "fig-cap": str,
    "fig-alt": str,
    "tbl-cap": str,
    "echo": (True, False),
    "output": (True, False, "asis"),
    "include": (True, False),
    "eval": (True, False),
    "warning": (True, False),
}
SHORTCODE = re.compile(r"\{\{<\s*(\S+)\s*(.*?)\s*>\}\}")
_OPTIEVORM = re.compile(r"^\s*#\s*\|")
#: The options with which a cell shows its figure or table; with another value its label would lead nowhere, or lose its caption.
_TOONT = {"output": True, "include": True, "eval": True}


def cellen(qmd: Qmd) -> Iterator[Probleem]:
    """Every problem of the cells of a chapter."""
    for cel in qmd.cellen():
        if cel.taal != "python":
            yield cel.hekregel.probleem("cel-taal", taal=cel.taal)
            continue
        if cel.kenmerken:
            yield cel.hekregel.probleem("cel-kenmerken", kenmerken=cel.kenmerken)
        if cel.hekregel.tekst[:1].isspace():
            yield cel.hekregel.probleem("cel-ingesprongen")
        yield from _opties(cel)
        yield from _floatcel(cel)
        for code in cel.code:
            if SHORTCODE.search(code.tekst):
                yield code.probleem("shortcode-in-code")
            if _OPTIEVORM.match(code.tekst):
                yield code.probleem("cel-optie-plaats", optie=code.tekst.strip())


def _opties(cel: Cel) -> Iterator[Probleem]:
    for optie, waarde in cel.opties.items():
        regel = _optieregel(cel, optie)
        mag = CELOPTIES.get(optie)
        if mag is None:
            yield regel.probleem("cel-optie", optie=optie, lijkt_op=lijkt_op(optie, CELOPTIES))
        elif isinstance(mag, tuple) and not any(waarde is keus or (isinstance(keus, str) and waarde == keus) for keus in mag):
            yield regel.probleem("cel-optie-waarde", optie=optie, waarde=waarde, keuze=", ".join(str(k).lower() for k in mag))
        elif mag is str and (not isinstance(waarde, str) or not waarde.strip()):
            yield regel.probleem("cel-optie-waarde", optie=optie, waarde=waarde, keuze="tekst")
        elif isinstance(waarde, str) and ("`{python}" in waarde or SHORTCODE.search(waarde)):
            yield regel.probleem("bijschrift-inline", optie=optie)
        elif isinstance(waarde, str) and "\n" in waarde.strip():
            yield regel.probleem("cel-optie-regels", optie=optie)


def _floatcel(cel: Cel) -> Iterator[Probleem]:
    """A cell that makes a figure or table says so in full (label, caption and, for a figure, alt text), and shows it."""
    label = cel.opties.get("label")
    soort = label.partition("-")[0] if isinstance(label, str) else ""
    if isinstance(label, str) and label.strip():
        yield from labelproblemen(_optieregel(cel, "label"), label, ("fig-", "tbl-"), "cel-label")
    nodig = {"fig": ("fig-cap", "fig-alt"), "tbl": ("tbl-cap",)}.get(soort, ())
    for optie in nodig:
        if optie not in cel.opties:
            yield cel.hekregel.probleem("float-onvolledig", label=label, optie=optie)
    for optie in ("fig-cap", "fig-alt", "tbl-cap"):
        if optie in cel.opties and optie not in nodig:
            yield _optieregel(cel, optie).probleem("float-zonder-label", optie=optie, soort=optie[:3])
    for optie, toont in _TOONT.items():
        if nodig and cel.opties.get(optie, toont) is not toont:
            yield _optieregel(cel, optie).probleem("float-verborgen", label=label, optie=optie)


def _optieregel(cel: Cel, optie: str) -> Regel:
    return Regel("", cel.hekregel.bestand, cel.optieregels.get(optie, cel.hekregel.nummer))
