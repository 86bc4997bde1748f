"""`python -m bench [RUNS]`: the table of time, medians of RUNS runs (3 unless told), and of memory, of one run more."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from bench import lineair
from bench.gevallen import GEVALLEN, Geval
from bench.meten import meet, meet_geheugen
from bench.naast_pysd import verslag
from mpp.projectmap import Projectmap

_NIET_MEE = shutil.ignore_patterns(".*", "_output", "_quarto", "__pycache__", "parameters.lock")


def main() -> None:
    """Measure every case in a copy of the project and print the table."""
    keren = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(f"{'':40} {'seconds':>8} {'at most':>8} {'MB':>8} {'at most':>8}")
    with tempfile.TemporaryDirectory(prefix="mpp-bench-") as tijdelijk:
        project = Path(tijdelijk) / "project"
        shutil.copytree(Projectmap.hier().wortel, project, ignore=_NIET_MEE)
        for geval in GEVALLEN:
            seconden, megabytes = median(_seconden(geval, project) for _ in range(keren)), _megabytes(geval, project)
            grens = f"{geval.megabytes:8.0f}" if geval.megabytes else f"{'':8}"
            print(f"{geval.naam:40} {seconden:8.2f} {geval.seconden:8.2f} {megabytes:8.0f} {grens}", flush=True)
    print(lineair.verslag(keren), flush=True)
    print(verslag())


def _seconden(geval: Geval, project: Path) -> float:
    geval.vooraf(project)
    meting = meet([sys.executable, *geval.argumenten], project)
    return float(meting.uitvoer) if geval.binnen else meting.seconden


def _megabytes(geval: Geval, project: Path) -> float:
    geval.vooraf(project)
    return meet_geheugen([sys.executable, *geval.argumenten], project)


main()
