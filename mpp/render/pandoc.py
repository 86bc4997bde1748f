"""Markdown to HTML with the pandoc of the pypandoc_binary wheel and the filters beside this file."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mpp.problemen import Fout, probleem

_FILTER = Path(__file__).parent / "filters" / "boek.lua"
LEZER = "markdown-table_attributes"  # as Quarto reads
_VONDST = re.compile(r"^MPP-PROBLEEM\t([^\t]*)\t([^\t]*)\t(.*)$")
_WAARSCHUWING = re.compile(r"^\[WARNING\] (.*)$")
_OP_REGEL = re.compile(r"\bline (\d+)\b")


@dataclass(frozen=True)
class Vondst:
    """Something in the woven Markdown that may not reach a reader: problem code, subject, and where to find it."""

    code: str
    waarover: str
    naald: str
    regel: int | None = None


@cache
def pandoc_pad() -> Path:
    """The pandoc executable: of the wheel, else on PATH. Raises Fout when there is none."""
    spec = importlib.util.find_spec("pypandoc")
    if spec and spec.origin:
        for naam in ("pandoc", "pandoc.exe"):
            pad = Path(spec.origin).parent / "files" / naam
            if pad.is_file():
                return pad
    if gevonden := shutil.which("pandoc"):
        return Path(gevonden)
    raise Fout([probleem("pandoc-ontbreekt")])


def naar_html(markdown: str, hoofdstuknummer: str) -> tuple[str, list[Vondst]]:
    """HTML fragment of one chapter and what was found in it; `hoofdstuknummer` is empty for an unnumbered one."""
    opdracht = [
        str(pandoc_pad()),
        f"--from={LEZER}",
        "--to=html5",
        "--wrap=none",
        "--section-divs",
        "--syntax-highlighting=none",
        f"--metadata=hoofdstuk:{hoofdstuknummer}",
        "--metadata=lang:nl",
        f"--lua-filter={_FILTER}",
    ]
    klaar = subprocess.run(opdracht, input=markdown.encode(), capture_output=True)
    meldingen = klaar.stderr.decode()
    vondsten = [Vondst(m[1], m[2], m[3]) for regel in meldingen.splitlines() if (m := _VONDST.match(regel))]
    for waarschuwing in _waarschuwingen(meldingen):
        regel = _OP_REGEL.search(waarschuwing)
        vondsten.append(Vondst("pandoc-melding", waarschuwing, "", int(regel[1]) if regel else None))
    if klaar.returncode:
        raise RuntimeError(f"pandoc failed ({klaar.returncode}): {meldingen}")
    return klaar.stdout.decode(), vondsten


def _waarschuwingen(meldingen: str) -> list[str]:
    """The warnings pandoc wrote, each on one line (it folds them with indented lines)."""
    uit: list[str] = []
    binnen = False
    for regel in meldingen.splitlines():
        if m := _WAARSCHUWING.match(regel):
            uit.append(m[1])
            binnen = True
        elif binnen and regel.startswith(" "):
            uit[-1] += " " + regel.strip()
        else:
            binnen = False
    return uit
