"""The command line: one file a command. Each imports what it needs only when it runs, so that help is quick."""

from __future__ import annotations

import atexit
import gc
import sys
from typing import Annotated

import typer

from mpp.cli import fouten
from mpp.cli.akkoord import app as akkoord
from mpp.cli.backtest import backtest
from mpp.cli.check import check
from mpp.cli.correctie import correctie
from mpp.cli.data import data
from mpp.cli.diff import diff
from mpp.cli.explain import explain
from mpp.cli.lock import lock
from mpp.cli.monitor import monitor
from mpp.cli.nederlands import Groep, Opdracht
from mpp.cli.new import new
from mpp.cli.package import package
from mpp.cli.preview import preview
from mpp.cli.publish import publish
from mpp.cli.render import render
from mpp.cli.review import app as review
from mpp.cli.run import run
from mpp.cli.vaststellen import vaststellen
from mpp.cli.verify import verify
from mpp.cli.werkvoorraad import werkvoorraad

app = typer.Typer(
    name="mpp",
    cls=Groep,
    help="Van één vergrendeld parameterbestand naar alle uitgaven van een ronde van de Meerjaren Productie Prognose.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for opdracht in (
    new,
    werkvoorraad,
    run,
    data,
    explain,
    diff,
    render,
    backtest,
    check,
    lock,
    vaststellen,
    correctie,
    monitor,
    preview,
    package,
    publish,
    verify,
):
    app.command(cls=Opdracht)(opdracht)
app.add_typer(akkoord, name="akkoord")
app.add_typer(review, name="review")


@app.callback()
def _algemeen(
    debug: Annotated[bool, typer.Option("--debug", help="Toon bij een onverwachte fout de technische melding.")] = False,
) -> None:
    fouten.toon_technisch = debug


def main() -> None:
    """Run the command line; exits with 0 when all went well, 2 when the input is wrong, 1 when the fault is ours."""
    gc.set_threshold(200_000, 50, 50)  # layout and tables keep millions of objects: looking for garbage took a third of the time
    atexit.register(gc.freeze)  # and at the end looking through all of them once more took half a second
    with fouten.gemeld():
        sys.exit(app(prog_name="mpp", standalone_mode=False) or 0)
