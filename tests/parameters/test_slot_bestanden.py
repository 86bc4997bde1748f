"""The lock holds every file of the project from which a document is made: a byte in any one of them breaks it, and is named."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mpp import bronbestanden
from mpp.parameters import laad, slot

WORTEL = Path(__file__).parents[2]

# What no document is made from: what tells of the project, builds it or tests it. The parameters themselves are locked by value.
GEEN_BRON = (
    ".", "tests/", "docs/", "bench/", "scripts/", "CHANGELOG.md", "LICENSE", "Makefile", "README.md", "pyproject.toml",
    "requirements-bench.txt", "requirements-test.txt", "requirements-test-apt.txt", "parameters.yml", "parameters.lock", "journaal.yml",
)  # fmt: skip

_GECOMPILEERD = re.compile(r"__pycache__/([^/.]+)\..*$")
_LUISTER = """
import os, sys
wortel, melding = os.path.realpath(sys.argv.pop(1)) + os.sep, sys.argv.pop(1)
def luister(gebeurtenis, gegevens):
    if gebeurtenis == "open" and isinstance(gegevens[0], (str, os.PathLike)):
        pad = os.path.realpath(gegevens[0])
        if pad.startswith(wortel) and os.path.isfile(pad) and not any(c in (gegevens[1] or "r") for c in "wax+"):
            os.write(uit, (pad.removeprefix(wortel) + "\\n").encode())
uit = os.open(melding, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
sys.addaudithook(luister)
from mpp.cli import main
main()
"""


def bronnen() -> list[str]:
    namen = subprocess.run(["git", "ls-files", "-z"], cwd=WORTEL, capture_output=True, check=True).stdout.decode().split("\0")
    return [naam for naam in namen if naam and not naam.startswith(GEEN_BRON) and (WORTEL / naam).is_file()]


_TEGELIJK = 12
"""So many changed files a lock names in full."""


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """A copy of the project, program and all, as git keeps it."""
    for naam in [*bronnen(), "parameters.yml"]:
        (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(WORTEL / naam, tmp_path / naam)
    monkeypatch.setattr(bronbestanden, "_PROGRAMMA", tmp_path)
    return tmp_path


def test_een_byte_in_welk_bestand_ook_verbreekt_het_slot_en_noemt_het_bestand(project):
    ps = laad(project / "parameters.yml")
    slot.schrijf_slot(ps)
    assert slot.controleer_slot(ps) == ((), ())
    alle = bronnen()
    assert len(alle) > 300
    for begin in range(0, len(alle), _TEGELIJK):
        samen = {naam: (project / naam).read_bytes() for naam in alle[begin : begin + _TEGELIJK]}
        for naam, inhoud in samen.items():
            (project / naam).write_bytes(inhoud[:-1] + bytes([inhoud[-1] ^ 1]) if inhoud else b"x")
        delen = [reden.partition(" na het vergrendelen; anders: ")[2] for redenen in slot.controleer_slot(ps) for reden in redenen]
        assert sorted(naam for deel in delen for naam in deel.split(", ")) == sorted(samen)
        for naam, inhoud in samen.items():
            (project / naam).write_bytes(inhoud)
    assert slot.controleer_slot(ps) == ((), ())


@pytest.mark.parametrize("map_", [".", "proef"])
def test_het_slot_van_een_ander_parameterbestand_houdt_wat_daarnaast_staat(project, map_):
    pad = project / map_ / "ander.yml"
    pad.parent.mkdir(exist_ok=True)
    shutil.copy(project / "parameters.yml", pad)
    shutil.copy(project / "akkoorden.yml", pad.with_name("ander.akkoorden.yml"))
    ps = laad(pad, project)
    slot.schrijf_slot(ps)
    (project / "akkoorden.yml").write_text("# van een ander\n", encoding="utf-8")
    assert slot.controleer_slot(ps) == ((), ())
    pad.with_name("ander.akkoorden.yml").write_text("# gewijzigd\n", encoding="utf-8")
    (reden,) = slot.controleer_slot(ps).alles
    assert reden.endswith(f"anders: {pad.with_name('ander.akkoorden.yml').relative_to(project).as_posix()}")


def test_een_los_bestand_waarvan_alleen_de_letters_in_een_tekst_staan_hoort_niet_bij_het_slot(project):
    (project / "x").write_text("", encoding="utf-8")
    (project / "extra.csv").write_text("a\n", encoding="utf-8")
    hoofdstuk = project / "chapters" / "02-inleiding.qmd"
    hoofdstuk.write_text(hoofdstuk.read_text(encoding="utf-8") + "\n<!-- extra.csv -->\n", encoding="utf-8")
    gevonden = bronbestanden.bronbestanden("teksten", project)
    assert ("x" in gevonden, "extra.csv" in gevonden) == (False, True)


def test_het_slot_houdt_alles_wat_bij_het_maken_wordt_gelezen(tmp_path):
    """Looked at from the other side: what Python opens while documents are made, is in the lock."""
    melding = tmp_path / "gelezen"
    documenten = ["infographic", "kamerbrief", "prognose", "productiemodel", "nareis"]
    opdracht = [sys.executable, "-B", "-c", _LUISTER, str(WORTEL), str(melding), "render", *documenten, "--output", str(tmp_path / "uit")]
    klaar = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stderr
    namen = (_GECOMPILEERD.sub(r"\1.py", naam) for naam in melding.read_text(encoding="utf-8").splitlines())
    gelezen = {naam for naam in namen if not naam.startswith((".venv/", ".mpp-cache/"))}
    vast = {naam for groep in bronbestanden.GROEPEN for naam in bronbestanden.hashes(groep, WORTEL)}
    assert {"mpp/weergave/afronding.py", "figures/keten.py", "infographic/getallen.yml", "varianten/nareis.yml"} <= gelezen
    assert gelezen - vast - {"journaal.yml"} == {"parameters.yml", "parameters.lock"}
