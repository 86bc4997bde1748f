"""The lock: `parameters.lock` says exactly from what an edition was made, and whether that still holds."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from mpp import __version__
from mpp.bronbestanden import GROEPEN, Groep, vastgelegd
from mpp.padnamen import naast
from mpp.parameters.akkoord import canonieke_hash
from mpp.parameters.schema import SCHEMA, Reeks
from mpp.parameters.set import Parameterset

#: So many names are told of what changed.
_GENOEMD = 12

#: A list of numbers, which stands on one line.
_LIJST: Final = re.compile(r"\[[^\[\]{}\"]*\]")

_REDENEN = {
    "editie": "de editie is anders dan bij het vergrendelen",
    "staat": "de classificatie is anders dan bij het vergrendelen",
    "vastgesteld": "de dag van vaststelling is anders dan bij het vergrendelen",
    "parameters": "de parameters zijn gewijzigd na het vergrendelen",
    "schema": "de schemaversie is anders dan bij het vergrendelen",
    "code": "de versie van mpp is anders dan bij het vergrendelen",
}
_REDENEN_BESTANDEN: Final[Mapping[Groep, str]] = {
    "programma": "het programma is gewijzigd na het vergrendelen",
    "omgeving": "de vastgelegde pakketversies zijn gewijzigd na het vergrendelen",
    "teksten": "de teksten of de opmaak zijn gewijzigd na het vergrendelen",
    "gegevens": "de akkoorden, de eerdere edities, de terugblikken of de correcties zijn gewijzigd na het vergrendelen",
    "varianten": "de varianten zijn gewijzigd na het vergrendelen",
}


def slotpad(ps: Parameterset) -> Path:
    """The lock of a parameter file stands beside it, with the extension .lock."""
    return ps.pad.with_suffix(".lock")


def journaalpad(ps: Parameterset) -> Path:
    """The journal of an edition stands beside its parameter file."""
    return naast(ps.pad, "journaal.yml")


def inhoud(ps: Parameterset) -> dict[str, Any]:
    """What the lock records: edition and state, the parameters by hash, the versions, and every file the documents are made from.

    The numbers themselves are kept too, and the prognosis, so that a correction can say what they and the outcomes were; and the
    journal as it stands by hash.
    Of each group of files one hash in full, and a short one of each file, to tell which changed. The environment is what the
    pinned requirements say, not what this machine happens to have: the same lock holds on every machine that was set up
    from them.
    """
    return {
        "editie": ps.editie.titel,
        "staat": ps.editie.classificatie,
        "vastgesteld": ps.editie.vastgesteld.isoformat(),
        "parameters": ps.hash,
        "waarden": ps.hashes,
        "schema": SCHEMA,
        "code": __version__,
        "bestanden": {groep: vastgelegd(groep, ps.wortel, ps.pad) for groep in GROEPEN},
        "journaal": _hash_van(journaalpad(ps)),
        "cijfers": {naam: _cijfers(reeks) for naam, reeks in ps.reeksen.items()},
        "prognose": ps.prognose,
    }


def _hash_van(pad: Path) -> str:
    return hashlib.sha256(pad.read_bytes()).hexdigest() if pad.is_file() else ""


def _cijfers(reeks: Reeks) -> dict[str, list[float]]:
    """The numbers of a series by period: the value, and its range where it has one."""
    return {periode: [w.waarde, w.onderkant, w.bovenkant] if w.heeft_band else [w.waarde] for periode, w in reeks.waarden.items()}


def vingerafdruk_slot(vast: Mapping[str, Any]) -> str:
    """One SHA-256 over what is adopted: all that a lock records but the journal itself, and the variants, which are no part of it."""
    vastgesteld = {sleutel: deel for sleutel, deel in vast.items() if sleutel != "journaal"}
    vastgesteld["bestanden"] = {groep: deel for groep, deel in vast["bestanden"].items() if groep != "varianten"}
    return canonieke_hash(vastgesteld)


def lees_slot(ps: Parameterset) -> dict[str, Any] | None:
    """What the lock beside the parameter file records; None when there is none, or none of this form."""
    try:
        vast = json.loads(slotpad(ps).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return vast if _is_slot(vast) else None


def is_ander_slot(ps: Parameterset, vingerafdruk: str) -> bool:
    """Whether the lock beside the parameter file is another than that with this fingerprint."""
    vast = lees_slot(ps)
    return vast is not None and vingerafdruk_slot(vast) != vingerafdruk


def kent_ander_journaal(ps: Parameterset) -> bool:
    """Whether there is a lock, and it was made with another journal than stands there now."""
    vast = lees_slot(ps)
    return vast is not None and vast["journaal"] != _hash_van(journaalpad(ps))


def schrijf_slot(ps: Parameterset) -> Path:
    """Lock the parameters as they are now; gives the path of the lock."""
    pad = slotpad(ps)
    nieuw = pad.with_name(pad.name + ".nieuw")
    tekst = json.dumps(inhoud(ps), indent=2, ensure_ascii=False)
    nieuw.write_text(_LIJST.sub(lambda lijst: " ".join(lijst[0].split()), tekst) + "\n", encoding="utf-8")
    return nieuw.replace(pad)


def andere_varianten(ps: Parameterset) -> tuple[str, ...]:
    """The files of variants that are other than the lock has them, or gone; one that came besides changes nothing that was made."""
    vast = lees_slot(ps)
    toen = vast["bestanden"]["varianten"]["onderdelen"] if vast else {}
    nu = vastgelegd("varianten", ps.wortel, ps.pad)["onderdelen"]
    return tuple(naam for naam, hash in toen.items() if nu.get(naam) != hash)


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
    if (vast := lees_slot(ps)) is None:
        return Redenen((f"{pad.name} is geen slot van deze versie van mpp",))
    return verschil(vast, inhoud(ps))


def verschil(vast: Mapping[str, Any], nu: Mapping[str, Any]) -> Redenen:
    """What differs between what a lock recorded and what it would record now."""
    redenen = {sleutel: reden for sleutel, reden in _REDENEN.items() if vast[sleutel] != nu[sleutel]}
    if "parameters" in redenen:
        redenen["parameters"] += wat_anders(vast["waarden"], nu["waarden"])
    bestanden = dict(_bestanden(vast["bestanden"], nu["bestanden"]))
    varianten = bestanden.pop("varianten", None)
    return Redenen((*redenen.values(), *bestanden.values()), (varianten,) if varianten else ())


_SLEUTELS: Final = frozenset([*_REDENEN, "waarden", "bestanden", "journaal", "cijfers", "prognose"])


def _is_slot(vast: Any) -> bool:
    if not isinstance(vast, dict) or vast.keys() != _SLEUTELS:
        return False
    groepen = vast["bestanden"]
    delen = (vast["waarden"], vast["cijfers"], groepen)
    return all(isinstance(deel, dict) for deel in delen) and groepen.keys() == set(GROEPEN) and all(map(_is_groep, groepen.values()))


def _is_groep(groep: Any) -> bool:
    return isinstance(groep, dict) and isinstance(groep.get("onderdelen"), dict)


def _bestanden(vast: Mapping[str, Any], nu: Mapping[str, Any]) -> Iterator[tuple[Groep, str]]:
    for groep, reden in _REDENEN_BESTANDEN.items():
        if vast[groep] != nu[groep]:
            yield groep, reden + wat_anders(vast[groep]["onderdelen"], nu[groep]["onderdelen"])


def wat_anders(vast: Mapping[str, str], nu: Mapping[str, str]) -> str:
    """Which parameters, realisations and sections, or which files differ, in words."""
    delen = {
        "anders": [naam for naam in nu if naam in vast and vast[naam] != nu[naam]],
        "nieuw": [naam for naam in nu if naam not in vast],
        "verwijderd": [naam for naam in vast if naam not in nu],
    }
    return "".join(f"; {wat}: {opgesomd(namen)}" for wat, namen in delen.items() if namen)


def opgesomd(namen: Sequence[str]) -> str:
    """The names, only the first of a long list."""
    rest = len(namen) - _GENOEMD
    return ", ".join(namen) if rest <= 1 else f"{', '.join(namen[:_GENOEMD])} en {rest} andere"
