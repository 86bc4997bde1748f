"""What a computed number is of, read from the origin it carries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mpp.taal.zinnen import Plek
from mpp.uitkomsten.register import register

PROCENT: Final = "procent"
"""The unit of what is shown as a percentage."""
_ID: Final = re.compile(r"(?:prognose:kans|[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)")
_SLEUTEL: Final = re.compile(r"\[([^\]]*)\]")
_JAAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SCENARIO: Final = re.compile(r"\b(?:minimum|medio|maximum|planning)\b")
_DEEL: Final = re.compile(r"(?:\d{4}-\d|\d{4}K\d|\d{4}-\d\d)")
_BEWERKING: Final = re.compile(r" [-+/] |^abs | in ")
_STAND: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Verwijst:
    """Ids of indicators, parameters or realisations; the years and scenarios they are of; whether they are stocks.

    `kant` is the side of a chance: boven or onder. `moment` is the key of a realisation at a date (2022-12-31) or over less than a
    year (2022-1, 2022K3, 2023-03), `is_een_getal` whether it is one number and not a relation between some.
    What cannot be told is None or empty.
    """

    ids: frozenset[str]
    jaren: frozenset[int]
    scenarios: frozenset[str]
    eenheid: str | None
    stand: bool | None
    kant: str
    moment: str
    is_een_getal: bool


def verwijst(plek: Plek) -> Verwijst:
    """What the number or word at `plek` is of."""
    sleutels = [plek.sleutel, *_SLEUTEL.findall(plek.bron)]
    kaal = _SLEUTEL.sub("", plek.bron)
    ids = frozenset(_ID.findall(kaal))
    alles = " ".join(sleutels)
    kansen = "prognose:kans" in ids
    kant = next((kant for kant in ("boven", "onder") if kansen and kant in alles), "")
    jaren = frozenset(int(jaar) for jaar in _JAAR.findall(alles))
    scenarios = frozenset(_SCENARIO.findall(alles))
    return Verwijst(
        ids, jaren, scenarios, _eenheid(plek, ids), _stand(ids, sleutels), kant, _moment(plek.sleutel), not _BEWERKING.search(plek.bron)
    )


def naam_van(id: str) -> str:
    """What an indicator is called; the id itself of what is not in the register."""
    return register()[id].naam if id in register() else id


def _moment(sleutel: str) -> str:
    return sleutel if _STAND.fullmatch(sleutel) or _DEEL.fullmatch(sleutel) else ""


def _eenheid(plek: Plek, ids: frozenset[str]) -> str | None:
    """The unit of a level or a difference of one indicator; None for a factor, a word, or what is not in the register."""
    if plek.soort == "woord":
        return None
    if plek.tekst.endswith("%"):
        return PROCENT
    if " / " in plek.bron:
        return None
    eenheden = {register()[id].eenheid for id in ids if id in register()}
    return eenheden.pop() if len(eenheden) == 1 else None


def _stand(ids: frozenset[str], sleutels: list[str]) -> bool | None:
    """Whether it is a stock (at a moment) or a flow (over a time)."""
    if any(_STAND.fullmatch(sleutel) for sleutel in sleutels):
        return True
    soorten = {register()[id].soort for id in ids if id in register()}
    if soorten == {"voorraad"}:
        return True
    return False if soorten and soorten <= {"instroom", "uitstroom", "bedrag"} else None
