"""IBM Plex Sans as it is bundled: the only letter in any output.

The folder holds every cut twice: WOFF2 for the HTML, TrueType for the PDF and the charts.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_MAP = Path(__file__).parent

FAMILIE = "IBM Plex Sans"
SNEDEN = ("Regular", "Italic", "SemiBold", "SemiBoldItalic", "Bold")

# The configuration under which fontconfig knows these letters and no other.
FONTCONFIG = _MAP / "fonts.conf"


def truetype() -> tuple[Path, ...]:
    """The TrueType files, for instance for matplotlib's `fontManager.addfont`."""
    return tuple(_MAP / "ttf" / f"IBMPlexSans-{snede}.ttf" for snede in SNEDEN)


@cache
def voor_web() -> dict[str, bytes]:
    """The WOFF2 files and their licence as `lettertypen/<name>` -> content, to be put beside the style sheets."""
    namen = [f"woff2/IBMPlexSans-{snede}.woff2" for snede in SNEDEN] + ["OFL.txt"]
    return {f"lettertypen/{Path(naam).name}": (_MAP / naam).read_bytes() for naam in namen}
