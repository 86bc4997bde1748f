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
from mpp.taal.verwijst import Verwijst, verwijst
from mpp.taal.zinnen import Plek, Zin
from mpp.uitkomsten.kubus import SCENARIOS
from mpp.uitkomsten.planning import PLANNING

MEDIO: Final = "medio"
_ACHTER: Final = re.compile(r"^[^\ufffc.;:,]{0,60}$")
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
        for lezing in (Lezing(zin),) if streng else lezingen(zin):
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
    if van.jaren and (genoemd := lezing.jaren or next((l.jaren for l in eerder if l.jaren), ())):
        bij = _bij(lezing.jaren, lezing.tekst, plaats) or genoemd[-1]
        mag = {jaar for v in ((bij,) if plek.soort == "getal" else (*lezing.jaren, *genoemd)) for jaar in lezing.bedoeld(v)}
        if not (van.jaren <= mag if len(van.jaren) == 1 else van.jaren & mag):
            yield bij.tekst, _en(map(str, sorted(van.jaren)))
        elif plek.soort == "getal" and None not in (van.stand, bij.stand) and van.stand != bij.stand:
            yield f"{bij.voorzetsel} {bij.tekst}", "een stand op het eind van dat jaar" if van.stand else "een aantal over het hele jaar"
    if van.scenarios:
        genoemd_s = lezing.scenarios or next((l.scenarios for l in eerder if l.scenarios), ())
        bij_s = lezing.grens(plaats) or _bij(lezing.scenarios, lezing.tekst, plaats)
        mag_s = {bij_s.naam} if bij_s and plek.soort == "getal" else {v.naam for v in genoemd_s} or {MEDIO}
        if not van.scenarios & mag_s:
            yield f"scenario {_en(sorted(mag_s))}", f"scenario {_en(sorted(van.scenarios))}"
    yield from _onderwerp(lezing, eerder, van)


def _kant(lezing: Lezing, van: Verwijst) -> Iterator[tuple[str, str]]:
    """A chance above a number beside words that say below, or the reverse."""
    if van.kant and lezing.kanten and van.kant not in lezing.kanten:
        ander = {"boven": "de kans op minder", "onder": "de kans op meer"}
        yield ander[van.kant], ander["onder" if van.kant == "boven" else "boven"]


def _eenheid(lezing: Lezing, plaats: int, van: Verwijst) -> Iterator[tuple[str, str]]:
    if van.eenheid is None:
        return
    for woord in lezing.woorden_na(plaats):
        for regel in _lexicon()["eenheden"]:
            if re.fullmatch(regel["woorden"], woord):
                if van.eenheid not in regel["eenheden"]:
                    yield woord, f"een aantal {van.eenheid}"
                elif "ids" in regel and not _past(van, regel["ids"]):
                    yield woord, _en(sorted(van.ids))
                return


def _onderwerp(lezing: Lezing, eerder: Sequence[Lezing], van: Verwijst) -> Iterator[tuple[str, str]]:
    for kant in ("wat", "wie"):
        genoemd = next((g for l in (lezing, *eerder) if (g := _genoemd(l.tekst.lower(), kant))), [])
        if genoemd and not any(_past(van, regel["ids"]) for _, regel in genoemd):
            yield _en(dict.fromkeys(woord for woord, _ in genoemd)), _en(sorted(van.ids))


def _genoemd(tekst: str, kant: str) -> list[tuple[str, Any]]:
    return [(m[0], regel) for regel in _lexicon()[kant] if (m := re.search(rf"\b(?:{regel['woorden']})\b", tekst))]


def _past(van: Verwijst, patronen: Sequence[str]) -> bool:
    return any(fnmatchcase(id, patroon) for id in van.ids for patroon in patronen)


def _bij(vermeldingen: Sequence[Vermelding], tekst: str, plaats: int) -> Vermelding | None:
    """The mention that belongs to the number at `plaats`: the one right behind it, else the last before it, else the first after it."""
    erna = [v for v in vermeldingen if v.begin > plaats]
    if erna:
        tussen = tekst[plaats + 1 : erna[0].begin]
        if _ACHTER.match(tussen) and not _ANDER_DEEL.search(tussen):
            return erna[0]
    ervoor = [v for v in vermeldingen if v.begin < plaats and not v.vergelijkend]
    return ervoor[-1] if ervoor else erna[0] if erna else None


def _en(woorden: Any) -> str:
    return " en ".join(woorden)


@cache
def _lexicon() -> Any:
    return lees(Path(__file__).with_name("onderwerpen.yml"))
