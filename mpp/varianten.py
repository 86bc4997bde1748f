"""Policy variants: a file laid over the parameters of the edition, outside the MPP and never part of its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import Field, StrictStr, ValidationError

from mpp.lezen import Blok, Rij, lees, regel_van
from mpp.padnamen import is_naamdeel
from mpp.parameters.overlay import leg_blok_over
from mpp.parameters.perioden import perioden
from mpp.parameters.schema import Parameter, Record
from mpp.parameters.schrijfwijze import toets_duizendpunten
from mpp.parameters.velden import Getal, Naamdeel
from mpp.problemen import Fout, Probleem, lijkt_op, probleem

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.uitkomsten import Uitkomsten

MAP: Final = "varianten"
MERK: Final = "variant"
"""What the origin of every number of a variant begins with."""
WAT_ALS: Final = f"{MERK}:wat-als"
"""The same for the changes of one who tries something."""
BELEIDSCONTROLE: Final = "beleidscontrole"
"""What the files of the document of a variant begin with, before its name."""
_SECTIES: Final = ("variant", "bronnen", "wijzigingen", "getallen", "teksten")


class Doorloop(Record):
    """A parameter that is given several values in turn, each in all its periods.

    `tabellen` are the indicators shown for every value; `uitgewerkt` is the value of which all partners are shown.
    """

    parameter: StrictStr
    waarden: tuple[Getal, ...] = Field(min_length=2)
    uitgewerkt: Getal
    tabellen: tuple[StrictStr, ...] = Field(min_length=1)
    bron: StrictStr | None = None
    aanname: StrictStr | None = None


class Kop(Record):
    """What a variant is called, the edition that it was written for, the indicators in its chart, whether it goes through several values.

    One without `editie` can be laid over any.
    """

    titel: StrictStr
    editie: Naamdeel | None = None
    figuur: tuple[StrictStr, ...] = Field(min_length=1)
    doorloop: Doorloop | None = None


@dataclass(frozen=True)
class Variant:
    """One variant as its file says it; `boom` is the whole file, with lines."""

    naam: str
    pad: Path
    boom: Blok
    kop: Kop

    @property
    def gewijzigd(self) -> tuple[str, ...]:
        """The ids of the parameters that it changes, in the order of its file."""
        ids = [str(w["parameter"]) for w in self.boom.get("wijzigingen", ())]
        return (*ids, self.kop.doorloop.parameter) if self.kop.doorloop else tuple(ids)

    def parameters(self, ps: Parameterset, waarde: float | None = None) -> Parameterset:
        """The parameters of the edition `ps` as this variant has them, at one `waarde` of its doorloop if it has one.

        Raises Fout with every problem in the file.
        """
        doorloop = self.kop.doorloop
        if doorloop and waarde is None:
            waarden = ", ".join(f"{w:g}" for w in doorloop.waarden)
            regel = regel_van(self.boom, ("variant", "doorloop"))
            gegevens = {"naam": self.naam, "parameter": doorloop.parameter, "waarden": waarden}
            raise Fout([probleem("variant-heeft-reeks", bestand=self.pad, regel=regel, **gegevens)])
        merk = f"{MERK}:{self.naam}" if waarde is None else f"{MERK}:{self.naam}={waarde:g}"
        boom = self.boom if waarde is None else self._met(ps, waarde)
        nieuw = leg_blok_over(ps, boom, self.pad, merk)
        if waarde is None and all(_waarden(nieuw[id]) == _waarden(ps[id]) for id in self.gewijzigd):
            raise Fout([probleem("variant-wijzigt-niets", bestand=self.pad, regel=regel_van(self.boom, ("wijzigingen",)))])
        return nieuw

    def _met(self, ps: Parameterset, waarde: float) -> Blok:
        """The overlay in which the parameter of the doorloop has this value in all its periods."""
        assert self.kop.doorloop is not None
        gegeven = self.boom["variant"]["doorloop"]
        parameter = ps.parameters.get(self.kop.doorloop.parameter)
        wijziging = Blok({sleutel: gegeven[sleutel] for sleutel in ("parameter", "bron", "aanname") if sleutel in gegeven})
        wijziging["waarden"] = dict.fromkeys(perioden(parameter.periode, ps.editie) if parameter else ("vast",), waarde)
        wijziging.regel, wijziging.regels = gegeven.regel, {**gegeven.regels, "waarden": gegeven.regels["waarden"]}
        eerder = self.boom.get("wijzigingen", Rij())
        rij = Rij([*eerder, wijziging])
        rij.regel, rij.regels = gegeven.regel, [*eerder.regels, gegeven.regel]
        boom = Blok({**self.boom, "wijzigingen": rij})
        boom.regel, boom.regels = self.boom.regel, {**self.boom.regels, "wijzigingen": gegeven.regel or 1}
        return boom


def namen(wortel: Path, editie: str = "") -> tuple[str, ...]:
    """The names of the variants of the project, in alphabetical order; with `editie` those that were not written for another one.

    Raises Fout for each file whose name cannot be that of a document.
    """
    alle = sorted(pad.stem for pad in (wortel / MAP).glob("*.yml"))
    if onjuist := [naam for naam in alle if not is_naamdeel(naam) or naam == MAP]:
        raise Fout(probleem("variant-naam", bestand=f"{MAP}/{naam}.yml", naam=naam) for naam in onjuist)
    return tuple(naam for naam in alle if not editie or lees_variant(naam, wortel).kop.editie in (None, editie))


def lees_variant(naam: str, wortel: Path) -> Variant:
    """The variant `naam` of the project.

    Raises Fout for a name that is not there and for what is wrong with its description.
    """
    if naam not in (alle := namen(wortel)):
        raise Fout([probleem("variant-onbekend", naam=naam, alle=", ".join(alle) or "geen", suggestie=lijkt_op(naam, alle))])
    pad = wortel / MAP / f"{naam}.yml"
    bestand = f"{MAP}/{naam}.yml"
    boom = lees(pad, naam=bestand)
    boom = boom if isinstance(boom, Blok) else Blok()
    bekend = ", ".join(_SECTIES)
    if vreemd := [sleutel for sleutel in boom if sleutel not in _SECTIES]:
        raise Fout(
            probleem(
                "variant-sleutel-onbekend",
                bestand=bestand,
                regel=boom.regels[sleutel],
                sleutel=sleutel,
                bekend=bekend,
                suggestie=lijkt_op(sleutel, _SECTIES),
            )
            for sleutel in vreemd
        )
    try:
        kop = Kop.model_validate(boom.get("variant"))
    except ValidationError as fout:
        raise Fout(probleem("variant-onjuist", bestand=bestand, regel=_regel(boom, f), waar=_waar(f)) for f in fout.errors()) from None
    if problemen := list(_toets(kop, boom, bestand)):
        raise Fout(problemen)
    return Variant(naam, Path(bestand), boom, kop)


def met_variant(ps: Parameterset, naam: str, wortel: Path) -> Parameterset:
    """The parameters `ps` as a variant has them, called as in the origin of its numbers: `baa`, or `taakstelling=0.7`.

    Raises Fout for a name that is not there and with every problem in the file of the variant.
    """
    kaal, _, waarde = naam.partition("=")
    variant = lees_variant(kaal, wortel)
    if not waarde:
        return variant.parameters(ps)
    if not variant.kop.doorloop or waarde not in (reeks := [f"{w:g}" for w in variant.kop.doorloop.waarden]):
        alle = [kaal] if not variant.kop.doorloop else [f"{kaal}={w}" for w in reeks]
        raise Fout([probleem("variant-onbekend", naam=naam, alle=", ".join(alle), suggestie=lijkt_op(naam, alle))])
    return variant.parameters(ps, float(waarde))


def _toets(kop: Kop, boom: Blok, bestand: str) -> Iterator[Probleem]:
    """What the description of a variant asks for and is not there."""
    from mpp.uitkomsten import indicatoren

    lijsten: dict[tuple[str, ...], tuple[str, ...]] = {("variant", "figuur"): kop.figuur}
    if kop.doorloop:
        lijsten["variant", "doorloop", "tabellen"] = kop.doorloop.tabellen
        yield from toets_duizendpunten(boom["variant"], bestand)
        if kop.doorloop.uitgewerkt not in kop.doorloop.waarden:
            regel = regel_van(boom, ("variant", "doorloop", "uitgewerkt"))
            yield probleem("variant-onjuist", bestand=bestand, regel=regel, waar="doorloop.uitgewerkt is geen van de waarden")
    for plek, ids in lijsten.items():
        for i, id in enumerate(ids):
            if id not in indicatoren("extern"):
                regel = regel_van(boom, (*plek, i))
                yield probleem("indicator-onbekend", bestand=bestand, regel=regel, id=id, suggestie=lijkt_op(id, indicatoren("extern")))


def _waarden(parameter: Parameter) -> dict[str, float]:
    return {periode: w.waarde for periode, w in parameter.waarden.items()}


def _regel(boom: Blok, fout: Any) -> int | None:
    return regel_van(boom, ("variant", *fout["loc"]))


def _waar(fout: Any) -> str:
    return ".".join(map(str, ("variant", *fout["loc"])))


def reken(variant: Variant, u: Uitkomsten) -> Mapping[str, Uitkomsten]:
    """The results of the variant on the edition of `u`: one under `variant`, or one for each value of its doorloop (`0.5`).

    Raises Fout with every problem in the file.
    """
    from mpp.uitkomsten import bereken

    if variant.kop.doorloop is None:
        return {MERK: bereken(variant.parameters(u.ps))}
    return {f"{waarde:g}": bereken(variant.parameters(u.ps, waarde)) for waarde in variant.kop.doorloop.waarden}
