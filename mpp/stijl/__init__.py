"""The style sheets, one for each medium on a shared base."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path

from markupsafe import Markup

from mpp import lettertypen

_MAP = Path(__file__).parent


@cache
def bestanden() -> dict[str, bytes]:
    """Every style sheet as `stijl/<name>.css` -> content."""
    return {f"stijl/{pad.name}": pad.read_bytes() for pad in sorted(_MAP.glob("*.css"))}


def regels(*paden: Path, letters: bool) -> Markup:
    """The house's base and the style sheets `paden` as one; with `letters` the typeface inside, for HTML on its own."""
    delen = [_letterregels()] if letters else []
    delen += [bestanden()[f"stijl/{naam}.css"].decode() for naam in ("basis", "bladspiegel")]
    delen += [pad.read_text(encoding="utf-8") for pad in paden]
    return Markup("\n".join(delen))


def _letterregels() -> str:
    sneden = {"Regular": (400, "normal"), "SemiBold": (600, "normal")}
    web = lettertypen.voor_web()
    return "\n".join(
        f'@font-face {{ font-family: "{lettertypen.FAMILIE}"; font-weight: {gewicht}; font-style: {vorm}; src: '
        f"url(data:font/woff2;base64,{base64.b64encode(web[f'lettertypen/IBMPlexSans-{snede}.woff2']).decode('ascii')}) "
        'format("woff2"); }'
        for snede, (gewicht, vorm) in sneden.items()
    )
