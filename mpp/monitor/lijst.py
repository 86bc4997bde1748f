"""What the monitor follows: the indicators of each domain in their order, with totals that a source counts otherwise than the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from mpp.lezen import Blok, Rij, lees
from mpp.problemen import Fout, Probleem, lijkt_op, probleem
from mpp.uitkomsten.register import indicatoren, register

BESTAND: Final = "monitor/indicatoren.yml"
SAMENGESTELD: Final = "samengesteld"
DOMEINEN: Final = ("asiel", "regulier", "bewaring")
_OPTELBAAR: Final = ("som", "stand")
"""The counts of what can be added to another."""
Telling = Literal["som", "stand", "gemiddelde", "verhouding", "piek"]
"""How months make a part of a year: added up, the last of them, a weighted mean, a ratio of sums, the highest."""


@dataclass(frozen=True)
class Onderwerp:
    """Something to follow: an indicator, or the sum of the indicators `delen` under a name of its own."""

    id: str
    naam: str
    eenheid: str
    definitie: str
    delen: tuple[str, ...]
    telling: Telling

    @property
    def is_stroom(self) -> bool:
        """Whether its months add up."""
        return self.telling == "som"

    @property
    def sleutel(self) -> str:
        """The beginning of the names of its numbers in a text."""
        return self.id.replace(".", "_")


@dataclass(frozen=True)
class Lijst:
    """The subjects that the monitor shows, by domain, and all those that a file of realisations may hold, by id."""

    domeinen: Mapping[str, tuple[Onderwerp, ...]]
    alle: Mapping[str, Onderwerp]


def lees_lijst(wortel: Path) -> Lijst:
    """The list of the project. Raises Fout with every problem in it."""
    boom = lees(wortel / BESTAND, naam=BESTAND)
    boom = boom if isinstance(boom, Blok) else Blok()
    if problemen := list(_toets(boom)):
        raise Fout(problemen)
    alle = {id: _van_register(id) for id in indicatoren("extern")}
    alle |= {id: _samengesteld(id, vorm) for id, vorm in boom.get(SAMENGESTELD, {}).items()}
    if onbekend := list(_onbekend(boom, alle)):
        raise Fout(onbekend)
    return Lijst({domein: tuple(alle[id] for id in boom[domein]) for domein in DOMEINEN}, alle)


def _toets(boom: Blok) -> Iterator[Probleem]:
    for domein in DOMEINEN:
        if not (isinstance(boom.get(domein), Rij) and boom[domein]):
            yield probleem("monitor-lijst", bestand=BESTAND, regel=boom.regels.get(domein), melding=f"onder {domein} staat geen lijst")
    for id, vorm in (boom.get(SAMENGESTELD) or {}).items():
        regel = boom[SAMENGESTELD].regels[id]
        if not (isinstance(vorm, Blok) and {"naam", "definitie", "delen"} == vorm.keys()):
            melding = f"{id} heeft niet precies naam, definitie en delen"
            yield probleem("monitor-lijst", bestand=BESTAND, regel=regel, melding=melding)
            continue
        for deel in vorm["delen"]:
            if deel not in indicatoren("extern"):
                suggestie = lijkt_op(deel, indicatoren("extern"))
                yield probleem("indicator-onbekend", bestand=BESTAND, regel=vorm.regels["delen"], id=deel, suggestie=suggestie)
        tellingen = {telling(deel) for deel in vorm["delen"] if deel in indicatoren("extern")}
        if len(tellingen) > 1 or not tellingen <= set(_OPTELBAAR):
            melding = f"de delen van {id} zijn niet alle een stroom, of alle een stand"
            yield probleem("monitor-lijst", bestand=BESTAND, regel=vorm.regels["delen"], melding=melding)


def _onbekend(boom: Blok, alle: Mapping[str, Onderwerp]) -> Iterator[Probleem]:
    for domein in DOMEINEN:
        for id, regel in zip(boom[domein], boom[domein].regels, strict=True):
            if id not in alle:
                yield probleem("indicator-onbekend", bestand=BESTAND, regel=regel, id=id, suggestie=lijkt_op(id, alle))


def _van_register(id: str) -> Onderwerp:
    i = register()[id]
    return Onderwerp(id, i.naam, i.eenheid, i.definitie, (id,), telling(id))


def _samengesteld(id: str, vorm: Blok) -> Onderwerp:
    eerste = register()[vorm["delen"][0]]
    return Onderwerp(id, vorm["naam"], eerste.eenheid, vorm["definitie"], tuple(vorm["delen"]), telling(eerste.id))


def telling(id: str) -> Telling:
    """How the months of an indicator make a part of a year, as the register has it for a whole one."""
    i = register()[id]
    if i.teller and i.noemer:
        return "verhouding"
    if i.gewicht:
        return "gemiddelde"
    return "som" if i.soort in ("instroom", "uitstroom", "bedrag") else "piek" if i.soort == "piek" else "stand"
