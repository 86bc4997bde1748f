"""What an explanation says: the records of which it is made, as `mpp explain --json` writes them.

The tree is made of three kinds of record, told apart by `soort`: an element of the model (`voorraad`, `stroom`,
`grootheid`, `stand`), a `parameter`, and the `prognose`. `schema` says which form this is: it counts on when a key
goes or changes, not when one is added. Values are unrounded; what is not given is null.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

SCHEMA = 3


@dataclass(frozen=True)
class Bronvermelding:
    """A published source."""

    sleutel: str
    titel: str
    uitgever: str
    datum: str
    url: str | None


@dataclass(frozen=True)
class Parameterwaarde:
    """A parameter in one period: its value, its range, and the sources or the assumption it rests on.

    `gebruikt` is what this scenario reckons with; it differs from `waarde` where a scenario takes an end of the range.
    """

    periode: str
    waarde: float
    gebruikt: float
    laag: float | None
    hoog: float | None
    bronnen: tuple[Bronvermelding, ...]
    aanname: str | None
    toelichting: str | None

    @property
    def onder(self) -> float:
        """The low end of the range."""
        return self.waarde if self.laag is None else self.laag

    @property
    def boven(self) -> float:
        """The high end of the range."""
        return self.waarde if self.hoog is None else self.hoog


@dataclass(frozen=True)
class Instemming:
    """Whether a partner agreed to a parameter; by whom and when, or why not."""

    organisatie: str
    staat: str
    door: str | None
    datum: str | None
    reden: str | None


@dataclass(frozen=True)
class Parameterblad:
    """A leaf: a parameter, with its values up to and including the year that is explained."""

    soort: Literal["parameter"]
    id: str
    naam: str
    eenheid: str
    eigenaar: str
    geleverd_door: str
    kwaliteit: str
    impact: str
    akkoord: tuple[Instemming, ...]
    waarden: tuple[Parameterwaarde, ...]


@dataclass(frozen=True)
class Toekomst:
    """One of the futures of which the prognosis is made, in one year."""

    id: str
    naam: str
    soort: str
    kans: float
    verwachting: float
    spreiding: float
    bronnen: tuple[Bronvermelding, ...]
    aanname: str | None


@dataclass(frozen=True)
class Prognosejaar:
    """What the prognosis gives for one year."""

    jaar: int
    instroom: float
    toekomsten: tuple[Toekomst, ...]


@dataclass(frozen=True)
class Prognoseblad:
    """A leaf: the Prognose Eerste Asielinstroom; `kans_lager` is the quantile that this scenario takes of it."""

    soort: Literal["prognose"]
    id: str
    naam: str
    kans_lager: float
    jaren: tuple[Prognosejaar, ...]


@dataclass(frozen=True)
class Formuleblad:
    """How a month is computed: in words, as steps, and with the numbers of one `maand` (1 to 12) filled in.

    `waarin` says what the functions and fixed numbers stand for that the steps name.
    """

    betekenis: str
    stappen: tuple[str, ...]
    waarin: tuple[str, ...]
    maand: int
    ingevuld: tuple[str, ...]


@dataclass(frozen=True)
class Voorraadjaar:
    """A stock in one year: `begin` plus all of `erbij` less all of `eraf` is `eind`."""

    jaar: int
    begin: float
    erbij: Mapping[str, float]
    eraf: Mapping[str, float]
    eind: float


@dataclass(frozen=True)
class Lezing:
    """What an element reads, under the name that its formula gives it: `wat` it is and `hoe` it is read.

    `waarde` is that of the element in the year, `maanden` are the values as the formula got them in the twelve
    months, null where that is no single number.
    `uitleg` is empty when `elders` in the tree, nearer to its root or earlier, the same is explained.
    """

    naam: str
    hoe: str
    wat: Literal["onderdeel", "parameter", "prognose", "maand"]
    id: str
    waarde: float | None
    maanden: tuple[float | None, ...] | None
    elders: bool
    uitleg: Uitleg | None


@dataclass(frozen=True)
class Onderdeelblad:
    """An element of the model in one year, and what it was computed from.

    `wijze` is how the year follows from the months: som, stand, laatste maand, verhouding, gewogen gemiddelde or hoogste
    maand; `jaarrekening` says it in words, with the numbers. `niveau` says where it may be shown (see `mpp.uitkomsten.register`).
    """

    soort: Literal["voorraad", "stroom", "grootheid", "stand"]
    id: str
    naam: str
    definitie: str
    organisatie: str
    eenheid: str
    niveau: str
    waarde: float
    wijze: str
    jaarrekening: str
    maanden: tuple[float, ...]
    formule: Formuleblad | None
    voorraad: tuple[Voorraadjaar, ...] | None
    leest: tuple[Lezing, ...]


Uitleg = Onderdeelblad | Parameterblad | Prognoseblad


@dataclass(frozen=True)
class Herleiding:
    """The explanation of one number: of which edition, year and scenario, and the tree."""

    schema: int
    editie: str
    jaar: int
    scenario: str
    uitleg: Uitleg

    def als_gegevens(self) -> dict[str, Any]:
        """The same as plain data, for JSON."""
        return asdict(self)
