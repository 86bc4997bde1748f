"""The runner in this process: an IPython shell, one per chapter, in the forked process of that chapter."""

from __future__ import annotations

import logging
import os
import re
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

import IPython.core.completerlib
import IPython.core.crashhandler
import IPython.core.magics
import IPython.core.oinspect  # these four before the forks: each shell would import them for itself  # noqa: F401
from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

from mpp import hoofdstuk
from mpp.problemen import Fout, Probleem
from mpp.render.draaier import Mislukt, Stroom, Vertoning
from mpp.render.draaier.opname import Opgenomen, Opname
from mpp.render.qmd import Cel, Regel
from mpp.uitkomsten import Uitkomsten

_OVER_EEN_MAP = re.compile(
    "mkdir -p failed|is not a writable directory|temporary cache directory|Could not save font_manager cache|building the font cache"
)


class _Schrijver:
    """A text stream that appends to the list of outputs, beside what is shown."""

    encoding = "utf-8"

    def __init__(self, naam: str, uit: list[Stroom | Vertoning]):
        self._naam, self._uit = naam, uit

    def write(self, tekst: str) -> int:
        vorige = self._uit[-1] if self._uit else None
        if isinstance(vorige, Stroom) and vorige.naam == self._naam:
            self._uit[-1] = replace(vorige, tekst=vorige.tekst + tekst)
        elif tekst:
            self._uit.append(Stroom(self._naam, tekst))
        return len(tekst)

    def flush(self) -> None:
        """Nothing is held back."""

    def isatty(self) -> bool:
        """Never a terminal."""
        return False


class _Toner(DisplayPublisher):
    """What `display` shows goes to the outputs of the shell."""

    shell: _Shell

    def publish(self, data: dict[str, Any], *_: object, **__: object) -> None:
        """Collect what is shown."""
        self.shell.uit.append(_vertoning(data))


class _Haak(DisplayHook):
    """The value of the last line of a cell goes to the outputs of the shell, unless the cell ends with a semicolon."""

    shell: _Shell
    bron = ""

    def quiet(self) -> bool:
        """Whether the cell ends with a semicolon."""
        return bool(self.semicolon_at_end_of_expression(self.bron))

    def write_output_prompt(self) -> None:
        """No prompt."""

    def write_format_data(self, format_dict: dict[str, Any], *_: object) -> None:
        """Collect the value."""
        self.shell.uit.append(_vertoning(format_dict))


class _Vertaler(CachingCompiler):
    """Compiles cells under the name of their place in the chapter."""

    naam = ""

    def get_code_name(self, *_: object) -> str:
        """The place in the chapter."""
        return self.naam


class _Shell(InteractiveShell):
    """An IPython shell that collects its outputs and leaves errors to who runs it."""

    display_pub_class = Type(_Toner)
    displayhook_class = Type(_Haak)
    compiler_class = Type(_Vertaler)
    compile: _Vertaler
    display_formatter: DisplayFormatter
    displayhook: _Haak
    uit: list[Stroom | Vertoning]

    def showtraceback(self, *_: object, **__: object) -> None:
        """Nothing is printed."""

    def showsyntaxerror(self, *_: object, **__: object) -> None:
        """Nothing is printed."""


