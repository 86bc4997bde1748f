"""The sample as a website in a folder, and the browser that opens it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from mpp import lettertypen, stijl
from tests.pdf import voorbeeld
from tests.web.browser import MODULES, axe_bron, chromium

HIER = Path(__file__).parent


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The folder of a small website: two pages, style sheets, letters."""
    map_ = tmp_path_factory.mktemp("site")
    paginas = {f"{naam}.html": voorbeeld.pagina().encode() for naam in ("instroom", "opvang", "index")}
    for pad, inhoud in {**stijl.bestanden(), **lettertypen.voor_web(), **paginas}.items():
        (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / pad).write_bytes(inhoud)
    return map_


@pytest.fixture(scope="session")
def axe() -> str:
    return axe_bron()


@pytest.fixture(scope="session")
def html_validate():
    """Runs html-validate on files and gives its report; skips with the reason when it is not installed."""
    programma = MODULES / ".bin/html-validate"
    if not programma.exists() or shutil.which("node") is None:
        pytest.skip("niet getoetst: html-validate ontbreekt (npm ci in tests/web)")

    def loop(*paden: Path) -> str:
        opdracht = [str(programma), "--config", str(HIER / ".htmlvalidate.json"), "--formatter", "text", *map(str, paden)]
        uitvoer = subprocess.run(opdracht, capture_output=True, text=True, check=False, cwd=HIER)
        return uitvoer.stdout + uitvoer.stderr

    return loop


@pytest.fixture(scope="package")
def browser() -> Iterator:
    with chromium() as geopend:
        yield geopend
