"""What reviewers left, as a page on its own and as a table in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from mpp import stijl
from mpp.review.vondst import Gevolg, Vondst
from mpp.sjabloon import vul

_SJABLOON: Final = Path(__file__).with_name("review.html.j2")
_KOPPEN: Final[tuple[tuple[str, Gevolg], ...]] = (
    ("Vragen aan eigenaren", "vraag"),
    ("Over te nemen", "over te nemen"),
    ("Te lezen", "lezen"),
)


def pagina(vondsten: Sequence[Vondst], editie: str, bestanden: Sequence[str]) -> bytes:
    """The page: everything by what follows from it, in the order of the text."""
    per = {gevolg: [v for v in vondsten if v.gevolg == gevolg] for _, gevolg in _KOPPEN}
    return vul(
        _SJABLOON,
        editie=editie,
        bestanden=bestanden,
        vondsten=vondsten,
        stijl=stijl.regels(letters=True),
        over=len(per["over te nemen"]),
        vragen=len(per["vraag"]),
        lezen=len(per["lezen"]),
        groepen=[(kop, per[gevolg]) for kop, gevolg in _KOPPEN],
    ).encode()


def rijen(vondsten: Sequence[Vondst]) -> Iterator[tuple[str, ...]]:
    """The rows of the table: number, place, who and when, what, and what follows."""
    for v in vondsten:
        gevolg = f"{v.gevolg} aan {'; '.join(v.aan)}" if v.aan else v.gevolg
        reden = f" ({v.waarom})" if v.waarom and not v.aan else ""
        yield str(v.nummer), v.plaats, ", ".join(filter(None, (v.auteur, v.datum))), f"{v.soort}: {v.wat}", f"{gevolg}{reden}"


KOPPEN: Final = ("Nr.", "Plaats", "Wie", "Wat", "Gevolg")
