"""Verifying a package: made again from what its manifest names, in a folder of its own, and compared byte by byte."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from mpp import manifest
from mpp.bronbestanden import Groep, bronbestanden
from mpp.inpakken import ONLEESBAAR
from mpp.parameters.slot import wat_anders
from mpp.problemen import Fout, Probleem, probleem
from mpp.problemen.waarom import Onbruikbaar, waarom_niet
from mpp.projectmap import Projectmap
from mpp.ronde.status import bepaal_status
from mpp.uitgave.onderscheid import eerste_verschil
from mpp.uitgave.pakket import ingepakt, inhoud_van
from mpp.uitgave.voortgang import Stil, Voortgang

if TYPE_CHECKING:
    from mpp.ronde.status import Status

_GROEPEN: Final[tuple[Groep, ...]] = ("teksten", "gegevens", "varianten")
_INVOER: Final = {
    "parameters": "de parameters zijn",
    "code": "het programma is",
    "teksten": "de teksten of de opmaak zijn",
    "gegevens": "de akkoorden, de eerdere edities, de terugblikken of de correcties zijn",
    "varianten": "de varianten zijn",
}
_STATUS: Final = frozenset({"concept", "gewijzigd", "redenen", "classificatie", "route", "zonder_akkoord", "staat"})
_LEESBAAR: Final = (".html", ".pdf", ".docx", ".xlsx", ".csv", ".md", ".json", ".svg")
"""In this order a difference is looked for: where it can be told best first."""


@dataclass(frozen=True)
class Pakket:
    """A package as it was handed over: what it is called, its files by path, and the zip that it came in."""

    naam: str
    bestanden: Mapping[str, bytes]
    zip: bytes | None

    @property
    def manifest(self) -> Any:
        """What it says of itself."""
        return json.loads(self.bestanden[manifest.NAAM])


@dataclass(frozen=True)
class Verificatie:
    """How many files are the same, and in words what is another here though it made no difference."""

    bestanden: int
    invoer: tuple[str, ...]


def verifieer(pad: Path, project: Projectmap, voortgang: Voortgang | None = None) -> Verificatie:
    """Make the package `pad` (a folder or a zip) again from the sources of `project`, and compare every byte.

    Raises Fout when it is no package, and when a byte differs: with the first place where, how many files differ, each file that
    is not what its own manifest says, and all that is another here than when it was made.
    """
    voortgang = voortgang or Stil()
    gegeven = _lees(pad)
    with tempfile.TemporaryDirectory(prefix="mpp-") as map_:
        elders = _kopie(project, Path(map_).resolve())
        u = elders.bereken()
        hier = bepaal_status(u)
        toen, soort = _status_van(gegeven, hier), gegeven.manifest["soort"]
        nieuw = _uitgepakt(ingepakt(soort, inhoud_van(soort, u, toen, voortgang), u, toen))
    invoer = tuple(_andere_invoer(gegeven.manifest, nieuw.manifest))
    problemen = [*_verschil(gegeven, nieuw), *_andere_staat(gegeven, toen, hier)]
    if problemen:
        gewijzigd = (probleem("verify-gewijzigd", bestand=gegeven.naam, pad=naam, wat=wat) for naam, wat in _anders_dan_manifest(gegeven))
        anders = (probleem("verify-invoer", bestand=gegeven.naam, wat=wat) for wat in invoer)
        raise Fout([*problemen, *gewijzigd, *anders])
    return Verificatie(len(nieuw.bestanden), invoer)


def _status_van(gegeven: Pakket, hier: Status) -> Status:
    """The state in which the package says that it was made: in that it is made again."""
    editie, status = gegeven.manifest["editie"], gegeven.manifest["status"]
    return replace(
        hier,
        concept=status["concept"],
        gewijzigd=status["gewijzigd"],
        redenen=tuple(status["redenen"]),
        classificatie=status["classificatie"],
        route=status["route"],
        zonder_akkoord=tuple(status["zonder_akkoord"]),
        redenen_varianten=(),
        staat=status["staat"],
        versie="" if editie["versie"] == editie["id"] else editie["versie"],
    )


def _andere_staat(gegeven: Pakket, toen: Status, hier: Status) -> Iterator[Probleem]:
    """That the edition is not in the state that the package says, by its lock and its journal here."""
    hier = hier.voor(beleidscontrole=gegeven.manifest["soort"] == "beleidscontrole")
    staten = [" · ".join((*status.merken, f"route {status.route}")) for status in (toen, hier)]
    if staten[0] != staten[1] or toen.versie != hier.versie:
        redenen = "; ".join(hier.redenen) or "volgens het journaal"
        versies = [f"versie {status.versie or gegeven.manifest['editie']['id']}" for status in (toen, hier)]
        toen_, hier_ = (f"{staat}, {versie}" for staat, versie in zip(staten, versies, strict=True))
        yield probleem("verify-staat", bestand=gegeven.naam, toen=toen_, hier=hier_, redenen=redenen)


def _lees(pad: Path) -> Pakket:
    """The package in a folder or in a zip. Raises Fout when it is none."""
    try:
        if pad.is_dir():
            bestanden = {deel.relative_to(pad).as_posix(): deel.read_bytes() for deel in sorted(pad.rglob("*")) if deel.is_file()}
            pakket = Pakket(pad.name, bestanden, None)
        else:
            pakket = _uitgepakt({pad.name: pad.read_bytes()})
        m = pakket.manifest
        genoemd = m["soort"] in manifest.SOORTEN and [deel["pad"] for deel in m["bestanden"]]
        if not genoemd or not m["status"].keys() >= _STATUS or not m["editie"].keys() >= {"id", "versie"}:
            raise Onbruikbaar("het manifest is niet dat van een pakket van deze versie van mpp")
    except KeyError:
        raise Fout(
            [probleem("verify-onleesbaar", pad=pad.as_posix(), reden=f"er is geen {manifest.NAAM} in, of daarin ontbreekt iets")]
        ) from None
    except (*ONLEESBAAR, TypeError, AttributeError) as fout:
        reden = "het manifest heeft een andere vorm" if isinstance(fout, (TypeError, AttributeError)) else waarom_niet(fout)
        raise Fout([probleem("verify-onleesbaar", pad=pad.as_posix(), reden=reden)]) from None
    return pakket


def _uitgepakt(bestanden: Mapping[str, bytes]) -> Pakket:
    """The package of which the zip is among these files."""
    (zip_,) = (inhoud for pad, inhoud in bestanden.items() if pad.endswith(".zip"))
    with zipfile.ZipFile(io.BytesIO(zip_)) as ingepakt_:
        alles = {naam: ingepakt_.read(naam) for naam in ingepakt_.namelist() if not naam.endswith("/")}
    namen = {PurePosixPath(pad).parts[0] for pad in alles}
    naam = namen.pop() if len(namen) == 1 else ""
    return Pakket(naam, {pad.removeprefix(f"{naam}/"): inhoud for pad, inhoud in alles.items()}, zip_)


def _kopie(project: Projectmap, map_: Path) -> Projectmap:
    """The sources of the project in another folder, and nothing else: what is not locked, and what was made before, is not there."""
    naast = project.parameters.parent
    bestanden = {naam: pad for groep in _GROEPEN for naam, pad in bronbestanden(groep, project.wortel, project.parameters).items()}
    bestanden |= {pad.name: pad for soort in ("*.yml", "*.lock") for pad in naast.glob(soort) if pad.is_file()}
    for naam, pad in bestanden.items():
        (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(pad, map_ / naam)
    return Projectmap(map_, map_ / project.parameters.name)


def _andere_invoer(toen: Any, nu: Any) -> Iterator[str]:
    """What is another here than the manifest says, in words: edition, state, input, code, environment."""
    for veld, wat in (("naam", "de editie"), ("vastgesteld", "de dag van vaststelling"), ("peildatum", "de peildatum")):
        if toen["editie"].get(veld) != nu["editie"][veld]:
            yield f"{wat} is hier {nu['editie'][veld]}, in het pakket {toen['editie'].get(veld)}"
    for sleutel, wat in _INVOER.items():
        hier, daar = nu.get(sleutel, {}), toen.get(sleutel, {})
        if hier.get("sha256") != daar.get("sha256"):
            yield f"{wat} hier anders{wat_anders(daar.get('onderdelen', {}), hier.get('onderdelen', {}))}"
    yield from _andere_omgeving(toen.get("omgeving", {}), nu["omgeving"])


def _andere_omgeving(toen: Mapping[str, Any], nu: Mapping[str, Any]) -> Iterator[str]:
    if toen.get("python") != nu["python"]:
        yield f"Python is hier {nu['python']}, in het pakket {toen.get('python')}"
    for sleutel, wat in (("pakketten", "het Python-pakket"), ("systeembibliotheken", "de systeembibliotheek")):
        hier, daar = nu[sleutel], toen.get(sleutel, {})
        for naam in sorted(hier.keys() | daar.keys()):
            if hier.get(naam) != daar.get(naam):
                yield f"{wat} {naam} is hier {hier.get(naam, 'er niet')}, in het pakket {daar.get(naam, 'er niet')}"


def _anders_dan_manifest(pakket: Pakket) -> Iterator[tuple[str, str]]:
    """The files that are not what the manifest of the package says: they were changed after it was made."""
    genoemd = {deel["pad"]: deel["sha256"] for deel in pakket.manifest["bestanden"]}
    for pad in sorted(genoemd.keys() | (pakket.bestanden.keys() - {manifest.NAAM})):
        if pad not in pakket.bestanden:
            yield pad, "ontbreekt"
        elif pad not in genoemd:
            yield pad, "hoort er niet bij"
        elif hashlib.sha256(pakket.bestanden[pad]).hexdigest() != genoemd[pad]:
            yield pad, "is na het maken gewijzigd"


def _verschil(gegeven: Pakket, nieuw: Pakket) -> Iterator[Probleem]:
    """The first place where a package is not what was made anew; nothing when it is, to the byte."""
    oud, nu = gegeven.bestanden, nieuw.bestanden
    if anders := sorted((pad for pad in oud.keys() | nu.keys() if oud.get(pad) != nu.get(pad)), key=_leesorde):
        waar = eerste_verschil(anders[0], oud.get(anders[0]), nu.get(anders[0]))
        aantallen = {"aantal": len(anders), "alle": len(oud.keys() | nu.keys())}
        yield probleem("verify-anders", bestand=gegeven.naam, pad=anders[0], waar=waar, **aantallen)
    elif gegeven.zip not in (None, nieuw.zip):
        yield probleem("verify-zip", bestand=gegeven.naam)


def _leesorde(pad: str) -> tuple[bool, int, str]:
    soort = PurePosixPath(pad).suffix
    return pad == manifest.NAAM, _LEESBAAR.index(soort) if soort in _LEESBAAR else len(_LEESBAAR), pad
