"""What the chapters give a name to (labels), and what they refer to by it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from mpp.problemen import Probleem, lijkt_op
from mpp.render.alineas import alineas
from mpp.render.blokken import KOP
from mpp.render.commentaar import CODE
from mpp.render.qmd import Qmd, Regel, Tekst

LABEL = re.compile(r"\{[^{}]*#((?:fig|tbl|sec)-[\w-]+)[^{}]*\}")
VERWIJZING = re.compile(r"(?<![\w/.])@((?:[Ff]ig|[Tt]bl|[Ss]ec)-[\w-]*\w)")
_VAST = re.compile(rf"{VERWIJZING.pattern}[:.#$%&+?<>~/]+\w")
"""A label that runs on: these signs are part of it when a letter or a digit comes right after them."""
_KOPPELING = re.compile(r"(?<!!)\[[^\[\]]*\]\(\s*<?([^)\s>]+)[^)]*\)|^\s{0,3}\[[^\[\]^]+\]:\s*<?([^\s>]+)", re.MULTILINE)

_BEELDEN = (".svg", ".png", ".jpg", ".jpeg")
"""An image may have its address apart; whether it is there the text read tells."""


def gegeven(qmd: Qmd) -> Iterator[tuple[str, Regel]]:
    """Every fig-, tbl- and sec-label that the chapter gives, with its line."""
    for deel in qmd.tekstregels():
        for m in LABEL.finditer(CODE.sub("", deel.tekst)):
            yield m[1], deel
    for cel in qmd.cellen():
        label = cel.opties.get("label")
        if isinstance(label, str) and label.startswith(("fig-", "tbl-")):
            yield label, Regel("", cel.hekregel.bestand, cel.optieregels.get("label", cel.hekregel.nummer))
        for regel in cel.code:
            for m in LABEL.finditer(regel.tekst):
                yield m[1], regel


def genoemd(qmd: Qmd) -> Iterator[tuple[str, Regel]]:
    """Every label that the text of the chapter refers to, with its line."""
    for regel in qmd.tekstregels():
        for m in VERWIJZING.finditer(CODE.sub(" ", regel.tekst)):
            yield m[1][0].lower() + m[1][1:], regel


def controleer_labels(hoofdstukken: Iterable[Qmd]) -> list[Probleem]:
    """Labels given twice, and references to a label that no chapter gives, that has no number, or whose number Quarto leaves out."""
    gezien: dict[str, Regel] = {}
    problemen: list[Probleem] = []
    hoofdstukken = list(hoofdstukken)
    for qmd in hoofdstukken:
        for label, regel in gegeven(qmd):
            if eerder := gezien.get(label):
                waar = f"{eerder.bestand}:{eerder.nummer}"
                problemen.append(regel.probleem("label-dubbel", label=label, eerder=waar))
            gezien.setdefault(label, regel)
    koppen = {kop.label: kop for qmd in hoofdstukken for kop in _koppen(qmd)}
    for qmd in hoofdstukken:
        genummerd = is_genummerd(qmd)
        problemen += _vast(qmd)
        for label, regel in genoemd(qmd):
            if label not in gezien:
                problemen.append(regel.probleem("verwijzing-onbekend", label=label, lijkt_op=lijkt_op(label, gezien)))
            elif label in koppen and not koppen[label].genummerd:
                problemen.append(regel.probleem("verwijzing-ongenummerd", label=label))
            elif label in koppen and koppen[label].niveau > 1 and not genummerd:
                problemen.append(regel.probleem("verwijzing-vanaf-ongenummerd", label=label))
    return problemen


def _vast(qmd: Qmd) -> Iterator[Probleem]:
    """References that have no space after them, told here: for pandoc what follows is part of the label."""
    for regel in qmd.tekstregels():
        for m in _VAST.finditer(CODE.sub(" ", regel.tekst)):
            yield regel.probleem("verwijzing-vast-achter", waarover=f"@{m[1]}")


def controleer_koppelingen(hoofdstukken: Iterable[Qmd], paden: Iterable[str]) -> list[Probleem]:
    """Links that lead nowhere: to a file beside the document, an unknown chapter or label, or a label of another chapter without it."""
    hoofdstukken, paden = list(hoofdstukken), set(paden)
    bekend = {label: qmd.pad for qmd in hoofdstukken for label, _ in gegeven(qmd)}
    problemen = []
    for qmd in hoofdstukken:
        map_ = PurePosixPath(qmd.pad).parent
        for adres, regel, is_los in _koppelingen(qmd):
            pad, _, label = adres.partition("#")
            if pad.startswith(("https://", "http://", "mailto:")) or (is_los and pad.lower().endswith(_BEELDEN)):
                continue
            if (pad and os.path.normpath(map_ / pad) not in paden) or (label and label not in bekend):
                problemen.append(regel.probleem("koppeling-onbekend", adres=adres))
            elif label and not pad and bekend[label] != qmd.pad:
                doel = f"{os.path.relpath(bekend[label], map_)}#{label}".replace(os.sep, "/")
                problemen.append(regel.probleem("koppeling-ander-hoofdstuk", adres=adres, doel=doel, label=label))
    return problemen


def _koppelingen(qmd: Qmd) -> Iterator[tuple[str, Regel, bool]]:
    """Every address that the text links to, with its line, and whether it was given apart; the words of a link may run over lines."""
    for deel in qmd.delen:
        for alinea in alineas(deel) if isinstance(deel, Tekst) else ():
            for m in _KOPPELING.finditer(CODE.sub(lambda code: "`" * len(code[0]), alinea.bron)):
                yield m[1] or m[2], alinea.bronregel(m.start(1 if m[1] else 2)), bool(m[2])


def is_genummerd(qmd: Qmd) -> bool:
    """Whether the chapter has a number: its title is not of class unnumbered."""
    titel = next((regel.tekst for regel in qmd.tekstregels() if regel.tekst.startswith("# ")), "")
    return "title" in qmd.kop or ".unnumbered" not in titel


@dataclass(frozen=True)
class _Kop:
    label: str
    niveau: int
    genummerd: bool


def _koppen(qmd: Qmd) -> Iterator[_Kop]:
    """The headings of the chapter that have a label."""
    in_nummering = is_genummerd(qmd)
    for regel in qmd.tekstregels():
        if (kop := KOP.match(regel.tekst)) and (label := LABEL.search(kop[2])):
            yield _Kop(label[1], len(kop[1]), in_nummering and ".unnumbered" not in kop[2])
