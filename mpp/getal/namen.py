"""What may hold digits in a text without being a number: editions, dates, years, sporen, articles of law."""

from __future__ import annotations

_MAAND = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_EENHEID = "personen|mensen|zaken|aanvragen|plekken|plaatsen|beslissingen|woningen|pupillen|euro|procent|maanden|weken|dagen"
_REEKS = r"\d(?:(?:, | en | of |, en | \+ )\d)*"

NAMEN = (
    r"MPP \d{4}-\d\b",
    rf"\b\d{{1,2}} (?:{_MAAND})\b",
    rf"\b(?:19|20)\d{{2}}\b(?![.,]\d)(?! ?%| (?:{_EENHEID}))",
    rf"\b[Ss]po(?:or|ren) {_REEKS}\b",
    rf"\b(?:[Kk]wartaal|[Hh]alfjaar|[Rr]onde|[Bb]ijlage) {_REEKS}\b",
    r"\b(?:artikel|artikelen|lid|richtlijn|verordening) \d[\d/a-z]*",
)
"""Regular expressions, one a kind of name."""
