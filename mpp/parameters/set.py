"""The checked parameters of one edition, as the model and the documents read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property, partial
from pathlib import Path

import numpy as np

from mpp.lezen import Blok, regel_van
from mpp.padnamen import bestandsnaam
from mpp.parameters.akkoord import Akkoorden, Stand, canonieke_hash, waardehash
from mpp.parameters.dagen import datum
from mpp.parameters.perioden import perioden
from mpp.parameters.schema import Bron, Editie, Gepubliceerd, Parameter, Parameterbestand, Realisatie, Reeks, Waarde
from mpp.problemen import Fout, lijkt_op, probleem


class Parameterset:
    """Every parameter, realisation, source and published figure of an edition.

    Arrays come in order of time: `vast` a float, `jaren` (n_years,), `halfjaren` (2 n_years,), `maanden` (12,);
    NaN in the periods that a parameter with an open end leaves out. `merk` names the variant (`variant:baa`) where these are
    not the parameters of an edition: it stands before the origin of every number that rests on them. `wortel` is the folder of
    the project, where what belongs to the edition stands beside its parameters: that of the file unless another is given.
    `akkoorden` are the consents of the organisations: none unless they are given.
    """

    def __init__(
        self,
        bestand: Parameterbestand,
        boom: Blok,
        pad: Path,
        merk: str = "",
        wortel: Path | None = None,
        akkoorden: Akkoorden | None = None,
    ):
        self.bestand, self.boom, self.pad, self.merk, self.wortel = bestand, boom, pad, merk, wortel or pad.parent
        self.akkoorden = akkoorden or Akkoorden()
        self.parameters: Mapping[str, Parameter] = {p.id: _met_datum(p, bestand.editie) for p in bestand.parameters}
        self.realisaties: Mapping[str, Realisatie] = {r.id: r for r in bestand.realisaties}

    @property
    def naam(self) -> str:
        """What its file is called in messages."""
        return bestandsnaam(self.pad, self.wortel)

    @property
    def editie(self) -> Editie:
        """Which MPP this is."""
        return self.bestand.editie

    @property
    def bronnen(self) -> Mapping[str, Bron]:
        """Sources by key."""
        return self.bestand.bronnen

    @property
    def gepubliceerd(self) -> tuple[Gepubliceerd, ...]:
        """Published outcomes to hold the model against."""
        return self.bestand.gepubliceerd

    @property
    def prognose(self) -> Blok:
        """The section `prognose` as written, with lines; `mpp.prognose` reads it."""
        sectie: Blok = self.boom["prognose"]
        return sectie

    def __getitem__(self, id: str) -> Parameter:
        if id not in self.parameters:
            raise Fout([probleem("parameter-onbekend", bestand=self.naam, id=id, suggestie=lijkt_op(id, self.parameters))])
        return self.parameters[id]

    def vast(self, id: str) -> float:
        """The value of a parameter that holds for the whole horizon."""
        return self._reeks(id, "vast")[0]

    def jaren(self, id: str) -> np.ndarray:
        """The values by year, shape (n_years,)."""
        return np.array(self._reeks(id, "jaar"))

    def halfjaren(self, id: str) -> np.ndarray:
        """The values by half-year, shape (2 n_years,)."""
        return np.array(self._reeks(id, "halfjaar"))

    def maanden(self, id: str) -> np.ndarray:
        """The values by calendar month, shape (12,)."""
        return np.array(self._reeks(id, "kalendermaand"))

    def _reeks(self, id: str, periode: str) -> list[float]:
        parameter = self[id]
        if parameter.periode != periode:
            raise TypeError(f"{id} is a parameter by {parameter.periode}, not by {periode}")
        alle = perioden(parameter.periode, self.editie)
        return [parameter.waarden[p].waarde if p in parameter.waarden else np.nan for p in alle]

    def regel(self, reeks: Reeks) -> int | None:
        """The line on which a parameter or realisation begins."""
        sectie, ids = ("parameters", self.parameters) if isinstance(reeks, Parameter) else ("realisaties", self.realisaties)
        return regel_van(self.boom, (sectie, list(ids).index(reeks.id)))

    def herkomst(self, reeks: Reeks, waarde: Waarde) -> tuple[tuple[str, ...], str | None]:
        """Where a value comes from: the keys of its sources, or else the assumption it is."""
        bronnen = reeks.bronnen_van(waarde)
        return bronnen, None if bronnen else waarde.aanname or reeks.aanname

    def akkoord(self, parameter: Parameter) -> tuple[Stand, ...]:
        """How it stands with the consent of each organisation that must agree to a parameter, to the values that it has now."""
        hash = partial(waardehash, parameter)
        return tuple(self.akkoorden.stand("invoer", organisatie, parameter.id, hash) for organisatie in parameter.partijen)

    @property
    def reeksen(self) -> Mapping[str, Reeks]:
        """Every parameter and realisation by name, that of a realisation as in `hashes`."""
        return {**self.parameters, **{f"realisatie:{id}": r for id, r in self.realisaties.items()}}

    @cached_property
    def hashes(self) -> dict[str, str]:
        """A short hash of every parameter, realisation (`realisatie:…`) and other section, to tell what changed."""
        inhoud = self.bestand.model_dump(mode="json", by_alias=True, exclude_none=True)
        parameters = {record["id"]: record for record in inhoud.pop("parameters")}
        realisaties = {f"realisatie:{record['id']}": record for record in inhoud.pop("realisaties")}
        return {naam: canonieke_hash(deel)[:16] for naam, deel in {**inhoud, **parameters, **realisaties}.items()}

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the content: layout, comments and the order of keys do not count."""
        return canonieke_hash(self.bestand.model_dump(mode="json", by_alias=True, exclude_none=True))

    def met_editie(self, **anders: object) -> Parameterset:
        """The same parameters of an edition of which these fields are others; checks are not repeated."""
        bestand = self.bestand.model_copy(update={"editie": self.editie.model_copy(update=anders)})
        return Parameterset(bestand, self.boom, self.pad, self.merk, self.wortel, self.akkoorden)

    def met(self, waarden: Mapping[str, Mapping[str, float]]) -> Parameterset:
        """A what-if: the same parameters with other values, {id: {period: value}}; checks are not repeated."""

        def nieuw(p: Parameter) -> Parameter:
            anders = {periode: p.waarden[periode].model_copy(update={"waarde": w}) for periode, w in waarden.get(p.id, {}).items()}
            return p.model_copy(update={"waarden": {**p.waarden, **anders}})

        for id in waarden:
            self[id]
        bestand = self.bestand.model_copy(update={"parameters": tuple(nieuw(p) for p in self.bestand.parameters)})
        return Parameterset(bestand, self.boom, self.pad, self.merk, self.wortel, self.akkoorden)


def _met_datum(p: Parameter, editie: Editie) -> Parameter:
    """The parameter with the dates in its label written out: `{peildatum}` is its own, `{jaar_ervoor}` the year before the forecast."""
    label = met_datum(p.label, p.peildatum or editie.begin, editie.jaren[0])
    return p if label == p.label else p.model_copy(update={"label": label})


def met_datum(label: str, dag: date, eerste_jaar: int) -> str:
    """A label with its dates written out: `{peildatum}` is `dag`, `{jaar_ervoor}` the year before the first."""
    return label.replace("{peildatum}", datum(dag)).replace("{jaar_ervoor}", str(eerste_jaar - 1))
