"""One digit changed at random in one place of a package, to see whether its check finds it: of each kind as many.

    python -m tests.controle.pakket.wijzigen _output/mpp-2023-1 --aantal 500 --zaad 1

changes so many digits, each in a package that is whole, with the manifest made to fit, and prints what was not found.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import json
import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from mpp.controle.pakket.geheel import lees_pakket
from mpp.controle.pakket.keuring import Keuring
from mpp.uitgave import manifest

Bestanden = Mapping[str, bytes]

_TAG = re.compile(rb"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL)
_TEKEN = re.compile(rb"&#?\w+;")
_KENMERK = re.compile(rb'\b(?:alt|title|aria-label|content)="([^"]*)"')
_NAAM = re.compile(rb'\b(?:value|data-bron|data-sleutel|data-afronding)="([^"]*)"')
_CIJFER = re.compile(rb"\d")
_LETTER = re.compile(rb'xlink:href="#IBMPlexSans[A-Za-z-]*?-([0-9a-f]+)"')
_OPSCHRIFT = re.compile(rb"<!-- [^\n]*\d[^\n]* -->")
_SVG = re.compile(rb"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
_NUMMERS = re.compile(rb"<([0-9a-f]+)>")


@dataclass(frozen=True)
class Wijziging:
    """A changed file: its path, its new content, and what was changed."""

    pad: str
    inhoud: bytes
    wat: str


def _ander(cijfer: bytes, kans: random.Random) -> bytes:
    return str(kans.choice([c for c in range(10) if c != int(cijfer)])).encode()


def _op(inhoud: bytes, plaats: int, kans: random.Random) -> tuple[bytes, str]:
    nieuw = _ander(inhoud[plaats : plaats + 1], kans)
    gewijzigd = inhoud[:plaats] + nieuw + inhoud[plaats + 1 :]
    om = lambda tekst: tekst[max(0, plaats - 30) : plaats + 20].decode(errors="replace").replace("\n", " ")  # noqa: E731
    return gewijzigd, f"{om(inhoud)!r} -> {om(gewijzigd)!r}"


def _cijfers(inhoud: bytes, patroon: re.Pattern[bytes]) -> list[int]:
    """The places of digits within the first group of what a pattern finds."""
    return [m.start(1) + c.start() for m in patroon.finditer(inhoud) for c in _CIJFER.finditer(m[1])]


def _tekst(inhoud: bytes) -> list[int]:
    """The places of the digits that a reader of a page sees."""
    dicht = _TEKEN.sub(lambda m: b" " * len(m[0]), _TAG.sub(lambda m: b" " * len(m[0]), inhoud))
    return [c.start() for c in _CIJFER.finditer(dicht)]


def _wijzig(inhoud: bytes, plaatsen: list[int], kans: random.Random) -> tuple[bytes, str] | None:
    return _op(inhoud, kans.choice(plaatsen), kans) if plaatsen else None


def html_tekst(inhoud: bytes, kans: random.Random) -> tuple[bytes, str] | None:
    """A digit that a reader sees."""
    return _wijzig(inhoud, _tekst(inhoud), kans)


def html_kenmerk(inhoud: bytes, kans: random.Random) -> tuple[bytes, str] | None:
    """A digit of an alternative text, a title or a label."""
    return _wijzig(inhoud, _cijfers(inhoud, _KENMERK), kans)


def html_naam(inhoud: bytes, kans: random.Random) -> tuple[bytes, str] | None:
    """A digit of the value, the origin, the key or the rounding that stands with a number."""
    return _wijzig(inhoud, _cijfers(inhoud, _NAAM), kans)


def elk(inhoud: bytes, kans: random.Random) -> tuple[bytes, str] | None:
    """Any digit in a file of text."""
    return _wijzig(inhoud, [c.start() for c in _CIJFER.finditer(inhoud)], kans)


def _svg(svg: bytes, kans: random.Random) -> tuple[bytes, str] | None:
    """A digit in the words of a chart: as it is drawn, or as it is written beside the drawing."""
    from mpp.controle.pakket.beelden import letters

    if kans.random() < 0.3:
        plaatsen = [m.start() + c.start() for m in _OPSCHRIFT.finditer(svg) for c in _CIJFER.finditer(m[0])]
        return _wijzig(svg, plaatsen, kans)
    nummers = {teken: nummer for nummer, teken in letters("").items() if teken.isascii() and teken.isdigit()}
    bekend = {f"{nummer:x}".encode(): teken for teken, nummer in nummers.items()}
    if not (plekken := [m for m in _LETTER.finditer(svg) if m[1] in bekend]):
        return None
    plek = kans.choice(plekken)
    nieuw = kans.choice([code for code in bekend if code != plek[1]])
    wat = f"getekend {bekend[plek[1]]} -> {bekend[nieuw]}"
    return svg[: plek.start(1)] + nieuw + svg[plek.end(1) :], wat


def grafiek(inhoud: bytes, kans: random.Random) -> tuple[bytes, str] | None:
    """A digit in a chart, in a file of its own or within a page."""
    if inhoud.lstrip().startswith(b"<?xml"):
        return _svg(inhoud, kans)
    if not (beelden := list(_SVG.finditer(inhoud))):
        return None
    beeld = kans.choice(beelden)
    if (nieuw := _svg(base64.b64decode(beeld[1]), kans)) is None:
        return None
    return inhoud[: beeld.start(1)] + base64.b64encode(nieuw[0]) + inhoud[beeld.end(1) :], nieuw[1]


def pdf_tekst(inhoud: bytes, kans: random.Random) -> tuple[bytes, str] | None:
    """A digit glyph in the content of a page of a PDF."""
    from mpp.controle.paginatekst import _TEKEN as STUKKEN
    from mpp.controle.paginatekst import _naar_unicode

    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        nr = kans.randrange(len(pdf.pages))
        pagina = pdf.pages[nr]
        stroom = pagina.Contents.read_bytes()
        plekken: list[tuple[int, bytes, dict[str, bytes]]] = []
        tabel: dict[bytes, str] = {}
        for teken in STUKKEN.finditer(stroom):
            if naam := teken["letter"]:
                tabel = _naar_unicode(pagina.Resources.Font[f"/{naam.decode()}"])
            elif teken["stuk"]:
                cijfers = {t: n for n, t in tabel.items() if t.isascii() and t.isdigit()}
                for groep in _NUMMERS.finditer(teken["stuk"]):
                    for k in range(0, len(groep[1]), 4):
                        code = groep[1][k : k + 4]
                        if tabel.get(code, "").isdigit() and len(cijfers) > 1:
                            plekken.append((teken.start("stuk") + groep.start(1) + k, code, cijfers))
        if not plekken:
            return None
        plaats, code, cijfers = kans.choice(plekken)
        teken_nu = next(t for t, n in cijfers.items() if n == code)
        nieuw = kans.choice([t for t in cijfers if t != teken_nu])
        pagina.Contents = pdf.make_stream(stroom[:plaats] + cijfers[nieuw] + stroom[plaats + 4 :])
        uit = io.BytesIO()
        pdf.save(uit)
    return uit.getvalue(), f"pagina {nr + 1}: {teken_nu} -> {nieuw}"


def pdf_gegeven(inhoud: bytes, kans: random.Random) -> tuple[bytes, str] | None:
    """A digit in an alternative text, a bookmark, a title, the name of a link or an attached file of a PDF."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        plekken: list[tuple[object, str]] = [(pdf.docinfo, s) for s in ("/Title", "/Subject") if s in pdf.docinfo]
        for ding in pdf.objects:
            if isinstance(ding, pikepdf.Dictionary):
                plekken += [(ding, s) for s in ("/Alt", "/Contents") if s in ding and isinstance(ding[s], pikepdf.String)]
                plekken += [(ding, "/Title")] if "/Title" in ding and "/Dest" in ding else []
        plekken = [(d, s) for d, s in plekken if re.search(r"\d", str(d[s]))]  # type: ignore[index]
        plekken += [(bijlage, "") for bijlage in pdf.attachments.values()]
        if not plekken:
            return None
        ding, sleutel = kans.choice(plekken)
        if not sleutel:
            bestand = ding.get_file()  # type: ignore[attr-defined]
            nieuw, wat = elk(bestand.read_bytes(), kans) or (b"", "")
            bestand.obj.write(nieuw)
        else:
            oud = str(ding[sleutel])  # type: ignore[index]
            plaats = kans.choice([m.start() for m in re.finditer(r"[0-9]", oud)])
            tekst = oud[:plaats] + _ander(oud[plaats].encode(), kans).decode() + oud[plaats + 1 :]
            ding[sleutel], wat = pikepdf.String(tekst), f"{sleutel}: {oud[:60]!r} -> {tekst[:60]!r}"  # type: ignore[index]
        uit = io.BytesIO()
        pdf.save(uit)
    return uit.getvalue(), wat


