"""Whether what a document shows under a name is what the results have under that name, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from mpp.controle.pakket.bronteksten import Bronteksten
from mpp.controle.pakket.namen import Namen
from mpp.controle.pakket.tekens import getallen
from mpp.getal.prognosecijfers import BIJNA_ZEKER, ZEER_KLEIN
from mpp.getal.telwoorden import TELWOORDEN
from mpp.herkomst.narekenen import GEKOZEN, Narekening
from mpp.herkomst.oorsprong import OnbekendeOorsprong, Oorsprong, Verwijzing, lees_oorsprong
from mpp.prognose.grenzen import ZELDEN
from mpp.uitkomsten.register import register
from mpp.weergave.afronding import getoond, rond, stap
from mpp.weergave.opmaak import opmaak

_VORMEN: Final = ("personen", "aandeel", "procentpunt")
"""A unit of each way of writing: as it is, as a percentage, and in percentage points."""
_AANTAL: Final = ("personen",)
_STAPPEN: Final = (0.0001, 0.001, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 50, 100, 250, 500, 1e3, 2500, 5e3, 1e4, 5e4, 1e5, 5e5, 1e6)
_BAND: Final = re.compile(r"(.+) in (.+) \.\. (.+)")
_ONBEPAALD: Final = frozenset({"geen te bepalen deel", "geen te bepalen percentage", "geen te bepalen aantal keer zo veel"})
_RICHTING: Final = {
    **dict.fromkeys(("hoger", "hoger dan", "meer", "stijgt", "stijging"), 1),
    **dict.fromkeys(("lager", "lager dan", "minder", "daalt", "daling"), -1),
    **dict.fromkeys(("gelijk", "gelijk aan", "evenveel", "blijft gelijk", "gelijk niveau"), 0),
}
_RUIS: Final = 1e-6
"""What differs from zero by less than this is what computing leaves of it."""
_AFRONDING: Final = re.compile(r"10*\.0*|0\.0*10*|50+\.0*")
"""Tens, hundreds, tenths; in prose fifties and five hundreds too."""
_ONGEVEER: Final = {"ruim": 1, "bijna": -1}
_DEEL: Final = re.compile(r"(\w+) (?:op|van de) (\w+)")
_TELLING: Final = re.compile(r"toets:([\w-]+)")


class Benoemd:
    """Names with their values, from the results that the documents of a package are made of."""

    def __init__(self, narekening: Narekening, bronnen: Bronteksten):
        self.narekening, self.bronnen = narekening, bronnen
        self.namen = Namen(narekening.u, narekening.blikken, bronnen)

    def getal(self, tekst: str, bron: str, sleutel: str, op: float, waarde: str, *, in_tabel: bool = False) -> str:
        """Why `tekst` is not the number of this origin, rounded to `op`; empty when it is.

        A table rounds an indicator as all tables do; prose may round further.
        """
        try:
            w = self._waarde(bron, sleutel, waarde)
        except OnbekendeOorsprong:
            return f"de naam {_naam(bron, sleutel)} bestaat niet in de uitkomsten"
        if not _AFRONDING.fullmatch(f"{op:f}"):
            return f"op {op:g} wordt nergens afgerond"
        oorsprong = lees_oorsprong(bron, sleutel)
        vormen = [opmaak(w, eenheid, op) for eenheid in self._vormen(oorsprong)]
        if tekst not in vormen:
            return f"{_naam(bron, sleutel)} is {vormen[min(1, len(vormen) - 1) if '%' in tekst else 0]}"
        eigen = _eigen_stap(oorsprong)
        if eigen and (op < eigen or (in_tabel and op != eigen)):
            return f"{_naam(bron, sleutel)} wordt overal op {eigen:g} afgerond, hier op {op:g}"
        return _waardefout(waarde, w, op)

    def _vormen(self, oorsprong: Oorsprong) -> tuple[str, ...]:
        """A unit of each way in which a number of this origin may be written: what it counts decides, unless a sum is made of it."""
        if oorsprong.bewerking in ("+", "-", "abs"):
            delen = {vorm for deel in oorsprong.delen for vorm in self._vormen(deel)}
            return _AANTAL if delen == set(_AANTAL) else _VORMEN
        v = oorsprong.verwijzing
        if v is None or (eenheid := self._eenheid(v)) is None:
            return _VORMEN
        return (eenheid,) if eenheid in _VORMEN else _AANTAL

    def _eenheid(self, v: Verwijzing) -> str | None:
        """The unit of what has this name, where it is one value of the results or of the parameters."""
        ps = self.narekening.u.ps
        reeks = {"parameter": ps.parameters, "realisatie": ps.realisaties}.get(v.soort, {}).get(v.naam)
        if reeks is not None:
            return reeks.eenheid
        return register()[v.naam].eenheid if v.soort in ("indicator", "gepubliceerd") and v.naam in register() else None

    def woord(self, tekst: str, bron: str, op: float, waarde: str) -> str:
        """Why the words `tekst` do not follow from the numbers of this origin; empty when they do."""
        if not _AFRONDING.fullmatch(f"{op:f}"):
            return f"op {op:g} wordt nergens afgerond"
        if telling := _TELLING.fullmatch(bron):
            return self._telling(tekst, telling[1], waarde)
        try:
            if (richting := _RICHTING.get(tekst)) is not None:
                return self._richting(richting, bron, op, waarde)
            if band := _BAND.fullmatch(bron):
                return self._ligging(tekst, op, *band.groups())
            w = self._waarde(bron, "", waarde)
        except OnbekendeOorsprong:
            return "" if tekst in _ONBEPAALD else f"de naam {bron} bestaat niet in de uitkomsten"
        if fout := _waardefout(waarde, w, op):
            return fout
        if (oorzaak := self.narekening.oorzaak(bron)) and not any(True for _ in getallen(tekst)):
            return "" if tekst.lower() == oorzaak.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}").lower() else f"{bron} is {oorzaak}"
        return "" if any(_klopt(tekst, w)) else f"{bron} is {w:.10g}"

    def _richting(self, richting: int, bron: str, op: float, waarde: str) -> str:
        """Why one number does not lie above, below or at another as both are shown: the value is how far."""
        oorsprong = lees_oorsprong(bron)
        if oorsprong.bewerking != "-":
            return f"{bron} vergelijkt niets"
        a, b = (deel.reken(self.narekening.van) for deel in oorsprong.delen)
        teken = rond(a, op) - rond(b, op)
        if waarde != getoond(float(teken), op):
            return f"de waarde erbij is {waarde}, in de uitkomsten {a - b:.10g}"
        return "" if (teken > 0) - (teken < 0) == richting else f"{bron} is {a - b:.10g}"

    def _ligging(self, tekst: str, op: float, *bronnen: str) -> str:
        """Why a number does not lie where it is said to lie, as all three are shown."""
        a, onder, boven = (lees_oorsprong(bron).reken(self.narekening.van) for bron in bronnen)
        laagste, hoogste = sorted((onder, boven))
        waar = "onder" if rond(a, op) < rond(laagste, op) else "boven" if rond(a, op) > rond(hoogste, op) else "binnen"
        return "" if tekst == waar else f"{a:.10g} ligt {waar} {laagste:.10g} en {hoogste:.10g}"

    def _waarde(self, bron: str, sleutel: str, waarde: str) -> float:
        oorsprong = lees_oorsprong(bron, sleutel)
        v = oorsprong.verwijzing
        if v and (v.soort, v.naam) in GEKOZEN and not v.sleutel:
            return self._gekozen(waarde)
        return self.narekening.waarde(bron, sleutel)

    def _gekozen(self, waarde: str) -> float:
        """A bound that a chapter chose: a number that its code names."""
        getal = float(waarde)
        vormen = {f"{getal:g}", f"{int(getal):_}" if getal == int(getal) else f"{getal:g}"}
        los = (re.compile(rf"{re.escape(vorm)}(?<![\w.]{re.escape(vorm)})(?![\w.])") for vorm in vormen)
        if not any(vorm.search(self.bronnen.code) for vorm in los):
            raise OnbekendeOorsprong(waarde)
        return getal

    def _telling(self, tekst: str, id: str, waarde: str) -> str:
        try:
            aantallen = self.narekening.dichtbij(id)
        except KeyError:
            return f"de terugblik {id} bestaat niet"
        jaren = {str(jaar) for jaar in self.narekening.blikjaren(id)}
        goed = {str(aantal) for aantal in aantallen} | jaren
        vreemd = [teken.tekst for teken in getallen(self.bronnen.zonder_indicatoren(tekst)) if teken.tekst not in goed]
        return f"de terugblik {id} telt {', '.join(map(str, aantallen))}" if vreemd or waarde not in map(str, aantallen) else ""


def _klopt(tekst: str, w: float) -> Iterator[bool]:
    """Every way in which words may be true of the value `w`."""
    if deel := _DEEL.fullmatch(tekst):
        if deel[1] in TELWOORDEN and deel[2] in TELWOORDEN:
            yield abs(Fraction(TELWOORDEN.index(deel[1]), TELWOORDEN.index(deel[2])) - Fraction(w)) < Fraction(1, 10**6)
        return
    if tekst in TELWOORDEN:
        yield TELWOORDEN.index(tekst) == rond(w, 1)
        return
    if tekst in (ZEER_KLEIN, BIJNA_ZEKER):
        yield w < ZELDEN if tekst == ZEER_KLEIN else w > 1 - ZELDEN
        return
    if not (genoemd := list(getallen(tekst))):
        yield True
        return
    eerste, _, rest = tekst.partition(" ")
    teken = _ONGEVEER.get(eerste)
    kaal = (rest if teken else tekst).removesuffix(" keer zo veel")
    met_plus, kaal = kaal.startswith("+"), kaal.removeprefix("+")
    for eenheid in _VORMEN:
        for op in _STAPPEN:
            if kaal == opmaak(w, eenheid, op) and len(genoemd) == 1:
                gezegd = float(rond(w, op))
                yield (gezegd > 0 or not met_plus) and (teken is None or (w > gezegd) - (w < gezegd) == teken)


def _eigen_stap(oorsprong: Oorsprong) -> float:
    """The step to which every product rounds this indicator, or a difference of indicators; zero for anything else."""
    if oorsprong.bewerking in ("+", "-", "abs"):
        return max(map(_eigen_stap, oorsprong.delen)) if all(map(_eigen_stap, oorsprong.delen)) else 0
    v = oorsprong.verwijzing
    return stap(register()[v.naam].eenheid) if v and v.soort == "indicator" and v.naam in register() else 0


def _waardefout(gegeven: str, w: float, op: float) -> str:
    """Why the value that stands with a number is not its own as it is shown."""
    try:
        g = float(gegeven)
    except ValueError:
        return f"de waarde {gegeven} is geen getal"
    gelijk = gegeven == getoond(w, op) or (abs(g) < _RUIS and abs(w) < _RUIS)
    return "" if gelijk else f"de waarde erbij is {gegeven}, in de uitkomsten {w:.10g}"


def _naam(bron: str, sleutel: str) -> str:
    return f"{bron} ({sleutel.replace('|', ', ')})" if sleutel else bron
