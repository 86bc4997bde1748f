"""`python -m tests.perturbatie [FILE]`: every sentence that does not hold once the parameters are others, by file and line."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.perturbatie.verslag import doe, verslag

if __name__ == "__main__":
    vondsten, mislukt = doe(Path.cwd())
    tekst = verslag(vondsten, mislukt)
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(tekst, encoding="utf-8")
    print(tekst)
    sys.exit(2 if vondsten or mislukt else 0)
