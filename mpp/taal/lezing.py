"""What a sentence names, and where in it: years, scenarios, sides of a chance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from mpp.taal.zinnen import Plek, Zin

_DEEL: Final = re.compile(r"[;:] ")
_PLEK: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
_JAAR: Final = re.compile(r"(?<![\d.–-])((?:19|20)\d\d)(?!\d|[-–.]\d)")
_REEKS: Final = re.compile(r"((?:19|20)\d\d)(?: tot en met | tot |–)((?:19|20)\d\d)")
_MOMENT: Final = r"aan het eind van|einde?|ultimo|op 31 december|(?:bij )?het begin van|begin|op 1 januari|\d januari"
_VOORZETSEL: Final = re.compile(rf"({_MOMENT}|in de (?:loop|eerste helft|tweede helft) van|in|over)\s*$", re.I)
_EIND: Final = re.compile(_MOMENT, re.I)
_BEGIN: Final = re.compile(r"begin|januari", re.I)
_VERGELIJKEND: Final = re.compile(
    r"\b(?:dan|als|tegenover|tegen|opzichte van|sinds|vanaf|plaats van)"
    r"(?: (?:in|eind|aan het eind van|die|de|het|van|realisatie|aantal|verwachting|taakstelling))*\s*$",
    re.I,
)
_PRIJS: Final = re.compile(r"\bprijs(?:peil)?(?: van)?\s*$", re.I)
_SCENARIO: Final = re.compile(r"\b(?:(minimum|medio|maximum)(?:scenario)?|(laagste|middelste|hoogste) scenario|(planning))\b", re.I)
_SCENARIONAAM: Final = {"laagste": "minimum", "middelste": "medio", "hoogste": "maximum"}
_GRENZEN: Final = re.compile(r"\b(?:bandbreedte|loopt|lopen)\b[^.;\ufffc]*\b(?:van|tussen) (\ufffc)[^.;\ufffc]* (?:tot|en) (\ufffc)", re.I)
_MEER: Final = re.compile(r"\b(?:meer|hoger|boven|groter|(?<!niet wordt )(?<!niet worden )(?<!niet )overschreden)\b", re.I)
_MINDER: Final = re.compile(r"\b(?:minder|lager|onder|kleiner|niet (?:wordt |worden )?overschreden)\b", re.I)
_LATER: Final = re.compile(r"\b(?:een jaar later|het jaar (?:erna|daarna)|volgend jaar)\b", re.I)
_DAT_JAAR: Final = re.compile(r"\b(?:dat jaar|dan|toen)\b", re.I)
_EERDER: Final = re.compile(r"\b(?:een jaar eerder|bij aanvang|het jaar (?:ervoor|daarvoor)|vorig jaar)\b", re.I)


@dataclass(frozen=True)
class Vermelding:
    """Something that a sentence names: what, the words, and where they begin; of a year also the word before it."""

    naam: str
    tekst: str
    begin: int
    voorzetsel: str = ""
    vergelijkend: bool = False

    @property
    def stand(self) -> bool | None:
        """Whether a year is named as a moment (eind 2023) or as a time (in 2023); None when neither is clear."""
        if not self.voorzetsel:
            return None
        return bool(_EIND.fullmatch(self.voorzetsel))


def lezingen(zin: Zin) -> list[Lezing]:
    """The parts of a sentence that stand on their own: what is before and after a semicolon or a colon."""
    delen: list[list[str | Plek]] = [[]]
    for deel in zin.delen:
        if isinstance(deel, Plek):
            delen[-1].append(deel)
        else:
            eerste, *rest = _DEEL.split(deel)
            delen[-1].append(eerste)
            delen += [[stuk] for stuk in rest]
    return [Lezing(Zin(tuple(deel))) for deel in delen]


class Lezing:
    """A sentence, or a part of one, as text in which every number is one character, with what it names."""

    def __init__(self, zin: Zin):
        self.zin = zin
        self.plekken: list[tuple[int, Plek]] = []
        tekst = ""
        for deel in zin.delen:
            if isinstance(deel, str):
                tekst += deel.replace("\n", " ")
            else:
                self.plekken.append((len(tekst), deel))
                tekst += self._getoond(deel)
        self.tekst = tekst

    @staticmethod
    def _getoond(plek: Plek) -> str:
        return "bron" if plek.bron.startswith("bron:") else _PLEK if plek.soort == "getal" else plek.tekst

    @property
    def _berekend(self) -> list[tuple[int, Plek]]:
        return [(plaats, plek) for plaats, plek in self.plekken if plek.soort != "naam"]

    @cached_property
    def jaren(self) -> tuple[Vermelding, ...]:
        """The years it names, in order."""
        return tuple(self._jaar(m) for m in _JAAR.finditer(self.tekst) if not _PRIJS.search(self.tekst[: m.start()]))

    @cached_property
    def scenarios(self) -> tuple[Vermelding, ...]:
        """The scenarios it names, in order."""
        return tuple(
            Vermelding(
                (m[1] or m[3] or _SCENARIONAAM[m[2].lower()]).lower(),
                m[0],
                m.start(),
                vergelijkend=bool(_VERGELIJKEND.search(self.tekst[: m.start()])),
            )
            for m in _SCENARIO.finditer(self.tekst)
        )

    @cached_property
    def kanten(self) -> frozenset[str]:
        """The sides of a chance that it names."""
        return frozenset(kant for kant, patroon in (("boven", _MEER), ("onder", _MINDER)) if patroon.search(self.tekst))

    @property
    def wijst_terug(self) -> bool:
        """Whether it points back to a year named before: in dat jaar, dan, toen."""
        return bool(_DAT_JAAR.search(self.tekst))

    @property
    def heeft_grenzen(self) -> bool:
        """Whether it gives a range from a low to a high number."""
        return bool(_GRENZEN.search(self.tekst))

    def grens(self, plaats: int) -> Vermelding | None:
        """The end of a range that the number at `plaats` is."""
        for m in _GRENZEN.finditer(self.tekst):
            for groep, naam in ((1, "minimum"), (2, "maximum")):
                if m.start(groep) == plaats:
                    return Vermelding(naam, m[0], plaats)
        return None

    def bedoeld(self, jaren: Sequence[Vermelding]) -> set[int]:
        """The years that may be meant where these are named."""
        uit = {int(jaar.naam) for jaar in jaren}
        begin = {int(jaar.naam) for jaar in jaren if _BEGIN.search(jaar.voorzetsel)}
        reeksen = [(int(m[1]), int(m[2])) for m in _REEKS.finditer(self.tekst)]
        tussen = {jaar for van, tot in reeksen if {van, tot} & uit for jaar in range(van, tot + 1)}
        later = {jaar + 1 for jaar in uit} if _LATER.search(self.tekst) else set()
        eerder = {jaar - 1 for jaar in (uit if _EERDER.search(self.tekst) else begin)}
        return uit | tussen | later | eerder

    def rondom(self, plaats: int) -> tuple[Lezing, Lezing]:
        """What stands between the number at `plaats` and the one before it, and the one behind it."""
        begin = max((p + len(self._getoond(plek)) for p, plek in self._berekend if p < plaats), default=0)
        eind = min((p for p, _ in self._berekend if p > plaats), default=len(self.tekst))
        return Lezing(Zin((self.tekst[begin:plaats],))), Lezing(Zin((self.tekst[plaats:eind],)))

    def woorden_na(self, plaats: int) -> list[str]:
        """The words right behind a number, three at most and two together where they are one; up to the next sign."""
        m = re.match(r"(?:\s+[\w’'-]+){0,3}", self.tekst[plaats + 1 :])
        woorden = m[0].lower().split() if m else []
        paren = [" ".join(paar) for paar in pairwise(woorden)]
        return [w for i, woord in enumerate(woorden) for w in (*paren[i : i + 1], woord)]

    def _jaar(self, m: re.Match[str]) -> Vermelding:
        voor = self.tekst[: m.start()]
        voorzetsel = _VOORZETSEL.search(voor)
        return Vermelding(m[1], m[1], m.start(), voorzetsel[1].lower() if voorzetsel else "", bool(_VERGELIJKEND.search(voor)))
