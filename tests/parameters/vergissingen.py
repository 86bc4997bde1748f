"""Slips of the hand made on purpose: every number of the files that give numbers, one at a time, and whether the reading finds it.

`python -m tests.parameters.vergissingen` makes all of them and prints how many were found, by size of the number, file and slip;
`-v` names those that were not, `-n 9` makes one in nine of them. The test makes a part of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, islice, product
from pathlib import Path
from typing import Any, Final

from mpp.edities.gepubliceerd import uit_boom as uit_boom_editie
from mpp.lezen import Blok, Rij, getallen, lees
from mpp.parameters import Parameterset, laad
from mpp.parameters.laden import uit_boom
from mpp.parameters.overlay import leg_blok_over, leg_over
from mpp.problemen import Fout
from mpp.prognose import Prognose
from mpp.uitkomsten.invoer import toets_invoer

WORTEL: Final = Path(__file__).parents[2]
SLIPS: Final = ("punt", "maal tien", "gedeeld door tien", "verwisseld")
#: How large the numbers are: they are checked in another way, and counted apart.
GROOT, KLEIN, DECIMAAL = MATEN = ("vier tot zes cijfers", "onder de duizend", "met decimalen")
#: Where numbers stand that are no figure: days, years, seeds, and what belongs to the text of a variant.
_GEEN_CIJFER: Final = {"zaad", "jaar", "validatie", "volgt_uit"}


@dataclass(frozen=True)
class Soort:
    """A kind of number: the tree it stands in, the section, and the reading that must refuse a wrong one."""

    naam: str
    boom: Blok
    sectie: str
    lees: Callable[[Blok, tuple[Any, ...]], object]


@dataclass(frozen=True)
class Vergissing:
    """One number of a file written wrong: where it stands, and how it is written by mistake."""

    soort: Soort
    pad: tuple[Any, ...]
    maat: str
    slip: str
    goed: str
    fout: str

    def gevonden(self) -> bool:
        """Whether the file is refused with it; the tree is left as it was."""
        boven: Any = self.soort.boom
        for stap in self.pad[:-1]:
            boven = boven[stap]
        sleutel = self.pad[-1]
        waarde, tekst = boven[sleutel], boven.teksten[sleutel]
        boven[sleutel], boven.teksten[sleutel] = (float(self.fout) if "." in self.fout else int(self.fout)), self.fout
        try:
            self.soort.lees(self.soort.boom, self.pad)
        except Fout:
            return True
        finally:
            boven[sleutel], boven.teksten[sleutel] = waarde, tekst
        return False


def soorten() -> tuple[Soort, ...]:
    """The kinds of numbers of the project's own files."""
    pad = WORTEL / "parameters.yml"
    boom, ps = lees(pad), laad(pad)
    delen = _Delen(boom, pad)

    def edities() -> Iterator[Soort]:
        for bestand in (WORTEL / "gepubliceerd.yml", *sorted((WORTEL / "edities").glob("*/gepubliceerd.yml"))):
            yield Soort("edities", lees(bestand), "cijfers", lambda b, _: uit_boom_editie(b, "gepubliceerd.yml"))
        for bestand in sorted((WORTEL / "edities").glob("*/parameters.yml")):
            boom = lees(bestand)
            eigen = _Delen(boom, bestand)
            for sectie in ("parameters", "prognose"):
                yield Soort("edities", boom, sectie, eigen.lees)

    def overlays() -> Iterator[Soort]:
        lagen = {"varianten": [*(WORTEL / "varianten").glob("*.yml")]}
        lagen["terugblikken"] = [p for p in (WORTEL / "toetsing").glob("*.yml") if not p.stem.endswith("achteraf")]
        for naam, paden in lagen.items():
            for overlay in sorted(paden):
                yield from _overlay(naam, ps, overlay)
        achteraf = WORTEL / "toetsing" / "2022-achteraf.yml"
        yield from _overlay("terugblikken", leg_over(ps, WORTEL / "toetsing" / "2022.yml"), achteraf)

    van_de_editie = [Soort(naam, boom, naam, delen.lees) for naam in ("parameters", "realisaties", "gepubliceerd", "prognose")]
    return (*van_de_editie, *edities(), *overlays())


def _overlay(naam: str, ps: Parameterset, pad: Path) -> Iterator[Soort]:
    boom = lees(pad)
    for sectie in ("wijzigingen", "prognose"):
        if sectie in boom:
            yield Soort(naam, boom, sectie, lambda b, _: Prognose.uit(leg_blok_over(ps, b, pad)))


