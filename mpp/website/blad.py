"""A page of the website that is no document: a layout of the folder `website`, filled with the texts of communications."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from mpp.documenten.teksten import Teksten
from mpp.getal.plaatshouders import lees_getallen
from mpp.glossarium import lees_glossarium
from mpp.problemen import Fout
from mpp.render.omslag import omslag
from mpp.sjabloon import vul
from mpp.website.aanwijzing import Aanwijzingen
from mpp.website.verbinden import verbind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from markupsafe import Markup

    from mpp.getal.getal import InTekst
    from mpp.glossarium import Glossarium
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

MAP: Final = "website"
"""The folder of the layouts and texts in the project, and of what the pages share in a package."""


def heeft_website(wortel: Path) -> bool:
    """Whether the documents of the project in `wortel` are to be one site."""
    return (wortel / MAP).is_dir()


class Bladen:
    """The pages of one edition in one state, with the texts that they ask for: each by its place in the file, as `start.inleiding`."""

    def __init__(self, u: Uitkomsten, status: Status):
        self._u, self._status = u, status
        self._takken: dict[str, Teksten] = {}

    def tekst(self, naam: str) -> Markup:
        """The text with this name, its numbers filled in."""
        tak, _, rest = naam.partition(".")
        return self._van(tak)(rest)

    def aantal(self, naam: str) -> int:
        """How many items the list of texts with this name has."""
        tak, _, rest = naam.partition(".")
        return self._van(tak).aantal(rest)

    def vul(self, sjabloon: str, pad: str, titel: str, **velden: object) -> str:
        """The page at `pad` of the package, with its numbers linked."""
        alle = {"titel": titel, "top": "../" * pad.count("/"), "tekst": self.tekst, **vars(omslag(self._u, self._status)), **velden}
        html = vul(self._u.ps.wortel / MAP / f"{sjabloon}.html.j2", bondig=True, **alle)
        return verbind(html, pad, self.aanwijzingen, self._status.bestandsnaam)

    def eis_goed(self) -> None:
        """Raises Fout with everything that is wrong in the parts of the texts that were asked for."""
        if problemen := [p for teksten in self._takken.values() for p in teksten.problemen()]:
            raise Fout(problemen)

    @cached_property
    def aanwijzingen(self) -> Aanwijzingen:
        """What the numbers of the edition are."""
        return Aanwijzingen(self._u, self._soort)

    def _soort(self, soort: str) -> str:
        """What a kind of number is called. Raises Fout for one that the texts do not know."""
        tekst = str(self._soorten(soort))
        if not tekst:
            raise Fout(self._soorten.gemeld)
        return tekst

    @cached_property
    def _soorten(self) -> Teksten:
        return self._lees("soorten")

    def _van(self, tak: str) -> Teksten:
        if tak not in self._takken:
            self._takken[tak] = self._lees(tak)
        return self._takken[tak]

    def _lees(self, tak: str) -> Teksten:
        return Teksten(self._u.ps.wortel / MAP / "teksten.yml", self._getallen, self._glossarium, self._u.ps, tak)

    @cached_property
    def _getallen(self) -> Mapping[str, InTekst]:
        return lees_getallen(self._u.ps.wortel / MAP / "getallen.yml", self._u)

    @cached_property
    def _glossarium(self) -> Glossarium:
        return lees_glossarium(self._u.ps.wortel / "glossary.yml")
