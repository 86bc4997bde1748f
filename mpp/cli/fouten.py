"""How the command line ends when something is wrong: every problem told, and an exit code that says whose it is."""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from typer._click.exceptions import NoArgsIsHelpError, UsageError

from mpp.cli.nederlands import onleesbaar
from mpp.problemen import Fout

INVOER, ONZE_FOUT = 2, 1

toon_technisch = False


@contextmanager
def gemeld() -> Iterator[None]:
    """Turn an exception into a message on standard error and an exit code."""
    try:
        yield
    except NoArgsIsHelpError as fout:
        fout.show()
        sys.exit(INVOER)
    except UsageError as fout:
        _vertel(Fout([onleesbaar(fout)]))
    except Fout as fout:
        _vertel(fout)
    except (typer.Abort, KeyboardInterrupt):
        print("Afgebroken.", file=sys.stderr)
        sys.exit(ONZE_FOUT)
    except Exception as fout:
        print(_onverwacht(fout), file=sys.stderr)
        sys.exit(ONZE_FOUT)


def _vertel(fout: Fout) -> NoReturn:
    aantal = len(fout.problemen)
    print(fout, f"{aantal} {'probleem' if aantal == 1 else 'problemen'} gevonden.", sep="\n\n", file=sys.stderr)
    sys.exit(INVOER)


def _onverwacht(fout: Exception) -> str:
    technisch = "".join(traceback.format_exception(fout))
    kop = f"Er ging iets mis dat niet aan uw invoer ligt ({type(fout).__name__})."
    if toon_technisch:
        return f"{technisch}\n{kop}"
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="mpp-fout-", suffix=".txt", delete=False) as bestand:
        bestand.write(technisch)
    return f"{kop}\nDe technische melding staat in {bestand.name}; stuur die mee als u de fout meldt."
