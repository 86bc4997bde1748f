"""The lock of an earlier edition: what stands in its parameter file must be what was locked then."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from mpp.edities.map import SLOT, Editiemap
from mpp.parameters import Parameterset
from mpp.parameters.slot import wat_anders
from mpp.problemen import Probleem, probleem


def toets_slot(map_: Editiemap, ps: Parameterset) -> Iterator[Probleem]:
    """Why the lock in the folder does not fit the parameters; of texts and program it speaks of then, and is not held against now."""
    if not map_.heeft(SLOT):
        return
    vast = _lees(map_)
    if vast is None:
        yield probleem("editie-slot-onleesbaar", bestand=map_.naam(SLOT))
    elif vast["editie"] != ps.editie.titel:
        yield probleem("editie-slot-past-niet", bestand=map_.naam(SLOT), reden=f"het is van {vast['editie']}")
    elif vast["parameters"] != ps.hash:
        anders = wat_anders(vast["waarden"], ps.hashes)
        yield probleem("editie-slot-past-niet", bestand=map_.naam(SLOT), reden=f"{ps.naam} is na het vergrendelen gewijzigd{anders}")


def _lees(map_: Editiemap) -> Mapping[str, Any] | None:
    try:
        vast = json.loads(map_.pad(SLOT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    tekst = isinstance(vast, dict) and all(isinstance(vast.get(sleutel), str) for sleutel in ("editie", "parameters"))
    return vast if tekst and isinstance(vast.get("waarden"), dict) else None
