"""The series behind a chart: what came (realisatie) and what is foreseen, as numbers and as words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from figures.stijl.labels import cijfer
from mpp.uitkomsten.register import register
from mpp.weergave.opmaak import in_een_zin, opsomming

if TYPE_CHECKING:
    from pandas import DataFrame

    from mpp.parameters.schema import Waarde
    from mpp.uitkomsten import Uitkomsten


_JAARWISSELING = 4 / 365
"""A stock this near to the turn of the year counts as that of 31 December."""


@dataclass(frozen=True)
class Verloop:
    """One indicator through time: published realisation and the three scenarios, unrounded.

    `realisatie` maps a year to a value, for a stock that of 31 December.
    """

    indicator: str
    realisatie: dict[int, float]
    jaren: tuple[int, ...]
    minimum: tuple[float, ...]
    medio: tuple[float, ...]
    maximum: tuple[float, ...]

    @property
    def hoogste(self) -> float:
        """The highest value in it."""
        return max([*self.realisatie.values(), *self.maximum, *self.medio, *self.minimum])

    @property
    def laagste(self) -> float:
        """The lowest value in it."""
        return min([*self.realisatie.values(), *self.maximum, *self.medio, *self.minimum])


def plek(moment: str) -> float:
    """The position in years of a realisation's period: a year, or a date as the share of its year past 31 December."""
    if "-" not in moment:
        return float(moment)
    dag = date.fromisoformat(moment)
    return dag.year - 1 + dag.timetuple().tm_yday / (date(dag.year, 12, 31).timetuple().tm_yday)


def _getoond(u: Uitkomsten, indicator: str) -> dict[int, Waarde]:
    record = u.ps.realisaties.get(indicator)
    if record is None or record.periode not in ("jaar", "stand"):
        return {}
    punten = {plek(str(moment)): waarde for moment, waarde in record.waarden.items()}
    return {round(x): punten[x] for x in sorted(punten) if abs(x - round(x)) < _JAARWISSELING and round(x) < u.jaren[0]}


def realisatie(u: Uitkomsten, indicator: str) -> dict[int, float]:
    """The published realisation of `indicator` by year; empty when none is public.

    Only whole years and the turn of a year up to the edition's peildatum: what came later belongs to the monitor, and
    a stock on another day is not comparable with one on 31 December.
    """
    return {jaar: float(waarde.waarde) for jaar, waarde in _getoond(u, indicator).items()}


def uitgevers(u: Uitkomsten, indicatoren: Sequence[str]) -> str:
    """Who published the realisations that are shown of `indicatoren`, who published most of them first."""
    namen: Counter[str] = Counter()
    for indicator in indicatoren:
        for waarde in _getoond(u, indicator).values():
            bronnen, _ = u.ps.herkomst(u.ps.realisaties[indicator], waarde)
            namen.update(u.ps.bronnen[bron].uitgever for bron in bronnen)
    return opsomming([naam for naam, _ in namen.most_common()] or ["niet openbaar"])


def zonder(u: Uitkomsten, indicatoren: Sequence[str]) -> str:
    """What the realisations that are shown of `indicatoren` leave out: 2022 zonder hervestiging en relocatie; empty for nothing."""
    delen = []
    for indicator in indicatoren:
        per: dict[str, list[str]] = {}
        for jaar, waarde in _getoond(u, indicator).items():
            if waarde.zonder:
                per.setdefault(waarde.zonder, []).append(str(jaar))
        naam = f"{in_een_zin(register()[indicator].naam)} in " if len(indicatoren) > 1 else ""
        delen += [f"{naam}{opsomming(jaren)} zonder {wat}" for wat, jaren in per.items()]
    return "; ".join(delen)


def verloop(u: Uitkomsten, indicator: str) -> Verloop:
    """Realisation and scenarios of `indicator`."""
    reeksen = {scenario: tuple(map(float, u.reeks(indicator, scenario))) for scenario in u.scenarios}
    return Verloop(indicator, realisatie(u, indicator), tuple(u.jaren), **reeksen)


