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


def tellen_op(u: Uitkomsten, ids: Collection[str], scenarios: Sequence[str] | None = None) -> bool:
    """Whether every total among `ids` of which all parts are there too adds up as displayed, in these (or all) scenarios and all years."""
    return all(
        sluit(u.waarde(i.id, jaar, s), [u.waarde(deel, jaar, s) for deel in i.delen], stap(i.eenheid))
        for i in (register()[id] for id in ids if id in register())
        if i.delen and set(i.delen) <= set(ids)
        for s in scenarios or u.scenarios
        for jaar in u.jaren
    )
