"""One side of a comparison: an edition with what it published, or a file that is held against one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mpp.edities.eerder import eerdere_edities, laad_editie
from mpp.edities.gepubliceerd import Cijfer
from mpp.edities.map import eerdere_mappen
from mpp.edities.uitkomsten import Uitkomst
from mpp.lezen import Blok, lees
from mpp.padnamen import PARAMETERS
from mpp.parameters import Parameterset, laad
from mpp.parameters.overlay import leg_over
from mpp.problemen import Fout, lijkt_op, probleem


@dataclass(frozen=True)
class Kant:
    """Parameters, on their own years, and what was published of them."""

    ps: Parameterset
    gepubliceerd: Mapping[Uitkomst, Cijfer] = field(default_factory=dict)


def lees_kant(wie: str, basis: Parameterset) -> Kant:
    """The edition with this id (the active one `basis`, or an earlier one of its project), or the file at this path.

    An edition comes with what it published; a file, a whole one or an overlay on the active edition, has published
    nothing. Raises Fout for what is neither, for an edition of which no parameters are known, and for what is wrong in the files.
    """
    mappen = eerdere_mappen(basis.wortel)
    if wie == basis.editie.id or wie in mappen:
        if wie != basis.editie.id and not mappen[wie].heeft(PARAMETERS):
            raise Fout([probleem("editie-zonder-parameters", editie=wie, stuk=mappen[wie].naam(PARAMETERS))])
        ps = basis if wie == basis.editie.id else laad_editie(mappen[wie])
        openbaar = eerdere_edities(basis).get(wie)
        return Kant(ps, openbaar.gepubliceerd if openbaar else {})
    pad = Path(wie)
    if not pad.is_file():
        bekend = [basis.editie.id, *(id for id, map_ in mappen.items() if map_.heeft(PARAMETERS))]
        raise Fout([probleem("editie-onbekend", editie=wie, bekend=", ".join(bekend), suggestie=lijkt_op(wie, bekend))])
    boom = lees(pad)
    return Kant(laad(pad.absolute(), basis.wortel) if isinstance(boom, Blok) and "parameters" in boom else leg_over(basis, pad))