def stukken(punten: dict[int, float]) -> list[list[tuple[int, float]]]:
    """`punten` cut where a year is missing: no line is drawn over it."""
    delen: list[list[tuple[int, float]]] = []
    for x, y in sorted(punten.items()):
        if delen and x - delen[-1][-1][0] == 1:
            delen[-1].append((x, y))
        else:
            delen.append([(x, y)])
    return delen


def alt_verloop(v: Verloop, wat: str, eenheid: str, op: float | None = None) -> str:
    """In words what the line of `v` shows: its realisation, medio, and the band at the end."""

    def c(waarde: float) -> str:
        return cijfer(waarde, eenheid, op)

    zinnen = []
    if v.realisatie:
        (x0, y0), (x1, y1) = min(v.realisatie.items()), max(v.realisatie.items())
        if x0 == x1:
            zinnen.append(f"Realisatie {x1}: {c(y1)}.")
        else:
            xh = max(v.realisatie, key=lambda x: v.realisatie[x])
            zinnen.append(
                f"Realisatie van {c(y0)} ({x0}) naar {c(y1)} ({x1})"
                + (f", het hoogst in {xh}: {c(v.realisatie[xh])}." if xh not in (x0, x1) else ".")
            )
    eerste, laatste = v.jaren[0], v.jaren[-1]
    zinnen.append(
        f"Prognose medio: {c(v.medio[0])} in {eerste} en {c(v.medio[-1])} in {laatste}. "
        f"De band van minimum tot maximum loopt van {c(v.minimum[0])} tot {c(v.maximum[0])} in {eerste} "
        f"en van {c(v.minimum[-1])} tot {c(v.maximum[-1])} in {laatste}."
    )
    return f"Lijngrafiek van {wat}. " + " ".join(zinnen)


Bron = Mapping[str, tuple[str, str]]
"""The parts of a chart: name -> (indicator, colour)."""


def delen(u: Uitkomsten, bron: Bron, scenario: str = "medio") -> dict[str, tuple[list[float], str]]:
    """The values by year of each part, with its colour."""
    return {naam: ([float(w) for w in u.reeks(indicator, scenario)], kleur) for naam, (indicator, kleur) in bron.items()}


def alt_delen(u: Uitkomsten, bron: Bron) -> str:
    """In words the first and last value of each part."""
    eerste, laatste = u.jaren[0], u.jaren[-1]
    return "; ".join(f"{naam} {cijfer(w[0])} in {eerste} en {cijfer(w[-1])} in {laatste}" for naam, (w, _) in delen(u, bron).items()) + "."


def tabel_delen(u: Uitkomsten, bron: Bron) -> DataFrame:
    """The numbers of several parts below one another: deel, jaar, minimum, medio, maximum (unrounded)."""
    from pandas import DataFrame

    rijen = [
        (naam, jaar, *(u.waarde(indicator, jaar, scenario) for scenario in u.scenarios))
        for naam, (indicator, _) in bron.items()
        for jaar in u.jaren
    ]
    return DataFrame(rijen, columns=["deel", "jaar", *u.scenarios])


def tabel_verlopen(verlopen: Iterable[tuple[str, Verloop]]) -> DataFrame:
    """The numbers of several series below one another: reeks, moment, realisatie, minimum, medio, maximum (unrounded)."""
    from pandas import DataFrame

    rijen: list[Sequence[object]] = []
    for naam, v in verlopen:
        rijen += [(naam, str(x), y, None, None, None) for x, y in v.realisatie.items()]
        rijen += [(naam, str(j), None, *w) for j, *w in zip(v.jaren, v.minimum, v.medio, v.maximum, strict=True)]
    return DataFrame(rijen, columns=["reeks", "moment", "realisatie", "minimum", "medio", "maximum"])
