"""What a correction does to the outcomes: the numbers that the lock kept, run with the model of now, against those of now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from mpp.lezen import Blok, Rij
from mpp.parameters.schema import Reeks
from mpp.parameters.set import Parameterset
from mpp.problemen import Fout
from mpp.ronde.cijfer import Cijfer
from mpp.uitkomsten import bereken, indicatoren
from mpp.weergave.afronding import getoond, stap

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten

R = TypeVar("R", bound=Reeks)
_GENOEMD: Final = 5
"""So many outcomes are named."""


@dataclass(frozen=True)
class Gevolgen:
    """The outcomes in medio that moved most as they are shown, each in the year in which it did; and how many others did."""

    grootste: tuple[Cijfer, ...]
    andere: int


def gevolgen(u: Uitkomsten, vast: Mapping[str, Any]) -> Gevolgen | None:
    """What moved between the numbers that a lock kept and the results `u`; None where those cannot be run with the model of now."""
    try:
        toen = bereken(zoals_vergrendeld(u.ps, vast))
    except Fout:
        return None
    bewogen = sorted(_bewogen(toen, u), key=lambda paar: -paar[0])
    return Gevolgen(tuple(cijfer for _, cijfer in bewogen[:_GENOEMD]), max(len(bewogen) - _GENOEMD, 0))


def zoals_vergrendeld(ps: Parameterset, vast: Mapping[str, Any]) -> Parameterset:
    """The same edition with the numbers and the prognosis that a lock kept: what came since is not there, what went is not either."""
    cijfers = vast["cijfers"]
    parameters = tuple(_met(p, cijfers.get(p.id, {})) for p in ps.bestand.parameters)
    kwam = (_met(r, cijfers.get(f"realisatie:{r.id}", {}), alleen=True) for r in ps.bestand.realisaties)
    bestand = ps.bestand.model_copy(update={"parameters": parameters, "realisaties": tuple(r for r in kwam if r.waarden)})
    boom = Blok({**ps.boom, "prognose": _boom(vast["prognose"])})
    return Parameterset(bestand, boom, ps.pad, ps.merk, ps.wortel, ps.akkoorden)


def _met(reeks: R, cijfers: Mapping[str, list[float]], *, alleen: bool = False) -> R:
    """A series with these numbers, `alleen` in the periods that they are of."""
    waarden = {}
    for periode, w in reeks.waarden.items():
        waarde, *band = cijfers.get(periode, [w.waarde])
        laag, hoog = band or (None, None)
        if periode in cijfers:
            waarden[periode] = w.model_copy(update={"waarde": waarde, "laag": laag, "hoog": hoog})
        elif not alleen:
            waarden[periode] = w
    return reeks.model_copy(update={"waarden": waarden})


def _bewogen(toen: Uitkomsten, nu: Uitkomsten) -> Iterator[tuple[float, Cijfer]]:
    """Each outcome that anyone may see and that is shown as another number now, in the year in which most, with how much of the larger."""
    for i in indicatoren("extern").values():
        verschillen = []
        for jaar, *waarden in zip(nu.jaren, toen.reeks(i.id).tolist(), nu.reeks(i.id).tolist(), strict=True):
            oud, nieuw = (float(getoond(waarde, stap(i.eenheid))) for waarde in waarden)
            if oud != nieuw:
                deel = abs(nieuw - oud) / max(abs(oud), abs(nieuw))
                cijfer = Cijfer(reeks=f"uitkomst:{i.id}", label=i.naam, eenheid=i.eenheid, periode=str(jaar), oud=oud, nieuw=nieuw)
                verschillen.append((deel, cijfer))
        if verschillen:
            yield max(verschillen, key=lambda paar: paar[0])


def _boom(inhoud: Any) -> Any:
    if isinstance(inhoud, dict):
        return Blok({sleutel: _boom(deel) for sleutel, deel in inhoud.items()})
    return Rij(map(_boom, inhoud)) if isinstance(inhoud, list) else inhoud
