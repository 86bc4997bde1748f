"""Every command and option explains itself, in Dutch, and stands in the README."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer._click.exceptions import UsageError

from mpp.cli import app
from mpp.cli.nederlands import onleesbaar
from mpp.problemen import catalogus

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
OPDRACHTEN = {opdracht.callback.__name__: opdracht.callback for opdracht in app.registered_commands}
for groep in app.registered_groups:
    OPDRACHTEN[groep.name] = groep.typer_instance.registered_callback.callback
    for opdracht in groep.typer_instance.registered_commands:
        OPDRACHTEN[f"{groep.name} {opdracht.name or opdracht.callback.__name__}"] = opdracht.callback

INTERFACE = {
    "new": {"--peildatum", "--jaren", "--niet-vastgesteld", "--parameters"},
    "werkvoorraad": {"--partner", "--parameters"},
    "run": {"--parameters", "--variant", "--set", "--draws", "--csv", "--json"},
    "data": {"--year", "--scenario", "--csv", "--json", "--parameters"},
    "explain": {"--parameters", "--variant", "--set", "--depth", "--full", "--json", "--svg"},
    "diff": {"--indicator", "--year", "--scenario", "--json"},
    "render": {"--parameters", "--output", "--engine", "--to", "--final"},
    "backtest": {"--parameters", "--json"},
    "check": {"--parameters", "--pakket"},
    "lock": {"--parameters", "--waarom", "--door", "--datum"},
    "vaststellen": {"--door", "--datum", "--route", "--zonder-documenten", "--waarom", "--parameters"},
    "correctie": {"--wat", "--waarom", "--datum", "--door", "--soort", "--parameters"},
    "monitor": {"--realisaties", "--editie", "--teksten", "--output"},
    "preview": set(),
    "package": {"--output", "--opruimen", "--openbaar"},
    "publish": {"--output", "--ckan", "--organisatie", "--dry-run", "--vervang", "--parameters"},
    "akkoord": {"--parameters", "--partner", "--datum"},
    "akkoord export": {"--parameters", "--partner", "--uitkomsten", "--output", "--vervang"},
    "akkoord import": {"--parameters", "--partner", "--datum"},
    "review": set(),
    "review import": {"--neem-over", "--parameters", "--output"},
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


_ENGELS = re.compile(
    r"\b(?:Usage|Options|Arguments|Commands|COMMAND|ARGS|OPTIONS|required|default|Show|exit|Error|Try|Missing|Invalid|str|int)\b"
)


@pytest.mark.parametrize("naam", ["", *INTERFACE])
def test_de_hulp_is_nederlands(mpp, naam):
    uit = mpp(*naam.split(), "--help").uit
    assert uit.startswith("Gebruik: mpp")
    assert _ENGELS.findall(uit) == []


@pytest.mark.parametrize(
    ("argumenten", "code", "woorden"),
    [
        (["rn"], "opdracht-onbekend", "bedoeld is misschien run"),
        (["akkoord", "expot"], "opdracht-onbekend", "bedoeld is misschien export"),
        (["new"], "opdracht-mist", "het argument EDITIE"),
        (["new", "2023-2"], "opdracht-mist", "de optie --peildatum"),
        (["new", "2023-2", "--peildatum", "gister"], "opdracht-waarde", "een dag als 2023-04-28"),
        (["run", "--jason"], "opdracht-optie-onbekend", "bedoeld is misschien --json"),
        (["run", "--parameters"], "opdracht-optie-waarde", "vraagt een waarde"),
        (["run", "--json=3"], "opdracht-optie-waarde", "neemt geen waarde"),
        (["run", "--draws", "veel"], "opdracht-waarde", "een geheel getal"),
        (["run", "--draws", "-1"], "opdracht-waarde", "0 of meer"),
        (["vaststellen", "topberaad", "--door", "x", "--datum", "2023-01-01", "--route", "C"], "opdracht-waarde", "een van A, B"),
        (["check", "a", "b"], "opdracht-te-veel", "a b"),
        (["run", "--set", "a=1", "over"], "opdracht-te-veel", "over"),
    ],
)
def test_wat_niet_te_lezen_is_wordt_in_het_nederlands_gemeld(mpp, argumenten, code, woorden):
    uitslag = mpp(*argumenten)
    wat, oorzaak = (getattr(catalogus()[code], deel) for deel in ("wat", "oorzaak"))
    assert (uitslag.code, oorzaak in uitslag.fout, woorden in uitslag.fout) == (2, True, True)
    assert wat.partition("{")[0] in uitslag.fout
    assert _ENGELS.findall(uitslag.fout) == []


def test_zonder_opdracht_staat_er_welke_er_zijn(mpp):
    uitslag = mpp()
    assert (uitslag.code, uitslag.fout.startswith("Gebruik: mpp [OPTIES] OPDRACHT")) == (2, True)


def test_wat_op_een_andere_manier_niet_te_lezen_is_wordt_ook_gemeld():
    assert onleesbaar(UsageError("Something else.")).code == "opdracht-onleesbaar"
