"""`mpp akkoord`: how it stands with the consent of the organisations, the forms for it, and what comes back."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mpp.cli.nederlands import Groep, Opdracht
from mpp.cli.opties import UITVOER, Parameterbestand, Partner, Uitvoermap, kies_organisatie
from mpp.problemen import Fout, probleem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mpp.edities.kant import Kant
    from mpp.parameters import Parameterset
    from mpp.parameters.akkoord import Stand
    from mpp.uitkomsten import Uitkomsten

MAP = UITVOER / "akkoord"
_VOLGORDE = ("vervallen", "open", "geweigerd", "niet gevraagd", "gegeven")
"""The states, that in which there is most to do first."""

Datum = Annotated[
    datetime.datetime | None,
    typer.Option("--datum", formats=["%Y-%m-%d"], metavar="DATUM", help="De dag van vandaag; anders die van de klok.", show_default=False),
]

app = typer.Typer(cls=Groep, add_completion=False, rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def akkoord(context: typer.Context, parameters: Parameterbestand = None, partner: Partner = None, datum: Datum = None) -> None:
    """Toon hoe het staat met het akkoord. Per organisatie wat is gegeven, geweigerd, vervallen en open, en de dagen tot de termijn."""
    if context.invoked_subcommand:
        if parameters or partner or datum:
            raise Fout([probleem("akkoord-optie-plaats", opdracht=context.invoked_subcommand)])
        return
    from mpp.ronde.akkoordstand import is_rond, route_van, standen

    u = _bereken(parameters)
    alle, vandaag = standen(u), _dag(datum, u.ps)
    if partner is not None:
        wie = _kies(partner, u)
        _toon_een([stand for stand in alle if stand.organisatie == wie], u)
    else:
        _toon_alle(alle, u)
    if not is_rond(u.ps):
        print("Op de uitkomsten wordt akkoord gevraagd als bij de hele invoer een ja of nee staat.")
    if u.ps.akkoorden.niet_gevraagd:
        print(f"Niet gevraagd: {u.ps.akkoorden.niet_gevraagd}.")
    print(f"Route {route_van(u)}.")
    _toon_termijn(u.ps, vandaag)


@app.command(cls=Opdracht)
def export(
    partner: Annotated[str, typer.Option("--partner", metavar="NAAM", help="De organisatie die wordt gevraagd.", show_default=False)],
    uitkomsten: Annotated[bool, typer.Option("--uitkomsten", help="Vraag akkoord op de uitkomsten, na de invoer.")] = False,
    output: Uitvoermap = MAP,
    vervang: Annotated[bool, typer.Option("--vervang", help="Vervang het formulier als het er al staat.")] = False,
    parameters: Parameterbestand = None,
) -> None:
    """Maak het formulier waarop een organisatie akkoord geeft. Een werkboek met haar waarden, om in te vullen en terug te sturen."""
    from mpp.akkoord.formulier import als_werkboek
    from mpp.akkoord.opstellen import stel_op
    from mpp.plaatsen import plaats

    u = _bereken(parameters)
    formulier = stel_op(u, _kies(partner, u), "uitkomsten" if uitkomsten else "invoer", _vorige(u.ps))
    inhoud, staat_er = als_werkboek(formulier), output / formulier.bestandsnaam
    if staat_er.exists() and not (staat_er.is_file() and (vervang or staat_er.read_bytes() == inhoud)):
        raise Fout([probleem("formulier-staat-er-al", bestand=staat_er.as_posix())])
    (pad,) = plaats({formulier.bestandsnaam: inhoud}, output)
    print(f"Formulier voor {formulier.partner}: {pad}")


@app.command(name="import", cls=Opdracht)
def importeer(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", help="Het ingevulde formulier.", show_default=False)],
    partner: Partner = None,
    datum: Datum = None,
    parameters: Parameterbestand = None,
) -> None:
    """Lees een ingevuld formulier in. Legt de antwoorden vast, en neemt een voorgestelde waarde met reden en bron over; alles of niets."""
    from mpp.akkoord.lezen import lees_formulier
    from mpp.akkoord.verwerken import verwerk
    from mpp.plaatsen import plaats

    antwoorden = lees_formulier(bestand)
    u = _bereken(parameters)
    uit = verwerk(antwoorden, u, _dag(datum, u.ps), None if partner is None else _kies(partner, u))
    if not uit.bestanden:
        print("Alles wat op het formulier staat, was al vastgelegd.")
        return
    plaats(uit.bestanden, u.ps.pad.parent)
    besluiten = [a.besluit for a in uit.akkoorden]
    print(f"{antwoorden.partner}: {besluiten.count('ja')} maal akkoord en {besluiten.count('nee')} maal niet, vastgelegd.")
    for v in uit.voorstellen:
        print(f"- {v.parameter} ({v.periode}) is nu {v.genoemd}, zoals voorgesteld: {v.reden}")
    for id, periode in uit.niet_later:
        print(f"- {id} ({periode}) rust niet meer op latere kennis: de bron is van voor de vaststelling, en later is er weg")
    for stand in uit.vervallen:
        print(f"- het akkoord van {stand.organisatie} op {stand.onderwerp} vervalt")
    for id, periode in uit.nog_later:
        print(f"Let op: {id} ({periode}) volgt eruit en zegt nog later; ga na of dat nog geldt.")
    for id in uit.achterhaald:
        print(f"Let op: {id} is gewijzigd sinds het formulier is gemaakt; het antwoord geldt niet voor de waarde van nu.")


def _bereken(parameters: Path | None) -> Uitkomsten:
    from mpp.projectmap import Projectmap

    return Projectmap.hier(parameters).bereken()


def _kies(partner: str, u: Uitkomsten) -> str:
    """The organisation of this name. Raises Fout for one of which no consent is asked."""
    from mpp.akkoord.opstellen import partners

    return kies_organisatie(partner, partners(u), "akkoord-partner-onbekend")


def _dag(datum: datetime.datetime | None, ps: Parameterset) -> datetime.date:
    """The day of today, as given or by the clock. Raises Fout when something was recorded after it."""
    from mpp.ronde.klok import toets_klok

    vandaag = datum.date() if datum else datetime.date.today()
    if problemen := list(toets_klok(ps, vandaag)):
        raise Fout(problemen)
    return vandaag


def _vorige(ps: Parameterset) -> Kant | None:
    """The edition before this one, as far as the project has it."""
    from mpp.edities.kant import lees_kant
    from mpp.edities.map import Editiemap
    from mpp.padnamen import PARAMETERS

    vorige = ps.editie.vorige
    return lees_kant(vorige, ps) if vorige and Editiemap(ps.wortel, vorige).heeft(PARAMETERS) else None


def _toon_alle(alle: Sequence[Stand], u: Uitkomsten) -> None:
    from mpp.parameters.akkoord import SOORTEN, STATEN, tel

    for soort in SOORTEN:
        eigen = [stand for stand in alle if stand.soort == soort]
        print(f"{soort.capitalize():<14}" + "".join(f"{staat:>14}" for staat in STATEN))
        for organisatie in [*sorted({stand.organisatie for stand in eigen}), "samen"]:
            aantallen = tel(stand for stand in eigen if organisatie in ("samen", stand.organisatie))
            print(f"  {organisatie:<12}" + "".join(f"{aantal:>14}" for aantal in aantallen.values()))
        print()


def _toon_een(eigen: Sequence[Stand], u: Uitkomsten) -> None:
    """Each parameter and outcome of one organisation, those with the most to do first."""
    from mpp.uitkomsten import register

    for soort in dict.fromkeys(stand.soort for stand in eigen):
        print(soort.capitalize())
        for stand in sorted((s for s in eigen if s.soort == soort), key=lambda s: _VOLGORDE.index(s.staat)):
            a = stand.akkoord
            naam = u.ps[stand.onderwerp].label if soort == "invoer" else register()[stand.onderwerp].naam
            wie = f" ({a.besluit} van {a.door}, {a.datum}{f': {a.opmerking}' if a.opmerking else ''})" if a else ""
            print(f"  {stand.staat:<14}{stand.onderwerp}: {naam}{wie}")
        print()


def _toon_termijn(ps: Parameterset, vandaag: datetime.date) -> None:
    if not (voor := ps.editie.akkoord_voor):
        print("Er is geen termijn (akkoord_voor bij de editie).")
        return
    dagen = (voor - vandaag).days
    aantal = f"{abs(dagen)} {'dag' if abs(dagen) == 1 else 'dagen'}"
    print(f"Akkoord voor {voor}: {'vandaag' if not dagen else f'nog {aantal}' if dagen > 0 else f'{aantal} geleden'}.")
