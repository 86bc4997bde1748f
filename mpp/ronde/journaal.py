"""The journal of an edition: every step it took, a line each, only ever added to."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal, get_args

from pydantic import Field, StrictInt, StrictStr, ValidationError

from mpp.lezen import Rij, lees
from mpp.padnamen import EDITIES
from mpp.parameters import Parameterset, slot
from mpp.parameters.akkoord import canonieke_hash
from mpp.parameters.schema import Record
from mpp.parameters.velden import Dag, Persoonsnaam, Reden, Tekst
from mpp.problemen import Fout, Probleem, probleem
from mpp.weergave.opmaak import datum as als_datum

Route = Literal["A", "B"]
"""How an edition goes to the Topberaad: A when every organisation agrees, else B."""
Staat = Literal["concept", "vastgesteld werkgroep", "vastgesteld Topberaad", "openbaar"]
STATEN: Final[tuple[Staat, ...]] = get_args(Staat)
VAST: Final = STATEN[2:]
"""The states of an edition that is adopted for good: only a correction changes it then."""
CORRECTIE: Final = "correctie"
HEROPEND: Final = "heropend"
HERZIEN: Final = "varianten herzien"
"""Variants that changed after the adoption: they are no part of the edition, and its version stays."""
_HERSTEL: Final[Mapping[str, str]] = {
    "concept": "vergrendel dan met mpp lock",
    STATEN[1]: "draai haar terug, of heropen de editie met mpp vaststellen concept",
    "vast": "draai haar terug, of leg haar vast met mpp correctie",
}
_HASH: Final = Field(pattern=r"^[0-9a-f]{64}$")
_KOP: Final = "# Het journaal van deze editie: elke stap een regel. mpp schrijft het; er komt alleen bij, er gaat niets af.\n"


class Journaalregel(Record):
    """One step: its number and date, by whom, the lock that it was taken on, and the hash of the line before it.

    A correction makes a `versie`; it and a reopening say why, and another step may.
    `route` is that of the step to the Topberaad; `niet_getoetst` is what was not looked at when the step was taken.
    `varianten` are the files of variants that were other or gone, since the edition was adopted, when the step was taken.
    """

    nummer: StrictInt
    datum: Dag
    stap: Literal["vastgesteld werkgroep", "vastgesteld Topberaad", "openbaar", "heropend", "correctie", "varianten herzien"]
    door: Persoonsnaam
    slot: Annotated[StrictStr, _HASH]
    vorige: Annotated[StrictStr, _HASH] | None = None
    versie: Tekst | None = None
    waarom: Reden | None = None
    route: Route | None = None
    niet_getoetst: tuple[Tekst, ...] = ()
    varianten: tuple[Tekst, ...] = ()

    @property
    def inhoud(self) -> Mapping[str, object]:
        """What stands on the line."""
        return self.model_dump(mode="json", exclude_defaults=True)

    @property
    def zin(self) -> str:
        """What the document of a variant says of the step in which its file changed."""
        reden = f": {self.waarom}" if self.waarom else ""
        return f"Herzien op {als_datum(self.datum)}{reden}" + "." * (not reden.endswith((".", "!", "?")))

    @property
    def hash(self) -> str:
        """SHA-256 of what stands on the line."""
        return canonieke_hash(self.inhoud)


@dataclass(frozen=True)
class Journaal:
    """The steps of an edition, in order."""

    regels: tuple[Journaalregel, ...] = ()

    @property
    def staat(self) -> Staat:
        """What the edition is after the last step; a correction leaves that as it was."""
        return _staat_na(self.regels)

    @property
    def is_vast(self) -> bool:
        """Whether the edition is adopted for good: only a correction changes it then."""
        return self.staat in VAST

    @property
    def laatste(self) -> Journaalregel | None:
        """The last step."""
        return self.regels[-1] if self.regels else None

    @property
    def sinds(self) -> datetime.date | None:
        """The day on which the edition came to be what it is: no correction and no other line after that step changes it."""
        regel = self.van(self.staat)
        return regel.datum if regel else None

    @property
    def slot(self) -> str | None:
        """The lock that was adopted, None while nothing is."""
        return self.regels[-1].slot if self.staat != "concept" else None

    @property
    def route(self) -> Route | None:
        """The route along which the edition went to the Topberaad, None while it did not."""
        stap = self.van(STATEN[2]) if self.is_vast else None
        return stap.route if stap else None

    @property
    def herstel(self) -> str:
        """What to do with a change that the lock does not know, as the end of a sentence."""
        return _HERSTEL["vast" if self.is_vast else self.staat]

    @property
    def versies(self) -> tuple[str, ...]:
        """The versions that corrections made, in order."""
        return tuple(regel.versie for regel in self.regels if regel.versie)

    def van(self, stap: str) -> Journaalregel | None:
        """The last line of this step."""
        return next((regel for regel in reversed(self.regels) if regel.stap == stap), None)


def eis_huidig(ps: Parameterset) -> None:
    """Raises Fout for an edition that was put away: it takes no step, is not locked anew and not corrected."""
    if ps.pad.parent.parent == ps.wortel / EDITIES:
        raise Fout([probleem("editie-weggelegd", bestand=ps.naam, editie=ps.editie.naam)])


def lees_journaal(ps: Parameterset) -> Journaal:
    """The journal beside the parameter file; empty when there is none.

    Raises Fout with each line that is not as it was written: changed, removed, out of order, of another form; the last line
    is held against the lock.
    """
    pad = slot.journaalpad(ps)
    if not pad.is_file():
        _eis_slot(ps, pad.name, None)
        return Journaal()
    boom = lees(pad, code="journaal-onleesbaar")
    if not isinstance(boom, Rij):
        raise Fout([probleem("journaal-onleesbaar", bestand=pad.name, regel=1, melding="het is geen lijst van regels")])
    regels: list[Journaalregel] = []
    for deel, plek in zip(boom, boom.regels, strict=True):
        if problemen := list(_problemen(deel, regels, weg(ps), pad.name, plek)):
            raise Fout(problemen)
        regels.append(Journaalregel.model_validate(deel))
    _eis_slot(ps, pad.name, boom.regels[-1] if regels else 1)
    return Journaal(tuple(regels))


def weg(ps: Parameterset) -> tuple[Staat, ...]:
    """The states that an edition of this kind goes through: a reconstruction is adopted by no one, and goes from concept to openbaar."""
    return (STATEN[0], STATEN[3]) if ps.editie.is_reconstructie else STATEN


def vul_aan(ps: Parameterset, regel: Journaalregel) -> None:
    """Add a line to the journal beside the parameter file, and lock the edition with it."""
    pad = slot.journaalpad(ps)
    eerder = pad.read_text(encoding="utf-8") if pad.is_file() else _KOP
    nieuw = pad.with_name(pad.name + ".nieuw")
    nieuw.write_text(f"{eerder.rstrip()}\n- {json.dumps(regel.inhoud, ensure_ascii=False)}\n", encoding="utf-8")
    nieuw.replace(pad)
    slot.schrijf_slot(ps)


def volgende(journaal: Journaal, ps: Parameterset, **inhoud: object) -> Journaalregel:
    """The line that comes after those of the journal, on the lock that the edition would have as it is now."""
    laatste = journaal.laatste
    kop = {"nummer": len(journaal.regels) + 1, "vorige": laatste and laatste.hash}
    varianten = slot.andere_varianten(ps) if journaal.is_vast else ()
    return Journaalregel.model_validate({**kop, "slot": slot.vingerafdruk_slot(slot.inhoud(ps)), "varianten": varianten, **inhoud})


def _problemen(deel: object, eerder: list[Journaalregel], staten: Sequence[Staat], naam: str, plek: int | None) -> Iterator[Probleem]:
    """What is wrong with one line, after those before it."""
    try:
        regel = Journaalregel.model_validate(deel)
    except ValidationError as fout:
        eerste = fout.errors()[0]
        veld = ".".join(map(str, eerste["loc"])) or "de regel"
        yield probleem("journaal-regel-onjuist", bestand=naam, regel=plek, veld=veld)
        return
    verwacht, laatste = len(eerder) + 1, eerder[-1] if eerder else None
    if regel.nummer != verwacht:
        yield probleem("journaal-volgorde", bestand=naam, regel=plek, nummer=regel.nummer, verwacht=verwacht)
    elif regel.vorige != (laatste and laatste.hash):
        yield probleem("journaal-gewijzigd", bestand=naam, regel=plek, nummer=regel.nummer, vorige=regel.nummer - 1)
    elif laatste and regel.datum < laatste.datum:
        yield probleem("journaal-datum", bestand=naam, regel=plek, datum=regel.datum, vorige=laatste.datum)
    elif regel.stap not in _mogelijk(_staat_na(eerder), staten):
        yield probleem("journaal-stap", bestand=naam, regel=plek, stap=regel.stap, staat=_staat_na(eerder))


def _eis_slot(ps: Parameterset, naam: str, plek: int | None) -> None:
    """The lock knows the journal as it was last written: a last line that was changed or taken away shows there only."""
    if slot.kent_ander_journaal(ps):
        raise Fout([probleem("journaal-anders-dan-slot", bestand=naam, regel=plek, slot=slot.slotpad(ps).name)])


def _staat_na(regels: Sequence[Journaalregel]) -> Staat:
    staat: Staat = "concept"
    for regel in regels:
        if regel.stap == HEROPEND:
            staat = "concept"
        elif regel.stap != CORRECTIE and regel.stap != HERZIEN:
            staat = regel.stap
    return staat


def _mogelijk(staat: Staat, staten: Sequence[Staat]) -> tuple[str, ...]:
    """The steps that may follow in an edition that goes through these states."""
    volgende = staten[staten.index(staat) + 1 : staten.index(staat) + 2]
    return (*volgende, *[HEROPEND] * (staat == STATEN[1]), *[CORRECTIE, HERZIEN] * (staat in VAST))
