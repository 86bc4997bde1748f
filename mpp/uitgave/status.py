"""The state of an edition: concept or locked, with every partner's consent or without."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from mpp.problemen import Fout, probleem

if TYPE_CHECKING:
    from mpp.parameters import Parameterset

MERK = "CONCEPT"


@dataclass(frozen=True)
class Status:
    """What every page, every file name and the manifest say about the state of the edition.

    `redenen`: why it is a concept. `route`: A when every partner consented to its parameters, else B, with
    in `zonder_akkoord` the partners that did not.
    """

    concept: bool
    redenen: tuple[str, ...]
    classificatie: str
    route: Literal["A", "B"]
    zonder_akkoord: tuple[str, ...] = ()

    def bestandsnaam(self, pad: str) -> str:
        """The path `pad` as it is handed over: its first part carries the mark of a concept."""
        eerste, *rest = PurePosixPath(pad).parts
        if self.concept and not PurePosixPath(eerste).stem.endswith(MERK):
            kop = PurePosixPath(eerste)
            eerste = f"{kop.stem}-{MERK}{kop.suffix}"
        return "/".join((eerste, *rest))


def bepaal_status(ps: Parameterset, *, definitief: bool = False) -> Status:
    """The state of the edition that `ps` makes.

    Raises Fout with everything that changed when `definitief` is asked and the lock does not hold.
    """
    from mpp.parameters.slot import controleer_slot

    redenen = tuple(controleer_slot(ps))
    if definitief and redenen:
        raise Fout([probleem("slot-verbroken", bestand=ps.pad.name, reden=reden) for reden in redenen])
    zonder = {
        partner
        for parameter in ps.parameters.values()
        for partner, sleutel in parameter.akkoord.items()
        if not ps.akkoorden[sleutel].gegeven
    }
    return Status(bool(redenen), redenen, ps.editie.classificatie, "B" if zonder else "A", tuple(sorted(zonder)))
