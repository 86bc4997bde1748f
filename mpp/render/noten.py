"""Footnotes: every mark has its note, every note its mark, each name is given once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mpp.problemen import Probleem, lijkt_op
from mpp.render.qmd import Qmd, Regel

_NOOT = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:")
_MERK = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")
_GEEN_TEKST = re.compile(r"`[^`]*`|<!--.*?-->")


def controleer_noten(qmd: Qmd) -> Iterator[Probleem]:
    """Marks without a note, notes without a mark, notes of one name, and marks inside a note, each with its line."""
    noten: dict[str, Regel] = {}
    merken: dict[str, Regel] = {}
    in_noot = False
    vorige = ""
    for regel in qmd.tekstregels():
        tekst = _GEEN_TEKST.sub("", regel.tekst)
        noot = _NOOT.match(tekst)
        in_noot = bool(noot) or (in_noot and (not tekst.strip() or tekst.startswith(("    ", "\t")) or bool(vorige.strip())))
        if noot:
            if eerder := noten.get(noot[1]):
                yield regel.probleem("noot-dubbel", noot=noot[1], eerder=f"{eerder.bestand}:{eerder.nummer}")
            noten.setdefault(noot[1], regel)
            tekst = tekst[noot.end() :]
        for merk in _MERK.finditer(tekst):
            if in_noot:
                yield regel.probleem("noot-in-noot", noot=merk[1])
            merken.setdefault(merk[1], regel)
        vorige = regel.tekst
    for naam, regel in merken.items():
        if naam not in noten:
            yield regel.probleem("noot-onbekend", noot=naam, lijkt_op=lijkt_op(naam, noten))
    for naam, regel in noten.items():
        if naam not in merken:
            yield regel.probleem("noot-ongebruikt", noot=naam)
