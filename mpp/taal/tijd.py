"""Where a text says a year, a month or a day: in digits, after an apostrophe, in words, with a round or a half-year behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mpp.getal.jaartallen import MAAND

_EEUW: Final = 2000
_VORIGE_EEUW: Final = 70
"""From here on two digits are a year of the century before."""
_EENHEDEN: Final = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TIENTALLEN: Final = ("twintig", "dertig", "veertig", "vijftig")
_IN_WOORDEN: Final = {
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18,
    "negentien": 19,
    **{naam: tien for tien, naam in zip(range(20, 60, 10), _TIENTALLEN, strict=True)},
    **{f"{een}en{naam}": tien + n for tien, naam in zip(range(20, 60, 10), _TIENTALLEN, strict=True) for n, een in enumerate(_EENHEDEN, 1)},
}  # fmt: skip
_TWEE_CIJFERS: Final = rf"(?:{'|'.join(_EENHEDEN)})\s?[eë]n\s?(?:{'|'.join(_TIENTALLEN)})|{'|'.join(_TIENTALLEN)}|\w*tien|elf|twaalf"
_JAAR: Final = re.compile(
    rf"(?<![\d.,])(?<!\d[/:])(?P<cijfers>(?:19|20)\d\d)(?:[-.][12](?![\d-]))?(?!\d|[.,]\d)"
    rf"|(?<![\w'’‘])['’‘](?P<kort>\d\d)(?![\w'’‘])"
    rf"|\b(?:twee\s?duizend|twintig\s?honderd)\s?(?:en\s?)?(?P<woorden>{_TWEE_CIJFERS})\b",
    re.IGNORECASE,
)
_ONZICHTBAAR: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_DAG: Final = re.compile(
    rf"(?<![\w.])(?:1|1e|eerste) (?:{MAAND})\b(?! (?:19|20)\d\d)|(?<![\d-])0?1-(?:0[1-9]|1[0-2])(?![\d-])", re.IGNORECASE
)
_VAN_DE_RONDE: Final = re.compile(
    rf"\b(?:{MAAND}|half ?jaar|helft|kwartaal|maanden)(?: van)?(?: het(?: jaar)?)? `\{{python\}} (?:jaar\([1-9]\)|J\[\d\])[^`]*`",
    re.IGNORECASE,
)


def jaren(tekst: str) -> Iterator[tuple[str, int]]:
    """Every year that a text names: as it stands there, with the round or half-year of it, and which year that is."""
    for m in _JAAR.finditer(_ONZICHTBAAR.sub("", tekst)):
        if m["cijfers"]:
            yield m[0], int(m["cijfers"])
        elif m["kort"]:
            yield m[0], int(m["kort"]) + (_EEUW if int(m["kort"]) < _VORIGE_EEUW else _EEUW - 100)
        else:
            woord = re.sub(r"\s", "", m["woorden"].casefold().replace("ë", "e"))
            if woord in _IN_WOORDEN:
                yield m[0], _EEUW + _IN_WOORDEN[woord]


def dag_van_een_ronde(tekst: str) -> str:
    """The first day of a month without a year, as a round begins with, as it stands in a text; empty when there is none."""
    m = _DAG.search(tekst)
    return m[0] if m else ""


def deel_van_een_ronde(tekst: str) -> str:
    """A month, a quarter or a half typed beside a year that moves with the edition; empty when there is none."""
    m = _VAN_DE_RONDE.search(tekst)
    return m[0].replace("`", "").replace("{python} ", "") if m else ""
