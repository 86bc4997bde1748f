"""Slips of the pen that Markdown takes in silence, told by the lines as they are typed.

What pandoc did read as markup but the house does not use, and what it left as it was typed, the filters `vormen` and
`letterlijk` tell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from mpp.problemen import Probleem
from mpp.render.lijstnummers import controleer_lijstnummers
from mpp.render.noten import controleer_noten
from mpp.render.qmd import Qmd, Regel, Tekst
from mpp.render.tabelrijen import controleer_tabelrijen

_ONDERSTREEPT = re.compile(r"^ {0,3}(?:=+|-+)\s*$")
_GEEN_ALINEA = re.compile(r"^\s*(?:$|[#>|:]|[-*+]\s|\d+[.)]\s)")
_STREEP = re.compile(r"^---\s*$")
_DOEL = re.compile(r"^ {0,3}\[(?!\^)([^\[\]]+)\]:(?:\s|$)")
_HEK = re.compile(r"^\s*(?:`{3,}|~{3,})\s*\{")
_OPENT = re.compile(r"^\s*(?:`{3,}|~{3,})")


def controleer_vergissingen(qmd: Qmd) -> Iterator[Probleem]:
    """Every slip in the text of a chapter, with its line."""
    yield from controleer_noten(qmd)
    for deel in qmd.delen:
        if isinstance(deel, Tekst):
            regels = [r for r, vast in zip(deel.gelezen, deel.letterlijk, strict=True) if not vast]
            yield from controleer_tabelrijen(regels)
            yield from _lijnen(regels)
            yield from _hekken(deel)
            yield from controleer_lijstnummers(regels)
    yield from _doelen(qmd)
    yield from _tekens(qmd)


def _lijnen(regels: list[Regel]) -> Iterator[Probleem]:
    """A line of dashes right under a paragraph makes a heading of it; right above one it begins metadata, which vanish."""
    for vorige, regel, volgende in zip([None, *regels], regels, [*regels[1:], None], strict=False):
        if not _ONDERSTREEPT.match(regel.tekst):
            continue
        if vorige is not None and not _GEEN_ALINEA.match(vorige.tekst):
            yield regel.probleem("kop-onderstreept", tekst=vorige.tekst.strip()[:60])
        elif _STREEP.match(regel.tekst) and volgende is not None and volgende.tekst.strip():
            yield regel.probleem("streep-zonder-witregel")


def _hekken(deel: Tekst) -> Iterator[Probleem]:
    """A code block that runs on to the end, and one with braces that is no code cell."""
    for regel, vast in zip(deel.gelezen, deel.letterlijk, strict=True):
        if not vast and _HEK.match(regel.tekst):
            yield regel.probleem("code-hek", hek=regel.tekst.strip())
    if deel.letterlijk and deel.letterlijk[-1]:
        nummers = [i for i, (r, vast) in enumerate(zip(deel.regels, deel.letterlijk, strict=True)) if not vast and _OPENT.match(r.tekst)]
        yield deel.regels[nummers[-1]].probleem("code-open")


def _doelen(qmd: Qmd) -> Iterator[Probleem]:
    """Addresses given apart, `[name]: address`, that no text refers to: the line vanishes."""
    regels = list(qmd.tekstregels())
    doelen = [(m[1], regel) for regel in regels if (m := _DOEL.match(regel.tekst))]
    rest = "\n".join(regel.tekst for regel in regels if not _DOEL.match(regel.tekst)).casefold()
    for naam, regel in doelen:
        if f"[{naam.casefold()}]" not in " ".join(rest.split()):
            yield regel.probleem("koppeling-ongebruikt", naam=naam)


def _tekens(qmd: Qmd) -> Iterator[Probleem]:
    for regel in qmd.tekstregels():
        yield from (regel.probleem("teken-vreemd", waarover=waarover) for waarover in vreemde_tekens(regel.tekst))


def vreemde_tekens(tekst: str) -> Iterator[str]:
    """What nobody sees in a text, in words: signs without width, of control or of private use, accents apart from their letter."""
    if tekst.isascii():
        return
    for teken in dict.fromkeys(tekst):
        if unicodedata.category(teken) in ("Cc", "Cf", "Co", "Cs") and teken not in "\t\n\u00ad":
            yield f"een teken dat niet te zien is (U+{ord(teken):04X})"
    if unicodedata.normalize("NFC", tekst) != tekst:
        yield "een letter met een los accent"
