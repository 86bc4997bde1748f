"""Texts that become cells: in a spreadsheet one that begins as a formula is computed, and may fetch or start something.

A leading apostrophe would keep it text, but changes the data of who does not read them in a spreadsheet. So such a text is
refused where it is written, and no table is written with one in it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Final

from mpp.lezen import Blok, Rij
from mpp.problemen import Fout, Probleem, probleem

_FORMULE: Final = frozenset("=+-@")
_WIT: Final = frozenset("\t\r\n")
_GETOOND: Final = 40
_AANGEHAALD: Final = "genoemd"
"""The key of a number as its source writes it, with its sign: it is held against the value, and no cell."""
_ONZICHTBAAR: Final = frozenset({"Cf", "Zs", "Zl", "Zp"})


def bezwaar(tekst: str) -> str:
    """Why a text cannot be a cell, in Dutch: what it begins with, or what stands in it; empty when it can.

    A sign that stands for another (a fullwidth one) counts as that, and what is not seen before it does not count.
    """
    if tekst[:1].isalnum() and tekst.isprintable():
        return ""
    if not tekst.isprintable() and any(unicodedata.category(teken) == "Cc" and teken not in _WIT for teken in tekst):
        return "bevat een stuurteken"
    if tekst[:1] in _WIT and tekst:
        return "begint met een tab of een regeleinde"
    eerste = next((teken for teken in tekst if unicodedata.category(teken) not in _ONZICHTBAAR), "")
    return f"begint met {eerste}" if unicodedata.normalize("NFKC", eerste)[:1] in _FORMULE and eerste else ""


def eis_cellen(cellen: Iterable[tuple[str, Any]]) -> None:
    """Hold the cells of a table, each with the name of its column, against what a spreadsheet makes of them.

    Numbers may be negative. Raises Fout with each text that cannot be a cell, once.
    """
    gevonden = {
        (kolom, cel): probleem("cel-als-formule", kolom=kolom, tekst=_kort(cel), bezwaar=wat)
        for kolom, cel in cellen
        if isinstance(cel, str) and (wat := bezwaar(cel))
    }
    if gevonden:
        raise Fout(gevonden.values())


def toets_teksten(boom: Any, bestand: str) -> Iterator[Probleem]:
    """Each text in a file that cannot be a cell, with its line; `boom` is what was read of it."""
    wachtend: list[tuple[str, int | None, Any]] = [("", None, boom)]
    while wachtend:
        waar, regel, deel = wachtend.pop()
        if isinstance(deel, Blok):
            getoond = [(sleutel, waarde) for sleutel, waarde in deel.items() if sleutel != _AANGEHAALD]
            wachtend += [(str(deel.get("id", sleutel)), deel.regels.get(sleutel, regel), waarde) for sleutel, waarde in getoond]
            wachtend += [(waar or sleutel, deel.regels.get(sleutel, regel), sleutel) for sleutel in deel]
        elif isinstance(deel, Rij):
            wachtend += [(waar, plek or regel, waarde) for plek, waarde in zip(deel.regels, deel, strict=True)]
        elif isinstance(deel, str) and (wat := bezwaar(deel)):
            yield probleem("tekst-als-formule", bestand=bestand, regel=regel, waar=waar, tekst=_kort(deel), bezwaar=wat)


def _kort(tekst: str) -> str:
    zichtbaar = "".join(teken if teken.isprintable() else f"\\u{ord(teken):04x}" for teken in tekst[:_GETOOND])
    return zichtbaar + "…" * (len(tekst) > _GETOOND)
