"""Attributes between braces, `{#label .class key="value"}`: their form, the same wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mpp.problemen import Probleem, lijkt_op
from mpp.render.qmd import Regel

_DEEL = re.compile(r"""\s*(?:([#.])([A-Za-z][\w-]*)(?=\s|$)|([A-Za-z][\w-]*)=("[^"]*"|'[^']*'|[^\s"']+)(?=\s|$)|(\S+))""")
_LABEL = re.compile(r"(?:fig|tbl|sec)(?:-[A-Za-z0-9]+)+")


@dataclass(frozen=True)
class Kenmerk:
    """One attribute: `soort` is "#" (label), "." (class), "=" (key, with its value) or "" for what is none of these."""

    soort: str
    naam: str
    waarde: str = ""


def lees_kenmerken(tekst: str) -> Iterator[Kenmerk]:
    """The attributes in `tekst`, what stands between the braces."""
    for m in _DEEL.finditer(tekst.rstrip()):
        if m[5]:
            yield Kenmerk("", m[5])
        else:
            yield Kenmerk(m[1], m[2]) if m[1] else Kenmerk("=", m[3], m[4].strip("\"'"))


def is_label_van_vorm(label: str) -> bool:
    """Whether both engines read all of `label`: fig-, tbl- or sec-, then letters and digits in parts joined by hyphens."""
    return _LABEL.fullmatch(label) is not None


def labelproblemen(regel: Regel, label: str, soorten: tuple[str, ...], code: str, veld: str = "label") -> Iterator[Probleem]:
    """What is wrong with a label that must begin with one of `soorten`: `code` when it does not."""
    if not label.startswith(soorten):
        yield regel.probleem(code, **{veld: label})
    elif not is_label_van_vorm(label):
        yield regel.probleem("label-vorm", label=label)


def onbekende_klasse(regel: Regel, klasse: str, klassen: Iterable[str]) -> Probleem:
    """The problem that `klasse` is not one of `klassen`."""
    return regel.probleem("div-klasse", klasse=klasse, lijkt_op=lijkt_op(klasse, klassen))
