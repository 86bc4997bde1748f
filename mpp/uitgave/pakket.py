"""The package: all documents of an edition in one folder, with a manifest, and the same as one zip."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mpp.projectmap import projectmap
from mpp.uitgave import manifest
from mpp.uitgave.documenten import kies
from mpp.uitgave.plaatsen import plaats
from mpp.uitgave.samenstellen import stel_samen
from mpp.uitgave.voortgang import Stil, Voortgang

if TYPE_CHECKING:
    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten


def maak_pakket(u: Uitkomsten, status: Status, doel: Path, voortgang: Voortgang | None = None) -> Path:
    """Make the package of the edition in folder `doel`; gives the path of the package's own folder.

    Raises Fout with every problem in the documents; then what was in `doel` has not changed.
    """
    voortgang = voortgang or Stil()
    bestanden = stel_samen(kies(), u, status, voortgang)
    voortgang.begin("pakket")
    bestanden[manifest.NAAM] = manifest.manifest(u.ps, status, bestanden, projectmap())
    naam = status.bestandsnaam(pakketnaam(u))
    in_map = {f"{naam}/{pad}": bestanden[pad] for pad in sorted(bestanden)}
    plaats({**in_map, f"{naam}.zip": inpakken(in_map, u.editie.vastgesteld)}, doel)
    voortgang.klaar("pakket")
    return doel / naam


def pakketnaam(u: Uitkomsten) -> str:
    """What the package of this edition is called, as in mpp-2023-1."""
    return f"mpp-{u.editie.id}"


def inpakken(bestanden: Mapping[str, bytes], datum: datetime.date) -> bytes:
    """The files as a zip, in the order given and all dated `datum`: the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zip_:
        for pad, inhoud in bestanden.items():
            info = zipfile.ZipInfo(pad, (datum.year, datum.month, datum.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            zip_.writestr(info, inhoud)
    return buffer.getvalue()
