"""What a file is and may be called: a name that means the same on every machine and never leads out of its folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from mpp.problemen import Fout, Probleem, probleem

PARAMETERS: Final = "parameters.yml"
"""The parameter file of a project, and of each earlier edition in its folder."""
EDITIES: Final = "edities"
"""The folder of a project with its earlier editions."""
AGENDA: Final = "topberaad/agenda.yml"
"""Which documents go to the Topberaad, and under which numbers."""
MONITOR: Final = "monitor"
"""The folder of a project with the layout of the monitor, its texts and the realisations that ship with the edition."""
REALISATIES: Final = "realisaties.csv"
"""What those are called, there and in the folder of an edition that was put away."""
NAAMDEEL: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""The closed form of a name that becomes part of the name of a file: the id of an edition, the name of a variant."""

_LANGST: Final = 255
_GERESERVEERD: Final = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE)
_NERGENS_GOED: Final = re.compile(r'[<>:"|?*\\]')
_ONZICHTBAAR: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def is_naamdeel(naam: str) -> bool:
    """Whether `naam` has the closed form: lower case letters, digits and hyphens between them."""
    return NAAMDEEL.fullmatch(naam) is not None


def eis_paden(paden: Iterable[str]) -> None:
    """Hold the relative paths of the files of one folder against what every machine can hold, within that folder.

    Raises Fout with each path that is absolute, goes up, names a drive or a device, has a part that is empty, too long or
    not to be written somewhere, or differs from another by case or composition only, or is a file and a folder at once.
    """
    lijst = list(paden)
    problemen = [_probleem(pad, reden) for pad in lijst for reden in _bezwaren(pad)]
    if problemen := problemen or list(_botsingen(lijst)):
        raise Fout(problemen)


def _bezwaren(pad: str) -> Iterator[str]:
    """What is wrong with one path, the first thing only."""
    for deel in pad.split("/"):
        if reden := _bezwaar(deel):
            yield "zij is leeg" if not pad else "zij begint bij de wortel van de schijf" if pad.startswith("/") else reden
            return


def _bezwaar(deel: str) -> str:
    if not deel:
        return "een deel is leeg"
    if deel in (".", ".."):
        return "zij verwijst naar een andere map"
    if teken := _NERGENS_GOED.search(deel):
        return f"het teken {teken[0]} mag niet in elke bestandsnaam"
    if any(unicodedata.category(teken) in _ONZICHTBAAR for teken in deel):
        return "er staat een onzichtbaar teken in"
    if deel != deel.strip() or deel.endswith("."):
        return "een deel begint of eindigt met een spatie of eindigt met een punt"
    if _GERESERVEERD.fullmatch(deel):
        return f"{deel} is op sommige computers de naam van een apparaat"
    return "zij is te lang" if len(deel.encode()) > _LANGST else ""


def _botsingen(paden: Iterable[str]) -> Iterator[Probleem]:
    """Paths that are one and the same where case or composition does not count, and files that are a folder of another."""
    gezien: dict[str, tuple[str, bool]] = {}
    for pad in paden:
        delen = pad.split("/")
        for diepte in range(1, len(delen) + 1):
            stuk, is_bestand = "/".join(delen[:diepte]), diepte == len(delen)
            eerder, was_bestand = gezien.setdefault(_gelijk(stuk), (stuk, is_bestand))
            if eerder != stuk:
                yield _probleem(pad, f"zij verschilt alleen in hoofdletters of schrijfwijze van {eerder}")
                break
            if is_bestand != was_bestand:
                yield _probleem(pad, f"{eerder} is ook de naam van een {'bestand' if was_bestand else 'map'}")
                break


def _gelijk(pad: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", pad).casefold())


def _probleem(pad: str, reden: str) -> Probleem:
    getoond = pad.encode("unicode_escape").decode() if not pad.isprintable() else pad
    return probleem("uitvoer-naam", pad=getoond or "(leeg)", reden=reden)


def naast(parameters: Path, naam: str) -> Path:
    """Where a piece of the edition in the file `parameters` stands (its consents, journal, corrections): beside that file.

    It has its own name beside parameters.yml, and beside another file the name of that file before it (ander.akkoorden.yml), so that
    two files in one folder share nothing.
    """
    return parameters.with_name(naam if parameters.stem == "parameters" else f"{parameters.stem}.{naam}")


def bestandsnaam(pad: Path, wortel: Path) -> str:
    """What a file is called in messages: its path from the folder of the project, or only its name where it stands elsewhere.

    A relative `pad` is named as it is.
    """
    if not pad.is_absolute():
        return pad.as_posix()
    return pad.relative_to(wortel).as_posix() if pad.is_relative_to(wortel) else pad.name
