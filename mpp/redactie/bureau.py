"""What lies on the desk: the last good version, the problems of the newest, and who is looking."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from mpp.redactie.maker import Uitslag

NIET_GEVOLGD = ("mpp", "tests")
"""A save makes a new version anywhere in the project but here, in hidden folders and in folders of what was made (`_output`)."""


class Bureau:
    """Makes a document again whenever it must, one version at a time, and tells who is looking.

    `maak` gives a version and breaks off when its event is set; a version with problems leaves the last good one in its
    place.
    """

    def __init__(self, document: str, maak: Callable[[threading.Event], Uitslag]):
        self.document, self._maak = document, maak
        self.goed = Uitslag()
        self.problemen: tuple[dict[str, str], ...] = ()
        self.versie = 0
        self.bezig = False
        self._nodig = asyncio.Event()
        self._kijkers: set[asyncio.Event] = set()
        self._dicht = threading.Event()
        self._nodig.set()

    def stand(self) -> dict[str, object]:
        """What the browser shows: version, whether a new one is being made, number of pages, problems."""
        web = sorted(pad for pad in self.goed.bestanden if pad.endswith(".html"))
        begin = next((pad for pad in web if pad.endswith("/index.html")), web[0] if web else "")
        return {
            "document": self.document,
            "versie": self.versie,
            "bezig": self.bezig,
            "paginas": len(self.goed.paginas),
            "web": begin,
            "problemen": self.problemen,
        }

    def vernieuw(self) -> None:
        """Ask for a new version; asked for while one is being made, it follows that one."""
        self._nodig.set()

    async def werk(self) -> None:
        """Make versions for as long as the desk is open."""
        while True:
            await self._nodig.wait()
            self._nodig.clear()
            self.bezig = True
            self._meld()
            uitslag = await asyncio.to_thread(self._maak, self._dicht)
            self.problemen = tuple(
                {"plaats": p.plaats, "wat": p.wat, "oorzaak": p.oorzaak, "remedie": p.remedie} for p in uitslag.problemen
            )
            if not uitslag.problemen:
                self.goed = uitslag
            self.versie += 1
            self.bezig = False
            self._meld()

    async def volg(self, map_: Path) -> None:
        """Ask for a new version at every save in the project folder `map_`."""
        mappen = [pad for pad in sorted(map_.iterdir()) if pad.is_dir() and pad.name[0] not in "._" and pad.name not in NIET_GEVOLGD]
        await asyncio.gather(self._volg(map_, recursive=False), self._volg(*mappen, recursive=True))

    async def _volg(self, *paden: Path, recursive: bool) -> None:
        from watchfiles import awatch

        if paden:
            async for wijzigingen in awatch(*paden, recursive=recursive, step=50, debounce=300):
                if any(_telt(Path(pad)) for _, pad in wijzigingen):
                    self.vernieuw()

    async def nieuws(self) -> AsyncIterator[int]:
        """The version number, now and at every change, until the desk closes."""
        kijker = asyncio.Event()
        kijker.set()
        self._kijkers.add(kijker)
        try:
            while not self._dicht.is_set():
                await kijker.wait()
                kijker.clear()
                yield self.versie
        finally:
            self._kijkers.discard(kijker)

    def sluit(self) -> None:
        """Break off what is being made and send away who is looking."""
        self._dicht.set()
        self._meld()

    def _meld(self) -> None:
        for kijker in self._kijkers:
            kijker.set()

    @asynccontextmanager
    async def open(self, map_: Path) -> AsyncIterator[None]:
        """The desk at work, until it is left."""
        taken = [asyncio.create_task(self.werk()), asyncio.create_task(self.volg(map_))]
        try:
            yield
        finally:
            self.sluit()
            for taak in taken:
                taak.cancel()
            await asyncio.gather(*taken, return_exceptions=True)


def _telt(pad: Path) -> bool:
    """Whether a change is that of a file an author may save: not of a folder, nor of a file that is hidden."""
    return bool(pad.suffix) and not pad.name.startswith(".") and not pad.is_dir()
