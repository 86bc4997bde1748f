"""Tables of the Prognose Eerste Asielinstroom: its futures, the years, and the chance of more than a number of people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mpp.getal.getal import Getal, Naam, Zinsdeel
from mpp.getal.prognosecijfers import kans_in_tabel, van_jaar
from mpp.getal.tabel import Cel, Tabel
from mpp.getal.woorden import aandeel, met_teken
from mpp.prognose.grenzen import grenzen
from mpp.uitkomsten import Uitkomsten
from mpp.weergave.afronding import stap

_NAMEN: Final = {"verwachting": "Verwachting", "minimum": "Minimum", "mediaan": "Middelste waarde", "medio": "Medio", "maximum": "Maximum"}


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
    aantal = Getal(kwam.aantal, "personen", stap("personen"), "prognose:gekomen", str(jaar))
    noot = Zinsdeel(("Kans nu: gegeven de ", aantal, " eerste aanvragen die er voor de peildatum kwamen."))
    koppen = ["Toekomstscenario", "Soort", "Kans", "Kans nu", "Verwachting", "Spreiding"]
    return Tabel(koppen, rijen, [38, 15, 10, 11, 13, 13], noten=(noot,), tekstkolommen=frozenset({1}))


def tabel_kansen(drempels: Sequence[int], *, u: Uitkomsten) -> Tabel:
    """The probability that the first asylum inflow exceeds each of `drempels` people (rows), by year (columns)."""
    return _kansen([Getal(drempel, "personen", 1, "prognose:drempel") for drempel in drempels], u)


def tabel_alle_kansen(*, u: Uitkomsten) -> Tabel:
    """The same in equal steps, from what is almost surely exceeded up to what in no year is with a chance worth telling."""
    return _kansen([Getal(grens, "personen", 1, "prognose:grens", str(i)) for i, grens in enumerate(grenzen(u.prognose))], u)


def _kansen(aantallen: Sequence[Getal], u: Uitkomsten) -> Tabel:
    jaren = u.jaren
    rijen: list[list[Cel]] = [
        [Zinsdeel(("Meer dan ", grens, " personen")), *(kans_in_tabel(jaar, grens.waarde, u=u) for jaar in jaren)] for grens in aantallen
    ]
    return Tabel(["Kans op", *(Naam(str(jaar), "editie:jaren") for jaar in jaren)], rijen, [36, *([64 // len(jaren)] * len(jaren))])


def tabel_jaren(*, u: Uitkomsten) -> Tabel:
    """What is expected of each year, its three scenarios, and how far minimum and maximum lie apart."""
    rijen: list[list[Cel]] = []
    for jaar in u.jaren:
        verwacht, minimum, mediaan, medio, maximum = (van_jaar(w, jaar, u=u) for w in _NAMEN)
        breed = maximum - minimum
        rijen.append([Naam(str(jaar), "editie:jaren"), verwacht, minimum, mediaan, medio, maximum, breed, aandeel(breed, medio)])
    koppen: list[Cel] = ["Jaar", *_NAMEN.values(), "Breedte interval", "Deel van medio"]
    return Tabel(koppen, rijen, [9, 13, 13, 13, 13, 13, 13, 13])


def tabel_vooraf(*, u: Uitkomsten) -> Tabel:
    """The first year before anything of it had come and as it is now, given what came, and the difference."""
    jaar = u.jaren[0]
    rijen: list[list[Cel]] = []
    for wat, naam in _NAMEN.items():
        vooraf, nu = (van_jaar(wat, jaar, vooraf=eerst, u=u) for eerst in (True, False))
        rijen.append([naam, vooraf, nu, met_teken(nu - vooraf)])
    breed = [van_jaar("maximum", jaar, vooraf=eerst, u=u) - van_jaar("minimum", jaar, vooraf=eerst, u=u) for eerst in (True, False)]
    rijen.append(["Breedte van het interval", *breed, met_teken(breed[1] - breed[0])])
    return Tabel(["Eerste asielinstroom", "Vooraf", "Nu", "Verschil"], rijen, [40, 20, 20, 20])
