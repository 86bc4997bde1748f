"""Why a file could not be read or written, in the words of the reader and not in those of the system."""

from __future__ import annotations

import csv
import errno
import json
import zipfile
import zlib
from typing import Final

_SYSTEEM: Final = {
    errno.ENOENT: "er is niets op die plaats",
    errno.EACCES: "het mag niet van het systeem",
    errno.EPERM: "het mag niet van het systeem",
    errno.EROFS: "daar mag niet worden geschreven",
    errno.ENOSPC: "de schijf is vol",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "het is een map",
    errno.EEXIST: "er staat al iets met die naam",
    errno.ENOTEMPTY: "de map is niet leeg",
    errno.ENAMETOOLONG: "de naam is te lang",
}


class Onbruikbaar(ValueError):
    """What is in a file cannot be used; says so in the words of the reader."""


def waarom_niet(fout: Exception) -> str:
    """The reason that an exception stands for, as it ends a sentence: never in the words of the library that met it."""
    match fout:
        case Onbruikbaar():
            return str(fout)
        case OSError(errno=nummer) if nummer is not None:
            return _SYSTEEM.get(nummer, f"het systeem weigert het (fout {nummer})")
        case json.JSONDecodeError():
            return f"het manifest is geen JSON (regel {fout.lineno})"
        case UnicodeDecodeError():
            return "er staat iets in dat geen tekst is"
        case zipfile.BadZipFile() | zlib.error() | EOFError():
            return "het is geen zip, of hij is beschadigd"
        case NotImplementedError() | RuntimeError():
            return "de zip is versleuteld, of ingepakt op een manier die hier niet te lezen is"
        case csv.Error():
            return "een aanhalingsteken staat verkeerd of wordt niet gesloten"
        case SyntaxError():
            return "een deel ervan is geen XML"
        case LookupError() | AttributeError():
            return "er ontbreekt een deel"
        case _:
            return "het is beschadigd, of van een andere soort dan de naam zegt"
