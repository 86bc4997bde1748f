"""Numbers that stand typed in a text, in digits or in words, where they should be computed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_MAAND = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_TELT = (
    "personen|mensen|zaken|asielzaken|rechtszaken|dossiers|pupillen|inwilligingen|afwijzingen|intrekkingen|beroepen|visa|euro|uur|"
    "procent|procentpunt|promille|jaar|jaren|halfjaren|kwartalen|maanden|weken|dagen|vreemdelingen|vluchtelingen|ontheemden|migranten|"
    "kinderen|jongeren|amv|bewoners|bedden|kamers|locaties|gezinnen|huishoudens|gedetineerden|studenten|uitspraken|zittingen|besluiten|"
    r"verzoeken|naturalisaties|registraties|vertrekkers|medewerkers|fte|"
    r"\w*(?:aanvragen|plekken|plaatsen|woningen|beslissingen|zoekers|houders|reizigers|gezinsleden|familieleden|meldingen|voogden)"
)
"""What the documents count, and in which units."""
_BIJVOEGLIJK = r"(?:(?:meer|minder|extra|\w+[^\Waeiou]e) )?"
_REEKS = r"[0-9](?:(?:, | en | of |, en | \+ )[0-9])*"
_NUMMERS = r"[0-9]+(?:(?:, | en | of |, en |–)[0-9]+)*"
_ONZICHTBAAR: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")

NAMEN: Final = (
    r"MPP [0-9]{4}-[0-9](?:\.[0-9]+)?\b",
    rf"\b[0-9]{{1,2}} (?:{_MAAND})\b",
    rf"\b(?:[Ii]n|[Ee]ind|[Bb]egin|[Vv]anaf|[Ss]inds|[Mm]edio|jaar|{_MAAND}) (?:19|20)[0-9]{{2}}\b(?![.,]\d)(?! ?%)",
    rf"\b(?:19|20)[0-9]{{2}}\b(?![.,]\d)(?! ?%| {_BIJVOEGLIJK}(?:{_TELT})\b)",
    rf"\b[Ss]po(?:or|ren) {_REEKS}\b",
    rf"\b(?:[Kk]wartaal|[Hh]alfjaar|[Rr]onde|[Bb]ijlage|[Ss]tap|[Ff]ase|[Dd]eel) {_REEKS}\b",
    rf"\b(?:[Pp]agina(?:'s|’s)?|[Hh]oofdstuk(?:ken)?|[Pp]aragra(?:af|fen)|[Nn]oot) {_NUMMERS}(?:\.[0-9]+)*",
    rf"\b(?:[Tt]abel(?:len)?|[Ff]igu(?:ur|ren)) {_NUMMERS}(?:\.[0-9]+)*",
    r"\b(?:[Aa]rtikel|[Aa]rtikelen|lid|[Rr]ichtlijn|[Vv]erordening) [0-9][0-9/a-z]*",
    r"\b[A-Z]{1,3}[0-9]{1,3}\b(?![.,]?\d)",
    r"\b[A-Z][A-Za-z]+-[0-9]{1,3}\b(?![.,]?\d)",
)
"""Regular expressions of what holds digits and is no number, one a kind: editions, dates, years, sporen, pages and other parts
of a document, articles of law, names such as A4, G7 and COVID-19."""

_EEN = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TIENER = "(?:dertien|veertien|vijftien|zestien|zeventien|achttien|negentien)"
_TIENTAL = rf"(?:(?:{_EEN})[eë]n)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
_ONDER_HONDERD = rf"(?:{_TIENTAL}|{_TIENER}|tien|elf|twaalf|{_EEN})"
_HONDERDTAL = rf"(?:{_ONDER_HONDERD})?honderd(?:en)?(?:{_ONDER_HONDERD})?"
_DUIZENDTAL = rf"(?:{_HONDERDTAL}|{_ONDER_HONDERD})?duizend(?:en)?(?:{_HONDERDTAL}|{_ONDER_HONDERD})?"
_GROOT = rf"(?:{_DUIZENDTAL}|{_HONDERDTAL}|{_TIENTAL}|{_TIENER}(?! (?:word(?:t|en)|werd(?:en)?|is)\b))"
"""From thirteen up, that tells how many whatever comes after it; not the age that somebody reaches."""
_KLEIN = "(?:nul|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|anderhal(?:f|ve))"
_TELWOORD = rf"(?:{_GROOT}|{_KLEIN})"
_RANGTELWOORD = "derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|twintigste|honderdste|kwart"
_MAAL = rf"(?:{_KLEIN}|twintig|vijftig|honderd|duizend)"

WOORDEN: Final = re.compile(
    rf"\b(?:(?:een|één) (?:miljoen|miljard)"
    rf"|{_TELWOORD}(?: en een half)? (?:miljoen |miljard )?{_BIJVOEGLIJK}(?:{_TELT})"
    rf"|(?:een|één|{_TELWOORD}) (?:op|van) (?:de )?{_TELWOORD}"
    rf"|(?:een|één|{_TELWOORD}) (?:{_RANGTELWOORD})|driekwart|de helft"
    rf"|{_TELWOORD} (?:keer|maal) (?:zo|meer|minder)|{_MAAL}maal|{_KLEIN}voud(?:ig(?:e|en|t|d|de)?)?"
    rf"|(?:dubbel|half) zo|ver(?:dubbel|{_KLEIN}voudig)(?:en|t|d|de|den|ing)?|halver(?:en|ing)|(?:ge)?halveer(?:t|d|de)"
    rf"|(?<!op )(?<!in )(?:tientallen|\w*honderden|\w*duizenden|miljoenen|miljarden)|een dozijn"
    rf"|{_TELWOORD}(?= ?[%‰])"
    rf"|(?<!jaren ){_GROOT}"
    rf"|[IVXLCDM]{{2,}} (?:{_TELT}))(?:\b|(?=[%‰]))(?! (?:scenario|land|lid|partij)\b)(?! per jaar\b)",
    re.IGNORECASE,
)
"""A number in words that tells how many, how much or how likely: veertien weken, zeventigduizend asielzoekers, een op acht,
twee derde, drie keer zo veel, een verdubbeling, tientallen.

Not how many of something there are in the text itself: drie scenario's, twee soorten.
"""

_CIJFERS: Final = re.compile(r"\d[\d.,]*\d|\d|[½⅓⅔¼¾⅕-⅞]|(?<![^\W\d])[⁰¹²³⁴-⁹₀-₉]+|[\u2160-\u2188\u2460-\u249b]")
_GEEN_CIJFER: Final = "\ufffc"


@dataclass(frozen=True)
class Vondst:
    """A number that was typed: the text of it, and where it stands."""

    tekst: str
    begin: int
    eind: int


def getypt(tekst: str, namen: Iterable[str] = ()) -> Iterator[Vondst]:
    """Every number in a text; what cannot be seen in a word (a soft hyphen, a space of no width) does not hide it.

    `namen` are regular expressions of further names with digits, besides `NAMEN`.
    """
    plaatsen = [i for i, teken in enumerate(tekst) if teken not in _ONZICHTBAAR]
    zichtbaar = "".join(tekst[i] for i in plaatsen)
    zonder = re.sub("|".join([*NAMEN, *namen]), lambda naam: _GEEN_CIJFER * len(naam[0]), zichtbaar)
    for patroon in (_CIJFERS, WOORDEN):
        for v in patroon.finditer(zonder):
            yield Vondst(v[0], plaatsen[v.start()], plaatsen[v.end() - 1] + 1)
