"""Claims that were typed around computed numbers: that one is more than another, that something rises, that it is nearly so much.

What follows from numbers is computed with them; typed, it stays where it is when they change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mpp.taal.verwijst import verwijst
from mpp.taal.zinnen import Plek, Zin

_GETAL, _RICHTING, _ANDERS = "\ue000", "\ue001", "\ue002"
"""In a sentence: a computed number, a computed word of direction, and what else was computed."""
_RICHTINGEN: Final = re.compile(r"(?:hoger|lager|meer|minder|stijg|daal|daling|gelijk|evenveel|blijft|boven|onder|binnen)")


def _vormen(*patronen: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(patroon, re.IGNORECASE) for patroon in patronen)


_WEG: Final = _vormen(
    r"\bten (?:minste|hoogste|meeste)\b",
    r"\bof (?:meer|minder|hoger|lager)\b",
    r"\b(?:meer of minder|minder of meer|hoger of lager|lager of hoger)\b|\bmin of meer\b|\bonder meer\b|\bonder nul\b|\bboven op\b",
    r"\bhogere? beroep\w*",
    r"\b(?:(?<!net )als|indien|wanneer|zolang|naarmate|hoe|wie|wat)\b[^,;.:]*",
    r"^(?:blijft|komt|komen|krijgt|wordt|worden|beslist|gaat|is|zijn)\b[^,]*, dan\b.*",
)
"""Turns of phrase that claim nothing of the numbers: set phrases, and what is only supposed."""
_BEWEGING: Final = _vormen(
    r"\b(?:stijg|daal|groei|krimp|slink)(?:t|en|de|den|end|ende|ing)?\b",
    r"\b(?:dalen|daling|steeg|stegen|gestegen|gedaald|gegroeid|gekrompen|geslonken|groeien)\b",
    r"\b(?:neem|neemt|nemen|nam|namen)\b[^,;.:]*?\b(?:toe|af)\b|\b(?:toe|af)(?:neemt|nemen|nam|namen|genomen|name)\b",
    r"\b(?:loopt|lopen|liep|liepen)\s+(?:\w+\s+){0,2}(?:op|terug)\b(?! grond)",
    r"\b(?:zakt|zakken|zakte|zakten|klimt|klimmen|klom|piek|piekt|sprong|terugval|keldert|kelderde)\b",
    r"\b(?:verdubbel|verdrievoudig|halveer)\w*|\bgehalveerd\b|\bverveelvoudig\w*",
    r"\b(?:over|onder)(?:stijg|schrijd|tref)\w*|\bpasse(?:ert|ren|erde|erden)\b",
)
_CLAIMS: Final = (
    *_BEWEGING,
    *_vormen(
        r"\b(?:hoger|lager|groter|kleiner|meer|minder)e?\b",
        rf"\b(?:langer|korter|sneller|trager)\s+dan\s+(?:in|eind|begin|een jaar|vorig|{_ANDERS})",
        r"\b(?:hoogste|laagste|grootste|kleinste|meeste|minste|langste|kortste|hoogtepunt|dieptepunt|record)\b",
        r"\b(?:evenveel|even (?:hoog|laag|groot|klein|veel|weinig)|gelijk(?: gebleven)?|onveranderd|stabiel)\b",
        r"\b(?:merendeel|meerderheid|minderheid|grotendeels|overwegend|(?:ruim |bijna )?de helft)\b",
        rf"\b(?:boven|onder|beneden)\s+(?:(?:de|het|een|die|dat)\s+)?(?:{_GETAL}|minimum|maximum|medio|band\w*|raming|verwachting)",
        r"\b(?:binnen|buiten)\s+(?:(?:de|het|een|die|dat)\s+)?(?:minimum|maximum|band\w*)",
        r"\b(?:aan|op) de (?:onder|boven)kant\b",
        rf"\b(?:ruim|bijna|ongeveer|circa|zo'n|slechts|maar liefst|net geen|krap|dik|rond de)\s+(?:\w+\s+)?{_GETAL}",
        rf"\b(?:ook|zelfs|opnieuw|weer|nog|toch|sterk|fors|flink|licht|snel|iets|veel)\s+(?:\w+\s+)?{_RICHTING}",
        rf"{_RICHTING}\s+(?:\w+\s+)?(?:ook|zelfs|opnieuw|weer|nog|toch|sterk|fors|flink|licht|snel|verder)\b",
    ),
)
_DEELZIN: Final = re.compile(r"[;()]")
_KANS: Final = re.compile(r"\bkans(?:en)?\b", re.IGNORECASE)


def getypte_claims(zin: Zin, *, ook_los: bool = False, overal: bool = False) -> Iterator[str]:
    """Each typed piece of a sentence that claims something of the computed numbers in its part of it.

    With `ook_los` also that something rises or falls where no number stands, with `overal` any claim there. A part with a chance in it
    is left to `tegenspraken`, which holds its words against the number.
    """
    for deel in _DEELZIN.split("".join(map(_teken, zin.delen))):
        claims = _CLAIMS if overal or _GETAL in deel or _RICHTING in deel else _BEWEGING if ook_los else ()
        if _KANS.search(deel):
            continue
        for weg in _WEG:
            deel = weg.sub(lambda m: re.sub(r"[^\W\d_]+", "", m[0]), deel.strip())
        vondsten = (m for claim in claims for m in claim.finditer(deel))
        yield from dict.fromkeys(re.sub(f"[{_GETAL}{_RICHTING}{_ANDERS}]", "…", m[0]) for m in vondsten)


def _teken(deel: str | Plek) -> str:
    if isinstance(deel, str):
        return deel
    if deel.soort == "woord" and _RICHTINGEN.match(deel.tekst):
        return _RICHTING
    return _GETAL if deel.soort == "getal" or verwijst(deel).ids else _ANDERS
