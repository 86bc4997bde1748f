"""Every command and option explains itself, in Dutch, and stands in the README."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mpp.cli import app

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
OPDRACHTEN = {opdracht.callback.__name__: opdracht.callback for opdracht in app.registered_commands}
for groep in app.registered_groups:
    OPDRACHTEN[groep.name] = groep.typer_instance.registered_callback.callback
    for opdracht in groep.typer_instance.registered_commands:
        OPDRACHTEN[f"{groep.name} {opdracht.name or opdracht.callback.__name__}"] = opdracht.callback

INTERFACE = {
    "new": {"--peildatum", "--jaren", "--parameters"},
    "werkvoorraad": {"--partner", "--parameters"},
    "run": {"--parameters", "--variant", "--set", "--draws", "--csv", "--json"},
    "explain": {"--parameters", "--variant", "--set", "--depth", "--full", "--json", "--svg"},
    "diff": {"--indicator", "--year", "--scenario", "--json"},
    "render": {"--parameters", "--output", "--engine", "--final"},
    "backtest": {"--parameters", "--json"},
    "check": {"--parameters", "--pakket"},
    "lock": {"--parameters"},
    "vaststellen": {"--door", "--datum", "--route", "--zonder-documenten", "--waarom", "--parameters"},
    "correctie": {"--wat", "--waarom", "--datum", "--door", "--soort", "--parameters"},
    "preview": set(),
    "package": {"--output", "--opruimen"},
    "akkoord": {"--parameters", "--partner", "--datum"},
    "akkoord export": {"--parameters", "--partner", "--uitkomsten", "--output", "--vervang"},
    "akkoord import": {"--parameters", "--partner", "--datum"},
    "verify": {"--parameters"},
}


def test_de_opdrachten_zijn_die_van_de_afspraak():
    assert OPDRACHTEN.keys() == INTERFACE.keys()


@pytest.mark.parametrize("naam", INTERFACE)
def test_elke_opdracht_legt_zich_uit(mpp, naam):
    uitslag = mpp(*naam.split(), "--help")
    opties = set(re.findall(r"^  (--[a-z-]+)", uitslag.uit, re.MULTILINE)) - {"--help"}
    assert uitslag.code == 0
    assert opties == INTERFACE[naam]
    assert inspect.getdoc(OPDRACHTEN[naam]).split(".")[0] in uitslag.uit


@pytest.mark.parametrize("naam", INTERFACE)
def test_elke_opdracht_staat_met_al_haar_opties_in_de_readme(naam):
    regel = next(regel for regel in README.splitlines() if regel.startswith(f"mpp {naam}"))
    assert set(re.findall(r"--[a-z-]+", regel)) == INTERFACE[naam]


def test_hulp_laadt_niets_zwaars():
    code = "import sys; from mpp.cli import app; print(*sys.modules)"
    geladen = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "pandas", "matplotlib", "weasyprint", "IPython", "pydantic", "rich"} & set(geladen)
