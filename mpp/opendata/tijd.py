"""The one form of time in the open data: first day and duration by ISO 8601, with the kind of period beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mpp.parameters.perioden import begin, einde
from mpp.parameters.schema import Editie, Moment

LOOPTIJD: Final = "looptijd"
KALENDERMAAND: Final = "kalendermaand"
_DUUR: Final[dict[str, str]] = {"jaar": "P1Y", "halfjaar": "P6M", "kwartaal": "P3M", "maand": "P1M", "stand": "P1D", "dag": "P1D"}
_KALENDERMAAND: Final = "XXXX-"
"""Before the month, where it is one of any year."""


def van_moment(sleutel: str, soort: Moment) -> dict[str, str]:
    """The columns `periode` and `periodesoort` of when a realisation was: 2022-1 is 2022-01-01/P6M."""
    return _kolommen(begin(sleutel, soort).isoformat(), soort)


def van_jaar(jaar: int, *, stand: bool = False) -> dict[str, str]:
    """The same of a year of the forecast, or of the stock at its end."""
    return _kolommen(f"{jaar}-12-31", "stand") if stand else _kolommen(f"{jaar}-01-01", "jaar")


def van_maand(jaar: int, maand: int) -> dict[str, str]:
    """The same of a month, counted from 1."""
    return _kolommen(f"{jaar}-{maand:02d}-01", "maand")


def van_maanden(jaar: int, maanden: Sequence[int], *, stand: bool) -> dict[str, str]:
    """The same of months that follow on each other, counted from 0, or of the stock at the end of the last."""
    if stand:
        return _kolommen(einde(f"{jaar}-{maanden[-1] + 1:02d}", "maand").isoformat(), "stand")
    if len(maanden) == 1:
        return van_maand(jaar, maanden[0] + 1)
    return {"periode": f"{jaar}-{maanden[0] + 1:02d}-01/P{len(maanden)}M", "periodesoort": "maanden"}


def van_dag(dagtekening: object) -> dict[str, str]:
    """The same of a day, or of the month or year where no more is known: 2022-11 is 2022-11-01/P1M."""
    tekst = str(dagtekening)
    soort = {4: "jaar", 7: "maand"}.get(len(tekst), "dag")
    return _kolommen(f"{tekst}-01-01"[:10] if soort == "jaar" else f"{tekst}-01"[:10], soort)


def van_periode(sleutel: str, editie: Editie) -> dict[str, str]:
    """The same of the period for which a parameter holds: `vast`, a year, a half-year or a calendar month."""
    if sleutel == "vast":
        return {"periode": f"{editie.jaren[0]}-01-01/P{len(editie.jaren)}Y", "periodesoort": LOOPTIJD}
    if len(sleutel) <= 2:
        return {"periode": f"{_KALENDERMAAND}{int(sleutel):02d}", "periodesoort": KALENDERMAAND}
    return van_moment(sleutel, "halfjaar" if "-" in sleutel else "jaar")


def sleutel_van(periode: str, soort: str) -> str:
    """The period as parameters, realisations and results name it: the other way round."""
    jaar, maand = periode[:4], re.sub(r"\D.*", "", periode[5:])
    match soort:
        case "looptijd":
            return "vast"
        case "kalendermaand":
            return str(int(maand))
        case "jaar":
            return jaar
        case "halfjaar":
            return f"{jaar}-{1 if maand == '01' else 2}"
        case "kwartaal":
            return f"{jaar}K{(int(maand) + 2) // 3}"
        case "maand":
            return f"{jaar}-{maand}"
        case "maanden":
            laatste = int(maand) + int(periode.partition("/P")[2][:-1]) - 1
            return f"{jaar}-{maand}..{jaar}-{laatste:02d}"
    return periode.partition("/")[0]


def _kolommen(dag: str, soort: str) -> dict[str, str]:
    return {"periode": f"{dag}/{_DUUR[soort]}", "periodesoort": soort}
