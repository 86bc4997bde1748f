"""Charts as a chapter calls them in."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from mpp.problemen import Fout, lijkt_op, probleem
from mpp.uitkomsten import Uitkomsten


@dataclass(frozen=True)
class Figuur:
    """A chart with its alternative text, ready for a chapter: an image that carries everything with it."""

    svg: bytes
    alt: str

    @property
    def uri(self) -> str:
        """The chart as a data URI."""
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg).decode("ascii")

    def _repr_markdown_(self) -> str:
        alt = self.alt.replace("\\", "\\\\").replace('"', '\\"')
        return f'![]({self.uri}){{fig-alt="{alt}"}}'


def figuur(naam: str, ernaast: str | None = None, *, u: Uitkomsten) -> Figuur:
    """The chart `figures/<naam>.py` of the edition; with `ernaast` two charts side by side.

    Raises Fout when there is no such chart.
    """
    from figures import NAMEN, alt, naast_elkaar, svg

    namen = [naam, ernaast] if ernaast else [naam]
    if onbekend := [naam for naam in namen if naam not in NAMEN]:
        raise Fout(probleem("figuur-onbekend", naam=naam, suggestie=lijkt_op(naam, NAMEN)) for naam in onbekend)
    beeld = naast_elkaar(naam, ernaast, u) if ernaast else svg(naam, u)
    return Figuur(beeld, " ".join(alt(naam, u) for naam in namen))
