"""What the chapters give a name to (labels), and what they refer to by it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from mpp.problemen import Probleem, lijkt_op
from mpp.render.qmd import Qmd, Regel

LABEL = re.compile(r"\{[^{}]*#((?:fig|tbl|sec)-[\w-]+)[^{}]*\}")
VERWIJZING = re.compile(r"(?<![\w/.])@((?:[Ff]ig|[Tt]bl|[Ss]ec)-[\w-]*\w)")
_KOPPELING = re.compile(r"(?<!!)\[[^\[\]]*\]\(([^)\s]+)[^)]*\)")
_CODE = re.compile(r"`[^`]*`")


def gegeven(qmd: Qmd) -> Iterator[tuple[str, Regel]]:
    """Every fig-, tbl- and sec-label that the chapter gives, with its line."""
    for deel in qmd.tekstregels():
        for m in LABEL.finditer(deel.tekst):
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
        for m in VERWIJZING.finditer(regel.tekst):
            yield m[1][0].lower() + m[1][1:], regel


def controleer_labels(hoofdstukken: Iterable[Qmd]) -> list[Probleem]:
    """Labels given twice, and references to a label that no chapter gives."""
    gezien: dict[str, Regel] = {}
    problemen: list[Probleem] = []
    hoofdstukken = list(hoofdstukken)
    for qmd in hoofdstukken:
        for label, regel in gegeven(qmd):
            if eerder := gezien.get(label):
                waar = f"{eerder.bestand}:{eerder.nummer}"
                problemen.append(regel.probleem("label-dubbel", label=label, eerder=waar))
            gezien.setdefault(label, regel)
    for qmd in hoofdstukken:
        for label, regel in genoemd(qmd):
            if label not in gezien:
                problemen.append(regel.probleem("verwijzing-onbekend", label=label, lijkt_op=lijkt_op(label, gezien)))
    return problemen


def controleer_koppelingen(hoofdstukken: Iterable[Qmd], paden: Iterable[str]) -> list[Probleem]:
    """Links that lead nowhere: to a file beside the document, an unknown chapter or an unknown label."""
    hoofdstukken, paden = list(hoofdstukken), set(paden)
    bekend = {label for qmd in hoofdstukken for label, _ in gegeven(qmd)}
    problemen = []
    for qmd in hoofdstukken:
        for regel in qmd.tekstregels():
            for m in _KOPPELING.finditer(_CODE.sub("", regel.tekst)):
                pad, _, label = m[1].partition("#")
                if pad.startswith(("https://", "http://", "mailto:")):
                    continue
                map_ = PurePosixPath(qmd.pad).parent
                if (pad and os.path.normpath(map_ / pad) not in paden) or (label and label not in bekend):
                    problemen.append(regel.probleem("koppeling-onbekend", adres=m[1]))
    return problemen


def is_genummerd(qmd: Qmd) -> bool:
    """Whether the chapter has a number: its title is not of class unnumbered."""
    titel = next((regel.tekst for regel in qmd.tekstregels() if regel.tekst.startswith("# ")), "")
    return "title" in qmd.kop or ".unnumbered" not in titel
