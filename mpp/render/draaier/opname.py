"""What the code of a chapter read while it ran: the files, folders and modules that its text depends on.

Python tells of every file that is opened and every folder that is listed (audit events); whether a file is there it does
not tell, so those questions are watched here. What cannot be seen in this way, such as another process, the network, the
clock or a library that reads files by itself, makes the whole unknowable.
"""

from __future__ import annotations

import ast
import importlib.util
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import mpp

_BIBLIOTHEKEN: Final = {"IPython", "babel", "figures", "matplotlib", "mpl_toolkits", "mpp", "numpy", "pandas", "scipy"}
"""Libraries whose reading is seen, and our own code, on which every chapter depends."""
_ONKENBARE_MODULES: Final = {
    *("asyncio", "concurrent", "ctypes", "dbm", "ftplib", "http", "imaplib", "importlib", "mmap", "multiprocessing", "platform"),
    *("pkgutil", "random", "runpy", "secrets", "select", "shelve", "socket", "sqlite3", "subprocess", "time", "urllib", "uuid"),
}
_ONKENBARE_NAMEN: Final = {
    *("__import__", "argv", "compile", "default_rng", "environ", "environb", "eval", "exec", "getenv", "getlogin", "getpid"),
    *("import_module", "input", "monotonic", "now", "perf_counter", "random", "stdin", "time", "today", "urandom", "utcnow"),
}
_ONKENBARE_GEBEURTENISSEN: Final = (
    *("http.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system"),
    *("pty.", "socket.connect", "socket.getaddrinfo", "sqlite3.", "subprocess.", "urllib."),
)
_WIJZIGT: Final = ("os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate", "shutil.")
_SCHRIJFT: Final = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC
_NIET_GEVOLGD: Final = (".mpp-cache", "__pycache__", "dist-packages", "site-packages")
_MAP: Final = "map"

_luistert: Opname | None = None
_gehaakt = False


def vingerafdruk(pad: str, lijst: bool = False) -> str:
    """What is at `pad` now: the hash of a file, that of the names in a folder when `lijst`, "map" for another; empty for nothing."""
    try:
        if not os.path.isdir(pad):
            with open(pad, "rb") as bestand:
                return sha256(bestand.read()).hexdigest()
        if not lijst:
            return _MAP
        namen = sorted(naam for naam in os.listdir(pad) if naam not in _NIET_GEVOLGD)
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
        self._onkenbaar = False
        self._bezig = False
        self._vragen = {naam: getattr(os, naam) for naam in ("stat", "lstat", "access")}
        for naam, vraag in self._vragen.items():
            setattr(os, naam, self._met_notitie(vraag))
        _luistert = self
        if not _gehaakt:
            sys.addaudithook(_hoor)
            _gehaakt = True

    def code(self, bron: str) -> None:
        """Look at a piece of code that is about to run for what will not be seen while it does."""
        self._onkenbaar = self._onkenbaar or _is_onkenbaar(bron, self._is_eigen)

    def sluit(self) -> dict[str, str] | None:
        """Stop, and give what was read: what is at each path (see `vingerafdruk`); None when that cannot be known."""
        global _luistert
        _luistert = None
        for naam, vraag in self._vragen.items():
            setattr(os, naam, vraag)
        for pad in list(_eigen_modules()):
            if self._volgt(pad) and self._is_binnen(pad) and not self._is_binnen(pad, "figures"):
                self._noteer(pad)
                self.code(_lees(pad))
        return None if self._onkenbaar else self._gelezen

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
            if not self._volgt(pad):
                return
            self._onkenbaar = self._onkenbaar or schrijft
            naam = os.path.relpath(pad, self._wortel) if self._is_binnen(pad) else pad
            if lijst or naam not in self._gelezen:
                self._gelezen[naam] = vingerafdruk(pad, lijst)
        except (TypeError, ValueError):
            self._onkenbaar = True
        finally:
            self._bezig = False

    def _is_binnen(self, pad: str, map_: str = "") -> bool:
        wortel = os.path.join(self._wortel, map_).rstrip(os.sep)
        return pad == wortel or pad.startswith(wortel + os.sep)

    def _volgt(self, pad: str) -> bool:
        """Whether a path tells something of the chapter: no part of Python, of a library or of our own code, nor kept aside."""
        if any(deel in _NIET_GEVOLGD for deel in pad.split(os.sep)) or pad.startswith(_vast()):
            return False
        return self._is_binnen(pad) or not pad.startswith(_elders())

    def _is_eigen(self, module: str) -> bool:
        """Whether a module is one of the project."""
        map_ = os.path.join(self._wortel, module)
        return os.path.isfile(f"{map_}.py") or os.path.isdir(map_)


def _hoor(gebeurtenis: str, gegevens: tuple[Any, ...]) -> None:
    if _luistert is not None:
        _luistert.hoor(gebeurtenis, gegevens)


def _vast() -> tuple[str, ...]:
    """Where Python, the libraries and our own code are: every chapter depends on them already."""
    eigen = os.path.dirname(os.path.abspath(mpp.__file__))
    return tuple(map_ + os.sep for map_ in {eigen, sys.prefix, sys.base_prefix, os.path.dirname(os.__file__)})


def _elders() -> tuple[str, ...]:
    """Where the system and libraries keep what is theirs."""
    thuis = os.path.expanduser("~")
    eigen = (os.path.join(thuis, map_) for map_ in (".cache", ".config", ".ipython", ".matplotlib"))
    return tuple(map_ + os.sep for map_ in ("/proc", "/sys", "/dev", "/etc", tempfile.gettempdir(), *eigen))


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


def _is_onkenbaar(bron: str, is_eigen: Callable[[str], bool]) -> bool:
    """Whether code uses what gives another answer without a file having changed, or reads where it is not seen."""
    try:
        boom = ast.parse(bron)
    except (SyntaxError, ValueError):
        return True
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Import):
            modules = [naam.name.partition(".")[0] for naam in knoop.names]
        elif isinstance(knoop, ast.ImportFrom):
            modules = [] if knoop.level else [(knoop.module or "").partition(".")[0]]
        else:
            modules = []
        for module in modules:
            gezien = module in _BIBLIOTHEKEN or is_eigen(module) or module in sys.stdlib_module_names
            if not gezien or module in _ONKENBARE_MODULES:
                return True
        naam = knoop.id if isinstance(knoop, ast.Name) else knoop.attr if isinstance(knoop, ast.Attribute) else ""
        if naam in _ONKENBARE_NAMEN:
            return True
    return False
