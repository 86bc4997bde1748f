"""Numbers that stand typed in a text, in digits or in words, where they should be computed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from mpp.getal.geteld import BIJVOEGLIJK, GETELD, MENSEN, ONBEPAALD, VAN_DE_TEKST
from mpp.getal.jaartallen import MAAND, jaartallen

_ONZICHTBAAR: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SPATIES: Final = dict.fromkeys(map(ord, "\n\t\r\u00a0\u2007\u2009\u202f"), " ")

_EN: Final = r"(?:, | en | of |, en | \+ |/|–| tot en met | tot )"
_EIND: Final = r"(?![.,:]?\d)"
_EDITIE: Final = r"[0-9]{4}-[0-9](?:\.[1-9][0-9]?)?"
_DAG: Final = r"(?:[12][0-9]|3[01]|[1-9])"
_CIJFER: Final = rf"[0-9](?:{_EN}[0-9])*{_EIND}"
_PAGINA: Final = rf"[1-9][0-9]{{0,2}}(?:{_EN}[1-9][0-9]{{0,2}})*{_EIND}"
_DEEL: Final = r"(?:[A-Z]\.)?[0-9]{1,2}(?:\.[0-9]{1,2})*"
_NUMMER: Final = rf"{_DEEL}(?:{_EN}{_DEEL})*{_EIND}"
_ARTIKEL: Final = r"(?:[1-9]{1,2}:[1-9][0-9]{0,2}|[1-9]\.[1-9][0-9]{0,2}|[1-9][0-9]{0,2}(?:\.[1-9][0-9]?)?)[a-z]{0,3}(?:/[0-9]{1,2}[a-z]?)?"
_WET: Final = r"[0-9]{1,4}/[0-9]{1,4}(?:/[A-Z]{2,3})?"

NAMEN: Final = (
    rf"MPP {_EDITIE}(?:{_EN}{_EDITIE})*{_EIND}",
    rf"\b{_DAG}(?:{_EN}{_DAG})* (?:{MAAND})\b",
    rf"\b[Ss]po(?:or|ren) {_CIJFER}",
    rf"\b(?:[Kk]wartaal|[Hh]alfjaar|[Rr]onde|[Bb]ijlage|[Ss]tap|[Ff]ase|[Dd]eel|[Vv]raag|[Kk]olom|[Nn]ummers?) {_CIJFER}",
    rf"\b(?:[Pp]agina(?:'s|’s)?|(?:[Vv]oet|[Ee]ind)?[Nn](?:oot|oten)) {_PAGINA}",
    rf"\b(?:[Hh]oofdstuk(?:ken)?|[Pp]aragra(?:af|fen)|[Tt]abel(?:len)?|[Ff]igu(?:ur|ren)) {_NUMMER}",
    rf"\b(?:[Aa]rtikel(?:en)?|[Aa]rt\.|lid|leden) {_ARTIKEL}(?:{_EN}{_ARTIKEL})*\b{_EIND}",
    rf"\b(?:[Rr]ichtlijn|[Vv]erordening) (?:\((?:EU|EG|Euratom)\) )?(?:nr\. )?{_WET}\b{_EIND}",
    r"\b[Kk]amerstuk(?:ken)?(?: I{1,2})?,? (?:(?:19|20)[0-9]{2}[-–/][0-9]{2,4}, )?[0-9]{2} ?[0-9]{3}(?:-[IVXL]+)?(?:, nr\. [0-9]{1,4})?\b",
    r"\b(?:Stb|Stcrt)\. (?:19|20)[0-9]{2}, (?:nr\. )?[0-9]{1,5}\b",
    r"\bECLI:[A-Z]{2}:[A-Z]+:(?:19|20)[0-9]{2}:[0-9A-Z]+\b",
    rf"\b(?:{_DAG}-(?:0?[1-9]|1[0-2])-(?:19|20)[0-9]{{2}}|(?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))\b{_EIND}",
    r"\b[1-9][0-9]?(?:e|de|ste)\b",
    r"\b(?:[A-Z][0-9]{1,2}(?:/[0-9]{1,2}(?:\.[0-9]{1,2})*)?|EU-?2[0-9]|G[24]0|1F|COVID-19|SARS-CoV-2)\b(?![.,]?\d)",
)
"""Regular expressions of what holds digits and is no number, one a kind: editions, dates, sporen, pages and other parts of a
document, articles of law and where a law or ruling stands, ranks, names such as A4, G7 and COVID-19. Years are told by `jaartallen`."""

_EEN = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TIENER = "(?:dertien|veertien|vijftien|zestien|zeventien|achttien|negentien)"
_TIENTAL = rf"(?:(?:{_EEN})[eë]n)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
_ONDER_HONDERD = rf"(?:{_TIENTAL}|{_TIENER}|tien|elf|twaalf|{_EEN})"
_HONDERDTAL = rf"(?:{_ONDER_HONDERD})?honderd(?:en)?(?:{_ONDER_HONDERD})?"
_DUIZENDTAL = rf"(?:{_HONDERDTAL}|{_ONDER_HONDERD})?duizend(?:en)?(?:{_HONDERDTAL}|{_ONDER_HONDERD})?"
_BEGIN = rf"(?={_EEN}|tien|elf|twaalf|dert|veert|twint|tacht|honderd|duizend|nul|anderhal)"
"""How a number in words begins: a word that does not is soon passed over."""
_GROOT = rf"{_BEGIN}(?:{_DUIZENDTAL}|{_HONDERDTAL}|{_TIENTAL}|{_TIENER}(?! (?:word(?:t|en)|werd(?:en)?|is)\b))"
"""From thirteen up, that tells how many whatever comes after it; not the age that somebody reaches."""
_HALF = "(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)(?:[eë]n|-en-een-)hal(?:f|ve)"
_KLEIN = rf"(?:{_HALF}|nul|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|anderhal(?:f|ve))"
_TELWOORD = rf"{_BEGIN}(?:{_GROOT}|{_KLEIN}(?:tal)?)"
_RANGTELWOORD = "derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|twintigste|honderdste"
_MAAL = rf"(?:{_KLEIN}|twintig|vijftig|honderd|duizend)"
_TIENTALLIG = rf"(?:tien|elf|twaalf|{_GROOT})tal"
_NIET_AFGEROND = "".join(rf"(?<!\b{voor} )" for voor in ("op", "op een", "op het", "naar een", "hele", "dichtstbijzijnde", "per"))
_NA_EEN_DEEL = (
    "van|deel|minder|meer|lager|hoger|kleiner|groter|daarvan|hiervan|ervan|eerder|later|korter|langer|sneller|in|op|uit|bij|om|te|tot|of|"
    "en (?:een|de|het)|over|onder|boven|na|voor|met|dan|als|niet|wel|ook|is|was|wordt|werd|heeft|had|komt|kwam|gaat|ging|krijgt|kreeg|"
    "blijft|bleef|ligt|lag|valt|viel|zal|zou|kan|kon|moet"
)
"""What may come after a share (een derde van); before any other word a rank is meant (een derde reden)."""
_GEEN_RANG = rf"(?! (?!(?:{_NA_EEN_DEEL})\b)[a-zà-ÿ])"

WOORDEN: Final = re.compile(
    rf"\b(?:(?:een|één) (?:miljoen|miljard)|(?:een |één )?(?:half|halve) (?:miljoen|miljard|procent|procentpunt|promille)"
    rf"|{_TELWOORD}(?: en een half)? (?:(?:miljoen|miljard)(?: {BIJVOEGLIJK}(?:{GETELD}))?|{BIJVOEGLIJK}(?:{GETELD}))"
    rf"|{_BEGIN}{ONBEPAALD}{_KLEIN}(?:tal)? {BIJVOEGLIJK}{MENSEN}"
    rf"|(?:een|één) (?:van de {_TELWOORD}(?: {BIJVOEGLIJK}(?:{GETELD})|{_GEEN_RANG})|(?:op(?: de)?|van) {_TELWOORD}"
    rf"|(?:{_RANGTELWOORD}){_GEEN_RANG}|kwart)"
    rf"|{_TELWOORD} (?:(?:van|op)(?: de)? {_TELWOORD}|{_RANGTELWOORD}|kwart|(?:keer|maal) (?:zo\w*|meer|minder))|driekwart|de helft"
    rf"|anderhal(?:f|ve) (?:keer|maal)|{_MAAL}maal"
    rf"|(?<!in ){_KLEIN}voud(?:ig(?:e|en|t|d|de)?)?"
    rf"|(?:dubbel|half) zo\w*|het dubbele{_GEEN_RANG}|ver(?:dubbel|{_KLEIN}voudig)(?:en|t|d|de|den|ing)?"
    rf"|halver(?:en|ing)|(?:ge)?halveer(?:t|d|de)"
    rf"|(?=\w+tal\b){_TIENTALLIG}(?= {BIJVOEGLIJK}(?:{GETELD}|{MENSEN}))|(?=\w+tal\b){_NIET_AFGEROND}{_TIENTALLIG}"
    rf"|(?<!op )(?<!in )(?:tientallen|\w*honderden|\w*duizenden|miljoenen|miljarden)|een dozijn"
    rf"|{_TELWOORD}(?:(?= ?[%‰])| per (?:dag|week|maand|kwartaal|jaar|persoon|zaak))|factor {_TELWOORD}|{_BEGIN}{_HALF}"
    rf"|(?<!jaren ){_GROOT}(?! {BIJVOEGLIJK}{VAN_DE_TEKST}\b)"
    rf"|[IVXLCDM]{{2,}} (?:{GETELD}))(?:\b|(?=[%‰]))(?! (?:scenario|land|lid|partij)\b)(?! per jaar\b)",
    re.IGNORECASE,
)
"""A number in words that tells how many, how much or how likely: veertien weken, zeventigduizend asielzoekers, een op acht,
twee derde, drie keer zo veel, een verdubbeling, tientallen, een twintigtal.

