"""The part of a year that a realisation is of: months that follow on each other, or the end of one."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from mpp.weergave.opmaak import MAANDEN

TOT_EN_MET: Final = "t/m"
VOORBEELDEN: Final = "een maand als 2023-01, een kwartaal als 2023K1, een halfjaar als 2023-1, of meer maanden als 2023-02 t/m 2023-06"
VOORBEELD_STAND: Final = "een dag als 2023-04-30"
NABIJ: Final = 5
"""So many days from the end of a month a stand may lie: the forecast has a stand for the end of each month only."""

_MAAND: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_KWARTAAL: Final = re.compile(r"(\d{4})K([1-4])", re.ASCII)
_HALFJAAR: Final = re.compile(r"(\d{4})-([12])", re.ASCII)


@dataclass(frozen=True, order=True)
class Periode:
    """The months `eerste` to `laatste` (from 1) of a year; a `stand` is of the end of its one month."""

    jaar: int
    eerste: int
    laatste: int
    stand: bool = False

    @property
    def maanden(self) -> range:
        """Its months, from nought."""
        return range(self.eerste - 1, self.laatste)

    @property
    def einde(self) -> datetime.date:
        """Its last day."""
        return datetime.date(self.jaar, self.laatste, monthrange(self.jaar, self.laatste)[1])

    @property
    def is_som(self) -> bool:
        """Whether it is one number for several months."""
        return self.eerste != self.laatste

    @property
    def sleutel(self) -> str:
        """How an origin names it: 2023-02..2023-06, 2023-03, or of a stand 2023-04-30."""
        if self.stand:
            return self.einde.isoformat()
        eerste, laatste = (f"{self.jaar}-{m:02d}" for m in (self.eerste, self.laatste))
        return f"{eerste}..{laatste}" if self.is_som else eerste

    @property
    def naam(self) -> str:
        """How it reads, without its year: februari tot en met juni; maart; eind april."""
        if self.stand:
            return f"eind {MAANDEN[self.laatste - 1]}"
        eerste, laatste = MAANDEN[self.eerste - 1], MAANDEN[self.laatste - 1]
        return f"{eerste} tot en met {laatste}" if self.is_som else eerste


def uit_sleutel(sleutel: str) -> Periode:
    """The period that an origin names. Raises ValueError for what is none."""
    if len(sleutel) == len("2023-04-30"):
        dag = datetime.date.fromisoformat(sleutel)
        return Periode(dag.year, dag.month, dag.month, stand=True)
    periode = lees_periode(sleutel.replace("..", f" {TOT_EN_MET} "))
    if periode is None:
        raise ValueError(sleutel)
    return periode


def lees_periode(tekst: str) -> Periode | None:
    """The months that are written as a month, a quarter, a half-year, or from one month to another; None for anything else."""
    if m := _MAAND.fullmatch(tekst):
        return Periode(int(m[1]), int(m[2]), int(m[2]))
    if m := _KWARTAAL.fullmatch(tekst):
        return Periode(int(m[1]), 3 * int(m[2]) - 2, 3 * int(m[2]))
    if m := _HALFJAAR.fullmatch(tekst):
        return Periode(int(m[1]), 6 * int(m[2]) - 5, 6 * int(m[2]))
    delen = [_MAAND.fullmatch(deel.strip()) for deel in tekst.split(TOT_EN_MET)]
    if len(delen) == 2 and delen[0] and delen[1] and delen[0][1] == delen[1][1] and delen[0][2] <= delen[1][2]:
        return Periode(int(delen[0][1]), int(delen[0][2]), int(delen[1][2]))
    return None


def lees_stand(dag: datetime.date) -> Periode | None:
    """The end of the month that a day is at or near to; None where it is near to none."""
    if dag.day > monthrange(dag.year, dag.month)[1] - NABIJ:
        return Periode(dag.year, dag.month, dag.month, stand=True)
    ervoor = dag.replace(day=1) - datetime.timedelta(days=1)
    return Periode(ervoor.year, ervoor.month, ervoor.month, stand=True) if dag.day <= NABIJ else None
