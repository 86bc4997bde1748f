"""Numbers, letters and roman numerals of a list that do not follow each other: Markdown numbers on from the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from mpp.problemen import Probleem
from mpp.render.qmd import Regel

_BOLLETJE = re.compile(r"^\s*[-*+]\s")
_ITEM = re.compile(r"^(\s*)(?:(\d{1,9}|[a-z]|[ivx]{2,6}|[IVX]{2,6})\.\s+|([A-Z])\.\s{2,})\S")
_HOOFDLETTER = re.compile(r"^\s*([A-Z])\.\s\S")
_ROMEINS: Final = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


class _Lijst(NamedTuple):
    """A list as far as it has been read: how its items are told (cijfer, letter or romeins), in capitals or not, and which."""

    soort: str
    hoofdletters: bool
    nummers: list[int]

    def lees(self, teken: str) -> int | None:
        """The place in the list that a mark of this kind stands for; None for a mark of another kind."""
        if teken.isdigit() != (self.soort == "cijfer") or (teken.isupper() and not teken.isdigit()) != self.hoofdletters:
            return None
        if self.soort == "romeins":
            return _uit_romeins(teken.lower())
        if self.soort == "letter":
            return ord(teken.lower()) - ord("a") + 1 if len(teken) == 1 else None
        return int(teken)

    def toon(self, nummer: int) -> str:
        """The mark at this place in the list."""
        teken = {"cijfer": str(nummer), "letter": chr(ord("a") + (nummer - 1) % 26), "romeins": _naar_romeins(nummer)}[self.soort]
        return teken.upper() if self.hoofdletters else teken


def controleer_lijstnummers(regels: Iterable[Regel]) -> Iterator[Probleem]:
    """Every mark that does not follow on the one before it, and lists with capitals that are read as paragraphs, with the line."""
    lijsten: dict[int, _Lijst] = {}
    vorige, hoofdletter = "", ""
    for regel in regels:
        item = _ITEM.match(regel.tekst)
        inspringing = len(regel.tekst) - len(regel.tekst.lstrip())
        if item and (not vorige.strip() or lijsten or _BOLLETJE.match(vorige)):
            lijsten = {diepte: lijst for diepte, lijst in lijsten.items() if diepte <= inspringing}
            yield from _item(regel, item[2] or item[3], lijsten.setdefault(inspringing, _nieuw(item[2] or item[3])))
        elif regel.tekst.strip():
            verder = inspringing or vorige.strip()
            lijsten = {diepte: lijst for diepte, lijst in lijsten.items() if diepte <= inspringing} if verder else {}
            m = _HOOFDLETTER.match(regel.tekst)
            if m and hoofdletter and m[1] in (chr(ord(hoofdletter) + 1), hoofdletter):
                yield regel.probleem("lijst-hoofdletter", letter=m[1])
            hoofdletter = m[1] if m else ""
        vorige = regel.tekst


def _item(regel: Regel, teken: str, lijst: _Lijst) -> Iterator[Probleem]:
    nummer, nummers = lijst.lees(teken), lijst.nummers
    verwacht = nummers[-1] + 1 if nummers else nummer
    steeds_hetzelfde = lijst.soort == "cijfer" and set(nummers) == {nummer}
    if nummer != verwacht and not steeds_hetzelfde:
        yield regel.probleem("lijst-nummering", nummer=teken, verwacht=lijst.toon(verwacht or 1))
    nummers.append(nummer or verwacht or 1)


def _nieuw(teken: str) -> _Lijst:
    """The list that begins with this mark: an i alone is roman, any other single letter is a letter, as pandoc reads."""
    romeins = len(teken) > 1 or teken in "iI"
    soort = "cijfer" if teken.isdigit() else "romeins" if romeins else "letter"
    return _Lijst(soort, not teken.isdigit() and teken.isupper(), [])


def _uit_romeins(teken: str) -> int | None:
    """What a roman numeral in small letters stands for, None when it is none."""
    nummer, rest = 0, teken
    for cijfer, waarde in _ROMEINS:
        while rest.startswith(cijfer):
            nummer, rest = nummer + waarde, rest[len(cijfer) :]
    return nummer if not rest and _naar_romeins(nummer) == teken else None


def _naar_romeins(nummer: int) -> str:
    teken = ""
    for cijfer, waarde in _ROMEINS:
        while nummer >= waarde:
            teken, nummer = teken + cijfer, nummer - waarde
    return teken
