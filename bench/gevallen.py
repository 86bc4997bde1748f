"""What is measured: each case a command, what it may take, and what must be so before it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mpp.bewaarmap import MAP as CACHE

_BOEK = """
from mpp.documenten.rapportage import rapportage_html
from mpp.ronde.status import bepaal_status
from mpp.projectmap import Projectmap
u = Projectmap.hier().bereken()
rapportage_html(u, bepaal_status(u.ps))
"""

_MODEL = """
import time
from mpp.projectmap import Projectmap
from mpp.uitkomsten import bereken
ps = Projectmap.hier().laad()
bereken(ps)
begin = time.perf_counter()
bereken(ps, trekkingen={trekkingen})
print(time.perf_counter() - begin)
"""


@dataclass(frozen=True)
class Geval:
    """`binnen`: the command prints the seconds itself, without what it takes to start."""

    naam: str
    argumenten: tuple[str, ...]
    seconden: float
    megabytes: float | None = None
    vooraf: Callable[[Path], None] = lambda project: None
    binnen: bool = False


def _koud(project: Path) -> None:
    shutil.rmtree(project / CACHE, ignore_errors=True)


def _een_hoofdstuk_anders(project: Path) -> None:
    hoofdstuk = sorted((project / "chapters").glob("*.qmd"))[0]
    hoofdstuk.write_text(hoofdstuk.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")


GEVALLEN = (
    Geval("whole package, cold", ("-m", "mpp", "package", "--output", "_output"), 20, 1500, _koud),
    Geval("HTML of the book, cold", ("-c", _BOEK), 5, None, _koud),
    Geval("HTML of the book, one chapter changed", ("-c", _BOEK), 2.5, None, _een_hoofdstuk_anders),
    Geval("model, three scenarios", ("-c", _MODEL.format(trekkingen=0)), 0.2, 200, binnen=True),
    Geval("model, 10,000 draws with all ranges", ("-c", _MODEL.format(trekkingen=10_000)), 2, 600, binnen=True),
)
