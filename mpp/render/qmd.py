"""Reading a .qmd file: front matter, text, code cells and includes, each line knowing where it stands."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mpp.lezen import in_woorden
from mpp.problemen import Fout, Probleem, probleem
from mpp.render.commentaar import Lezing

_CEL_BEGIN = re.compile(r"^\s*(`{3,})\s*\{([A-Za-z][\w-]*)([ ,].*)?\}\s*$")
_HEK = re.compile(r"^\s*(`{3,}|~{3,})")
_INSLUITING = re.compile(r"^\s*\{\{<\s*include\s+(\S+)\s*>\}\}\s*$")
_OPTIE = re.compile(r"^#\|\s?(.*)$")
_SLEUTEL = re.compile(r"^([A-Za-z][\w-]*)\s*:")


@dataclass(frozen=True)
class Regel:
    """One line of source: its text, the file it stands in (relative to the project) and its number."""

    tekst: str
    bestand: str
    nummer: int

    def probleem(self, code: str, **gegevens: object) -> Probleem:
        """The problem `code` at this line."""
        return probleem(code, bestand=self.bestand, regel=self.nummer, **gegevens)


@dataclass(frozen=True)
class Tekst:
    """A run of Markdown lines; `letterlijk[i]` tells whether line i stands in a plain code block, `gelezen[i]` is it without comments."""

    regels: tuple[Regel, ...]
    letterlijk: tuple[bool, ...]
    gelezen: tuple[Regel, ...]


@dataclass(frozen=True)
class Cel:
    """A code cell: its language, its options (`#| key: value`) with their lines, and its code."""

    taal: str
    hekregel: Regel
    opties: Mapping[str, Any]
    optieregels: Mapping[str, int]
    code: tuple[Regel, ...]
    kenmerken: str = ""

    @property
    def broncode(self) -> str:
        """The code of the cell without its options."""
        return "\n".join(regel.tekst for regel in self.code)


@dataclass(frozen=True)
class Qmd:
    """A chapter as read: path, front matter with the line of each key, parts, and every file that was read."""

    pad: str
    kop: Mapping[str, Any]
    kopregels: Mapping[str, int]
    delen: tuple[Tekst | Cel, ...]
    bronnen: tuple[str, ...]

    def tekstregels(self) -> Iterator[Regel]:
        """Every line of Markdown outside plain code blocks, in order; a comment in it reads as spaces."""
        for deel in self.delen:
            if isinstance(deel, Tekst):
                yield from (r for r, vast in zip(deel.gelezen, deel.letterlijk, strict=True) if not vast)

    def letterlijke_regels(self) -> Iterator[Regel]:
        """Every line in a plain code block, in order."""
        for deel in self.delen:
            if isinstance(deel, Tekst):
                yield from (r for r, vast in zip(deel.regels, deel.letterlijk, strict=True) if vast)

    def cellen(self) -> Iterator[Cel]:
        """Every code cell, in order."""
        yield from (deel for deel in self.delen if isinstance(deel, Cel))

    def regel_met(self, naald: str) -> Regel | None:
        """The first line whose text holds `naald`; None when there is none."""
        for deel in self.delen:
            for regel in deel.regels if isinstance(deel, Tekst) else deel.code:
                if naald and naald in regel.tekst:
                    return regel
        return None


def lees_qmd(wortel: Path, pad: str) -> Qmd:
    """The chapter `pad` (relative to the project folder `wortel`) with its includes put in place.

    Raises Fout with every problem of form: unreadable YAML, unclosed cells, missing or circular includes.
    """
    problemen: list[Probleem] = []
    regels = _regels(wortel, pad)
    kop, kopregels, rest = _voorwerk(regels, pad, problemen)
    bronnen = [pad]
    delen = tuple(_delen(list(_ingesloten(wortel, pad, rest, (pad,), bronnen, problemen)), problemen))
    if problemen:
        raise Fout(problemen)
    return Qmd(pad, kop, kopregels, delen, tuple(dict.fromkeys(bronnen)))


def _regels(wortel: Path, pad: str) -> list[Regel]:
    try:
        tekst = (wortel / pad).read_text(encoding="utf-8")
    except UnicodeDecodeError as fout:
        regel = fout.object.count(b"\n", 0, fout.start) + 1
        raise Fout([probleem("qmd-geen-utf8", bestand=pad, regel=regel)]) from None
    return [Regel(regel, pad, nummer) for nummer, regel in enumerate(tekst.split("\n"), start=1)]


def _yaml(tekst: str) -> Any:
    from ruamel.yaml import YAML

    return YAML(typ="safe").load(tekst)


def _lees_yaml(regels: list[str], bestand: str, eerste: int, problemen: list[Probleem]) -> tuple[dict[str, Any], dict[str, int]]:
    """The mapping that `regels` of YAML hold, and the line of each of its keys."""
    from ruamel.yaml.error import YAMLError

    plaatsen = {m[1]: eerste + i for i, regel in enumerate(regels) if (m := _SLEUTEL.match(regel))}
    try:
        inhoud = _yaml("\n".join(regels)) or {}
    except YAMLError as fout:
        mark = getattr(fout, "problem_mark", None)
        melding = in_woorden(getattr(fout, "problem", None))
        regel = eerste + (mark.line if mark else 0)
        problemen.append(probleem("yaml-ongeldig", bestand=bestand, regel=regel, melding=melding))
        return {}, plaatsen
    if not isinstance(inhoud, dict):
        problemen.append(probleem("yaml-ongeldig", bestand=bestand, regel=eerste, melding="hier wordt `sleutel: waarde` verwacht"))
        return {}, plaatsen
    return inhoud, plaatsen


def _voorwerk(regels: list[Regel], pad: str, problemen: list[Probleem]) -> tuple[dict[str, Any], dict[str, int], list[Regel]]:
    if not regels or regels[0].tekst.rstrip() != "---":
        return {}, {}, regels
    for i, regel in enumerate(regels[1:], start=1):
        if regel.tekst.rstrip() in ("---", "..."):
            inhoud, plaatsen = _lees_yaml([r.tekst for r in regels[1:i]], pad, 2, problemen)
            return inhoud, plaatsen, regels[i + 1 :]
    problemen.append(probleem("qmd-voorwerk-open", bestand=pad, regel=1))
    return {}, {}, regels


def _ingesloten(
    wortel: Path, hoofdstuk: str, regels: list[Regel], keten: tuple[str, ...], bronnen: list[str], problemen: list[Probleem]
) -> Iterator[Regel]:
    """The lines with each include shortcode replaced by the lines of its file.

    A path starts at the chapter's folder, or with a leading / at the project's, as in Quarto.
    """
    hek: str | None = None
    for regel in regels:
        hek = hek_na(hek, regel.tekst)
        insluiting = None if hek else _INSLUITING.match(regel.tekst)
        if not insluiting:
            yield regel
            continue
        doel = insluiting[1]
        pad = posixpath.normpath(doel.lstrip("/") if doel.startswith("/") else posixpath.join(posixpath.dirname(hoofdstuk), doel))
        if pad.startswith("../"):
            problemen.append(regel.probleem("insluiting-buiten", pad=doel))
        elif pad in keten:
            problemen.append(regel.probleem("insluiting-kring", pad=doel))
        elif not (wortel / pad).is_file():
            problemen.append(regel.probleem("insluiting-ontbreekt", pad=doel))
        else:
            bronnen.append(pad)
            inhoud = _regels(wortel, pad)
            if inhoud[0].tekst.rstrip() == "---":
                problemen.append(probleem("insluiting-voorwerk", bestand=pad, regel=1))
            yield from _ingesloten(wortel, hoofdstuk, inhoud, (*keten, pad), bronnen, problemen)


def hek_na(hek: str | None, tekst: str) -> str | None:
    """The fence that is open after this line: None, or the fence that will close it."""
    m = _HEK.match(tekst)
    if not m:
        return hek
    if hek is None:
        return m[1]
    sluit = m[1][0] == hek[0] and len(m[1]) >= len(hek) and tekst.strip() == m[1]
    return None if sluit else hek


def _delen(regels: list[Regel], problemen: list[Probleem]) -> Iterator[Tekst | Cel]:
    tekst: list[Regel] = []
    letterlijk: list[bool] = []
    hek: str | None = None
    i = 0
    while i < len(regels):
        regel = regels[i]
        begin = None if hek else _CEL_BEGIN.match(regel.tekst)
        if begin is None:
            nieuw = hek_na(hek, regel.tekst)
            letterlijk.append(hek is not None and nieuw is not None)
            tekst.append(regel)
            hek, i = nieuw, i + 1
            continue
        slot = next((j for j in range(i + 1, len(regels)) if hek_na(begin[1], regels[j].tekst) is None), None)
        if slot is None:
            problemen.append(regel.probleem("cel-open"))
            return
        if tekst:
            yield _tekst(tekst, letterlijk, problemen)
            tekst, letterlijk = [], []
        yield _cel(begin, regel, regels[i + 1 : slot], problemen)
        i = slot + 1
    if tekst:
        yield _tekst(tekst, letterlijk, problemen)


def _tekst(regels: list[Regel], letterlijk: list[bool], problemen: list[Probleem]) -> Tekst:
    """The run of lines with its comments read over; an open comment, or one with something to fill in, is a problem."""
    lezing, begin = Lezing(), regels[0]
    gelezen = []
    for regel, vast in zip(regels, letterlijk, strict=True):
        was_open = lezing.open
        zichtbaar = regel.tekst if vast and not was_open else lezing.lees(regel.tekst)
        if lezing.vult_in:
            problemen.append(regel.probleem("commentaar-code"))
        if lezing.open and not was_open:
            begin = regel
        gelezen.append(replace(regel, tekst=zichtbaar))
    if lezing.open:
        problemen.append(begin.probleem("commentaar-open"))
    return Tekst(tuple(regels), tuple(letterlijk), tuple(gelezen))


def _cel(begin: re.Match[str], hekregel: Regel, inhoud: list[Regel], problemen: list[Probleem]) -> Cel:
    aantal = next((i for i, r in enumerate(inhoud) if not _OPTIE.match(r.tekst)), len(inhoud))
    optietekst = [m[1] for r in inhoud[:aantal] if (m := _OPTIE.match(r.tekst))]
    opties, plaatsen = _lees_yaml(optietekst, hekregel.bestand, hekregel.nummer + 1, problemen) if optietekst else ({}, {})
    return Cel(begin[2], hekregel, opties, plaatsen, tuple(inhoud[aantal:]), (begin[3] or "").strip())
