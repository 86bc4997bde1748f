"""The style sheets, one for each medium on a shared base."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_MAP = Path(__file__).parent


@cache
def bestanden() -> dict[str, bytes]:
    """Every style sheet as `stijl/<name>.css` -> content."""
    return {f"stijl/{pad.name}": pad.read_bytes() for pad in sorted(_MAP.glob("*.css"))}
