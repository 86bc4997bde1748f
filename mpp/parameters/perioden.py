"""The periods for which a parameter must have a value, and those in which a realisation can be dated."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from mpp.parameters.schema import Editie, Moment, Periode

_MOMENTEN: dict[Moment, str] = {
    "jaar": r"\d{4}",
    "halfjaar": r"\d{4}-[12]",
    "kwartaal": r"\d{4}K[1-4]",
    "maand": r"\d{4}-(0[1-9]|1[0-2])",
    "stand": r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])",
}

#: How a period of a realisation is written, for messages.
VOORBEELDEN: dict[Moment, str] = {
    "jaar": "2022",
    "halfjaar": "2022-1",
    "kwartaal": "2022K1",
    "maand": "2022-03",
    "stand": "2022-12-31",
}


def perioden(periode: Periode, editie: Editie) -> tuple[str, ...]:
    """The keys of `waarden` that a parameter of this kind has, in order of time."""
    match periode:
        case "vast":
            return ("vast",)
        case "jaar":
            return tuple(str(jaar) for jaar in editie.jaren)
        case "halfjaar":
            return tuple(f"{jaar}-{helft}" for jaar in editie.jaren for helft in (1, 2))
        case "kalendermaand":
            return tuple(str(maand) for maand in range(1, 13))


def is_moment(sleutel: str, periode: Moment) -> bool:
    """Whether `sleutel` is written as a date of a realisation of this kind; a day need not be on the calendar."""
    return re.fullmatch(_MOMENTEN[periode], sleutel) is not None


def is_dag(sleutel: str) -> bool:
    """Whether a day that is written as one is on the calendar: 31 April is not."""
    jaar, maand, dag = map(int, sleutel.split("-"))
    return dag <= monthrange(jaar, maand)[1]


def einde(sleutel: str, periode: Moment) -> date:
    """The last day of a period, or the day of a stand; for what `is_moment` and, of a stand, `is_dag` hold of."""
    jaar = int(sleutel[:4])
    match periode:
        case "jaar":
            return date(jaar, 12, 31)
        case "halfjaar" | "kwartaal":
            maand = int(sleutel[-1]) * (6 if periode == "halfjaar" else 3)
        case "maand":
            maand = int(sleutel[-2:])
        case "stand":
            return date.fromisoformat(sleutel)
    return date(jaar, maand, monthrange(jaar, maand)[1])


def begin(sleutel: str, periode: Moment) -> date:
    """The first day of a period, or the day of a stand; for what `einde` is for."""
    laatste = einde(sleutel, periode)
    maanden = {"jaar": 12, "halfjaar": 6, "kwartaal": 3, "maand": 1}
    return laatste if periode == "stand" else date(laatste.year, laatste.month - maanden[periode] + 1, 1)


def tijdstip(sleutel: str, periode: Moment) -> float | None:
    """When a realisation was, in years; None for what dates none."""
    if not is_moment(sleutel, periode) or (periode == "stand" and not is_dag(sleutel)):
        return None
    dag = einde(sleutel, periode)
    return dag.year + dag.timetuple().tm_yday / 366
