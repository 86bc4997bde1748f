"""The text of a chapter as a reader gets it: whole paragraphs without mark-up, each sign knowing its source line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mpp.render.qmd import Regel, Tekst

_BEREKEND = "\N{OBJECT REPLACEMENT CHARACTER}"
_WEG = re.compile(
    r"(?P<berekend>`\{python\}[^`]*`|@[\w-]+|https?://[^\s)]+)"
    r"|(?P<wit>\{[^{}]*\}|^\|?[-:| ]+\|[-:| ]*$|\s*\n\s*)"
    r"|\]\([^)]*\)|\[\^[^\]]*\]|\*+|(?<!\w)_+|_+(?!\w)|[\[\]]|`+|\\(?=[^\w\s])"
)
_OP_ZICHZELF = re.compile(r"^\s*(?:#{1,6}\s|:::|\|)")
_ITEM = re.compile(r"^\s*(?:[-*+]\s|\d+[.)]\s|\[\^[^\]]+\]:)")
_NUMMER = re.compile(r"^\s*\d{1,2}[.)]\s")


@dataclass(frozen=True)
class Alinea:
    """A paragraph on one line, what was computed as one sign; `bron` is how it was typed, `regels` the source line of each sign."""

    tekst: str
    regels: tuple[Regel, ...]
    bron: str = ""
    bronregels: tuple[Regel, ...] = ()

    def bronregel(self, plaats: int) -> Regel:
        """The source line of the sign at `plaats` in `bron`."""
        return self.bronregels[self.bron.count("\n", 0, plaats)]


def alineas(deel: Tekst) -> Iterator[Alinea]:
    """Every paragraph, item of a list, row of a table and heading; a line of a code block is one by itself."""
    lopend: list[tuple[Regel, str]] = []
    lijst = True
    for regel, vast in zip(deel.gelezen, deel.letterlijk, strict=True):
        is_item = not vast and lijst and _NUMMER.match(regel.tekst) is not None
        alleen = vast or _OP_ZICHZELF.match(regel.tekst) is not None
        if lopend and (alleen or is_item or not regel.tekst.strip() or _begint(regel, lijst)):
            yield _alinea(lopend)
            lopend = []
        if vast:
            yield Alinea(regel.tekst, (regel,) * len(regel.tekst))
        elif regel.tekst.strip():
            lopend.append((regel, _NUMMER.sub(" ", regel.tekst) if is_item else regel.tekst))
        if lopend and alleen:
            yield _alinea(lopend)
            lopend = []
        lijst = is_item or not regel.tekst.strip() or (lijst and regel.tekst.startswith(" "))
    if lopend:
        yield _alinea(lopend)


def _begint(regel: Regel, lijst: bool) -> bool:
    """Whether a line begins an item of its own; a number in the midst of a paragraph does not."""
    return _ITEM.match(regel.tekst) is not None and (lijst or not _NUMMER.match(regel.tekst))


def _alinea(lopend: list[tuple[Regel, str]]) -> Alinea:
    bron = "\n".join(tekst for _, tekst in lopend)
    bronregels = tuple(regel for regel, _ in lopend)
    per_teken = [regel for regel, tekst in lopend for _ in range(len(tekst) + 1)]
    tekst: list[str] = []
    regels: list[Regel] = []
    grenzen = [(m.start(), m.end(), _BEREKEND if m["berekend"] else " " if m["wit"] else "") for m in _WEG.finditer(bron)]
    for (_, vanaf, _), (begin, _, teken) in pairwise([(0, 0, ""), *grenzen, (len(bron), len(bron), "")]):
        tekst += [*bron[vanaf:begin], teken] if teken else [*bron[vanaf:begin]]
        regels += per_teken[vanaf : begin + len(teken)]
    return Alinea("".join(tekst), tuple(regels), bron, bronregels)
