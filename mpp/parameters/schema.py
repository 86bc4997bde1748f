"""The form of a parameter file: what a record is. Meaning across records is checked in `toetsen`."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictStr

from mpp.parameters.velden import (
    Dag,
    Dagtekening,
    Getal,
    Jaar,
    Naamdeel,
    Persoonsnaam,
    Reden,
    Tekst,
    Webadres,
    Woorden,
    als_formule,
)

SCHEMA = 1

Eigenaar = Literal["APM", "IND", "COA", "DT&V", "Nidos", "Politie", "RvdR", "RvS", "BZ", "Gemeenten", "DJI", "KMar", "CBS"]
Stoplicht = Literal["groen", "oranje", "rood"]
Periode = Literal["vast", "jaar", "halfjaar", "kalendermaand"]
Moment = Literal["jaar", "halfjaar", "kwartaal", "maand", "stand"]


class Record(BaseModel):
    """A strict, frozen record: an unknown key is a problem."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Editie(Record):
    """Which MPP this is; `akkoord_voor` is the last day on which the organisations can agree to its values.

    A reconstruction is made by others than the chain, and adopted by no one. `verklaring` says what the publication is and is
    not, `voetregel` the same in one line at the foot of every page.
    """

    id: Naamdeel
    naam: Tekst
    soort: Literal["officieel", "openbare reconstructie", "toets van het model"]
    vorige: Naamdeel | None = None
    vastgesteld: Dag
    peildatum: Dag
    akkoord_voor: Dag | None = None
    jaren: tuple[Jaar, ...] = Field(min_length=1)
    classificatie: Literal["concept", "voor intern gebruik", "Dep. VERTROUWELIJK", "openbaar"]
    verklaring: Tekst
    voetregel: Tekst | None = None

    @property
    def is_reconstructie(self) -> bool:
        """Whether it is rebuilt from what was published: no working group and no Topberaad adopts it."""
        return self.soort == "openbare reconstructie"

    @property
    def gerealiseerd(self) -> int:
        """How many months of the first year lie before the peildatum: they are realisations, the model begins after them."""
        return self.peildatum.month - 1 if self.peildatum.year == self.jaren[0] else 0

    @property
    def begin(self) -> datetime.date:
        """The day with which the model begins, and to which the opening stocks belong: the peildatum when that lies in the first year."""
        return datetime.date(self.jaren[0], self.gerealiseerd + 1, 1)

    @property
    def titel(self) -> str:
        """The edition as it is named on every page."""
        return self.titel_van(self.id)

    def naam_van(self, versie: str) -> str:
        """The name of a version of the edition: MPP 2023-1.1."""
        if self.id in self.naam:
            return self.naam.replace(self.id, versie)
        return self.naam if versie == self.id else f"{self.naam} {versie}"

    def titel_van(self, versie: str) -> str:
        """A version of the edition as it is named on every page: MPP 2023-1.1 (openbare reconstructie)."""
        naam = self.naam_van(versie)
        return naam if self.soort == "officieel" else f"{naam} ({self.soort})"

    @property
    def voet(self) -> str:
        """The line at the foot of every page."""
        return self.voetregel or self.verklaring


class Bron(Record):
    """A published source."""

    titel: Tekst
    uitgever: Tekst
    datum: Dagtekening
    soort: Literal["officieel", "rechtspraak", "pers", "ngo"]
    url: Webadres | None = None


class Waarde(Record):
    """One value: the number, its range, and either the sources it comes from or the assumption it is.

    `genoemd` is the number as its source writes it ("ruim 18.000"), `klopt` why it is right although it looks like a slip,
    `later` why it rests on what became known only after the edition, and `zonder` what a realisation leaves out that its series counts.
    """

    waarde: Getal
    laag: Getal | None = None
    hoog: Getal | None = None
    bron: StrictStr | tuple[StrictStr, ...] | None = None
    aanname: StrictStr | None = None
    toelichting: StrictStr | None = None
    genoemd: StrictStr | None = None
    klopt: StrictStr | None = None
    later: Reden | None = None
    zonder: Woorden | None = None

    @property
    def bronnen(self) -> tuple[str, ...]:
        """The keys of the sources, empty for an assumption."""
        return (self.bron,) if isinstance(self.bron, str) else self.bron or ()

    @property
    def heeft_band(self) -> bool:
        """Whether the value is uncertain."""
        return self.laag is not None or self.hoog is not None

    @property
    def onderkant(self) -> float:
        """The low end of the range: the value itself where none is given."""
        return self.waarde if self.laag is None else self.laag

    @property
    def bovenkant(self) -> float:
        """The high end of the range: the value itself where none is given."""
        return self.waarde if self.hoog is None else self.hoog


class Regel(Record):
    """One validation rule of a parameter; exactly one kind is given.

    `som` is what the values add up to; `som_met` names parameters with which it adds up to `is` (1 unless
    given) in each period, `samen_hoogstens_1_met` those with which it makes at most a whole. With those in `vult_aan` it has
    a sum that stays what the values make it: it has no range of its own, and follows them where they are drawn.
    """

    minimaal: Getal | None = None
    maximaal: Getal | None = None
    som: Getal | None = None
    som_met: tuple[StrictStr, ...] | None = None
    is_: Getal | None = Field(None, alias="is")
    samen_hoogstens_1_met: tuple[StrictStr, ...] | None = None
    vult_aan: tuple[StrictStr, ...] | None = None
    hoogstens: StrictStr | None = None

    @property
    def vaste_som(self) -> tuple[str, ...]:
        """The parameters with which it has a sum that does not change."""
        return self.som_met or self.vult_aan or ()

    @property
    def anderen(self) -> tuple[str, ...]:
        """Every parameter that the rule refers to."""
        return (*self.vaste_som, *(self.samen_hoogstens_1_met or ()), *((self.hoogstens,) if self.hoogstens else ()))


