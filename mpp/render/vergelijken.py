"""Whether Quarto's pages say what the built-in engine says: every block of text, number, image, link and table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import islice

from lxml.html import HtmlElement

from mpp.problemen import Probleem
from mpp.render.boek import Boek, Hoofdstuk
from mpp.render.nabewerking import ontleed
from mpp.render.qmd import Qmd
from mpp.render.vindplaats import vindplaats

_IN_ZIN = {"a", "em", "strong", "span", "code", "sup", "sub", "data", "br", "del", "img", "u", "input", "label"}
_HOUDT = {"div", "table", "figure", "pre"}  # those whose classes say how they look
_MERK = re.compile(r"<[^<>]*>")
_MEEST = 5
_Blok = tuple[str, str]


def verschillen(eigen: Boek, quarto: Boek, qmds: Iterable[Qmd]) -> list[Probleem]:
    """Where the chapters `qmds` differ, at most five places each: what either engine made of it, at its line of source."""
    links, rechts = ({h.pad: h for h in boek.hoofdstukken} for boek in (eigen, quarto))
    return [probleem for qmd in qmds for probleem in islice(_van_hoofdstuk(eigen, links[qmd.pad], quarto, rechts[qmd.pad], qmd), _MEEST)]


def _van_hoofdstuk(eigen: Boek, hoofdstuk: Hoofdstuk, quarto: Boek, ander: Hoofdstuk, qmd: Qmd) -> Iterator[Probleem]:
    links, rechts = _blokken(eigen, hoofdstuk), _blokken(quarto, ander)
    for soort, i, j, k, m in SequenceMatcher(None, links, rechts, autojunk=False).get_opcodes():
        if soort != "equal":
            hier, daar = _tekst(links[i:j]), _tekst(rechts[k:m])
            getoond = [_MERK.sub("", tekst) for tekst in (hier, daar)]
            if getoond[0] == getoond[1]:
                getoond = [hier, daar] if hier != daar else [" ".join(s for s, _ in blokken) for blokken in (links[i:j], rechts[k:m])]
            begin = next((i for i, (a, b) in enumerate(zip(*getoond, strict=False)) if a != b), min(map(len, getoond)))
            yield vindplaats(qmd, f"{hier} {daar}").probleem(
                "quarto-verschil", eigen=_rond(getoond[0], begin), quarto=_rond(getoond[1], begin)
            )


def _tekst(blokken: list[_Blok]) -> str:
    return " ".join(tekst or soort for soort, tekst in blokken)


def _rond(tekst: str, plek: int) -> str:
    """What of `tekst` stands around `plek`, short enough for a message."""
    begin, eind = max(0, plek - 30), plek + 50
    stuk = tekst[begin:eind]
    return f"{'…' if begin and stuk else ''}{stuk}{'…' if eind < len(tekst) else ''}" or "niets"


def _blokken(boek: Boek, hoofdstuk: Hoofdstuk) -> list[_Blok]:
    """The chapter as a row of blocks: what each is, and its text with what stands in it."""

    def adres(doel: Hoofdstuk, label: str) -> str:
        return doel.naam if label in ("", doel.gemaakt.id, doel.koppen[0].id) else f"{doel.naam}#{label}"

    uit: list[list[str]] = [["", ""]]
    _loop(ontleed(boek.html(hoofdstuk, adres)), "", uit)
    return [(soort, plat) for soort, tekst in uit if (plat := " ".join(tekst.split(" ")).strip()) or soort.startswith("<")]


def _loop(element: HtmlElement, blok: str, uit: list[list[str]]) -> None:
    """Add `element`, which stands in a block of kind `blok`, and what it holds."""
    tag = str(element.tag)
    if tag in _IN_ZIN:
        waar = element.get("href") or element.get("src") or element.get("value") or ""
        uit[-1][1] += f"<{tag}{' ' + waar if waar else ''}{' ' + element.get('alt', '') if tag == 'img' else ''}>"
        binnen = blok
    else:
        binnen = tag
        klassen = " ".join(sorted(element.classes)) if tag in _HOUDT else ""
        uit.append([f"<{tag} {klassen}>" if klassen else tag, ""])
    uit[-1][1] += _wit(element.text)
    for kind in element:
        _loop(kind, binnen, uit)
        uit[-1][1] += _wit(kind.tail)
    if tag not in _IN_ZIN:
        uit.append([blok, ""])


def _wit(tekst: str | None) -> str:
    return "".join(" " if teken in " \n\t" else teken for teken in tekst or "")
