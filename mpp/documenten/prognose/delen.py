"""What the document shows besides tables: the grounds of each future, the futures by year, and each addendum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mpp.getal.correcties import delen_van
from mpp.getal.getal import Getal, InTekst, Naam
from mpp.weergave.afronding import stap
from mpp.weergave.opmaak import datum

if TYPE_CHECKING:
    from mpp.prognose.schema import Toekomstscenario
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

WAT = {"kans": "aandeel", "verwachting": "personen", "spreiding": "personen"}
"""What is told of a future in each year, with its unit."""


@dataclass(frozen=True)
class Grondslag:
    """A future and what it rests on: a source or an assumption, and why later knowledge is in it."""

    naam: Naam
    soort: str
    tekst: Naam
    later: Naam | None


@dataclass(frozen=True)
class Scenariojaren:
    """A future with what is told of it by year."""

    naam: Naam
    rijen: dict[str, tuple[Getal, ...]]


@dataclass(frozen=True)
class Addendum:
    """What was added to the edition after it was adopted: in a sentence, the values that changed, and what else."""

    zin: InTekst
    cijfers: tuple[InTekst, ...]
    regels: tuple[InTekst, ...]


def grondslagen(u: Uitkomsten) -> Iterator[Grondslag]:
    """What each future rests on, in the order of the file."""
    for s in u.prognose.sectie.scenarios:
        later = Naam(s.later, f"prognose:{s.id}") if s.later else None
        yield Grondslag(Naam(s.naam, f"prognose:{s.id}"), s.soort, Naam(_grond(s, u), f"prognose:{s.id}"), later)


def _grond(s: Toekomstscenario, u: Uitkomsten) -> str:
    if s.aanname:
        return s.aanname
    bronnen = (u.ps.bronnen[sleutel] for sleutel in ((s.bron,) if isinstance(s.bron, str) else s.bron or ()))
    return "; ".join(f"{b.uitgever}, {b.titel}, {datum(b.datum)}" for b in bronnen) + "."


def scenariojaren(u: Uitkomsten) -> Iterator[Scenariojaren]:
    """Every future with its chance, expectation and spread by year."""
    for s in u.prognose.sectie.scenarios:
        yield Scenariojaren(Naam(s.naam, f"prognose:{s.id}"), {wat: tuple(_van(s, wat, jaar) for jaar in u.jaren) for wat in WAT})


def _van(s: Toekomstscenario, wat: str, jaar: int) -> Getal:
    return Getal(getattr(s.jaren[jaar], wat), WAT[wat], stap(WAT[wat]), f"prognose:{s.id}:{wat}", str(jaar))


def addenda(status: Status) -> Iterator[Addendum]:
    """Each addendum to the edition, the last one first."""
    for correctie in reversed(status.correcties):
        if correctie.soort == "addendum":
            yield Addendum(*delen_van(correctie))
