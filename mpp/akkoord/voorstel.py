"""A value that an organisation proposes instead of the one it was asked to agree to, with its reason and source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mpp.akkoord.formulier import Antwoord
from mpp.akkoord.lezen import Antwoorden, Ingevuld
from mpp.parameters import Parameterset
from mpp.parameters.schema import Bron
from mpp.parameters.schrijfwijze import geschreven
from mpp.parameters.tijd import laatste_dag

_ROLLEN: Final[tuple[Antwoord, ...]] = ("waarde", "laag", "hoog")


@dataclass(frozen=True)
class Voorstel:
    """Other numbers (`waarde`, `laag`, `hoog`) for one parameter in one period; `cel` is where the form says so.

    `bron` is the key of a source, or the title of a `nieuwe_bron` with the day that the form gives.
    One that is `van_de_tijd` has a source that was there when the edition was adopted, so that it rests on no later knowledge.
    """

    parameter: str
    periode: str
    getallen: Mapping[Antwoord, float]
    reden: str
    bron: str
    nieuwe_bron: Bron | None
    partner: str
    cel: str
    eenheid: str
    van_de_tijd: bool

    @classmethod
    def uit(cls, a: Antwoorden, rij: Ingevuld, ps: Parameterset) -> Voorstel:
        """What a row of a form proposes; what it does not change of value and range stays."""
        p = ps[rij.onderwerp]
        nu = p.waarden[rij.periode]
        eigen = {rol: rij.antwoorden.get(rol, getattr(nu, rol)) for rol in _ROLLEN}
        getallen = {rol: float(getal) for rol, getal in eigen.items() if getal is not None}
        cel = next(rij.cellen[rol] for rol in _ROLLEN if rol in rij.antwoorden)
        reden, bron = str(rij.antwoorden["reden"]), str(rij.antwoorden["bron"])
        gegevens = {"titel": bron, "uitgever": a.partner, "datum": rij.antwoorden.get("brondatum"), "soort": "officieel"}
        nieuw = None if bron in ps.bronnen else Bron.model_validate(gegevens)
        sinds = laatste_dag(nieuw or ps.bronnen[bron])
        van_de_tijd = sinds <= ps.editie.vastgesteld and not (p.peildatum and p.peildatum > ps.editie.peildatum)
        return cls(p.id, rij.periode, getallen, reden, bron, nieuw, a.partner, cel, p.eenheid, van_de_tijd)

    @property
    def genoemd(self) -> str:
        """The numbers as a Dutch text writes them, so that they can be read twice."""
        return ", ".join(f"{'' if rol == 'waarde' else f'{rol} '}{geschreven(getal, self.eenheid)}" for rol, getal in self.getallen.items())
