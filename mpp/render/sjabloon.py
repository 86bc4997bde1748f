"""Filling the page templates in `sjablonen/`: sandboxed, strict, everything escaped unless it is HTML already."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment


def vul(sjabloon: str, /, **velden: object) -> str:
    """The template `sjabloon` filled with `velden`; a field that is missing raises jinja2.UndefinedError."""
    return _omgeving().get_template(sjabloon).render(velden) + "\n"


@cache
def _omgeving() -> SandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    lader = FileSystemLoader(Path(__file__).parent / "sjablonen")
    return SandboxedEnvironment(loader=lader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
