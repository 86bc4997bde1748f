"""Packing files into one zip that is the same everywhere."""

from __future__ import annotations

import datetime
import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from mpp.padnamen import eis_paden

ONLEESBAAR: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What reading a zip ends with that is none, or is damaged, cut off, locked or packed in a way that is not ours."""


def inpakken(bestanden: Mapping[str, bytes], datum: datetime.date) -> bytes:
    """The files as a zip, in the order given and all dated `datum`: the same files give the same bytes.

    Raises Fout for a path that would lead out of the folder in which the zip is unpacked, or is no name on some machine.
    """
    eis_paden(bestanden)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zip_:
        for pad, inhoud in bestanden.items():
            info = zipfile.ZipInfo(pad, (datum.year, datum.month, datum.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            zip_.writestr(info, inhoud)
    return buffer.getvalue()
