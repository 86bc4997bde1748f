"""A drawn sheet as SVG: the same bytes on every machine."""

from __future__ import annotations

import io
import re
import warnings
from typing import TYPE_CHECKING, Any

from matplotlib import rc_context
from matplotlib.backends.backend_svg import RendererSVG

from figures.stijl.letters import Zetter
from figures.stijl.vel import regels

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_PLEKKEN = re.compile(r'(?<= )(?:d|x|y)="[^"]*"|translate\([^)]*\)')
_FIJN = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?")


def svg(figuur: Figure, titel: str = "") -> bytes:
    """`figuur` as SVG with its text as paths: the same bytes on every machine.

    What is drawn lies on hundredths of a point: finer, a number could be read from a line in more digits than it is shown in.
    Raises UserWarning as an error when the typeface lacks a glyph.
    """
    uit = io.StringIO()
    with rc_context(regels()), warnings.catch_warnings():
        warnings.simplefilter("error")
        figuur.dpi = 72
        tekenaar = _Tekenaar(*(72 * figuur.get_size_inches()), uit, metadata={"Date": None, "Creator": None, "Title": titel})
        figuur.draw(tekenaar)
        tekenaar.finalize()  # type: ignore[no-untyped-call]
    return _PLEKKEN.sub(lambda plek: _FIJN.sub(_op_een_honderdste, plek[0]), uit.getvalue()).encode()


class _Tekenaar(RendererSVG):
    """Draws what matplotlib draws, with words laid out once."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self._text2path = Zetter()


def _op_een_honderdste(getal: re.Match[str]) -> str:
    return f"{float(getal[0]):.2f}".rstrip("0").rstrip(".")
