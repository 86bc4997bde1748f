"""The lock: `parameters.lock` says exactly from what an edition was made, and whether that still holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from mpp import __version__
from mpp.bronbestanden import GROEPEN, Groep, hashes, vingerafdruk
from mpp.parameters.schema import SCHEMA
from mpp.parameters.set import Parameterset

#: So many names are told of what changed.
_GENOEMD = 12

#: So many digits of a file's hash are kept: enough to say that it changed.
_CIJFERS = 16

_REDENEN = {
    "editie": "de editie is anders dan bij het vergrendelen",
    "staat": "de classificatie is anders dan bij het vergrendelen",
    "parameters": "de parameters zijn gewijzigd na het vergrendelen",
    "schema": "de schemaversie is anders dan bij het vergrendelen",
    "code": "de versie van mpp is anders dan bij het vergrendelen",
}
_REDENEN_BESTANDEN: Final[Mapping[Groep, str]] = {
    "programma": "het programma is gewijzigd na het vergrendelen",
    "omgeving": "de vastgelegde pakketversies zijn gewijzigd na het vergrendelen",
    "teksten": "de teksten of de opmaak zijn gewijzigd na het vergrendelen",
    "gegevens": "de eerdere edities of de terugblikken zijn gewijzigd na het vergrendelen",
    "varianten": "de varianten zijn gewijzigd na het vergrendelen",
}


def slotpad(ps: Parameterset) -> Path:
    """The lock of a parameter file stands beside it, with the extension .lock."""
    return ps.pad.with_suffix(".lock")


def inhoud(ps: Parameterset) -> dict[str, Any]:
    """What the lock records: edition and state, the parameters by hash, the versions, and every file the documents are made from.

    Of each group of files one hash in full, and a short one of each file, to tell which changed. The environment is what the
    pinned requirements say, not what this machine happens to have: the same lock holds on every machine that was set up
    from them.
    """
    return {
        "editie": ps.editie.titel,
        "staat": ps.editie.classificatie,
        "parameters": ps.hash,
        "waarden": ps.hashes,
        "schema": SCHEMA,
        "code": __version__,
        "bestanden": {groep: _groep(groep, ps.wortel) for groep in GROEPEN},
    }


def _groep(groep: Groep, wortel: Path) -> dict[str, Any]:
    alle = hashes(groep, wortel)
    return {"sha256": vingerafdruk(alle), "per_bestand": {naam: som[:_CIJFERS] for naam, som in alle.items()}}


def schrijf_slot(ps: Parameterset) -> Path:
    """Lock the parameters as they are now; gives the path of the lock."""
    pad = slotpad(ps)
    nieuw = pad.with_name(pad.name + ".nieuw")
    nieuw.write_text(json.dumps(inhoud(ps), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return nieuw.replace(pad)


class Redenen(NamedTuple):
    """Why the lock does not hold, in Dutch: for all documents, and for those of the variants besides."""

    alles: tuple[str, ...]
    varianten: tuple[str, ...] = ()


def controleer_slot(ps: Parameterset) -> Redenen:
    """Why the lock does not hold; both empty when it does.

    For the MPP the variants do not count: none of their numbers is in it, and they may be added after it was adopted.
    """
    pad = slotpad(ps)
    if not pad.is_file():
        return Redenen((f"er is geen {pad.name}; de parameters zijn niet vergrendeld",))
    try:
        vast = json.loads(pad.read_text(encoding="utf-8"))
    except ValueError:
        return Redenen((f"{pad.name} is onleesbaar",))
    nu = inhoud(ps)
    if not _zelfde_vorm(vast, nu):
        return Redenen((f"{pad.name} heeft niet de vorm van een slot van deze versie",))
    redenen = {sleutel: reden for sleutel, reden in _REDENEN.items() if vast[sleutel] != nu[sleutel]}
    if "parameters" in redenen:
        redenen["parameters"] += wat_anders(vast["waarden"], nu["waarden"])
    bestanden = dict(_bestanden(vast["bestanden"], nu["bestanden"]))
    varianten = bestanden.pop("varianten", None)
    return Redenen((*redenen.values(), *bestanden.values()), (varianten,) if varianten else ())


def _zelfde_vorm(vast: Any, nu: Mapping[str, Any]) -> bool:
    if not isinstance(vast, dict) or vast.keys() != nu.keys() or not isinstance(vast["waarden"], dict):
        return False
    groepen = vast["bestanden"]
    return isinstance(groepen, dict) and groepen.keys() == nu["bestanden"].keys() and all(map(_is_groep, groepen.values()))


def _is_groep(groep: Any) -> bool:
    return isinstance(groep, dict) and isinstance(groep.get("per_bestand"), dict)


def _bestanden(vast: Mapping[str, Any], nu: Mapping[str, Any]) -> Iterator[tuple[Groep, str]]:
    for groep, reden in _REDENEN_BESTANDEN.items():
        if vast[groep] != nu[groep]:
            yield groep, reden + wat_anders(vast[groep]["per_bestand"], nu[groep]["per_bestand"])


def wat_anders(vast: Mapping[str, str], nu: Mapping[str, str]) -> str:
    """Which parameters, realisations and sections, or which files differ, in words."""
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
