"""What the library of the command line says of itself, in Dutch: the words of its help, and why it cannot read a command."""

from __future__ import annotations

import re
from typing import Any, Final

from typer._click import exceptions as gelezen
from typer.core import TyperCommand, TyperGroup

from mpp.problemen import Probleem, lijkt_op, probleem

_WOORDEN: Final = (
    (r"\AUsage: ", "Gebruik: "),
    (r"^Arguments:$", "Argumenten:"),
    (r"^Options:$", "Opties:"),
    (r"^Commands:$", "Opdrachten:"),
    (r"\[OPTIONS\]", "[OPTIES]"),
    (r"COMMAND \[ARGS\]\.\.\.", "OPDRACHT [ARGUMENTEN]..."),
    (r"\[required\]", "[verplicht]"),
    (r"\[default:(?=\s)", "[anders:"),
    (r"x>=(\d+)\]", r"\1 of meer]"),
)
_SOORT: Final = re.compile(r" <(?:str|int|float|path|datetime|list\[\w+\])>")
"""The kind of an argument: its own words say what it is."""
_VERWACHT: Final = (
    (r"valid integer", "een geheel getal"),
    (r"valid number", "een getal"),
    (r"does not match the formats", "een dag als 2023-04-28"),
    (r"is not one of (?P<keuze>.*?)\.?$", "een van {keuze}"),
    (r"greater than or equal to (?P<keuze>\d+)", "{keuze} of meer"),
)


class _Hulp:
    """Help in Dutch."""

    def get_help(self, ctx: Any) -> str:
        """The help of a command, as the library makes it and in our words."""
        hulp: str = super().get_help(ctx)  # type: ignore[misc]
        for woord, ons in _WOORDEN:
            hulp = re.sub(woord, ons, hulp, flags=re.MULTILINE)
        return _SOORT.sub(lambda m: " " * len(m[0]), hulp)

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help."""
        optie = super().get_help_option(ctx)  # type: ignore[misc]
        if optie is not None:
            optie.help = "Toon deze uitleg."
        return optie


class Opdracht(_Hulp, TyperCommand):
    """A command whose help is Dutch."""


class Groep(_Hulp, TyperGroup):
    """A group of commands whose help is Dutch."""


def onleesbaar(fout: gelezen.UsageError) -> Probleem:
    """Why a command could not be read, as a problem."""
    pad = fout.ctx.command_path if fout.ctx else "mpp"
    match fout:
        case gelezen.MissingParameter(param=param) if param is not None:
            soort = "het argument" if param.param_type_name == "argument" else "de optie"
            return probleem("opdracht-mist", opdracht=pad, wat=f"{soort} {_naam(param)}")
        case gelezen.NoSuchOption(option_name=optie):
            bekend = [naam for param in fout.ctx.command.params for naam in param.opts] if fout.ctx else []
            return probleem("opdracht-optie-onbekend", opdracht=pad, optie=optie, suggestie=lijkt_op(optie, bekend))
        case gelezen.BadOptionUsage(option_name=optie):
            geen = "does not take" in fout.message
            return probleem("opdracht-optie-waarde", opdracht=pad, optie=optie, wat="neemt geen waarde" if geen else "vraagt een waarde")
        case gelezen.BadParameter(param=param) if param is not None:
            return probleem("opdracht-waarde", opdracht=pad, naam=_naam(param), verwacht=_verwacht(fout.message))
    if onbekend := re.match(r"No such command '(.*?)'", fout.message):
        alle = fout.ctx.command.list_commands(fout.ctx) if fout.ctx and isinstance(fout.ctx.command, TyperGroup) else []
        return probleem("opdracht-onbekend", opdracht=pad, naam=onbekend[1], suggestie=lijkt_op(onbekend[1], alle))
    if teveel := re.search(r"extra argument\(s\) \((.*)\)", fout.message):
        return probleem("opdracht-te-veel", opdracht=pad, wat=teveel[1])
    return probleem("opdracht-onleesbaar", opdracht=pad)


def _naam(param: Any) -> str:
    """What a reader calls an option or an argument."""
    return str(param.opts[0] if param.param_type_name == "option" else param.metavar or param.name)


def _verwacht(melding: str) -> str:
    for patroon, woorden in _VERWACHT:
        if m := re.search(patroon, melding):
            return woorden.format(**{naam: deel.replace("'", "") for naam, deel in m.groupdict().items()})
    return "iets in een andere vorm"
