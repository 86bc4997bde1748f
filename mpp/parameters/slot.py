"""The lock: `parameters.lock` says exactly from what an edition was made, and whether that still holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from mpp import __version__
from mpp.parameters.schema import SCHEMA
from mpp.parameters.set import Parameterset
from mpp.projectmap import projectmap

_PAKKET = Path(__file__).resolve().parent.parent
_REKENKAMERS = ("prognose", "productiemodel", "uitkomsten")

#: The folders beside the parameters from which numbers come into the documents.
GEGEVENS: Final = ("edities", "toetsing")

#: So many names are told of what changed.
_GENOEMD = 12

_REDENEN = {
    "editie": "de editie is anders dan bij het vergrendelen",
    "staat": "de classificatie is anders dan bij het vergrendelen",
    "parameters": "de parameters zijn gewijzigd na het vergrendelen",
    "gegevens": "de eerdere edities of de terugblikken zijn gewijzigd na het vergrendelen",
    "schema": "de schemaversie is anders dan bij het vergrendelen",
    "code": "de versie van mpp is anders dan bij het vergrendelen",
    "model": "het rekenmodel is gewijzigd na het vergrendelen",
    "omgeving": "de vastgelegde pakketversies zijn gewijzigd na het vergrendelen",
    "lettertypen": "de lettertypen zijn gewijzigd na het vergrendelen",
}


def slotpad(ps: Parameterset) -> Path:
    """The lock of a parameter file stands beside it, with the extension .lock."""
    return ps.pad.with_suffix(".lock")


def inhoud(ps: Parameterset) -> dict[str, Any]:
    """What the lock records: edition and state, and by version or hash its parameters, data, schema, code, model, environment and fonts.

    The data are what else gives the documents numbers: the earlier editions and the looks back. The variants are not
    in it, for none of their numbers is in the MPP; nor are the texts, for they hold no numbers. The environment is
    what the pinned requirements say, not what this machine happens to have: the same lock holds on every machine that
    was set up from them.
    """
    return {
        "editie": ps.editie.titel,
        "staat": ps.editie.classificatie,
        "parameters": ps.hash,
        "waarden": ps.hashes,
        "gegevens": _hash(_gegevens(projectmap()), projectmap()),
        "schema": SCHEMA,
        "code": __version__,
        "model": _hash_code(p for kamer in _REKENKAMERS for p in (_PAKKET / kamer).rglob("*") if p.suffix in (".py", ".yml")),
        "omgeving": _hash_code([_PAKKET.parent / "requirements.txt"]),
        "lettertypen": _hash_code((_PAKKET / "render" / "lettertypen").glob("*/IBMPlexSans-*")),
    }


def schrijf_slot(ps: Parameterset) -> Path:
    """Lock the parameters as they are now; gives the path of the lock."""
    pad = slotpad(ps)
    nieuw = pad.with_name(pad.name + ".nieuw")
    nieuw.write_text(json.dumps(inhoud(ps), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return nieuw.replace(pad)


def controleer_slot(ps: Parameterset) -> list[str]:
    """Why the lock does not hold, in Dutch; an empty list when it does."""
    pad = slotpad(ps)
    if not pad.is_file():
        return [f"er is geen {pad.name}; de parameters zijn niet vergrendeld"]
    try:
        vast = json.loads(pad.read_text(encoding="utf-8"))
    except ValueError:
        return [f"{pad.name} is onleesbaar"]
    nu = inhoud(ps)
    if not isinstance(vast, dict) or vast.keys() != nu.keys():
        return [f"{pad.name} heeft niet de vorm van een slot van deze versie"]
    redenen = {sleutel: reden for sleutel, reden in _REDENEN.items() if vast[sleutel] != nu[sleutel]}
    if "parameters" in redenen:
        redenen["parameters"] += _wat(vast["waarden"], nu["waarden"])
    return list(redenen.values())


def _wat(vast: Mapping[str, str], nu: Mapping[str, str]) -> str:
    """Which parameters, realisations and sections differ, in words."""
    delen = {
        "anders": [naam for naam in nu if naam in vast and vast[naam] != nu[naam]],
        "nieuw": [naam for naam in nu if naam not in vast],
        "verwijderd": [naam for naam in vast if naam not in nu],
    }
    return "".join(f"; {wat}: {_opgesomd(namen)}" for wat, namen in delen.items() if namen)


def _opgesomd(namen: Sequence[str]) -> str:
    """The names, only the first of a long list."""
    rest = len(namen) - _GENOEMD
    return ", ".join(namen) if rest <= 1 else f"{', '.join(namen[:_GENOEMD])} en {rest} andere"


def _gegevens(wortel: Path) -> list[Path]:
    return [pad for map_ in GEGEVENS for pad in (wortel / map_).rglob("*.yml")]


def _hash_code(paden: Iterable[Path]) -> str:
    """The hash of files of the program; raises FileNotFoundError when there is none."""
    bestanden = list(paden)
    if not bestanden:
        raise FileNotFoundError("there is nothing to lock here")
    return _hash(bestanden, _PAKKET.parent)


def _hash(paden: Iterable[Path], wortel: Path) -> str:
    """One SHA-256 over the files by content and path from `wortel`."""
    som = hashlib.sha256()
    for pad in sorted(paden):
        som.update(pad.relative_to(wortel).as_posix().encode() + b"\0" + pad.read_bytes() + b"\0")
    return som.hexdigest()
