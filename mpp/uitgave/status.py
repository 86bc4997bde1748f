"""The state of an edition: concept or locked, with every partner's consent or without."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from mpp.problemen import Fout, probleem
from mpp.uitgave.omgeving import anders_dan_vastgezet
from mpp.uitkomsten.register import OPENBAAR

if TYPE_CHECKING:
    from mpp.parameters.akkoord import Stand
    from mpp.uitkomsten import Uitkomsten

MERK = "CONCEPT"

#: So many packages that differ are told of.
_GENOEMD = 6


@dataclass(frozen=True)
class Status:
    """What every page, every file name and the manifest say about the state of the edition.

    `redenen`: why it is a concept. `route`: A when every organisation agreed to its parameters and outcomes, else B, with
    in `zonder_akkoord` those that did not; `standen` is how it stands with each consent. `redenen_varianten`: why the
    documents of the variants are a concept though those of the MPP need not be.
    """

    concept: bool
    redenen: tuple[str, ...]
    classificatie: str
    route: Literal["A", "B"]
    zonder_akkoord: tuple[str, ...] = ()
    redenen_varianten: tuple[str, ...] = ()
    standen: tuple[Stand, ...] = ()

    @property
    def is_uitgave(self) -> bool:
        """Whether what is made goes out as it is: final, and for anyone to read."""
        return not self.concept and self.classificatie == OPENBAAR

    def voor(self, *, beleidscontrole: bool) -> Status:
        """The state of the documents of the variants, or of those of the MPP."""
        redenen = (*self.redenen, *self.redenen_varianten) if beleidscontrole else self.redenen
        return replace(self, concept=self.concept or bool(redenen), redenen=redenen, redenen_varianten=())

    def bestandsnaam(self, pad: str) -> str:
        """The path `pad` as it is handed over: its first part carries the mark of a concept."""
        eerste, *rest = PurePosixPath(pad).parts
        if self.concept and not PurePosixPath(eerste).stem.endswith(MERK):
            kop = PurePosixPath(eerste)
            eerste = f"{kop.stem}-{MERK}{kop.suffix}"
        return "/".join((eerste, *rest))


def bepaal_status(u: Uitkomsten, *, definitief: bool = False, beleidscontrole: bool = False) -> Status:
    """The state of the edition of which `u` are the results; a concept too where other packages are installed than are pinned.

    Raises Fout with everything that changed when `definitief` is asked and the lock does not hold, for the variants too when
    it is asked of a `beleidscontrole`.
    """
    from mpp.getal.akkoordstand import route, standen, zonder_akkoord
    from mpp.parameters.slot import controleer_slot

    ps, alle = u.ps, standen(u)
    redenen, van_varianten = controleer_slot(ps)
    redenen += _andere_pakketten()
    if definitief and (verbroken := (*redenen, *(van_varianten if beleidscontrole else ()))):
        raise Fout([probleem("slot-verbroken", bestand=ps.pad.name, reden=reden) for reden in verbroken])
    return Status(bool(redenen), redenen, ps.editie.classificatie, route(alle), zonder_akkoord(alle), van_varianten, alle)


def _andere_pakketten() -> tuple[str, ...]:
    """Why what is installed makes this a concept: other versions may print other characters than the edition was locked with."""
    anders = anders_dan_vastgezet()
    if not anders:
        return ()
    genoemd = [f"{naam} {hier} (vastgelegd: {vast})" for naam, (hier, vast) in list(anders.items())[:_GENOEMD]]
    rest = f" en {len(anders) - _GENOEMD} andere" if len(anders) > _GENOEMD else ""
    return (f"er zijn andere pakketten geïnstalleerd dan in requirements.txt vastliggen; anders: {', '.join(genoemd)}{rest}",)
