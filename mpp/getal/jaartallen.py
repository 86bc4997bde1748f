"""Which numbers of four digits in a text are years: those that stand where a year can, and not before what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mpp.getal.geteld import BIJVOEGLIJK, EENHEID, GETELD, MEERVOUD, ZEKER_MEERVOUD

MAAND: Final = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"

_JAAR: Final = r"(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9]| ?[%‰])"
_GETAL: Final = re.compile(rf"(?:(?<![\w.,])|(?<=[0-9][-/])){_JAAR}(?![^\W_])")
_TIJD: Final = re.compile(
    r"\b(?:in|einde?|begin|ultimo|vanaf|sinds|na|vóór|uiterlijk|per|medio|halverwege|tussen|jaar|jaren|voorjaar|zomer|najaar|winter|kwartaal|halfjaar|"
    rf"{MAAND}|helft(?: van)?) (?:{_JAAR}(?: en | of | tot | tot en met | t/m | ?[–/-] ?|,(?: en)? ))*$",
    re.IGNORECASE,
)
"""What says that a year follows: a preposition or noun of time, with other years between or not."""
_AANTAL: Final = re.compile(
    r"(?:\b(?:ruim|bijna|circa|ca\.|krap|zo[’']n|ongeveer|slechts|minstens|hooguit|in totaal)|"
    r"\bbedr(?:aagt|agen|oeg|oegen)|\baantal(?: \w+){0,4} (?:is|was)|"
    r"\b(?:stijgt|daalt|steeg|daalde|groeit|groeide|zakt|zakte) naar|\b(?:komt|komen|kwam|kwamen) uit op|\buit(?:komt|kwam) op|"
    r"\ber(?: (?!tegen|tussen|binnen)\w+en| is| was)?(?: (?:nu|toen|al|nog|inmiddels|dan|weer|daarvan))*) $",
    re.IGNORECASE,
)
"""What says that a number of something follows."""
_ENKELVOUD: Final = "is|was|wordt|werd|kan|kon|zal|zou|heeft|had|moet|moest"
_MEERVOUDIG: Final = (
    "zijn|waren|worden|werden|kunnen|konden|zullen|zouden|hebben|hadden|moeten|moesten|gaan|gingen|komen|kwamen|wachten|wachtten|"
    "wonen|woonden|verblijven|verbleven|krijgen|kregen|vragen|vroegen|vertrekken|vertrokken"
)
_DING: Final = rf" {BIJVOEGLIJK}(?=[a-zà-ÿ])(?:{GETELD}|{ZEKER_MEERVOUD})"
_EENHEID: Final = re.compile(rf" (?:{EENHEID}|keer|maal)(?!\w)", re.IGNORECASE)
_GETELD: Final = re.compile(rf"{_DING}\b")
_VOLK: Final = re.compile(r" (?:[A-Z][^\W\d_]+(?:[ëï]\w*rs|anen|ezen|ieten|(?<!l)ijnen)|Turken|Russen|Polen)\b")
_MEERVOUD: Final = re.compile(rf" {BIJVOEGLIJK}(?=[a-zà-ÿ]){MEERVOUD}\b")
_OOK_WERKWOORD: Final = re.compile(r" (?:plaatsen|verzoeken|besluiten|vertrekken|beroepen|weken|dagen)\b")
_DAN_ENKELVOUD: Final = re.compile(rf"{_DING} (?:{_ENKELVOUD})\b")
_DAN_WERKWOORD: Final = re.compile(rf"{_DING} (?:{_MEERVOUDIG}|{_ENKELVOUD})\b")
_VOORAAN: Final = re.compile(r"(?:^|[.!?:;] )[A-Z][a-z]+ $")
_VOORZIEN: Final = re.compile(r"\bvoorz\w+ in $", re.IGNORECASE)
_KAAL: Final = re.compile(r"(?:^|[.!?:;] |\b(?:kwamen|komen|vertrokken|vertrekken|wonen|woonden|zijn|waren|worden|telt|telde) )$")
_IS: Final = (re.compile(r"\b(?:is|was|wordt|werd|blijft|bleef|zijn|waren|worden|werden)(?: (?:dat|het|dit))? $"), re.compile(r"[.;!?]|$"))
_VAN_EEN_JAAR: Final = re.compile(r"\b(?:ja(?:ar|ren)|het (?:eerste|laatste|volgende|vorige))\b[^.!?]*$", re.IGNORECASE)
_MEER: Final = (re.compile(r"\b(?:zijn|waren|is|was|nog) $"), re.compile(r" (?:meer|minder)\b"))
_PER: Final = (re.compile(r"\b(?:gemiddeld|maximaal|minimaal) $", re.IGNORECASE), re.compile(r" per "))
_TEGEN: Final = (re.compile(r"\btegen $"), re.compile(rf" in (?:het (?:vorige|afgelopen|eerste|tweede|derde|vierde)|{_JAAR})"))


def jaartallen(tekst: str) -> Iterator[tuple[int, int]]:
    """Where each year in `tekst` begins and ends; a number of something that looks like a year (2050 opvangplekken) is none."""
    for m in _GETAL.finditer(tekst):
        if not _is_aantal(tekst[max(0, m.start() - 80) : m.start()], tekst[m.end() : m.end() + 120]):
            yield m.span()


def _is_aantal(voor: str, na: str) -> bool:
    """Whether what stands before and behind a number that looks like a year makes it a number of something.

    In Dutch the verb comes right after the first part of a sentence: what stands between the two belongs with the number.
    """
    if _EENHEID.match(na) or _AANTAL.search(voor):
        return True
    vooraan, ook_werkwoord = _VOORAAN.search(voor), _OOK_WERKWOORD.match(na)
    if _TIJD.search(voor):
        if _VOORZIEN.search(voor):
            return _GETELD.match(na) is not None
        return bool(_DAN_ENKELVOUD.match(na) or (vooraan and not ook_werkwoord and _DAN_WERKWOORD.match(na)))
    if _VOLK.match(na) or (_GETELD.match(na) and not (vooraan and ook_werkwoord)):
        return True
    if _MEERVOUD.match(na) and _KAAL.search(voor):
        return True
    paren = (_MEER, _PER, _TEGEN) if _VAN_EEN_JAAR.search(voor) else (_MEER, _PER, _TEGEN, _IS)
    return any(links.search(voor) and rechts.match(na) for links, rechts in paren)
