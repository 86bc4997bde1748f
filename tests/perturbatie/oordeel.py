"""Whether the words of a sentence still say what its numbers say once those have become others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from mpp.taal.zinnen import Plek, Zin
from mpp.uitkomsten.register import register

_NAAR: Final = r"(?: (?:de|het|een))? (?:verwachting|raming|capaciteit|taakstelling|minimum|medio|maximum|\ufffc)"
_WOORDEN: Final = (
    "hogere?(?! beroep)|lagere?|(?<!ten )hoogste|laagste|groter|kleiner|grootste|kleinste|evenveel",
    r"(?<!onder )(?<!niet )(?<!of )(?<!bij )meer|(?<!bij )minder|meeste|(?<!ten )minste|toename|afname|neemt [^.;]*\b(?:toe|af)",
    r"stijg\w*|gestegen|steeg|stegen|da(?:al|l)(?:t|de|den|en|ing)|gedaald|groei(?:t|de|en)|gegroeid|krimp\w*",
    "(?:loopt|lopen|liep|liepen) (?:op|terug)|bijgesteld|onderkant|bovenkant",
    rf"overtref\w*|achterblij\w*|boven{_NAAR}|onder{_NAAR}|binnen de (?:band\w*|marge)|buiten de (?:band\w*|marge)",
)
RICHTING: Final = re.compile(rf"\b(?:{'|'.join(_WOORDEN)})\b", re.I)
"""Words that say which of two numbers is the larger, or which way one went."""
GRENZEN: Final = re.compile(r"\b(?:bandbreedte|loopt van|een minimum van|tussen|laagste|hoogste)\b", re.I)
SAMEN: Final = re.compile(r"\b(?:ook|eveneens|evenals|net als)\b", re.I)
TEGEN: Final = re.compile(r"\b(?:toch|echter|daarentegen|hoewel|ondanks|daartegenover)\b", re.I)
OORZAAK: Final = re.compile(r"\b(?:daardoor|daarmee|doordat|omdat|dus|zodat|waardoor|daarom|want|vanwege|als gevolg)\b", re.I)
OMVANG: Final = re.compile(
    r"\b(?:slechts|maar liefst|nog maar|zelfs|grotendeels|vooral|overwegend|merendeel|de helft|nagenoeg|vrijwel|nauwelijks)\b", re.I
)
ONGEVEER: Final = re.compile(r"\b(?:ruim|bijna|circa|ongeveer|zo[’']n|rond(?: de)?|krap|iets (?:meer|minder) dan) $", re.I)
GELIJK: Final = frozenset(["gelijk", "evenveel", "blijft gelijk", "gelijk niveau"])
_VOORWAARDE: Final = re.compile(
    r"^(?:Als|Wie|Hoe|Naarmate|Vraagt|Blijft|Meer|Minder|Wat|Zolang|Een (?:hogere?|lagere?|groter|kleiner))\b"
    r"|\b(?:kan|kunnen|zou|zolang|naarmate|als)\b"
)
"""What says how things hang together, not how they are."""


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


Zinnen = Mapping[str, Sequence[tuple[str, Zin]]]
"""The sentences of each file by the place they stand in."""


def vergelijk(basis: Zinnen, ander: Zinnen, geval: str) -> Iterator[Vondst]:
    """Every sentence of `basis` of which the words stayed as they were while its numbers did not, in the documents of `ander`."""
    for bestand, zinnen in basis.items():
        nieuw = _op_plaats(ander.get(bestand, ()))
        alinea: list[tuple[Plek, Plek]] = []
        vorige = ""
        eigen: tuple[Zin, Zin] | None = None
        for sleutel, (plaats, was) in _op_plaats(zinnen).items():
            if not _vervolgt(vorige, plaats):
                alinea, eigen = [], None
            vorige = plaats
            if sleutel not in nieuw:
                continue
            nu = nieuw[sleutel][1]
            vorig, eigen = eigen, (was, nu)
            alinea += _paren(was, nu, "getal")
            for soort, reden in (*_oordeel(was, nu), *_over_de_alinea(was, alinea), *_oorzaak(was, nu, vorig)):
                yield Vondst(bestand, plaats, soort, reden, geval, was.getypt, nu.tekst)


def _vervolgt(vorige: str, plaats: str) -> bool:
    """Whether a sentence at `plaats` stands in the same paragraph as the one before it."""
    if vorige.isdigit() and plaats.isdigit():
        return int(plaats) - int(vorige) <= 1
    return vorige == plaats


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
    getallen, woorden = _paren(was, nu, "getal"), _paren(was, nu, "woord")
    gedekt = [woord.bron for woord, _ in woorden]
    omgedraaid = list(_omgedraaid(getallen))
    anders = [b for a, b in woorden if a.tekst != b.tekst]
    verschillen = [(a, b) for a, b in getallen if is_verschil(a) or is_zonder_teken(a)]
    if richting := _gevonden(RICHTING, was):
        if los := [(a, b) for a, b in omgedraaid if not any(_noemt(bron, a) and _noemt(bron, b) for bron in gedekt)]:
            yield "volgorde", f"{richting}: {los[0][0].tekst} en {los[0][1].tekst}"
        if teken := [a for a, b in verschillen if (a.getoond > 0) != (b.getoond > 0) and not _gedekt(a, gedekt)]:
            yield "teken", f"{richting}: {teken[0].tekst}"
        if zonder := [a for a, _ in verschillen if is_zonder_teken(a) and not _gedekt(a, gedekt)]:
            yield "zonder woord", f"{richting}: {zonder[0].tekst} heeft geen berekend woord"
    if (richting or woorden) and (nul := [a for a, b in verschillen if b.getoond == 0 != a.getoond]):
        yield "nul", f"{richting or woorden[0][0].tekst}: {nul[0].tekst} wordt nul"
    if (grens := _gevonden(GRENZEN, was)) and (paar := _verkeerd_om(getallen)):
        yield "grenzen", f"{grens}: {paar}"
    if (samen := _gevonden(SAMEN, was)) and len({a.tekst for a, _ in woorden}) == 1 < len({b.tekst for _, b in woorden}):
        yield "ook", f"{samen}: {', '.join(b.tekst for _, b in woorden)}"
    if (woord := _gevonden(TEGEN, was)) and (anders or omgedraaid):
        yield "tegenstelling", f"{woord}: " + (anders[0].tekst if anders else f"{omgedraaid[0][0].tekst} en {omgedraaid[0][1].tekst}")
    if (woord := _gevonden(OMVANG, was)) and (omgedraaid or _over_de_helft(getallen)):
        yield "omvang", woord
    for voor, plek in zip(was.delen, was.delen[1:], strict=False):
        if isinstance(voor, str) and isinstance(plek, Plek) and plek.soort == "getal" and (m := ONGEVEER.search(voor)):
            yield "ongeveer", f"{m[0]}{plek.tekst}"
    for oud, nieuw in woorden:
        if nieuw.tekst in GELIJK and oud.tekst not in GELIJK and re.search(rf"\b{nieuw.tekst} (?:\w+ ){{0,2}}(?:dan|van)\b", nu.tekst):
            yield "gelijk", f"{nieuw.tekst} … dan of van"


def _oorzaak(was: Zin, nu: Zin, vorig: tuple[Zin, Zin] | None) -> Iterator[tuple[str, str]]:
    """A consequence that turned while what it is said to follow from, here or in the sentence before, did not turn with it."""
    woorden = [(a, b) for a, b in _paren(was, nu, "woord") if b.tekst not in GELIJK]
    anders = [b for a, b in woorden if a.tekst != b.tekst]
    if (woord := _gevonden(OORZAAK, was)) and anders:
        eerst = vorig and (list(_omgedraaid(_paren(*vorig, "getal"))) or [b for a, b in _paren(*vorig, "woord") if a.tekst != b.tekst])
        if not eerst or len(anders) < len(woorden):
            yield "oorzaak", f"{woord}: {anders[0].tekst}"


def _over_de_alinea(zin: Zin, alinea: list[tuple[Plek, Plek]]) -> Iterator[tuple[str, str]]:
    """What a sentence says without numbers of its own to compare, held against those of its paragraph so far."""
    eigen = [plek for plek in zin.plekken if plek.soort == "getal"]
    met_bron = any(plek.bron.startswith("bron:") for plek in zin.plekken)  # then it is the source that says so
    if len(eigen) > 1 or met_bron or any(plek.soort == "woord" for plek in zin.plekken) or _VOORWAARDE.search(zin.getypt):
        return
    if (richting := _gevonden(RICHTING, zin)) and (paren := list(_omgedraaid(alinea))):
        yield "alinea", f"{richting}: {paren[0][0].tekst} en {paren[0][1].tekst}"


def is_verschil(plek: Plek) -> bool:
    """Whether a number says how far others lie apart, with its sign."""
    if plek.bron.startswith("verschil:"):
        return plek.bron.rpartition(":")[2] not in ("oud", "nieuw", "berekend", "relatief", "parameter")
    return " - " in plek.bron and not is_zonder_teken(plek)


def is_zonder_teken(plek: Plek) -> bool:
    """Whether a number says how far others lie apart and not which way."""
    return plek.bron.startswith("abs ") or plek.bron.endswith(":relatief") or (" / " in plek.bron and plek.bron.endswith(" - 1"))


def maat(plek: Plek) -> str:
    """What a number is comparable with: its unit, and whether it is a level, a difference or a ratio."""
    bron = plek.bron
    if " / " in bron or bron.endswith(":relatief") or bron.startswith("prognose:kans"):
        return "aandeel"
    ids = _ids(bron)
    eenheid = next((register()[id].eenheid for id in ids if id in register()), ids[0] if ids else bron.partition("[")[0])
    return f"{'verschil' if is_verschil(plek) or bron.startswith('abs ') else 'stand'} in {eenheid}"


def _omgedraaid(getallen: list[tuple[Plek, Plek]]) -> Iterator[tuple[Plek, Plek]]:
    """Each two numbers of one measure that a reader saw in one order and now sees in another."""
    for (a, a_nu), (b, b_nu) in combinations(getallen, 2):
        if maat(a) == maat(b) and _teken(a, b) * _teken(a_nu, b_nu) <= 0 and _teken(a, b) != _teken(a_nu, b_nu):
            yield a, b


def _paren(was: Zin, nu: Zin, soort: str) -> list[tuple[Plek, Plek]]:
    return [(a, b) for a, b in zip(was.plekken, nu.plekken, strict=False) if a.soort == b.soort == soort]


def _verkeerd_om(getallen: list[tuple[Plek, Plek]]) -> str:
    """Two numbers of which the minimum is now above the maximum, or medio outside them; empty when there are none."""
    rang = {"minimum": 0, "medio": 1, "maximum": 2}
    for (a, a_nu), (b, b_nu) in combinations(getallen, 2):
        (jaar_a, _, s_a), (jaar_b, _, s_b) = a.sleutel.partition("|"), b.sleutel.partition("|")
        zelfde = a.bron == b.bron and jaar_a == jaar_b and s_a in rang and s_b in rang
        if zelfde and (a_nu.getoond - b_nu.getoond) * (rang[s_a] - rang[s_b]) < 0:
            return f"{s_a} {a_nu.tekst} en {s_b} {b_nu.tekst}"
    return ""


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
    return any(set(_ids(kaal)) <= set(_ids(bron)) for bron in bronnen)


def _ids(bron: str) -> list[str]:
    return re.findall(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+", bron)


def _noemt(bron: str, plek: Plek) -> bool:
    return f"{plek.bron}[{plek.sleutel}]" in bron if plek.sleutel else plek.bron in bron