Not how many of something there are in the text itself: drie scenario's, twee soorten.
"""
_ALLEEN: Final = re.compile(rf"(?:^|(?<=\|))\s*({_TELWOORD})\s*(?=$|\|)", re.IGNORECASE)
"""A number in words that is all there is, of a text or of a cell of a table."""

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

    `namen` are regular expressions of further names with digits, besides `NAMEN` and years.
    """
    plaatsen = [i for i, teken in enumerate(tekst) if teken not in _ONZICHTBAAR]
    zichtbaar = "".join(tekst[i] for i in plaatsen).translate(_SPATIES)
    zonder = re.sub("|".join([*namen, *NAMEN]), lambda naam: _GEEN_CIJFER * len(naam[0]), zichtbaar)
    for begin, eind in jaartallen(zonder):
        zonder = zonder[:begin] + _GEEN_CIJFER * (eind - begin) + zonder[eind:]
    gevonden = [v.span() for v in _CIJFERS.finditer(zonder)] + list(in_woorden(zonder))
    for begin, eind in gevonden:
        yield Vondst(zichtbaar[begin:eind], plaatsen[begin], plaatsen[eind - 1] + 1)


def in_woorden(tekst: str) -> Iterator[tuple[int, int]]:
    """Where each number in words begins and ends."""
    yield from (v.span() for v in WOORDEN.finditer(tekst))
    yield from (v.span(1) for v in _ALLEEN.finditer(tekst) if not WOORDEN.match(v[1]))
