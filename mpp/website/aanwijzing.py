"""What a number of a document is, in a few words, and where the website explains it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from mpp.getal.gevoeligheid import BAND
from mpp.getal.voorbehoud import voorbehouden
from mpp.herkomst.oorsprong import Verwijzing, lees_oorsprong
from mpp.parameters.dagen import als_periode
from mpp.uitkomsten.register import indicatoren, niveau_van, register
from mpp.website import plekken
from mpp.weergave.afronding import stap
from mpp.weergave.opmaak import datum, opmaak, opsomming

if TYPE_CHECKING:
    from collections.abc import Callable

    from mpp.uitkomsten import Uitkomsten

_RANDEN: Final = {f"{BAND[0]}": "ondergrens van de band", f"{BAND[1]}": "midden van de band", f"{BAND[-1]}": "bovengrens van de band"}
_LIGGING: Final = re.compile(r" in | \.\. ")
"""Between the origins of a number, and of the ends between which it is said to lie."""
_HOOGSTENS: Final = 3
"""So many numbers are named of those that another was computed from."""


@dataclass(frozen=True)
class Aanwijzing:
    """What a number is, and the address of its explanation from the root of the package."""

    tekst: str
    adres: str


class Aanwijzingen:
    """What the numbers in the documents of the results `u` are; `soort` names a kind of number that has no page of its own."""

    def __init__(self, u: Uitkomsten, soort: Callable[[str], str]):
        self._u, self._soort = u, soort
        self._getoond = indicatoren(niveau_van(u.editie.classificatie))
        self._bekend: dict[tuple[str, str], Aanwijzing] = {}

    def bij(self, bron: str, sleutel: str) -> Aanwijzing:
        """What the number with this origin and key is. Raises OnbekendeOorsprong for an origin that cannot be read."""
        if (bron, sleutel) not in self._bekend:
            delen = _LIGGING.split(bron)
            namen = list(dict.fromkeys(v for deel in delen for v in lees_oorsprong(deel, sleutel).verwijzingen))
            eerste = self._naam(namen[0]) if namen else Aanwijzing(self._soort("berekend"), plekken.van_soort("berekend"))
            if len(namen) > 1:
                eerste = Aanwijzing(self._berekend(namen), eerste.adres)
            self._bekend[bron, sleutel] = eerste
        return self._bekend[bron, sleutel]

    def _berekend(self, namen: list[Verwijzing]) -> str:
        delen = list(dict.fromkeys(self._naam(v, kort=True).tekst for v in namen))
        meer = "; en andere cijfers" if len(delen) > _HOOGSTENS else ""
        return f"Berekend uit: {'; '.join(delen[:_HOOGSTENS])}{meer}"

    def _naam(self, v: Verwijzing, *, kort: bool = False) -> Aanwijzing:
        ps = self._u.ps
        if v.soort in ("indicator", "trekkingen") and v.naam in self._getoond:
            return self._uitkomst(v, kort=kort)
        if v.soort == "parameter" and v.naam in ps.parameters:
            parameter, periode = ps.parameters[v.naam], v.sleutel.partition("|")[0]
            tijd = "" if periode in ("", "vast") else f", {als_periode(periode)}"
            adres = plekken.van_parameter(v.naam, periode if periode in parameter.waarden else "")
            return Aanwijzing(f"{parameter.label}{tijd}, invoer van het model", adres)
        if v.soort == "realisatie" and v.naam in ps.realisaties:
            reeks = ps.realisaties[v.naam]
            zonder = [f"zonder {w.wat}" for w in voorbehouden(f"realisatie:{v.naam}", v.sleutel, ps)]
            tekst = ", ".join([reeks.label, moment_in_woorden(v.sleutel), "realisatie", *zonder])
            return Aanwijzing(tekst, plekken.van_realisatie(v.naam, v.sleutel if v.sleutel in reeks.waarden else ""))
        waarvan = [register()[id].naam for id in v.indicatoren if id in self._getoond]
        tekst = f"{self._soort(v.soort)}: {opsomming(waarvan)}" if waarvan else self._soort(v.soort)
        return Aanwijzing(tekst, plekken.van_soort(v.soort))

    def _uitkomst(self, v: Verwijzing, *, kort: bool) -> Aanwijzing:
        i, (jaar, _, welke) = self._getoond[v.naam], v.sleutel.partition("|")
        wat = f"{i.naam}, {wanneer(i.soort, jaar)}"
        if v.soort == "trekkingen":
            return Aanwijzing(f"{wat}, {_RANDEN.get(welke, self._soort('trekkingen'))}", plekken.van_indicator(i.id))
        adres = plekken.van_indicator(i.id, jaar, welke)
        if kort or welke != "medio":
            return Aanwijzing(f"{wat}, {welke}", adres)
        onder, boven = (opmaak(float(w), i.eenheid, stap(i.eenheid)) for w in self._band(i.id, int(jaar)))
        return Aanwijzing(f"{wat}, {welke}; band {onder} tot {boven}", adres)

    def _band(self, id: str, jaar: int) -> tuple[float, float]:
        onder, _, boven = self._trekkingen.banden(id, jaar, BAND).tolist()
        return onder, boven

    @cached_property
    def _trekkingen(self) -> Uitkomsten:
        return self._u.met_trekkingen


def wanneer(soort: str, jaar: str) -> str:
    """The time for which an outcome of a year stands: a stock that of its last day."""
    return f"31 december {jaar}" if soort == "voorraad" else jaar


def moment_in_woorden(moment: str) -> str:
    """The day, the month or the period of a realisation, as a reader gets it."""
    delen = moment.split("-")
    if len(delen) == 3:
        return datum(datetime.date.fromisoformat(moment))
    return datum(moment) if len(delen) == 2 and len(delen[1]) == 2 else als_periode(moment)