class Schil:
    """Runs a chapter of the project in `wortel` on the results `u` in an IPython shell in this process: one process a chapter."""

    def __init__(self, wortel: Path, u: Uitkomsten) -> None:
        hoofdstuk.gebruik(u)
        os.environ.setdefault("IPYTHONDIR", os.path.join(tempfile.gettempdir(), "mpp-ipython"))
        _gewone_waarschuwingen()
        instelling = Config()
        instelling.HistoryManager.enabled = False
        instelling.InteractiveShell.colors = "nocolor"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a folder that IPython cannot use: it finds another
            self._shell = _Shell.instance(config=instelling)
        self._opname = Opname(wortel)

    def cel(self, cel: Cel) -> list[Stroom | Vertoning]:
        """Run a cell; what it wrote and showed, in order. Raises Mislukt."""
        uit: list[Stroom | Vertoning] = []
        naam = _naam(cel.hekregel)
        self._opname.code(cel.broncode, naam, [(r.bestand, r.nummer) for r in cel.code])
        self._shell.uit = uit
        self._shell.compile.naam = naam
        self._shell.displayhook.bron = cel.broncode
        with _stromen(uit):
            gevolg = self._shell.run_cell(cel.broncode, store_history=False)
        fout = gevolg.error_before_exec or gevolg.error_in_exec
        if fout is not None:
            raise Mislukt(_problemen(fout, naam, cel.code, cel.hekregel))
        return uit

    def uitdrukking(self, uitdrukking: str, regel: Regel) -> Vertoning:
        """The value of an inline expression in all its forms. Raises Mislukt."""
        naam, geschreven = _naam(regel), list[Stroom | Vertoning]()
        self._opname.code(uitdrukking.strip(), naam, [(regel.bestand, regel.nummer)])
        try:
            with _stromen(geschreven):
                waarde = eval(compile(uitdrukking.strip(), naam, "eval"), self._shell.user_ns)
                vormen, _ = self._shell.display_formatter.format(waarde)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as fout:
            raise Mislukt(_problemen(fout, naam, (regel,), regel, uitdrukking.strip())) from None
        return _vertoning(vormen)

    def sluit(self) -> Opgenomen:
        """What the code read; nothing to release: the process ends with its chapter."""
        return self._opname.sluit()


def _gewone_waarschuwingen() -> None:
    """Warnings as Python has them by itself, whatever this process was started with, written to stderr."""
    warnings.resetwarnings()
    warnings.showwarning = lambda *waarschuwing: print(warnings.formatwarning(*waarschuwing[:4]), end="", file=sys.stderr)
    for soort in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        warnings.simplefilter("ignore", soort)
    for naam in ("matplotlib", "matplotlib.font_manager"):
        logging.getLogger(naam).addFilter(_is_van_belang)


def _is_van_belang(melding: logging.LogRecord) -> bool:
    """Whether what a library logs tells of the document: not that a folder for its own cache cannot be used."""
    return not _OVER_EEN_MAP.search(str(melding.msg))


def _naam(regel: Regel) -> str:
    """The name under which code compiled from this line shows in tracebacks."""
    return f"<{regel.bestand}:{regel.nummer}>"


def _vertoning(vormen: dict[str, Any]) -> Vertoning:
    return Vertoning({soort: vorm for soort, vorm in vormen.items() if isinstance(vorm, str)})


@contextmanager
def _stromen(uit: list[Stroom | Vertoning]) -> Iterator[None]:
    oud: tuple[TextIO, TextIO] = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _Schrijver("stdout", uit), _Schrijver("stderr", uit)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = oud


def _problemen(fout: BaseException, naam: str, code: tuple[Regel, ...], anders: Regel, uitdrukking: str = "") -> list[Probleem]:
    """What went wrong, at the source line: the problems a Fout carries, or one for any other exception."""
    plaats = _plaats(fout, naam, code, anders)
    if isinstance(fout, Fout):
        return [replace(p, bestand=plaats.bestand, regel=plaats.nummer) if p.bestand is None else p for p in fout.problemen]
    melding = f"{type(fout).__name__}: {fout.msg if isinstance(fout, SyntaxError) else fout}".rstrip(". ")
    if uitdrukking:
        return [plaats.probleem("inline-fout", uitdrukking=uitdrukking, melding=melding)]
    return [plaats.probleem("cel-fout", melding=melding)]


def _plaats(fout: BaseException, naam: str, code: tuple[Regel, ...], anders: Regel) -> Regel:
    """The line of the chapter that raised: the innermost frame of its own code."""
    nummers = []
    if isinstance(fout, SyntaxError) and fout.filename == naam:
        nummers.append(fout.lineno)
    spoor = fout.__traceback__
    while spoor is not None:
        if spoor.tb_frame.f_code.co_filename == naam:
            nummers.append(spoor.tb_lineno)
        spoor = spoor.tb_next
    nummer = nummers[-1] if nummers else None
    return code[nummer - 1] if nummer and nummer <= len(code) else anders
