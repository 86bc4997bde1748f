"""The Prognose Eerste Asielinstroom as a document of its own: its futures, the density, the years after, and how earlier ones came out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mpp.documenten.beelden import Beelden
from mpp.documenten.opmaak import Bladzijden, Opmaak, maak
from mpp.documenten.prognose.delen import addenda, grondslagen, scenariojaren
from mpp.getal.eerdere_prognoses import eerdere_prognoses, tabel_eerdere_prognoses, tabel_jaar_op_jaar
from mpp.getal.prognosetabellen import tabel_alle_kansen, tabel_jaren, tabel_toekomstscenarios, tabel_vooraf
from mpp.render.omslag import omslag

if TYPE_CHECKING:
    from pathlib import Path

    from mpp.documenten.teksten import Teksten
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

NAAM: Final = "prognose"


def prognose(u: Uitkomsten, status: Status, wortel: Path | None = None) -> dict[str, bytes]:
    """The document as PDF and as HTML, from the folder `prognose` of the project.

    Raises Fout with every problem in the named numbers, the texts and the pages.
    """
    return maak(NAAM, bladzijden(u, status, wortel))


def bladzijden(u: Uitkomsten, status: Status, wortel: Path | None = None) -> Bladzijden:
    """The document before it is laid out. Raises Fout with every problem in the named numbers."""
    opmaak = Opmaak(wortel or u.ps.wortel, NAAM, NAAM)
    teksten = opmaak.teksten(u)
    met_eerdere, aanvullingen = bool(eerdere_prognoses(u)), tuple(addenda(status))
    _laat_weg(teksten, gekomen=u.prognose.gekomen is not None, eerdere=met_eerdere, addendum=bool(aanvullingen))
    velden = {
        "tekst": teksten,
        "aantal": teksten.aantal,
        "beeld": Beelden(u),
        "jaren": u.jaren,
        "gekomen": u.prognose.gekomen,
        "scenarios": tabel_toekomstscenarios(u.jaren[0], u=u),
        "grondslagen": tuple(grondslagen(u)),
        "kansen": tabel_alle_kansen(u=u),
        "per_jaar": tabel_jaren(u=u),
        "scenariojaren": tuple(scenariojaren(u)),
        "vooraf": tabel_vooraf(u=u),
        "eerdere": tabel_eerdere_prognoses(u=u) if met_eerdere else None,
        "jaar_op_jaar": tabel_jaar_op_jaar(u=u),
        "addenda": aanvullingen,
    }
    return opmaak.bladzijden(f"Prognose Eerste Asielinstroom – {status.naam(u.editie)}", omslag(u, status), teksten, **velden)


def _laat_weg(teksten: Teksten, *, gekomen: bool, eerdere: bool, addendum: bool) -> None:
    """Leave out what this edition has no reason to say."""
    weg = {"gekomen.wel": not gekomen, "gekomen.nog_niet": gekomen, "eerdere.wel": not eerdere, "eerdere.geen": eerdere}
    for tak in (naam for naam, is_weg in (weg | {"addendum": not addendum}).items() if is_weg):
        teksten.laat_weg(tak)
