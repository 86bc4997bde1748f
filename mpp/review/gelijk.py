"""The paragraphs that came back beside those that went out, and the words in which the two differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from mpp.review.alineas import Gelezen
from mpp.word.kaart import Alinea

_DELEN = re.compile(r"\d[\d.,]*\d|\w+|\s|[^\w\s]")
_WIT = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007\t\n", " "))


class Paar(NamedTuple):
    """A paragraph as it was made and as it came back; None for one that is only there, or only here."""

    gemaakt: Alinea | None
    gelezen: Gelezen | None


class Verschil(NamedTuple):
    """A piece that differs: from and to in the first text, and what stands there in the second."""

    begin: int
    eind: int
    erbij: str


def paren(gemaakt: Sequence[Alinea], gelezen: Sequence[Gelezen]) -> Iterator[Paar]:
    """Each paragraph with its counterpart, in order: by its bookmark, else by its place and its text."""
    i = j = 0
    for x, y in [*_ankers(gemaakt, gelezen), (len(gemaakt), len(gelezen))]:
        yield from _binnen(gemaakt[i:x], gelezen[j:y])
        if x < len(gemaakt):
            samen = len({n for n in gelezen[y].merken if gemaakt[x].nummer <= n <= gemaakt[-1].nummer})
            yield Paar(_aaneen(gemaakt[x : x + samen]), gelezen[y])
            i, j = x + samen, y + 1


def verschillen(een: str, ander: str) -> list[Verschil]:
    """Where two texts differ, by whole words; one kind of white space is as good as another."""
    a, b = _DELEN.findall(een), _DELEN.findall(ander)
    vergelijk = SequenceMatcher(None, [d.translate(_WIT) for d in a], [d.translate(_WIT) for d in b], autojunk=False)
    plaatsen = [0]
    for deel in a:
        plaatsen.append(plaatsen[-1] + len(deel))
    return [
        Verschil(plaatsen[i0], plaatsen[i1], "".join(b[j0:j1])) for soort, i0, i1, j0, j1 in vergelijk.get_opcodes() if soort != "equal"
    ]


def is_zelfde(een: str, ander: str) -> bool:
    """Whether two texts read the same."""
    return een == ander or een.translate(_WIT).split() == ander.translate(_WIT).split()


def verplaats(plaats: int, anders: Sequence[Verschil]) -> int:
    """The place in the first text of a place in the second, by where the two differ."""
    verschuiving = 0
    for v in anders:
        begin = v.begin + verschuiving
        if plaats <= begin:
            break
        if plaats < begin + len(v.erbij):
            return v.begin
        verschuiving += len(v.erbij) - (v.eind - v.begin)
    return plaats - verschuiving


def _ankers(gemaakt: Sequence[Alinea], gelezen: Sequence[Gelezen]) -> list[tuple[int, int]]:
    """Places in both of paragraphs with the same bookmark; one that stands before an earlier one was moved, and is none."""
    van = {alinea.nummer: i for i, alinea in enumerate(gemaakt)}
    uit: list[tuple[int, int]] = []
    for j, alinea in enumerate(gelezen):
        plaatsen = [van[n] for n in alinea.merken if n in van]
        if plaatsen and (not uit or plaatsen[0] > uit[-1][0]):
            uit.append((min(plaatsen), j))
    return uit


def _lijkt_op(een: str, ander: str) -> bool:
    """Whether two texts have half of their words in common."""
    a, b = set(een.split()), set(ander.split())
    return 2 * len(a & b) >= len(a | b)


def _aaneen(alineas: Sequence[Alinea]) -> Alinea:
    """Paragraphs that were made one."""
    eerste = alineas[0]
    delen = tuple(deel for alinea in alineas for deel in alinea.delen)
    return Alinea(eerste.nummer, eerste.soort, delen, eerste.herkomst)


def _binnen(gemaakt: Sequence[Alinea], gelezen: Sequence[Gelezen]) -> Iterator[Paar]:
    """What stands between two paragraphs that are known: alike by their text, and what is left in order."""
    vergelijk = SequenceMatcher(None, [a.tekst for a in gemaakt], [g.basis for g in gelezen], autojunk=False)
    for _, i0, i1, j0, j1 in vergelijk.get_opcodes():
        samen = min(i1 - i0, j1 - j0)
        for alinea, ander in zip(gemaakt[i0:i1], gelezen[j0:j1], strict=False):
            lijkt = alinea.soort == "cel" or _lijkt_op(alinea.tekst, ander.basis)
            yield from [Paar(alinea, ander)] if lijkt else [Paar(alinea, None), Paar(None, ander)]
        yield from (Paar(alinea, None) for alinea in gemaakt[i0 + samen : i1] if alinea.tekst.strip())
        yield from (Paar(None, alinea) for alinea in gelezen[j0 + samen : j1] if alinea.basis.strip() or alinea.sporen)
