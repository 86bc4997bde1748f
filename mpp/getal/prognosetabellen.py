"""Tables of the Prognose Eerste Asielinstroom: its futures, and the chance of more than a number of people."""

from __future__ import annotations

from collections.abc import Sequence

from mpp.getal.cijfers import kans
from mpp.getal.getal import Getal, Naam
from mpp.getal.tabel import Cel, Tabel
from mpp.uitkomsten import Uitkomsten
from mpp.weergave.afronding import stap


def tabel_toekomstscenarios(jaar: int, *, u: Uitkomsten) -> Tabel:
    """Every future behind the prognosis of a year: kind, probability, expectation and spread.

    Of a year of which months have come, the probability given those as well.
    """
    rijen: list[list[Cel]] = []
    kwam = u.prognose.gekomen if jaar == u.jaren[0] else None
    nu = u.prognose.kansen(jaar)
    for scenario in u.prognose.sectie.scenarios:
        w = scenario.jaren[jaar]
        rijen.append(
            [
                Naam(scenario.naam, f"prognose:{scenario.id}"),
                scenario.soort,
                Getal(w.kans, "aandeel", stap("aandeel"), f"prognose:{scenario.id}:kans", str(jaar)),
                *([Getal(nu[scenario.id], "aandeel", stap("aandeel"), f"prognose:{scenario.id}:kans_nu", str(jaar))] if kwam else []),
                Getal(w.verwachting, "personen", stap("personen"), f"prognose:{scenario.id}:verwachting", str(jaar)),
                Getal(w.spreiding, "personen", stap("personen"), f"prognose:{scenario.id}:spreiding", str(jaar)),
            ]
        )
    if not kwam:
        koppen: list[Cel] = ["Toekomstscenario", "Soort", "Kans", "Verwachting", "Spreiding"]
        return Tabel(koppen, rijen, [46, 16, 10, 14, 14], tekstkolommen=frozenset({1}))
    aantal = Getal(kwam.aantal, "personen", stap("personen"), "prognose:gekomen", str(jaar))._repr_markdown_()
    noot = f"Kans nu: gegeven de {aantal} eerste aanvragen die er voor de peildatum kwamen."
    koppen = ["Toekomstscenario", "Soort", "Kans", "Kans nu", "Verwachting", "Spreiding"]
    return Tabel(koppen, rijen, [38, 15, 10, 11, 13, 13], noten=(noot,), tekstkolommen=frozenset({1}))


def tabel_kansen(drempels: Sequence[int], *, u: Uitkomsten) -> Tabel:
    """The probability that the first asylum inflow exceeds each of `drempels` people (rows), by year (columns)."""
    jaren = u.jaren
    rijen: list[list[Cel]] = []
    for drempel in drempels:
        grens = Getal(drempel, "personen", 1, "prognose:drempel")._repr_markdown_()
        rijen.append([f"Meer dan {grens} personen", *(kans(jaar, boven=drempel, u=u) for jaar in jaren)])
    return Tabel(["Kans op", *(Naam(str(jaar), "editie:jaren") for jaar in jaren)], rijen, [36, *([64 // len(jaren)] * len(jaren))])
