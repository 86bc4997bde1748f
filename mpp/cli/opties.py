"""The options that several commands share, and what they stand for."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mpp.problemen import Fout, lijkt_op, probleem

if TYPE_CHECKING:
    from mpp.parameters import Parameterset

Parameterbestand = Annotated[
    Path | None,
    typer.Option("--parameters", metavar="BESTAND", help="Het parameterbestand; anders parameters.yml in deze map of erboven."),
]
Variantnaam = Annotated[
    list[str] | None,
    typer.Option(
        "--variant",
        metavar="NAAM",
        help="Reken een variant uit de map varianten door; van een met een reeks NAAM=WAARDE.",
        show_default=False,
    ),
]
Wijzigingen = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="ID=WAARDE", help="Wat als: een andere waarde, of ID@PERIODE=WAARDE; mag vaker.", show_default=False),
]
Uitvoermap = Annotated[Path, typer.Option("--output", metavar="MAP", help="De map waarin de uitvoer komt.")]
Dag = Annotated[datetime.datetime, typer.Option("--datum", formats=["%Y-%m-%d"], metavar="DATUM", help="De dag, als 2023-04-28.")]
Partner = Annotated[str | None, typer.Option("--partner", metavar="NAAM", help="Alleen deze organisatie.", show_default=False)]
Door = Annotated[str | None, typer.Option(metavar="NAAM", help="Wie de stap zet, of namens wie.", show_default=False)]

UITVOER = Path("_output")
BEHEERDER = "APM"
"""Who manages the MPP, and so changes it where nobody else is named."""


def eis_uitvoer(pad: Path, soort: str) -> Path:
    """A file to write in. Raises Fout for what is there and is of another kind than `soort` (.csv): someone may have made it."""
    if pad.is_dir() or (pad.exists() and pad.suffix.casefold() != soort):
        raise Fout([probleem("uitvoer-andere-soort", bestand=pad.as_posix(), soort=soort)])
    return pad


def eis_door(door: str | None) -> str:
    """Who does it. Raises Fout where nobody said so: a name in the journal is not assumed."""
    if door is None:
        raise Fout([probleem("opgave-zonder-naam")])
    return door


def kies_organisatie(naam: str, bekend: Iterable[str], code: str) -> str:
    """The organisation of this name, in whatever case it is written. Raises Fout of this kind for one that is not among `bekend`."""
    alle = list(dict.fromkeys(bekend))
    if gekozen := next((wie for wie in alle if wie.casefold() == naam.strip().casefold()), None):
        return gekozen
    raise Fout([probleem(code, partner=naam, alle=", ".join(alle), suggestie=lijkt_op(naam, alle))])


def een_variant(namen: Sequence[str] | None) -> str | None:
    """The one variant that was named. Raises Fout for more of them."""
    if namen and len(namen) > 1:
        raise Fout([probleem("variant-een-tegelijk", bestand="--variant", namen=" en ".join(namen))])
    return namen[0] if namen else None


def anders(ps: Parameterset, variant: str | None, wijzigingen: Sequence[str]) -> Parameterset:
    """The parameters with the variant laid over them, and over those the changes."""
    from mpp.parameters.wat_als import stel
    from mpp.varianten import WAT_ALS, met_variant

    if variant:
        ps = met_variant(ps, variant, ps.wortel)
    return stel(ps, wijzigingen, WAT_ALS) if wijzigingen else ps
