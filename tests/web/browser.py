"""Debian's Chromium and axe-core, for tests that look at a page as a reader gets it; without them a test is skipped, with the reason."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

MODULES = Path(__file__).parent / "node_modules"
REGELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def axe_bron() -> str:
    """The source of axe-core."""
    bron = MODULES / "axe-core/axe.min.js"
    if not bron.exists():
        pytest.skip("niet getoetst: axe-core ontbreekt (npm ci in tests/web)")
    return bron.read_text(encoding="utf-8")


def gebreken(pagina: Any, axe: str) -> tuple[list[tuple[str, list[str]]], int]:
    """What axe finds on the page, with the first places, and how many of its rules the page passes."""
    pagina.evaluate(axe)
    uitslag = pagina.evaluate(f"axe.run(document, {{runOnly: {list(REGELS)}}})")
    return [(g["id"], [plek["html"][:120] for plek in g["nodes"][:3]]) for g in uitslag["violations"]], len(uitslag["passes"])


@contextmanager
def chromium() -> Iterator[Any]:
    """An open browser.

    Playwright keeps an event loop running until it is closed, and other tests start one of their own.
    """
    programma = shutil.which("chromium")
    if programma is None:
        pytest.skip("niet getoetst: chromium ontbreekt")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        geopend = playwright.chromium.launch(executable_path=programma, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield geopend
        geopend.close()
