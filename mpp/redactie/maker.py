"""One document made for the screen, in a process of its own that knows nothing of an earlier version."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Event
from typing import Final

from mpp.problemen import Fout, Probleem, probleem
from mpp.projectmap import Projectmap

TIJD: Final = 180.0
"""Seconds after which making a document is broken off."""
_TEL: Final = 0.1
_PIXELS_PER_PUNT: Final = 1.6
_GELADEN: Final = (
    "jinja2",
    "matplotlib.backends.backend_svg",
    "matplotlib.figure",
    "mpp.productiemodel",
    "mpp.prognose",
    "mpp.uitkomsten",
    "numpy",
    "pypdfium2",
    "weasyprint",
)
"""What every version needs and does not change: loaded once, so that a version takes seconds."""


@dataclass(frozen=True)
class Uitslag:
    """A version of a document: its pages as PNG and its files by path, or what is wrong."""

    paginas: tuple[bytes, ...] = ()
    bestanden: Mapping[str, bytes] = field(default_factory=dict)
    problemen: tuple[Probleem, ...] = ()


def maak(document: str, project: Projectmap, stop: Event, tijd: float = TIJD) -> Uitslag:
    """The document of `project` as it stands in the files now.

    What is wrong comes back as problems, also when it takes longer than `tijd` seconds, breaks down or must `stop`.
    """
    kan = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver") if kan else multiprocessing.get_context("spawn")
    context.set_forkserver_preload(list(_GELADEN))
    hier, daar = context.Pipe(duplex=False)
    # No daemon: a daemon may not start the processes that the chapters run in.
    proces = context.Process(target=_werk, args=(daar, document, project), daemon=False)
    proces.start()
    daar.close()
    try:
        uitslag = _wacht(hier, stop, tijd)
    except EOFError:
        uitslag = _afgebroken("door een storing")
    finally:
        hier.close()
        _beeindig(proces)
    return uitslag


def _beeindig(proces: BaseProcess) -> None:
    """End a process and all that it started."""
    groep = getattr(os, "killpg", None)
    if proces.is_alive():
        with suppress(ProcessLookupError):  # it has no group of its own yet
            if groep is not None:
                groep(proces.pid, signal.SIGKILL)
        proces.kill()
    proces.join()
    proces.close()


def _wacht(pijp: Connection, stop: Event, tijd: float) -> Uitslag:
    eind = time.monotonic() + tijd
    while not pijp.poll(_TEL):
        if stop.is_set() or time.monotonic() > eind:
            return _afgebroken(f"na {tijd:g} seconden" if not stop.is_set() else "omdat u stopt")
    uitslag: Uitslag = pijp.recv()
    return uitslag


def _afgebroken(waardoor: str) -> Uitslag:
    return Uitslag(problemen=(probleem("voorvertoning-afgebroken", waardoor=waardoor),))


def _werk(pijp: Connection, document: str, project: Projectmap) -> None:
    if hasattr(os, "setsid"):
        os.setsid()  # a group of its own: `_beeindig` ends it whole, and Ctrl-C is for the server
    try:
        uitslag = _document(document, project)
    except Fout as fout:
        uitslag = Uitslag(problemen=tuple(fout.problemen))
    except Exception as fout:
        uitslag = Uitslag(problemen=(probleem("voorvertoning-onverwacht", soort=type(fout).__name__, melding=str(fout)),))
    pijp.send(uitslag)
    pijp.close()


def _document(document: str, project: Projectmap) -> Uitslag:
    from mpp.documenten.document import DOCUMENTEN, varianten
    from mpp.ronde.status import bepaal_status

    u = project.bereken()
    status = bepaal_status(u)
    if document == "rapportage":
        from mpp.documenten.rapportage import rapportage_html

        return Uitslag(bestanden=rapportage_html(u, status))
    gekozen = {**DOCUMENTEN, **varianten(project.wortel)}[document]
    if reden := gekozen.ontbreekt(u, status):
        raise Fout([probleem("document-ontbreekt", naam=document, reden=reden)])
    bestanden = gekozen.maker()(u, status.voor(beleidscontrole=gekozen.beleidscontrole))
    pdf = next((inhoud for pad, inhoud in bestanden.items() if pad.endswith(".pdf")), None)
    return Uitslag(() if pdf is None else paginas(pdf), bestanden)


def paginas(pdf: bytes) -> tuple[bytes, ...]:
    """The pages of `pdf` as PNG."""
    import io

    import pypdfium2

    uit = []
    for pagina in pypdfium2.PdfDocument(pdf):
        beeld = io.BytesIO()
        pagina.render(scale=_PIXELS_PER_PUNT).to_pil().save(beeld, "PNG")
        uit.append(beeld.getvalue())
    return tuple(uit)
