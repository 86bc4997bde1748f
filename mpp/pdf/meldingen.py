"""Every warning of WeasyPrint is a problem: a missing image, an unknown property, a sign the letter does not have."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mpp.problemen import Probleem, probleem

_LANGST = 160

# WeasyPrint's message template -> our problem and the name of its first argument.
_BEKEND = {
    'Image "%s" has no required alt description': ("pdf-afbeelding-zonder-alt", "bron"),
    "Failed to load image at %r: %s": ("pdf-afbeelding-onleesbaar", "bron"),
    "Font-face %r cannot be loaded": ("pdf-lettertype-ontbreekt", "familie"),
    "No anchor #%s for internal URI reference": ("pdf-anker-onbekend", "anker"),
    "Anchor defined twice: %r": ("pdf-anker-dubbel", "anker"),
    '.notdef glyph rendered for Unicode string unsupported by fonts: "%s" (U+%04X)': ("pdf-teken-ontbreekt", "teken"),
}


_ONBEKEND = ("pdf-waarschuwing", "melding")


class _Verzamelaar(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problemen: dict[tuple[str, str], Probleem] = {}

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg) in _BEKEND and isinstance(record.args, tuple):
            (code, veld), tekst = _BEKEND[str(record.msg)], str(record.args[0])
        else:
            (code, veld), tekst = _ONBEKEND, record.getMessage().rstrip(".")
        gegevens: dict[str, Any] = {veld: _kort(tekst)}
        self.problemen.setdefault((code, tekst), probleem(code, **gegevens))


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _LANGST else f"{tekst[:_LANGST]}…"


@contextmanager
def luister() -> Iterator[dict[tuple[str, str], Probleem]]:
    """Collect WeasyPrint's warnings and errors as problems, each once."""
    logger = logging.getLogger("weasyprint")
    verzamelaar = _Verzamelaar()
    logger.addHandler(verzamelaar)
    try:
        yield verzamelaar.problemen
    finally:
        logger.removeHandler(verzamelaar)
