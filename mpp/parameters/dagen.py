"""Days as Dutch prose."""

from __future__ import annotations

import datetime
import re
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


_DELEN: Final = ((re.compile(r"(\d{4})-([12])(?![\d-])"), r"\2e halfjaar \1"), (re.compile(r"(\d{4})K([1-4])"), r"\2e kwartaal \1"))
"""Parts of a year as they are keys: 2023-1, which is the name of a round too, and 2023K1."""


def als_periode(sleutel: str) -> str:
    """The key of a period, or of a range of them, as a reader gets it: 1e halfjaar 2023 for 2023-1."""
    for patroon, woorden in _DELEN:
        sleutel = patroon.sub(woorden, sleutel)
    return sleutel


def dag_en_maand(dag: datetime.date) -> str:
    """A day within a year that is told beside it: 1 januari."""
    return f"{dag.day} {MAANDEN[dag.month - 1]}"


def datum(wanneer: datetime.date | int | str) -> str:
    """A day, a month (2023-01) or a year as Dutch prose: 1 januari 2023, januari 2023, 2023."""
    if isinstance(wanneer, datetime.date):
        return f"{wanneer.day} {MAANDEN[wanneer.month - 1]} {wanneer.year}"
    jaar, _, maand = str(wanneer).partition("-")
    return f"{MAANDEN[int(maand) - 1]} {jaar}" if maand else jaar
