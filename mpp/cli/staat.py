"""Telling the state of what was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mpp.uitgave.status import Status


def toon_akkoord(status: Status) -> None:
    """Print along which route the edition goes, and how many consents to the input and the outcomes are in each state."""
    from mpp.parameters.akkoord import SOORTEN, tel

    for soort in SOORTEN:
        aantallen = tel(stand for stand in status.standen if stand.soort == soort)
        print(f"Akkoord op {soort}: {', '.join(f'{aantal} {staat}' for staat, aantal in aantallen.items() if aantal)}.")
    print(f"Route {status.route}.")


def toon_redenen(status: Status, *, varianten: bool) -> None:
    """Print why it is a concept; with `varianten` also why only the documents of the variants are."""
    for reden in status.redenen:
        print(f"Concept: {reden}")
    for reden in status.redenen_varianten if varianten else ():
        print(f"Concept, alleen de beleidscontroles: {reden}")
