"""Earlier prognoses of the inflow beside what came, and beside the simplest prognosis there is: that a year will be as the last one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final, Literal, get_args

from mpp.edities.eerder import EerdereEditie, eerdere_edities
from mpp.getal import voorbehoud
from mpp.getal.cijfers import r
from mpp.getal.eerder import eerder, eerdere_editie
from mpp.getal.getal import Getal, Naam, Woord, Zinsdeel
from mpp.getal.tabel import LEEG, Cel, Tabel
from mpp.getal.woorden import ligging, met_teken, verandering
from mpp.parameters.tijd import RONDE
from mpp.uitkomsten import Uitkomsten, indicator
from mpp.weergave.opmaak import in_een_zin

EERSTE: Final = "instroom.eerste_aanvragen"
TOTAAL: Final = "instroom.totaal"
_ZONDER: Final = "instroom.totaal_zonder_hervestiging"
_ERBIJ: Final = "instroom.hervestiging_relocatie"
_AFGEROND: Final = 100
"""What came by hervestiging and relocatie is known in round numbers."""
_JAREN_TERUG: Final = 10
Telling = Literal["aantal", "met_interval", "binnen"]
TELLINGEN: Final[tuple[str, ...]] = get_args(Telling)


@dataclass(frozen=True)
class Eerdere:
    """What an earlier edition expected of a year, as far as it was told, what came, and what came in the last year that was over then."""

    editie: str
    indicator: str
    jaar: int
    kwam: Getal
    verwacht: Getal | None
    interval: tuple[Getal, Getal] | None
    laatste_jaar: int | None
    als_toen: Getal | None

    @property
    def ligging(self) -> Woord | None:
        """Where what came lies: binnen the interval, onder it or boven it."""
        return ligging(self.kwam, *self.interval) if self.interval else None


def eerdere_prognoses(u: Uitkomsten) -> tuple[Eerdere, ...]:
    """Every earlier edition and year of which it is known what came: of the first applications, or else of the total inflow."""
    return _alle(u)


@cache
def _alle(u: Uitkomsten) -> tuple[Eerdere, ...]:
    uit: list[Eerdere] = []
    for editie, inhoud in eerdere_edities(u.ps).items():
        if editie < u.editie.id:
            jaren = sorted({jaar for _, jaar, _ in inhoud.gepubliceerd})
            uit += [rij for jaar in jaren if (rij := _eerdere(editie, inhoud, jaar, u))]
    return tuple(uit)


def telling(wat: Telling, u: Uitkomsten) -> int:
    """How many there are, how many of them with an interval, and in how many of those what came lies within it."""
    alle = eerdere_prognoses(u)
    plaatsen = [e.ligging.tekst for e in alle if e.ligging]
    return {"aantal": len(alle), "met_interval": len(plaatsen), "binnen": plaatsen.count("binnen")}[wat]


def aantal(wat: Telling, *, u: Uitkomsten) -> Getal:
    """The same as a number in a text."""
    return Getal(telling(wat, u), "prognoses", 1, "editie:prognoses", wat)


def tabel_eerdere_prognoses(*, u: Uitkomsten) -> Tabel:
    """A row per earlier edition and year: what was expected, what came, how far off, and how far off the last year would have been."""
    rijen: list[list[Cel]] = [
        [
            eerdere_editie(e.editie),
            Naam(str(e.jaar), "editie:jaren"),
            e.verwacht or LEEG,
            Zinsdeel((e.interval[0], "–", e.interval[1])) if e.interval else LEEG,
            e.kwam,
            _fout(e.kwam, e.verwacht),
            e.ligging or LEEG,
            Zinsdeel((e.als_toen, " (", Naam(str(e.laatste_jaar), "editie:jaren"), ")")) if e.als_toen else LEEG,
            _fout(e.kwam, e.als_toen),
        ]
        for e in eerdere_prognoses(u)
    ]
    koppen: list[Cel] = ["Prognose van", "Over", "Verwacht", "Minimum–maximum", "Uitkomst", "Afwijking", "Ligging", "Laatste hele jaar"]
    noten: list[Cel] = [f"{LEEG} Niet gevonden in de gebruikte bronnen."] if any(LEEG in rij for rij in rijen) else []
    alle = eerdere_prognoses(u)
    soorten = dict.fromkeys(indicator(e.indicator).naam for e in alle)
    noten += [f"Vergeleken is: {'; '.join(map(in_een_zin, soorten))}."] if soorten else []
    if any(e.laatste_jaar == e.jaar - 1 for e in alle):
        noten.append("Een prognose over het jaar waarin zij is gemaakt, kende een deel van dat jaar al.")
    if any(_met_hervestiging(e.indicator, e.jaar, u) for e in alle):
        noten.append("Waar een bron het totaal zonder hervestiging en relocatie geeft, zijn die er bij opgeteld.")
    noten += voorbehoud.noten(rijen, u)
    koppen.append("Afwijking daarvan")
    return Tabel(koppen, rijen, [15, 7, 12, 18, 13, 11, 11, 12, 11], noten=tuple(noten), tekstkolommen=frozenset({6}))


def tabel_jaar_op_jaar(*, u: Uitkomsten) -> Tabel:
    """The first applications of each year of which the year before is known too, and how far the two lie apart."""
    rijen: list[list[Cel]] = []
    for toen, nu in pairwise(_jaren(u)):
        if nu - toen == 1:
            a, b = r(EERSTE, toen, u=u), r(EERSTE, nu, u=u)
            rijen.append([Naam(str(nu), "editie:jaren"), b, a, met_teken(b - a), verandering(a, b)])
    koppen = ["Jaar", "Eerste asielaanvragen", "Jaar ervoor", "Verschil", "In procent"]
    return Tabel(koppen, rijen, [20, 20, 20, 20, 20], noten=tuple(voorbehoud.noten(rijen, u)))


def _jaren(u: Uitkomsten) -> Iterator[int]:
    reeks = u.ps.realisaties.get(EERSTE)
    jaren = sorted(int(moment) for moment in reeks.waarden) if reeks else []
    yield from (jaar for jaar in jaren if u.jaren[0] - _JAREN_TERUG <= jaar < u.jaren[0])


def _eerdere(editie: str, inhoud: EerdereEditie, jaar: int, u: Uitkomsten) -> Eerdere | None:
    for id in (EERSTE, TOTAAL):
        kwam = _kwam(id, jaar, u) if jaar < u.jaren[0] else None
        gevonden = {s: eerder(editie, id, jaar, s, u=u) for s in (None, "minimum", "medio", "maximum") if inhoud.zoek(id, jaar, s)}
        if kwam and gevonden:
            interval = (gevonden["minimum"], gevonden["maximum"]) if {"minimum", "maximum"} <= gevonden.keys() else None
            ronde = RONDE.fullmatch(editie)
            laatste = int(ronde[1]) - 1 if ronde else None
            als_toen = _kwam(id, laatste, u) if laatste else None
            return Eerdere(editie, id, jaar, kwam, gevonden.get(None) or gevonden.get("medio"), interval, laatste, als_toen)
    return None


def _kwam(id: str, jaar: int, u: Uitkomsten) -> Getal | None:
    """What came in a year; the total with hervestiging and relocatie, also where its source gives it without."""
    reeks = u.ps.realisaties.get(id)
    if reeks is None or str(jaar) not in reeks.waarden:
        return None
    getal = r(id, jaar, u=u)
    return (getal + r(_ERBIJ, jaar, u=u)).met(op=_AFGEROND) if _met_hervestiging(id, jaar, u) else getal


def _met_hervestiging(id: str, jaar: int, u: Uitkomsten) -> bool:
    """Whether the total of a year stands in the file without those who came by hervestiging or relocatie, who are known besides."""
    zonder, erbij = (u.ps.realisaties.get(naam) for naam in (_ZONDER, _ERBIJ))
    moment = str(jaar)
    if id != TOTAAL or zonder is None or erbij is None or not (moment in zonder.waarden and moment in erbij.waarden):
        return False
    return u.ps.realisaties[id].waarden[moment].waarde == zonder.waarden[moment].waarde


def _fout(kwam: Getal, verwacht: Getal | None) -> Cel:
    return verandering(kwam, verwacht) if verwacht else LEEG
