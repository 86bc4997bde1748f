"""The preview of the rapportage, as who writes it uses it: started, looked at, a chapter saved, stopped."""

import json
import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.render.conftest import PROJECT

WORTEL = Path(__file__).parents[2]
WACHT = 120.0
BOEK = PROJECT.format(hoofdstukken="index.qmd, hoofdstukken/een.qmd")
EEN = """\
# Een {#sec-een}

```{python}
#| include: false
from mpp.hoofdstuk import *
J = u.jaren
```

In `{python} jaar(1)` is de bezetting `{python} n("coa.bezetting", J[0])`, zegt de eerste versie.
"""
START = "from mpp.redactie import voorvertoning; voorvertoning('rapportage', 0)"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    for naam in ("parameters.yml", "glossary.yml", "edities"):
        kopie = shutil.copytree if (WORTEL / naam).is_dir() else shutil.copy
        kopie(WORTEL / naam, tmp_path / naam)
    (tmp_path / "hoofdstukken").mkdir()
    (tmp_path / "_quarto.yml").write_text(BOEK)
    (tmp_path / "index.qmd").write_text("# Vooraf {.unnumbered}\n\nTekst.\n")
    (tmp_path / "hoofdstukken" / "een.qmd").write_text(EEN)
    return tmp_path


@pytest.fixture
def server(map_: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The preview as a process of its own, and its address."""
    omgeving = {**os.environ, "PYTHONPATH": str(WORTEL), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([sys.executable, "-c", START], cwd=map_, env=omgeving, stdout=subprocess.PIPE, text=True) as proces:
        try:
            assert proces.stdout is not None
            regel = proces.stdout.readline()
            assert "http://127.0.0.1:" in regel
            yield next(woord for woord in regel.split() if woord.startswith("http")), proces
        finally:
            proces.kill()


def haal(adres: str) -> str:
    with urllib.request.urlopen(adres, timeout=WACHT) as antwoord:
        return antwoord.read().decode()


def test_een_hoofdstuk_opslaan_geeft_een_nieuwe_bladzijde(map_: Path, server: tuple[str, subprocess.Popen[str]]):
    adres, proces = server
    hoofdstuk = map_ / "hoofdstukken" / "een.qmd"
    with urllib.request.urlopen(f"{adres}nieuws", timeout=WACHT) as nieuws:

        def tot(voorwaarde: Callable[[dict], bool]) -> dict:
            """The state of the desk when it is so; each word of news is a look at it."""
            while nieuws.readline():
                stand = json.loads(haal(f"{adres}stand"))
                if not stand["bezig"] and voorwaarde(stand):
                    return stand
            raise AssertionError("the desk closed")

        stand = tot(lambda stand: stand["versie"] >= 1)
        assert stand["problemen"] == []
        assert stand["web"] == "rapportage/index.html"
        eerst = haal(f"{adres}bestand/rapportage/een.html")
        assert "zegt de eerste versie." in eerst
        assert 'class="getal"' in eerst

        hoofdstuk.write_text(EEN.replace("de eerste versie", "de tweede versie"))
        stand = tot(lambda stand: "de tweede versie" in haal(f"{adres}bestand/rapportage/een.html"))
        assert stand["problemen"] == []

        hoofdstuk.write_text(EEN + "\nEn **half vet.\n")
        stand = tot(lambda stand: bool(stand["problemen"]))
        assert [p["plaats"] for p in stand["problemen"]] == ["hoofdstukken/een.qmd:11"]
        assert "de tweede versie" in haal(f"{adres}bestand/rapportage/een.html")

        hoofdstuk.write_text(EEN.replace("de eerste versie", "de derde versie"))
        stand = tot(lambda stand: "de derde versie" in haal(f"{adres}bestand/rapportage/een.html"))
        assert stand["problemen"] == []

        hoofdstuk.write_text(EEN + "\nAl bezig.\n")
        tot(lambda stand: "Al bezig" in haal(f"{adres}bestand/rapportage/een.html"))
    proces.send_signal(signal.SIGINT)
    assert proces.wait(WACHT) == 0
