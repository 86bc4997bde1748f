"""Adopting an edition: what must hold before it takes a step, as a checklist, and taking the step."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from mpp.edities.map import eis_vorige
from mpp.parameters import slot
from mpp.parameters.velden import Persoonsnaam, Reden, past
from mpp.problemen import Fout, Probleem, probleem
from mpp.ronde.akkoorddagen import toets_akkoorddagen
from mpp.ronde.akkoordstand import route, standen, zonder_akkoord
from mpp.ronde.journaal import STATEN, Journaal, Route, Staat, eis_huidig, lees_journaal, volgende, vul_aan, weg
from mpp.ronde.klok import toets_klok
from mpp.uitkomsten.register import OPENBAAR

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.uitkomsten import Uitkomsten

Uitkomst = Literal["goed", "signaal", "niet getoetst", "fout"]
Nakijken = Callable[[], tuple[str, ...]]
"""Looks through every document; gives what is to be told without stopping anything, and raises Fout with what must stop."""

STAPPEN: Final[Mapping[str, Staat]] = {"werkgroep": STATEN[1], "topberaad": STATEN[2], "openbaar": STATEN[3]}
"""The steps as they are called on the command line, and the state that each leads to."""
DOCUMENTEN: Final = "de documenten zijn niet gemaakt en nagekeken"


@dataclass(frozen=True)
class Punt:
    """One line of the checklist: how it is, and of what; with the problems that stop the step."""

    uitkomst: Uitkomst
    tekst: str
    problemen: tuple[Probleem, ...] = ()


@dataclass(frozen=True)
class Stap:
    """A step that is asked for: to which state, by whom, on which day; along which `route` to the Topberaad (None: A), and a remark."""

    naar: Staat
    door: str
    datum: datetime.date
    route: Route | None = None
    waarom: str | None = None


def nalopen(u: Uitkomsten, stap: Stap, vandaag: datetime.date, nakijken: Nakijken | None) -> list[Punt]:
    """The checklist of a step of the edition of which `u` are the results; without `nakijken` it says that no document was looked at.

    Raises Fout for a journal that is not as it was written, and when the edition before this one is not there.
    """
    eis_huidig(u.ps)
    eis_vorige(u.ps)
    ps, journaal = u.ps, lees_journaal(u.ps)
    punten = [*_volgorde(ps, journaal, stap), _wie(stap), _dag(ps, stap.datum, vandaag), _slot(ps, journaal)]
    punten += [*_editie(ps, stap), *_akkoorden(u, stap), *_teksten(ps)]
    if any(punt.problemen for punt in punten):
        return [*punten, Punt("niet getoetst", DOCUMENTEN)]
    return [*punten, *_documenten(nakijken)]


def zet(ps: Parameterset, stap: Stap, punten: list[Punt]) -> None:
    """Take the step: a line in the journal, with what the checklist could not look at. Raises Fout with what it found wrong."""
    if problemen := [p for punt in punten for p in punt.problemen]:
        raise Fout(problemen)
    niet_getoetst = tuple(punt.tekst for punt in punten if punt.uitkomst == "niet getoetst")
    langs = (stap.route or "A") if stap.naar == STATEN[2] else None
    gegevens = {"datum": stap.datum, "stap": stap.naar, "door": stap.door, "waarom": stap.waarom, "route": langs}
    vul_aan(ps, volgende(lees_journaal(ps), ps, **gegevens, niet_getoetst=niet_getoetst))


def toets_dag(ps: Parameterset, datum: datetime.date, vandaag: datetime.date) -> Iterator[Probleem]:
    """Why a step cannot be of this day: before the step before it, or later than the clock says that it is."""
    vorige = lees_journaal(ps).laatste
    if achter := list(toets_klok(ps, vandaag)):
        yield from achter
    elif datum > vandaag:
        yield probleem("datum-in-toekomst", datum=datum, vandaag=vandaag)
    elif vorige and datum < vorige.datum:
        yield probleem("datum-voor-vorige-stap", datum=datum, vorige=vorige.datum, stap=vorige.stap)


def toets_opgave(**opgave: str | None) -> Iterator[Probleem]:
    """What was given of a step (`door`, `wat`, `waarom`) and says nothing; what was not given is none."""
    for optie, waarde in opgave.items():
        vorm, verwacht = (Persoonsnaam, "de naam van wie het deed") if optie == "door" else (Reden, "een reden, in ten minste twee woorden")
        if waarde is not None and not past(vorm, waarde):
            yield probleem("opgave-zegt-niets", optie=optie, waarde=waarde, verwacht=verwacht)


def gewijzigd_sinds_slot(ps: Parameterset) -> tuple[str, ...]:
    """Why the lock does not hold, when more changed than the classification and the day of adoption: a step may settle those."""
    vast = slot.lees_slot(ps)
    if vast is None:
        return slot.controleer_slot(ps).alles
    toen = ps.met_editie(classificatie=vast["staat"], vastgesteld=datetime.date.fromisoformat(vast["vastgesteld"]))
    return slot.verschil(vast, slot.inhoud(toen)).alles


def _volgorde(ps: Parameterset, journaal: Journaal, stap: Stap) -> Iterator[Punt]:
    staten, staat, naam = weg(ps), journaal.staat, slot.journaalpad(ps).name
    if ps.editie.is_reconstructie:
        yield Punt("goed", "een openbare reconstructie kent geen werkgroep en geen Topberaad: zij gaat van concept naar openbaar")
    if stap.naar not in staten:
        problemen = [probleem("staat-niet-van-reconstructie", bestand=naam, naar=stap.naar, soort=ps.editie.soort)]
    elif staten.index(stap.naar) <= staten.index(staat):
        verder = "legt mpp correctie vast" if journaal.is_vast else "kan nadat mpp vaststellen concept haar heeft heropend"
        problemen = [probleem("staat-al-bereikt", bestand=naam, naar=stap.naar, staat=staat, verder=verder)]
    elif (verwacht := staten[staten.index(staat) + 1]) != stap.naar:
        problemen = [probleem("staat-overgeslagen", bestand=naam, naar=stap.naar, staat=staat, verwacht=verwacht)]
    else:
        problemen = []
    yield Punt("fout" if problemen else "goed", f"de stap van {staat} naar {stap.naar}", tuple(problemen))


def _wie(stap: Stap) -> Punt:
    problemen = tuple(toets_opgave(door=stap.door, waarom=stap.waarom))
    return Punt("fout" if problemen else "goed", f"door {stap.door}", problemen)


def _dag(ps: Parameterset, datum: datetime.date, vandaag: datetime.date) -> Punt:
    problemen = list(toets_dag(ps, datum, vandaag))
    if not problemen and datum < ps.editie.peildatum:
        problemen.append(probleem("datum-voor-peildatum", datum=datum, peildatum=ps.editie.peildatum))
    return Punt("fout" if problemen else "goed", f"de dag {datum}", tuple(problemen))


def _slot(ps: Parameterset, journaal: Journaal) -> Punt:
    redenen, naam = gewijzigd_sinds_slot(ps), slot.slotpad(ps).name
    problemen = tuple(probleem("vaststellen-slot", bestand=naam, reden=reden, herstel=journaal.herstel) for reden in redenen)
    return Punt("fout" if problemen else "goed", "het slot klopt met parameters, teksten, gegevens en programma", problemen)


def _editie(ps: Parameterset, stap: Stap) -> Iterator[Punt]:
    """What the edition says of itself, against the state that it gets."""
    e = ps.editie
    tekst = f"de classificatie is {e.classificatie}"
    if stap.naar == STATEN[3] and e.classificatie != OPENBAAR:
        yield Punt("fout", tekst, (_anders(ps, "classificatie", e.classificatie, OPENBAAR, "de editie wordt openbaar"),))
    elif stap.naar != STATEN[3] and e.classificatie == "concept":
        anders = "voor intern gebruik of Dep. VERTROUWELIJK"
        yield Punt("fout", tekst, (_anders(ps, "classificatie", e.classificatie, anders, "de editie is dan geen concept meer"),))
    elif stap.naar != STATEN[3] and e.classificatie == OPENBAAR:
        yield Punt("signaal", f"{tekst}; de editie is dat pas na de stap openbaar")
    else:
        yield Punt("goed", tekst)
    if stap.naar == STATEN[1] and stap.datum > e.vastgesteld:
        reden = _anders(ps, "vastgesteld", e.vastgesteld, f"{stap.datum} of later", "de werkgroep stelt niet na het Topberaad vast")
        yield Punt("fout", f"{ps.pad.name} noemt {e.vastgesteld} als dag van vaststelling", (reden,))
    if stap.naar == STATEN[2]:
        goed = e.vastgesteld == stap.datum
        problemen = () if goed else (_anders(ps, "vastgesteld", e.vastgesteld, stap.datum, "op die dag stelt het Topberaad vast"),)
        yield Punt("goed" if goed else "fout", f"{ps.pad.name} noemt {e.vastgesteld} als dag van vaststelling", problemen)


def _anders(ps: Parameterset, veld: str, waarde: object, verwacht: object, waarom: str) -> Probleem:
    regel = ps.boom["editie"].regels.get(veld)
    return probleem("vaststellen-editie", bestand=ps.pad.name, regel=regel, veld=veld, waarde=waarde, verwacht=verwacht, waarom=waarom)


def _akkoorden(u: Uitkomsten, stap: Stap) -> Iterator[Punt]:
    if dagen := tuple(toets_akkoorddagen(u.ps)):
        yield Punt("fout", "er is een akkoord van een dag waarop niemand het kan hebben gegeven", dagen)
        return
    if later := max(((a.datum, a.organisatie, a.onderwerp) for a in u.ps.akkoorden.laatste.values() if a.datum > stap.datum), default=None):
        dag, wie, wat = later
        problemen = (
            probleem("vaststellen-akkoord-later", bestand=u.ps.akkoorden.naam, partner=wie, onderwerp=wat, dag=dag, stap=stap.datum),
        )
        yield Punt("fout", f"een akkoord van {wie} is van {dag}, na deze stap", problemen)
        return
    alle = standen(u)
    langs, namen, waarom = route(alle), ", ".join(zonder_akkoord(alle)), u.ps.akkoorden.niet_gevraagd
    if stap.route and stap.naar != STATEN[2]:
        yield Punt("fout", f"de route {stap.route}", (probleem("route-niet-van-stap", naar=stap.naar),))
    if langs == "A":
        tekst = "alle organisaties zijn akkoord met de invoer en de uitkomsten"
        if stap.naar == STATEN[2] and stap.route == "B":
            yield Punt("fout", tekst, (probleem("vaststellen-route", bestand=u.ps.akkoorden.naam),))
        else:
            yield Punt("goed", f"{tekst} (route A)")
        return
    tekst = f"er is geen akkoord gevraagd: {waarom}" if waarom else f"geen akkoord van {namen}"
    if stap.naar == STATEN[2] and stap.route != "B":
        yield Punt("fout", tekst, (probleem("vaststellen-akkoord", bestand=u.ps.akkoorden.naam, partners=namen),))
    else:
        yield Punt("signaal", f"{tekst} (route B)")


def _teksten(ps: Parameterset) -> Iterator[Punt]:
    """What is of an earlier round: facts and variants that nobody wrote anew, so that no document tells of them, and what nobody read."""
    from mpp.ronde.teksten import overgenomen, sinds_de_vorige, te_vernieuwen

    if teksten := te_vernieuwen(ps.wortel, ps.editie.id, ps.bronnen):
        yield Punt("signaal", f"teksten van een andere editie, die in geen document staan: {len(teksten)} (mpp werkvoorraad toont ze)")
    if feiten := overgenomen(ps.wortel, ps.editie.id, ps.editie.vorige):
        yield Punt("signaal", f"feiten die ongewijzigd zijn overgenomen en niet nagelezen: {len(feiten)} (mpp werkvoorraad toont ze)")
    yield from (Punt("signaal", signaal) for signaal in sinds_de_vorige(ps))


def _documenten(nakijken: Nakijken | None) -> Iterator[Punt]:
    if nakijken is None:
        yield Punt("niet getoetst", DOCUMENTEN)
        return
    try:
        signalen = nakijken()
    except Fout as fout:
        yield Punt("fout", "de documenten kunnen niet zonder problemen worden gemaakt", tuple(fout.problemen))
        return
    yield Punt("goed", "alle documenten zijn gemaakt en nagekeken")
    yield from (Punt("signaal", signaal) for signaal in signalen)
