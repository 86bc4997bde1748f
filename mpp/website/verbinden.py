"""Every number on a page as a link to its explanation, that tells at a glance what it is; and the page as it was before."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from html import escape, unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mpp.website.aanwijzing import Aanwijzingen

_STUK: Final = re.compile(
    r'(?P<getal><data class="[^"]*"(?=[^>]* data-bron="(?P<bron>[^"]*)")(?:[^>]* data-sleutel="(?P<sleutel>[^"]*)")?[^>]*>[^<]*</data>)'
    r"|(?P<begin><(?:a|table)\b)|(?P<eind></(?:a|table)>)"
)
_LINK: Final = re.compile(r'<a class="herkomst"[^>]*>(<data\b[^>]*>[^<]*</data>)</a>')


def verbind(html: str, pad: str, aanwijzingen: Aanwijzingen, naam: Callable[[str], str]) -> str:
    """The page at `pad` in a package with its numbers linked, but for those in a link and those that it explains itself.

    `naam` is how a path is handed over. A number in a table is no stop for the keyboard: a row would be as many as it has cells.
    Raises OnbekendeOorsprong for a number without a name.
    """
    hier, map_ = posixpath.dirname(pad), pad.partition("/")[0]
    open_: list[str] = []

    def link(stuk: re.Match[str]) -> str:
        if stuk["begin"]:
            open_.append(stuk["begin"][1:])
        elif stuk["eind"]:
            open_.pop()
        elif "a" not in open_:
            aanwijzing = aanwijzingen.bij(unescape(stuk["bron"]), unescape(stuk["sleutel"] or ""))
            if aanwijzing.adres.partition("#")[0] == pad:
                return stuk[0]
            stil = ' tabindex="-1"' if "table" in open_ else ""
            wat = escape(aanwijzing.tekst)
            adres = aanwijzing.adres if aanwijzing.adres.startswith(f"{map_}/") else naam(aanwijzing.adres)
            return f'<a class="herkomst" href="{escape(posixpath.relpath(adres, hier))}" aria-description="{wat}"{stil}>{stuk["getal"]}</a>'
        return stuk[0]

    return _STUK.sub(link, html)


def is_pagina(pad: str) -> bool:
    """Whether a file is a page that is one of the site: those of the open data go to other places, and stand by themselves."""
    return pad.endswith(".html") and not pad.startswith("open-data")


def ontbind(html: str) -> str:
    """The page as it was before `verbind`."""
    return _LINK.sub(r"\1", html)
