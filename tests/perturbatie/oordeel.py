"""Whether the words of a sentence still say what its numbers say once those have become others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from mpp.taal.zinnen import Plek, Zin
from mpp.uitkomsten.register import register

RICHTING: Final = re.compile(
    r"\b(?:hoger|lager|hoogst\w*|laagst\w*|meer|minder|groter|kleiner|grootste|kleinste|meeste|minste|stijg\w*|gestegen|daal\w*|dalen|"
    r"daling|gedaald|toename|afname|toe|af|groei\w*|krimp\w*|loopt op|oploopt|terug|boven|onder|binnen|buiten|bijgesteld|verhoogd|verlaagd|"
    r"langer|korter|sneller|later|eerder|ten minste|ten hoogste|hooguit|hoogstens|tussen|beperkt\w*|achter|voorsprong|achterstand|tekort\w*|"
    r"overschot|bandbreedte|een minimum|een maximum|overtref\w*|dicht\w*|ver|gelijk|evenveel|onderkant|bovenkant)\b",
    re.I,
)
SAMEN: Final = re.compile(r"\b(?:ook|eveneens|evenals|net als|opnieuw)\b", re.I)
TEGEN: Final = re.compile(r"\b(?:toch|echter|daarentegen|hoewel|ondanks|terwijl|daartegenover)\b", re.I)
OORZAAK: Final = re.compile(r"\b(?:daardoor|doordat|omdat|dus|zodat|waardoor|daarom|want|vanwege|als gevolg)\b", re.I)
OMVANG: Final = re.compile(
    r"\b(?:slechts|maar liefst|nog maar|zelfs|grotendeels|vooral|overwegend|merendeel|helft|nagenoeg|vrijwel|nauwelijks|al)\b", re.I
)
ONGEVEER: Final = re.compile(r"\b(?:ruim|bijna|circa|ongeveer|zo[’']n|rond(?: de)?|krap|iets (?:meer|minder) dan) $", re.I)
GELIJK: Final = frozenset(["gelijk", "evenveel", "blijft gelijk", "gelijk niveau"])


@dataclass(frozen=True)
class Vondst:
    """A sentence that says what its numbers do not: where it stands, why, and in which case."""

    bestand: str
    plaats: str
    soort: str
    reden: str
    geval: str
    zin: str
    zoals: str

    @property
    def plek(self) -> tuple[str, str, str, str]:
        """What makes it the same find in another case."""
        return self.bestand, self.plaats, self.soort, self.zin


def vergelijk(basis: Mapping[str, Sequence[tuple[str, Zin]]], ander: Mapping[str, Sequence[tuple[str, Zin]]], geval: str) -> Iterator[Vondst]:
    """Every sentence of `basis` of which the words stayed as they were while its numbers did not, in the documents of `ander`."""
    for bestand, zinnen in basis.items():
        nieuw = _op_plaats(ander.get(bestand, ()))
        for sleutel, (plaats, zin) in _op_plaats(zinnen).items():
            if sleutel in nieuw:
                anders = nieuw[sleutel][1]
                for soort, reden in _oordeel(zin, anders):
                    yield Vondst(bestand, plaats, soort, reden, geval, zin.getypt, anders.tekst)


def _op_plaats(zinnen: Sequence[tuple[str, Zin]]) -> dict[tuple[str, str, int], tuple[str, Zin]]:
    """Each sentence by where it stands: place, typed words, and which of those with the same it is."""
    uit: dict[tuple[str, str, int], tuple[str, Zin]] = {}
    for plaats, zin in zinnen:
        nummer = 0
        while (plaats, zin.getypt, nummer) in uit:
            nummer += 1
        uit[plaats, zin.getypt, nummer] = (plaats, zin)
    return uit


def _oordeel(was: Zin, nu: Zin) -> Iterator[tuple[str, str]]:
    getallen = [(a, b) for a, b in zip(was.plekken, nu.plekken, strict=False) if a.soort == b.soort == "getal"]
    woorden = [(a, b) for a, b in zip(was.plekken, nu.plekken, strict=False) if a.soort == b.soort == "woord"]
    gedekt = [woord.bron for woord, _ in woorden]
    richting = _gevonden(RICHTING, was)
    omgedraaid = list(_omgedraaid(getallen))
    los = [(a, b) for a, b in omgedraaid if not any(_noemt(bron, a) and _noemt(bron, b) for bron in gedekt)]
    if richting and los:
        yield "volgorde", f"{richting}: {los[0][0].tekst} en {los[0][1].tekst}"
    teken = [a for a, b in getallen if is_verschil(a) and (a.getoond > 0) != (b.getoond > 0) and not _gedekt(a, gedekt)]
    if richting and teken:
        yield "teken", f"{richting}: {teken[0].tekst}"
    if richting and (zonder := [a for a, _ in getallen if a.bron.startswith("abs ") and not _gedekt(a, gedekt)]):
        yield "zonder woord", f"{richting}: {zonder[0].tekst} heeft geen berekend woord"
    nul = [a for a, b in getallen if b.getoond == 0 != a.getoond]
    if nul and (richting or woorden):
        yield "nul", f"{richting or woorden[0][1].tekst}: {nul[0].tekst} wordt nul"
    if (samen := _gevonden(SAMEN, was)) and len(woorden) > 1:
        if len({a.tekst for a, _ in woorden}) != len({b.tekst for _, b in woorden}):
            yield "ook", f"{samen}: {', '.join(b.tekst for _, b in woorden)}"
    anders = [b for a, b in woorden if a.tekst != b.tekst]
    for patroon, soort in ((TEGEN, "tegenstelling"), (OORZAAK, "oorzaak")):
        if (woord := _gevonden(patroon, was)) and (anders or omgedraaid):
            yield soort, f"{woord}: " + (anders[0].tekst if anders else f"{omgedraaid[0][0].tekst} en {omgedraaid[0][1].tekst}")
    if (woord := _gevonden(OMVANG, was)) and (omgedraaid or _over_de_helft(getallen)):
        yield "omvang", woord
    for voor, plek in zip(was.delen, was.delen[1:], strict=False):
        if isinstance(voor, str) and isinstance(plek, Plek) and plek.soort == "getal" and (m := ONGEVEER.search(voor)):
            yield "ongeveer", f"{m[0]}{plek.tekst}"
    for woord_, nieuw in woorden:
        if nieuw.tekst in GELIJK and woord_.tekst not in GELIJK and re.search(rf"\b{nieuw.tekst} (?:dan|van)\b", nu.tekst):
            yield "gelijk", f"{nieuw.tekst} dan of van"


def is_verschil(plek: Plek) -> bool:
    """Whether a number says how far others lie apart, with its sign."""
    if plek.bron.startswith("verschil:"):
        return not plek.bron.rpartition(":")[2] in ("oud", "nieuw", "berekend", "relatief", "parameter")
    return " - " in plek.bron and not plek.bron.startswith("abs ")


def maat(plek: Plek) -> str:
    """What a number is comparable with: its unit, and whether it is a level, a difference or a ratio."""
    bron = plek.bron
    if " / " in bron or bron.endswith(":relatief") or bron.startswith("prognose:kans"):
        return "aandeel"
    ids = [id for id in re.findall(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+", bron)]
    eenheid = next((register()[id].eenheid for id in ids if id in register()), bron.partition("[")[0] if not ids else ids[0])
    return f"{'verschil' if is_verschil(plek) or bron.startswith('abs ') else 'stand'} in {eenheid}"


def _omgedraaid(getallen: list[tuple[Plek, Plek]]) -> Iterator[tuple[Plek, Plek]]:
    """Each two numbers of one measure that a reader saw in one order and now sees in another."""
    for (a, a_nu), (b, b_nu) in combinations(getallen, 2):
        if maat(a) == maat(b) and _teken(a, b) * _teken(a_nu, b_nu) <= 0 and _teken(a, b) != _teken(a_nu, b_nu):
            yield a, b


def _teken(a: Plek, b: Plek) -> int:
    return (a.getoond > b.getoond) - (a.getoond < b.getoond)


def _over_de_helft(getallen: list[tuple[Plek, Plek]]) -> bool:
    return any(maat(a) == "aandeel" and (a.waarde > 0.5) != (b.waarde > 0.5) for a, b in getallen)


def _gevonden(patroon: re.Pattern[str], zin: Zin) -> str:
    treffer = patroon.search(zin.getypt)
    return treffer[0] if treffer else ""


def _gedekt(plek: Plek, bronnen: Sequence[str]) -> bool:
    """Whether a computed word of the sentence speaks of this difference."""
    kaal = plek.bron.removeprefix("abs ").strip("()")
    ids = set(re.findall(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+", kaal))
    return any(ids <= set(re.findall(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+", bron)) for bron in bronnen)


def _noemt(bron: str, plek: Plek) -> bool:
    return f"{plek.bron}[{plek.sleutel}]" in bron if plek.sleutel else plek.bron in bron
