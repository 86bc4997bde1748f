"""The numbers of a parameter file, or of a file laid over it, each with what it is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from mpp.lezen import Blok, regel_van
from mpp.parameters.aannemelijk import Cijfer, Meld, is_smal, toets
from mpp.parameters.afleiding import Afleidingen, Onleesbaar, uitkomst_in_woorden
from mpp.parameters.perioden import perioden, tijdstip
from mpp.parameters.schema import Editie, Parameter, Parameterbestand, Realisatie, Reeks, Waarde, Wijziging
from mpp.parameters.schrijfwijze import genoemd
from mpp.problemen import Probleem, probleem

_ROLLEN: Final = ("waarde", "laag", "hoog")


def toets_bestand(bestand: Parameterbestand, boom: Blok, naam: str) -> Iterator[Probleem]:
    """Every number of a whole parameter file that looks like a slip of the hand; of its prognosis see `mpp.prognose`."""
    gekomen = {r.id: r for r in bestand.realisaties}
    gepubliceerd: dict[str, dict[str, float]] = {}
    for g in bestand.gepubliceerd:
        gepubliceerd.setdefault(g.indicator, {})[str(g.jaar)] = g.waarde
    afleidingen = Afleidingen(bestand)
    for sectie, reeksen in (("parameters", bestand.parameters), ("realisaties", bestand.realisaties)):
        for i, reeks in enumerate(reeksen):
            yield from _afgeleid(afleidingen, reeks, boom, naam, (sectie, i))
    for sectie, reeksen in (("parameters", bestand.parameters), ("realisaties", bestand.realisaties)):
        for i, reeks in enumerate(reeksen):
            elders: dict[str, set[float]] = {}
            for periode in reeks.waarden:
                anders = [gekomen[reeks.id].waarden.get(periode)] if sectie == "parameters" and reeks.id in gekomen else []
                elders[periode] = {w.waarde for w in anders if w} | afleidingen.bevestigd.get((type(reeks), reeks.id, periode), set())
                elders[periode] |= {w for p, w in gepubliceerd.get(reeks.id, {}).items() if p == periode}
            vorm = _Vorm(reeks, reeks.waarden, _tijden(reeks, bestand.editie), boom, naam, (sectie, i))
            yield from vorm.toets(reeks.waarden, _woorden(reeks), elders)


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
    vorm = _Vorm(nieuw, w.waarden, _tijden(nieuw, editie), boom, naam, ("wijzigingen", i))
    yield from vorm.toets(nieuw.waarden, _woorden(w), elders, eerder if zelfde_jaren else None)


class _Vorm:
    """The values of a parameter or realisation as a file gives them."""

    def __init__(
        self,
        reeks: Reeks,
        gegeven: Mapping[str, Waarde],
        tijden: Mapping[str, float],
        boom: Blok,
        naam: str,
        pad: tuple[str | int, ...],
    ):
        self.reeks, self.gegeven, self.tijden = reeks, gegeven, tijden
        self.boom, self.naam, self.pad = boom, naam, pad

    def toets(
        self,
        waarden: Mapping[str, Waarde],
        woorden: tuple[str | None, ...],
        elders: Mapping[str, set[float]],
        eerder: Parameter | None = None,
    ) -> Iterator[Probleem]:
        """Every number that the file gives, beside all `waarden` of the series."""
        op_tijd = sorted((p for p in waarden if p in self.tijden), key=self.tijden.__getitem__)
        reeksen = {rol: [(self.tijden[p], float(w)) for p in op_tijd if (w := getattr(waarden[p], rol)) is not None] for rol in _ROLLEN}
        perioden_met = {rol: [p for p in op_tijd if getattr(waarden[p], rol) is not None] for rol in _ROLLEN}
        for periode, w in self.gegeven.items():
            if periode not in op_tijd:
                continue
            meld = partial(_meld, self.boom, self.naam, (*self.pad, "waarden", periode))
            einden = [e for e in (w.laag, w.hoog) if e is not None]
            yield from klopt_zonder_getal(meld, self.reeks.id, periode, w.klopt, w.waarde, *einden)
            for rol in _ROLLEN:
                if (getal := getattr(w, rol)) is None:
                    continue
                naast = {e for e in (w.waarde, w.laag, w.hoog) if e is not None} if rol != "waarde" else set(einden)
                vorig = getattr(eerder.waarden.get(periode), rol, None) if eerder else None
                yield from toets(
                    [
                        Cijfer(
                            partial(meld, stap=rol),
                            self.reeks.id,
                            periode if rol == "waarde" else f"{periode} ({rol})",
                            float(getal),
                            (w.genoemd, w.toelichting, w.aanname, *woorden),
                            w.klopt,
                            tuple(reeksen[rol]),
                            perioden_met[rol].index(periode),
                            tuple(waarden[p].waarde for p in perioden_met[rol]) if rol != "waarde" else (),
                            frozenset(elders.get(periode, ())) | (frozenset((w.waarde,)) if rol != "waarde" else frozenset(naast)),
                            len(op_tijd) == 1 and _smal(w, rol),
                            vorig,
                        )
                    ]
                )


def klopt_zonder_getal(meld: Meld, id: str, periode: str, klopt: str | None, *getallen: float) -> Iterator[Probleem]:
    """A confirmation that does not name what it confirms: it would go on confirming whatever stands there."""
    if klopt is not None and not any(abs(g) in genoemd(klopt) for g in getallen):
        yield meld("klopt-zonder-getal", "klopt", id=id, periode=periode, klopt=klopt)


def _smal(w: Waarde, rol: str) -> bool:
    einden = [e for e in (w.laag, w.hoog) if e is not None]
    return is_smal(w.waarde, *einden) if rol == "waarde" else is_smal(w.waarde, float(getattr(w, rol)))


def _woorden(record: Reeks | Wijziging) -> tuple[str | None, ...]:
    return record.genoemd, record.toelichting, record.aanname


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
