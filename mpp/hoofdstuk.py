"""The one import of a chapter: everything a text may call, on the results `u` of the edition that it is a chapter of.

A process makes one chapter. Who starts it hands the results over with `gebruik`; a kernel of Quarto's gets nothing handed
over and computes those of its project.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from mpp.figuur import figuur as _figuur
from mpp.getal.woordenschat import WOORDEN, gebonden
from mpp.monitor.tabel import tabel_monitor as _tabel_monitor
from mpp.projectmap import Projectmap

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten

_MEER = {woord.__name__: woord for woord in (_figuur, _tabel_monitor)}
"""What a chapter may call beside the words of numbers: what stands above those in the house."""

__all__ = [*WOORDEN, *_MEER, "u"]  # noqa: F822

_gegeven: Uitkomsten | None = None


def gebruik(u: Uitkomsten | None) -> None:
    """From here on the chapter that this process makes speaks of `u`; of the results of its project when it is None."""
    global _gegeven
    _gegeven = u


def __getattr__(naam: str) -> Any:
    """A name of a chapter, bound to the results where it speaks of them."""
    if naam == "u":
        return _uitkomsten()
    if naam in _MEER:
        return partial(_MEER[naam], u=_uitkomsten())
    if naam not in WOORDEN:
        raise AttributeError(naam)
    return gebonden(naam, _uitkomsten)


def _uitkomsten() -> Uitkomsten:
    if _gegeven is not None:
        return _gegeven
    project = Projectmap.van_quarto()
    bestand = project.parameters.stat() if project.parameters.is_file() else None
    return _van(project, bestand and (bestand.st_mtime_ns, bestand.st_size))


@cache
def _van(project: Projectmap, stand: tuple[int, int] | None) -> Uitkomsten:
    """The results of `project`, once for each state of its file: Quarto may keep a kernel while the file changes."""
    return project.bereken()
