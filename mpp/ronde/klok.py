"""The clock: the day of today, that only a command reads, cannot lie before what was recorded."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mpp.problemen import Probleem, probleem
from mpp.ronde.journaal import lees_journaal

if TYPE_CHECKING:
    from mpp.parameters import Parameterset


def toets_klok(ps: Parameterset, vandaag: datetime.date) -> Iterator[Probleem]:
    """That today lies before the last consent or the last step of the edition: then no day can be held against it.

    Raises Fout for a journal that is not as it was written.
    """
    vastgelegd = [(a.datum, f"het akkoord van {a.organisatie} bij {a.onderwerp}") for a in ps.akkoorden.laatste.values()]
    if laatste := lees_journaal(ps).laatste:
        vastgelegd.append((laatste.datum, f"de stap {laatste.stap} in het journaal"))
    dag, wat = max(vastgelegd, default=(vandaag, ""))
    if vandaag < dag:
        yield probleem("klok-loopt-achter", vandaag=vandaag, wat=wat, laatste=dag)
