"""Filling a template: sandboxed, strict, everything escaped in HTML unless it is HTML already."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mpp.problemen import Fout, probleem
from mpp.weergave.opmaak import datum

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment


def vul(pad: Path, /, *, bondig: bool = False, **velden: object) -> str:
    """The template `pad` filled with `velden`; with `bondig` a tag that stands on a line of its own leaves no line.

    Raises Fout when the template cannot be read or asks for what is not given, with its line.
    """
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        return _omgeving(pad.parent, bondig).get_template(pad.name).render(velden)
    except TemplateError as fout:
        regel = fout.lineno if isinstance(fout, TemplateSyntaxError) else None
        naam = f"{pad.parent.name}/{pad.name}"
        raise Fout([probleem("opmaak-fout", bestand=naam, regel=regel, melding=fout.message or "onbekend")]) from None


@cache
def _omgeving(map_: Path, bondig: bool) -> SandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    omgeving = SandboxedEnvironment(
        loader=FileSystemLoader(map_),
        autoescape=lambda naam: ".html." in (naam or ""),
        undefined=StrictUndefined,
        trim_blocks=bondig,
        lstrip_blocks=bondig,
        keep_trailing_newline=bondig,
    )
    omgeving.filters["datum"] = datum
    return omgeving
