"""Days as Dutch prose."""

from __future__ import annotations

import datetime
from typing import Final

MAANDEN: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def dag_en_maand(dag: datetime.date) -> str:
    """A day within a year that is told beside it: 1 januari."""
    return f"{dag.day} {MAANDEN[dag.month - 1]}"


def datum(wanneer: datetime.date | int | str) -> str:
    """A day, a month (2023-01) or a year as Dutch prose: 1 januari 2023, januari 2023, 2023."""
    if isinstance(wanneer, datetime.date):
        return f"{wanneer.day} {MAANDEN[wanneer.month - 1]} {wanneer.year}"
    jaar, _, maand = str(wanneer).partition("-")
    return f"{MAANDEN[int(maand) - 1]} {jaar}" if maand else jaar
