"""The lock of an earlier edition: what stands in its parameter file must be what was locked then."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mpp.padnamen import bestandsnaam
from mpp.parameters import Parameterset
from mpp.parameters.slot import slotpad, wat_anders
from mpp.problemen import Probleem, probleem


def toets_slot(ps: Parameterset) -> Iterator[Probleem]:
    """Why the lock beside the parameters does not fit them; of texts and program it speaks of then, and is not held against now."""
    pad = slotpad(ps)
    if not pad.exists():
        return
    naam, vast = bestandsnaam(pad, ps.wortel), _lees(pad)
    if vast is None:
        yield probleem("editie-slot-onleesbaar", bestand=naam)
    elif vast["editie"] != ps.editie.titel:
        yield probleem("editie-slot-past-niet", bestand=naam, reden=f"het is van {vast['editie']}")
    elif vast["parameters"] != ps.hash:
        anders = wat_anders(vast["waarden"], ps.hashes)
        yield probleem("editie-slot-past-niet", bestand=naam, reden=f"{ps.naam} is na het vergrendelen gewijzigd{anders}")


def _lees(pad: Path) -> Mapping[str, Any] | None:
    try:
        vast = json.loads(pad.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    tekst = isinstance(vast, dict) and all(isinstance(vast.get(sleutel), str) for sleutel in ("editie", "parameters"))
    return vast if tekst and isinstance(vast.get("waarden"), dict) else None
