"""The months before the peildatum as they came: from the realisations by month, or by quarter or half-year.

A realisation of the indicator `x` may stand under the ids `x`, `x.maand`, `x.kwartaal` and `x.halfjaar`. A month takes the
finest that covers it; what a longer period has beyond the months already known is spread over its other months.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mpp.lezen import regel_van
from mpp.parameters.schema import Editie, Moment, Realisatie
from mpp.problemen import Probleem, probleem

if TYPE_CHECKING:
    from mpp.parameters.set import Parameterset

#: The kinds of realisation that tell of part of a year, and how many months one covers; the finest first.
_DUUR: Final[dict[Moment, int]] = {"maand": 1, "kwartaal": 3, "halfjaar": 6}


@dataclass(frozen=True)
class Maand:
    """What came in a month, and from where: the `sleutel` of the realisation `reeks`.

    `gespreid`: it is a part of what came over several months; `geraamd`: it rests on an assumption, nobody counted it.
    """

    waarde: float
    reeks: str
    sleutel: str
    gespreid: bool
    geraamd: bool


@dataclass(frozen=True)
class Periode:
    """A value of a realisation over part of a year: of which record, and the months of the first year that it covers."""

    reeks: Realisatie
    sleutel: str
    maanden: range


def hoort_bij(id: str) -> str:
    """The indicator of which a realisation is: its id without what it adds for the period."""
    return id.removesuffix(".maand").removesuffix(".kwartaal").removesuffix(".halfjaar")


def perioden_van(ps: Parameterset, id: str) -> Iterator[Periode]:
    """Every realisation of an indicator over part of the first year or a later one; months count from 0, its January."""
    gevonden = [r for achter in ("", ".maand", ".kwartaal", ".halfjaar") if (r := ps.realisaties.get(id + achter))]
    for soort, duur in _DUUR.items():
        for r in (r for r in gevonden if r.periode == soort):
            for sleutel in r.waarden:
                nummer = int(sleutel[5:]) - 1
                eerste = 12 * (int(sleutel[:4]) - ps.editie.jaren[0]) + nummer * duur
                if eerste >= 0:
                    yield Periode(r, sleutel, range(eerste, eerste + duur))


def gerealiseerde_maanden(ps: Parameterset, id: str, seizoen: Sequence[float] | None) -> tuple[Maand | None, ...]:
    """An indicator in each month before the peildatum; None where nothing tells what came.

    `seizoen` has the weight of each calendar month, by which a longer period is spread; None for what is not added up over
    time, which then is the same in all its months.
    """
    uit: list[Maand | None] = [None] * ps.editie.gerealiseerd
    for p in perioden_van(ps, id):
        if p.maanden.stop > len(uit):
            continue
        waarde, vrij = p.reeks.waarden[p.sleutel], [t for t in p.maanden if uit[t] is None]
        geraamd, gespreid = ps.herkomst(p.reeks, waarde)[1] is not None, len(p.maanden) > 1
        gewichten = [1.0] * len(vrij) if seizoen is None or not any(seizoen[t] for t in vrij) else [seizoen[t] for t in vrij]
        rest = waarde.waarde - sum(m.waarde for t in p.maanden if (m := uit[t]))
        for t, gewicht in zip(vrij, gewichten, strict=True):
            deel = waarde.waarde if seizoen is None else rest * gewicht / sum(gewichten)
            uit[t] = Maand(deel, p.reeks.id, p.sleutel, gespreid and seizoen is not None, geraamd)
    return tuple(uit)


def namen(editie: Editie, maanden: Iterable[int]) -> str:
    """Months, counted from the January of the first year, as they are written in a file: 2023-04, 2023-05."""
    return ", ".join(f"{editie.jaren[0] + t // 12}-{t % 12 + 1:02d}" for t in maanden)


def ontbreekt(ps: Parameterset, id: str, maanden: Iterable[int]) -> Probleem:
    """The problem that nothing tells what came in these months before the peildatum; on the line of what is given of the others."""
    plaatsen = [i for i, r in enumerate(ps.realisaties) if hoort_bij(r) == id]
    regel = regel_van(ps.boom, ("realisaties", *plaatsen[-1:]))
    gegevens = {"id": id, "maanden": namen(ps.editie, maanden), "peildatum": ps.editie.peildatum}
    return probleem("gerealiseerd-ontbreekt", bestand=ps.naam, regel=regel, **gegevens)
