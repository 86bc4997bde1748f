"""The house subset of Quarto: what both engines render the same; all else is a problem with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mpp.problemen import Probleem, lijkt_op
from mpp.render.blokken import divs, koppen
from mpp.render.codecellen import SHORTCODE, cellen
from mpp.render.commentaar import CODE
from mpp.render.project import is_platte_tekst
from mpp.render.qmd import Qmd, Regel
from mpp.render.vergissingen import controleer_vergissingen

#: Keys of the front matter: the title, and texts of the author's own for the shortcode meta.
VOORWERK = ("title",)
EIGEN_TEKST = "tekst-"
SHORTCODES = ("include", "var", "meta", "pagebreak")

INLINE = re.compile(r"(?<!`)`\{(\w+)\}[ \t]([^`]+)`")
_RAUW = re.compile(r"(`[^`]*`)\{=\w+\}")
_ANDER_VERWIJSSOORT = re.compile(r"(?<![\w/.])@((?:lst|thm|lem|cor|prp|cnj|def|exm|exr|eq|nte|tip|wrn|imp|cau|vid|dia|rem|sol)-[\w-]+)")
_HTML = re.compile(r"(?<!\\)</?(?!https?:|mailto:)[A-Za-z][\w-]*(?:\s[^<>]*)?/?>")
_DUBBEL = re.compile(r"``+ *(\{\w+\}[^`]*)``+")


def controleer(qmd: Qmd) -> list[Probleem]:
    """Every problem that shows in the source of one chapter, before anything is run."""
    onderdelen = (_voorwerk, cellen, koppen)
    return [*(gevonden for onderdeel in onderdelen for gevonden in onderdeel(qmd)), *controleer_tekst(qmd)]


def controleer_tekst(qmd: Qmd) -> Iterator[Probleem]:
    """The problems of its text alone, wherever in a chapter it stands."""
    for onderdeel in (_shortcodes, _inline, _letterlijk, divs, _verwijssoorten, _html, controleer_vergissingen):
        yield from onderdeel(qmd)


def _voorwerk(qmd: Qmd) -> Iterator[Probleem]:
    for sleutel, waarde in qmd.kop.items():
        regel = Regel("", qmd.pad, qmd.kopregels.get(sleutel, 1))
        if qmd.pad == "index.qmd":
            yield regel.probleem("voorwerk-index", sleutel=sleutel)
        elif sleutel not in VOORWERK and not sleutel.startswith(EIGEN_TEKST):
            yield regel.probleem("voorwerk-sleutel", sleutel=sleutel, lijkt_op=lijkt_op(sleutel, VOORWERK))
        elif not isinstance(waarde, str):
            yield regel.probleem("voorwerk-waarde", sleutel=sleutel)
        elif INLINE.search(waarde):
            yield regel.probleem("voorwerk-inline", sleutel=sleutel)
        elif sleutel == "title" and "{" in waarde:
            yield regel.probleem("voorwerk-kenmerken")
        elif not is_platte_tekst(waarde):
            yield regel.probleem("tekst-met-opmaak", naam=sleutel)


def _shortcodes(qmd: Qmd) -> Iterator[Probleem]:
    for regel in qmd.tekstregels():
        in_code = [(m.start(), m.end()) for m in CODE.finditer(regel.tekst)]
        for m in SHORTCODE.finditer(regel.tekst):
            naam, argument = m[1], m[2]
            if any(begin < m.start() < eind for begin, eind in in_code):
                yield regel.probleem("shortcode-in-code")
            elif naam not in SHORTCODES:
                yield regel.probleem("shortcode-onbekend", shortcode=naam, lijkt_op=lijkt_op(naam, SHORTCODES))
            elif (naam in ("include", "pagebreak") and regel.tekst != m[0]) or (naam == "pagebreak" and argument):
                yield regel.probleem("shortcode-alleen", shortcode=naam)
            elif naam in ("var", "meta") and len(argument.split()) != 1:
                yield regel.probleem("shortcode-argument", shortcode=naam)
            elif naam == "meta" and not argument.startswith(EIGEN_TEKST):
                yield regel.probleem("meta-eigen", naam=argument)


def _inline(qmd: Qmd) -> Iterator[Probleem]:
    for regel in qmd.tekstregels():
        for m in INLINE.finditer(regel.tekst):
            if m[1] != "python":
                yield regel.probleem("cel-taal", taal=m[1])
        for m in _DUBBEL.finditer(regel.tekst):
            yield regel.probleem("restant", waarover=m[1])


def _letterlijk(qmd: Qmd) -> Iterator[Probleem]:
    """Quarto fills in shortcodes and expressions in shown code too, but not all."""
    for regel in qmd.letterlijke_regels():
        if SHORTCODE.search(regel.tekst) or INLINE.search(regel.tekst):
            yield regel.probleem("shortcode-in-code")


def _verwijssoorten(qmd: Qmd) -> Iterator[Probleem]:
    for regel in qmd.tekstregels():
        for m in _ANDER_VERWIJSSOORT.finditer(regel.tekst):
            yield regel.probleem("verwijzing-soort", label=m[1])


def _html(qmd: Qmd) -> Iterator[Probleem]:
    for regel in qmd.tekstregels():
        for m in (*_RAUW.finditer(regel.tekst), *_HTML.finditer(CODE.sub("", regel.tekst))):
            yield regel.probleem("rauwe-opmaak", waarover=m[0])
