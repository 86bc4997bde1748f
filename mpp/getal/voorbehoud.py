"""What a realisation leaves out that its series counts in other years: said wherever it stands.

Behind a number in a sentence (`zonder`), under a table (`noten`), in the source line of a chart; `ongezegd` (mpp.taal) finds where not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mpp.getal.getal import Getal, InTekst, Naam, Vervallen, Woord, Zinsdeel
from mpp.getal.tabel import Cel
from mpp.parameters import Parameterset
from mpp.uitkomsten import Uitkomsten
from mpp.uitkomsten.register import register
from mpp.weergave.opmaak import opsomming

_JAAR: Final = "realisatie:jaar"
_REALISATIE: Final = re.compile(r"realisatie:([a-z][\w.]*)\[([^\]]+)\]")


@dataclass(frozen=True)
class Voorbehoud:
    """That the realisation `id` leaves out `wat` at `moment`; `aangevuld` when a number adds something to it."""

    id: str
    moment: str
    wat: str
    aangevuld: bool = False

    def gezegd(self, tekst: str) -> bool:
        """Whether a text says so: zonder hervestiging; of what something was added to only what it is."""
        return (self.wat if self.aangevuld else f"zonder {self.wat}").casefold() in " ".join(tekst.split()).casefold()


def voorbehouden(bron: str, sleutel: str, ps: Parameterset) -> Iterator[Voorbehoud]:
    """What is left out in the realisations that a number with this origin and key rests on."""
    for id, moment in _REALISATIE.findall(f"{bron}[{sleutel}]" if sleutel else bron):
        waarde = ps.realisaties[id].waarden.get(moment) if id in ps.realisaties else None
        if waarde and waarde.zonder:
            yield Voorbehoud(id, moment, waarde.zonder, " + " in bron)


def zonder(getal: Getal, *, u: Uitkomsten) -> InTekst:
    """What comes after a realisation that leaves something out: `, zonder hervestiging en relocatie`; nothing after any other."""
    weg = dict.fromkeys(v.wat for v in voorbehouden(getal.bron, getal.sleutel, u.ps))
    return Zinsdeel((f", zonder {opsomming(list(weg))}",)) if weg else Vervallen()


def noten(rijen: Iterable[Sequence[Cel]], u: Uitkomsten) -> list[Cel]:
    """What stands under a table with these rows: a note for each series of which a realisation in it leaves something out."""
    per: dict[tuple[str, str], list[str]] = {}
    for v in dict.fromkeys(v for rij in rijen for cel in rij for v in _in_cel(cel, u.ps) if not v.aangevuld):
        per.setdefault((v.id, v.wat), []).append(v.moment)
    return [Zinsdeel((f"{_naam(id, u.ps)}, realisatie ", Naam(opsomming(m), _JAAR), f": zonder {wat}.")) for (id, wat), m in per.items()]


def _in_cel(cel: Cel, ps: Parameterset) -> Iterator[Voorbehoud]:
    match cel:
        case Getal(bron=bron, sleutel=sleutel):
            yield from voorbehouden(bron, sleutel, ps)
        case Woord(bron=bron):
            yield from voorbehouden(bron, "", ps)
        case Zinsdeel(delen=delen):
            for deel in delen:
                yield from _in_cel(deel, ps)


def _naam(id: str, ps: Parameterset) -> str:
    return register()[id].naam if id in register() else ps.realisaties[id].label
