"""Groups of causes: why an outcome changes, in the words of the field (`oorzaken.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from mpp.lezen import lees

_BESTAND: Final = Path(__file__).with_name("oorzaken.yml")

#: What the section prognose is called among the parameters.
PROGNOSE: Final = "prognose"


@dataclass(frozen=True)
class Oorzaak:
    """A group of parameters that change for one reason; `ids` are the beginnings of their ids, `kort` is for a narrow column."""

    id: str
    naam: str
    kort: str
    ids: tuple[str, ...]


@cache
def oorzaken() -> dict[str, Oorzaak]:
    """Every group by its id, in the order of tables and figures.

    Raises ValueError when two groups name the same beginning.
    """
    groepen = {id: Oorzaak(id, v["naam"], v["kort"], tuple(v["ids"])) for id, v in lees(_BESTAND).items()}
    begin = [ids for groep in groepen.values() for ids in groep.ids]
    if dubbel := sorted({ids for ids in begin if begin.count(ids) > 1}):
        raise ValueError(f"two causes name {dubbel}")
    return groepen


def oorzaak(parameter: str) -> Oorzaak:
    """The group that a parameter (or the section `prognose`) belongs to: the one with the longest beginning of its id.

    Raises LookupError for a parameter of no group.
    """
    passend = [(len(begin), groep) for groep in oorzaken().values() for begin in groep.ids if parameter.startswith(begin)]
    if not passend:
        raise LookupError(f"{parameter} belongs to no cause: add it to {_BESTAND.name}")
    return max(passend, key=lambda paar: paar[0])[1]
