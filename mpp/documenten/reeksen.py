"""The numbers of an indicator as every table of a document has them."""

from __future__ import annotations

from collections.abc import Mapping

from mpp.getal.cijfers import n
from mpp.getal.getal import Getal
from mpp.uitkomsten import Uitkomsten

Reeksen = Mapping[str, tuple[Getal, ...]]
"""By scenario a number for each year of the edition."""


def reeksen(id: str, u: Uitkomsten) -> Reeksen:
    """The numbers of an indicator by scenario and year, rounded as everywhere. Raises Fout for an unknown indicator."""
    return {scenario: tuple(n(id, jaar, scenario, u=u) for jaar in u.jaren) for scenario in u.scenarios}