def werkboek(inhoud: bytes, kans: random.Random) -> tuple[bytes, str] | None:
    """A digit in the content of any part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        delen = {naam: zip_.read(naam) for naam in zip_.namelist()}
    keuze = {naam: plaatsen for naam, deel in delen.items() if (plaatsen := _tekst(deel))}
    naam = kans.choices(list(keuze), [len(p) for p in keuze.values()])[0]
    delen[naam], wat = _op(delen[naam], kans.choice(keuze[naam]), kans)
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for deel, tekst in delen.items():
            zip_.writestr(deel, tekst)
    return uit.getvalue(), f"{naam}: {wat}"


Soort = Callable[[bytes, random.Random], tuple[bytes, str] | None]

SOORTEN: Mapping[str, tuple[Soort, Callable[[str], bool]]] = {
    "html, tekst": (html_tekst, lambda pad: pad.endswith(".html")),
    "html, alternatieve teksten": (html_kenmerk, lambda pad: pad.endswith(".html")),
    "html, herkomst": (html_naam, lambda pad: pad.endswith(".html")),
    "grafiek": (grafiek, lambda pad: pad.endswith((".svg", ".html")) and not pad.startswith(("open-data", "rapportage/0", "rapportage/1"))),
    "pdf, tekst": (pdf_tekst, lambda pad: pad.endswith(".pdf")),
    "pdf, gegevens": (pdf_gegeven, lambda pad: pad.endswith(".pdf")),
    "csv": (elk, lambda pad: pad.endswith(".csv")),
    "json": (elk, lambda pad: pad.endswith(".json") and pad.startswith("open-data")),
    "metagegevens": (elk, lambda pad: pad.endswith((".ttl", ".jsonld", ".md"))),
    "xlsx": (werkboek, lambda pad: pad.endswith(".xlsx")),
    "manifest": (elk, lambda pad: pad == manifest.NAAM),
}
"""Every kind of change: what makes it, and in which files."""


def wijzig(bestanden: Bestanden, soort: str, kans: random.Random) -> Wijziging:
    """One change of a kind in a file of the package."""
    maak, waar = SOORTEN[soort]
    paden = sorted(pad for pad in bestanden if waar(pad))
    while True:
        pad = kans.choice(paden)
        if uit := maak(bestanden[pad], kans):
            return Wijziging(pad, uit[0], uit[1])


def gewijzigd(bestanden: Bestanden, wijziging: Wijziging) -> dict[str, bytes]:
    """The package with the change in it, and a manifest that fits."""
    nieuw = {**bestanden, wijziging.pad: wijziging.inhoud}
    if wijziging.pad != manifest.NAAM:
        inhoud = json.loads(nieuw[manifest.NAAM])
        for bestand in inhoud["bestanden"]:
            if bestand["pad"] == wijziging.pad:
                bestand["bytes"], bestand["sha256"] = len(wijziging.inhoud), hashlib.sha256(wijziging.inhoud).hexdigest()
        nieuw[manifest.NAAM] = (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode()
    return nieuw


def gevonden(keuring: Keuring, bestanden: Bestanden, pad: str) -> bool:
    """Whether the check finds something in what it says of this file, or of the document it belongs to."""
    return any(verslag.problemen for deel in keuring.delen(bestanden, alleen=pad) for verslag in deel())


def main() -> None:
    """The command."""
    from mpp.projectmap import Projectmap
    from mpp.uitgave.status import bepaal_status

    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("map", type=Path, nargs="+")
    lezer.add_argument("--aantal", type=int, default=500)
    lezer.add_argument("--zaad", type=int, default=1)
    lezer.add_argument("--soort", choices=SOORTEN, nargs="*", default=list(SOORTEN))
    opties = lezer.parse_args()
    u, kans = Projectmap.hier().bereken(), random.Random(opties.zaad)
    keuring = Keuring(u, bepaal_status(u))
    pakketten = [lees_pakket(map_) for map_ in opties.map]
    gemist, gedaan = Counter[str](), Counter[str]()
    for nr in range(opties.aantal):
        soort, bestanden = opties.soort[nr % len(opties.soort)], kans.choice(pakketten)
        if not any(SOORTEN[soort][1](pad) for pad in bestanden):
            bestanden = pakketten[0]
        wijziging = wijzig(bestanden, soort, kans)
        gedaan[soort] += 1
        if not gevonden(keuring, gewijzigd(bestanden, wijziging), wijziging.pad):
            gemist[soort] += 1
            print(f"gemist: {soort}, {wijziging.pad}: {wijziging.wat}", flush=True)
    for soort in SOORTEN:
        print(f"{soort:<28}{gedaan[soort] - gemist[soort]:>5} van {gedaan[soort]:>4} gevonden")
    print(f"{'samen':<28}{gedaan.total() - gemist.total():>5} van {gedaan.total():>4} gevonden")


if __name__ == "__main__":
    main()
