"""The numbers of a parameter file, or of a file laid over it, each with what it is held against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import Any, Final

from mpp.lezen import Blok, regel_van
from mpp.parameters.aannemelijk import SPRONG, Cijfer, Meld, is_smal, toets, toets_geheel
from mpp.parameters.afleiding import Afleidingen, Onleesbaar
from mpp.parameters.eenheden import AANDELEN
from mpp.parameters.perioden import perioden, tijdstip
from mpp.parameters.schema import Editie, Parameter, Parameterbestand, Realisatie, Reeks, Waarde, Wijziging
from mpp.parameters.schrijfwijze import genoemd_als, opgesomd
from mpp.problemen import Probleem, probleem

_ROLLEN: Final = ("waarde", "laag", "hoog")
#: Words without letters or of a single one give no reason.
_WOORD: Final = re.compile(r"[^\W\d_]{2,}")


def toets_bestand(bestand: Parameterbestand, boom: Blok, naam: str) -> Iterator[Probleem]:
    """Every number of the parameters and realisations that looks like a slip of the hand, or is not what it follows from."""
    plaatsen: list[tuple[Parameter | Realisatie, _Plaats]]
    plaatsen = [(p, _Plaats(boom, naam, ("parameters", i))) for i, p in enumerate(bestand.parameters)]
    plaatsen += [(r, _Plaats(boom, naam, ("realisaties", i))) for i, r in enumerate(bestand.realisaties)]
    afleidingen = Afleidingen(bestand)
    for reeks, plaats in plaatsen:
        yield from plaats.toets_afleiding(afleidingen, reeks)
    zelfde = _Zelfde(bestand, afleidingen)
    for reeks, plaats in plaatsen:
        gekomen = _laatst_gekomen(zelfde.gekomen.get(reeks.id), bestand.editie) if isinstance(reeks, Parameter) else None
        yield from plaats.toets(reeks, reeks, reeks.waarden, _tijden(reeks, bestand.editie), zelfde.van(reeks), gekomen=gekomen)


def toets_wijziging(
    w: Wijziging,
    nieuw: Parameter,
    eerder: Parameter,
    gekomen: Realisatie | None,
    oud: Editie,
    editie: Editie,
    boom: Blok,
    naam: str,
    i: int,
) -> Iterator[Probleem]:
    """The same of a change in a file laid over an edition `oud`: `nieuw` is the parameter as it becomes, `eerder` as it was."""
    elders = {p: {r.waarden[p].waarde for r in (gekomen, eerder) if r and p in r.waarden} for p in w.waarden}
    vorige = eerder if oud.jaren == editie.jaren else None
    kwam = _laatst_gekomen(gekomen.waarden if gekomen else None, editie)
    yield from _Plaats(boom, naam, ("wijzigingen", i)).toets(w, nieuw, w.waarden, _tijden(nieuw, editie), elders, vorige, kwam)


def toets_klopt(meld: Meld, id: str, periode: str, klopt: str | None, eenheid: str, *getallen: float) -> Iterator[Probleem]:
    """A confirmation that does not name what it confirms, or gives no reason: it would go on confirming whatever stands there."""
    if klopt is None:
        return
    if not any(abs(g) in genoemd_als(klopt, eenheid) for g in getallen):
        yield meld("klopt-zonder-getal", "klopt", id=id, periode=periode, klopt=klopt)
    elif len(_WOORD.findall(klopt)) < 2:
        yield meld("klopt-zonder-reden", "klopt", id=id, periode=periode, klopt=klopt)


class _Zelfde:
    """Where the same figure stands a second time: as a realisation, as a published figure, or in a sum that is exact."""

    def __init__(self, bestand: Parameterbestand, afleidingen: Afleidingen):
        self.gekomen = {r.id: r.waarden for r in bestand.realisaties}
        self.bevestigd = afleidingen.bevestigd
        self.gepubliceerd: dict[tuple[str, str], set[float]] = {}
        for g in bestand.gepubliceerd:
            self.gepubliceerd.setdefault((g.indicator, str(g.jaar)), set()).add(g.waarde)

    def van(self, reeks: Parameter | Realisatie) -> dict[str, set[float]]:
        """The other figures for each period of a record."""
        gekomen = self.gekomen.get(reeks.id, {}) if isinstance(reeks, Parameter) else {}
        return {
            p: {
                *self.bevestigd.get((type(reeks), reeks.id, p), ()),
                *self.gepubliceerd.get((reeks.id, p), ()),
                *({gekomen[p].waarde} if p in gekomen else ()),
            }
            for p in reeks.waarden
        }


class _Plaats:
    """Where a parameter, realisation or change stands."""

    def __init__(self, boom: Blok, naam: str, pad: tuple[str | int, ...]):
        self.boom, self.naam, self.pad = boom, naam, pad

    def toets_afleiding(self, afleidingen: Afleidingen, reeks: Parameter | Realisatie) -> Iterator[Probleem]:
        """What is not as its formula has it, and a formula that cannot be reckoned."""
        try:
            for v in afleidingen.verschillen(reeks):
                yield self._meld("waarden", v.periode)("getal-volgt-niet", v.rol, id=reeks.id, **v.in_woorden())
        except Onleesbaar as reden:
            yield self._meld()("afleiding-onleesbaar", "volgt_uit", id=reeks.id, reden=reden)

    def _meld(self, *stappen: str, stap: str | None = None) -> Meld:
        """What makes a problem at a place in the record, or one step further."""

        def meld(code: str, verder: str | None = stap, **gegevens: Any) -> Probleem:
            pad = (*self.pad, *stappen, *([verder] if verder else []))
            return probleem(code, bestand=self.naam, regel=regel_van(self.boom, pad), **gegevens)

        return meld

    def toets(
        self,
        record: Reeks | Wijziging,
        reeks: Parameter | Realisatie,
        gegeven: Mapping[str, Waarde],
        tijden: Mapping[str, float],
        elders: Mapping[str, set[float]],
        eerder: Parameter | None = None,
        gekomen: float | None = None,
    ) -> Iterator[Probleem]:
        """Every number that the file gives in `record`, beside all of the `reeks`; `eerder` is what it takes the place of.

        `gekomen` is what was last known to have come of the same, and is what the first year is held against.
        """
        alle, id = reeks.waarden, reeks.id
        op_tijd = sorted((p for p in alle if p in tijden), key=tijden.__getitem__)
        reeksen = {rol: [(p, float(w)) for p in op_tijd if (w := getattr(alle[p], rol)) is not None] for rol in _ROLLEN}
        getijd = {rol: tuple((tijden[p], w) for p, w in rij) for rol, rij in reeksen.items()}
        banden = {rol: tuple(alle[p].waarde for p, _ in reeksen[rol]) for rol in ("laag", "hoog")}
        record_getallen = frozenset(abs(w) for rij in reeksen.values() for _, w in rij)
        plaatsen = {(rol, p): k for rol, rij in reeksen.items() for k, (p, _) in enumerate(rij)}
        cijfers: dict[tuple[str, int], Cijfer] = {}
        woorden = (record.genoemd, record.toelichting, record.aanname)
        for periode, w in gegeven.items():
            getallen = {rol: float(getal) for rol in _ROLLEN if (getal := getattr(w, rol)) is not None}
            yield from toets_klopt(self._meld("waarden", periode), id, periode, w.klopt, reeks.eenheid, *getallen.values())
            vorige = eerder.waarden.get(periode) if eerder else None
            for rol, getal in getallen.items():
                if (rol, periode) in plaatsen:
                    cijfers[rol, plaatsen[rol, periode]] = Cijfer(
                        self._meld("waarden", periode, stap=rol),
                        id,
                        periode if rol == "waarde" else f"{periode} ({rol})",
                        getal,
                        (w.toelichting, w.aanname, *woorden, *((w.genoemd,) if rol != "waarde" else ())),
                        w.klopt,
                        getijd[rol],
                        plaatsen[rol, periode],
                        banden=banden.get(rol, ()),
                        elders=frozenset((*elders.get(periode, ()), *(g for r, g in getallen.items() if r != rol))),
                        record=record_getallen,
                        smal=len(op_tijd) == 1 and is_smal(getallen, rol),
                        eerder=getattr(vorige, rol, gekomen if rol == "waarde" and not plaatsen[rol, periode] else None),
                        eenheid=reeks.eenheid,
                        bron=w.genoemd if rol == "waarde" else None,
                        tussen=_tussen(reeks, getallen, rol),
                        streng=isinstance(reeks, Realisatie),
                    )
        yield from self._volgorde(record, reeks, [p for p in op_tijd if p in gegeven])
        yield from toets(_met_vaste_buren(cijfers))
        yield from toets_geheel([c for (rol, _), c in cijfers.items() if rol == "waarde"])

    def _volgorde(self, record: Reeks | Wijziging, reeks: Parameter | Realisatie, perioden: Sequence[str]) -> Iterator[Probleem]:
        """The first value of a record that stands in another place among the numbers of its source than among the periods."""
        schaal = 100 if reeks.eenheid in AANDELEN else 1
        rij, plaats = opgesomd(record.genoemd or ""), 0
        for periode in perioden:
            w = reeks.waarden[periode]
            if w.genoemd or w.klopt or (getal := round(abs(w.waarde) * schaal, 6)) not in rij or getal in rij[:plaats][-1:]:
                continue
            if getal not in rij[plaats:]:
                gegevens = {"waarde": f"{w.waarde:.10g}", "genoemd": record.genoemd}
                yield self._meld("waarden", periode)("getal-volgorde", id=reeks.id, periode=periode, **gegevens)
                return
            plaats = rij.index(getal, plaats) + 1


def _met_vaste_buren(cijfers: Mapping[tuple[str, int], Cijfer]) -> Iterator[Cijfer]:
    """The numbers, each with the places of those in its series that can be relied on when it stands firm itself.

    So a slip is told of the number that is wrong, and not of its neighbours; nor is one that is confirmed held against them.
    """
    los = {sleutel for sleutel, c in cijfers.items() if c.klopt or not c.staat_vast}
    for (rol, _), c in cijfers.items():
        yield replace(c, vast=frozenset(i for i in range(len(c.reeks)) if (rol, i) not in los))


def _laatst_gekomen(waarden: Mapping[str, Waarde] | None, editie: Editie) -> float | None:
    """What came in the year before an edition, where that is known: what came longer ago says little."""
    w = (waarden or {}).get(str(editie.jaren[0] - 1))
    return w.waarde if w else None


def _tussen(reeks: Parameter | Realisatie, getallen: Mapping[str, float], rol: str) -> tuple[float, float]:
    """What a number must lie between: the ends of its band or, of an end, the value and what is far from it; and its own rules."""
    regels = reeks.validatie if isinstance(reeks, Parameter) else ()
    laagste = max((r.minimaal for r in regels if r.minimaal is not None), default=0.0)
    hoogste = min((r.maximaal for r in regels if r.maximaal is not None), default=1.0 if reeks.eenheid in AANDELEN else inf)
    waarde = getallen["waarde"]
    if rol == "waarde":
        laag, hoog = getallen.get("laag", 0.0), getallen.get("hoog", inf)
    else:
        laag, hoog = (waarde / SPRONG, waarde) if rol == "laag" else (waarde, waarde * SPRONG)
    return max(laag, laagste), min(hoog, hoogste)


def _tijden(reeks: Reeks, editie: Editie) -> dict[str, float]:
    if isinstance(reeks, Parameter):
        return {p: float(i) for i, p in enumerate(perioden(reeks.periode, editie))}
    assert isinstance(reeks, Realisatie)
    return {p: t for p in reeks.waarden if (t := tijdstip(p, reeks.periode)) is not None}
