"""The file in which a form comes back: opened, or refused with what it is instead."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any, Final

from mpp.problemen import Fout, Probleem, probleem
from mpp.problemen.waarom import waarom_niet

#: No form is larger, packed or unpacked.
_GROOTSTE, _GROOTSTE_UITGEPAKT = 10_000_000, 200_000_000
_TE_GROOT: Final = "het bestand is te groot voor een formulier"
#: So many files of a folder are told of.
_GENOEMD: Final = 6
#: What the file is called that Excel or LibreOffice leaves beside a workbook while it is open.
_OPEN_IN_OFFICE: Final = re.compile(r"(?:~\$|\.~lock\.)(.+?)#?")
_OUD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


def open_werkboek(pad: Path) -> Any:
    """The workbook in the file `pad`. Raises Fout that says why there is none."""
    from openpyxl import load_workbook

    if bezwaar_ := _geen_bestand(pad):
        raise Fout([bezwaar_])
    try:
        if pad.stat().st_size > _GROOTSTE:
            raise Fout([onleesbaar(pad, _TE_GROOT)])
        with zipfile.ZipFile(pad) as zip_:
            if sum(deel.file_size for deel in zip_.infolist()) > _GROOTSTE_UITGEPAKT:
                raise Fout([onleesbaar(pad, _TE_GROOT)])
        return load_workbook(pad)
    except Fout:
        raise
    except OSError as fout:
        raise Fout([onleesbaar(pad, f"het bestand is niet te openen ({waarom_niet(fout)})")]) from None
    except Exception:  # whatever openpyxl meets in a file that is no workbook
        raise Fout([onleesbaar(pad, _wat_het_is(pad))]) from None


def _geen_bestand(pad: Path) -> Probleem | None:
    """That there is no file, or one that only says that another is open in a spreadsheet; with the forms that do stand there."""
    bestand, map_ = pad.as_posix(), pad if pad.is_dir() else pad.parent
    erbij = sorted(ander.name for ander in map_.glob("*.xlsx") if ander.is_file() and not _OPEN_IN_OFFICE.match(ander.name))
    staat_er = f"in {map_.as_posix()} staat: {', '.join(erbij[:_GENOEMD])}" if erbij else f"in {map_.as_posix()} staat geen .xlsx"
    if pad.is_dir():
        return probleem("formulier-map", bestand=bestand, staat_er=staat_er)
    if van := _OPEN_IN_OFFICE.fullmatch(pad.name):
        ander = next((naam for naam in erbij if naam.endswith(van[1])), van[1])
        return probleem("formulier-open-in-office", bestand=bestand, ander=pad.with_name(ander).as_posix())
    return None if pad.exists() else probleem("formulier-ontbreekt", bestand=bestand, staat_er=staat_er)


def _wat_het_is(pad: Path) -> str:
    """What a file is that is no workbook, as far as its first bytes tell."""
    begin = pad.read_bytes()[:100]
    if not begin:
        return "het bestand is leeg"
    if begin.startswith(_OUD_OFFICE):
        return "het is een .xls, of een werkboek met een wachtwoord"
    if b"opendocument.spreadsheet" in begin:
        return "het is een .ods"
    return "het is geen leesbaar werkboek (.xlsx)"


def onleesbaar(pad: Path, reden: str) -> Probleem:
    """That a file is no form, and why."""
    return probleem("formulier-onleesbaar", bestand=pad.as_posix(), reden=reden)
