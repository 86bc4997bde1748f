"""The periods for which a parameter must have a value, and those in which a realisation can be dated."""

from __future__ import annotations

import re

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
    """Whether `sleutel` dates a realisation of this kind."""
    return re.fullmatch(_MOMENTEN[periode], sleutel) is not None
