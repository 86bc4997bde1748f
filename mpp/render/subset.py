"""The house subset of Quarto: what both engines render the same; all else is a problem with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mpp.problemen import Probleem, lijkt_op, probleem
from mpp.render.qmd import Cel, Qmd, Regel
from mpp.render.vergissingen import controleer_vergissingen

VOORWERK = ("title", "description")
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
SHORTCODES = ("include", "var", "meta", "pagebreak")
CALLOUTS = ("callout-note", "callout-tip", "callout-warning", "callout-caution", "callout-important")
KLASSEN = (*CALLOUTS, "cijfers", "tekst", "voetregel", "liggend", "kolombreed")

SHORTCODE = re.compile(r"\{\{<\s*(\S+)\s*(.*?)\s*>\}\}")
INLINE = re.compile(r"(?<!`)`\{(\w+)\}[ \t]([^`]+)`")
_CODE = re.compile(r"`[^`]*`")
_RAUW = re.compile(r"(`[^`]*`)\{=\w+\}")
_ANDER_VERWIJSSOORT = re.compile(r"(?<![\w/.])@((?:lst|thm|lem|cor|prp|cnj|def|exm|exr|eq|nte|tip|wrn|imp|cau|vid|dia|rem|sol)-[\w-]+)")
_HTML = re.compile(r"(?<!\\)</?(?!https?:|mailto:)[A-Za-z][\w-]*(?:\s[^<>]*)?/?>")
_DIV = re.compile(r"^\s{0,3}(:{3,})\s*(.*?)\s*:*\s*$")
_ATTRIBUUT = re.compile(r"""([.#])([\w-]+)|([\w-]+)=("[^"]*"|'[^']*'|[^\s}]+)""")
_KOP = re.compile(r"^(#{1,6})\s+(\S.*)$")
_KOPATTRIBUTEN = re.compile(r"\{([^{}]*)\}\s*$")


def controleer(qmd: Qmd) -> list[Probleem]:
    """Every problem that shows in the source of one chapter, before anything is run."""
    onderdelen = (_voorwerk, _cellen, _shortcodes, _inline, _divs, _koppen, _verwijssoorten, _html, controleer_vergissingen)
    return [gevonden for onderdeel in onderdelen for gevonden in onderdeel(qmd)]


def _onbekend(code: str, regel: Regel, veld: str, naam: str, namen: Iterable[str]) -> Probleem:
    return regel.probleem(code, **{veld: naam, "lijkt_op": lijkt_op(naam, namen)})


def _voorwerk(qmd: Qmd) -> Iterator[Probleem]:
    for sleutel, waarde in qmd.kop.items():
        regel = Regel("", qmd.pad, qmd.kopregels.get(sleutel, 1))
        if sleutel not in VOORWERK:
            yield _onbekend("voorwerk-sleutel", regel, "sleutel", sleutel, VOORWERK)
        elif not isinstance(waarde, str):
            yield regel.probleem("voorwerk-waarde", sleutel=sleutel)
        elif INLINE.search(waarde):
            yield regel.probleem("voorwerk-inline", sleutel=sleutel)
        elif sleutel == "title" and "{" in waarde:
            yield regel.probleem("voorwerk-kenmerken")


def _cellen(qmd: Qmd) -> Iterator[Probleem]:
    for cel in qmd.cellen():
        if cel.taal != "python":
            yield cel.hekregel.probleem("cel-taal", taal=cel.taal)
            continue
        if cel.kenmerken:
            yield cel.hekregel.probleem("cel-kenmerken", kenmerken=cel.kenmerken)
        for optie, waarde in cel.opties.items():
            regel = Regel("", cel.hekregel.bestand, cel.optieregels.get(optie, cel.hekregel.nummer))
            mag = CELOPTIES.get(optie)
            if mag is None:
                yield _onbekend("cel-optie", regel, "optie", optie, CELOPTIES)
            elif isinstance(mag, tuple) and not any(waarde is keus or (isinstance(keus, str) and waarde == keus) for keus in mag):
                yield regel.probleem("cel-optie-waarde", optie=optie, waarde=waarde, keuze=", ".join(str(k).lower() for k in mag))
            elif mag is str and (not isinstance(waarde, str) or not waarde.strip()):
                yield regel.probleem("cel-optie-waarde", optie=optie, waarde=waarde, keuze="tekst")
            elif isinstance(waarde, str) and "`{python}" in waarde:
                yield regel.probleem("bijschrift-inline", optie=optie)
        yield from _floatcel(cel)
        for code in cel.code:
            if SHORTCODE.search(code.tekst):
                yield code.probleem("shortcode-in-code")


def _floatcel(cel: Cel) -> Iterator[Probleem]:
    """A cell that makes a figure or table says so in full: label, caption and, for a figure, alt text."""
    label = cel.opties.get("label")
    soort = str(label).partition("-")[0] if isinstance(label, str) else ""
    nodig = {"fig": ("fig-cap", "fig-alt"), "tbl": ("tbl-cap",)}.get(soort, ())
    for optie in nodig:
        if optie not in cel.opties:
            yield cel.hekregel.probleem("float-onvolledig", label=label, optie=optie)
    for optie in ("fig-cap", "fig-alt", "tbl-cap"):
        if optie in cel.opties and optie not in nodig:
            yield cel.hekregel.probleem("float-zonder-label", optie=optie, soort=optie[:3])


def _shortcodes(qmd: Qmd) -> Iterator[Probleem]:
    for regel in qmd.tekstregels():
        for m in SHORTCODE.finditer(regel.tekst):
            naam, argument = m[1], m[2]
            if naam not in SHORTCODES:
                yield _onbekend("shortcode-onbekend", regel, "shortcode", naam, SHORTCODES)
            elif naam in ("include", "pagebreak") and regel.tekst.strip() != m[0]:
                yield regel.probleem("shortcode-alleen", shortcode=naam)
            elif naam in ("var", "meta") and len(argument.split()) != 1:
                yield regel.probleem("shortcode-argument", shortcode=naam)


def _inline(qmd: Qmd) -> Iterator[Probleem]:
    for regel in qmd.tekstregels():
        for m in INLINE.finditer(regel.tekst):
            if m[1] != "python":
                yield regel.probleem("cel-taal", taal=m[1])


def _divs(qmd: Qmd) -> Iterator[Probleem]:
    open_divs: list[Regel] = []
    for regel in qmd.tekstregels():
        m = _DIV.match(regel.tekst)
        if not m:
            continue
        if not m[2]:
            if open_divs:
                open_divs.pop()
            else:
                yield regel.probleem("div-te-veel")
            continue
        open_divs.append(regel)
        kenmerken = m[2].strip()
        if not kenmerken.startswith("{"):
            kenmerken = "{." + kenmerken + "}"
        yield from _divkenmerken(regel, kenmerken)
    for regel in open_divs:
        yield regel.probleem("div-open")


def _divkenmerken(regel: Regel, kenmerken: str) -> Iterator[Probleem]:
    klassen = [naam for teken, naam, _, _ in _ATTRIBUUT.findall(kenmerken) if teken == "."]
    for teken, naam, sleutel, _ in _ATTRIBUUT.findall(kenmerken):
        if teken == "." and naam not in KLASSEN:
            yield _onbekend("div-klasse", regel, "klasse", naam, KLASSEN)
        elif teken == "#" and not naam.startswith(("fig-", "tbl-")):
            yield regel.probleem("div-id", id=naam)
        elif sleutel and not (sleutel == "title" and set(klassen) & set(CALLOUTS)):
            yield regel.probleem("div-kenmerk", kenmerk=sleutel)


def _koppen(qmd: Qmd) -> Iterator[Probleem]:
    """One title a chapter, no skipped levels, and no labels of another kind than sec-."""
    niveau = 1 if "title" in qmd.kop else 0
    diepte = 0
    for regel in qmd.tekstregels():
        if div := _DIV.match(regel.tekst):
            diepte += 1 if div[2] else -1
        m = _KOP.match(regel.tekst)
        if not m or diepte:
            continue
        nieuw = len(m[1])
        if niveau == 0 and nieuw != 1:
            yield regel.probleem("hoofdstuk-zonder-titel")
        elif nieuw == 1 and niveau:
            yield regel.probleem("kop-tweede-titel")
        elif nieuw > niveau + 1:
            yield regel.probleem("kop-overgeslagen", van=niveau, naar=nieuw)
        niveau = nieuw
        if attributen := _KOPATTRIBUTEN.search(m[2]):
            yield from _kopkenmerken(regel, attributen[0])
    if niveau == 0:
        yield probleem("hoofdstuk-zonder-titel", bestand=qmd.pad, regel=1)


def _kopkenmerken(regel: Regel, attributen: str) -> Iterator[Probleem]:
    for teken, naam, sleutel, _ in _ATTRIBUUT.findall(attributen):
        if teken == "#" and not naam.startswith("sec-"):
            yield regel.probleem("kop-label", label=naam)
        elif teken == "." and naam not in ("unnumbered", "unlisted"):
            yield _onbekend("div-klasse", regel, "klasse", naam, ("unnumbered", "unlisted"))
        elif sleutel:
            yield regel.probleem("div-kenmerk", kenmerk=sleutel)


def _verwijssoorten(qmd: Qmd) -> Iterator[Probleem]:
    for regel in qmd.tekstregels():
        for m in _ANDER_VERWIJSSOORT.finditer(regel.tekst):
            yield regel.probleem("verwijzing-soort", label=m[1])


def _html(qmd: Qmd) -> Iterator[Probleem]:
    for regel in qmd.tekstregels():
        for m in (*_RAUW.finditer(regel.tekst), *_HTML.finditer(_CODE.sub("", regel.tekst))):
            yield regel.probleem("rauwe-opmaak", waarover=m[0])