class Afleiding(Record):
    """How the numbers of a record follow from others: formulas with the names of parameters and realisations.

    `n` is the place of the period, from 0 on; in `laag` and `hoog` `waarde` is what its own formula gives. `op` is what the
    results are rounded to; without it as much may differ as the rounding of the figures makes.
    """

    waarde: StrictStr | None = None
    laag: StrictStr | None = None
    hoog: StrictStr | None = None
    op: Annotated[Getal, Field(ge=0)] = 0


class Lezing(Record):
    """Who read again what an earlier round left, and when."""

    door: Persoonsnaam
    datum: Dag


class Reeks(Record):
    """What a parameter and a realisation have in common: a named series of sourced values.

    `genoemd` holds its numbers as the source writes them, a row of a table for instance; `volgt_uit` how they follow from others,
    `later` why those of its values that give no reason themselves rest on later knowledge. `gelezen` says that what it kept of the last
    round was read again in this one.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$")]
    label: Tekst
    eenheid: StrictStr
    eigenaar: Eigenaar
    waarden: dict[str, Waarde] = Field(min_length=1)
    bron: StrictStr | tuple[StrictStr, ...] | None = None
    aanname: StrictStr | None = None
    toelichting: StrictStr | None = None
    genoemd: StrictStr | None = None
    volgt_uit: Annotated[Afleiding | None, BeforeValidator(als_formule)] = None
    later: Reden | None = None
    gelezen: Lezing | None = None
    peildatum: Dag | None = None

    @property
    def bronnen(self) -> tuple[str, ...]:
        """The keys of the sources of all its values that name none themselves."""
        return (self.bron,) if isinstance(self.bron, str) else self.bron or ()

    def bronnen_van(self, waarde: Waarde) -> tuple[str, ...]:
        """The keys of the sources of one of its values: its own, or those of all, unless it is an assumption of itself."""
        return waarde.bronnen or (() if waarde.aanname else self.bronnen)


class Parameter(Reeks):
    """A parameter of the model; `akkoord` names the organisations that must agree to it, its owner alone unless it is given.

    With `open_einde` the last periods may be left out: nothing has been decided for them yet. With `alleen_variant`
    it is nought in an edition: only a policy variant or a what-if gives it another value. What is `per_ronde` counts from the first
    year, or holds in this round alone: a next round asks for it again.
    """

    soort: Literal["ketenpartner", "apm"]
    periode: Periode
    open_einde: StrictBool = False
    alleen_variant: StrictBool = False
    per_ronde: StrictBool = False
    akkoord: tuple[Eigenaar, ...] = ()
    kwaliteit: Stoplicht
    impact: Stoplicht
    validatie: tuple[Regel, ...] = ()

    @property
    def partijen(self) -> tuple[Eigenaar, ...]:
        """The organisations that must agree to its values."""
        return self.akkoord or (self.eigenaar,)

    @property
    def heeft_band(self) -> bool:
        """Whether the value is uncertain in some period."""
        return any(waarde.heeft_band for waarde in self.waarden.values())


class Wijziging(Record):
    """Other values for a parameter, in a file that is laid over the parameters; a value may name its own origin."""

    parameter: StrictStr
    waarden: dict[str, Waarde] = Field(min_length=1)
    bron: StrictStr | tuple[StrictStr, ...] | None = None
    aanname: StrictStr | None = None
    toelichting: StrictStr | None = None
    genoemd: StrictStr | None = None


class Realisatie(Reeks):
    """What came, by period or at a date."""

    periode: Moment

    def moment_van(self, jaar: int) -> str | None:
        """What stands for a year: the year itself, or the stand at its end, which a source may give on the first days of the next."""
        momenten = (str(jaar), f"{jaar}-12-31", f"{jaar + 1}-01-01", f"{jaar + 1}-01-02")
        return next((moment for moment in momenten if moment in self.waarden), None)


class Gepubliceerd(Record):
    """A published outcome to hold the model against; `planning` is what the cabinet planned with, no scenario.

    What is `aansluitend` is no figure of the edition itself, but of an order, a decision or an estimate that goes with it.
    """

    indicator: StrictStr
    jaar: int
    scenario: Literal["minimum", "medio", "maximum", "planning"]
    waarde: Getal
    bron: StrictStr | tuple[StrictStr, ...]
    toelichting: StrictStr
    aansluitend: StrictBool = False
    genoemd: StrictStr | None = None
    klopt: StrictStr | None = None


class Parameterbestand(Record):
    """The whole file. `prognose` is read by `mpp.prognose`, which owns its form."""

    schema_: Literal[1] = Field(alias="schema")
    editie: Editie
    bronnen: dict[str, Bron]
    prognose: dict[str, Any]
    parameters: tuple[Parameter, ...]
    realisaties: tuple[Realisatie, ...]
    gepubliceerd: tuple[Gepubliceerd, ...]
