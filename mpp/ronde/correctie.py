"""A correction of an adopted edition, or an addendum to it: what, why and when, with what changed as the lock tells it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import Field, StrictInt, ValidationError

from mpp.lezen import lees, regel_van
from mpp.padnamen import bestandsnaam, naast
from mpp.parameters import slot
from mpp.parameters.dagen import als_periode
from mpp.parameters.schema import Record
from mpp.parameters.slot import opgesomd
from mpp.parameters.velden import Dag, Persoonsnaam, Reden, Tekst
from mpp.problemen import Fout, probleem
from mpp.ronde.cijfer import Cijfer
from mpp.ronde.journaal import CORRECTIE, Journaal, eis_huidig, lees_journaal, volgende, vul_aan
from mpp.ronde.staat import toets_dag, toets_opgave
from mpp.weergave.opmaak import datum

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.ronde.gevolgen import Gevolgen

Soort = Literal["correctie", "addendum"]
_KOP: Final = "# Geschreven door mpp correctie; niet met de hand wijzigen.\n"


class Correctie(Record):
    """What a version corrects: in words, and computed: values, other parts of the parameter file by name, files by path.

    `uitkomsten` are the outcomes that moved most, and `andere` how many others did; None where that could not be computed.
    """

    versie: Tekst
    soort: Soort
    datum: Dag
    door: Persoonsnaam
    wat: Reden
    waarom: Reden
    cijfers: tuple[Cijfer, ...] = ()
    uitkomsten: tuple[Cijfer, ...] = ()
    andere: Annotated[StrictInt, Field(ge=0)] | None = None
    onderdelen: tuple[Tekst, ...] = ()
    bestanden: tuple[Tekst, ...] = ()

    @property
    def zin(self) -> str:
        """The correction in one line, as every document has it."""
        return f"Versie {self.versie} ({self.soort}, {datum(self.datum)}): {_met_punt(self.wat)} Waarom: {_met_punt(self.waarom)}"

    @property
    def regels(self) -> tuple[str, ...]:
        """What the page of corrections says besides: who made it, and what changed that is no value."""
        genoemd = (("Ook gewijzigd in de invoer", self.onderdelen), ("Gewijzigde bestanden", self.bestanden))
        return (f"Vastgelegd door {self.door}.", *(f"{kop}: {opgesomd(namen)}." for kop, namen in genoemd if namen))

    @property
    def over_uitkomsten(self) -> str:
        """The sentence before the outcomes that moved, or that says that none did; empty where that is not known."""
        if self.andere is None:
            return ""
        if not self.uitkomsten:
            return "In medio verandert geen uitkomst, zoals die wordt getoond en met het model van nu nagerekend."
        rest = f"; ook {self.andere} andere uitkomsten veranderen" if self.andere else ""
        return f"Wat in medio naar verhouding het meest verandert, met het model van nu nagerekend{rest}:"

    @property
    def teksten(self) -> tuple[str, ...]:
        """Everything that a document says of it in words."""
        cijfers = (*self.cijfers, *self.uitkomsten)
        namen = (tekst for cijfer in cijfers for tekst in (cijfer.naam, als_periode(cijfer.periode)))
        return (self.zin, self.over_uitkomsten, *self.regels, *namen)


def _met_punt(tekst: str) -> str:
    return tekst if tekst.endswith((".", "!", "?")) else f"{tekst}."


def lees_correcties(ps: Parameterset, journaal: Journaal) -> tuple[Correctie, ...]:
    """The corrections that the journal names, in order.

    Raises Fout for one that is not there or is not as it was written, and for one of which the journal knows nothing.
    """
    if onbekend := sorted({pad.name for pad in correctiemap(ps).glob("*.yml")} - {f"{versie}.yml" for versie in journaal.versies}):
        raise Fout(
            probleem("correctie-zonder-regel", bestand=f"{_mapnaam(ps)}/{naam}", regel=1, editie=ps.editie.naam) for naam in onbekend
        )
    return tuple(_lees(ps, versie) for versie in journaal.versies)


def corrigeer(
    ps: Parameterset,
    soort: Soort,
    wat: str,
    waarom: str,
    dag: datetime.date,
    door: str,
    vandaag: datetime.date,
    reken: Callable[[Mapping[str, Any]], Gevolgen | None] = lambda _: None,
) -> tuple[Correctie, Path]:
    """Make what changed since the adoption a version of the edition: its file, a line in the journal, and a new lock.

    `reken` gives what the outcomes were with the numbers of the lock, and are now.
    Raises Fout for an edition that is not adopted, one in which nothing changed, and for a day, a name or a reason that cannot be.
    """
    eis_huidig(ps)
    journaal, vast = lees_journaal(ps), slot.lees_slot(ps)
    naam = slot.slotpad(ps).name
    if not journaal.is_vast:
        raise Fout([probleem("correctie-niet-vastgesteld", bestand=ps.pad.name, editie=ps.editie.naam, staat=journaal.staat)])
    if vast is None or slot.vingerafdruk_slot(vast) != journaal.slot:
        raise Fout([probleem("slot-niet-vastgesteld", bestand=naam, editie=ps.editie.naam)])
    if problemen := [*toets_dag(ps, dag, vandaag), *toets_opgave(door=door, wat=wat, waarom=waarom)]:
        raise Fout(problemen)
    nu = slot.inhoud(ps)
    if slot.vingerafdruk_slot(nu) == journaal.slot:
        raise Fout([probleem("correctie-zonder-wijziging", bestand=naam, editie=ps.editie.naam)])
    lees_correcties(ps, journaal)
    if gewijzigd := [naam for naam in _bestanden(vast["bestanden"], nu["bestanden"]) if naam.startswith(f"{_mapnaam(ps)}/")]:
        raise Fout(probleem("correctie-gewijzigd", bestand=naam, regel=1) for naam in gewijzigd)
    versie = f"{ps.editie.id}.{len(journaal.versies) + 1}"
    cijfers, gevolgen = tuple(_cijfers(ps, vast["cijfers"], nu["cijfers"])), reken(vast)
    genoemd = {cijfer.reeks for cijfer in cijfers}
    correctie = Correctie(
        versie=versie,
        soort=soort,
        datum=dag,
        door=door,
        wat=wat,
        waarom=waarom,
        cijfers=cijfers,
        uitkomsten=gevolgen.grootste if gevolgen else (),
        andere=gevolgen.andere if gevolgen else None,
        onderdelen=tuple(n for n in _anders(vast["waarden"], nu["waarden"]) if n not in genoemd),
        bestanden=tuple(_bestanden(vast["bestanden"], nu["bestanden"])),
    )
    pad = _schrijf(ps, correctie)
    vul_aan(ps, volgende(journaal, ps, datum=dag, stap=CORRECTIE, door=door, versie=versie, waarom=waarom))
    return correctie, pad


def _cijfers(ps: Parameterset, vast: Mapping[str, Any], nu: Mapping[str, Any]) -> Iterator[Cijfer]:
    """Every value that is another now; a range of its own is told with its series."""
    for naam in dict.fromkeys([*nu, *vast]):
        toen, hier, reeks = vast.get(naam, {}), nu.get(naam, {}), ps.reeksen.get(naam)
        for periode in dict.fromkeys([*hier, *toen]):
            oud, nieuw = toen.get(periode, [None])[0], hier.get(periode, [None])[0]
            if oud != nieuw:
                label, eenheid = (reeks.label, reeks.eenheid) if reeks else (naam, "")
                yield Cijfer(reeks=naam, label=label, eenheid=eenheid, periode=periode, oud=oud, nieuw=nieuw)


def _anders(vast: Mapping[str, Any], nu: Mapping[str, Any]) -> list[str]:
    return [naam for naam in dict.fromkeys([*nu, *vast]) if vast.get(naam) != nu.get(naam)]


def _bestanden(vast: Mapping[str, Any], nu: Mapping[str, Any]) -> Iterator[str]:
    """The files that are other, new or gone; the variants are no part of the edition."""
    for groep in nu:
        if groep != "varianten":
            yield from _anders(vast[groep]["onderdelen"], nu[groep]["onderdelen"])


def _schrijf(ps: Parameterset, correctie: Correctie) -> Path:
    pad = _pad(ps, correctie.versie)
    pad.parent.mkdir(exist_ok=True)
    inhoud = correctie.model_dump(mode="json", exclude_defaults=True)
    regels = [_KOP]
    for sleutel, waarde in inhoud.items():
        rijen = waarde if isinstance(waarde, list) else []
        regels.append(f"{sleutel}:" + ("" if rijen else f" {json.dumps(waarde, ensure_ascii=False)}") + "\n")
        regels += [f"  - {json.dumps(rij, ensure_ascii=False)}\n" for rij in rijen]
    pad.write_text("".join(regels), encoding="utf-8")
    return pad


def _lees(ps: Parameterset, versie: str) -> Correctie:
    pad = _pad(ps, versie)
    naam = f"{_mapnaam(ps)}/{pad.name}"
    try:
        boom = lees(pad, naam=naam)
    except Fout as fout:
        raise Fout([probleem("correctie-ontbreekt", bestand=naam, versie=versie, melding=p.wat) for p in fout.problemen]) from None
    try:
        correctie = Correctie.model_validate(boom)
    except ValidationError as fout:
        loc = fout.errors()[0]["loc"]
        raise Fout([_onjuist(naam, regel_van(boom, loc), ".".join(map(str, loc)) or "de vorm")]) from None
    if correctie.versie != versie:
        raise Fout([_onjuist(naam, regel_van(boom, ("versie",)), "versie")])
    return correctie


def _onjuist(naam: str, regel: int | None, veld: str) -> Any:
    return probleem("correctie-onjuist", bestand=naam, regel=regel or 1, veld=veld)


def correctiemap(ps: Parameterset) -> Path:
    """The corrections of an edition stand beside its parameter file."""
    return naast(ps.pad, "correcties")


def _mapnaam(ps: Parameterset) -> str:
    return bestandsnaam(correctiemap(ps), ps.wortel)


def _pad(ps: Parameterset, versie: str) -> Path:
    return correctiemap(ps) / f"{versie}.yml"