class _Delen:
    """Reads of a parameter file the part that a number stands in: a record with those it refers to and that refer to it.

    Every check looks at a record and at those, so what is refused of the part is refused of the whole; the part as it is is not.
    """

    def __init__(self, boom: Blok, pad: Path):
        self.boom, self.pad = boom, pad
        self.namen: dict[str, set[str]] = {}
        for record in (*boom["parameters"], *boom["realisaties"]):
            woorden = f"{record.get('volgt_uit')} {record.get('validatie')}"
            self.namen.setdefault(record["id"], set()).update(re.findall(r"[a-z_0-9]+(?:\.[a-z_0-9]+)+", woorden))
        for id, genoemd in list(self.namen.items()):
            for ander in genoemd & self.namen.keys():
                self.namen[ander].add(id)

    def lees(self, boom: Blok, pad: tuple[Any, ...]) -> None:
        """Refuse the part with the number at `pad` when something is wrong in it."""
        deel = Blok({**boom, **{sectie: Rij() for sectie in ("parameters", "realisaties", "gepubliceerd")}})
        if pad[0] == "gepubliceerd":
            deel["gepubliceerd"] = boom["gepubliceerd"]
        elif pad[0] == "prognose":
            deel["realisaties"] = Rij(r for r in boom["realisaties"] if r["id"] == "instroom.eerste_aanvragen")
        else:
            familie = self._familie(boom[pad[0]][pad[1]]["id"])
            for sectie in ("parameters", "realisaties"):
                deel[sectie] = Rij(r for r in boom[sectie] if r["id"] in familie)
        ps = uit_boom(deel, self.pad, WORTEL)
        if problemen := list(toets_invoer(ps)):
            raise Fout(problemen)
        if pad[0] == "prognose":
            Prognose.uit(ps)

    def _familie(self, id: str) -> set[str]:
        gezien, te_doen = set[str](), [id]
        while te_doen:
            if (huidig := te_doen.pop()) not in gezien:
                gezien.add(huidig)
                te_doen += self.namen.get(huidig, ())
        return gezien


def vergissingen(soort: Soort) -> Iterator[Vergissing]:
    """Every slip in every number of this kind that has up to six digits and is not nought."""
    for pad, tekst in getallen(soort.boom[soort.sectie], (soort.sectie,)):
        if float(tekst) and abs(float(tekst)) < 10**6 and not _GEEN_CIJFER & set(map(str, pad)):
            maat = DECIMAAL if "." in tekst else KLEIN if abs(int(tekst)) < 1000 else GROOT
            yield from (Vergissing(soort, pad, maat, slip, tekst, fout) for slip, fout in _schrijf_fout(tekst, maat))


def _schrijf_fout(tekst: str, maat: str) -> Iterator[tuple[str, str]]:
    """The slips in a number, each with how it is written then."""
    teken, cijfers = ("-", tekst[1:]) if tekst.startswith("-") else ("", tekst)
    if maat == GROOT:
        yield "punt", f"{teken}{cijfers[:-3]}.{cijfers[-3:]}"
    for slip, macht in (("maal tien", 1), ("gedeeld door tien", -1)):
        yield slip, f"{Decimal(tekst).scaleb(macht).normalize():f}"
    eerste = len(cijfers) - len(cijfers.lstrip("0."))
    for i, j in combinations([i for i, c in enumerate(cijfers) if i >= eerste and c != "."], 2):
        if cijfers[i] != cijfers[j]:
            anders = list(cijfers)
            anders[i], anders[j] = anders[j], anders[i]
            yield "verwisseld", f"{teken}{Decimal(''.join(anders)):f}"


def tel(gedaan: list[tuple[Vergissing, bool]]) -> dict[tuple[str, str, str], tuple[int, int]]:
    """How many of the slips were found and made, by size, kind of number and slip; `alle` for all kinds, and for all slips."""
    uit: dict[tuple[str, str, str], tuple[int, int]] = {}
    for v, gevonden in gedaan:
        for sleutel in product((v.maat,), (v.soort.naam, "alle"), (v.slip, "alle")):
            raak, totaal = uit.get(sleutel, (0, 0))
            uit[sleutel] = raak + gevonden, totaal + 1
    return uit


def main() -> None:
    """Make the slips and print what was found."""
    elke = int(sys.argv[sys.argv.index("-n") + 1]) if "-n" in sys.argv else 1
    alle = islice((v for soort in soorten() for v in vergissingen(soort)), 0, None, elke)
    gedaan = [(v, v.gevonden()) for v in alle]
    telling = tel(gedaan)
    for maat in MATEN:
        print(f"{maat:22}" + "".join(f"{slip:>22}" for slip in (*SLIPS, "alle")))
        for soort in dict.fromkeys(soort for m, soort, _ in telling if m == maat):
            cellen = (telling.get((maat, soort, slip), (0, 0)) for slip in (*SLIPS, "alle"))
            print(f"  {soort:20}" + "".join(f"{f'{raak}/{totaal} {raak / max(totaal, 1):.1%}':>22}" for raak, totaal in cellen))
    for v, gevonden in gedaan:
        if not gevonden and "-v" in sys.argv:
            print(v.maat, v.soort.naam, ".".join(map(str, v.pad)), v.goed, "->", v.fout)


if __name__ == "__main__":
    main()
