"""The charts of a document of fixed layout."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from mpp.uitkomsten import Uitkomsten

_MM_PER_INCH: Final = 25.4


@dataclass
class Beelden:
    """The charts of one document: each drawn once and carried along in the page itself."""

    u: Uitkomsten
    alt: dict[str, str] = field(default_factory=dict)
    bronnen: dict[str, str] = field(default_factory=dict)
    _uri: dict[tuple[str, float], str] = field(default_factory=dict)

    def __call__(self, naam: str, breedte: float) -> Markup:
        """The chart `naam`, `breedte` mm wide, without its own title, as an image with its alternative text."""
        import figures
        from figures.stijl.vel import voetregel

        if (naam, breedte) not in self._uri:
            self._uri[naam, breedte] = als_uri(figures.svg(naam, self.u, breedte / _MM_PER_INCH, kop=False))
            self.alt[naam] = figures.alt(naam, self.u)
            self.bronnen[naam] = voetregel(self.u, figures.lees(naam).BRON)
        return Markup('<figure><img src="{}" alt="{}"></figure>').format(self._uri[naam, breedte], self.alt[naam])


def als_uri(svg: bytes) -> str:
    """A drawing as an address that holds it."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")
