"""The folder of a project with what was made before: it saves time, and a document never hangs on it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

MAP: Final = ".mpp-cache"


def leg_weg(pad: Path, inhoud: bytes) -> None:
    """Put `inhoud` in place of what the file `pad` held, whole or not at all; a folder that cannot be used is let be."""
    tijdelijk = pad.with_name(f"{pad.name}.{os.getpid()}")
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(pad)
    except OSError:
        haal_weg(tijdelijk)


def haal_weg(pad: Path) -> None:
    """Take the file away, if it is there and can be taken away."""
    with suppress(OSError):
        pad.unlink(missing_ok=True)
