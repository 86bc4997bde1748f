"""Every number in prose is computed: one outside `<data class="getal">` is a problem, names and dates excepted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from mpp.getal.getypt import getypt

# Not prose: computed numbers, numbers of headings and notes, cross-references, lists of sources; then Quarto's own names.
_UITGEZONDERD = {
    "getal",
    "naam",
    "kopnummer",
    "verwijzing",
    "footnote-ref",
    "footnote-back",
    "bronnenlijst",
    "chapter-number",
    "header-section-number",
    "quarto-xref",
}
_BLOKKEN = re.compile(
    r"p|li|t[dhr]|d[dlt]|(?:fig)?caption|h[1-6]|div|section|blockquote|figure|table|t(?:head|body|foot)|[ou]l|aside|article|nav"
)
_BIJSCHRIFT = r"^ ?(?:Figuur|Tabel) (?:(?:[A-Z]|\d+)\.)?\d+:"

_PLAATS = "\ufffc"


def los_getypt(boom: Any, namen: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Every number in the text of the element `boom` that was not computed, with the sentence it stands in.

    `namen` are words with digits that are names (from the glossary, for instance "Dublin III-verordening 604/2013").
    """
    toegestaan = [_BIJSCHRIFT, *(re.escape(naam) for naam in sorted(namen, key=len, reverse=True))]
    for tekst, masker in _blokken(boom):
        for vondst in getypt(masker, toegestaan):
            yield tekst[vondst.begin : vondst.eind], _zin(tekst, vondst.begin)


def _blokken(element: Any) -> Iterator[tuple[str, str]]:
    """The text of each block on its own, and the same with what is excepted masked; both of equal length."""
    delen: list[tuple[str, bool]] = []
    binnen: list[Any] = []
    _verzamel(element, False, delen, binnen)
    tekst = _spaties("".join(deel for deel, _ in delen))
    masker = _spaties("".join(_PLAATS * len(deel) if vrij else deel for deel, vrij in delen))
    if len(masker) == len(tekst) and tekst.strip():
        yield tekst, masker
    for blok in binnen:
        yield from _blokken(blok)


def _verzamel(element: Any, vrij: bool, delen: list[tuple[str, bool]], binnen: list[Any]) -> None:
    delen.append((element.text or "", vrij))
    for kind in element:
        if isinstance(kind.tag, str) and kind.tag not in ("script", "style", "svg"):
            if _BLOKKEN.fullmatch(kind.tag):
                delen.append((" ", vrij))
                if not _is_vrij(kind):
                    binnen.append(kind)
            else:
                _verzamel(kind, vrij or _is_vrij(kind), delen, binnen)
        delen.append((kind.tail or "", vrij))


def _is_vrij(element: Any) -> bool:
    return not _UITGEZONDERD.isdisjoint((element.get("class") or "").split())


def _spaties(tekst: str) -> str:
    return tekst.translate({ord(teken): " " for teken in "\n\t\r\u00a0\u202f"})


def _zin(tekst: str, plaats: int) -> str:
    begin = max((einde.end() for einde in re.finditer(r"[.!?:;] ", tekst[:plaats])), default=0)
    slot = re.search(r"[.!?](?: |$)", tekst[plaats:])
    return " ".join(tekst[begin : plaats + slot.end() if slot else len(tekst)].split())
