"""The closed list of units, and what each allows."""

from __future__ import annotations

from typing import Final

#: Every unit a parameter, realisation or indicator may have.
EENHEDEN: Final = (
    "personen",
    "zaken",
    "aanvragen",
    "dossiers",
    "pupillen",
    "plekken",
    "visa",
    "personenjaren",
    "fte",
    "aandeel",
    "factor",
    "jaren",
    "maanden",
    "weken",
    "dagen",
    "euro",
    "miljoen euro",
    "euro per dag",
    "personen per dag",
    "personen per week",
    "zaken per week",
    "zaken per maand",
)

#: Units whose values lie between 0 and 1.
AANDELEN: Final = frozenset({"aandeel"})

#: Units of which texts write the values as percentages too.
PROCENTUEEL: Final = AANDELEN | {"factor"}

#: The unit of which a text writes the value with the word miljoen.
MILJOENEN: Final = "miljoen euro"

#: Units that are counted: there is no part of one.
TELBAAR: Final = frozenset({"personen", "zaken", "aanvragen", "dossiers", "pupillen", "plekken", "visa"})
