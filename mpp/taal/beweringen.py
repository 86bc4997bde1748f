"""Whether a number is of the year, the scenario, the moment, the unit and the subject that its sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, Final

from mpp.lezen import lees
from mpp.taal.lezing import Lezing, Vermelding, lezingen
from mpp.taal.verwijst import Verwijst, naam_van, verwijst
from mpp.taal.zinnen import Plek, Zin
from mpp.uitkomsten.kubus import SCENARIOS
from mpp.uitkomsten.planning import PLANNING
from mpp.uitkomsten.register import register

MEDIO: Final = "medio"
_VLAK_ACHTER: Final = re.compile(r"^[^\ufffc.,]{0,60}$")
_DELEN: Final = {r"\d{4}-\d": r"helft|halfjaar", r"\d{4}K\d": "kwartaal", r"\d{4}-\d\d": r"maand|\b(?:januari|februari|maart|april|mei|ju[nl]i|augustus|september|oktober|november|december)\b"}
"""What a text must name of a number over less than a year, by the form of its key."""
_WIJST_TERUG: Final = re.compile(r"\W*(?:Daar|Daarbij|Dat|Die|Deze|Zij|Er|Hun|zij|daarvan)\b")
_ANDER_DEEL: Final = re.compile(r"\b(?:en|of|maar|dan|tegen|tegenover|naar|tot|plaats)\b")


@dataclass(frozen=True)
class Tegenspraak:
    """A number that is not what its sentence says: what the sentence says, what the number is."""

    plek: Plek
    zin: Zin
    zegt: str
    is_: str


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
                    for zegt, is_ in (*tegen, *_kant(lezing, van), *_eenheid(lezing, plaats, van)):
                        yield Tegenspraak(plek, zin, zegt, is_)
            eerder = [lezing, *eerder]


def _ruim(lezing: Lezing, van: Verwijst) -> Iterator[tuple[str, str]]:
    """A year or a scenario that is none of those the text names."""
    if van.jaren and any(not v.vergelijkend for v in lezing.jaren):
        mag = {jaar for v in lezing.jaren for jaar in lezing.bedoeld(v)}
        if not (van.jaren <= mag if len(van.jaren) == 1 else van.jaren & mag):
            yield _en(v.tekst for v in lezing.jaren), _en(map(str, sorted(van.jaren)))
    if van.scenarios and PLANNING not in van.scenarios:
        genoemd = {v.naam for v in lezing.scenarios}
        mag_zijn = genoemd | ({"minimum", "maximum"} if lezing.heeft_grenzen else set()) or {*SCENARIOS}
        if not van.scenarios & mag_zijn:
            yield f"scenario {_en(sorted(genoemd))}", f"scenario {_en(sorted(van.scenarios))}"


def _streng(lezing: Lezing, eerder: Sequence[Lezing], plaats: int, plek: Plek, van: Verwijst) -> Iterator[tuple[str, str]]:
    """A year, a moment or a scenario that is not the one beside the number, and a subject that the text does not name."""
    eerdere = next((l.jaren for l in eerder if l.jaren), ())
    if van.jaren and (lezing.jaren or eerdere):
        bij = _bij(lezing.jaren, eerdere, lezing.tekst, plaats)
        genoemd = (bij,) if plek.soort == "getal" else (*lezing.jaren, *eerdere)
        mag = {jaar for v in genoemd for jaar in lezing.bedoeld(v)}
        if not (van.jaren <= mag if len(van.jaren) == 1 else van.jaren & mag):
            yield _en(dict.fromkeys(v.tekst for v in genoemd)), _en(map(str, sorted(van.jaren)))
        elif plek.soort != "getal" or bij not in lezing.jaren:
            pass
        elif None not in (van.stand, bij.stand) and van.stand != bij.stand and not lezing.wijst_terug:
            yield f"{bij.voorzetsel} {bij.tekst}", "een stand op het eind van dat jaar" if van.stand else "een aantal over het hele jaar"
        elif van.moment and not _klopt_moment(van.moment, bij, lezing):
            yield f"{bij.voorzetsel} {bij.tekst}".strip(), van.moment
    if van.scenarios:
        genoemd_s = lezing.scenarios or next((l.scenarios for l in eerder if l.scenarios), ())
        bij_s = lezing.grens(plaats) or (_bij(lezing.scenarios, (), lezing.tekst, plaats) if lezing.scenarios else None)
        mag_s = {bij_s.naam} if bij_s and plek.soort == "getal" else {v.naam for v in genoemd_s} or {MEDIO}
        if not van.scenarios & mag_s:
            yield f"scenario {_en(sorted(mag_s))}", f"scenario {_en(sorted(van.scenarios))}"
    if any(id in register() for id in van.ids) or plek.soort == "getal" and not plek.tekst.endswith("%"):
        yield from _onderwerp(lezing, eerder, van)


def _kant(lezing: Lezing, van: Verwijst) -> Iterator[tuple[str, str]]:
    """A chance above a number beside words that say below, or the reverse."""
    if van.kant and lezing.kanten and van.kant not in lezing.kanten:
        ander = {"boven": "de kans op minder", "onder": "de kans op meer"}
        yield ander[van.kant], ander["onder" if van.kant == "boven" else "boven"]


def _eenheid(lezing: Lezing, plaats: int, van: Verwijst) -> Iterator[tuple[str, str]]:
    if van.eenheid is None:
        return
    woorden = lezing.woorden_na(plaats)
    for woord in woorden[:1] if van.eenheid == "procent" else woorden:
        for regel in _lexicon()["eenheden"]:
            if re.fullmatch(regel["woorden"], woord):
                if van.eenheid not in regel["eenheden"]:
                    yield woord, "een percentage" if van.eenheid == "procent" else f"een aantal {van.eenheid}"
                elif "ids" in regel and not _past(van, regel["ids"]):
                    yield woord, _en(sorted(map(naam_van, van.ids)))
                return


def _klopt_moment(moment: str, jaar: Vermelding, lezing: Lezing) -> bool:
    """Whether a realisation at a date, or over less than a year, is what a text says that names this year."""
    if woorden := next((w for vorm, w in _DELEN.items() if re.fullmatch(vorm, moment)), None):
        return re.search(woorden, lezing.tekst) is not None
    return not jaar.stand or moment[5:] in ("12-31", "01-01") or re.search(r"\d+ \w+ $", lezing.tekst[: jaar.begin]) is not None


def _onderwerp(lezing: Lezing, eerder: Sequence[Lezing], van: Verwijst) -> Iterator[tuple[str, str]]:
    """A number of what the sentence does not name; where it names nothing or points back, of what was named last."""
    teksten = [l.tekst.lower() for l in (lezing, *eerder)]
    voorgoed: set[str] = set()
    for i, tekst in enumerate(teksten):
        genoemd = {kant: woorden for kant in ("wat", "wie") if kant not in voorgoed and (woorden := _genoemd(tekst, kant))}
        for woorden in genoemd.values():
            if not any(_past(van, regel["ids"]) for _, regel in woorden):
                yield _en(dict.fromkeys(woord for woord, _ in woorden)), _en(sorted(map(naam_van, van.ids)))
        voorgoed |= genoemd.keys()
        if i or (voorgoed and not _WIJST_TERUG.match(lezing.tekst)):
            break
    for regel in _lexicon()["vereist"]:
        if van.ids <= register().keys() and all(any(fnmatchcase(id, patroon) for patroon in regel["ids"]) for id in van.ids):
            if not any(re.search(regel["woorden"], tekst) for tekst in teksten):
                yield _begin(lezing.tekst), _en(sorted(map(naam_van, van.ids)))


def _begin(tekst: str) -> str:
    """The first words of a text, as one finds it by."""
    woorden = tekst.replace("\ufffc", "…").split()
    return " ".join(woorden[:6]) + (" …" if len(woorden) > 6 else "")


def _genoemd(tekst: str, kant: str) -> list[tuple[str, Any]]:
    return [(m[0], regel) for regel in _lexicon()[kant] if (m := re.search(rf"\b(?:{regel['woorden']})\b", tekst))]


def _past(van: Verwijst, patronen: Sequence[str]) -> bool:
    return any(fnmatchcase(id, patroon) for id in van.ids for patroon in patronen)


def _bij(hier: Sequence[Vermelding], eerder: Sequence[Vermelding], tekst: str, plaats: int) -> Vermelding:
    """The mention that belongs to the number at `plaats`.

    That is the one right behind it, else the last before it in the sentence, else the first behind it before a comma, else the last one of
    an earlier sentence.
    """
    erna = [v for v in hier if v.begin > plaats]
    tussen = tekst[plaats + 1 : erna[0].begin] if erna else ""
    if erna and _VLAK_ACHTER.match(tussen) and not _ANDER_DEEL.search(tussen):
        return erna[0]
    if ervoor := [v for v in hier if v.begin < plaats and not v.vergelijkend]:
        return ervoor[-1]
    if erna and ("," not in tussen or not eerder):
        return erna[0]
    return eerder[-1] if eerder else hier[-1]


def _en(woorden: Any) -> str:
    return " en ".join(woorden)


@cache
def _lexicon() -> Any:
    return lees(Path(__file__).with_name("onderwerpen.yml"))
