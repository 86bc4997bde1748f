"""Comments in a chapter (`<!-- … -->`): what a reader of the source sees, and what no reader of the document may."""

from __future__ import annotations

import re

#: Code in a line may hold the sign of a comment.
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_INVULLING = re.compile(r"\{\{<|`\{\w+\}|^\s*(?:```|~~~)")


class Lezing:
    """Reads the lines of a text in order; knows whether a comment is open after the last one."""

    def __init__(self) -> None:
        self.open = False
        self.vult_in = False
        """Whether a comment in the last line has code or a shortcode: Quarto runs and fills in those."""

    def lees(self, tekst: str) -> str:
        """The line with spaces for what is comment."""
        positie, verborgen = 0, ""
        while self.open or (begin := _begin(tekst, positie)) >= 0:
            vanaf = positie if self.open else begin
            slot = tekst.find("-->", vanaf if self.open else vanaf + 4)
            positie = len(tekst) if slot < 0 else slot + 3
            verborgen += tekst[vanaf:positie]
            tekst = tekst[:vanaf] + " " * (positie - vanaf) + tekst[positie:]
            self.open = slot < 0
            if self.open:
                break
        self.vult_in = bool(_INVULLING.search(verborgen))
        return tekst


def _begin(tekst: str, vanaf: int) -> int:
    """Where the next comment begins, -1 when none does."""
    zonder_code = CODE.sub(lambda m: "`" * len(m[0]), tekst[vanaf:])
    gevonden = zonder_code.find("<!--")
    return gevonden if gevonden < 0 else gevonden + vanaf
