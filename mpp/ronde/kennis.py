"""What was known when: of every value of an edition the date of its source, and which rest on later knowledge.

Later knowledge has a source from after the adoption, tells of a time after the peildatum, follows from such a figure, or is
said in the file to be so (`later`). What names no source and no formula only the file can say: nobody else knows what its
author looked at. A source of which only the month or the year is known counts as published at the end of it, a value with more
sources as known when the last of them was there. A figure of the peildatum or before it, published up to the adoption, is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Final, Literal, get_args

from mpp.parameters import Parameterset
from mpp.parameters.afleiding import Afleidingen
from mpp.parameters.later import na_de_peildatum, reden_van
from mpp.parameters.schema import Parameter, Realisatie
from mpp.parameters.tijd import laatste_dag
from mpp.prognose import Prognose
from mpp.uitkomsten.register import indicator

Soort = Literal["parameter", "prognose", "realisatie", "gepubliceerd"]
SOORTEN: Final[tuple[Soort, ...]] = get_args(Soort)
"""The kinds of value: what the model reads, and what it is held against."""


@dataclass(frozen=True)
class Kennis:
    """What was known of one value, or of more periods alike: since when, and why that is later than the edition.

    `laatste` is the last of its `bronnen`, `sinds` the last day on which that can be published; both None for an assumption.
    `uit` names the figures of later knowledge that it follows from. `reden` is what the file says of it.
    """

    soort: Soort
    id: str
    label: str
    periode: str
    bronnen: tuple[str, ...] = ()
    laatste: str | None = None
    sinds: date | None = None
    na_vaststelling: bool = False
    na_peildatum: bool = False
    uit: tuple[str, ...] = ()
    reden: str | None = None

    @property
    def later(self) -> bool:
        """Whether it rests on later knowledge."""
        return bool(self.na_vaststelling or self.na_peildatum or self.uit or self.reden)


@dataclass(frozen=True)
class Telling:
    """How many values of one kind there are, how many rest on later knowledge, and why: more than one reason may hold."""

    alle: int
    later: int
    na_vaststelling: int
    na_peildatum: int
    uit: int
    met_reden: int


@lru_cache(maxsize=4)
def wat_bekend_was(ps: Parameterset) -> tuple[Kennis, ...]:
    """Every value of an edition, in the order of its file: parameters, scenarios of the prognosis, realisations, published figures."""
    return tuple(_Kennis(ps).alles())


def latere_kennis(ps: Parameterset, *soorten: Soort) -> tuple[Kennis, ...]:
    """The values that rest on later knowledge, of the kinds asked for or of all; successive periods alike as one (2023–2027)."""
    later = [k for k in wat_bekend_was(ps) if k.later and k.soort in (soorten or SOORTEN)]
    groepen = [list(groep) for _, groep in groupby(later, key=lambda k: replace(k, periode=""))]
    return tuple(replace(g[0], periode=g[0].periode if len(g) == 1 else f"{g[0].periode}–{g[-1].periode}") for g in groepen)


@lru_cache(maxsize=4)
def telling(ps: Parameterset) -> Mapping[Soort, Telling]:
    """Of each kind how many values rest on later knowledge."""
    per_soort = {soort: [k for k in wat_bekend_was(ps) if k.soort == soort] for soort in SOORTEN}
    return {soort: _tel(kennis) for soort, kennis in per_soort.items()}


def _tel(kennis: list[Kennis]) -> Telling:
    return Telling(
        alle=len(kennis),
        later=sum(k.later for k in kennis),
        na_vaststelling=sum(k.na_vaststelling for k in kennis),
        na_peildatum=sum(k.na_peildatum for k in kennis),
        uit=sum(bool(k.uit) for k in kennis),
        met_reden=sum(bool(k.reden) for k in kennis),
    )


class _Kennis:
    """The values of one edition; what follows from others is looked up in them."""

    def __init__(self, ps: Parameterset):
        self.ps, self.afleidingen = ps, Afleidingen(ps.bestand)
        self.gevonden: dict[tuple[type, str, str], Kennis] = {}

    def alles(self) -> Iterator[Kennis]:
        """Every value."""
        yield from (self._van(p, periode) for p in self.ps.parameters.values() for periode in p.waarden)
        for s in Prognose.uit(self.ps).sectie.scenarios:
            bronnen = (s.bron,) if isinstance(s.bron, str) else s.bron or ()
            yield from (self._uit_bronnen("prognose", s.id, s.naam, str(jaar), bronnen, reden=s.later) for jaar in s.jaren)
        yield from (self._van(r, moment) for r in self.ps.realisaties.values() for moment in r.waarden)
        for g in self.ps.gepubliceerd:
            bronnen = (g.bron,) if isinstance(g.bron, str) else g.bron
            yield self._uit_bronnen("gepubliceerd", g.indicator, f"{indicator(g.indicator).naam}, {g.scenario}", str(g.jaar), bronnen)

    def _van(self, reeks: Parameter | Realisatie, periode: str) -> Kennis:
        sleutel = (type(reeks), reeks.id, periode)
        if sleutel not in self.gevonden:
            self.gevonden[sleutel] = self._reeks(reeks, periode)
        return self.gevonden[sleutel]

    def _reeks(self, reeks: Parameter | Realisatie, periode: str) -> Kennis:
        bronnen, _ = self.ps.herkomst(reeks, reeks.waarden[periode])
        if isinstance(reeks, Realisatie):
            soort: Soort = "realisatie"
            na_peildatum = na_de_peildatum(reeks, periode, self.ps.editie, self.ps.bronnen)
        else:
            soort, na_peildatum = "parameter", bool(reeks.peildatum and reeks.peildatum > self.ps.editie.peildatum)
        uit = () if bronnen else tuple(sorted({ander.id for ander in self._anderen(reeks, periode) if ander.later}))
        reden = reden_van(reeks, periode)
        return self._uit_bronnen(soort, reeks.id, reeks.label, periode, bronnen, na_peildatum=na_peildatum, uit=uit, reden=reden)

    def _anderen(self, reeks: Parameter | Realisatie, periode: str) -> Iterator[Kennis]:
        """What is known of the figures that a value follows from; a formula that turns back on itself adds nothing."""
        self.gevonden[type(reeks), reeks.id, periode] = Kennis("parameter", reeks.id, reeks.label, periode)
        for soort, id, wanneer in sorted(self.afleidingen.delen(reeks, periode), key=lambda deel: (deel[0].__name__, *deel[1:])):
            ander: Parameter | Realisatie = self.ps.parameters[id] if soort is Parameter else self.ps.realisaties[id]
            yield self._van(ander, wanneer if wanneer in ander.waarden else "vast")

    def _uit_bronnen(
        self,
        soort: Soort,
        id: str,
        label: str,
        periode: str,
        bronnen: tuple[str, ...],
        *,
        na_peildatum: bool = False,
        uit: tuple[str, ...] = (),
        reden: str | None = None,
    ) -> Kennis:
        dagen = {sleutel: laatste_dag(self.ps.bronnen[sleutel]) for sleutel in bronnen}
        laatste = max(dagen, key=lambda sleutel: dagen[sleutel], default=None)
        sinds = dagen[laatste] if laatste else None
        na_vaststelling = bool(sinds and sinds > self.ps.editie.vastgesteld)
        return Kennis(soort, id, label, periode, bronnen, laatste, sinds, na_vaststelling, na_peildatum, uit, reden)
