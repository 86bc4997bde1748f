"""Whether totals and their parts still add up once both are rounded."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from mpp.uitkomsten import register
from mpp.weergave.afronding import sluit, stap

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten

AFRONDING: Final = "Door afronding tellen de delen niet overal op tot het totaal."
"""What a table says under it where they do not."""


GEREALISEERD: Final = "De gerealiseerde delen en het gerealiseerde totaal komen uit verschillende tellingen en tellen niet overal op."
"""The same of what was realised."""


def gerealiseerd_telt_op(u: Uitkomsten, ids: Collection[str], jaren: Sequence[int]) -> bool:
    """Whether every realised total among `ids`, of which all parts are there too, adds up as displayed in these years."""
    return all(
        sluit(totaal, [deel for deel in delen if deel is not None], stap(i.eenheid))
        for i in (register()[id] for id in ids if id in register())
        if i.delen and set(i.delen) <= set(ids)
        for jaar in jaren
        for totaal, *delen in [[_gerealiseerd(u, id, jaar) for id in (i.id, *i.delen)]]
        if totaal is not None and None not in delen
    )


def _gerealiseerd(u: Uitkomsten, id: str, jaar: int) -> float | None:
    reeks = u.ps.realisaties.get(id)
    moment = reeks.moment_van(jaar) if reeks else None
    return reeks.waarden[str(moment)].waarde if reeks and moment is not None else None


def tellen_op(u: Uitkomsten, ids: Collection[str], scenarios: Sequence[str] | None = None) -> bool:
    """Whether every total among `ids` of which all parts are there too adds up as displayed, in these (or all) scenarios and all years."""
    return all(
        sluit(u.waarde(i.id, jaar, s), [u.waarde(deel, jaar, s) for deel in i.delen], stap(i.eenheid))
        for i in (register()[id] for id in ids if id in register())
        if i.delen and set(i.delen) <= set(ids)
        for s in scenarios or u.scenarios
        for jaar in u.jaren
    )
