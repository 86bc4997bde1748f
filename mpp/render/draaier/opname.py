"""What the code of a chapter read while it ran: the files, folders and modules that its text depends on, and where it did.

Python tells of every file that is opened and every folder that is listed (audit events); whether a file is there it does
not tell, so those questions are watched here. What cannot be seen in this way, such as another process, the network, the
clock or a library that reads files by itself, makes the whole unknowable.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import FrameType
from typing import Any, Final

from mpp.problemen import Probleem, probleem
from mpp.render.draaier.onkenbaar import NETWERK, VERBORGEN, onkenbaar
from mpp.render.draaier.paden import TERZIJDE, is_doorgever, is_mee_vast, is_terzijde, is_van_het_systeem, is_vast

_ONKENBARE_GEBEURTENISSEN: Final = (
    *("http.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system"),
    *("pty.", "socket.connect", "socket.getaddrinfo", "sqlite3.", "subprocess.", "urllib."),
)
_VAN_HET_NETWERK: Final = ("http.", "socket.", "urllib.")
_WIJZIGT: Final = ("os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate", "shutil.")
_SCHRIJFT: Final = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC
_INVOER: Final = "<frozen importlib._bootstrap"
_MAP: Final = "map"

Plek = tuple[str, int]
"""A file of the project and a line in it."""

_luistert: Opname | None = None
_gehaakt = False


@dataclass(frozen=True)
class Opgenomen:
    """What was read: what is at each path (see `vingerafdruk`), None when that cannot be known; and what of it code asked for.

    `plaatsen` is where the code of the project first asked for a path in it, `bezwaren` what keeps the text from being made
    again elsewhere or later as it is now.
    """

    gelezen: dict[str, str] | None
    plaatsen: dict[str, Plek] = field(default_factory=dict)
    bezwaren: tuple[Probleem, ...] = ()


def vingerafdruk(pad: str, lijst: bool = False) -> str:
    """What is at `pad` now: the hash of a file, that of the names in a folder when `lijst`, "map" for another; empty for nothing."""
    try:
        if not os.path.isdir(pad):
            with open(pad, "rb") as bestand:
                return sha256(bestand.read()).hexdigest()
        if not lijst:
            return _MAP
        namen = sorted(naam for naam in os.listdir(pad) if naam not in TERZIJDE)
        return f"{_MAP}:{sha256(chr(0).join(namen).encode(errors='surrogateescape')).hexdigest()}"
    except (OSError, ValueError):
        return ""


class Opname:
    """Notes what is read in this process from its making until `sluit`; one at a time in a process.

    `wortel` is the project folder; paths in it are noted from there, others whole.
    """

    def __init__(self, wortel: Path) -> None:
        global _luistert, _gehaakt
        self._wortel = os.path.abspath(wortel)
        self._gelezen: dict[str, str] = {}
        self._plaatsen: dict[str, Plek] = {}
        self._bezwaren: dict[str, Probleem] = {}
        self._plekken: dict[str, Sequence[Plek]] = {}
        self._vooraf = frozenset(_eigen_modules())
        self._onkenbaar = False
        self._bezig = False
        self._vragen = {naam: getattr(os, naam) for naam in ("stat", "lstat", "access")}
        for naam, vraag in self._vragen.items():
            setattr(os, naam, self._met_notitie(vraag))
        _luistert = self
        if not _gehaakt:
            sys.addaudithook(_hoor)
            _gehaakt = True

    def code(self, bron: str, naam: str, plekken: Sequence[Plek]) -> None:
        """Look at a piece of code that is about to run for what will not be seen while it does.

        `naam` is the name that it is compiled under, `plekken` where each of its lines stands.
        """
        self._plekken[naam] = plekken
        self._bekijk(bron, plekken)

    def sluit(self) -> Opgenomen:
        """Stop, and give what was read."""
        global _luistert
        _luistert = None
        for naam, vraag in self._vragen.items():
            setattr(os, naam, vraag)
        for pad in list(_eigen_modules()):
            if self._is_code(pad) and not self._is_binnen(pad, "figures"):
                self._noteer(pad)
                self._bekijk_module(pad)
        return Opgenomen(None if self._onkenbaar else self._gelezen, self._plaatsen, tuple(self._bezwaren.values()))

    def hoor(self, gebeurtenis: str, gegevens: tuple[Any, ...]) -> None:
        """Note an audit event."""
        if self._bezig:
            return
        if gebeurtenis == "open":
            pad, wijze, vlaggen = gegevens
            schrijft = set(wijze) & set("wax+") if isinstance(wijze, str) else (vlaggen or 0) & _SCHRIJFT
            self._noteer(pad, schrijft=bool(schrijft))
        elif gebeurtenis in ("os.listdir", "os.scandir"):
            self._noteer("." if gegevens[0] is None else gegevens[0], lijst=True)
        elif gebeurtenis.startswith(_WIJZIGT):
            for pad in gegevens:
                if isinstance(pad, (str, bytes, os.PathLike)):
                    self._noteer(pad, schrijft=True)
        elif gebeurtenis.startswith(_ONKENBARE_GEBEURTENISSEN):
            self._onkenbaar = True
            if plek := self._plek(binnen=False):
                waarom = NETWERK if gebeurtenis.startswith(_VAN_HET_NETWERK) else VERBORGEN
                self._bezwaar("vast-onkenbaar", plek, wat=gebeurtenis.partition(".")[0], waarom=waarom)

    def _bekijk(self, bron: str, plekken: Sequence[Plek]) -> None:
        for regel, wat, waarom in onkenbaar(bron, self._is_eigen):
            self._onkenbaar = True
            self._bezwaar("vast-onkenbaar", plekken[min(regel, len(plekken)) - 1], wat=wat, waarom=waarom)

    def _bekijk_module(self, pad: str) -> None:
        """The same for a module of the project; what was loaded before the chapter began is not for its account."""
        bron, bestand = _lees(pad), self._naam(pad)
        if pad not in self._vooraf:
            self._bekijk(bron, [(bestand, i) for i in range(1, bron.count("\n") + 2)])
        elif onkenbaar(bron, self._is_eigen):
            self._onkenbaar = True

    def _bezwaar(self, code: str, plek: Plek, **gegevens: str) -> None:
        bezwaar = probleem(code, bestand=plek[0], regel=plek[1], **gegevens)
        self._bezwaren.setdefault(str(bezwaar), bezwaar)

    def _met_notitie(self, vraag: Callable[..., Any]) -> Callable[..., Any]:
        def met_notitie(pad: Any, *rest: Any, **opties: Any) -> Any:
            self._noteer(pad)
            return vraag(pad, *rest, **opties)

        return met_notitie

    def _noteer(self, pad: Any, lijst: bool = False, schrijft: bool = False) -> None:
        if isinstance(pad, int) or self._bezig:
            return
        self._bezig = True
        try:
            pad = os.path.abspath(os.fsdecode(pad))
            if pad.endswith(".pyc") and os.path.basename(os.path.dirname(pad)) == "__pycache__" and not schrijft:
                pad = importlib.util.source_from_cache(pad)
            if not schrijft:
                self._noem(pad, lijst)
            if not self._volgt(pad):
                return
            self._onkenbaar = self._onkenbaar or schrijft
            naam = self._naam(pad)
            if lijst or naam not in self._gelezen:
                self._gelezen[naam] = vingerafdruk(pad, lijst)
        except (TypeError, ValueError):
            self._onkenbaar = True
        finally:
            self._bezig = False

    def _noem(self, pad: str, lijst: bool) -> None:
        """Keep where the project's code asks for a path; for one outside the project that is an objection at once."""
        binnen = self._is_binnen(pad)
        if is_mee_vast(pad) or (not lijst and self._wortel.startswith(pad.rstrip(os.sep) + os.sep)):
            return
        if not (plek := self._plek(binnen=binnen, lijst=lijst)):
            return
        if binnen:
            self._plaatsen.setdefault(self._naam(pad) + os.sep * lijst, plek)
        else:
            self._bezwaar("vast-buiten", plek, pad=pad)

    def _plek(self, *, binnen: bool, lijst: bool = False) -> Plek | None:
        """The line of the project's code that asks for something now: the innermost one; None when it is a library's own idea.

        Within the project (`binnen`) it is never that. What the import of a module lists is of no account.
        """
        frame: FrameType | None = sys._getframe(2)
        while frame is not None:
            bestand = frame.f_code.co_filename
            if bestand in self._plekken:
                plekken = self._plekken[bestand]
                return plekken[min(frame.f_lineno, len(plekken)) - 1]
            if os.path.isabs(bestand) and bestand not in self._vooraf and self._is_code(bestand):
                return self._naam(bestand), frame.f_lineno
            if lijst and bestand.startswith(_INVOER):
                return None
            if not binnen and not is_doorgever(bestand):
                return None
            frame = frame.f_back
        return None

    def _naam(self, pad: str) -> str:
        return os.path.relpath(pad, self._wortel) if self._is_binnen(pad) else pad

    def _is_binnen(self, pad: str, map_: str = "") -> bool:
        wortel = os.path.join(self._wortel, map_).rstrip(os.sep)
        return pad == wortel or pad.startswith(wortel + os.sep)

    def _is_code(self, pad: str) -> bool:
        """Whether a path is one of the project's own, the program left out."""
        return self._is_binnen(pad) and self._volgt(pad)

    def _volgt(self, pad: str) -> bool:
        """Whether a path tells something of the chapter: no part of Python, of a library or of our own code, nor kept aside."""
        if is_terzijde(pad) or is_vast(pad):
            return False
        return self._is_binnen(pad) or not is_van_het_systeem(pad)

    def _is_eigen(self, module: str) -> bool:
        """Whether a module is one of the project."""
        map_ = os.path.join(self._wortel, module)
        return os.path.isfile(f"{map_}.py") or os.path.isdir(map_)


def _hoor(gebeurtenis: str, gegevens: tuple[Any, ...]) -> None:
    if _luistert is not None:
        _luistert.hoor(gebeurtenis, gegevens)


def _eigen_modules() -> Iterator[str]:
    """The source of every module that is loaded."""
    for module in list(sys.modules.values()):
        pad = getattr(module, "__file__", None)
        if isinstance(pad, str) and pad.endswith(".py"):
            yield os.path.abspath(pad)


def _lees(pad: str) -> str:
    try:
        return Path(pad).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return "?"  # no Python: not to be known
