"""Headings and blocks of colons in a chapter: what both engines render the same; all else is a problem with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mpp.problemen import Probleem, probleem
from mpp.render.kenmerken import Kenmerk, labelproblemen, lees_kenmerken, onbekende_klasse
from mpp.render.qmd import Cel, Qmd, Regel, Tekst

CALLOUTS = ("callout-note", "callout-tip", "callout-warning", "callout-caution", "callout-important")
#: What a block may be: a callout, a note under a figure or table, or a figure or table (by its label) in one of these forms.
VORMEN = ("cijfers", "tekst", "liggend")
KLASSEN = (*CALLOUTS, *VORMEN, "voetregel")

DIV = re.compile(r"^\s{0,3}(:{3,})\s*(.*?)\s*:*\s*$")
KOP = re.compile(r"^(#{1,6})\s+(\S.*)$")
_KENMERKEN = re.compile(r"\{([^{}]*)\}\s*$")
_GEEN_TITEL = re.compile(r"[`\[\]@<>{}$^~|\\]")


def divs(qmd: Qmd) -> Iterator[Probleem]:
    """Blocks that do not open and close in pairs, and those of a kind that is not used."""
    open_divs: list[Regel] = []
    for regel in qmd.tekstregels():
        m = DIV.match(regel.tekst)
        if not m:
            continue
        if m[2]:
            open_divs.append(regel)
            yield from _divkenmerken(regel, m[2])
        elif open_divs:
            open_divs.pop()
        else:
            yield regel.probleem("div-te-veel")
    for regel in open_divs:
        yield regel.probleem("div-open")


def _divkenmerken(regel: Regel, opening: str) -> Iterator[Probleem]:
    kaal = re.fullmatch(r"\w[\w-]*", opening)
    binnen = re.fullmatch(r"\{(.*)\}", opening)
    if not (kaal or binnen):
        yield regel.probleem("kenmerk-vorm", kenmerk=opening)
        return
    kenmerken = [Kenmerk(".", opening)] if kaal else list(lees_kenmerken(binnen[1] if binnen else ""))
    klassen = [k.naam for k in kenmerken if k.soort == "."]
    labels = [k.naam for k in kenmerken if k.soort == "#"]
    for kenmerk in kenmerken:
        if not kenmerk.soort:
            yield regel.probleem("kenmerk-vorm", kenmerk=kenmerk.naam)
        elif kenmerk.soort == "." and kenmerk.naam not in KLASSEN:
            yield onbekende_klasse(regel, kenmerk.naam, KLASSEN)
        elif kenmerk.soort == "#":
            yield from labelproblemen(regel, kenmerk.naam, ("fig-", "tbl-"), "div-id", "id")
        elif kenmerk.soort == "=" and not (kenmerk.naam == "title" and set(klassen) & set(CALLOUTS)):
            yield regel.probleem("div-kenmerk", kenmerk=kenmerk.naam)
        elif kenmerk.soort == "=" and re.search(r"[`{]", kenmerk.waarde):
            yield regel.probleem("div-titel")
    eigen = set(klassen) - set(VORMEN)
    if len(klassen) + len(labels) > 1 and eigen & set(KLASSEN):
        yield regel.probleem("div-samen", klasse=min(eigen & set(KLASSEN)))


def koppen(qmd: Qmd) -> Iterator[Probleem]:
    """One title a chapter, before all text; no skipped levels; labels of kind sec- and no class but unnumbered."""
    niveau = 1 if "title" in qmd.kop else 0
    zonder_nummer = 0
    diepte = 0
    for regel in qmd.tekstregels():
        if div := DIV.match(regel.tekst):
            diepte += 1 if div[2] else -1
        m = KOP.match(regel.tekst)
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
        tekst, ongenummerd = m[2], False
        if attributen := _KENMERKEN.search(tekst):
            yield from _kopkenmerken(regel, attributen[1])
            ongenummerd = ".unnumbered" in attributen[1]
            tekst = tekst[: attributen.start()]
        if nieuw == 1 and _GEEN_TITEL.search(tekst):
            yield regel.probleem("titel-opmaak")
        if zonder_nummer > 1 and nieuw > zonder_nummer and not ongenummerd:
            yield regel.probleem("kop-onder-ongenummerd")
        elif nieuw <= zonder_nummer or ongenummerd:
            zonder_nummer = nieuw if ongenummerd else 0
    if niveau == 0:
        yield probleem("hoofdstuk-zonder-titel", bestand=qmd.pad, regel=1)
    else:
        yield from _voor_de_titel(qmd)


def _voor_de_titel(qmd: Qmd) -> Iterator[Probleem]:
    """Text, or a cell that may show something, before the title: Quarto leaves it where it is, after the title of the page."""
    if "title" in qmd.kop:
        return
    for deel in qmd.delen:
        if isinstance(deel, Cel):
            if deel.opties.get("include", True):
                yield deel.hekregel.probleem("tekst-voor-titel")
            continue
        for regel in _leesbaar(deel):
            if KOP.match(regel.tekst):
                return
            yield regel.probleem("tekst-voor-titel")
            return


def _leesbaar(deel: Tekst) -> Iterator[Regel]:
    return (regel for regel in deel.gelezen if regel.tekst.strip())


def _kopkenmerken(regel: Regel, attributen: str) -> Iterator[Probleem]:
    for kenmerk in lees_kenmerken(attributen):
        if kenmerk == Kenmerk("", "-"):
            yield regel.probleem("kop-streepje")
        elif not kenmerk.soort:
            yield regel.probleem("kenmerk-vorm", kenmerk=kenmerk.naam)
        elif kenmerk.soort == "#":
            yield from labelproblemen(regel, kenmerk.naam, ("sec-",), "kop-label")
        elif kenmerk.soort == "." and kenmerk.naam != "unnumbered":
            yield onbekende_klasse(regel, kenmerk.naam, ("unnumbered",))
        elif kenmerk.soort == "=":
            yield regel.probleem("div-kenmerk", kenmerk=kenmerk.naam)
