"""The numbers of a parameter file, or of a file laid over it, each with what it is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from mpp.lezen import Blok, regel_van
from mpp.parameters.aannemelijk import Cijfer, Meld, is_smal, toets
from mpp.parameters.afleiding import Afleidingen, Onleesbaar, uitkomst_in_woorden
from mpp.parameters.eenheden import TELBAAR
from mpp.parameters.perioden import perioden, tijdstip
from mpp.parameters.schema import Editie, Parameter, Parameterbestand, Realisatie, Reeks, Waarde, Wijziging
from mpp.parameters.schrijfwijze import genoemd
from mpp.problemen import Probleem, probleem

_ROLLEN: Final = ("waarde", "laag", "hoog")
#: A record of which every number is smaller and is not counted, holds shares and durations: their rules find what is wrong in them.
_KLEIN: Final = 100


def toets_bestand(bestand: Parameterbestand, boom: Blok, naam: str) -> Iterator[Probleem]:
    """Every number of the parameters and realisations that looks like a slip of the hand, or is not what it follows from."""
    gekomen = {r.id: r for r in bestand.realisaties}
    gepubliceerd = [(g.indicator, str(g.jaar), g.waarde) for g in bestand.gepubliceerd]
    secties = (("parameters", bestand.parameters), ("realisaties", bestand.realisaties))
    afleidingen = Afleidingen(bestand)
    for sectie, reeksen in secties:
        for i, reeks in enumerate(reeksen):
            yield from _afgeleid(afleidingen, reeks, boom, naam, (sectie, i))
    for sectie, reeksen in secties:
        for i, reeks in enumerate(reeksen):
            elders = {p: set(afleidingen.bevestigd.get((type(reeks), reeks.id, p), ())) for p in reeks.waarden}
            for id, periode, waarde in gepubliceerd:
                if id == reeks.id and periode in elders:
                    elders[periode].add(waarde)
            if isinstance(reeks, Parameter) and reeks.id in gekomen:
                for periode in elders.keys() & gekomen[reeks.id].waarden.keys():
                    elders[periode].add(gekomen[reeks.id].waarden[periode].waarde)
            tijden = _tijden(reeks, bestand.editie)
            yield from _Plaats(boom, naam, (sectie, i)).toets(
                reeks.id, reeks, reeks.waarden, reeks.waarden, tijden, elders, reeks.eenheid in TELBAAR
            )


def toets_wijziging(
    w: Wijziging,
    nieuw: Parameter,
    eerder: Parameter,
    gekomen: Realisatie | None,
    editie: Editie,
    zelfde_jaren: bool,
    boom: Blok,
    naam: str,
    i: int,
) -> Iterator[Probleem]:
    """The same of a change in a file laid over the parameters: `nieuw` is the parameter as it becomes, `eerder` as it was."""
    elders = {p: {r.waarden[p].waarde for r in (gekomen, eerder) if r and p in r.waarden} for p in w.waarden}
    plaats, tijden = _Plaats(boom, naam, ("wijzigingen", i)), _tijden(nieuw, editie)
    telbaar, vorige = nieuw.eenheid in TELBAAR, eerder if zelfde_jaren else None
    yield from plaats.toets(nieuw.id, w, w.waarden, nieuw.waarden, tijden, elders, telbaar, vorige)


def klopt_zonder_getal(meld: Meld, id: str, periode: str, klopt: str | None, *getallen: float) -> Iterator[Probleem]:
    """A confirmation that does not name what it confirms: it would go on confirming whatever stands there."""
    if klopt is not None and not any(abs(g) in genoemd(klopt) for g in getallen):
        yield meld("klopt-zonder-getal", "klopt", id=id, periode=periode, klopt=klopt)


class _Plaats:
    """Where a parameter, realisation or change stands."""

    def __init__(self, boom: Blok, naam: str, pad: tuple[str | int, ...]):
        self.boom, self.naam, self.pad = boom, naam, pad

    def toets(
        self,
        id: str,
        record: Reeks | Wijziging,
        gegeven: Mapping[str, Waarde],
        alle: Mapping[str, Waarde],
        tijden: Mapping[str, float],
        elders: Mapping[str, set[float]],
        telbaar: bool,
        eerder: Parameter | None = None,
    ) -> Iterator[Probleem]:
        """Every number that the file gives, beside all of the series; `eerder` is what it takes the place of."""
        op_tijd = sorted((p for p in alle if p in tijden), key=tijden.__getitem__)
        reeksen = {rol: [(p, float(w)) for p in op_tijd if (w := getattr(alle[p], rol)) is not None] for rol in _ROLLEN}
        if not telbaar and not any(abs(w) >= _KLEIN for reeks in reeksen.values() for _, w in reeks):
            return
        getijd = {rol: tuple((tijden[p], w) for p, w in reeks) for rol, reeks in reeksen.items()}
        banden = {rol: tuple(alle[p].waarde for p, _ in reeksen[rol]) for rol in ("laag", "hoog")}
        plaatsen = {(rol, p): k for rol, reeks in reeksen.items() for k, (p, _) in enumerate(reeks)}
        cijfers: dict[tuple[str, int], Cijfer] = {}
        woorden = (record.genoemd, record.toelichting, record.aanname)
        for periode, w in gegeven.items():
            meld = partial(_meld, self.boom, self.naam, (*self.pad, "waarden", periode))
            getallen = {rol: float(getal) for rol in _ROLLEN if (getal := getattr(w, rol)) is not None}
            yield from klopt_zonder_getal(meld, id, periode, w.klopt, *getallen.values())
            vorige = eerder.waarden.get(periode) if eerder else None
            for rol, getal in getallen.items():
                if (rol, periode) in plaatsen:
                    cijfers[rol, plaatsen[rol, periode]] = Cijfer(
                        partial(meld, stap=rol),
                        id,
                        periode if rol == "waarde" else f"{periode} ({rol})",
                        getal,
                        (w.genoemd, w.toelichting, w.aanname, *woorden),
                        w.klopt,
                        getijd[rol],
                        plaatsen[rol, periode],
                        banden=banden.get(rol, ()),
                        elders=frozenset((*elders.get(periode, ()), *(g for r, g in getallen.items() if r != rol))),
                        smal=len(op_tijd) == 1 and is_smal(getallen, rol),
                        eerder=getattr(vorige, rol, None),
                    )
        yield from toets(_met_vaste_buren(cijfers))


def _met_vaste_buren(cijfers: Mapping[tuple[str, int], Cijfer]) -> Iterator[Cijfer]:
    """The numbers, each with the places of those in its series that can be relied on when it stands firm itself.

    So a slip is told of the number that is wrong, and not of its neighbours; nor is one that is confirmed held against them.
    """
    los = {sleutel for sleutel, c in cijfers.items() if c.klopt or not c.staat_vast}
    for (rol, _), c in cijfers.items():
        yield replace(c, vast=frozenset(i for i in range(len(c.reeks)) if (rol, i) not in los))


def _tijden(reeks: Reeks, editie: Editie) -> dict[str, float]:
    if isinstance(reeks, Parameter):
        return {p: float(i) for i, p in enumerate(perioden(reeks.periode, editie))}
    assert isinstance(reeks, Realisatie)
    return {p: t for p in reeks.waarden if (t := tijdstip(p, reeks.periode)) is not None}


def _afgeleid(
    afleidingen: Afleidingen, reeks: Parameter | Realisatie, boom: Blok, naam: str, pad: tuple[str | int, ...]
) -> Iterator[Probleem]:
    """What is not as its formula has it, and a formula that cannot be reckoned."""
    try:
        for v in afleidingen.verschillen(reeks):
            yield _meld(boom, naam, (*pad, "waarden", v.periode), "getal-volgt-niet", v.rol, id=reeks.id, **uitkomst_in_woorden(v))
    except Onleesbaar as reden:
        yield _meld(boom, naam, pad, "afleiding-onleesbaar", "volgt_uit", id=reeks.id, reden=reden)


def _meld(boom: Blok, naam: str, pad: tuple[str | int, ...], code: str, stap: str | None = None, **gegevens: Any) -> Probleem:
    return probleem(code, bestand=naam, regel=regel_van(boom, (*pad, stap) if stap else pad), **gegevens)
