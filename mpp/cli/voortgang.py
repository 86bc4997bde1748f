"""Showing progress: a list that fills itself on a terminal, a plain line a step elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.live import Live

    from mpp.uitgave.voortgang import Voortgang


@contextmanager
def voortgang() -> Iterator[Voortgang]:
    """Progress on standard error, in the way that fits it."""
    if not sys.stderr.isatty():
        yield _Regels()
        return
    from rich.console import Console
    from rich.live import Live

    # No refreshing thread: documents are made in forked processes, and a fork copies the locks of threads.
    with Live(console=Console(stderr=True, highlight=False), auto_refresh=False) as live:
        yield _Lijst(live)


class _Regels:
    """A line for each step that is done."""

    def __init__(self) -> None:
        self._begonnen: dict[str, float] = {}

    def begin(self, stap: str) -> None:
        """Remember when."""
        self._begonnen[stap] = time.perf_counter()

    def klaar(self, stap: str) -> None:
        """Tell how long it took."""
        print(f"{stap} klaar ({_duur(self._begonnen[stap])})", file=sys.stderr, flush=True)


class _Lijst:
    """All steps under each other, those under way marked."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._begonnen: dict[str, float] = {}
        self._regels: dict[str, str] = {}

    def begin(self, stap: str) -> None:
        """Add the step."""
        self._begonnen[stap] = time.perf_counter()
        self._toon(stap, f"[dim]… {stap}[/]")

    def klaar(self, stap: str) -> None:
        """Tick the step off."""
        self._toon(stap, f"[green]✓[/] {stap} [dim]{_duur(self._begonnen[stap])}[/]")

    def _toon(self, stap: str, regel: str) -> None:
        self._regels[stap] = regel
        self._live.update("\n".join(self._regels.values()), refresh=True)


def _duur(begin: float) -> str:
    return f"{time.perf_counter() - begin:.1f} s".replace(".", ",")
