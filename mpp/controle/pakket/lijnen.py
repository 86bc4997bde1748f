"""What is drawn in a chart, line by line: as its SVG says, and as a PDF has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

Lijnen = dict[str, list[tuple[float, ...]]]
"""The points that are drawn to, and the colours of areas and of lines, each in order."""

_SVG: Final = "{http://www.w3.org/2000/svg}"
_DOEL: Final = "{http://www.w3.org/1999/xlink}href"
_GETAL: Final = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_STREEK: Final = re.compile(r"([MLQC])([^A-Za-z]*(?:e-?\d[^A-Za-z]*)*)")
_LENGTE: Final[Mapping[str, int]] = {"M": 2, "L": 2, "Q": 4, "C": 6}
_PLEK: Final = re.compile(r"translate\(([^)]*)\)")
_KLEUR: Final = re.compile(r"(fill|stroke): (#[0-9a-f]{6}|none)")
_FIGUUR: Final = re.compile(rb"/Figure\n<<[^\n]*>>\nBDC\n(.*?)\nEMC", re.DOTALL)
_LIJN: Final = re.compile(rb"^((?:-?\d*\.?\d* )+)(m|l|c|cm|rg|RG)$", re.MULTILINE)
_GEEN_DEEL: Final = frozenset({f"{_SVG}defs", f"{_SVG}style", f"{_SVG}metadata", f"{_SVG}title"})


def uit_svg(svg: bytes) -> Lijnen:
    """What an SVG of matplotlib draws; of a curve where it ends."""
    from lxml import etree

    boom = etree.fromstring(svg)
    namen = {naam: e for e in boom.iter() if (naam := e.get("id"))}
    lijnen: Lijnen = {"punten": [], "rg": [], "RG": []}
    _teken(boom, namen, {"fill": "#000000", "stroke": "none"}, lijnen)
    return _zonder_herhaling(lijnen)


def _teken(e: _Element, namen: Mapping[str, Any], stijl: Mapping[str, str], lijnen: Lijnen) -> None:
    if not isinstance(e.tag, str) or e.tag in _GEEN_DEEL:
        return
    stijl = {**stijl, **dict(_KLEUR.findall(e.get("style") or ""))}
    plek = _PLEK.search(e.get("transform") or "")
    if plek:
        lijnen["punten"].append(_getallen(plek[1]))
    if "scale(" in (e.get("transform") or ""):
        _kleur(stijl, lijnen, "fill")
        return
    if e.tag == f"{_SVG}use":
        lijnen["punten"].append((float(e.get("x", 0)), float(e.get("y", 0))))
        doel = namen[(e.get(_DOEL) or "")[1:]]
        _pad(doel, {**dict(_KLEUR.findall(doel.get("style") or "")), **stijl}, lijnen)
    elif e.tag == f"{_SVG}path":
        _pad(e, stijl, lijnen)
    for kind in e:
        _teken(kind, namen, stijl, lijnen)


def _pad(e: Any, stijl: Mapping[str, str], lijnen: Lijnen) -> None:
    for soort in ("fill", "stroke"):
        _kleur(stijl, lijnen, soort)
    for streek in _STREEK.finditer(e.get("d") or ""):
        waarden, lengte = _getallen(streek[2]), _LENGTE[streek[1]]
        lijnen["punten"] += [waarden[i - 2 : i] for i in range(lengte, len(waarden) + 1, lengte)]


def _kleur(stijl: Mapping[str, str], lijnen: Lijnen, soort: str) -> None:
    if (kleur := stijl[soort]) != "none":
        lijnen["rg" if soort == "fill" else "RG"].append(tuple(int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)))


def uit_blad(inhoud: bytes) -> Iterator[Lijnen]:
    """What each chart on a page of a PDF draws."""
    for figuur in _FIGUUR.finditer(inhoud):
        lijnen: Lijnen = {"punten": [], "rg": [], "RG": []}
        for lijn in _LIJN.finditer(figuur[1]):
            waarden, soort = tuple(map(float, lijn[1].split())), lijn[2].decode()
            if soort in ("rg", "RG"):
                lijnen[soort].append(waarden)
            elif soort != "cm" or waarden[:4] == (1, 0, 0, 1):
                lijnen["punten"].append(waarden[-2:])
        lijnen["punten"] = lijnen["punten"][1:]  # where on the page the chart stands
        yield _zonder_herhaling(lijnen)


def _getallen(tekst: str) -> tuple[float, ...]:
    return tuple(map(float, _GETAL.findall(tekst)))


def _zonder_herhaling(lijnen: Lijnen) -> Lijnen:
    """The same to two decimals, without what draws nothing: going to the origin, and a colour that is there already."""
    uit: Lijnen = {}
    for soort, waarden in lijnen.items():
        rond = [tuple(round(w, 2) + 0.0 for w in waarde) for waarde in waarden]
        uit[soort] = [w for i, w in enumerate(rond) if (any(w) if soort == "punten" else not i or w != rond[i - 1])]
    return uit
