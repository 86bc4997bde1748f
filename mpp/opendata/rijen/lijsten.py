"""What the other tables refer to: indicators, units, codes, sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mpp.edities.eerder import eerdere_edities
from mpp.lezen import lees
from mpp.opendata.bestanden import Rij, exact
from mpp.opendata.rijen.gemeen import in_eenheid
from mpp.opendata.tabel import HIER, codelijsten
from mpp.opendata.tijd import van_dag
from mpp.uitkomsten.register import indicatoren
from mpp.weergave.afronding import stap

if TYPE_CHECKING:
    from mpp.parameters.schema import Bron
    from mpp.uitkomsten import Uitkomsten


def indicatoren_(u: Uitkomsten) -> Iterator[Rij]:
    """Every indicator that may be shown to anyone."""
    for id, i in indicatoren("extern").items():
        yield {
            "indicator": id,
            "naam": i.naam,
            "definitie": i.definitie,
            "organisatie": i.organisatie,
            "domein": i.domein,
            "soort": i.soort,
            **in_eenheid(i.eenheid),
        }


def eenheden(u: Uitkomsten) -> Iterator[Rij]:
    """Every unit, with the step that outcomes in it are rounded to."""
    for eenheid, omschrijving in lees(HIER / "eenheden.yml").items():
        yield {"eenheid": eenheid, "omschrijving": omschrijving, "afronding": exact(stap(eenheid))}


def codes(u: Uitkomsten) -> Iterator[Rij]:
    """Every code."""
    for lijst, inhoud in codelijsten().items():
        for code, (nl, en) in inhoud.items():
            yield {"lijst": lijst, "code": code, "betekenis": nl, "betekenis_en": en}


def bronnen(u: Uitkomsten) -> Iterator[Rij]:
    """Every source of the edition and of what editions published."""
    for sleutel, bron in alle_bronnen(u).items():
        yield {
            "bron": sleutel,
            "titel": bron.titel,
            "uitgever": bron.uitgever,
            **van_dag(bron.datum),
            "soort": bron.soort,
            "url": bron.url,
        }


def alle_bronnen(u: Uitkomsten) -> dict[str, Bron]:
    """The same by key; of two with one key that of the edition itself."""
    eerder = {sleutel: bron for editie in eerdere_edities(u.ps).values() for sleutel, bron in editie.bronnen.items()}
    return {**u.ps.bronnen, **{sleutel: bron for sleutel, bron in eerder.items() if sleutel not in u.ps.bronnen}}
