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
    """One of the futures of which the prognosis is made, in one year; `kans_gegeven` is its probability given what came of that year."""

    id: str
    naam: str
    soort: str
    kans: float
    verwachting: float
    spreiding: float
    bronnen: tuple[Bronvermelding, ...]
    aanname: str | None
    kans_gegeven: float


@dataclass(frozen=True)
class Prognosejaar:
    """What the prognosis gives for one year, of which so many `gekomen` in the months before the peildatum: null when there are none."""

    jaar: int
    instroom: float
    toekomsten: tuple[Toekomst, ...]
    gekomen: float | None
    aandeel_gekomen: float | None


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
    """A stock in one year, or from the day `vanaf` in it: `begin` plus all of `erbij` less all of `eraf` is `eind`."""

    jaar: int
    begin: float
    erbij: Mapping[str, float]
    eraf: Mapping[str, float]
    eind: float
    vanaf: str


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
class Realisatiedeel:
    """What came in some `maanden` (1 to 12) before the peildatum: the value `sleutel` of the realisation `reeks`.

    `per_maand` are those months: parts of `waarde` by the season of the flow when it is `gespreid`. `geraamd`: it rests on the
    assumption given, nobody counted it.
    """

    reeks: str
    sleutel: str
    maanden: tuple[int, ...]
    per_maand: tuple[float, ...]
    waarde: float
    gespreid: bool
    geraamd: bool
    bronnen: tuple[Bronvermelding, ...]
    aanname: str | None
    toelichting: str | None


@dataclass(frozen=True)
class Onderdeelblad:
    """An element of the model in one year, and what it was computed from.

    `wijze` is how the year follows from the months: som, stand, laatste maand, verhouding, gewogen gemiddelde or hoogste
    maand; `jaarrekening` says it in words, with the numbers. `niveau` says where it may be shown (see `mpp.uitkomsten.register`).
    `maanden` and `waarde` are null where they are not known: a stock before the peildatum, and what was then not realised.
    `gerealiseerd` tells of the months before the peildatum in that year, or `volgt_uit` from which realisations they follow.
    """

    soort: Literal["voorraad", "stroom", "grootheid", "stand"]
    id: str
    naam: str
    definitie: str
    organisatie: str
    eenheid: str
    niveau: str
    waarde: float | None
    wijze: str
    jaarrekening: str
    maanden: tuple[float | None, ...]
    formule: Formuleblad | None
    voorraad: tuple[Voorraadjaar, ...] | None
    leest: tuple[Lezing, ...]
    gerealiseerd: tuple[Realisatiedeel, ...] = ()
    volgt_uit: tuple[str, ...] = ()


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
