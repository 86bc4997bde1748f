"""Numbers that stand typed in a text, in digits or in words, where they should be computed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

_MAAND = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_TELT = (
    "personen|mensen|zaken|aanvragen|dossiers|plekken|plaatsen|woningen|pupillen|beslissingen|inwilligingen|beroepen|visa|euro|"
    "procent|procentpunt|jaar|jaren|maanden|weken|dagen|uur"
)
_REEKS = r"\d(?:(?:, | en | of |, en | \+ )\d)*"

NAMEN: Final = (
    r"MPP \d{4}-\d\b",
    rf"\b\d{{1,2}} (?:{_MAAND})\b",
    rf"\b(?:19|20)\d{{2}}\b(?![.,]\d)(?! ?%| (?:{_TELT}))",
    rf"\b[Ss]po(?:or|ren) {_REEKS}\b",
    rf"\b(?:[Kk]wartaal|[Hh]alfjaar|[Rr]onde|[Bb]ijlage) {_REEKS}\b",
    r"\b(?:artikel|artikelen|lid|richtlijn|verordening) \d[\d/a-z]*",
)
"""Regular expressions of what holds digits and is no number, one a kind: editions, dates, years, sporen, articles of law."""

_EENHEDEN = "twee|drie|vier|vijf|zes|zeven|acht|negen"
_TIENTALLEN = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_TELWOORD = (
    rf"(?:(?:(?:een|{_EENHEDEN})[eë]n)?(?:{_TIENTALLEN})|{_EENHEDEN}|tien|elf|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien|"
    r"\w*(?:honderd|duizend)|anderhal(?:f|ve))"
)
_RANGTELWOORD = "derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|twintigste|honderdste|kwart"

WOORDEN: Final = re.compile(
    rf"\b(?:{_TELWOORD}(?: en een half)? (?:miljoen |miljard )?(?:{_TELT})"
    rf"|(?:een|één|{_TELWOORD}) (?:op|van) (?:de )?{_TELWOORD}"
    rf"|(?:een|één|{_TELWOORD}) (?:{_RANGTELWOORD})|driekwart|de helft"
    rf"|{_TELWOORD} keer (?:zo|meer|minder))\b(?! (?:scenario|land|lid|partij)\b)",
    re.IGNORECASE,
)
"""A number in words that tells how many, how much or how likely: veertien weken, een op acht, twee derde, drie keer zo veel.

Not how many of something there are in the text itself: drie scenario's, twee soorten.
"""

_CIJFERS: Final = re.compile(r"\d[\d.,]*\d|\d")
_GEEN_CIJFER: Final = "\ufffc"


def getypt(tekst: str, namen: Iterable[str] = ()) -> Iterator[re.Match[str]]:
    """Every number in a text; its place in the match is that in `tekst`.

    `namen` are regular expressions of further names with digits, besides `NAMEN`.
    """
    zonder = re.sub("|".join([*NAMEN, *namen]), lambda naam: _GEEN_CIJFER * len(naam[0]), tekst)
    yield from _CIJFERS.finditer(zonder)
    yield from WOORDEN.finditer(zonder)
