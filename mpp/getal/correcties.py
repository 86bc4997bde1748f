"""What was corrected in an edition since it was adopted: in words, and the values that changed; and when its variants changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from mpp.getal.getal import Getal, InTekst, Naam, Zinsdeel
from mpp.parameters.dagen import als_periode
from mpp.ronde.cijfer import Cijfer
from mpp.ronde.correctie import Correctie, lees_correcties
from mpp.ronde.journaal import Journaalregel, lees_journaal
from mpp.uitkomsten import Uitkomsten
from mpp.varianten import MAP
from mpp.weergave.afronding import stap_ingevoerd


@dataclass(frozen=True)
class Correcties:
    """Every correction of an edition, the last one first, as a stretch of a chapter."""

    alle: tuple[Correctie, ...]

    def _repr_markdown_(self) -> str:
        if not self.alle:
            return "Er zijn geen correcties."
        return "\n\n".join(deel for correctie in reversed(self.alle) for deel in _in_woorden(correctie))


def correcties(*, u: Uitkomsten) -> Correcties:
    """What was corrected in the edition. Raises Fout for a journal or a correction that is not as it was written."""
    return Correcties(lees_correcties(u.ps, lees_journaal(u.ps)))


def versie(*, u: Uitkomsten) -> Naam:
    """The version of the edition: its own id while it was not corrected."""
    return Naam((lees_journaal(u.ps).versies or (u.editie.id,))[-1], "editie:naam")


def delen_van(correctie: Correctie) -> tuple[InTekst, tuple[InTekst, ...], tuple[InTekst, ...]]:
    """A correction in one line, a line for each value that changed, and what else there is to say of it."""
    bron = _bron(correctie)
    cijfers = tuple(_regel(correctie, cijfer) for cijfer in correctie.cijfers)
    return Naam(correctie.zin, bron), cijfers, tuple(Naam(regel, bron) for regel in correctie.regels)


def herzieningen(bestand: str, *, u: Uitkomsten) -> tuple[Naam, ...]:
    """When and why a variant changed after the edition was adopted, by the name of its file in the folder with variants.

    Raises Fout for a journal that is not as it was written.
    """
    return tuple(Naam(regel.zin, f"herziening:{regel.nummer}") for regel in _herzien(bestand, u))


def herzien_op(bestand: str, *, u: Uitkomsten) -> datetime.date | None:
    """The day on which a variant last changed after the edition was adopted; None for one that did not. Raises Fout as `herzieningen`."""
    return max((regel.datum for regel in _herzien(bestand, u)), default=None)


def _herzien(bestand: str, u: Uitkomsten) -> Iterator[Journaalregel]:
    return (regel for regel in lees_journaal(u.ps).regels if f"{MAP}/{bestand}" in regel.varianten)


def _in_woorden(correctie: Correctie) -> Iterator[str]:
    zin, cijfers, regels = delen_van(correctie)
    yield zin._repr_markdown_()
    if cijfers:
        yield "\n".join(f"- {cijfer._repr_markdown_()}" for cijfer in cijfers)
    if correctie.over_uitkomsten:
        yield Naam(correctie.over_uitkomsten, _bron(correctie))._repr_markdown_()
    if correctie.uitkomsten:
        yield "\n".join(f"- {_regel(correctie, cijfer)._repr_markdown_()}" for cijfer in correctie.uitkomsten)
    yield from (regel._repr_markdown_() for regel in regels)


def _regel(correctie: Correctie, cijfer: Cijfer) -> Zinsdeel:
    """One value that changed: Bezetting (personen), 2024: was 10.000, is 12.000."""
    delen: list[InTekst | str] = [Naam(cijfer.naam, _bron(correctie)), ", ", Naam(als_periode(cijfer.periode), _bron(correctie)), ":"]
    for kant, niet, wel in (("oud", " stond er niet", " was "), ("nieuw", " vervalt", " is ")):
        waarde = getattr(cijfer, kant)
        delen += [niet] if waarde is None else [wel, _getal(correctie, cijfer, kant, waarde)]
        delen.append("," if kant == "oud" else ".")
    return Zinsdeel(tuple(delen))


def _getal(correctie: Correctie, cijfer: Cijfer, kant: str, waarde: float) -> Getal:
    return Getal(
        waarde, cijfer.eenheid, stap_ingevoerd(waarde, cijfer.eenheid), _bron(correctie), f"{cijfer.reeks}|{cijfer.periode}|{kant}"
    )


def _bron(correctie: Correctie) -> str:
    return f"correctie:{correctie.versie}"
