"""Problems that only follow from another: told of the number that is wrong, and not of those that lean on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from mpp.parameters.schema import Parameterbestand
from mpp.problemen import Probleem

#: A number that is not seen a second time: it may be as soon as the rest of its record is right.
_VRAAG: Final = "getal-alleen"
_GETAL: Final = "getal-"
_NAAM: Final = re.compile(r"[a-z_0-9]+(?:\.[a-z_0-9]+)+")


def zonder_vragen(problemen: list[Probleem], bestand: Parameterbestand) -> list[Probleem]:
    """The problems without the question for a second sight of numbers whose record, or one that confirms it, is wrong otherwise."""
    mis = {id for p in problemen if not p.code.startswith(_GETAL) for id in _ids(p.gegevens)}
    for reeks in (*bestand.parameters, *bestand.realisaties):
        delen = {reeks.id, *_NAAM.findall(str(reeks.volgt_uit))} if reeks.volgt_uit else set()
        if mis & delen:
            mis |= delen
    return [p for p in problemen if p.code != _VRAAG or p.gegevens["id"] not in mis]


def _ids(gegevens: Mapping[str, object]) -> Iterator[str]:
    """The records that a problem names."""
    velden: Iterable[object] = (gegevens.get(veld) for veld in ("id", "ids", "waar"))
    yield from (id for veld in velden if veld for id in str(veld).split(", "))
