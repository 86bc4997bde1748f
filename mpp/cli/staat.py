"""Telling the state of what was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mpp.uitgave.status import Status


def toon_redenen(status: Status, *, varianten: bool) -> None:
    """Print why it is a concept; with `varianten` also why only the documents of the variants are."""
    for reden in status.redenen:
        print(f"Concept: {reden}")
    for reden in status.redenen_varianten if varianten else ():
        print(f"Concept, alleen de beleidscontroles: {reden}")
