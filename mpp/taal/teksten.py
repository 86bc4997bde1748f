"""The texts of communications read as a reader meets them: what stands together on a page, under the headings above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from lxml import html

from mpp.taal.beweringen import Tegenspraak, tegenspraken
from mpp.taal.zinnen import Plek, Zin, zinnen


def tegenspraken_in(teksten: Mapping[str, str]) -> Iterator[tuple[str, int, Tegenspraak]]:
    """Every number in the filled-in `teksten` (name to HTML) that its text contradicts: the text, which of its placeholders, and why.

    Texts of one branch (`pagina_1.cijfers.0`) are read one after the other; a text that is no more than a number goes with its neighbours.
    """
    gelezen = {naam: zinnen_van(tekst) for naam, tekst in teksten.items() if tekst}
    plaatsen = {id(plek): (naam, i) for naam, stuk in gelezen.items() for i, plek in enumerate(p for zin in stuk for p in zin.plekken)}
    for tak, namen in groupby(gelezen, key=lambda naam: naam.rpartition(".")[0]):
        samen = [list(gelezen[naam]) for naam in namen]
        for fout in tegenspraken(list(_aaneen(samen)), context=_erboven(tak, gelezen), streng=True):
            yield (*plaatsen[id(fout.plek)], fout)


def zinnen_van(tekst: str) -> list[Zin]:
    """The sentences of one filled-in text."""
    return list(zinnen(html.fragment_fromstring(tekst, create_parent="p"))) if tekst else []


def _erboven(tak: str, gelezen: Mapping[str, list[Zin]]) -> list[Zin]:
    """The texts of the branches that this one is part of, as far as they stand before it, the outermost first."""
    stappen = tak.split(".")
    boven = {".".join(stappen[:i]) for i in range(1, len(stappen))}
    eerste = next(i for i, naam in enumerate(gelezen) if naam.rpartition(".")[0] == tak)
    return [zin for naam in list(gelezen)[:eerste] if naam.rpartition(".")[0] in boven for zin in gelezen[naam]]


def _aaneen(teksten: list[list[Zin]]) -> Iterator[Zin]:
    """The sentences of texts that stand together; what is before and behind a bare number is one sentence with it."""
    los: Zin | None = None
    for nummer, stuk in enumerate(teksten):
        if los is not None:
            stuk = [_samen(los, stuk[0], " "), *stuk[1:]] if _vervolgt(stuk[0]) else [los, *stuk]
            los = None
        if nummer + 1 < len(teksten) and _is_kaal(teksten[nummer + 1]) and len(stuk) == 1:
            teksten[nummer + 1] = [_samen(stuk[0], teksten[nummer + 1][0], ", ")]
        elif len(stuk) == 1 and isinstance(stuk[0].delen[-1], Plek) and nummer + 1 < len(teksten):
            los = stuk[0]
        else:
            yield from stuk
    if los is not None:
        yield los


def _is_kaal(stuk: list[Zin]) -> bool:
    return len(stuk) == 1 and all(isinstance(deel, Plek) for deel in stuk[0].delen)


def _vervolgt(zin: Zin) -> bool:
    return zin.tekst[0].islower()


def _samen(a: Zin, b: Zin, ertussen: str) -> Zin:
    return replace(a, delen=(*a.delen, ertussen, *b.delen))
