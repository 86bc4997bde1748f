"""Measuring a command: how long it takes, or how much memory it and everything it starts use together.

Not both in one run: looking at the memory of a process holds it up, the book for half a second.
"""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_TUSSENPOOS = 0.05


@dataclass(frozen=True)
class Meting:
    """Seconds by the wall clock, and what the command said."""

    seconden: float
    uitvoer: str


def meet(opdracht: Sequence[str], map_: Path) -> Meting:
    """Run a command in folder `map_`; raises CalledProcessError when it fails."""
    begin = time.perf_counter()
    uitvoer = _wacht(_start(opdracht, map_))
    return Meting(time.perf_counter() - begin, uitvoer)


def meet_geheugen(opdracht: Sequence[str], map_: Path) -> float:
    """Run a command in folder `map_`; gives the peak in MB of the sum of each process's proportional share, sampled (Linux).

    Raises CalledProcessError when the command fails.
    """
    proces = _start(opdracht, map_)
    piek = _Piek(proces.pid)
    try:
        _wacht(proces)
    finally:
        megabytes = piek.stop()
    return megabytes


def _start(opdracht: Sequence[str], map_: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(opdracht, cwd=map_, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def _wacht(proces: subprocess.Popen[str]) -> str:
    uitvoer, _ = proces.communicate()
    if proces.returncode:
        fout = subprocess.CalledProcessError(proces.returncode, proces.args)
        fout.add_note(uitvoer)
        raise fout
    return uitvoer


class _Piek:
    def __init__(self, pid: int) -> None:
        self._pid, self._kilobytes, self._klaar = pid, 0, threading.Event()
        self._draad = threading.Thread(target=self._volg)
        self._draad.start()

    def _volg(self) -> None:
        while not self._klaar.wait(_TUSSENPOOS):
            self._kilobytes = max(self._kilobytes, sum(map(_aandeel, _boom(self._pid))))

    def stop(self) -> float:
        self._klaar.set()
        self._draad.join()
        return self._kilobytes / 1024


def _boom(pid: int) -> Iterator[int]:
    """The process and all that it started."""
    yield pid
    for taak in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for kind in taak.read_text().split():
                yield from _boom(int(kind))


def _aandeel(pid: int) -> int:
    """The proportional set size of a process in kB; 0 when it has just ended."""
    with suppress(OSError):
        for regel in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if regel.startswith("Pss:"):
                return int(regel.split()[1])
    return 0
