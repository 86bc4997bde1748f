"""The words in a chart as words.

For a browser matplotlib draws its text glyph by glyph, since an SVG in an `<img>` cannot reach the page's letters. In the
PDF the letter is at hand: as text a chart can be searched and copied, and it is drawn about ten times as fast.
"""

from __future__ import annotations

import re

from mpp.lettertypen import FAMILIE

# matplotlib's backend_svg: a comment with the text, then a group that scales its glyphs of 100 units to the em.
_GLYPHS = re.compile(
    r"<!-- (?P<tekst>[^\n]*?) -->\s*"
    r'<g(?P<stijl>(?: style="[^"]*")?) transform="(?P<plek>translate\([^)]*\)(?: rotate\([^)]*\))?)'
    r' scale\((?P<schaal>[\d.]+) -[\d.]+\)">\s*(?:<defs>.*?</defs>\s*)?'
    r'<use xlink:href="#(?P<letter>IBMPlexSans[A-Za-z-]*?)-[0-9a-f]+"[^>]*/>\s*(?:<use [^>]*/>\s*)*</g>',
    re.DOTALL,
)
_SNEDEN = {
    "IBMPlexSans": "",
    "IBMPlexSans-Italic": ' font-style="italic"',
    "IBMPlexSans-SmBld": ' font-weight="600"',
    "IBMPlexSans-SmBldIta": ' font-weight="600" font-style="italic"',
    "IBMPlexSans-Bold": ' font-weight="700"',
}


def met_tekst(svg: bytes) -> bytes:
    """`svg` with its groups of glyphs as text elements; unchanged when a glyph is left that is not understood."""
    tekst = svg.decode()
    uit = _GLYPHS.sub(_als_tekst, tekst)
    return svg if 'xlink:href="#IBMPlexSans' in uit else uit.encode()


def _als_tekst(groep: re.Match[str]) -> str:
    if groep["letter"] not in _SNEDEN:
        return groep[0]
    grootte = f"{float(groep['schaal']) * 100:g}"
    letter = f'font-family="{FAMILIE}"{_SNEDEN[groep["letter"]]} font-size="{grootte}"'
    return f'<text{groep["stijl"]} transform="{groep["plek"]}" {letter}>{groep["tekst"]}</text>'
