"""Whether a number is of the year, the moment, the scenario, the unit and the subject that its sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mpp.taal.lezing import Lezing, Vermelding, lezingen
from mpp.taal.onderwerp import ander_onderwerp, andere_eenheid
from mpp.taal.verwijst import Verwijst, verwijst
from mpp.taal.zinnen import Plek, Zin
from mpp.uitkomsten.kubus import SCENARIOS
from mpp.uitkomsten.planning import PLANNING
from mpp.uitkomsten.register import register

_MEDIO: Final = "medio"
_VLAK_ACHTER: Final = re.compile(r"^[^\N{OBJECT REPLACEMENT CHARACTER}.,]{0,60}$")
_ANDER_DEEL: Final = re.compile(r"\b(?:en|of|maar|dan|tegen|tegenover|naar|tot|plaats)\b")
_MAANDEN: Final = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DELEN: Final = {r"\d{4}-\d": "helft|halfjaar", r"\d{4}K\d": "kwartaal", r"\d{4}-\d\d": rf"maand|\b(?:{_MAANDEN})\b"}
"""What a text must name of a number over less than a year, by the form of its key."""
_MET_DAG: Final = re.compile(r"\d+ \w+ $")


@dataclass(frozen=True)
class Tegenspraak:
    """A number that is not what its sentence says: what the sentence says, what the number is."""

    plek: Plek
    zin: Zin
    zegt: str
    is_: str

    @property
    def gegevens(self) -> dict[str, str]:
        """What fills the text of a problem."""
        return {"getal": self.plek.tekst, "zegt": self.zegt, "is_": self.is_, "zin": self.zin.tekst}


def tegenspraken(zinnen: Sequence[Zin], *, context: Sequence[Zin] = (), streng: bool = False) -> Iterator[Tegenspraak]:
    """Every number in a run of sentences that contradicts its own.

    `context` are the headings they stand under. With `streng` a year and a scenario belong to the number they stand beside, what a sentence
    does not name is what was named before it, and its subject counts; else a number must only be of something that its own part of the
    sentence names.
    """
    eerder = [Lezing(zin) for zin in reversed(context)]
    for zin in zinnen:
        for lezing in lezingen(zin):
            for plaats, plek in lezing.plekken:
                if plek.soort != "naam" and (van := verwijst(plek)).ids:
                    tegen = _streng(lezing, eerder, plaats, plek, van) if streng else _ruim(lezing, van)
                    for zegt, is_ in (*tegen, *_andere_kans(lezing, plaats, van), *andere_eenheid(lezing, plaats, van)):
                        yield Tegenspraak(plek, zin, zegt, is_)
            eerder = [lezing, *eerder]


def _ruim(lezing: Lezing, van: Verwijst) -> Iterator[tuple[str, str]]:
    """A year or a scenario that is none of those the text names."""
    if any(not vermelding.vergelijkend for vermelding in lezing.jaren) and not _is_een_van(van.jaren, lezing.bedoeld(lezing.jaren)):
        yield _en(v.tekst for v in lezing.jaren), _en(map(str, sorted(van.jaren)))
    genoemd = {vermelding.naam for vermelding in lezing.scenarios}
    mag = genoemd | ({"minimum", "maximum"} if lezing.heeft_grenzen else set()) or {*SCENARIOS}
    if van.scenarios and PLANNING not in van.scenarios and not van.scenarios & mag:
        yield f"scenario {_en(sorted(genoemd))}", f"scenario {_en(sorted(van.scenarios))}"


def _streng(lezing: Lezing, eerder: Sequence[Lezing], plaats: int, plek: Plek, van: Verwijst) -> Iterator[tuple[str, str]]:
    """A year, a moment or a scenario that is not the one beside the number, and a subject that the text does not name."""
    is_getal = plek.soort == "getal" or van.is_een_getal
    jaren = next((deel.jaren for deel in eerder if deel.jaren), ())
    if van.jaren and (bij := _bij(lezing.jaren, jaren, lezing.tekst, plaats)):
        genoemd = (bij,) if is_getal else (*lezing.jaren, *jaren)
        if not _is_een_van(van.jaren, lezing.bedoeld(genoemd)):
            yield _en(v.tekst for v in genoemd), _en(map(str, sorted(van.jaren)))
        elif is_getal and bij in lezing.jaren:
            yield from _ander_moment(lezing, bij, van)
    scenarios = lezing.scenarios or next((deel.scenarios for deel in eerder if deel.scenarios), ())
    bij_scenario = lezing.grens(plaats) or _bij(lezing.scenarios, (), lezing.tekst, plaats)
    mag = {bij_scenario.naam} if bij_scenario and is_getal else {vermelding.naam for vermelding in scenarios} or {_MEDIO}
    if van.scenarios and not van.scenarios & mag:
        yield f"scenario {_en(sorted(mag))}", f"scenario {_en(sorted(van.scenarios))}"
    if van.ids & register().keys() or (is_getal and not plek.tekst.endswith("%")):
        yield from ander_onderwerp(lezing, eerder, van)


def _ander_moment(lezing: Lezing, jaar: Vermelding, van: Verwijst) -> Iterator[tuple[str, str]]:
    """A stock in a year, a flow at its end, a realisation at another date or over a part of the year that the text does not name."""
    zegt = f"{jaar.voorzetsel} {jaar.tekst}".strip()
    if None not in (van.stand, jaar.stand) and van.stand != jaar.stand and not lezing.wijst_terug:
        yield zegt, "een stand op het eind van dat jaar" if van.stand else "een aantal over het hele jaar"
    elif deel := next((woorden for vorm, woorden in _DELEN.items() if re.fullmatch(vorm, van.moment)), None):
        if not re.search(deel, lezing.tekst):
            yield zegt, van.moment
    elif van.moment and jaar.stand and not van.moment.endswith(("12-31", "01-01")) and not _MET_DAG.search(lezing.tekst[: jaar.begin]):
        yield zegt, van.moment


def _andere_kans(lezing: Lezing, plaats: int, van: Verwijst) -> Iterator[tuple[str, str]]:
    """A chance above a number beside words that say below, or the reverse; or of another scenario than those words or the number there.

    The words stand before each chance of a sentence where they do before the first, and else behind it.
    """
    if not van.kant:
        return
    eerst = lezing.rondom(next(begin for begin, plek in lezing.plekken if plek.soort != "naam"))[0]
    bij = lezing.rondom(plaats)[0 if eerst.kanten else 1]
    kansen = {"boven": "de kans op meer", "onder": "de kans op minder"}
    if bij.kanten and van.kant not in bij.kanten:
        yield kansen[next(kant for kant in kansen if kant != van.kant)], kansen[van.kant]
        return
    genoemd = {v.naam for v in bij.scenarios} or {
        s for _, plek in lezing.plekken if plek.soort == "getal" for s in verwijst(plek).scenarios
    }
    if genoemd and van.scenarios and not van.scenarios & genoemd:
        yield f"scenario {_en(sorted(genoemd))}", f"scenario {_en(sorted(van.scenarios))}"


def _is_een_van(jaren: frozenset[int], mag: set[int]) -> bool:
    """Whether a number of these years is one of those; one that rests on several is of any of them."""
    return jaren <= mag if len(jaren) <= 1 else bool(jaren & mag)


def _bij(hier: Sequence[Vermelding], eerder: Sequence[Vermelding], tekst: str, plaats: int) -> Vermelding | None:
    """The mention that belongs to the number at `plaats`; one that something is only compared with belongs to none.

    That is the one right behind it, else the last before it in the sentence, else the first behind it before a comma, else the last one of
    an earlier sentence.
    """
    ervoor = [vermelding for vermelding in hier if vermelding.begin < plaats and not vermelding.vergelijkend]
    erna = [vermelding for vermelding in hier if vermelding.begin > plaats and not vermelding.vergelijkend]
    tussen = tekst[plaats + 1 : erna[0].begin] if erna else ""
    if erna and _VLAK_ACHTER.match(tussen) and not _ANDER_DEEL.search(tussen):
        return erna[0]
    if ervoor:
        return ervoor[-1]
    if erna and ("," not in tussen or not eerder):
        return erna[0]
    return eerder[-1] if eerder else None


def _en(woorden: Iterable[str]) -> str:
    return " en ".join(dict.fromkeys(woorden))
