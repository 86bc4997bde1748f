"""The environment that made an edition: everything whose version may show in its bytes."""

from __future__ import annotations

import ctypes
import platform
import re
import zlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_WORTEL = Path(__file__).resolve().parents[1]
_VASTGEZET = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)[ \t]*\\?$", re.MULTILINE)
ONBEKEND = "niet vastgesteld"


def pakketten() -> dict[str, str]:
    """The installed version of every package in requirements.txt."""
    return {naam: _versie(naam) for naam in _vastgezet()}


def anders_dan_vastgezet() -> dict[str, tuple[str, str]]:
    """The packages of which another version is installed than requirements.txt pins, or none: what is here, and what is pinned."""
    return {naam: (hier, vast) for naam, vast in _vastgezet().items() if (hier := _versie(naam)) != vast}


def _vastgezet() -> dict[str, str]:
    """The version that requirements.txt pins of each package; a pin under a condition is of no account."""
    return dict(_VASTGEZET.findall((_WORTEL / "requirements.txt").read_text(encoding="utf-8")))


def systeembibliotheken() -> dict[str, str]:
    """The versions of the system libraries that shape text and compress files."""
    return {
        "fontconfig": _fontconfig(),
        "harfbuzz": _tekst("libharfbuzz.so.0", "hb_version_string"),
        "pango": _tekst("libpango-1.0.so.0", "pango_version_string"),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }


def omgeving() -> dict[str, object]:
    """Python, packages and system libraries by version."""
    return {"python": platform.python_version(), "pakketten": pakketten(), "systeembibliotheken": systeembibliotheken()}


@cache
def _versie(naam: str) -> str:
    try:
        return version(naam)
    except PackageNotFoundError:
        return ONBEKEND


def _tekst(bibliotheek: str, functie: str) -> str:
    """What a C function without arguments says: a version as text."""
    try:
        roep = ctypes.CDLL(bibliotheek)[functie]
    except OSError:
        return ONBEKEND
    roep.restype = ctypes.c_char_p
    tekst: bytes = roep()
    return tekst.decode()


def _fontconfig() -> str:
    """Fontconfig gives its version as one number, 21401 for 2.14.1."""
    try:
        nummer = ctypes.CDLL("libfontconfig.so.1").FcGetVersion()
    except OSError:
        return ONBEKEND
    return f"{nummer // 10000}.{nummer // 100 % 100}.{nummer % 100}"
