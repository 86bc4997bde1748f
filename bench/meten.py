"""Measuring a command: how long it takes, and how much memory it and everything it starts use together."""

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
    """Seconds by the wall clock, peak of memory in MB, and what the command said."""

    seconden: float
    megabytes: float
    uitvoer: str


def meet(opdracht: Sequence[str], map_: Path) -> Meting:
    """Run a command in folder `map_`; memory is the sum of each process's proportional share, sampled (Linux).

    Raises CalledProcessError when the command fails.
    """
    begin = time.perf_counter()
    proces = subprocess.Popen(opdracht, cwd=map_, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    piek = _Piek(proces.pid)
    uitvoer, _ = proces.communicate()
    seconden = time.perf_counter() - begin
    megabytes = piek.stop()
    if proces.returncode:
        fout = subprocess.CalledProcessError(proces.returncode, opdracht)
        fout.add_note(uitvoer)
        raise fout
    return Meting(seconden, megabytes, uitvoer)


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
