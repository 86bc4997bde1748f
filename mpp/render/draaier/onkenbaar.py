"""What can be read off a piece of code of what will not be seen while it runs: the clock, chance, other processes.

A closed list of libraries is known to read files in sight; the rest of the list below names what gives another answer without
a file having changed, or reads where it is not seen.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

_BIBLIOTHEKEN: Final = {"IPython", "babel", "figures", "matplotlib", "mpl_toolkits", "mpp", "numpy", "pandas", "scipy"}
"""Libraries whose reading is seen, and our own code, on which every chapter depends."""

KLOK: Final = "dat geeft telkens iets anders, naar de tijd van de computer"
COMPUTER: Final = "dat is op elke computer anders"
TOEVAL: Final = "dat geeft telkens iets anders, want het toeval heeft geen vast begin"
NETWERK: Final = "dat haalt iets van buiten, en wat daar staat kan veranderen"
VERBORGEN: Final = "dan is niet te zien wat er wordt gelezen"

_MODULES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("sched", "time"), KLOK),
    **dict.fromkeys(("getpass", "grp", "locale", "platform", "pwd", "resource", "site", "sysconfig"), COMPUTER),
    **dict.fromkeys(("secrets", "uuid"), TOEVAL),
    **dict.fromkeys(("ftplib", "http", "imaplib", "nntplib", "poplib", "select", "smtplib", "socket", "socketserver", "ssl"), NETWERK),
    **dict.fromkeys(("telnetlib", "urllib", "webbrowser", "xmlrpc"), NETWERK),
    **dict.fromkeys(("asyncio", "builtins", "code", "codeop", "concurrent", "ctypes", "dbm", "gc", "importlib", "mmap"), VERBORGEN),
    **dict.fromkeys(("multiprocessing", "pkgutil", "pty", "runpy", "shelve", "sqlite3", "subprocess", "zipimport"), VERBORGEN),
}
_VEILIGE_MODULES: Final = ("urllib.parse",)
_KENMERKEN: Final[Mapping[str, str]] = {
    **dict.fromkeys(("getatime", "getctime", "getmtime", "monotonic", "now", "perf_counter", "today", "utcnow"), KLOK),
    **dict.fromkeys(("st_atime", "st_ctime", "st_mtime", "st_atime_ns", "st_ctime_ns", "st_mtime_ns"), KLOK),
    **dict.fromkeys(("argv", "cpu_count", "cwd", "environ", "environb", "expanduser", "expandvars", "getcwd", "getcwdb"), COMPUTER),
    **dict.fromkeys(("getenv", "getenvb", "getlogin", "getpid", "getppid", "home", "stdin", "uname"), COMPUTER),
    **dict.fromkeys(("SystemRandom", "getrandbits", "urandom"), TOEVAL),
    **dict.fromkeys(("__builtins__", "import_module", "read_clipboard", "read_feather", "read_hdf", "read_orc"), VERBORGEN),
    **dict.fromkeys(("popen", "read_parquet", "read_sql"), VERBORGEN),
}
_VAN_SYS: Final = {
    *("executable", "flags", "hexversion", "implementation", "modules", "path", "platform", "prefix", "version", "version_info"),
}
_INGEBOUWD: Final[Mapping[str, str]] = {
    **dict.fromkeys(("__builtins__", "__import__", "breakpoint", "compile", "eval", "exec", "input"), VERBORGEN),
    **dict.fromkeys(("hash", "id"), TOEVAL),
}
_MET_BEGIN: Final = {"MT19937", "PCG64", "Philox", "Random", "RandomState", "SeedSequence", "default_rng"}
"""What draws by chance from the number that it is given: the same each time; without one not."""
_MET_TOESTAND: Final = {"rvs", "sample"}
"""What draws by chance from the number that it is given as `random_state`."""
_TOEVAL: Final = ("numpy.random", "random")
_VAN_NU: Final = {"Timestamp", "datetime64", "to_datetime"}


class Onkenbaar(NamedTuple):
    """A line of code (from 1), what it uses, and why what follows from it cannot be fixed."""

    regel: int
    wat: str
    waarom: str


def onkenbaar(bron: str, is_eigen: Callable[[str], bool]) -> list[Onkenbaar]:
    """What code uses that gives another answer without a file having changed, or that reads where it is not seen.

    `is_eigen` tells of the name of a module whether it is one of the project.
    """
    try:
        boom = ast.parse(bron)
    except SyntaxError as fout:
        return [Onkenbaar(fout.lineno or 1, "een opdracht die geen gewone Python is", VERBORGEN)]
    except ValueError:
        return [Onkenbaar(1, "een teken dat in Python niet kan", VERBORGEN)]
    gevonden = {Onkenbaar(getattr(k, "lineno", 1), *vondst) for k in ast.walk(boom) for vondst in (*_in(k, is_eigen), *_toeval(k))}
    return sorted(gevonden)


def _in(knoop: ast.AST, is_eigen: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    match knoop:
        case ast.Import(names=namen):
            for naam in namen:
                yield from _module(naam.name, is_eigen)
        case ast.ImportFrom(module=str(module), names=namen, level=0):
            yield from _module(module, is_eigen)
            for naam in namen:
                if naam.name == "*" and not _is_van_ons(module, is_eigen):
                    yield f"from {module} import *", VERBORGEN
                yield from ((naam.name, waarom) for waarom in (_KENMERKEN.get(naam.name), _MODULES.get(naam.name)) if waarom)
        case ast.Attribute(value=ast.Name("sys"), attr=naam) if naam in _VAN_SYS:
            yield f"sys.{naam}", COMPUTER
        case ast.Attribute(attr=naam) if naam in _KENMERKEN:
            yield naam, _KENMERKEN[naam]
        case ast.Call(func=ast.Name(naam)) if naam in _INGEBOUWD:
            yield f"{naam}()", _INGEBOUWD[naam]
        case ast.Call(func=functie, args=waarden) if _naam(functie) in _VAN_NU:
            if any(isinstance(waarde, ast.Constant) and waarde.value in ("now", "today") for waarde in waarden):
                yield f"{_naam(functie)}('now')", KLOK
        case ast.Name("__builtins__"):
            yield knoop.id, VERBORGEN


def _toeval(knoop: ast.AST) -> Iterator[tuple[str, str]]:
    """Chance that does not follow from a number: all of `random` and `np.random` but what is made from one."""
    match knoop:
        case ast.Import(names=namen):
            yield from ((f"import {n.name} as {n.asname}", TOEVAL) for n in namen if n.name in _TOEVAL and n.asname)
        case ast.ImportFrom(module="random" | "numpy.random" as module, names=namen):
            yield from ((f"{module}.{n.name}", TOEVAL) for n in namen if n.name not in _MET_BEGIN)
        case ast.ImportFrom(module="numpy", names=namen):
            yield from ((f"import numpy.random as {n.asname}", TOEVAL) for n in namen if n.name == "random" and n.asname)
        case ast.Attribute(value=ast.Name("random") | ast.Attribute(attr="random"), attr=naam) if naam not in _MET_BEGIN:
            yield f"random.{naam}", TOEVAL
        case ast.Call(func=functie) if (naam := _naam(functie)) in _MET_BEGIN | _MET_TOESTAND and not _heeft_begin(knoop):
            yield f"{naam}() zonder begingetal", TOEVAL
        case ast.Assign(value=ast.Name("random") | ast.Attribute(value=ast.Name("np" | "numpy"), attr="random")):
            yield "een andere naam voor random", TOEVAL


def _module(naam: str, is_eigen: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """What is against a module: nothing when it is our own, the project's, or one whose reading is seen."""
    eerste = naam.partition(".")[0]
    if naam in _VEILIGE_MODULES or _is_van_ons(naam, is_eigen):
        return
    if eerste in _MODULES:
        yield f"import {naam}", _MODULES[eerste]
    elif eerste not in _BIBLIOTHEKEN and eerste not in sys.stdlib_module_names:
        yield f"import {naam}", VERBORGEN


def _is_van_ons(naam: str, is_eigen: Callable[[str], bool]) -> bool:
    eerste = naam.partition(".")[0]
    return eerste in ("mpp", "figures") or is_eigen(eerste)


def _heeft_begin(aanroep: ast.Call) -> bool:
    """Whether a call draws by chance from a number that it is given."""
    naam = _naam(aanroep.func)
    if naam in _MET_TOESTAND:
        begin = [k.value for k in aanroep.keywords if k.arg == "random_state"]
    else:
        begin = [*aanroep.args, *(k.value for k in aanroep.keywords)]
    return any(not (isinstance(waarde, ast.Constant) and waarde.value is None) for waarde in begin)


def _naam(functie: ast.expr) -> str:
    return functie.attr if isinstance(functie, ast.Attribute) else functie.id if isinstance(functie, ast.Name) else ""
